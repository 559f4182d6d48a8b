"""A pause that an engine gave to a word is taken from it; all else stays."""

from __future__ import annotations

from array import array

from reader.sync.engine import RATE
from reader.sync.onsets import from_onset


def sound(*parts: tuple[int, int]) -> bytes:
    """Each part with its ms and its loudness."""
    return b"".join(
        array("h", [loud, -loud] * (RATE * ms // 2_000)).tobytes() for ms, loud in parts
    )


def test_a_word_begins_where_it_sounds() -> None:
    found = from_onset(sound((100, 3_000), (400, 100), (200, 4_000)), (100, 700))
    assert found == (490, 700)  # to a frame


def test_a_weak_consonant_belongs_to_its_word() -> None:
    assert from_onset(sound((150, 200), (350, 4_000)), (0, 500)) == (0, 500)


def test_under_noise_nothing_is_taken_away() -> None:
    assert from_onset(sound((400, 1_000), (200, 4_000)), (0, 600)) == (0, 600)
    assert from_onset(sound((600, 5)), (0, 600)) == (0, 600)


def test_where_there_is_less_sound_than_said_the_word_stays() -> None:
    assert from_onset(b"[0, 1]", (0, 900)) == (0, 900)
    assert from_onset(sound((90, 3_000)), (0, 900)) == (0, 900)
