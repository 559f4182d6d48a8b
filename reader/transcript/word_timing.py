"""When each word of a cue is spoken: the file's own times, or an estimate within the line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from reader.transcript.model import Cue, Word
from reader.transcript.writing import is_unspaced

_PAUSE = {",": 2, ";": 3, ":": 3, ".": 4, "?": 4, "!": 4, "…": 4}
_LEAST = 2  # even "a" takes the time of some letters


def words_of(cue: Cue, *, is_estimated: bool = True) -> tuple[Word, ...]:
    """The cue's own words, or (if `is_estimated`) words timed in proportion to their length."""
    if cue.words or not is_estimated or cue.start is None or cue.end is None:
        return cue.words
    return spread(cue.text, cue.start, max(cue.start, cue.end))


class WordTimes:
    """The words of one cue by offset and by time, each question answered in O(log n).

    Words may stand in any order: what is asked for is the first or the last of them that fits.
    """

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = words
        self._latest_limits = list(accumulate((w.offset + w.length for w in words), max))
        self._least_offsets = _least_from(word.offset for word in reversed(words))
        self._least_starts = _least_from(word.start for word in reversed(words))

    def start_from(self, offset: int) -> int | None:
        """When the word at an offset of the cue, or the next one, starts."""
        k = bisect_right(self._latest_limits, offset)
        return self._words[k].start if k < len(self._words) else None

    def end_before(self, offset: int) -> int | None:
        """When the last word that begins before an offset of the cue ends."""
        k = bisect_left(self._least_offsets, offset) - 1
        return self._words[k].end if k >= 0 else None

    def offset_at(self, time: int) -> int:
        """Where the word stands that is spoken at a time, or was last; 0 before the first."""
        k = bisect_right(self._least_starts, time) - 1
        return self._words[k].offset if k >= 0 else 0


def _least_from(backwards: Iterable[int]) -> list[int]:
    """The least of each number and those after it, of numbers given from the last one on."""
    return list(accumulate(backwards, min))[::-1]


def spread(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a text, timed between `start` and `end` (ms) in proportion to their length."""
    spans = token_spans(text)
    weights = [_weight(text[a:b]) for a, b in spans]
    total = sum(weights)
    words, before = [], 0
    for (a, b), weight in zip(spans, weights, strict=True):
        first = start + (end - start) * before // total
        before += weight
        words.append(Word(first, start + (end - start) * before // total, a, b - a))
    return tuple(words)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of `text` lie; text without blanks (Chinese, Japanese, Thai) by character."""
    spans: list[tuple[int, int]] = []
    for run in re.finditer(r"\S+", text):
        if not run[0].isascii() and any(map(is_unspaced, run[0])):
            spans.extend((i, i + 1) for i in range(*run.span()) if text[i].isalnum())
        elif any(letter.isalnum() for letter in run[0]):
            spans.append(run.span())
    return spans


def _weight(token: str) -> int:
    letters = sum(map(str.isalnum, token))
    return max(_LEAST, letters) + 1 + _PAUSE.get(token[-1], 0)
