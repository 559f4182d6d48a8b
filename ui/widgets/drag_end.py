"""Ends a drag that goes on although its button was let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

_PATIENCE = 100  # ms between two looks at the button


class DragEnd(QObject):
    """Watches the drags that enter `window` and began in Earmark.

    Where a whole drag takes place while the window is busy, its release can reach Qt before the
    drag waits for it: the drag would go on, and take every key, until the next click.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._was_held = True
        self._looks = QTimer(self, interval=_PATIENCE)
        self._looks.timeout.connect(self._look)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a drag begin; all events go on."""
        if isinstance(event, QDragEnterEvent) and event.source() is not None:
            self._was_held = True
            self._looks.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Twice without a button: a drag that has just ended needs a moment for its drop."""
        is_held = bool(QGuiApplication.mouseButtons())
        if not is_held and not self._was_held:
            self._looks.stop()
            QDrag.cancel()
        self._was_held = is_held
