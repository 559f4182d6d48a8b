"""Who says this? A card beside a turn: a name typed or chosen, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.voice_names import LONGEST_NAME, decent_name
from ui.appearance.theme import LIGHT, Theme
from ui.appearance.voice_shapes import paint_shape, voice_colour
from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.focus import ShortcutGuard

_WIDEST, _NARROWEST = 380, 272
_TO_WORDS = 24  # px from the name of a turn, up to which no word of it is covered
_GAP, _EDGE = 8, 12  # px from the name, and from the edges of the page
_MOST_OFFERED = 6
_LONGEST_OFFERED = 24  # characters on a button; the rest is in its tooltip


class Scope(Enum):
    """How far a name goes."""

    TURN = auto()
    LINE = auto()  # from a line within a turn on, to its end
    VOICE = auto()  # everywhere
    FROM_HERE = auto()  # the rest of the voice's turns
    TWO = auto()  # from here on, two take turns


class KnownVoice(NamedTuple):
    """A name to be chosen, with its number in the text; -1 for one of another episode."""

    name: str
    number: int = -1


class Question(NamedTuple):
    """A turn that is asked about.

    `scopes` are how far a name may go, each with a few words about it; the first is proposed.
    `other` is who takes turns with it. `is_follow_up`: it was just named, and the guess for the
    others is offered.
    """

    voice: str
    number: int
    is_guess: bool
    scopes: tuple[tuple[Scope, str], ...]
    other: str = ""
    is_follow_up: bool = False
    can_reset: bool = False


class NamingCard(FloatingCard):
    """Stays beside its turn until it is answered or left."""

    named = Signal(str, str, object)  # voice, other, Scope
    confirmed = Signal()
    swap_requested = Signal()
    stop_requested = Signal()
    reset_requested = Signal()
    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._theme = LIGHT
        self._question = Question("", -1, False, ())
        self._name_box = QRect()
        self._title, self._sign = QLabel(), _Sign()
        self._cancel = QToolButton()
        self._name, self._other = QLineEdit(), QLineEdit()
        self._and = QLabel()
        self._take = QPushButton()
        self._offers = QWidget()
        self._scopes = QButtonGroup(self)
        self._scope_rows, self._rows = QVBoxLayout(), list[_ScopeRow]()
        self._doubts = QWidget()
        self._swap, self._stop, self._reset = QToolButton(), QToolButton(), QToolButton()
        ShortcutGuard(self, lambda _: True)  # all keys are typed here
        self._lay_out()
        self._connect()

    def set_look(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        self._sign.show_voice(theme, self._question.number, is_guess=self._question.is_guess)

    def ask(self, question: Question, known: Sequence[KnownVoice], name_box: QRect) -> None:
        """Ask about a turn whose name is at `name_box` of the page."""
        self._question, self._name_box = question, name_box
        self._title.setText(
            self.tr("Do the two take turns?")
            if question.is_follow_up
            else self.tr("Who says this?")
        )
        self._sign.show_voice(self._theme, question.number, is_guess=question.is_guess)
        self._fill_scopes(question)
        self._fill_names(question, known)
        is_doubtful = question.is_guess and not question.is_follow_up
        self._doubts.setVisible(is_doubtful or question.can_reset)
        self._swap.setVisible(is_doubtful)
        self._stop.setVisible(is_doubtful)
        self._reset.setVisible(question.can_reset)
        self._show_scope()
        self._place()
        self.show()
        self.raise_()
        field = self._other if question.is_follow_up else self._name
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        field.selectAll()
        announce(self._page, self._title.text())

    def follow(self, name_box: QRect) -> None:
        """The name is elsewhere now."""
        self._name_box = name_box
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it, Enter takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take.click()
        else:
            super().keyPressEvent(event)

    # How it is made

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Who says this?"))
        self._title.setObjectName("heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._name, 1)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._and)
        second.addWidget(self._other, 1)
        answer = QHBoxLayout()
        answer.addLayout(second, 1)
        answer.addWidget(self._take, 0, Qt.AlignmentFlag.AlignRight)
        self._offers_row = FlowLayout(self._offers)
        doubts = QHBoxLayout(self._doubts)
        doubts.setContentsMargins(0, 0, 0, 0)
        for button in (self._swap, self._stop, self._reset):
            doubts.addWidget(button)
        doubts.addStretch()
        self._scope_rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(8)
        for row in (head, first):
            column.addLayout(row)
        column.addWidget(self._offers)
        column.addLayout(self._scope_rows)
        column.addLayout(answer)
        column.addWidget(self._doubts)
        self._dress()

    def _dress(self) -> None:
        self._name.setPlaceholderText(self.tr("name of the voice"))
        self._name.setAccessibleName(self.tr("Who says this?"))
        self._other.setPlaceholderText(self.tr("the other one"))
        self._other.setAccessibleName(self.tr("Who takes turns with this voice?"))
        self._and.setText(self.tr("and"))
        for field in (self._name, self._other):
            field.setMaxLength(LONGEST_NAME)
        self._take.setDefault(True)
        self._cancel.setText("×")
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Cancel (Esc)"))
        self._swap.setText(self.tr("Swap From Here"))
        self._swap.setToolTip(self.tr("From here on the two take turns the other way round"))
        self._stop.setText(self.tr("Stop Guessing"))
        self._stop.setToolTip(self.tr("From here on nobody is guessed"))
        self._reset.setText(self.tr("As the File Says"))
        self._reset.setToolTip(self.tr("Take back what was said of this turn"))

    def _connect(self) -> None:
        self._cancel.clicked.connect(self._leave)
        self._take.clicked.connect(self._answer)
        self._swap.clicked.connect(partial(self._leave_for, self.swap_requested))
        self._stop.clicked.connect(partial(self._leave_for, self.stop_requested))
        self._reset.clicked.connect(partial(self._leave_for, self.reset_requested))
        self._scopes.buttonClicked.connect(lambda _: self._show_scope())
        for field in (self._name, self._other):
            field.textChanged.connect(self._show_answer)

    def _fill_scopes(self, question: Question) -> None:
        for button in self._scopes.buttons():
            self._scopes.removeButton(button)
        _empty(self._scope_rows)
        self._rows.clear()
        titles = {
            Scope.TURN: self.tr("This turn"),
            Scope.LINE: self.tr("From this line on"),
            Scope.VOICE: self.tr("All of this voice"),
            Scope.FROM_HERE: self.tr("This voice from here on"),
            Scope.TWO: self.tr("From here, two take turns"),
        }
        for scope, words in question.scopes:
            row = _ScopeRow(titles[scope], words)
            self._rows.append(row)
            self._scope_rows.addWidget(row)
            self._scopes.addButton(row.button, scope.value)
            # One alone is not a choice.
            row.setVisible(len(question.scopes) > 1 or question.is_follow_up)
        for button in self._scopes.buttons()[:1]:
            button.setChecked(True)

    def _fill_names(self, question: Question, known: Sequence[KnownVoice]) -> None:
        self._name.setText(question.voice)
        self._other.setText(question.other)
        completer = QCompleter([each.name for each in known], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        for field in (self._name, self._other):
            field.setCompleter(completer)
        _empty(self._offers_row)
        offered = [each for each in known if each.name != question.voice][:_MOST_OFFERED]
        for each in offered:
            button = QToolButton()
            button.setObjectName("name-chip")
            button.setText(_shortened(each.name).replace("&", "&&"))
            button.setToolTip(each.name)
            button.clicked.connect(partial(self._choose, each.name))
            self._offers_row.addWidget(button)
        self._offers.setVisible(bool(offered))

    # What is answered

    @property
    def _scope(self) -> Scope:
        number = self._scopes.checkedId()
        return Scope(number) if number > 0 else Scope.TURN

    def _choose(self, name: str) -> None:
        """A name that is offered goes where one would type; one click is enough."""
        is_two = self._scope is Scope.TWO
        field = self._other if is_two and decent_name(self._name.text()) else self._name
        field.setText(name)
        self._show_answer()
        if is_two and not (self._name.text() and self._other.text()):
            (self._other if self._name.text() else self._name).setFocus()
        else:
            self._take.click()

    def _show_scope(self) -> None:
        is_two = self._scope is Scope.TWO
        self._and.setVisible(is_two)
        self._other.setVisible(is_two)
        self._name.setEnabled(not self._question.is_follow_up)
        self._show_answer()
        self._place()

    def _show_answer(self) -> None:
        name, other = decent_name(self._name.text()), decent_name(self._other.text())
        is_two = self._scope is Scope.TWO
        is_same = self._question.is_guess and name == self._question.voice
        is_confirming = is_same and self._scope is Scope.TURN
        self._take.setText(
            self.tr("Confirm") if is_confirming else self.tr("Guess") if is_two else self.tr("Name")
        )
        self._take.setEnabled(bool(name) and (not is_two or (bool(other) and other != name)))

    def _answer(self) -> None:
        name, other = decent_name(self._name.text()), decent_name(self._other.text())
        scope = self._scope
        if self._question.is_guess and name == self._question.voice and scope is Scope.TURN:
            self._leave_for(self.confirmed)
            return
        self.dismiss()
        self.named.emit(name, other if scope is Scope.TWO else "", scope)

    def _leave(self) -> None:
        self.dismiss()
        self.left.emit()

    def _leave_for(self, signal: object, _is_checked: bool = False) -> None:
        self.dismiss()
        signal.emit()  # type: ignore[attr-defined]

    def _place(self) -> None:
        """Under the name, in the gutter where it has room there, narrower if need be."""
        page, box = self._page, self._name_box
        layout = self.layout()
        if layout is not None:
            self.setMinimumSize(0, 0)
            layout.activate()
            margins = layout.contentsMargins()
            rows = max((row.whole_width for row in self._rows), default=0)
            whole = max(_NARROWEST, rows + margins.left() + margins.right())
            usual = min(whole, box.right() + _TO_WORDS - _EDGE)
            wanted = min(_WIDEST, max(usual, layout.minimumSize().width()))
            self.setFixedWidth(max(0, min(wanted, page.width() - 2 * _EDGE)))
            is_flowing = layout.hasHeightForWidth()
            height = layout.heightForWidth(self.width()) if is_flowing else 0
            self.setFixedHeight(height or layout.sizeHint().height())
        right = box.right() + _GAP - self.width()
        x = min(max(_EDGE, right), page.width() - self.width() - _EDGE)
        y = box.bottom() + _GAP
        if y + self.height() > page.height() - _EDGE:
            y = max(_EDGE, box.top() - _GAP - self.height())
        self.move(x, y)


class _ScopeRow(QWidget):
    """How far a name goes, and what that means."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.button, self._about = QRadioButton(title), QLabel(words, self)
        self.button.setAccessibleName(f"{title}, {words}")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button.setToolTip(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words about it stand at the right where they have room."""
        about = self._about
        about.adjustSize()
        about.move(self.width() - about.width(), (self.height() - about.height()) // 2)
        about.setVisible(self.whole_width <= self.width())
        super().resizeEvent(event)

    @property
    def whole_width(self) -> int:
        """What it takes with the words about it, in px."""
        return self.button.sizeHint().width() + _GAP + self._about.sizeHint().width()


class _Sign(QWidget):
    """The sign of the voice that is asked about."""

    def __init__(self) -> None:
        super().__init__()
        self._theme, self._number, self._is_guess = LIGHT, -1, False
        self.setFixedSize(14, 14)

    def show_voice(self, theme: Theme, number: int, *, is_guess: bool) -> None:
        self._theme, self._number, self._is_guess = theme, number, is_guess
        self.setVisible(number >= 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = voice_colour(self._theme, self._number)
        painter = QPainter(self)
        paint_shape(painter, QRectF(self.rect()), self._number, colour, is_guess=self._is_guess)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_OFFERED else name[: _LONGEST_OFFERED - 1].rstrip() + "…"


def _empty(rows: QLayout) -> None:
    while (row := rows.takeAt(0)) is not None:
        widget = row.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
