"""Cancels a drag that goes on although the mouse button was released."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

_PATIENCE = 100  # ms between two looks at the button


class DragEnd(QObject):
    """Watches the drags that enter `window` and began in Earmark.

    If a whole drag happens while the window is busy, Qt can handle the release of the button
    before the drag waits for it. The drag then goes on, and takes every key, until the next click.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._was_held = True
        self._looks = QTimer(self, interval=_PATIENCE)
        self._looks.timeout.connect(self._look)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a drag begins; every event is passed on."""
        if isinstance(event, QDragEnterEvent) and event.source() is not None:
            self._was_held = True
            self._looks.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Cancel after two looks without a button: a drag that has just ended still has to drop."""
        is_held = bool(QGuiApplication.mouseButtons())
        if not is_held and not self._was_held:
            self._looks.stop()
            QDrag.cancel()
        self._was_held = is_held
