"""Where a quote stands in a text that was written down again: other words, commas and lines.

Both are taken as words without case and punctuation (letters, where a script has no blanks).
Pairs of words that both have give the places worth a look; there they are aligned.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reader.annotation import CONTEXT, TextQuote
from reader.transcript.writing import is_unspaced

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TOO_COMMON = 400  # a pair of words that stands at more places says nothing
_PLACES = 6  # looked at for each quote
_SLIP = 3  # words by which matching pairs may be shifted against each other
_LIKE = 0.5  # words less alike than this are different words
_APART = 2_500  # characters put into a quote, at most: an advertisement of two minutes
_PART, _LONG_PART = 8, 24  # characters alike of a quote's part, with its context and without
_MOST = 0.7
_TWIN, _CLEARLY = 0.75, 0.15
_INSERTED = 0.5  # what a word too many counts
_OTHER, _LEFT_OUT = 0.7, 0.2  # what another word and a missing one take from a run that fits


class Words(NamedTuple):
    """The words of a text, folded, and where each stands in it."""

    folded: list[str]
    starts: array[int]
    ends: array[int]


class Pattern(NamedTuple):
    """A quote with its context as words; `first` to `last` (not included) are the quote's own."""

    folded: list[str]
    first: int
    last: int
    quote: TextQuote
    lead: int  # characters of the quote before its first word


class Match(NamedTuple):
    """A place that resembles a quote: how much of the quote, prefix, suffix and all is there.

    `pure` is how much of what stands there is the quote's; all go from 0 to 1. `weight` is how
    many characters are alike, context included; `part` the words of the quote, by number, that
    were found.
    """

    start: int
    end: int
    exact: float
    pure: float
    prefix: float
    suffix: float
    whole: float
    weight: float
    part: tuple[int, int] = (0, 0)


class QuoteSearch:
    """A text made ready to find many quotes in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = words_of_text(text)

    def matches(self, quote: TextQuote, window: tuple[int, int] | None = None) -> list[Match]:
        """The places most like the quote, the likest first; none overlaps a liker one.

        With a `window` of positions only those that begin in it. A quote that something was put
        into is found with it.
        """
        pattern = pattern_of(quote)
        places = self._places(pattern, window)
        found = [self._aligned(pattern, *place) for place in places]
        kept: list[Match] = []
        for match in sorted(filter(None, found), key=lambda match: -match.weight):
            if all(match.start >= other.end or match.end <= other.start for other in kept):
                kept.append(match)
        return _with_whole(kept, len(quote.exact))

    def is_twin(self, quote: TextQuote, match: Match) -> bool:
        """Whether a place may be that of words beside the quote that say the same, or nearly."""
        start, end = match.start, match.end
        length = min(len(quote.exact), CONTEXT)
        if not length:
            return False
        before, after = self._text[max(0, start - length) : start], self._text[end : end + length]
        sides = (
            (before, quote.exact[-length:], quote.prefix[-length:]),
            (after, quote.exact[:length], quote.suffix[:length]),
        )
        if any(_is_likelier(*side, match.exact) for side in sides):
            return True
        pattern = pattern_of(quote)
        first, last = (pattern.first + number for number in match.part)
        around = words_of_text(self._text[max(0, start - CONTEXT) : end + CONTEXT]).folded
        found = words_of_text(self._text[start:end]).folded
        return any(
            _is_repeated_less(pattern.folded, words, around)
            for words in (pattern.folded[first:last], found)
        )

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for k, pair in enumerate(pairwise(self._words.folded)):
            pairs[pair].append(k)
        return dict(pairs)

    def _places(self, pattern: Pattern, window: tuple[int, int] | None) -> list[tuple[int, int]]:
        """Where most pairs agree: the least and the greatest shift between pattern and text."""
        votes: dict[int, float] = defaultdict(float)
        low, high = self._shifts_within(pattern, window)
        for k, pair in enumerate(pairwise(pattern.folded)):
            places = self._pairs.get(pair, ())
            if window or len(places) <= _TOO_COMMON:
                first = bisect_left(places, low + k)
                for place in places[first : bisect_left(places, high + k, first)]:
                    votes[place - k] += len(places) ** -0.5
        found = sorted(_clusters(votes), reverse=True)[:_PLACES]
        return [(least, greatest) for _, least, greatest in found]

    def _shifts_within(self, pattern: Pattern, window: tuple[int, int] | None) -> tuple[int, int]:
        if window is None:
            return -len(pattern.folded), len(self._words.starts)
        first, last = (bisect_left(self._words.starts, position) for position in window)
        return first - pattern.first - _SLIP, last - pattern.first + _SLIP

    def _aligned(self, pattern: Pattern, least: int, greatest: int) -> Match | None:
        from rapidfuzz.distance import Levenshtein

        words = self._words
        low = max(0, least - _SLIP)
        window = words.folded[low : greatest + len(pattern.folded) + _SLIP]
        blocks = Levenshtein.opcodes(pattern.folded, window)
        alignment = _Alignment(pattern, window)
        for block in blocks:
            alignment.add(*block)
        span = alignment.span()
        place = span and self._exact_span(pattern, low + span[0], low + span[1])
        return alignment.match(place) if place else None

    def _exact_span(self, pattern: Pattern, first: int, last: int) -> tuple[int, int] | None:
        """From word `first` to before `last`, with the punctuation that the quote has too."""
        words, text, exact = self._words, self._text, pattern.quote.exact
        is_empty = first == last
        start = words.starts[first] if first < len(words.starts) else len(text)
        end = start if is_empty else words.ends[last - 1]
        before = len(exact) + 1 if is_empty else pattern.lead + 1
        verbatim = text.find(exact, max(0, start - before), end + len(exact) + 1)
        if exact and 0 <= verbatim <= start and (is_empty or verbatim + len(exact) >= end):
            return verbatim, verbatim + len(exact)
        if is_empty:  # a quote of marks alone has to stand there as it is
            return None if exact.strip() else (start, start)
        return self._with_marks(exact, start, end)

    def _with_marks(self, exact: str, start: int, end: int) -> tuple[int, int]:
        text = self._text
        if exact[0] != " " and not exact[0].isalnum():
            while start > 0 and _is_mark(text[start - 1]):
                start -= 1
        if exact[-1] != " " and not exact[-1].isalnum():
            while end < len(text) and _is_mark(text[end]):
                end += 1
        return start, end


class _Alignment:
    """Which word of a pattern became which of the window, and how alike they are."""

    def __init__(self, pattern: Pattern, window: Sequence[str]) -> None:
        self._pattern, self._window = pattern, window
        self._likeness = [0.0] * len(pattern.folded)
        self._target = [-1] * len(pattern.folded)
        self._inserted = [0] * (len(pattern.folded) + 1)  # before each word
        self._first, self._last = pattern.first, pattern.last

    def add(self, tag: str, start: int, end: int, to_start: int, to_end: int) -> None:
        """One block of equal, replaced, deleted or inserted words."""
        if tag == "insert":
            self._inserted[start] += sum(map(_weight, self._window[to_start:to_end]))
        if tag in ("equal", "replace"):
            for k, to in zip(range(start, end), range(to_start, to_end), strict=True):
                self._target[k] = to
                self._likeness[k] = 1.0 if tag == "equal" else self._like(k, to)

    def span(self) -> tuple[int, int] | None:
        """The words [first, last) of the window that the quote became; None where none is left."""
        low, high = self._best_run()
        if self._pattern.first == self._pattern.last:
            return self._point(self._pattern.first)
        self._first, self._last = max(low, self._pattern.first), min(high, self._pattern.last)
        targets = [to for to in self._target[self._first : self._last] if to >= 0]
        return self._extended(targets[0], targets[-1] + 1) if targets else None

    def _extended(self, start: int, end: int) -> tuple[int, int]:
        """With the quote's own words beside it, where a cut-off one elsewhere was aligned."""
        folded, window = self._pattern.folded, self._window
        while start > 0 and self._first > self._pattern.first:
            if window[start - 1] != folded[self._first - 1]:
                break
            start, self._first = start - 1, self._first - 1
            self._target[self._first], self._likeness[self._first] = start, 1.0
        while end < len(window) and self._last < self._pattern.last:
            if window[end] != folded[self._last]:
                break
            self._target[self._last], self._likeness[self._last] = end, 1.0
            end, self._last = end + 1, self._last + 1
        return start, end

    def _best_run(self) -> tuple[int, int]:
        """The part of the pattern, context included, that was found: other text around it is cut.

        The run of words with the greatest sum, where those found add and others take away.
        """
        best, total, start, found = 0.0, 0.0, 0, (0, 0)
        for k, word in enumerate(self._pattern.folded):
            total -= _OTHER * self._inserted[k]
            if total <= 0:
                total, start = 0.0, k
            total += _weight(word) * self._gain(k)
            if total > best:
                best, found = total, (start, k + 1)
        return found

    def _gain(self, k: int) -> float:
        if self._likeness[k] > 0:
            return self._likeness[k]
        return -_LEFT_OUT if self._target[k] < 0 else -_OTHER

    def match(self, span: tuple[int, int]) -> Match:
        """How alike all is, at `span` of the text."""
        first, last = self._pattern.first, self._pattern.last
        exact, of_exact = self._alike(self._first, self._last)[0], self._alike(first, last)[1]
        prefix, of_prefix = self._alike(0, first)
        suffix, of_suffix = self._alike(last, len(self._target))
        too_many = _INSERTED * sum(self._inserted[self._first + 1 : self._last])
        return Match(
            *span,
            exact / (of_exact + too_many) if of_exact else 1.0,
            exact / self._found_weight() if of_exact else 1.0,
            prefix / of_prefix if of_prefix else 0.0,
            suffix / of_suffix if of_suffix else 0.0,
            (exact + prefix + suffix) / (of_exact + of_prefix + of_suffix + too_many),
            exact + prefix + suffix - too_many,
            (self._first - first, self._last - first),
        )

    def _found_weight(self) -> int:
        """Of all words of the window that the quote became, those put in included."""
        targets = [to for to in self._target[self._first : self._last] if to >= 0]
        return sum(map(_weight, self._window[targets[0] : targets[-1] + 1])) if targets else 1

    def _like(self, k: int, to: int) -> float:
        from rapidfuzz.distance import Indel

        like = Indel.normalized_similarity(self._pattern.folded[k], self._window[to])
        return like if like >= _LIKE else 0.0

    def _point(self, boundary: int) -> tuple[int, int] | None:
        """Between what stood before and after an empty quote."""
        if boundary < len(self._target) and self._target[boundary] >= 0:
            return self._target[boundary], self._target[boundary]
        if boundary > 0 and self._target[boundary - 1] >= 0:
            return self._target[boundary - 1] + 1, self._target[boundary - 1] + 1
        return None

    def _alike(self, start: int, end: int) -> tuple[float, int]:
        weights = [_weight(word) for word in self._pattern.folded[start:end]]
        pairs = zip(weights, self._likeness[start:end], strict=True)
        return sum(weight * like for weight, like in pairs), sum(weights)


def _is_likelier(found: str, own: str, beside: str, exact: float) -> bool:
    """Whether what stands beside a place is rather the quote than what stood there, and more
    like it than the place itself, which is as much as `exact`."""
    likeness = _likeness(found, own)
    return likeness >= _TWIN and likeness > max(exact, _likeness(found, beside) + _CLEARLY)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one.casefold(), other.casefold())


def _is_repeated_less(before: Sequence[str], words: Sequence[str], now: Sequence[str]) -> bool:
    """Whether words of the quote stood in its context too, and stand there less often now."""
    times = _count(before, words)
    return times > 1 and _count(now, words) < times


def _count(words: Sequence[str], sought: Sequence[str]) -> int:
    size = len(sought)
    starts = range(len(words) - size + 1) if size else ()
    return sum(words[k : k + size] == sought for k in starts)


def _with_whole(matches: list[Match], length: int) -> list[Match]:
    """The matches, with the whole quote in the place of two parts of it."""
    whole = _whole(matches, length)
    if whole is None:
        return matches
    beside = (match for match in matches if match.end <= whole.start or match.start >= whole.end)
    return [whole, *beside]


def _whole(matches: Sequence[Match], length: int) -> Match | None:
    """The likest match with another part of the quote, of `length`, before or after it, where
    both together are most of the quote: an advertisement, say, was put into it."""
    pairs = (sorted((matches[0], other)) for other in matches[1:])
    wholes = [_joined(one, other) for one, other in pairs if _are_parts(one, other, length)]
    return max(wholes, key=lambda whole: whole.exact, default=None)


def _are_parts(one: Match, other: Match, length: int) -> bool:
    if one.part[1] > other.part[0] or other.start - one.end > _APART:
        return False
    alike = one.exact * length, other.exact * length
    is_begun = alike[0] >= _PART and (one.prefix >= _LIKE or alike[0] >= _LONG_PART)
    is_ended = alike[1] >= _PART and (other.suffix >= _LIKE or alike[1] >= _LONG_PART)
    is_most = one.exact + other.exact >= _MOST and min(one.pure, other.pure) >= _MOST
    return is_begun and is_ended and is_most


def _joined(one: Match, other: Match) -> Match:
    return Match(
        one.start,
        other.end,
        min(1.0, one.exact + other.exact),
        min(one.pure, other.pure),
        one.prefix,
        other.suffix,
        min(1.0, one.whole + other.whole),
        one.weight + other.weight,
        (one.part[0], other.part[1]),
    )


def words_of_text(text: str) -> Words:
    """The words of `text`; scripts without blanks letter by letter."""
    folded: list[str] = []
    starts, ends = array("i"), array("i")
    for start, end in _spans(text):
        folded.append(text[start:end].casefold().replace("’", "'"))
        starts.append(start)
        ends.append(end)
    return Words(folded, starts, ends)


def pattern_of(quote: TextQuote) -> Pattern:
    """The quote and its context as words, without those that the context cut in two."""
    start, end = len(quote.prefix), len(quote.prefix) + len(quote.exact)
    words = words_of_text(quote.prefix + quote.exact + quote.suffix)
    first = bisect_left(words.ends, start + 1)
    last = max(first, bisect_left(words.starts, end)) if quote.exact else first
    lead = words.starts[first] - start if first < last else 0
    low = int(start >= CONTEXT and first > 0 and words.starts[0] == 0)
    whole = end + len(quote.suffix)
    is_cut = len(quote.suffix) >= CONTEXT and len(words.ends) > last and words.ends[-1] == whole
    folded = words.folded[low : len(words.folded) - is_cut]
    return Pattern(folded, first - low, last - low, quote, max(0, lead))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        if found[0].isascii() or not any(map(is_unspaced, found[0])):
            yield found.span()
        else:
            yield from ((k, k + 1) for k in range(*found.span()))


def _clusters(votes: dict[int, float]) -> Iterator[tuple[float, int, int]]:
    """Votes for nearly the same shift, added up: (votes, least shift, greatest shift)."""
    least: int | None = None
    greatest, total = 0, 0.0
    for shift in sorted(votes):
        if least is None or shift > greatest + _SLIP or shift > least + 4 * _SLIP:
            if least is not None:
                yield total, least, greatest
            least, total = shift, 0.0
        greatest = shift
        total += votes[shift]
    if least is not None:
        yield total, least, greatest


def _weight(word: str) -> int:
    return len(word) + 1


def _is_mark(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()
