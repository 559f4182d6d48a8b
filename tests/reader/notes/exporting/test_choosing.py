from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from reader.errors import ReaderError
from reader.notes.exporting.choosing import NoteChoice, since_in
from tests.reader.notes.exporting.kept import ALL, GULLS, HERE, MOMENT, MOMENT_ALONE, WHEEL

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=HERE)


@pytest.mark.parametrize(
    ("choice", "meant"),
    [
        (NoteChoice(), ALL),
        (NoteChoice(ids=frozenset({WHEEL.annotation.id})), (WHEEL,)),
        (NoteChoice(episodes=frozenset({WHEEL.episode.id})), (WHEEL,)),
        (NoteChoice(episodes=frozenset()), ()),
        (NoteChoice(tags=frozenset({"birds", "sea"})), (GULLS,)),
        (NoteChoice(colours=frozenset({1, 2})), (GULLS, WHEEL)),
        (NoteChoice(kinds=frozenset({"note"})), (GULLS,)),
        (NoteChoice(kinds=frozenset({"highlight"})), (GULLS, WHEEL)),
        (NoteChoice(kinds=frozenset({"bookmark", "note"})), (GULLS, MOMENT_ALONE)),
        (NoteChoice(words="jon"), (GULLS, WHEEL)),
        (NoteChoice(words="jon gulls"), (GULLS,)),
        (NoteChoice(words="#birds"), (GULLS,)),
        (NoteChoice(words="don't"), ()),
        (NoteChoice(since=MOMENT), ALL),
        (NoteChoice(since=MOMENT + timedelta(seconds=1)), ()),
    ],
)
def test_a_choice_lets_through_what_it_says(choice: NoteChoice, meant: tuple[object, ...]) -> None:
    assert tuple(note for note in ALL if choice.passes(note.annotation)) == meant


def test_a_tag_is_found_whatever_its_case() -> None:
    shouted = replace(GULLS.annotation, tags=("BIRDS",))
    assert NoteChoice(tags=frozenset({"birds"})).passes(shouted)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("today", datetime(2026, 11, 25, tzinfo=HERE)),
        (" Yesterday ", datetime(2026, 11, 24, tzinfo=HERE)),
        ("7d", NOW - timedelta(days=7)),
        ("12h", NOW - timedelta(hours=12)),
        ("2w", NOW - timedelta(weeks=2)),
        ("2026-11-20T18:30+05:30", datetime(2026, 11, 20, 18, 30, tzinfo=HERE)),
        ("2026-11-20", datetime(2026, 11, 20).astimezone()),
    ],
)
def test_since_is_understood(text: str, moment: datetime) -> None:
    assert since_in(text, NOW) == moment


@pytest.mark.parametrize("text", ["", "soon", "7", "7y", "99999d", "2026-13-01", "-7d"])
def test_what_gives_no_time_is_refused(text: str) -> None:
    with pytest.raises(ReaderError, match="is not a time"):
        since_in(text, NOW)
