"""A glance: whether some passage is heard elsewhere than its text says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.sync.check import GlanceRequest
from reader.sync.check_process import is_astray
from reader.sync.checked_text import CheckedText
from reader.sync.finding import TextFinder
from reader.sync_map import ONE_CLOCK
from reader.transcript.model import Cue
from tests.reader.sync.hearing import KnowingEngine, KnownSound, lines
from tests.reader.sync.spoken_sample import sample_cues, write_later

END = 14_000


def astray(cues: tuple[Cue, ...], later: int, after: int = 0) -> bool:
    """Whether a copy is, in which all words from the time `after` on are heard later."""
    text = CheckedText.of(cues)
    said = [
        (key, time + (later if time >= after else 0))
        for key, time in zip(text.keys, text.times, strict=True)
    ]
    sound = KnownSound(said[-1][1] + 1_000)
    finder = TextFinder(text, sound, KnowingEngine(said, text.keys), (), ONE_CLOCK)
    found = finder.is_astray()
    assert sound.listened <= 3 * 12_000
    return found


@pytest.mark.parametrize(
    ("later", "after", "expected"),
    [
        (0, 0, False),
        (800, 0, False),  # a transcript's own unevenness
        (7_300, 0, True),
        (60_000, 0, True),
        (30_000, 900_000, True),  # an advert late in it
    ],
)
def test_a_copy_is_told_from_the_recording_of_the_text(
    later: int, after: int, expected: bool
) -> None:
    assert astray(lines(500), later, after) is expected


def test_another_text_gives_no_hint() -> None:
    text = CheckedText.of(lines(500))
    other = [(f"{key}x", time) for key, time in zip(text.keys, text.times, strict=True)]
    sound = KnownSound(other[-1][1])
    assert not TextFinder(text, sound, KnowingEngine(other, text.keys), (), ONE_CLOCK).is_astray()


@pytest.mark.parametrize("later", [0, 5_000])
def test_a_recording_is_listened_to_here_and_there(tmp_path: Path, later: int) -> None:
    pytest.importorskip("pocketsphinx")
    recording = write_later(tmp_path / "talk.wav", later, END)
    assert is_astray(GlanceRequest(sample_cues(END), recording, END + later)) is bool(later)


def test_a_recording_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    pytest.importorskip("pocketsphinx")
    with pytest.raises(ReaderError, match=r"none\.wav"):
        is_astray(GlanceRequest(sample_cues(END), tmp_path / "none.wav", END))
