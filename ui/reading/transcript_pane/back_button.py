"""The way back to the line being spoken, with where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from reader.time_text import clock_text
from ui.player.spoken_time import spoken_time
from ui.widgets.focus import ShortcutGuard

_MARGIN = 18


class BackButton(QPushButton):
    """Floats over the foot of a view while the reader is elsewhere."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        ShortcutGuard(self)
        self._view = view
        self.setObjectName("back-button")
        # Not by a click, of whichever button: the keyboard would stay on it, and Space with it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show the line being spoken and follow it (Ctrl+G)"))
        self._up, self._down = QIcon(), QIcon()
        view.installEventFilter(self)
        self.hide()

    def set_icons(self, up: QIcon, down: QIcon) -> None:
        """Arrows for a line above and below the view."""
        self._up, self._down = up, down

    def offer(self, time: int, direction: int) -> None:
        """Show where the line is: its time, and -1 above, 1 below, 0 in the view."""
        self.setIcon(self._up if direction < 0 else self._down if direction > 0 else QIcon())
        text = self.tr("Back to {0}") if direction else self.tr("Follow from {0}")
        self.setText(text.format(clock_text(time)))
        self.setAccessibleName(text.format(spoken_time(time)))
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the view changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        x = (self._view.width() - self.width()) // 2
        self.move(x, self._view.height() - self.height() - _MARGIN)
        self.raise_()
