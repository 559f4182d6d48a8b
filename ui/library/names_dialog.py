"""Asks what an episode is called: its title, its show, its date."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.episode import Names

_LONGEST = 300  # characters


class NamesDialog(QDialog):
    """Start it with `open()`. Enter takes the names, Esc leaves them."""

    chosen = Signal(object)  # Names

    def __init__(self, names: Names, found: Names, parent: QWidget | None = None) -> None:
        """`found` is what the files call it."""
        super().__init__(parent)
        self._found = found
        self._title, self._show, self._date = QLineEdit(), QLineEdit(), QLineEdit()
        self._fields = self._title, self._show, self._date
        self._reset = QPushButton(self.tr("&As Found"))
        self._lay_out()
        self._fill(names)
        self._select_title()

    @property
    def names(self) -> Names:
        """What is in the fields."""
        return Names(*(" ".join(field.text().split()) for field in self._fields))

    def accept(self) -> None:
        """Take the names."""
        super().accept()
        self.chosen.emit(self.names)

    def sizeHint(self) -> QSize:
        """Room for a title."""
        return QSize(460, super().sizeHint().height())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Rename Episode"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for label, field in (
            (self.tr("&Title"), self._title),
            (self.tr("&Show"), self._show),
            (self.tr("&Date"), self._date),
        ):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self._show_whether_found)
            form.addRow(label, field)
        self._title.setPlaceholderText(self._found.title)
        self._date.setPlaceholderText(self.tr("Year-month-day, such as 2024-01-12"))
        self._reset.setToolTip(self.tr("As the tags, the transcript or the file call it (Alt+A)"))
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(lambda: self._fill(self._found))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Rename"))
        buttons.addButton(self._reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)

    def _select_title(self) -> None:
        """To be typed over, with its beginning in view: Qt selects towards the end."""
        self._title.setFocus()
        self._title.end(False)
        self._title.home(True)

    def _fill(self, names: Names) -> None:
        for field, name in zip(self._fields, names, strict=True):
            field.setText(name)
            field.setCursorPosition(0)

    def _show_whether_found(self) -> None:
        self._reset.setEnabled(any(self._found) and self.names != self._found)
