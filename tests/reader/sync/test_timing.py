"""Words that were not sure at first are looked for again between those that are."""

from __future__ import annotations

import json

import pytest

from reader.sync.check_state import Block
from reader.sync.engine import HeardWord
from reader.sync.timing import Gap, filled, gaps_in
from reader.sync_map import Span
from tests.reader.sync.hearing import KnownSound

SURE: list[Span | None] = [(1_000, 1_300), None, None, (2_000, 2_300), None]
LENGTH = 3_000


class Aligner:
    """Says of each word, by its number, when it is heard in the recording."""

    def __init__(self, times: dict[int, Span]) -> None:
        self._times = times

    def recognise(self, *_: object) -> list[HeardWord]:
        return []

    def align(self, sound: bytes, first: int, last: int) -> list[Span | None]:
        begin, end = json.loads(sound)
        self.asked = begin, end, first, last
        found = (self._times.get(word) for word in range(first, last))
        return [each and (each[0] - begin, each[1] - begin) for each in found]


def test_a_gap_lies_between_sure_words_or_at_an_end() -> None:
    assert list(gaps_in(SURE, [0] * 5, LENGTH)) == [
        Gap(1, 3, 1_300, 2_000),
        Gap(4, 5, 2_300, LENGTH),
    ]


@pytest.mark.parametrize(
    ("times", "length"), [([0, 0, None, 0, 0], 2_300), ([0, None, None, 0, None], LENGTH)]
)
def test_what_is_not_said_or_has_no_room_is_no_gap(times: list[int | None], length: int) -> None:
    assert list(gaps_in(SURE, times, length)) == []


def test_a_gap_too_long_to_be_aligned_at_once_is_left() -> None:
    assert list(gaps_in([None, (60_000, 61_000)], [0, 0], 61_000)) == []


def test_a_gap_is_filled_where_the_words_beside_it_are_heard_again() -> None:
    engine = Aligner({0: (1_010, 1_300), 1: (1_400, 1_600), 2: (1_700, 1_900), 3: (1_990, 2_300)})
    found = filled(Gap(1, 3, 1_300, 2_000), SURE, KnownSound(LENGTH), engine)
    assert found == Block(1, ((1_400, 1_600), (1_700, 1_900)))
    assert engine.asked == (1_000, 2_300, 0, 4)


def test_nothing_is_sure_where_they_are_heard_elsewhere() -> None:
    engine = Aligner({0: (1_000, 1_300), 1: (1_400, 1_600), 2: (1_700, 1_800), 3: (1_800, 2_300)})
    found = filled(Gap(1, 3, 1_300, 2_000), SURE, KnownSound(LENGTH), engine)
    assert found == Block(1, (None, None))


def test_words_across_an_advert_are_not_beside_a_gap() -> None:
    sure: list[Span | None] = [(1_000, 1_300), None, (31_000, 31_300)]
    engine = Aligner({1: (31_000, 31_300)})
    filled(Gap(1, 2, 28_000, 31_000), sure, KnownSound(40_000), engine)
    assert engine.asked == (28_000, 31_300, 1, 3)
