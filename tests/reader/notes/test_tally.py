"""What was kept of an episode, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reader.annotation import Annotation, Selector, TextQuote
from reader.notes.tally import Tally, tally
from tests.reader.store.notes import MOMENT, a_note


def kept(minute: int, words: str, colour: int = 0, *, is_new: bool = False) -> Annotation:
    selector = Selector((minute * 60_000, minute * 60_000 + 900), quote=TextQuote(words))
    made = MOMENT + timedelta(minutes=minute)
    note = replace(a_note("episode"), selector=selector, created=made, colour=colour)
    return replace(note, is_unreviewed=is_new)


def test_of_no_notes_nothing_is_counted() -> None:
    assert tally([]) == Tally()


def test_colours_are_counted_and_the_latest_highlight_is_quoted() -> None:
    notes = [
        kept(1, "One", is_new=True),
        kept(2, "Two", 3),
        kept(3, "Three", 3),
        kept(4, "Four", is_new=True),
        kept(5, " ", 1),
    ]
    found = tally(notes)
    assert (found.total, found.unreviewed) == (5, 2)
    assert found.by_colour == ((0, 2), (1, 1), (3, 2))
    assert found.quoted is notes[2]
    assert tally(notes[:1]).quoted is notes[0]
