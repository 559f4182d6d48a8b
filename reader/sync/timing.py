"""Times each word of a text whose place in the recording is known, some lines at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.sync.check_state import Block
from reader.sync.checked_text import CheckedText
from reader.sync.engine import Engine, Sound
from reader.sync.estimates import Times
from reader.sync.onsets import from_onset
from reader.sync_map import Span

Spans = list[Span | None]

BLOCK = 15_000  # ms that are aligned at a time, or a little more
_MOST = 25_000  # ms, where no line begins
_PAUSE = 2_500  # ms from word to word, after which there may be something else
_CONTEXT = 4  # words on either side that are aligned too, and forgotten
_MARGIN = 250  # ms by which an estimate may be wrong
_LAST_WORD = 500  # ms that the last one may take
_LEAST_HALF = 12  # words of a block that is worth a second try
_TOO_FAR = 1_500  # ms from the estimates: what was found is something else
_BESIDE = 3  # sure words on either side of a gap that must be heard again
_SAME = 150  # ms by which they may then be heard elsewhere


def blocks_of(times: Times, text: CheckedText) -> list[tuple[int, int]]:
    """From which word on to before which one each goes: at lines, and wherever sound is missing."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for word, time in enumerate(times):
        if time is None:
            if first is not None:
                found.append((first, word))
            first = None
            continue
        if first is not None and _is_full(times, first, word, text):
            found.append((first, word))
            first = word
        first = word if first is None else first
    if first is not None:
        found.append((first, len(times)))
    return found


def _is_full(times: Times, first: int, word: int, text: CheckedText) -> bool:
    start, last, time = times[first] or 0, times[word - 1] or 0, times[word] or 0
    if not 0 <= time - last <= _PAUSE or time - start > _MOST:
        return True
    return time - start > BLOCK and text.starts_cue(word)


def nearest_first(blocks: Sequence[tuple[int, int]], times: Times, near: int) -> list[int]:
    """The numbers of the blocks: first what is about to be heard at `near` ms, then the rest."""
    return sorted(range(len(blocks)), key=lambda each: abs((times[blocks[each][0]] or 0) - near))


def timed(block: tuple[int, int], times: Times, sound: Sound, engine: Engine) -> Block:
    """When the words of a block are heard, as far as the engine is sure.

    Where it makes nothing of a block, one of its halves may have a wrong word and not the other.
    """
    first, last = block
    found = _aligned(first, last, times, sound, engine)
    if not any(found) and last - first >= _LEAST_HALF:
        middle = (first + last) // 2
        found = [
            *_aligned(first, middle, times, sound, engine),
            *_aligned(middle, last, times, sound, engine),
        ]
    return Block(first, tuple(found))


def _aligned(first: int, last: int, times: Times, sound: Sound, engine: Engine) -> Spans:
    start, end = _with_context(first, last, times)
    begin = max(0, (times[start] or 0) - _MARGIN)
    finish = _end_after(end, times, sound.length)
    spans = _heard(range(start, end), begin, finish, sound, engine)
    core = spans[first - start : last - start]
    return [None] * len(core) if _is_elsewhere(core, times[first:last]) else core


def _heard(words: range, start: int, end: int, sound: Sound, engine: Engine) -> Spans:
    """When these words are heard in the sound between two times."""
    heard = sound.between(start, end)
    found = engine.align(heard, words.start, words.stop)
    exact = (each and from_onset(heard, each) for each in found)
    return [each and (start + each[0], start + each[1]) for each in exact]


def _with_context(first: int, last: int, times: Times) -> tuple[int, int]:
    """Some words more on both sides, as far as nothing is missing between."""
    start, end = first, last
    while start > max(0, first - _CONTEXT) and _follow(times[start - 1], times[start]):
        start -= 1
    while end < min(len(times), last + _CONTEXT) and _follow(times[end - 1], times[end]):
        end += 1
    return start, end


def _follow(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and 0 <= other - one <= _PAUSE


def _end_after(end: int, times: Times, length: int) -> int:
    last = times[end - 1] or 0
    if end < len(times) and _follow(last, times[end]):
        return min(length, (times[end] or 0) + _MARGIN)
    return min(length, last + _LAST_WORD + _MARGIN)


def _is_elsewhere(found: Spans, expected: Times) -> bool:
    off = [
        abs(span[0] - time)
        for span, time in zip(found, expected, strict=True)
        if span and time is not None
    ]
    return bool(off) and median(off) > _TOO_FAR


# What is left between sure words


class Gap(NamedTuple):
    """Words from `first` to before `last` that are not sure, said between `start` and `end` ms."""

    first: int
    last: int
    start: int
    end: int


def gaps_in(sure: Spans, times: Times, length: int) -> Iterator[Gap]:
    """Where words are missing between sure ones, or at an end of the recording of `length` ms."""
    known = ((word, span) for word, span in enumerate(sure) if span)
    ends = [(-1, (0, 0)), *known, (len(sure), (length, length))]
    for (before, (_, start)), (after, (end, _)) in pairwise(ends):
        words = times[before + 1 : after]
        if words and None not in words and 0 < end - start <= _MOST:
            yield Gap(before + 1, after, start, end)


def filled(gap: Gap, sure: Spans, sound: Sound, engine: Engine) -> Block:
    """When the words of a gap are heard, now that it is known between which times.

    Nothing is sure of it where the words beside it would be heard elsewhere than before.
    """
    before = _beside(reversed(range(max(0, gap.first - _BESIDE), gap.first)), sure, gap.start)
    after = _beside(range(gap.last, min(len(sure), gap.last + _BESIDE)), sure, gap.end)
    first, last = min(before, default=gap.first), max(after, default=gap.last - 1) + 1
    begin = min((start for start, _ in before.values()), default=gap.start)
    finish = max((end for _, end in after.values()), default=gap.end)
    found = dict(enumerate(_heard(range(first, last), begin, finish, sound, engine), first))
    known = before | after
    is_same = all(
        span is None or word not in known or abs(span[0] - known[word][0]) <= _SAME
        for word, span in found.items()
    )
    words = range(gap.first, gap.last)
    return Block(gap.first, tuple(found[word] if is_same else None for word in words))


def _beside(words: Iterable[int], sure: Spans, edge: int) -> dict[int, Span]:
    """The sure words that are next to a gap in text and sound."""
    found = {}
    for word in words:
        span = sure[word]
        if span is None or abs(span[0] - edge) > _PAUSE:
            break
        found[word] = span
    return found
