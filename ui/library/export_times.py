"""Asks whose times an exported transcript is to have, where it lies otherwise in its recording."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)


class ExportTimesDialog(QDialog):
    """Either clock; that of the recording is chosen at first."""

    chosen = Signal(bool)  # whether the times are to be the file's own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_recording, self._by_file = QRadioButton(), QRadioButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go_on = QPushButton(self.tr("Continue…"))
        self._buttons.addButton(self._go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Emit what was chosen."""
        super().accept()
        self.chosen.emit(self._by_file.isChecked())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export Transcript"))
        question = QLabel(self.tr("You moved this text to its recording. Which times?"))
        self._by_recording.setText(self.tr("As this &recording runs"))
        self._by_recording.setChecked(True)
        self._by_file.setText(self.tr("The &file’s own times"))
        self._go_on.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(question)
        layout.addSpacing(4)
        layout.addWidget(self._by_recording)
        layout.addWidget(self._hint(self.tr("The text fits this recording in other players too.")))
        layout.addWidget(self._by_file)
        layout.addWidget(self._hint(self.tr("The text fits the recording that it was made for.")))
        layout.addSpacing(8)
        layout.addWidget(self._buttons)
        self._by_recording.setFocus()

    def _hint(self, text: str) -> QLabel:
        hint = QLabel(text)
        hint.setIndent(24)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return hint
