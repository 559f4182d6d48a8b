"""Which cues are current: against a naive scan, on any cues."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.transcript.model import Cue, Transcript
from reader.transcript.timeline import HOLD, Timeline
from tests.reader.strategies import transcripts

TIMES = st.lists(st.integers(-10, 25_000), min_size=1, max_size=40)


def timeline(*spans: tuple[int, int]) -> Timeline:
    return Timeline([Cue(i, start, end, "x") for i, (start, end) in enumerate(spans)])


def naive_current(cues: tuple[Cue, ...], time: int) -> tuple[int, ...]:
    timed = [
        (cue.start, max(cue.start, cue.end or 0), cue.index)
        for cue in cues
        if cue.start is not None
    ]
    started = sorted(cue for cue in timed if cue[0] <= time)
    active = [
        index for start, end, index in sorted(started, key=lambda c: (c[0], c[2])) if end > time
    ]
    if active or not started:
        return tuple(active)
    _, end, index = max(started, key=lambda c: (c[1], c[0], c[2]))
    return (index,) if time < end + HOLD else ()


@given(transcripts(), TIMES)
def test_agrees_with_a_naive_scan_on_any_cues(transcript: Transcript, times: list[int]) -> None:
    line = Timeline(transcript.cues)
    for time in times:
        assert line.current(time) == naive_current(transcript.cues, time)


@given(transcripts(), st.integers(-10, 10_000))
def test_nothing_changes_before_the_next_boundary(transcript: Transcript, time: int) -> None:
    line = Timeline(transcript.cues)
    boundary = line.next_boundary(time)
    last = boundary - 1 if boundary is not None else time + 30_000
    assert line.current(time) == line.current(last)


@given(transcripts(), st.integers(-10, 10_000))
def test_walks_by_starts(transcript: Transcript, time: int) -> None:
    starts = sorted(cue.start for cue in transcript.cues if cue.start is not None)
    line = Timeline(transcript.cues)
    assert line.next_start(time) == next((s for s in starts if s > time), None)
    assert line.start_before(time) == next((s for s in reversed(starts) if s < time), None)


MANY = st.lists(
    st.tuples(st.integers(0, 3_000), st.sampled_from([0, 1, 30, 400, 4_000])),
    min_size=65,
    max_size=200,
)


@settings(max_examples=30)
@given(MANY, TIMES, st.booleans())
def test_agrees_with_a_naive_scan_on_more_cues_than_a_block_holds(
    spans: list[tuple[int, int]], times: list[int], is_in_order: bool
) -> None:
    chosen = sorted(spans) if is_in_order else spans
    cues = tuple(Cue(k, at, at + length, "x") for k, (at, length) in enumerate(chosen))
    line = Timeline(cues)
    for time in times:
        assert line.current(time) == naive_current(cues, time)
        begun = [cue for cue in cues if (cue.start or 0) <= time]
        last = max(begun, key=lambda cue: (cue.start, cue.index), default=None)
        assert line.cue_at_or_before(time) == (None if last is None else last.index)
    assert [line.span(cue.index) for cue in cues] == [(cue.start, cue.end) for cue in cues]


def test_a_cue_without_an_end_lasts_no_time() -> None:
    line = Timeline([Cue(0, 0, None, "x"), Cue(1, 5, None, "y")])
    assert (line.span(0), line.span(1)) == ((0, 0), (5, 5))


def test_a_cue_that_is_not_there_has_no_time() -> None:
    line = timeline((0, 1_000), (1_000, 2_000))
    assert (line.span(-1), line.span(2)) == (None, None)


def test_cues_in_any_order_keep_their_times() -> None:
    line = timeline((5_000, 6_000), (0, 1_000))
    assert (line.span(0), line.span(1)) == ((5_000, 6_000), (0, 1_000))


def test_nothing_is_current_before_the_first_cue() -> None:
    assert timeline((1_000, 2_000)).current(999) == ()


def test_a_short_gap_keeps_the_last_cue_and_a_long_one_drops_it() -> None:
    line = timeline((0, 1_000), (60_000, 61_000))
    assert line.current(1_000) == (0,)
    assert line.current(1_000 + HOLD - 1) == (0,)
    assert line.current(1_000 + HOLD) == ()


def test_of_overlapping_cues_the_latest_leads() -> None:
    assert timeline((0, 5_000), (1_000, 2_000)).current(1_500) == (0, 1)


def test_a_cue_without_time_is_left_out() -> None:
    line = Timeline([Cue(0, None, None, "x"), Cue(1, 5, 9, "y")])
    assert line.current(6) == (1,)
    assert line.span(0) is None
    assert line.span(1) == (5, 9)


def test_a_reversed_cue_lasts_no_time() -> None:
    assert timeline((500, 100)).span(0) == (500, 500)


@pytest.mark.parametrize(
    ("time", "cue"), [(0, 0), (12_000, 0), (30_000, 0), (61_000, 1), (80_000, 1), (101_001, None)]
)
def test_in_a_silence_the_text_rests_at_the_line_before_it_or_the_first(
    time: int, cue: int | None
) -> None:
    line = timeline((5_000, 10_000), (60_000, 61_000), (100_000, 101_000))
    assert line.resting_at(time) == cue


def test_an_advert_is_from_its_first_moment_to_its_end() -> None:
    line = Timeline([Cue(0, 0, 2_000, "x")], [(1_000, 1_500)])
    assert [line.is_in_advert(time) for time in (999, 1_000, 1_499, 1_500)] == [
        *(False, True, True, False)
    ]
