"""Asks in which encoding and format a file is to be read that could not be read as guessed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.formats import FORMATS
from reader.formats.decoding import ENCODINGS


class OpenAsDialog(QDialog):
    """Encoding and format of one file, each as guessed or as chosen."""

    chosen = Signal(str, str)  # encoding and format as `formats.load` names them; empty: as guessed

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._encoding, self._format = QComboBox(), QComboBox()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self._fill(self._encoding, ENCODINGS)
        self._fill(self._format, {row.name: row.title for row in FORMATS})
        self._lay_out(path)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Emit what was chosen."""
        super().accept()
        self.chosen.emit(self._encoding.currentData(), self._format.currentData())

    def _fill(self, box: QComboBox, titles: Mapping[str, str]) -> None:
        box.addItem(self.tr("As Guessed"), "")
        for name, title in titles.items():
            box.addItem(self.tr(title), name)

    def _lay_out(self, path: Path) -> None:
        self.setWindowTitle(self.tr("Open As"))
        question = QLabel(self.tr("How is “{0}” to be read?").format(path.name), wordWrap=True)
        question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        form = QFormLayout()
        form.addRow(self.tr("&Encoding:"), self._encoding)
        form.addRow(self.tr("&Format:"), self._format)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(question)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._encoding.setFocus()
