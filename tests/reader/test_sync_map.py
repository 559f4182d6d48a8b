"""The sync map: monotone, with an inverse where it has one, and as a naive search reads it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sync_map import ONE_CLOCK, Break, SyncMap, SyncPoint

TIMES = st.integers(0, 400_000)


@st.composite
def sync_maps(draw: st.DrawFn) -> SyncMap:
    """Any map whose text is stretched by at most a quarter, with adverts and cuts."""
    points: list[SyncPoint] = []
    read = heard = draw(st.integers(0, 60_000))
    for _ in range(draw(st.integers(0, 6))):
        is_after_break = draw(st.booleans())
        read += draw(st.integers(0 if is_after_break else 4, 60_000))
        before = points[-1] if points else SyncPoint(0, 0)
        if is_after_break:
            heard = draw(st.integers(before.recording, before.recording + 120_000))
        else:
            length = read - before.transcript
            heard = before.recording + draw(st.integers(max(1, length * 3 // 4), length * 5 // 4))
        point = SyncPoint(read, heard, is_after_break=is_after_break)
        if not points or (point.transcript, point.recording) != before[:2]:
            points.append(point)
    return SyncMap(tuple(points))


def corners(sync_map: SyncMap) -> list[tuple[int, int]]:
    ends = {(p.transcript, p.recording) for p in sync_map.points}
    starts = {(b.transcript[0], b.recording[0]) for b in sync_map.breaks}
    return sorted(ends | starts)


def naive(known: list[int], wanted: list[int], time: int) -> float:
    """One clock on the other; at a jump, after it."""
    if not known:
        return time
    if time < known[0]:
        return wanted[0] - known[0] + time
    for (a, b), (x, y) in reversed(list(zip(pairwise(known), pairwise(wanted), strict=True))):
        if a <= time < b:
            return x + (y - x) * (time - a) / (b - a)
    return wanted[-1] + time - known[-1]


@given(sync_maps(), TIMES)
def test_agrees_with_a_naive_search(sync_map: SyncMap, time: int) -> None:
    read, heard = [x for x, _ in corners(sync_map)], [y for _, y in corners(sync_map)]
    spoken, said = sync_map.to_recording(time), sync_map.to_transcript(time)
    cuts = [each.transcript for each in sync_map.breaks if not each.is_advert]
    adverts = [each.recording for each in sync_map.breaks if each.is_advert]
    expected = naive(read, heard, time)
    if expected < -0.5 or any(start <= time < end for start, end in cuts):
        assert spoken is None
    else:
        assert spoken == pytest.approx(expected, abs=0.51)
    expected = naive(heard, read, time)
    if expected < -0.5 or any(start <= time < end for start, end in adverts):
        assert said is None
    else:
        assert said == pytest.approx(expected, abs=0.51)


@given(sync_maps(), st.lists(TIMES, min_size=2))
def test_no_time_goes_back(sync_map: SyncMap, times: list[int]) -> None:
    for read in (sync_map.to_recording, sync_map.to_transcript):
        found = [each for each in map(read, sorted(times)) if each is not None]
        assert found == sorted(found)


@given(sync_maps(), TIMES)
def test_there_and_back_again(sync_map: SyncMap, time: int) -> None:
    heard = sync_map.to_recording(time)
    if heard is not None:
        said = sync_map.to_transcript(heard)
        if said is not None:  # rounding may put it just into an advert
            assert said == pytest.approx(time, abs=2)


@given(sync_maps(), TIMES, TIMES)
def test_a_passage_never_reaches_over_an_advert_at_its_ends(
    sync_map: SyncMap, one: int, other: int
) -> None:
    span = min(one, other), max(one, other) + 1
    found = sync_map.span_in_recording(span)
    if found is not None:
        assert found[0] < found[1]
        for start, end in sync_map.adverts:
            assert not start <= found[0] < end
            assert not start < found[1] <= end


@given(sync_maps(), TIMES, TIMES, st.booleans())
def test_a_point_set_is_kept_and_what_contradicts_it_goes(
    sync_map: SyncMap, read: int, heard: int, is_after_break: bool
) -> None:
    point = SyncPoint(read, heard, is_after_break=is_after_break)
    changed = sync_map.with_point(point)
    assert point in changed.points
    is_cut_from_here = any(p.recording == heard and p.transcript > read for p in changed.points)
    assert changed.to_recording(read) == (None if is_cut_from_here else heard)
    assert set(changed.points) - {point} <= set(sync_map.points)


@given(sync_maps(), st.data())
def test_a_point_moves_no_further_than_its_neighbours(
    sync_map: SyncMap, data: st.DataObject
) -> None:
    if not sync_map:
        return
    point = data.draw(st.sampled_from(sync_map.points))
    moved = sync_map.moved(point, data.draw(st.integers(-200_000, 200_000)))
    assert len(moved.points) == len(sync_map.points)
    assert [p.transcript for p in moved.points] == [p.transcript for p in sync_map.points]


def test_without_points_both_clocks_are_one() -> None:
    assert ONE_CLOCK.to_recording(5_000) == ONE_CLOCK.to_transcript(5_000) == 5_000
    assert ONE_CLOCK.span_in_recording((1, 2)) == (1, 2)
    assert not ONE_CLOCK
    assert ONE_CLOCK.breaks == ()


def test_one_point_moves_all() -> None:
    later = SyncMap((SyncPoint(10_000, 17_300),))
    assert later.to_recording(0) == 7_300
    assert later.to_recording(60_000) == 67_300
    assert later.to_transcript(7_299) is None
    assert later.to_transcript(7_300) == 0


def test_what_lies_before_the_recording_begins_is_not_spoken() -> None:
    earlier = SyncMap((SyncPoint(45_000, 0),))
    assert earlier.to_recording(44_999) is None
    assert earlier.to_recording(45_000) == 0
    assert earlier.span_in_recording((40_000, 47_000)) == (0, 2_000)
    assert earlier.span_in_recording((40_000, 45_000)) is None


def test_two_points_stretch_what_lies_between() -> None:
    slower = SyncMap((SyncPoint(0, 0), SyncPoint(100_000, 101_000)))
    assert slower.to_recording(50_000) == 50_500
    assert slower.to_recording(200_000) == 201_000


def test_an_advert_is_as_long_as_the_text_is_late() -> None:
    start = SyncPoint(10_000, 10_000)
    sync_map = SyncMap((start,)).with_point(SyncPoint(600_000, 630_000, is_after_break=True))
    assert sync_map.breaks == (Break((600_000, 600_000), (600_000, 630_000)),)
    assert sync_map.adverts == ((600_000, 630_000),)
    assert sync_map.breaks[0].length == 30_000
    assert sync_map.to_recording(599_999) == 599_999
    assert sync_map.to_recording(600_000) == 630_000
    assert [sync_map.to_transcript(t) for t in (600_000, 629_999)] == [None, None]
    assert sync_map.to_transcript(630_000) == 600_000
    assert sync_map.span_in_recording((598_000, 600_000)) == (598_000, 600_000)
    assert sync_map.span_in_transcript((599_000, 640_000)) == (599_000, 610_000)
    assert sync_map.shift_at(700_000) == 30_000


def test_a_cut_leaves_its_words_unspoken() -> None:
    sync_map = SyncMap((SyncPoint(0, 0), SyncPoint(100_000, 55_000, is_after_break=True)))
    assert sync_map.breaks == (Break((55_000, 100_000), (55_000, 55_000)),)
    assert sync_map.to_recording(54_999) == 54_999
    assert sync_map.to_recording(55_000) is None
    assert sync_map.to_recording(99_999) is None
    assert sync_map.to_recording(100_000) == 55_000
    assert sync_map.span_in_recording((54_000, 60_000)) == (54_000, 55_000)
    assert sync_map.span_in_recording((56_000, 99_000)) is None
    assert sync_map.adverts == ()


def test_an_advert_begins_where_a_drifting_text_would_be() -> None:
    """Two points show that the recording runs slower; the text before an advert goes on so."""
    drift = (SyncPoint(0, 0), SyncPoint(1_000_000, 1_010_000))
    sync_map = SyncMap((*drift, SyncPoint(2_000_000, 2_050_000, is_after_break=True)))
    assert sync_map.adverts == ((2_020_000, 2_050_000),)


def test_an_earlier_advert_found_later_shortens_the_one_after_it() -> None:
    last = SyncPoint(3_000_000, 3_075_000, is_after_break=True)
    both = SyncMap((last,)).with_point(SyncPoint(1_000_000, 1_045_000, is_after_break=True))
    assert both.adverts == ((1_000_000, 1_045_000), (3_045_000, 3_075_000))


def test_other_words_in_the_place_of_some_are_a_cut_and_an_advert() -> None:
    points = (
        SyncPoint(100_000, 100_000),
        SyncPoint(130_000, 100_000, is_after_break=True),
        SyncPoint(130_000, 145_000, is_after_break=True),
    )
    sync_map = SyncMap(points)
    assert sync_map.to_recording(110_000) is None
    assert sync_map.to_transcript(120_000) is None
    assert sync_map.to_recording(130_000) == 145_000


def test_points_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot come after"):
        SyncMap((SyncPoint(10, 10), SyncPoint(5, 20)))
    with pytest.raises(ValueError, match="cannot come after"):
        SyncMap((SyncPoint(10, 10), SyncPoint(10, 20)))


def test_a_nudge_stops_at_the_next_point() -> None:
    one, other = SyncPoint(0, 0), SyncPoint(1_000, 1_000)
    assert SyncMap((one, other)).moved(one, 5_000).points[0].recording == 999
    assert SyncMap((one, other)).moved(other, -5_000).points[1].recording == 1
    assert SyncMap((one,)).moved(one, -5).points[0].recording == 0


def test_a_passage_whose_beginning_is_cut_starts_after_the_advert_in_its_place() -> None:
    points = (
        SyncPoint(130_000, 100_000, is_after_break=True),
        SyncPoint(130_000, 145_000, is_after_break=True),
    )
    sync_map = SyncMap((SyncPoint(100_000, 100_000), *points))
    assert sync_map.span_in_recording((110_000, 140_000)) == (145_000, 155_000)
    assert sync_map.span_in_recording((90_000, 120_000)) == (90_000, 100_000)
