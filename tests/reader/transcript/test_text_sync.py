"""What was heard of a text goes with its lines when the listener moves them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.sync_map import ONE_CLOCK, SyncMap, SyncPoint
from reader.transcript.model import Cue, Word
from reader.transcript.spoken_times import CueTimes
from reader.transcript.text_sync import NO_SYNC, TextSync
from tests.reader.test_sync_map import sync_maps

CUES = tuple(Cue(k, k * 10_000, k * 10_000 + 9_000, "two words") for k in range(6))
HEARD = tuple(
    CueTimes(k, k * 10_000 + 40, k * 10_000 + 900, (Word(k * 10_000 + 40, k * 10_000 + 400, 0, 3),))
    for k in range(6)
)
HEARD_ALL = TextSync(ONE_CLOCK, HEARD)
ADVERT = SyncMap((SyncPoint(10, 10), SyncPoint(30_000, 60_000, is_after_break=True)))


def test_no_sync_is_false_and_either_half_is_true() -> None:
    assert not NO_SYNC
    assert HEARD_ALL and TextSync(ADVERT)


def test_what_was_heard_moves_as_its_line_does() -> None:
    moved = HEARD_ALL.with_map(ADVERT, CUES)
    assert moved.times[:3] == HEARD[:3]
    assert moved.times[3] == CueTimes(3, 60_040, 60_900, (Word(60_040, 60_400, 0, 3),))


def test_a_line_that_was_cut_has_not_been_heard() -> None:
    cut = SyncMap((SyncPoint(10, 10), SyncPoint(30_000, 20_000, is_after_break=True)))
    assert [each.cue for each in HEARD_ALL.with_map(cut, CUES).times] == [0, 1, 3, 4, 5]


def test_lines_without_times_of_their_own_stay_where_they_were_heard() -> None:
    untimed = tuple(cue._replace(start=None, end=None) for cue in CUES)
    assert HEARD_ALL.with_map(ADVERT, untimed).times == HEARD


@given(sync_maps(), st.lists(sync_maps(), max_size=3))
def test_moved_back_it_is_where_it_was(first: SyncMap, others: list[SyncMap]) -> None:
    begun = HEARD_ALL.with_map(first, CUES)
    there = begun
    for each in (*others, first):
        there = there.with_map(each, CUES)
    assert set(there.times) <= set(begun.times)
