"""The button that keeps what was just said: the one thing the bar teaches, with its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionEvent, QColor, QFont, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QWidget

from ui.appearance.swatch import SWATCH, swatch
from ui.appearance.theme import LIGHT, Theme
from ui.widgets.bar_button import BarButton

_CAP_HEIGHT = 18
_CAP_PADDING = 6  # px beside the letter
_EDGE = 8  # px beside ribbon and word
_CAP_END = 10  # px from the cap to the button's end


class KeepButton(BarButton):
    """A word, a ribbon and, where there is room, the key drawn as a cap."""

    def __init__(self, parent: QWidget, action: QAction) -> None:
        super().__init__(parent)
        self._key = action.shortcut().toString()
        self._ribbon = QIcon()
        self._theme = LIGHT
        self._has_cap = True
        self.setObjectName("keep")
        self.setIconSize(QSize(SWATCH, SWATCH))
        self.set_action(action)

    def set_look(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        self._ribbon = swatch(theme, 0, self.devicePixelRatioF())
        self.setIcon(self._ribbon)

    def set_cap_shown(self, is_shown: bool) -> None:
        """Whether there is room for the key."""
        if is_shown != self._has_cap:
            self._has_cap = is_shown
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """With room for the cap."""
        cap = self._cap_width() + _CAP_PADDING if self._has_cap else 0
        return super().sizeHint() + QSize(cap, 0)

    def actionEvent(self, event: QActionEvent) -> None:
        """The ribbon stays, whatever becomes of the action."""
        super().actionEvent(event)
        self.setIcon(self._ribbon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, then ribbon and word, then the key at the end."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        ground = QStyleOptionToolButton(option)
        ground.text, ground.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, ground)
        end = self._cap_width() + _CAP_END + _CAP_PADDING if self._has_cap else 0
        option.rect.adjust(_EDGE, 0, -max(end, _EDGE), 0)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option)
        if self._has_cap:
            self._paint_cap(painter)

    def _paint_cap(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = self._cap()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hover))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(self._cap_font())
        painter.setPen(QColor(self._theme.quiet))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap(self) -> QRectF:
        width, height = self._cap_width(), _CAP_HEIGHT
        return QRectF(self.width() - width - _CAP_END, (self.height() - height) / 2, width, height)

    def _cap_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._key) + 2 * _CAP_PADDING

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setWeight(QFont.Weight.DemiBold)
        return font
