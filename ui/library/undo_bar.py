"""What was done to the library just now, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.widgets.announcement import announce


class UndoBar(QWidget):
    """Says what was done and offers it back; not there while nothing was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)  # a narrow window cuts nothing of it
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        undo = QPushButton(self.tr("Undo"))
        undo.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        undo.clicked.connect(self.undo)
        self.setFocusProxy(undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done; `undo` takes it back."""
        self._undo = undo
        self._label.setText(text)
        self.show()
        announce(self, text)

    def undo(self) -> None:
        """Take back what was done last, if it is still offered."""
        undo = self._undo
        self.withdraw()
        if undo is not None:
            undo()

    def withdraw(self) -> None:
        """Offer it no longer."""
        self._undo = None
        self.hide()
