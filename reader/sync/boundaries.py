"""Listens closely where one passage of a text ends and the next begins: to which a word belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.sync.check_state import Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.engine import Engine, Sound
from reader.sync.even_passages import JUMP, EvenPassage, drift_of, passages_of
from reader.sync_map import Span

_LONGEST = 25_000  # ms of sound; where more is unknown, a boundary was not looked for
_MARGIN = 700  # ms of sound before the first word and after the last
_CONTEXT = 6  # words on either side that are known to be there
_MISSED = 0.6  # what a word that is not heard weighs against one that is


class _Side(NamedTuple):
    """One of two passages: how much was heard of it, and when each word is heard by its clock."""

    start: int
    end: int
    heard: int
    times: dict[int, int]


def boundaries_heard(
    text: CheckedText, sound: Sound, engine: Engine, windows: Sequence[Window]
) -> Iterator[Window]:
    """What is heard at each boundary: words of the passage before it, and of the one after it.

    A single word counts where it is heard at the very time at which it is expected.
    """
    drift = drift_of(windows, text)
    for before, after in pairwise(passages_of(windows, text)):
        between = range(before.last.word + 1, after.first.word)
        if between:
            unknown = before.last.time + before.last.by, after.first.time + after.first.by
            listener = _Listener(text, sound, engine, between, unknown, drift)
            yield from _parted(listener.to(before), listener.to(after), between)


class _Listener(NamedTuple):
    """Listens for the words `between` two passages by the clock of either.

    `unknown` is from when to when they may be heard.
    """

    text: CheckedText
    sound: Sound
    engine: Engine
    between: range
    unknown: Span
    drift: float

    def to(self, passage: EvenPassage) -> _Side:
        """Which of the words are heard when this passage, run on, would have them."""
        line = passage.lines(self.drift)
        first = max(0, self.between.start - _CONTEXT)
        last = min(len(self.text.words), self.between.stop + _CONTEXT)
        expected = [round(time + line(time)) for time in self.text.times[first:last]]
        start = max(self.unknown[0], expected[self.between.start - first]) - _MARGIN
        end = min(self.unknown[1], expected[self.between.stop - 1 - first] + _MARGIN) + _MARGIN
        start, end = max(0, start), min(self.sound.length, end)
        if not 0 < end - start <= _LONGEST:
            return _Side(start, start, 0, {})
        heard = self.engine.recognise(self.sound.between(start, end), first, last)
        times: dict[int, int] = {}
        for each in heard:
            near = min(
                (word for word in self.between if self.text.keys[word] == each.key),
                key=lambda word: abs(expected[word - first] - start - each.start),
                default=None,
            )
            if near is not None and abs(expected[near - first] - start - each.start) <= JUMP:
                times.setdefault(near, start + each.start)
        return _Side(start, end, len(heard), times)


def _parted(before: _Side, after: _Side, words: range) -> Iterator[Window]:
    """The words up to the boundary as the one side heard them, the others as the other."""
    end, begin = _boundary(before.times, after.times, words)
    for side, own in ((before, range(words.start, end)), (after, range(begin, words.stop))):
        found = tuple(Landmark(word, side.times[word]) for word in own if word in side.times)
        if found:
            yield Window(side.start, side.end, side.heard, found)


def _boundary(before: dict[int, int], after: dict[int, int], words: range) -> tuple[int, int]:
    """Up to which word the passage before goes, and from which on the one after it."""
    runs_on = list(accumulate((_weight(word in before) for word in words), initial=0.0))
    runs_in = list(accumulate((_weight(word in after) for word in reversed(words)), initial=0.0))[
        ::-1
    ]
    best = max(
        ((end, begin) for end in range(len(runs_on)) for begin in range(end, len(runs_in))),
        key=lambda pair: (runs_on[pair[0]] + runs_in[pair[1]], pair[0] - pair[1]),
    )
    return words.start + best[0], words.start + best[1]


def _weight(is_heard: bool) -> float:
    return 1.0 if is_heard else -_MISSED
