"""From words that were found in the sound to passages that run on evenly, and to a sync map."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from reader.sync.check_state import Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.matching import in_order
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap, SyncPoint

JUMP = 400  # ms; a smaller one is within what a transcript's own times are wrong by
_LEAST_BREAK = 800  # ms; less is a transcript's own unevenness
_AGREE = 3  # landmarks that must show a jump
_NEAR = 9  # landmarks whose median is the shift of now
_STRAIGHT = 300  # ms that places of a passage may differ from a straight line
_GROUP = 20_000  # ms of landmarks that make one point
_FEWEST = 6  # landmarks of a passage of its own
_MANY = 15  # landmarks by whose median a jump is judged
_MISSED = 1  # words at the start of a line that the engine may miss
_MOST_DRIFT = 0.05
_ALIKE = 0.0015  # two speeds that may be one
_UNEVEN = 0.015  # of a stretch in which nothing was found: by so much its speed may differ
_NEAR_ENOUGH = 40_000, 400_000  # ms between two places that show a speed
_FEWEST_FOR_DRIFT = 4  # places from which a speed can be computed


class Shift(NamedTuple):
    """A word of the text at `time`, ms of its clock, is heard `by` ms later."""

    word: int
    time: int
    by: int


class EvenPassage(NamedTuple):
    """A passage without a break, from its first found word to its last."""

    shifts: tuple[Shift, ...]

    @property
    def first(self) -> Shift:
        """The earliest that was found of it."""
        return self.shifts[0]

    @property
    def last(self) -> Shift:
        """The latest that was found of it."""
        return self.shifts[-1]

    def by_at(self, time: int, drift: float) -> float:
        """By how much later than the text says is heard what stands at `time` of it."""
        return self.lines(drift)(time)

    def lines(self, drift: float) -> _Polyline:
        """The shift along the passage: straight where that is true enough."""
        groups = tuple(_grouped(self.shifts))
        slope = _slope(groups) if len(groups) >= _FEWEST_FOR_DRIFT else drift
        base = median(by - slope * time for _, time, by in groups)
        off = _without_single([by - slope * time - base for _, time, by in groups])
        if all(abs(each) <= _STRAIGHT for each in off):
            return _Polyline(((0.0, base), (1.0, base + slope)), slope)
        corners = (
            (float(group.time), base + slope * group.time + each)
            for group, each in zip(groups, off, strict=True)
        )
        return _Polyline(tuple(corners), drift)


class _Polyline:
    """A shift by time, straight between `corners` and with `slope` beyond the last ones."""

    def __init__(self, corners: tuple[tuple[float, float], ...], slope: float) -> None:
        self.corners, self.slope = corners, slope

    def __call__(self, time: float) -> float:
        times = [each for each, _ in self.corners]
        after = bisect_right(times, time)
        if 0 < after < len(times):
            (a, x), (b, y) = self.corners[after - 1], self.corners[after]
            return x + (y - x) * (time - a) / (b - a)
        at, by = self.corners[0 if after == 0 else -1]
        return by + self.slope * (time - at)


def _without_single(values: Sequence[float]) -> list[float]:
    """Each as those beside it are, where it stands alone."""
    if len(values) < 3:
        return list(values)
    starts = (min(max(0, at - 1), len(values) - 3) for at in range(len(values)))
    return [median(values[start : start + 3]) for start in starts]


def landmarks_of(windows: Sequence[Window]) -> list[Landmark]:
    """All words that were found, in the order of both text and sound."""
    return in_order([each for window in windows for each in window.landmarks])


def drift_of(windows: Sequence[Window], text: CheckedText) -> float:
    """By which share the recording runs slower than the text, where the most places say so."""
    groups = list(_grouped([_shift(each, text) for each in landmarks_of(windows)]))
    slopes = [
        (b.by - a.by) / (b.time - a.time)
        for at, a in enumerate(groups)
        for b in groups[at + 1 :]
        if _NEAR_ENOUGH[0] <= b.time - a.time <= _NEAR_ENOUGH[1]
    ]
    if len(slopes) < _FEWEST_FOR_DRIFT:
        return 0.0
    alike = max(([b for b in slopes if abs(b - a) <= _ALIKE] for a in slopes), key=len)
    found = median(alike)
    return found if abs(found) <= _MOST_DRIFT and len(alike) >= _FEWEST_FOR_DRIFT else 0.0


def passages_of(windows: Sequence[Window], text: CheckedText) -> list[EvenPassage]:
    """The passages that run on without a jump, in order. A few that lie elsewhere are dropped."""
    drift = drift_of(windows, text)
    done: list[list[Shift]] = []
    doubtful: list[Shift] = []
    for shift in (_shift(each, text) for each in landmarks_of(windows)):
        if done and _fits(done[-1], shift, drift):
            done[-1].append(shift)
            doubtful = []
            continue
        if doubtful and not _fits(doubtful, shift, drift):
            doubtful = []
        doubtful.append(shift)
        if len(doubtful) >= _AGREE:
            done.append(doubtful)
            doubtful = []
    return [EvenPassage(tuple(each)) for each in _joined(done, drift)]


def _joined(parts: Sequence[list[Shift]], drift: float) -> list[list[Shift]]:
    """Without those too short to be believed; two between which the text does not jump are one."""
    joined: list[list[Shift]] = []
    for part in parts:
        if len(part) < _FEWEST and len(parts) > 1:
            continue
        if joined and abs(_jump(joined[-1], part, drift)) < _LEAST_BREAK:
            joined[-1] = [*joined[-1], *part]
        else:
            joined.append(part)
    return joined


def _jump(before: Sequence[Shift], after: Sequence[Shift], drift: float) -> float:
    """By how much the text jumps between two passages; 0 if it may have run there unevenly."""
    one, other = before[-_MANY:], after[:_MANY]
    later = median(each.by for each in other) - median(each.by for each in one)
    if abs(later) < _UNEVEN * (after[0].time - before[-1].time):
        return 0.0
    between = median(each.time for each in other) - median(each.time for each in one)
    return later - drift * between


def _fits(passage: Sequence[Shift], shift: Shift, drift: float) -> bool:
    last = passage[-_NEAR:]
    expected = median(each.by for each in last) + drift * (shift.time - last[-1].time)
    return abs(shift.by - expected) <= JUMP + abs(shift.time - last[-1].time) * 0.002


def _shift(landmark: Landmark, text: CheckedText) -> Shift:
    time = text.times[landmark.word]
    return Shift(landmark.word, time, landmark.time - time)


def _grouped(shifts: Sequence[Shift]) -> Iterator[Shift]:
    """One for each 20 s of text: what stands within a line is estimated, the median is not.

    Where there are such with many words, those with few are left out.
    """
    groups = [list(each) for _, each in groupby(shifts, key=lambda shift: shift.time // _GROUP)]
    large = [each for each in groups if len(each) >= _MANY // 2]
    for group in large or groups:
        middle = group[len(group) // 2]
        yield Shift(
            middle.word,
            round(sum(one.time for one in group) / len(group)),
            round(median(one.by for one in group)),
        )


def _slope(groups: Sequence[Shift]) -> float:
    """That of the straight line through them, as the most pairs say."""
    half = len(groups) // 2
    pairs = [
        (b.by - a.by) / (b.time - a.time)
        for at, a in enumerate(groups)
        for b in groups[at + 1 :: max(1, half // 8)]
        if b.time > a.time
    ]
    return median(pairs)


def map_of(windows: Sequence[Window], text: CheckedText) -> SyncMap:
    """The sync map that the found words show; empty where none were found."""
    drift = drift_of(windows, text)
    passages = passages_of(windows, text)
    shifts = [_shift(each, text) for each in landmarks_of(windows)]
    points: list[SyncPoint] = []
    for number, passage in enumerate(passages):
        line = passage.lines(drift)
        start, end = float(passage.first.time), float(passage.last.time)
        if number:
            before = passages[number - 1]
            words = _undecided(before, passage, shifts, drift)
            start = _boundary(before, passage, words, text, drift)
        elif text.times[0] + line(text.times[0]) >= 0:
            start = text.times[0]  # a map runs at an even speed beyond its points
        if number == len(passages) - 1:
            end = text.times[-1]
        for time in _times_of_points(line, start, end):
            point = SyncPoint(
                round(time),
                max(0, round(time + line(time))),
                PointSource.FOUND,
                is_after_break=bool(number) and time == start,
            )
            if not points or _may_stand(points[-1], point):
                points.append(point)
    return SyncMap(tuple(points)) if points else ONE_CLOCK


def _times_of_points(line: _Polyline, start: float, end: float) -> Iterator[float]:
    yield start
    yield from (time for time, _ in line.corners if start + 1_000 < time < end - 1_000 and time > 1)
    if end > start:
        yield end


def _may_stand(before: SyncPoint, after: SyncPoint) -> bool:
    read, heard = after.transcript - before.transcript, after.recording - before.recording
    if after.is_after_break:
        return min(read, heard) >= 0 and max(read, heard) > 0
    return min(read, heard) > 0


def _undecided(
    before: EvenPassage, after: EvenPassage, shifts: Sequence[Shift], drift: float
) -> range:
    """The words between two passages, less those that were found much nearer to one of them.

    In a line with a long pause words are heard too far from their estimates to be of a passage.
    """
    first, last = before.last.word + 1, after.first.word
    for shift in shifts:
        if before.last.word < shift.word < after.first.word:
            early = abs(shift.by - before.by_at(shift.time, drift))
            late = abs(shift.by - after.by_at(shift.time, drift))
            if early < late:
                first = shift.word + 1
            else:
                last = min(last, shift.word)
    return range(first, last + 1)


def _boundary(
    before: EvenPassage, after: EvenPassage, words: range, text: CheckedText, drift: float
) -> float:
    """The time of the text from which on `after` holds: at a line's start, where one may be it."""
    jump = after.by_at(after.first.time, drift) - before.by_at(before.last.time, drift)
    starts = [text.times[word] for word in words if text.starts_cue(word)]
    if jump >= 0:
        return starts[0] if len(starts) == 1 else _middle(starts, after.first.time)
    # The end of a passage that is not heard: before it `-jump` ms are left out. A first word may
    # be missed; more that are not heard were left out too, and the recording goes on in a line.
    earliest = before.last.time - jump
    near = text.times[max(before.last.word + 1, after.first.word - _MISSED)]
    fitting = [time for time in starts if time >= max(earliest, near)]
    return fitting[0] if fitting else max(earliest, float(after.first.time))


def _middle(times: Sequence[int], otherwise: int) -> float:
    return times[len(times) // 2] if times else otherwise
