"""The passages alone: read back by Earmark's own readers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reader import formats
from reader.errors import ReaderError
from reader.notes.exporting import format_named, written
from reader.notes.exporting.note import ExportedNote
from tests.reader.notes.exporting.kept import GULLS, MOMENT_ALONE, export, exported, odd_notes

EARLY = exported(4, "-->", (500, 900))


def text(name: str, *notes: ExportedNote) -> str:
    found = written(export(*notes), format_named(name))
    assert isinstance(found, str)
    return found


def test_vtt_has_the_passages_in_order_of_time() -> None:
    read = formats.read(text("vtt", MOMENT_ALONE, GULLS, EARLY).encode(), "x.vtt")
    assert [(cue.start, cue.end, cue.text) for cue in read.cues] == [
        (500, 900, "-->"),
        (83_200, 85_000, "Gulls quarrel over the nets."),
        (3_600_000, 3_602_000, "1:00:00"),
    ]
    assert [cue.voice for cue in read.cues][:2] == ["Mara", "Mara"]
    assert read.cues[1].id == GULLS.annotation.id
    assert read.problems == ()


def test_audacity_labels_have_the_note_or_the_words() -> None:
    assert text("audacity", MOMENT_ALONE, GULLS, EARLY) == (
        "0.500000\t0.900000\t-->\n"
        "83.200000\t85.000000\tAsk *Jon*. - why\n"
        "3600.000000\t3600.000000\t1:00:00\n"
    )
    read = formats.read(text("audacity", GULLS, EARLY).encode(), "labels.txt")
    assert [(cue.start, cue.end) for cue in read.cues] == [(500, 900), (83_200, 85_000)]


@pytest.mark.parametrize("name", ["vtt", "audacity"])
def test_two_recordings_do_not_fit_into_one_file(name: str) -> None:
    with pytest.raises(ReaderError, match="one recording"):
        text(name)


@pytest.mark.parametrize(("name", "read_as"), [("vtt", "webvtt"), ("audacity", "audacity")])
@settings(max_examples=30, deadline=None)
@given(notes=odd_notes())
def test_any_text_is_a_cue_and_a_label(name: str, read_as: str, notes: list[ExportedNote]) -> None:
    mine = [note for note in notes if note.episode.id == notes[0].episode.id]
    content = text(name, *mine, GULLS) if not mine else text(name, *mine)
    assert len(formats.read(content.encode(), "x", format=read_as).cues) == len(mine or [GULLS])
