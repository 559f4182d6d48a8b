"""What was heard stands over what the map says, but not over what the listener has moved since."""

from __future__ import annotations

from reader.overlays.spoken_times import with_spoken_times
from reader.transcript.model import Cue, Transcript, Word
from reader.transcript.spoken_times import CueTimes

WORDS = (Word(1_100, 1_300, 0, 3), Word(1_400, 1_900, 4, 5))


def test_a_heard_line_gets_its_words() -> None:
    text = Transcript((Cue(0, 1_000, 2_000, "One whole"), Cue(1, 2_000, 3_000, "two")))
    spoken = with_spoken_times(text, (CueTimes(0, 1_100, 1_900, WORDS),))
    assert spoken.cues[0] == Cue(0, 1_100, 1_900, "One whole", words=WORDS)
    assert spoken.cues[1] == text.cues[1]


def test_a_line_without_times_gets_them() -> None:
    text = Transcript((Cue(0, None, None, "One whole"),))
    assert with_spoken_times(text, (CueTimes(0, 1_100, 1_900, WORDS),)).cues[0].start == 1_100


def test_a_line_that_was_moved_by_hand_stays_there() -> None:
    text = Transcript((Cue(0, 61_000, 62_000, "One whole"),))
    assert with_spoken_times(text, (CueTimes(0, 1_100, 1_900, WORDS),)) == text


def test_without_times_the_text_is_the_same_object() -> None:
    text = Transcript((Cue(0, 1_000, 2_000, "One"),))
    assert with_spoken_times(text, ()) is text
