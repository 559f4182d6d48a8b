"""What the sample asks to try, known by the names of its cues, and whether it was tried."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.formats import load
from reader.paths import sample_episode
from reader.playback.trials import Trial, is_tried, trials_of
from reader.transcript.model import Cue, Transcript

BEFORE = {"a": (0, ""), "b": (2, "Mine.")}


def test_a_cue_named_so_is_the_last_before_a_trial() -> None:
    cues = (
        Cue(0, 0, 1_000, "One.", id="7"),
        Cue(1, 1_000, 2_000, "Two.", id="try keep"),
        Cue(2, None, None, "Three.", id="try note"),
    )
    assert trials_of(Transcript(cues)) == (Trial("keep", 2_300),)


def test_the_sample_comes_to_keeping_and_nobody_speaks_while_it_waits() -> None:
    sample = load(sample_episode())
    trials = trials_of(sample)
    assert [trial.name for trial in trials] == ["keep", "colour", "note", "notes", "export"]
    silences = [(before.end, after.start) for before, after in pairwise(sample.cues)]
    for trial in trials:
        assert any(end < trial.time < start for end, start in silences if end and start), trial


@pytest.mark.parametrize(
    ("name", "now", "is_done"),
    [
        ("keep", BEFORE, False),
        ("keep", {**BEFORE, "c": (0, "")}, True),
        ("keep", {**BEFORE, "a": (1, "")}, False),
        ("colour", {**BEFORE, "c": (0, "")}, False),
        ("colour", {**BEFORE, "c": (3, "")}, True),
        ("colour", {**BEFORE, "a": (1, "")}, True),
        ("colour", {**BEFORE, "b": (2, "Other.")}, False),
        ("note", {**BEFORE, "c": (0, "")}, False),
        ("note", {**BEFORE, "c": (0, "Well.")}, True),
        ("note", {**BEFORE, "b": (1, "Mine.")}, False),
        ("note", {}, False),
        ("notes", {**BEFORE, "c": (1, "Well.")}, False),  # not shown by what is kept
    ],
)
def test_what_was_kept_shows_what_was_tried(
    name: str, now: dict[str, tuple[int, str]], is_done: bool
) -> None:
    assert is_tried(name, BEFORE, now) is is_done
