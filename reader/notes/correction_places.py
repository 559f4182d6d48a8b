"""Where the words of corrections stand in another text of the same recording.

Corrected words are few, often one: what stands around them and the order of all decide, word by
word, without minding case and marks. What stays in doubt has no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from reader.annotation import CONTEXT, Selector
from reader.correction import Correction
from reader.notes.anchoring import anchor
from reader.transcript.spoken_text import SpokenText

Span = tuple[int, int]

_WORD = re.compile(r"\w+")
_MORE = 3  # words beyond those of a context, since some may have been added
_SURE = 0.5  # of the words around are enough where the words were found by all their letters
_LIKELY = 0.45  # where they were found between their neighbours
_AHEAD = 0.2  # by which one place must be more alike than any other
_AGREE = 500  # ms by which those around may have moved otherwise, and still agree
_NEAR = 1_500  # ms by which one may have moved otherwise than those around
_SLACK = 300  # characters by which places next to each other may change order
_APART = 0.15  # less alike is a place with neither of the words next to it
_FEW = 4  # words around: with fewer, a place needs all of them


class _Neighbour(NamedTuple):
    """One that is sure: where it was, where it is, and by how much later (ms) it is said."""

    key: int
    start: int
    shift: int | None


class _Wanted(NamedTuple):
    """The words of a correction and those around them, in small letters."""

    words: list[str]
    before: list[str]
    after: list[str]

    @classmethod
    def of(cls, selector: Selector) -> _Wanted:
        quote = selector.quote
        before, after = _words(quote.prefix), _words(quote.suffix)
        is_cut = len(quote.prefix) >= CONTEXT and quote.prefix[:1].isalnum()
        is_cut_after = len(quote.suffix) >= CONTEXT and quote.suffix[-1:].isalnum()
        return cls(_words(quote.exact), before[is_cut:], after[: len(after) - is_cut_after])


def places_again(spoken: SpokenText, corrections: Sequence[Correction]) -> list[Span | None]:
    """Where the words of each stand in the text; None where that is in doubt."""
    return _Search(spoken, [each.selector for each in corrections]).places()


class _Search:
    """The work of one call: first those that are sure, then those between them."""

    def __init__(self, spoken: SpokenText, selectors: Sequence[Selector]) -> None:
        self._spoken, self._selectors = spoken, selectors
        self._wanted = [_Wanted.of(each) for each in selectors]

    def places(self) -> list[Span | None]:
        """One for each selector."""
        sure = {
            k: at
            for k, found in enumerate(anchor(self._selectors, self._spoken))
            if found.span and (at := self._word_at(k, found.span)) is not None
        }
        sure = {k: at for k, at in sure.items() if self._is_sure(k, at)}
        placed = self._in_order(sure)
        sure = {k: at for k, at in sure.items() if self._is_in_time(k, at, placed)}
        placed = self._in_order(sure)
        for k in range(len(self._selectors)):
            if k not in sure and (at := self._between(k, placed)) is not None:
                sure[k] = at
        return [self._span(k, sure[k]) if k in sure else None for k in range(len(self._wanted))]

    def _is_sure(self, k: int, at: int) -> bool:
        """Whether it is like enough, and no twin of it stands near."""
        likeness, here = self._likeness(k, at), self._starts[at]
        if likeness < self._least(k, _SURE) or self._is_refrain(k):
            return False
        others = self._candidates(k, max(0, here - _SLACK), here + _SLACK)
        twins = (self._likeness(k, each) for each in others if each != at)
        return likeness - max(twins, default=0.0) >= _AHEAD

    def _in_order(self, sure: Mapping[int, int]) -> list[_Neighbour]:
        found = (
            _Neighbour(self._key(k), self._starts[at], self._shift(k, at)) for k, at in sure.items()
        )
        return sorted(found, key=lambda each: each[:2])

    def _key(self, k: int) -> int:
        selector = self._selectors[k]
        return selector.position[0] if selector.position else selector.time[0]

    def _shift(self, k: int, at: int) -> int | None:
        """By how much later (ms) it is said in this text."""
        old, new = self._selectors[k].transcript_time, self._spoken.time_at(self._starts[at])
        return None if old is None or new is None else new - old[0]

    def _is_in_time(self, k: int, at: int, placed: Sequence[_Neighbour]) -> bool:
        """Whether it has moved as far as those around it, where these agree: no twin next to it."""
        key, shift = self._key(k), self._shift(k, at)
        before = bisect_left(placed, key, key=itemgetter(0))
        after = bisect_right(placed, key, key=itemgetter(0))
        if shift is None or not before or after >= len(placed):
            return True
        one, other = placed[before - 1].shift, placed[after].shift
        if one is None or other is None or abs(one - other) > _AGREE:
            return True
        return min(abs(shift - one), abs(shift - other)) <= _NEAR

    def _word_at(self, k: int, span: Span) -> int | None:
        """The number of the word at which a span begins, if it is of just the words wanted."""
        first = bisect_left(self._starts, span[0])
        words = self._wanted[k].words
        is_same = bool(words) and self._texts[first : first + len(words)] == words
        return first if is_same and self._ends[first + len(words) - 1] <= span[1] else None

    def _between(self, k: int, placed: Sequence[_Neighbour]) -> int | None:
        """The one place that is like enough, where the order of all lets it be expected."""
        at = bisect_left(placed, self._key(k), key=itemgetter(0))
        low = placed[at - 1].start - _SLACK if at else 0
        high = placed[at].start + _SLACK if at < len(placed) else len(self._spoken)
        found = sorted(
            ((self._likeness(k, each), each) for each in self._candidates(k, low, high)),
            reverse=True,
        )
        if not found or found[0][0] < self._least(k, _LIKELY) or self._is_refrain(k):
            return None
        is_alone = len(found) == 1 or found[0][0] - found[1][0] >= _AHEAD
        best = found[0][1]
        return best if is_alone and self._is_in_time(k, best, placed) else None

    def _is_refrain(self, k: int) -> bool:
        """Whether the words stand again and again around themselves: then none is certain."""
        words, before, after = self._wanted[k]
        around = [*before, *after]
        return sum(around[n : n + len(words)] == words for n in range(len(around))) > 1

    def _candidates(self, k: int, low: int, high: int) -> Iterator[int]:
        words = self._wanted[k].words
        numbers = self._by_word.get(words[0], ()) if words else ()
        first = bisect_left(numbers, bisect_left(self._starts, low))
        for number in numbers[first : bisect_right(numbers, bisect_right(self._starts, high))]:
            if self._texts[number : number + len(words)] == words:
                yield number

    def _likeness(self, k: int, at: int) -> float:
        """The share of the words around that stand around a place, each as far from it as it was;
        what was changed, added or left out between counts against it."""
        words, before, after = self._wanted[k]
        end = at + len(words)
        there = self._texts[max(0, at - len(before) - _MORE) : at]
        then = self._texts[end : end + len(after) + _MORE]
        around = len(before) + len(after)
        alike = _alike(before[::-1], there[::-1]) + _alike(after, then)
        is_beside = before[-1:] == there[-1:] or after[:1] == then[:1]
        return alike / around - (0 if is_beside else _APART) if around else 0.0

    def _least(self, k: int, share: float) -> float:
        _, before, after = self._wanted[k]
        return share if len(before) + len(after) >= _FEW else 1.0

    def _span(self, k: int, at: int) -> Span:
        return self._starts[at], self._ends[at + len(self._wanted[k].words) - 1]

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self._spoken.text))

    @cached_property
    def _texts(self) -> list[str]:
        return [token[0].casefold() for token in self._tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start() for token in self._tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end() for token in self._tokens]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            found[text].append(number)
        return found


def _words(text: str) -> list[str]:
    return [found[0].casefold() for found in _WORD.finditer(text)]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words of one begin the other: all, less the changes it takes to make them so."""
    row = list(range(len(other) + 1))
    for word in one:
        before, row = row, [row[0] + 1]
        for k, there in enumerate(other):
            row.append(min(before[k] + (word != there), before[k + 1] + 1, row[k] + 1))
    return max(0, len(one) - min(row))
