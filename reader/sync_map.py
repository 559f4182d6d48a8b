"""Where in a recording the times of a transcript lie: a map made of points, and breaks at some.

A transcript fits the recording that it was made from. Another copy of the same episode has other
adverts, begins later or runs at another speed. All times are milliseconds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]
_Side = Callable[[Sequence[int], int], int]

_STEADY = 30_000  # ms between two points far enough apart to show at which speed the text runs
_SLOWEST, _FASTEST = 0.9, 1.1  # no recording drifts from its transcript by more than this


class PointSource(Enum):
    """Who set a point."""

    USER = "user"
    FOUND = "found"  # in the sound


class SyncPoint(NamedTuple):
    """What the transcript has at one time, the recording has at the other.

    `is_after_break`: the text runs on as it did until shortly before, and jumps to this point. The
    recording has an advert there, or the text a passage that the recording does not have.
    """

    transcript: int
    recording: int
    source: PointSource = PointSource.USER
    is_after_break: bool = False


class Break(NamedTuple):
    """A passage that one of the two does not have: there its span is empty.

    An advert is a span of the recording, a cut one of the transcript.
    """

    transcript: Span
    recording: Span

    @property
    def is_advert(self) -> bool:
        """Whether it is the recording that has more."""
        return self.recording[0] < self.recording[1]

    @property
    def length(self) -> int:
        """How long the passage is, in the one that has it."""
        return max(self.recording[1] - self.recording[0], self.transcript[1] - self.transcript[0])


class _Knot(NamedTuple):
    transcript: int
    recording: int
    is_start_of_break: bool = False


@dataclass(frozen=True)
class SyncMap:
    """Points in order: no time goes back, and only at a break does one of the two stand still.

    Between points the text is stretched; before the first and after the last it runs as the
    recording does. Without points both clocks are one. Raises ValueError for points out of order.
    """

    points: tuple[SyncPoint, ...] = ()

    def __post_init__(self) -> None:
        for before, after in pairwise(self.points):
            if not _may_follow(before, after):
                raise ValueError(f"{after} cannot come after {before}.")

    def __bool__(self) -> bool:
        """Whether there is any point."""
        return bool(self.points)

    # What it says

    def to_recording(self, time: int) -> int | None:
        """When the word that starts at `time` of the transcript is spoken; None if it is not."""
        found = _along(time, self._transcript_times, self._recording_times, bisect_right)
        is_cut = any(_holds(each.transcript, time) for each in self.breaks)
        return None if is_cut or found < 0 else found

    def to_transcript(self, time: int) -> int | None:
        """The time in the transcript of what is heard at `time` of the recording.

        None where the transcript has nothing: in an advert, and before its beginning.
        """
        found = _along(time, self._recording_times, self._transcript_times, bisect_right)
        is_advert = any(_holds(each, time) for each in self.adverts)
        return None if is_advert or found < 0 else found

    def span_in_recording(self, span: Span) -> Span | None:
        """When a passage of the transcript is spoken, as much of it as is; None if nothing is.

        At an advert a passage ends before it, and begins after it.
        """
        return _span_along(span, self._transcript_times, self._recording_times)

    def nearest_in_recording(self, span: Span) -> Span:
        """The same also for what is not spoken: where it would be."""
        start = max(0, _along(span[0], self._transcript_times, self._recording_times, bisect_right))
        return self.span_in_recording(span) or (start, start)

    def span_in_transcript(self, span: Span) -> Span | None:
        """The passage of the transcript that is spoken within a span of the recording, or None."""
        return _span_along(span, self._recording_times, self._transcript_times)

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """All passages that only one of the two has, in order."""
        knots = self._knots
        return tuple(
            Break((one.transcript, other.transcript), (one.recording, other.recording))
            for one, other in pairwise(knots)
            if one.is_start_of_break
        )

    @cached_property
    def adverts(self) -> tuple[Span, ...]:
        """The spans of the recording that the transcript does not have, in order."""
        return tuple(each.recording for each in self.breaks if each.is_advert)

    def shift_at(self, time: int) -> int:
        """By how much later than the transcript says its word at `time` is spoken."""
        return _along(time, self._transcript_times, self._recording_times, bisect_right) - time

    # How it is changed

    def with_point(self, point: SyncPoint) -> SyncMap:
        """The map with one more point. Points that contradict it go."""
        kept = (each for each in self.points if _may_stand_beside(each, point))
        return SyncMap(tuple(sorted((*kept, point), key=_by_time)))

    def without(self, point: SyncPoint) -> SyncMap:
        """The map without a point."""
        return SyncMap(tuple(each for each in self.points if each != point))

    def moved(self, point: SyncPoint, by: int) -> SyncMap:
        """The map with a point `by` ms later in the recording, as far as its neighbours allow.

        Raises ValueError if it has no such point.
        """
        at = self.points.index(point)
        before, after = self.points[:at], self.points[at + 1 :]
        least = _least_after(before[-1], point) if before else 0
        most = (
            after[0].recording - _least_after(point, after[0]) + point.recording if after else None
        )
        wanted = max(least, point.recording + by)
        time = wanted if most is None else min(wanted, most)
        return SyncMap((*before, point._replace(recording=time), *after))

    # Its own work

    @cached_property
    def _knots(self) -> tuple[_Knot, ...]:
        """The corners of the map: its points, and where breaks begin."""
        knots: list[_Knot] = []
        for point in self.points:
            if point.is_after_break:
                knots += _start_of_break(knots, point)
            knots.append(_Knot(point.transcript, point.recording))
        return tuple(knots)

    @cached_property
    def _transcript_times(self) -> tuple[int, ...]:
        return tuple(knot.transcript for knot in self._knots)

    @cached_property
    def _recording_times(self) -> tuple[int, ...]:
        return tuple(knot.recording for knot in self._knots)


ONE_CLOCK = SyncMap()
"""The map of a transcript that fits its recording."""


def _by_time(point: SyncPoint) -> Span:
    return point.transcript, point.recording


def _may_follow(before: SyncPoint, after: SyncPoint) -> bool:
    read, heard = after.transcript - before.transcript, after.recording - before.recording
    if after.is_after_break:
        return min(read, heard) >= 0 and max(read, heard) > 0
    return min(read, heard) > 0


def _may_stand_beside(one: SyncPoint, other: SyncPoint) -> bool:
    before, after = sorted((one, other), key=_by_time)
    return before.transcript != after.transcript and _may_follow(before, after)


def _least_after(before: SyncPoint, after: SyncPoint) -> int:
    """The earliest time in the recording that a point may have after another one."""
    may_stand = after.is_after_break and after.transcript > before.transcript
    return before.recording + (0 if may_stand else 1)


def _start_of_break(knots: Sequence[_Knot], end: SyncPoint) -> Iterator[_Knot]:
    """Where the break before a point begins: where the text would be, had it run on; if anywhere.

    The recording has more if it is heard later than expected, the transcript if earlier.
    """
    last = knots[-1] if knots else _Knot(0, 0)
    read, heard = end.transcript - last.transcript, end.recording - last.recording
    pace = _pace(knots)
    expected = round(read * pace)
    if heard > expected:
        yield _Knot(end.transcript, last.recording + expected, is_start_of_break=True)
    elif heard < expected:
        yield _Knot(last.transcript + round(heard / pace), end.recording, is_start_of_break=True)


def _pace(knots: Sequence[_Knot]) -> float:
    """How fast the recording runs against the transcript at the last knot; 1 where not known."""
    if len(knots) < 2 or knots[-2].is_start_of_break:
        return 1.0
    one, other = knots[-2:]
    read, heard = other.transcript - one.transcript, other.recording - one.recording
    return min(max(_SLOWEST, heard / read), _FASTEST) if read >= _STEADY else 1.0


def _along(time: int, known: Sequence[int], wanted: Sequence[int], side: _Side) -> int:
    """One clock's time on the other; where that one jumps, `side` chooses: right is after it."""
    after = side(known, time)
    if not known:
        return time
    if after == 0:
        return wanted[0] - (known[0] - time)
    if after == len(known):
        return wanted[-1] + (time - known[-1])
    a, b, x, y = known[after - 1], known[after], wanted[after - 1], wanted[after]
    return x + ((y - x) * (time - a) + (b - a) // 2) // (b - a)


def _span_along(span: Span, known: Sequence[int], wanted: Sequence[int]) -> Span | None:
    first, last = _without_gaps(span, known, wanted) if span[0] < span[1] else span
    start = max(0, _along(first, known, wanted, bisect_right))
    if span[0] == span[1]:
        return start, start
    end = _along(last, known, wanted, bisect_left)
    return (start, end) if end > start else None


def _without_gaps(span: Span, known: Sequence[int], wanted: Sequence[int]) -> Span:
    """A span without what the other clock, which stands still there, does not have at its ends."""
    first, last = span
    after = bisect_right(known, first)
    while 0 < after < len(known) and wanted[after - 1] == wanted[after]:
        first = known[after]
        after = bisect_right(known, first)
    after = bisect_left(known, last)
    while 0 < after < len(known) and wanted[after - 1] == wanted[after]:
        last = known[after - 1]
        after = bisect_left(known, last)
    return first, last


def _holds(span: Span, time: int) -> bool:
    return span[0] <= time < span[1]
