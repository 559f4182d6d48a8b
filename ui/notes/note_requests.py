"""What listeners can request for what they kept, whether by key, menu or click."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal


class Edge(Enum):
    """Which end of a passage goes one sentence which way."""

    START_EARLIER = auto()
    START_LATER = auto()
    END_EARLIER = auto()
    END_LATER = auto()


EDGE_KEYS = {
    "]": Edge.END_LATER,
    "[": Edge.END_EARLIER,
    "{": Edge.START_EARLIER,
    "}": Edge.START_LATER,
}
"""What is typed for each: a key moves an end in its own direction."""


class NoteRequests(QObject):
    """Emits requests by the ids of annotations; what shows them need not know what fulfils them."""

    play = Signal(str)
    edit = Signal(str)  # its note and tags
    copy = Signal(list)
    link = Signal(list)  # to them, on the clipboard
    export = Signal(list)
    keep = Signal(list)  # they were looked at
    colour = Signal(list, int)  # 1 to 5; 0 makes bookmarks of them
    delete = Signal(list)
    merge = Signal(list)  # of one: with the next
    split = Signal(str)
    move = Signal(str)  # to what is selected in the text
    resize = Signal(str, object)  # Edge
    clips = Signal(list)  # as sound
    card = Signal(str)  # as a picture
    rename = Signal(str)  # the episode that it is of
    join = Signal(str)  # all notes of its episode to another one
