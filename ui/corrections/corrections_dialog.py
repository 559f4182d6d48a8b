"""All corrections of the open episode: searched, heard, taken back, saved as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.correction import Correction, CorrectionScope
from reader.time_text import clock_text

_WIDTH, _HEIGHT = 680, 480
_ROW = Qt.ItemDataRole.UserRole


class ListedCorrection(NamedTuple):
    """A correction with where it is read in the open text: how often, and when at first (ms); one
    that is waiting finds its words nowhere."""

    correction: Correction
    places: int
    time: int | None
    is_waiting: bool = False


class CorrectionsDialog(QDialog):
    """Every change counts at once and can be undone (Ctrl+Z)."""

    hear_requested = Signal(object)  # Correction
    as_file_says_requested = Signal(object)  # list of Correction
    place_requested = Signal(object)  # Correction: at the words that are selected
    list_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._tree = QTreeWidget()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._waiting = QLabel(wordWrap=True)
        self._hear, self._restore = QPushButton(), QPushButton()
        self._place, self._list, self._save = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.set_corrections(())

    def set_corrections(self, listed: Sequence[ListedCorrection]) -> None:
        """Show these; what is chosen stays so, if it is among them."""
        chosen = {each.id for each in self._chosen()}
        self._tree.clear()
        for each in listed:
            row = self._row(each)
            self._tree.addTopLevelItem(row)
            row.setSelected(each.correction.id in chosen)
        waiting = sum(each.is_waiting for each in listed)
        text = self.tr(
            "%n wait(s) for words that this text does not have. Select the right words on the "
            "page, then Place Here.",
            "",
            waiting,
        )
        self._waiting.setText(text)
        self._waiting.setVisible(bool(waiting))
        self._empty.setVisible(not listed)
        self._tree.setVisible(bool(listed))
        self._list.setEnabled(bool(listed))
        self._save.setEnabled(bool(listed))
        self._filter(self._search.text())
        self._show_available()

    def sizeHint(self) -> QSize:
        """Room for a dozen."""
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen ones back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._tree.hasFocus():
            self._restore.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Corrections"))
        self._search.setPlaceholderText(self.tr("Search the corrections"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._tree.setHeaderLabels(
            [self.tr("Time"), self.tr("The file says"), self.tr("Read as"), self.tr("Where")]
        )
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._tree.setAccessibleName(self.tr("Corrections"))
        header = self._tree.header()
        header.setStretchLastSection(False)
        for words in (1, 2):
            header.setSectionResizeMode(words, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self._empty.setText(
            self.tr(
                "Nothing is corrected yet.\n\nPut the caret in a misheard word, or select some, "
                "and press C."
            )
        )
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._waiting.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._tree, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._waiting)
        column.addLayout(self._button_row())
        column.addWidget(self._buttons())

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button, text, tip in (
            (self._hear, self.tr("&Hear"), self.tr("Play from a moment before (Enter)")),
            (self._restore, self.tr("&As the File Says"), self.tr("Take it back (Delete)")),
            (self._place, self.tr("&Place Here"), self.tr("At the words selected on the page")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._list.setText(self.tr("Save &List…"))
        self._list.setToolTip(self.tr("What was changed, as text or as a web page"))
        self._save.setText(self.tr("Save &Transcript"))
        self._save.setToolTip(self.tr("The corrected text, beside the file and never over it"))
        for button in (self._list, self._save):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._tree.itemSelectionChanged.connect(self._show_available)
        self._tree.itemActivated.connect(lambda *_: self._hear.click())
        self._hear.clicked.connect(lambda: self.hear_requested.emit(self._chosen()[0]))
        self._restore.clicked.connect(lambda: self.as_file_says_requested.emit(self._chosen()))
        self._place.clicked.connect(lambda: self.place_requested.emit(self._chosen()[0]))
        self._list.clicked.connect(self.list_requested)
        self._save.clicked.connect(self.save_requested)

    def _row(self, listed: ListedCorrection) -> QTreeWidgetItem:
        each = listed.correction
        time = clock_text(listed.time) if listed.time is not None else ""
        text = self.tr("as the file says") if each.is_as_said else each.replacement
        row = QTreeWidgetItem([time, each.words, text, self._where(listed)])
        row.setData(0, _ROW, listed)
        row.setToolTip(1, each.words)
        row.setToolTip(2, text)
        return row

    def _where(self, listed: ListedCorrection) -> str:
        if listed.is_waiting:
            return self.tr("waits")
        if listed.correction.scope is CorrectionScope.WORDS:
            return self.tr("here")
        if listed.correction.scope is CorrectionScope.EPISODE:
            return self.tr("episode, %n×", "", listed.places)
        return self.tr("show, %n×", "", listed.places)

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for k in range(self._tree.topLevelItemCount()):
            row = self._tree.topLevelItem(k)
            if row is not None:
                shown = f"{row.text(1)} {row.text(2)}".casefold()
                row.setHidden(wanted not in shown)

    def _chosen(self) -> list[Correction]:
        return [row.data(0, _ROW).correction for row in self._tree.selectedItems()]

    def _show_available(self) -> None:
        rows = [row.data(0, _ROW) for row in self._tree.selectedItems()]
        self._hear.setEnabled(len(rows) == 1 and rows[0].time is not None)
        self._restore.setEnabled(bool(rows))
        self._place.setEnabled(len(rows) == 1 and rows[0].is_waiting)
        self._place.setVisible(not self._waiting.isHidden())
