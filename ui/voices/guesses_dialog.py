"""The turns of which it is a guess who speaks them: heard, confirmed, swapped, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.overlays.voices import VoiceTurn
from reader.time_text import clock_text
from ui.appearance.theme import Theme
from ui.appearance.voice_shapes import SHAPE, paint_shape, voice_colour

_WIDTH, _HEIGHT = 620, 460
_ROW = Qt.ItemDataRole.UserRole
_SIGN = round(SHAPE) + 4  # px


class Guess(NamedTuple):
    """A turn with the number of its voice in the text, when it begins (ms), and its first words."""

    turn: VoiceTurn
    number: int
    time: int | None
    words: str


class GuessesDialog(QDialog):
    """The chosen turn is shown on the page. What is confirmed goes, and the next one is chosen."""

    chosen = Signal(object)  # VoiceTurn
    hear_requested = Signal(object)  # VoiceTurn
    confirm_requested = Signal(object)  # list of VoiceTurn
    swap_requested = Signal(object)  # VoiceTurn
    confirm_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel()
        self._tree = QTreeWidget()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._hear, self._confirm, self._swap = QPushButton(), QPushButton(), QPushButton()
        self._all = QPushButton()
        self._lay_out()
        self._connect()

    def set_guesses(self, guesses: Sequence[Guess], theme: Theme) -> None:
        """List these; chosen is the turn that was, else the next one."""
        before = self._turns(self._tree.selectedItems()[:1])
        self._tree.blockSignals(True)
        self._tree.clear()
        self._tree.addTopLevelItems([self._row(each, theme) for each in guesses])
        self._tree.blockSignals(False)
        self._count.setText(self.tr("%n turn(s) wait to be confirmed", "", len(guesses)))
        for widget in (self._count, self._tree):
            widget.setVisible(bool(guesses))
        self._empty.setVisible(not guesses)
        self._choose(before[0].place if before else (-1, -1))
        self._show_available()

    def sizeHint(self) -> QSize:
        """Room for a dozen."""
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the list Enter confirms, and Space plays."""
        keys = {
            Qt.Key.Key_Return: self._confirm,
            Qt.Key.Key_Enter: self._confirm,
            Qt.Key.Key_Space: self._hear,
        }
        button = keys.get(Qt.Key(event.key())) if self._tree.hasFocus() else None
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Guesses"))
        self._count.setObjectName("heading")
        self._tree.setHeaderLabels([self.tr("Time"), self.tr("Voice"), self.tr("Words")])
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._tree.setAccessibleName(self.windowTitle())
        self._tree.setIconSize(QSize(_SIGN, _SIGN))
        header = self._tree.header()
        header.setStretchLastSection(True)
        for narrow in (0, 1):
            header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self._empty.setText(
            self.tr(
                "Nothing waits to be confirmed.\n\nWhere two take turns and the file only marks "
                "a change, name both from a turn on: who speaks the others is a guess then."
            )
        )
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._count)
        column.addWidget(self._tree, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(self._button_row())
        column.addWidget(self._buttons())

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button, text, tip in (
            (self._confirm, self.tr("&Confirm"), self.tr("These turns are right (Enter)")),
            (self._hear, self.tr("&Hear"), self.tr("Play from where the turn begins (Space)")),
            (
                self._swap,
                self.tr("&Swap From Here"),
                self.tr("From here on the two take turns the other way round"),
            ),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._all.setText(self.tr("Confirm &All"))
        self._all.setToolTip(self.tr("All guesses are right"))
        self._all.setAutoDefault(False)
        buttons.addButton(self._all, QDialogButtonBox.ButtonRole.ActionRole)
        self._confirm.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self._tree.itemSelectionChanged.connect(self._report_chosen)
        self._tree.itemDoubleClicked.connect(lambda *_: self._hear.click())
        self._confirm.clicked.connect(lambda: self.confirm_requested.emit(self._chosen()))
        self._hear.clicked.connect(lambda: self.hear_requested.emit(self._chosen()[0]))
        self._swap.clicked.connect(lambda: self.swap_requested.emit(self._chosen()[0]))
        self._all.clicked.connect(self.confirm_all_requested)

    def _row(self, guess: Guess, theme: Theme) -> QTreeWidgetItem:
        time = clock_text(guess.time) if guess.time is not None else ""
        row = QTreeWidgetItem([time, f"{guess.turn.voice}?", guess.words])
        row.setData(0, _ROW, guess.turn)
        row.setIcon(1, _sign(theme, guess.number, self.devicePixelRatioF()))
        row.setToolTip(2, guess.words)
        return row

    def _choose(self, place: tuple[int, int]) -> None:
        """The row of a turn, else that of the next one."""
        rows = [self._tree.topLevelItem(k) for k in range(self._tree.topLevelItemCount())]
        found = [row for row in rows if row is not None]
        after = [row for row in found if row.data(0, _ROW).place >= place]
        row = next(iter(after), found[-1] if found else None)
        if row is not None:
            self._tree.setCurrentItem(row)
            self._tree.scrollToItem(row)

    def _chosen(self) -> list[VoiceTurn]:
        return self._turns(self._tree.selectedItems())

    @staticmethod
    def _turns(rows: Sequence[QTreeWidgetItem]) -> list[VoiceTurn]:
        return sorted(row.data(0, _ROW) for row in rows)

    def _report_chosen(self) -> None:
        self._show_available()
        chosen = self._chosen()
        if len(chosen) == 1:
            self.chosen.emit(chosen[0])

    def _show_available(self) -> None:
        count = len(self._chosen())
        self._confirm.setEnabled(count > 0)
        for button in (self._hear, self._swap):
            button.setEnabled(count == 1)
        self._all.setEnabled(self._tree.topLevelItemCount() > 0)


def _sign(theme: Theme, number: int, ratio: float) -> QIcon:
    """The hollow sign of a guessed voice."""
    picture = QPixmap(QSize(_SIGN, _SIGN) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    area = QRectF(0, 0, _SIGN, _SIGN)
    paint_shape(painter, area, number, voice_colour(theme, number), is_guess=True)
    painter.end()
    return QIcon(picture)
