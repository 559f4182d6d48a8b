"""Paragraphs folded to one quiet line: all but what one voice says."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from reader.transcript.reading_text import ReadingText


class FoldedRun(NamedTuple):
    """Blocks in a row that are folded: the first, the one after the last, how many turns they
    are, and how long they take in ms, 0 without times."""

    first: int
    after: int
    turns: int
    length: int


class Folds:
    """Which blocks of a text are folded, and what stands for each row of them."""

    def __init__(
        self, reading: ReadingText, voice: str, describe: Callable[[FoldedRun], str]
    ) -> None:
        self.voice = voice
        self._first = array("i", [-1]) * reading.block_count
        self._after = array("i", [-1]) * reading.block_count
        self.labels: dict[int, str] = {}
        for run in _runs(reading, voice):
            self.labels[run.first] = describe(run)
            self._after[run.first] = run.after
            self._first[run.first : run.after] = array("i", [run.first]) * (run.after - run.first)

    def __contains__(self, block: int) -> bool:
        return 0 <= block < len(self._first) and self._first[block] >= 0

    def first_of(self, block: int) -> int:
        """The block whose line stands for a folded one."""
        return self._first[block]

    def after(self, block: int) -> int:
        """The block after the row of a folded one."""
        return self._after[self._first[block]]

    def is_line(self, block: int) -> bool:
        """Whether a quiet line stands in the place of a block."""
        return block in self and self._first[block] == block


def _runs(reading: ReadingText, voice: str) -> Iterator[FoldedRun]:
    blocks = range(reading.block_count)
    for is_shown, group in groupby(blocks, lambda k: reading.guessed_name(k) == voice):
        if not is_shown:
            run = list(group)
            first, after = run[0], run[-1] + 1
            turns = sum(map(reading.is_voice, run))
            yield FoldedRun(first, after, max(1, turns), _length(reading, first, after))


def _length(reading: ReadingText, first: int, after: int) -> int:
    start = reading.time_at(reading.block_span(first)[1] + 1)
    is_last = after >= reading.block_count
    end = reading.end if is_last else reading.time_at(reading.block_span(after)[1] + 1)
    return 0 if start is None or end is None else max(0, end - start)
