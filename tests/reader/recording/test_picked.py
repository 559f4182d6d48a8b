from __future__ import annotations

from pathlib import Path

from reader.overlays.overlays import scripted
from reader.recording.clip_format import Passage
from reader.recording.picked import MOMENT, Picked, passage_of, picked_from, picked_out_of
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.ui.kept import kept

TALK = scripted(
    Path("talk.vtt"),
    Transcript(
        (
            Cue(0, 1_000, 3_000, "The harbour wakes.", (VoiceChange(0, "Mara"),)),
            Cue(1, 3_000, 5_000, "Yes.", (VoiceChange(0, "Jon"),)),
        )
    ),
)


def test_a_note_is_picked_with_its_colour() -> None:
    picked = picked_from(kept("one", "Gulls\n quarrel.", 3_000, colour=2))
    assert picked == Picked("Gulls quarrel.", (3_000, 5_000), "Mara", 2)


def test_names_between_the_words_are_not_said() -> None:
    picked = picked_out_of(TALK, 0, len(TALK.reading.text))
    assert picked == Picked("The harbour wakes. Yes.", (1_000, 5_000), "Mara, Jon")


def test_a_passage_is_called_by_its_first_words() -> None:
    passage = passage_of(Picked("word " * 40, (0, 900), "Mara"), "Talk")
    assert passage is not None
    assert passage.title.endswith(" word…")
    assert len(passage.title) <= 80
    assert (passage.start, passage.end, passage.episode) == (0, 900, "Talk")


def test_of_a_moment_some_seconds_are_cut() -> None:
    assert passage_of(Picked("", (5_000, 5_000)), "Talk") == Passage(
        5_000, 5_000 + MOMENT, "", "Talk"
    )
    assert passage_of(Picked("No times", None), "Talk") is None
