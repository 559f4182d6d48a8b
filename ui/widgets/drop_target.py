"""Takes files that are dropped anywhere on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.foreign_names import path_of
from ui.appearance.theme import SERIF, text_font
from ui.widgets.overlay import Overlay

_VEIL = 0.94  # opacity: what lies below can still be recognised, but not read

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class DropTarget(QObject):
    """Watches `window`; while files hover over it, an overlay says what a drop would do."""

    files_dropped = Signal(list)  # list[Path]

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the drags that reach the window; all else goes on."""
        if event.type() in _DRAGS and isinstance(event, QDragMoveEvent):
            return self._hover(event)
        if event.type() == QEvent.Type.DragLeave:
            self._overlay.hide()
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _hover(self, event: QDragMoveEvent) -> bool:
        if not dropped_paths(event.mimeData()):
            return False
        _copy(event)
        if isinstance(event, QDragEnterEvent):
            self._overlay.show()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._overlay.hide()
        paths = dropped_paths(event.mimeData())
        if paths:
            _copy(event)
            self.files_dropped.emit(paths)
        return bool(paths)


class DropOverlay(Overlay):
    """ "Drop to open" over the whole window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QLabel(self.tr("Drop to open"))
        words.setFont(text_font(SERIF, 22))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        folders = QLabel(self.tr("All that is in a folder is listed, now and later"), wordWrap=True)
        folders.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(folders)
        layout.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil the window and draw a dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self.palette().color(QPalette.ColorRole.Base)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(14, 14, -14, -14), 12, 12)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files that a drag carries, in its order."""
    addresses = [bytes(url.toEncoded().data()).decode() for url in data.urls() if url.isLocalFile()]
    return [path_of(address) for address in addresses]


def _copy(event: QDropEvent) -> None:
    # Never a move: the file manager would delete the file afterwards.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
