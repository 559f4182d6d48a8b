"""The little bar over selected words: keep them in a colour, bookmark, write, correct, copy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.annotation import COLOURS
from ui.appearance.icons import Icons
from ui.appearance.swatch import SWATCH, swatch
from ui.appearance.theme import Theme
from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard, plain_modifiers
from ui.widgets.key_places import meant_key

_GAP = 8  # px between the bar and the words
_PLAIN = Qt.KeyboardModifier.NoModifier


class SelectionBar(FloatingCard):
    """Floats over a view, beside the selection's first line. Tab leads to it."""

    highlight_requested = Signal(int)  # colour, 1 to 5
    bookmark_requested = Signal()
    note_requested = Signal()
    correct_requested = Signal()
    copy_requested = Signal()

    def __init__(self, view: QWidget, theme: Theme, icons: Icons) -> None:
        super().__init__(view)
        ShortcutGuard(self, lambda key: self._button_for(key) is not None)
        self._view = view
        self._colours = [QToolButton() for _ in range(COLOURS)]
        self._bookmark, self._note = QToolButton(), QToolButton()
        self._correct, self._copy = QToolButton(), QToolButton()
        self._buttons = [*self._colours, self._bookmark, self._note, self._correct, self._copy]
        self._keys = {
            **{Qt.Key(Qt.Key.Key_1 + k): each for k, each in enumerate(self._colours)},
            Qt.Key.Key_B: self._bookmark,
            Qt.Key.Key_N: self._note,
            Qt.Key.Key_C: self._correct,
        }
        self._lay_out()
        self._connect()
        self.set_look(theme, icons)
        self.set_colour_names({})

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Take on other colours and icons."""
        for colour, button in enumerate(self._colours, 1):
            button.setIcon(swatch(theme, colour, self.devicePixelRatioF()))
        self._bookmark.setIcon(swatch(theme, 0, self.devicePixelRatioF()))
        self._copy.setIcon(icons.icon("copy"))

    def set_colour_names(self, names: Mapping[int, str]) -> None:
        """What the colours 1 to 5 are called."""
        for colour, button in enumerate(self._colours, 1):
            name = names.get(colour) or self.tr("Colour {number}").format(number=colour)
            button.setAccessibleName(self.tr("Highlight: {name}").format(name=name))
            button.setToolTip(f"{name} ({colour})")

    def offer(self, first: QRect, last: QRect) -> None:
        """Come beside a selection; its first and last line are in pixels of the view.

        Above the first line where there is room, else under the last, never over the first.
        """
        self.adjustSize()
        x = min(first.left(), self._view.width() - self.width() - _GAP)
        y = first.top() - self.height() - _GAP
        if y < 0:
            foot = self._view.height() - self.height() - _GAP
            y = max(first.bottom() + _GAP, min(last.bottom() + _GAP, foot))
        self.move(max(_GAP, x), y)
        self.raise_()
        self.show()

    def focus_first(self) -> None:
        """Put the keyboard on the first colour."""
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button's key presses it, Esc closes; Tab goes along the bar."""
        button = self._button_for(event)
        if button is not None:
            button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_focused()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Keep the selection"))
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 4, 5, 4)
        row.setSpacing(1)
        for button in self._buttons:
            button.setIconSize(QSize(SWATCH, SWATCH))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._note.setText(self.tr("Note"))
        self._correct.setText(self.tr("Correct"))
        for button, name, tip in (
            (self._bookmark, self.tr("Bookmark"), self.tr("Bookmark (B)")),
            (self._note, self.tr("Note"), self.tr("Write a note (N)")),
            (self._correct, self.tr("Correct"), self.tr("Put misheard words right (C)")),
            (self._copy, self.tr("Copy"), self.tr("Copy (Ctrl+C)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def _connect(self) -> None:
        for colour, button in enumerate(self._colours, 1):
            button.clicked.connect(partial(self._ask_highlight, colour))
        self._bookmark.clicked.connect(self.bookmark_requested)
        self._note.clicked.connect(self.note_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._correct.clicked.connect(self.correct_requested)
        for button in self._buttons:
            button.clicked.connect(self.dismiss)

    def _ask_highlight(self, colour: int) -> None:
        self.highlight_requested.emit(colour)

    def _button_for(self, event: QKeyEvent) -> QToolButton | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self._copy
        is_plain = plain_modifiers(event) == _PLAIN
        return self._keys.get(meant_key(event)) if is_plain else None

    def _press_focused(self) -> None:
        for button in self._buttons:
            if button.hasFocus():
                button.click()
                return
