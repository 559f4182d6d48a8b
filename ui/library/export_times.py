"""Asks whose words and whose times an exported transcript is to have, where the listener has put
them otherwise than its file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)


class ExportTimesDialog(QDialog):
    """Either; what the listener made of the text is chosen at first."""

    chosen = Signal(bool, bool)  # whether the times, and the words, are to be the file's own

    def __init__(
        self, parent: QWidget | None = None, *, has_times: bool = True, has_words: bool = False
    ) -> None:
        """What is asked: whose times, whose words."""
        super().__init__(parent)
        self._has_times, self._has_words = has_times, has_words
        self._corrected, self._as_said = QRadioButton(), QRadioButton()
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
        self.chosen.emit(self._by_file.isChecked(), self._as_said.isChecked())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export Transcript"))
        self._by_recording.setText(self.tr("As this &recording runs"))
        self._by_recording.setChecked(True)
        self._by_file.setText(self.tr("The &file’s own times"))
        self._go_on.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(6)
        if self._has_words:
            self._add_words(layout)
        if self._has_times:
            self._add_times(layout)
        layout.addWidget(self._buttons)
        (self._corrected if self._has_words else self._by_recording).setFocus()

    def _add_words(self, layout: QVBoxLayout) -> None:
        self._corrected.setText(self.tr("As &corrected"))
        self._corrected.setChecked(True)
        self._as_said.setText(self.tr("As the file &says"))
        group = QButtonGroup(self)
        for button in (self._corrected, self._as_said):
            group.addButton(button)
        layout.addWidget(QLabel(self.tr("You corrected this text. Which words?")))
        layout.addSpacing(4)
        layout.addWidget(self._corrected)
        layout.addWidget(self._as_said)
        layout.addSpacing(12)

    def _add_times(self, layout: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        for button in (self._by_recording, self._by_file):
            group.addButton(button)
        layout.addWidget(QLabel(self.tr("You moved this text to its recording. Which times?")))
        layout.addSpacing(4)
        layout.addWidget(self._by_recording)
        layout.addWidget(self._hint(self.tr("The text fits this recording in other players too.")))
        layout.addWidget(self._by_file)
        layout.addWidget(self._hint(self.tr("The text fits the recording that it was made for.")))
        layout.addSpacing(8)

    def _hint(self, text: str) -> QLabel:
        hint = QLabel(text)
        hint.setIndent(24)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return hint
