"""The heights of many blocks above one another, some still estimated."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Whole pixels per block; a block's top and the block at a y in O(log n) (Fenwick, 1994)."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        sums = [0, *accumulate(self._heights)]
        self._tree = [sums[i] - sums[i & (i - 1)] for i in range(len(sums))]
        self._top_bit = 1 << max(0, len(self._heights).bit_length() - 1)
        self.total = sums[-1]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, block: int) -> int:
        return self._heights[block]

    def __setitem__(self, block: int, height: int) -> None:
        change = height - self._heights[block]
        if not change:
            return
        self._heights[block] = height
        self.total += change
        tree, i = self._tree, block + 1
        while i < len(tree):
            tree[i] += change
            i += i & -i

    def top(self, block: int) -> int:
        """The sum of the heights above `block`."""
        total, tree = 0, self._tree
        while block > 0:
            total += tree[block]
            block &= block - 1
        return total

    def block_at(self, y: float) -> int:
        """The block that covers `y`; the first above all, the last below all."""
        block, step, tree = 0, self._top_bit, self._tree
        while step:
            following = block + step
            if following < len(tree) and tree[following] <= y:
                block, y = following, y - tree[following]
            step >>= 1
        return max(0, min(block, len(self._heights) - 1))
