"""Numbers in order of which all from some place on are moved, without writing each again."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain


class ShiftedArray:
    """An array with shifts: each adds to all numbers from an index on. Asked in O(log shifts)."""

    __hash__ = None  # type: ignore[assignment]  # it is compared by what it holds

    def __init__(self, base: array[int], shifts: Iterable[tuple[int, int]] = ()) -> None:
        self._base = base
        together: Counter[int] = Counter()
        for index, by in shifts:
            together[index] += by
        self._shifts = sorted(together.items())
        self._places = [index for index, _ in self._shifts]
        self._sums = [0, *accumulate(by for _, by in self._shifts)]

    @classmethod
    def of(
        cls, numbers: array[int] | ShiftedArray, shifts: Iterable[tuple[int, int]]
    ) -> ShiftedArray:
        """Numbers with some more shifts."""
        if isinstance(numbers, array):
            return cls(numbers, shifts)
        return cls(numbers._base, chain(numbers._shifts, shifts))

    def __len__(self) -> int:
        return len(self._base)

    def __getitem__(self, index: int) -> int:
        return self._base[index] + self._sums[bisect_right(self._places, index)]

    def __iter__(self) -> Iterator[int]:
        return (self[index] for index in range(len(self._base)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (array, ShiftedArray)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))
