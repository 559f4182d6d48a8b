"""A card that floats over a view: it never takes the keyboard by itself, and gives it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ui.widgets.focus import has_focus_within


class FloatingCard(QWidget):
    """Hidden until it is offered. Tab leads to it."""

    goes_by_escape = False  # whether Esc on its view sends it away, where nothing else wants it
    focus_released = Signal()  # it went while it had the keyboard

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def dismiss(self) -> None:
        """Go."""
        had_focus = has_focus_within(self)
        self.hide()
        if had_focus:
            self.focus_released.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the view changes its size, and go with Esc."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        elif (
            watched is self._view and isinstance(event, QKeyEvent) and self._is_sent_away_by(event)
        ):
            self.dismiss()
            return True
        return super().eventFilter(watched, event)

    def _is_sent_away_by(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress
        return self.goes_by_escape and is_escape and self.isVisible()

    def _place(self) -> None:
        """Go to where it floats over the view; a card without such a place stays."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An edge of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Light))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
