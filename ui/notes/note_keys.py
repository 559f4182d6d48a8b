"""The keys of what was kept: one table for the list, the toast and the help that lists them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QKeyCombination
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.annotation import COLOURS
from ui.notes.note_requests import EDGE_KEYS, Edge
from ui.widgets.focus import plain_modifiers
from ui.widgets.key_places import meant_key


class NoteKeys(NamedTuple):
    """What the keys of a command do; with `is_in_text` only where the text of the notes is open."""

    command: str
    text: str
    keys: tuple[str, ...]
    is_in_text: bool = False

    @property
    def sequences(self) -> list[QKeySequence]:
        """The keys, to be compared with what is `pressed`."""
        return [QKeySequence(key) for key in self.keys]

    @property
    def title(self) -> str:
        """What they do, in the language of the interface."""
        return QCoreApplication.translate("note_keys", self.text)


def pressed(event: QKeyEvent) -> QKeySequence:
    """The key of an event with its modifiers, on a keyboard of any script."""
    return QKeySequence(QKeyCombination(plain_modifiers(event), meant_key(event)))


def _t(text: str) -> str:
    return text


LIST_KEYS = (
    NoteKeys("play", _t("Play"), ("Return", "Enter")),
    NoteKeys("play_all", _t("Play All That Are Listed"), ("Ctrl+Return", "Ctrl+Enter")),
    NoteKeys("edit", _t("Write a Note; Saved, It Is No Longer New"), ("E", "T", "F2")),
    NoteKeys("keep", _t("Mark as Looked At"), ("K",)),
    NoteKeys("drop", _t("Delete"), ("D", "Delete")),
    *(
        NoteKeys(f"colour_{number}", text, (str(number),))
        for number, text in enumerate(
            (
                _t("Bookmark, Without Colour"),
                _t("First Colour"),
                _t("Second Colour"),
                _t("Third Colour"),
                _t("Fourth Colour"),
                _t("Fifth Colour"),
            )[: COLOURS + 1]
        )
    ),
    NoteKeys("copy", _t("Copy"), ("Ctrl+C",)),
    NoteKeys("link", _t("Copy Links"), ("Ctrl+L",)),
    NoteKeys("export", _t("Export"), ("Ctrl+E",)),
    NoteKeys("card", _t("Quote Card"), ("Q",)),
    NoteKeys("clips", _t("Save Audio Clips"), ("A",), is_in_text=True),
    NoteKeys("merge", _t("Merge, One With the Next"), ("J",), is_in_text=True),
    NoteKeys("split", _t("Split"), ("S",), is_in_text=True),
    NoteKeys("move", _t("Move to Selected Words"), ("P",), is_in_text=True),
)
"""In a list of notes, besides those that move the ends of a passage."""

_EDGES = {
    Edge.END_LATER: _t("One Sentence Longer"),
    Edge.END_EARLIER: _t("One Sentence Shorter"),
    Edge.START_EARLIER: _t("Start a Sentence Earlier"),
    Edge.START_LATER: _t("Start a Sentence Later"),
}

IN_NOTES = (
    *LIST_KEYS,
    *(NoteKeys(edge.name, _EDGES[edge], (key,), True) for key, edge in EDGE_KEYS.items()),
)

AFTER_KEEPING = (
    NoteKeys("undo", _t("Do Not Keep It"), ("Ctrl+Z",)),
    NoteKeys("note", _t("Write a Note on It"), ("N",)),
    NoteKeys("shrink", _t("One Sentence Shorter"), ("[",)),
    NoteKeys("grow", _t("One Sentence Longer"), ("]",)),
    NoteKeys("close", _t("Close; It Stays Kept"), ("Esc",)),
)
"""In the toast, once Tab has led there."""
