"""What found no place in the open text: one after the other, with the best guess to accept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.appearance.theme import SERIF, text_font
from ui.notes.note_delegate import wrapped
from ui.widgets.focus import ShortcutGuard

_LINES = 3
_MARGIN = 14


class Unplaced(NamedTuple):
    """The words that were kept, and those that stand at the best guess; empty without one."""

    id: str
    quote: str
    guess: str = ""


class UnplacedTray(QWidget):
    """A line that unfolds; not there while everything has a place. Nothing here is ever lost."""

    accept_requested = Signal(str)  # the guess is right
    place_requested = Signal(str)  # what is selected is right
    show_requested = Signal(str)  # the guess, in the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._all: tuple[Unplaced, ...] = ()
        self._at = 0
        self._shown = ""  # the id of the one whose guess the text shows
        self._head = QToolButton()
        self._body = QWidget()
        self._quote, self._perhaps, self._guess = QLabel(), QLabel(), QLabel()
        self._accept = QPushButton(self.tr("&Accept"))
        self._place = QPushButton(self.tr("P&lace Here"))
        self._leave = QPushButton(self.tr("Leave &It"))
        self._lay_out()
        self._name_controls()
        self._connect()
        self.set_unplaced(())

    def set_unplaced(self, unplaced: Sequence[Unplaced]) -> None:
        """Offer these; the one being looked at stays so, if it is among them."""
        looked_at = self._all[self._at].id if self._at < len(self._all) else ""
        self._all = tuple(unplaced)
        ids = [each.id for each in self._all]
        self._at = ids.index(looked_at) if looked_at in ids else min(self._at, len(ids) - 1)
        self._at = max(0, self._at)
        self._head.setText(self.tr("%n without a place here", "", len(ids)))
        self.setVisible(bool(ids))
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds it up."""
        if event.key() == Qt.Key.Key_Escape and self._head.isChecked():
            self._head.setChecked(False)
            self._head.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines again."""
        super().resizeEvent(event)
        self._show_current()

    def _lay_out(self) -> None:
        self._head.setCheckable(True)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for label in (self._quote, self._guess):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(text_font(SERIF, self.font().pointSizeF() * 1.06))
        self._perhaps.setWordWrap(True)
        self._perhaps.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self._accept, self._place, self._leave):
            button.setProperty("narrow", True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines = QVBoxLayout(self._body)
        lines.setContentsMargins(_MARGIN, 0, _MARGIN, 10)
        lines.setSpacing(6)
        for widget in (self._quote, self._perhaps, self._guess):
            lines.addWidget(widget)
        lines.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self._unfold(False)

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("Without a place"))
        tip = self.tr("What you kept with another text and is not found in this one (Space)")
        self._head.setToolTip(tip)
        self._accept.setToolTip(self.tr("It belongs there: mark it there (Alt+A)"))
        self._place.setToolTip(
            self.tr("First select the right words in the transcript, then press this (Alt+P)")
        )
        self._leave.setToolTip(self.tr("It stays kept without a place; show the next (Alt+I)"))

    def _connect(self) -> None:
        self._head.toggled.connect(self._unfold)
        self._accept.clicked.connect(lambda: self.accept_requested.emit(self._current_id))
        self._place.clicked.connect(lambda: self.place_requested.emit(self._current_id))
        self._leave.clicked.connect(self._go_on)

    def _unfold(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self._head.setArrowType(arrow)
        self._shown = ""
        self._show_current()

    @property
    def _current_id(self) -> str:
        return self._all[self._at].id

    def _go_on(self) -> None:
        """To the next; after the last it folds up."""
        if self._at + 1 < len(self._all):
            self._at += 1
            self._show_current()
        else:
            self._at = 0
            self._head.setChecked(False)
            self._head.setFocus()

    def _show_current(self) -> None:
        if not self._all or self._body.isHidden():
            return
        current = self._all[self._at]
        self._quote.setText(self._fitted(f"“{current.quote}”"))
        perhaps = self.tr("Perhaps here, where it says:") if current.guess else self._hint()
        self._perhaps.setText(perhaps)
        self._guess.setText(self._fitted(current.guess))
        self._guess.setVisible(bool(current.guess))
        self._accept.setEnabled(bool(current.guess))
        if current.guess and current.id != self._shown:
            self._shown = current.id
            self.show_requested.emit(current.id)

    def _hint(self) -> str:
        return self.tr("Nothing like it was found. Select the right words, then Place Here.")

    def _fitted(self, text: str) -> str:
        shown, room = " ".join(text.split()), self.width() - 2 * _MARGIN
        return "\n".join(wrapped(shown, self._quote.font(), max(60, room), _LINES))
