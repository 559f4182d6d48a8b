"""What was removed from the library, offered back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class UndoBar(QWidget):
    """Says what was removed and offers it back; not there while nothing was."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        undo = QPushButton(self.tr("Undo"))
        undo.setToolTip(self.tr("Bring it back (Ctrl+Z)"))
        undo.clicked.connect(self.undo_requested)
        self.setFocusProxy(undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def show_titles(self, titles: Sequence[str]) -> None:
        """Say that these were removed; go where there are none."""
        if len(titles) == 1:
            text = self.tr("Removed from the library: {title}").format(title=titles[0])
        else:
            text = self.tr("Removed from the library: %n episode(s)", "", len(titles))
        self._label.setText(text)
        self.setVisible(bool(titles))
