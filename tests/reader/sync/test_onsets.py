"""A pause that an engine gave to a word is taken from it; a loud one makes it doubtful."""

from __future__ import annotations

from array import array
from math import sin, tau

from reader.sync.engine import RATE
from reader.sync.onsets import from_onset, is_louder


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


def test_rumble_is_no_voice() -> None:
    spoken = sound((500, 60), (300, 1_000), (500, 60), (300, 1_000))
    rumbling = array(
        "h",
        (
            voice + round(1_500 * sin(tau * 35 * at / RATE))
            for at, voice in enumerate(array("h", spoken))
        ),
    ).tobytes()
    assert from_onset(rumbling, (0, 800)) == from_onset(spoken, (0, 800)) == (480, 800)
    assert not is_louder(rumbling, (800, 1_300), (1_300, 1_600))


def test_where_there_is_less_sound_than_said_the_word_stays() -> None:
    assert from_onset(b"[0, 1]", (0, 900)) == (0, 900)
    assert from_onset(sound((90, 3_000)), (0, 900)) == (0, 900)


def test_a_word_beside_a_louder_pause_may_be_said_in_it() -> None:
    heard = sound((200, 100), (400, 3_000), (200, 100), (300, 1_000))
    assert is_louder(heard, (0, 800), (800, 1_100))
    assert not is_louder(heard, (0, 200), (200, 600))


def test_a_click_or_the_end_of_the_word_before_is_not_louder() -> None:
    assert not is_louder(
        sound((400, 50), (60, 3_000), (300, 50), (300, 2_000)), (0, 760), (760, 1_060)
    )
    assert not is_louder(sound((300, 3_000), (300, 1_000)), (0, 300), (300, 600))
    assert not is_louder(b"", (0, 900), (900, 1_000))
