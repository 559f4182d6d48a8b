"""Ranges of a text: many, asked which of them touch a part of it, and one without its blanks."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate


class SpanIndex:
    """Ranges (start, end) that may overlap; asked in O(log n) plus what is found."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self.spans = sorted(spans)
        self._starts = array("q", (start for start, _ in self.spans))
        self._latest_ends = array("q", accumulate((end for _, end in self.spans), max))

    def __len__(self) -> int:
        return len(self.spans)

    def touching(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The ranges that share at least one character with [start, end)."""
        first = bisect_right(self._latest_ends, start)
        for k in range(first, bisect_left(self._starts, end)):
            if self.spans[k][1] > start:
                yield self.spans[k]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from `start` to `end` without the blanks at both its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
