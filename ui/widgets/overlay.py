"""A child that lies over the whole of its parent and follows its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class Overlay(QWidget):
    """Hidden until shown; then on top of everything in `parent`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.hide()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the parent."""
        if event.type() == QEvent.Type.Resize and watched is self._covered and self.isVisible():
            self.setGeometry(self._covered.rect())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Come on top, as large as the parent is now."""
        super().showEvent(event)
        self.setGeometry(self._covered.rect())
        self.raise_()
