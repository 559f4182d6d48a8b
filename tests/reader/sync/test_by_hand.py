"""What one press means: all of the text, a drift, or something that only one of the two has."""

from __future__ import annotations

from reader.sync.by_hand import nudged, spoken_now
from reader.sync_map import ONE_CLOCK, SyncMap, SyncPoint

MINUTE = 60_000


def test_the_first_point_moves_all_and_offers_a_break() -> None:
    made = spoken_now(ONE_CLOCK, 40 * MINUTE, 40 * MINUTE + 30_000)
    assert made.shift == 30_000
    assert made.sync_map.to_recording(0) == 30_000
    assert made.other is not None
    assert made.other.sync_map.to_recording(0) == 0
    assert made.other.sync_map.adverts == ((40 * MINUTE, 40 * MINUTE + 30_000),)


def test_after_an_advert_in_the_middle_two_presses_put_it_right() -> None:
    """One for the line, one for "something is there that the text does not have"."""
    made = spoken_now(ONE_CLOCK, 40 * MINUTE, 40 * MINUTE + 30_000).other
    assert made is not None
    assert [made.sync_map.shift_at(at * MINUTE) for at in (0, 39, 40, 80)] == [0, 0, 30_000, 30_000]


def test_a_jump_after_a_point_is_a_break_and_offers_to_stretch() -> None:
    first = SyncMap((SyncPoint(MINUTE, MINUTE + 7_300),))
    made = spoken_now(first, 20 * MINUTE, 20 * MINUTE + 52_300)
    assert made.shift == 45_000
    assert made.sync_map.adverts == ((20 * MINUTE + 7_300, 20 * MINUTE + 52_300),)
    assert made.other is not None
    assert made.other.sync_map.adverts == ()


def test_a_jump_back_is_a_passage_that_the_recording_does_not_have() -> None:
    first = SyncMap((SyncPoint(0, 0),))
    made = spoken_now(first, 20 * MINUTE, 19 * MINUTE)
    assert made.shift == -MINUTE
    assert made.sync_map.adverts == ()
    assert made.sync_map.breaks[0].transcript == (19 * MINUTE, 20 * MINUTE)


def test_a_drift_stretches() -> None:
    first = SyncMap((SyncPoint(0, 0),))
    made = spoken_now(first, 60 * MINUTE, 60 * MINUTE + 36_000)
    assert made.sync_map.breaks == ()
    assert made.sync_map.shift_at(30 * MINUTE) == 18_000
    assert made.other is not None


def test_a_small_change_asks_nothing() -> None:
    made = spoken_now(ONE_CLOCK, 10_000, 10_400)
    assert (made.shift, made.other) == (400, None)


def test_a_nudge_moves_the_point_and_what_else_it_could_mean() -> None:
    made = nudged(spoken_now(ONE_CLOCK, MINUTE, MINUTE + 30_000), -100)
    assert (made.shift, made.point.recording) == (29_900, MINUTE + 29_900)
    assert made.sync_map.to_recording(MINUTE) == MINUTE + 29_900
    assert made.other is not None
    assert made.other.sync_map.adverts == ((MINUTE, MINUTE + 29_900),)
