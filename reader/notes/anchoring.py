"""How annotations find their place again when the transcript was replaced.

Each is looked for at its old position, then by its words, with time, context and the order of
all to distinguish look-alikes. What stays in doubt is not placed: it gets a guess instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reader.annotation import CONTEXT, Selector, TextQuote
from reader.notes.quote_search import Match, QuoteSearch
from reader.transcript.spoken_text import SpokenText

Span = tuple[int, int]

_CHARACTER = 65  # ms; turns positions into times where there are none
_NEAR = 2_000  # ms around the moment at which a quote is expected
_CLOSE = 400  # ms within which twins rarely stand
_NEARER = 1_500  # ms by which one look-alike must be nearer than the next
_SLACK = 300  # characters by which places next to each other may change order
_ALIKE = 0.6  # a quote or a side of its context less alike than this is not it
_VERY_ALIKE = 0.75
_PURE, _VERY_PURE = 0.8, 0.86  # how much of what stands there has to be the quote's
_REMAINS = 0.3  # of a quote is enough where its context stands and the time is right
_HALF = 0.45
_GUESSED = 0.4  # the least worth a guess
_SOME = 20  # characters of a quote alike that prove a place without context in time
_MANY = 30
_SHORT = 50  # with both sides of the context
_ENOUGH = 75  # characters alike that prove a place with one side of the context
_LONG = 90  # characters alike that prove a place without context
_OVERWHELMING = 150  # characters alike that prove a place whatever the time
_OVERRULED = 1.5  # how many times its weight throws one out that is out of order
_ALONE = 0.5  # where no other place is more than this much as good, a place is alone
_VERBATIM = 0.95  # context this much alike is enough for one that is alone
_MUCH = 45  # characters alike, with the context, are too
_BRIEF = 10  # characters of a quote such as "Right.", which often stands twice
_RIVAL = 0.75  # a second place this much as good leaves the first one in doubt


class Anchor(NamedTuple):
    """Where an annotation belongs now.

    `span` is None where that is not sure; then `guess` is the best place known, empty where only
    the moment is, and None where nothing is. `score` from 0 to 1 is how alike the words are.
    """

    span: Span | None
    score: float
    guess: Span | None = None


def selector_for(spoken: SpokenText, start: int, end: int) -> Selector:
    """Describes the place [start, end) in the ways that `anchor` looks for it.

    Its times are the transcript's. Without any, `time` is (0, 0) and `transcript_time` None.
    """
    text = spoken.text
    quote = TextQuote(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
    times = spoken.times(start, end)
    return Selector(times or (0, 0), times, quote, (start, end))


def anchor(selectors: Sequence[Selector], spoken: SpokenText) -> list[Anchor]:
    """Where each selector belongs in the text; the more come at once, the surer each is."""
    return _Anchoring(selectors, spoken).anchors()


class _Anchoring:
    """The work of one call: first what the words show, then the rest by what that shows."""

    def __init__(self, selectors: Sequence[Selector], spoken: SpokenText) -> None:
        self._selectors, self._spoken = selectors, spoken
        self._keys = _keys(selectors)
        self._matches: dict[int, list[Match]] = {}
        self._timeless = frozenset(k for k, each in enumerate(selectors) if _is_timeless(each))
        self._whens = [
            None if k in self._timeless else _began(selector, spoken.is_timed)
            for k, selector in enumerate(selectors)
        ]
        self._shifts = _Shifts([])

    def anchors(self) -> list[Anchor]:
        """One for each selector."""
        placed = self._in_place() | self._standing_once()
        placed = self._in_order(placed | self._by_words(placed))
        self._shifts = self._learned(placed)
        placed = {k: match for k, match in placed.items() if self._is_in_time(k, match)}
        self._shifts = self._learned(placed)
        placed = self._in_order(placed | self._by_time(placed))
        return [self._anchor(k, placed.get(k)) for k in range(len(self._selectors))]

    @cached_property
    def _search(self) -> QuoteSearch:
        return QuoteSearch(self._spoken.text)

    def _in_place(self) -> dict[int, Match]:
        """Those whose words and context stand where they stood."""
        text, found = self._spoken.text, {}
        for k, (_, _, quote, position) in enumerate(self._selectors):
            if position and any(quote) and _stands(text, quote, position[0]):
                start, end = position[0], position[0] + len(quote.exact)
                found[k] = Match(start, end, 1, 1, 1, 1, 1, sum(map(len, quote)))
        return found

    def _standing_once(self) -> dict[int, Match]:
        """Quotes of which nothing else is known, as others write them, that the text has once."""
        text, found = self._spoken.text, {}
        for k in self._timeless:
            words = self._selectors[k].quote.exact.strip()
            if len(words) > _BRIEF and text.count(words) == 1:
                start = text.index(words)
                found[k] = Match(start, start + len(words), 1, 1, 1, 1, 1, len(words))
        return found

    def _by_words(self, placed: dict[int, Match]) -> dict[int, Match]:
        """Those of the rest that their words alone identify, among all of the text."""
        found = {}
        for k, selector in enumerate(self._selectors):
            if k not in placed and any(selector.quote):
                matches = self._matches[k] = self._search.matches(selector.quote)
                is_known = matches and _is_known_by_words(matches, selector.quote)
                if is_known and not self._search.is_twin(selector.quote, matches[0]):
                    found[k] = matches[0]
        return found

    def _in_order(self, placed: dict[int, Match]) -> dict[int, Match]:
        """Without those that would change places with surer ones: they met a look-alike."""
        free = {k: match for k, match in placed.items() if k in self._timeless}
        placed = {k: match for k, match in placed.items() if k not in free}
        order = sorted(placed, key=lambda k: (self._keys[k], placed[k].start))
        rising = _heaviest_rising([(placed[k].start, placed[k].weight) for k in order])
        kept = {order[n] for n in rising}
        for k in order:
            if k in kept:
                continue
            crossed = {other for other in kept if self._is_crossing(placed, k, other)}
            if not crossed:
                kept.add(k)
            elif sum(placed[n].weight for n in crossed) < _OVERRULED * placed[k].weight:
                kept -= crossed
        return free | {k: placed[k] for k in order if k in kept}

    def _is_crossing(self, placed: dict[int, Match], one: int, other: int) -> bool:
        old, new = self._keys[one] - self._keys[other], placed[one].start - placed[other].start
        return old * new < 0 and abs(new) > _SLACK

    def _learned(self, placed: dict[int, Match]) -> _Shifts:
        moments = ((self._whens[k], self._when(match.start)) for k, match in placed.items())
        return _Shifts([(old, new) for old, new in moments if old is not None and new is not None])

    def _when(self, position: int) -> int | None:
        return self._spoken.time_at(position) if self._spoken.is_timed else position * _CHARACTER

    def _position(self, when: int) -> int:
        found = self._spoken.position_at(when) if self._spoken.is_timed else when // _CHARACTER
        return min(max(0, found or 0), len(self._spoken.text))

    def _expected(self, k: int) -> list[int]:
        when = self._whens[k]
        return [] if when is None else self._shifts.expected(when)

    def _is_in_time(self, k: int, match: Match) -> bool:
        """Whether it has moved about as far as those around it, or too much of it is alike."""
        old, new = self._whens[k], self._when(match.start)
        if old is None or new is None or match.weight >= _OVERWHELMING:
            return True
        return self._shifts.is_between(old, new)

    def _by_time(self, placed: dict[int, Match]) -> dict[int, Match]:
        """Those of the rest that are where the sure ones around them let them be expected."""
        found = {}
        for k, selector in enumerate(self._selectors):
            if k not in placed and any(selector.quote):
                match = _chosen_by_time(self._nearby(k), self._matches.get(k, []), selector.quote)
                if match and not self._search.is_twin(selector.quote, match):
                    found[k] = match
        return found

    def _nearby(self, k: int) -> list[tuple[int, Match]]:
        """Matches within reach of the moments expected, each with its distance from them."""
        found: dict[int, tuple[int, Match]] = {}
        for moment in self._expected(k):
            window = self._position(moment - _NEAR), self._position(moment + _NEAR)
            for match in self._search.matches(self._selectors[k].quote, window):
                when = self._when(match.start)
                distance = _NEAR if when is None else abs(when - moment)
                if distance <= found.get(match.start, (_NEAR,))[0]:
                    found[match.start] = distance, match
        return sorted(found.values(), key=lambda pair: -pair[1].weight)

    def _anchor(self, k: int, match: Match | None) -> Anchor:
        if match:
            return Anchor((match.start, match.end), match.whole)
        moment = next((self._position(when) for when in self._expected(k)), None)
        highlight = None if moment is None else (moment, moment)
        if not any(self._selectors[k].quote):
            return Anchor(highlight, float(highlight is not None))
        nearby = [match for _, match in self._nearby(k)]
        for guess in nearby + self._matches.get(k, []):
            if guess.exact >= _GUESSED:
                return Anchor(None, guess.whole, (guess.start, guess.end))
        return Anchor(None, 0.0, highlight)


class _Shifts:
    """How far moments of the old text have moved in the new one, learned from sure ones."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self._pairs = sorted(pairs)
        self._olds = [old for old, _ in self._pairs]

    def expected(self, when: int) -> list[int]:
        """When it should begin now, by the sure one before and the one after.

        Before the first it may as well be where it was: little comes before a beginning.
        """
        after = bisect_right(self._olds, when)
        around = [self._pairs[after - 1] if after else (0, 0), *self._pairs[after : after + 1]]
        return list(dict.fromkeys(when + new - old for old, new in around))

    def is_between(self, old: int, new: int) -> bool:
        """Whether one of the sure ones lies between its neighbours' shifts, if it has both."""
        at = bisect_left(self._pairs, (old, new))
        if not 0 < at < len(self._pairs) - 1:
            return True
        around = [self._pairs[at - 1], self._pairs[at + 1]]
        shifts = [after - before for before, after in around]
        return min(shifts) - 3 * _NEAR <= new - old <= max(shifts) + 3 * _NEAR


def _stands(text: str, quote: TextQuote, start: int) -> bool:
    end = start + len(quote.exact)
    return (
        text[start:end] == quote.exact
        and text[max(0, start - CONTEXT) : start] == quote.prefix
        and text[end : end + CONTEXT] == quote.suffix
    )


def _is_known_by_words(matches: Sequence[Match], quote: TextQuote) -> bool:
    """Whether the best match is like enough in quote and context, and no other comes near it."""
    best = matches[0]
    if len(matches) > 1 and matches[1].weight >= _RIVAL * best.weight:
        return False
    sides = _sides(best, quote)
    if min(sides) >= _ALIKE:
        return best.exact >= _ALIKE and best.weight >= _SHORT
    least = _ENOUGH if max(sides) >= _ALIKE else _LONG
    return best.weight >= least and _is_part(best)


def _sides(match: Match, quote: TextQuote) -> tuple[float, float]:
    """Likeness of prefix and suffix; one that is empty is as good as the other."""
    prefix = match.prefix if quote.prefix else match.suffix
    return prefix, match.suffix if quote.suffix else prefix


def _chosen_by_time(
    nearby: Sequence[tuple[int, Match]], anywhere: Sequence[Match], quote: TextQuote
) -> Match | None:
    """The nearest of the matches that are best, unless the next is as near or another better."""
    heaviest = max((match.weight for _, match in nearby), default=0.0)
    rivals = [(away, match) for away, match in nearby if match.weight >= _RIVAL * heaviest]
    distance, best = min(rivals, key=lambda rival: rival[0], default=(0, None))
    if best is None:
        return None
    others = [match for _, match in nearby if match.start != best.start]
    others += [match for match in anywhere if match.start != best.start]
    is_alone = all(match.weight <= _ALONE * best.weight for match in others)
    if not (_is_backed_by_time(distance, best, quote) or (is_alone and _is_likely(best, quote))):
        return None
    is_outdone = any(_RIVAL * match.weight > best.weight for match in anywhere)
    is_doubtful = sum(away - distance < _NEARER for away, _ in rivals) > 1
    return None if is_outdone or is_doubtful else best


def _is_backed_by_time(distance: int, match: Match, quote: TextQuote) -> bool:
    """Whether a match is like enough, given how near it is to where it should be."""
    sides = _sides(match, quote)
    if _is_brief(quote) and min(sides) < _ALIKE:
        return False
    if min(sides) >= _VERY_ALIKE and match.end - match.start >= _ALIKE * len(quote.exact):
        return match.exact >= _REMAINS
    if distance <= _CLOSE and max(sides) >= _VERY_ALIKE and match.pure >= _VERY_PURE:
        return match.exact >= _HALF
    if min(sides) >= _ALIKE or (distance <= _CLOSE and max(sides) >= _VERY_ALIKE):
        return match.exact >= _ALIKE
    alike = match.exact * len(quote.exact)
    if distance > _NEAR // 2 or (max(sides) < _ALIKE and alike < _SOME):
        return False
    if max(sides) < _HALF and distance > _CLOSE and match.exact < _PURE:
        return False  # the same may be said again in other words
    return _is_part(match, _PURE if alike >= _MANY else _VERY_PURE)


def _is_likely(match: Match, quote: TextQuote) -> bool:
    """Whether one that nothing else resembles is like enough, where it may be expected."""
    if min(_sides(match, quote)) >= _VERBATIM:
        return True
    is_much = match.weight >= _MUCH and match.whole >= _HALF
    return is_much and match.exact >= _HALF and not _is_brief(quote)


def _is_brief(quote: TextQuote) -> bool:
    return len(quote.exact) < _BRIEF


def _is_part(match: Match, pure: float = _PURE) -> bool:
    """Whether little else stands there than much of the quote."""
    return match.exact >= _ALIKE and match.pure >= pure


def _keys(selectors: Sequence[Selector]) -> list[int]:
    """What gives the old order: positions, or times where one has no position."""
    positions = [selector.position[0] for selector in selectors if selector.position]
    if len(positions) == len(selectors):
        return positions
    return [selector.time[0] for selector in selectors]


def _is_timeless(selector: Selector) -> bool:
    """Whether nothing but its words is known of it."""
    is_placed = selector.transcript_time is not None or selector.position is not None
    return not is_placed and selector.time == (0, 0) and bool(selector.quote.exact)


def _began(selector: Selector, is_timed: bool) -> int | None:
    """When it began, or what stands for it in a text without times; None where unknown."""
    if not is_timed:
        return selector.position[0] * _CHARACTER if selector.position else None
    if selector.transcript_time is None and selector.position is not None:
        return selector.time[0] or None  # kept in a text without times
    return (selector.transcript_time or selector.time)[0]


def _heaviest_rising(items: Sequence[tuple[int, float]]) -> list[int]:
    """The numbers of those (value, weight) that never fall and weigh most together."""
    values: list[int] = []  # where the best chains so far end, with weights that rise too
    chains: list[tuple[float, int]] = []  # (weight, its last item)
    before: list[int] = []
    for k, (value, weight) in enumerate(items):
        at = bisect_right(values, value)
        below, last = chains[at - 1] if at else (0.0, -1)
        before.append(last)
        worse = at
        while worse < len(values) and chains[worse][0] <= below + weight:
            worse += 1
        start = bisect_left(values, value, 0, at)
        values[start:worse] = [value]
        chains[start:worse] = [(below + weight, k)]
    return _chain(before, chains[-1][1]) if chains else []


def _chain(before: Sequence[int], last: int) -> list[int]:
    found = []
    while last >= 0:
        found.append(last)
        last = before[last]
    return found[::-1]
