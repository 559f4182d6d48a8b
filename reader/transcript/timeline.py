"""Which cues are at a time, and where the next and the previous begin.

Cues may overlap and stand in any order; only this index is sorted.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from reader.transcript.model import Cue

HOLD = 8_000
"""How long (ms) a cue stays current after its end while nothing else is said.

Pocket Casts drops its highlight after the same gap: longer silence is likely not in the text.
"""

_BLOCK = 64


class Timeline:
    """The timed cues by their start; every question is answered in O(log n).

    No cue is current within one of the `adverts`: spans of the recording in order, in which
    something is heard that the text does not have.
    """

    def __init__(self, cues: Sequence[Cue], adverts: Sequence[tuple[int, int]] = ()) -> None:
        timed = [cue for cue in cues if cue.start is not None]
        self._starts = array("q", (cue.start or 0 for cue in timed))
        self._ends = array("q", (max(cue.start or 0, cue.end or 0) for cue in timed))
        self._cues = array("i", (cue.index for cue in timed))
        if any(later < earlier for earlier, later in pairwise(self._starts)):
            self._sort()
        self._rank = {} if self._is_plain() else {cue: k for k, cue in enumerate(self._cues)}
        self._block_ends = array(
            "q", (max(self._ends[i : i + _BLOCK]) for i in range(0, len(self._ends), _BLOCK))
        )
        self._last_ended = array("i", _rank_of_greatest(self._ends))
        self._hint = 0
        self._advert_starts = array("q", (start for start, _ in adverts))
        self._advert_ends = array("q", (end for _, end in adverts))

    @property
    def state(self) -> dict[str, Any]:
        """All that was worked out of the cues, for `of_state`."""
        return dict(vars(self))

    @classmethod
    def of_state(cls, state: Mapping[str, Any]) -> Timeline:
        """The timeline that had this state."""
        made = cls.__new__(cls)
        vars(made).update(state)
        return made

    def __len__(self) -> int:
        return len(self._starts)

    def current(self, time: int) -> tuple[int, ...]:
        """The cues current at `time`, the one started latest last; empty before the first.

        Through a gap of up to `HOLD` the cue that ended last stays current.
        """
        last = self._last_started(time)
        if last < 0 or self._advert_end(time) is not None:
            return ()
        active = tuple(self._cues[k] for k in reversed(list(self._active(last, time))))
        return active or self._held(last, time)

    def next_boundary(self, time: int) -> int | None:
        """The first moment after `time` when `current` may change; None after the last."""
        last = self._last_started(time)
        after = [self._starts[last + 1]] if last + 1 < len(self) else []
        if last >= 0:
            ends = [self._ends[k] for k in self._active(last, time)]
            after += ends or [self._ends[self._last_ended[last]] + HOLD]
        after += self._next_edge(time)
        return min((boundary for boundary in after if boundary > time), default=None)

    def _advert_end(self, time: int) -> int | None:
        """When the advert that is heard at `time` ends; None outside of one."""
        k = bisect_right(self._advert_starts, time) - 1
        return self._advert_ends[k] if k >= 0 and time < self._advert_ends[k] else None

    def _next_edge(self, time: int) -> list[int]:
        """When the advert that is heard at `time` ends, or else the next one starts."""
        end = self._advert_end(time)
        if end is not None:
            return [end]
        k = bisect_right(self._advert_starts, time)
        return [self._advert_starts[k]] if k < len(self._advert_starts) else []

    def cue_at_or_before(self, time: int) -> int | None:
        """The cue that started last at or before `time`."""
        last = self._last_started(time)
        return self._cues[last] if last >= 0 else None

    def is_in_advert(self, time: int) -> bool:
        """Whether something is heard at `time` that the text does not have."""
        return self._advert_end(time) is not None

    def resting_at(self, time: int) -> int | None:
        """Where the text rests while nothing of it is spoken at `time`: the cue that ended last, or
        the first one before all. None once the last cue is over, where nothing follows."""
        if self.next_start(time) is None:
            return None
        return next((cue for cue, _, _ in self.lines_from(time)), None)

    def next_start(self, time: int) -> int | None:
        """When the next cue after `time` starts."""
        k = bisect_right(self._starts, time)
        return self._starts[k] if k < len(self) else None

    def start_before(self, time: int) -> int | None:
        """When the last cue that starts strictly before `time` starts."""
        k = bisect_left(self._starts, time) - 1
        return self._starts[k] if k >= 0 else None

    def lines_from(self, time: int) -> Iterator[tuple[int, int, int]]:
        """Index, start and end of each cue from the earliest that is spoken at `time` on, or from
        the one that ended last before it."""
        last = self._last_started(time)
        spoken = list(self._active(last, time)) if last >= 0 else []
        first = spoken[-1] if spoken else self._last_ended[last] if last >= 0 else 0
        for k in range(first, len(self)):
            yield self._cues[k], self._starts[k], self._ends[k]

    def span(self, cue: int) -> tuple[int, int] | None:
        """Start and end of the cue with this index; None where it has no time."""
        k = self._rank.get(cue) if self._rank else (cue if 0 <= cue < len(self) else None)
        return None if k is None else (self._starts[k], self._ends[k])

    def _is_plain(self) -> bool:
        """Whether cues are already in order of time and none is missing: index equals rank."""
        return all(k == cue for k, cue in enumerate(self._cues))

    def _sort(self) -> None:
        order = sorted(range(len(self._starts)), key=lambda k: (self._starts[k], k))
        self._starts = array("q", (self._starts[k] for k in order))
        self._ends = array("q", (self._ends[k] for k in order))
        self._cues = array("i", (self._cues[k] for k in order))

    def _last_started(self, time: int) -> int:
        """Rank of the last cue started at `time`, -1 before the first; O(1) while playing."""
        starts, hint, count = self._starts, self._hint, len(self._starts)
        for k in (hint, hint + 1):
            if k < count and starts[k] <= time and (k + 1 == count or time < starts[k + 1]):
                self._hint = k
                return k
        found = bisect_right(starts, time) - 1
        self._hint = max(found, 0)
        return found

    def _active(self, last: int, time: int) -> Iterator[int]:
        """Ranks of the cues being spoken at `time`, latest start first."""
        ends = self._ends
        for block in range(last // _BLOCK, -1, -1):
            if self._block_ends[block] > time:
                first = block * _BLOCK
                for k in range(min(last, first + _BLOCK - 1), first - 1, -1):
                    if ends[k] > time:
                        yield k

    def _held(self, last: int, time: int) -> tuple[int, ...]:
        ended = self._last_ended[last]
        return (self._cues[ended],) if time < self._ends[ended] + HOLD else ()


def _rank_of_greatest(ends: Sequence[int]) -> Iterator[int]:
    """For each rank the rank up to there whose end is latest; of equal ends the later one."""
    greatest = 0
    for k, end in enumerate(ends):
        if end >= ends[greatest]:
            greatest = k
        yield greatest
