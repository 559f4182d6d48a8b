"""Says for a moment what was just kept, and offers to change or undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.appearance.theme import SERIF, text_font
from ui.notes.note_delegate import wrapped
from ui.notes.note_keys import AFTER_KEEPING, pressed
from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard, has_focus_within

STAY = 6_000  # ms it stays unless it is pointed at or has the focus
_FOOT = 18  # px under it, and under the way back
_WIDEST = 520
_MARGIN = 12
_PADDING, _END = 14, 8
_LINES = 2
_PARTING = {QEvent.Type.Show, QEvent.Type.Hide}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}


class Toast(FloatingCard):
    """Floats over the foot of a view, or of what is seen instead of it.

    Never takes the focus by itself; Tab leads to it.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    note_requested = Signal()
    grow_requested = Signal()
    shrink_requested = Signal()
    offered = Signal()  # something new
    offer_changed = Signal()  # it came, went, or is about something else
    goes_by_escape = True

    def __init__(
        self,
        view: QWidget,
        *,
        instead: QWidget | None = None,
        way_back: QWidget | None = None,
        stay: int = STAY,
    ) -> None:
        """`instead` may be seen while the view is hidden; `way_back` floats over the foot of the
        view, at times; `stay` in milliseconds."""
        super().__init__(view)
        ShortcutGuard(self, lambda key: self._button_for(key) is not None)
        self._way_back = way_back
        self._instead = [instead] if instead is not None else []
        self._beside: QWidget | None = None
        self._text = ""
        self._title, self._quote = QLabel(), QLabel()
        self._undo, self._redo, self._note = QToolButton(), QToolButton(), QToolButton()
        self._shrink, self._grow, self._close = QToolButton(), QToolButton(), QToolButton()
        self._timer = QTimer(self, interval=stay, singleShot=True)
        self._keys = self._keys_of(
            {
                "undo": self._undo,
                "note": self._note,
                "shrink": self._shrink,
                "grow": self._grow,
                "close": self._close,
            }
        )
        self._lay_out()
        self._connect()

    def offer(
        self,
        title: str,
        quote: str,
        *,
        is_about_kept: bool = True,
        is_noted: bool = False,
        has_words: bool = True,
    ) -> None:
        """Show that something was done (`title`, such as "Kept") with these words, from the start.

        What was not kept now can't be undone or changed: then it only reports, or if it is noted
        offers the note. A moment without words has no sentence to be more or less by.
        """
        self._undo.setVisible(is_about_kept)
        for button in (self._shrink, self._grow):
            button.setVisible(is_about_kept and has_words)
        self._redo.hide()
        self._note.setVisible(is_about_kept or is_noted)
        self._show_words(title, quote)

    def report(self, title: str, *, can_undo: bool = False, can_redo: bool = False) -> None:
        """Say in a line what was done, and offer to take it back or to do it again."""
        for button in (self._note, self._shrink, self._grow):
            button.hide()
        self._undo.setVisible(can_undo)
        self._redo.setVisible(can_redo)
        self._show_words(title, "")

    def _show_words(self, title: str, quote: str) -> None:
        self._title.setText(title)
        self._text = " ".join(quote.split())
        self._timer.start()
        self._come()
        self.offered.emit()
        self.offer_changed.emit()
        announce(self._under, f"{title}: {self._text}" if self._text else title)

    def float_over(self, page: QWidget) -> None:
        """This page, too, may be seen instead of the view."""
        self._instead.append(page)
        page.installEventFilter(self)

    def keep_clear_of(self, widget: QWidget) -> None:
        """Stand above this widget of the view, where it comes to the foot."""
        self._beside = widget
        widget.installEventFilter(self)

    @property
    def is_about_note(self) -> bool:
        """Whether it is seen and about something kept."""
        return self.isVisible() and not self._note.isHidden()

    def dismiss(self) -> None:
        """Go."""
        self._timer.stop()
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that the key stands for."""
        button = self._button_for(event)
        if button is not None:
            button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be where it is seen, and clear of the way back, as these come and go."""
        if event.type() in _PARTING and self._timer.isActive():
            self._come()
        elif watched is self._beside and event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """The view may have come back with it."""
        super().showEvent(event)
        self.offer_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The view may have gone with it."""
        super().hideEvent(event)
        self.offer_changed.emit()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Just kept"))
        self._title.setObjectName("heading")
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setFont(text_font(SERIF, self.font().pointSizeF() * 1.08))
        row = self._row = QHBoxLayout()
        row.setSpacing(2)
        row.addStretch()
        for button, face, name, tip in self._button_words():
            button.setText(face)
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0)
        self._head.addWidget(self._title, 1)
        self._head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 8, _END, 12)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self._quote)

    def _button_words(self) -> list[tuple[QToolButton, str, str, str]]:
        """Each button with its face, its accessible name and its tooltip, in reading order."""
        undo, redo, note = self.tr("Undo"), self.tr("Redo"), self.tr("Note")
        shorter, longer = self.tr("One sentence shorter"), self.tr("One sentence longer")
        close = self.tr("Close")
        return [
            (self._undo, undo, undo, self.tr("Take it back (Ctrl+Z)")),
            (self._redo, redo, redo, self.tr("Do it again (Ctrl+Shift+Z)")),
            (self._note, note, self.tr("Write a note"), self.tr("Write a note on it (N)")),
            (self._shrink, self.tr("Less"), shorter, self.tr("One sentence shorter ([)")),
            (self._grow, self.tr("More"), longer, self.tr("One sentence longer (])")),
            (self._close, "×", close, self.tr("Close; it stays kept (Esc)")),
        ]

    def _connect(self) -> None:
        for watched in (self._view, *self._instead, self._way_back):
            if watched is not None:
                watched.installEventFilter(self)
        self._timer.timeout.connect(self._end)
        self._undo.clicked.connect(self._ask(self.undo_requested.emit))
        self._redo.clicked.connect(self._ask(self.redo_requested.emit))
        self._note.clicked.connect(self._ask(self.note_requested.emit))
        self._grow.clicked.connect(self.grow_requested)
        self._shrink.clicked.connect(self.shrink_requested)
        self._close.clicked.connect(self.dismiss)

    def _ask(self, request: Callable[[], object]) -> Callable[[], None]:
        def ask() -> None:
            self.dismiss()
            request()

        return ask

    def _keys_of(self, buttons: dict[str, QToolButton]) -> dict[QKeySequence, QToolButton]:
        return {each: buttons[row.command] for row in AFTER_KEEPING for each in row.sequences}

    def _button_for(self, event: QKeyEvent) -> QToolButton | None:
        return self._keys.get(pressed(event))

    @property
    def _under(self) -> QWidget:
        """What it floats over."""
        places = (self._view, *self._instead)
        return next((each for each in places if each.isVisible()), self._view)

    def _come(self) -> None:
        if self.parentWidget() is not self._under:
            self.setParent(self._under)
        self._place()
        self.show()

    def _place(self) -> None:
        under = self._under
        width = max(0, min(_WIDEST, under.width() - 2 * _MARGIN))
        room = max(40, width - 2 * _PADDING)
        self._quote.setText("\n".join(wrapped(self._text, self._quote.font(), room, _LINES)))
        self._quote.setVisible(bool(self._text))
        direction = self._direction(width - _PADDING - _END)
        self._head.setDirection(direction)
        self._title.setWordWrap(direction == QBoxLayout.Direction.TopToBottom)
        self.setFixedWidth(width)
        self.adjustSize()
        x = (under.width() - width) // 2
        y = min(under.height() - self.height() - self._below(), self._lowest(under))
        self.move(x, max(0, y))
        self.raise_()

    def _lowest(self, under: QWidget) -> int:
        """Where it still is clear of what stands at the foot of the view."""
        beside = self._beside
        if beside is None or not beside.isVisible() or not under.isAncestorOf(beside):
            return under.height()
        return beside.mapTo(under, QPoint()).y() - self.height() - _MARGIN

    def _direction(self, room: int) -> QBoxLayout.Direction:
        """The title stands above the buttons where both in one line would be cut."""
        self._row.invalidate()  # it would count the buttons that were seen before
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        needed = title + _PADDING + self._row.sizeHint().width()
        directions = QBoxLayout.Direction
        return directions.LeftToRight if needed <= room else directions.TopToBottom

    def _below(self) -> int:
        """How far it keeps from the foot, in pixels."""
        way_back = self._way_back
        if way_back is None or not way_back.isVisible():
            return _FOOT
        return _FOOT + way_back.height() + _MARGIN

    def _end(self) -> None:
        if self.underMouse() or has_focus_within(self):
            self._timer.start()
        else:
            self.dismiss()
