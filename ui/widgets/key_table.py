"""Which key goes where: one table, by what has the keyboard."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FocusKind(Enum):
    """What may have the keyboard."""

    PAGE = auto()  # the transcript
    LIST = auto()  # of notes, of episodes
    CONTROL = auto()  # a button, such as the filters of the notes
    SLIDER = auto()  # the seek bar, the volume
    FIELD = auto()  # where one types
    DIALOG = auto()
    MENU = auto()


class KeyTaker(Enum):
    """Who gets a key."""

    WINDOW = auto()  # the player and the other actions
    WIDGET = auto()  # what has the keyboard
    JUST_KEPT = auto()  # the note that the toast shows; without one, what has the keyboard


_KINDS = tuple(FocusKind)
_W, _O, _K = KeyTaker.WINDOW, KeyTaker.WIDGET, KeyTaker.JUST_KEPT
_ROWS = (
    # page list control slider field dialog menu
    ("Space", (_W, _W, _O, _W, _O, _O, _O)),  # a focused button is pressed by it everywhere
    ("Left Right", (_W, _W, _W, _O, _O, _O, _O)),
    ("Return Enter", (_O, _O, _O, _O, _O, _O, _O)),
    ("0 1 2 3 4 5", (_W, _K, _W, _W, _O, _O, _O)),
    ("B C N", (_W, _W, _W, _W, _O, _O, _O)),
    ("T", (_W, _O, _W, _W, _O, _O, _O)),
    ("Delete Backspace", (_O, _O, _O, _O, _O, _O, _O)),
    ("Escape", (_O, _O, _O, _O, _O, _O, _O)),
    ("Up Down PageUp PageDown Home End", (_O, _O, _O, _O, _O, _O, _O)),
)
"""Space, Left and Right are the player's except where one types; but a button that was reached
with Tab keeps Space, and a handle keeps the arrows."""

KEY_TABLE = {
    (Qt.Key[f"Key_{name}"], kind): taker
    for names, takers in _ROWS
    for name in names.split()
    for kind, taker in zip(_KINDS, takers, strict=True)
}


def taker_of(key: Qt.Key, kind: FocusKind) -> KeyTaker:
    """Who gets a key without modifiers; the window, where the table does not name it."""
    return KEY_TABLE.get((key, kind), KeyTaker.WINDOW)


def focus_kind(widget: QWidget) -> FocusKind:
    """What a widget is, for the table.

    Classes are asked for by name: PySide makes all enums of one that is looked at, 10 ms of them.
    """
    is_a = widget.inherits
    if is_a("QMenu"):
        return FocusKind.MENU
    if widget.window().inherits("QDialog"):
        return FocusKind.DIALOG
    if is_a("QLineEdit"):
        return FocusKind.FIELD
    if is_a("QTextEdit") or is_a("QPlainTextEdit"):
        return FocusKind.PAGE if widget.property("readOnly") else FocusKind.FIELD
    if is_a("QAbstractItemView"):
        return FocusKind.LIST
    return FocusKind.SLIDER if is_a("QAbstractSlider") else FocusKind.CONTROL
