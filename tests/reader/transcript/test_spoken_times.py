"""Where a recording has something else than the text that was heard in it."""

from __future__ import annotations

from reader.transcript.model import Word
from reader.transcript.spoken_times import CueTimes, passages_between


def test_what_lies_long_between_heard_words_is_no_part_of_the_text() -> None:
    within = (Word(20_000, 20_400, 0, 3), Word(40_000, 40_300, 4, 3))  # an advert in a paragraph
    times = (CueTimes(0, 20_000, 41_000, within), CueTimes(1, 41_000, 45_000))
    later = CueTimes(3, 52_000, 60_000)  # after a pause
    assert passages_between((*times, later)) == ((0, 20_000), (20_400, 40_000))
    assert passages_between(()) == ()
