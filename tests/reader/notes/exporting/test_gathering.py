"""Notes with what stands around them, out of a real library and real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from reader import formats
from reader.notes.anchoring import selector_for
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.context import with_context
from reader.notes.exporting.gathering import (
    episodes_named,
    episodes_of_file,
    gathered,
)
from reader.notes.exporting.note import ExportedNote
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.transcript.spoken_text import SpokenText
from tests.conftest import WriteTalk
from tests.reader.store.notes import MOMENT, a_note


class Room(NamedTuple):
    annotations: Annotations
    library: Library
    talk: Path


@pytest.fixture
def room(tmp_path: Path, write_talk: WriteTalk) -> Iterator[Room]:
    """A talk with the sentence about gulls kept."""
    path, talk = tmp_path / "data" / "earmark.db", write_talk("talk.vtt", "talk.mp3")
    ticks = iter(MOMENT + timedelta(seconds=tick) for tick in range(100))
    library, annotations = Library(path, lambda: next(ticks)), Annotations(path)
    episode = library.record_opened(talk.with_suffix(".mp3"), talk, "Harbour Talk")
    spoken = SpokenText(formats.load(talk))
    start = spoken.text.index("Gulls")
    selector = selector_for(spoken, start, start + len("Gulls quarrel over the nets."))
    annotations.add(a_note(episode.id, selector=selector, colour=2))
    yield Room(annotations, library, talk)
    annotations.close()
    library.close()


def around(
    room: Room, context: int, progressed: Callable[[float], object] = lambda _: None
) -> tuple[ExportedNote, ...]:
    """All notes with so many sentences before and after."""
    found = gathered(room.annotations, room.library, NoteChoice(), has_context=True)
    return with_context(found, context, progressed)


def test_a_note_comes_with_episode_and_colour(room: Room) -> None:
    (note,) = gathered(room.annotations, room.library, NoteChoice()).notes
    assert note.quote == "Gulls quarrel over the nets."
    assert (note.episode.title, note.colour_name) == ("Harbour Talk", "Quote")
    assert note.link.endswith("&t=3&title=Harbour%20Talk")
    assert (note.before, note.after) == ("", "")


def test_context_is_in_sentences(room: Room) -> None:
    (one,) = around(room, 1)
    assert (one.before, one.after) == ("The harbour wakes early today.", "Yes.")
    (many,) = around(room, 9)
    assert many.after == "Yes. They do. Later the boats come in. Then it is quiet again."


def test_without_its_transcript_a_note_has_no_context(room: Room) -> None:
    room.talk.unlink()
    (note,) = around(room, 1)
    assert (note.before, note.quote) == ("", "Gulls quarrel over the nets.")


def test_the_episode_opened_last_comes_first(room: Room) -> None:
    other = room.library.record_opened(Path("/nowhere/other.mp3"), None, "Other")
    room.annotations.add(a_note(other.id, start=9_000), a_note(other.id, start=1_000))
    notes = gathered(room.annotations, room.library, NoteChoice()).notes
    places = [(note.episode.title, note.annotation.selector.time[0]) for note in notes]
    assert places == [("Other", 1_000), ("Other", 9_000), ("Harbour Talk", 3_000)]


def test_progress_is_reported_and_can_stop_it(room: Room) -> None:
    reported: list[float] = []
    around(room, 1, reported.append)
    assert reported == [0.0]

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        around(room, 1, stop)


def test_an_episode_is_found_by_title_and_by_file(room: Room, tmp_path: Path) -> None:
    room.library.record_opened(Path("/nowhere/harbour.mp3"), None, "Harbour")
    titles = [each.title for each in episodes_named(room.library, "harbour")]
    assert titles == ["Harbour"]
    assert len(episodes_named(room.library, "HARB")) == 2
    assert episodes_named(room.library, "mill") == []
    moved = tmp_path / "moved.vtt"
    moved.write_bytes(room.talk.read_bytes())
    assert [each.title for each in episodes_of_file(room.library, moved)] == ["Harbour Talk"]
