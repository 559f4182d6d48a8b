"""The quiet buttons of a bar: an icon, a word where it needs one, and Space of their own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui.actions import plain_text, seconds_text
from ui.appearance.icons import SIZE
from ui.widgets.focus import ShortcutGuard

_HEIGHT = 36
_ARROW_SAG = 1.5  # how far the middle of the arrow lies below the middle of its icon


class BarButton(QToolButton):
    """Reached with Tab, never taking the focus from the page when clicked."""

    def __init__(self, parent: QWidget, action: QAction | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(SIZE, SIZE))
        self.label = ""
        if action is not None:
            self.set_action(action)

    def set_action(self, action: QAction) -> None:
        """Do what `action` does, and be called what it is called."""
        self.setDefaultAction(action)
        self._name_like(action)

    def sizeHint(self) -> QSize:
        """Large enough to hit."""
        return super().sizeHint().expandedTo(QSize(_HEIGHT, _HEIGHT))

    def actionEvent(self, event: QActionEvent) -> None:
        """Be called what the action is called now, without showing its name."""
        super().actionEvent(event)
        if event.action() is self.defaultAction():
            self._name_like(event.action())
            self.setText(self.label)

    def set_label(self, text: str) -> None:
        """Show `text` beside the icon, or the icon alone."""
        if text == self.label:
            return
        self.label = text
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
        )
        self.setText(text)

    def _name_like(self, action: QAction) -> None:
        self.setAccessibleName(plain_text(action.text()))


class SkipButton(BarButton):
    """A skip with its seconds written into the arrow."""

    def __init__(self, parent: QWidget, action: QAction) -> None:
        super().__init__(parent, action)
        self._seconds = ""

    def set_length(self, milliseconds: int) -> None:
        """Show how far the skip goes."""
        self._seconds = seconds_text(milliseconds)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the number over the icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._number_font())
        painter.setPen(self.palette().buttonText().color())
        inside = QRectF(self.rect()).translated(0, _ARROW_SAG)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._seconds)

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(8)
        font.setWeight(QFont.Weight.DemiBold)
        return font
