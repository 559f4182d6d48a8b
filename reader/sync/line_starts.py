"""Line starts that were found in the sound, held against the text's own times around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from reader.sync.checked_text import CheckedText
from reader.sync.estimates import Times
from reader.sync.even_passages import JUMP

_AROUND = 5  # sure line starts before, and after, whose median is the shift of now
_OFF = 300  # ms by which a line may begin elsewhere than the lines before and after it say
_OFF_IN_LINE = 500  # ms by which half of its words, and one of them, may be off their estimates
_EXACT = 100  # ms that half of a text's lines may be off, for its times to be a witness
_TOO_FAR = 1_500  # ms from the estimate: that shift is of another passage

Spans = Sequence[tuple[int, int] | None]


def believed(
    times: Times, exact: Spans, text: CheckedText
) -> tuple[Times, list[tuple[int, int] | None]]:
    """Estimates and sure times, without line starts that the lines around them speak against.

    A short first word may be heard in the noise before its line. Where the text's own times are
    exact, a line that begins elsewhere than the lines before and after it say is not sure, and
    each unsure one begins as they say. Other texts stay as they are.
    """
    shifts = {
        word: span[0] - text.times[word]
        for word, span in enumerate(exact)
        if span and text.starts_cue(word)
    }
    known = sorted(shifts)
    apart = {word: _apart(word, known, shifts, text) for word in known}
    if not text.is_timed or not apart or median(apart.values()) > _EXACT:
        return list(times), list(exact)
    kept = [None if apart.get(word, 0) > _OFF else span for word, span in enumerate(exact)]
    known = [word for word in known if apart[word] <= _OFF]
    doubtful = _doubtful_lines(times, exact, text)
    kept = [
        None if span and text.words[word].cue in doubtful and _is_far(span, times[word]) else span
        for word, span in enumerate(kept)
    ]
    placed = [
        _placed(word, time, known, shifts, text)
        if time is not None and kept[word] is None and text.starts_cue(word)
        else time
        for word, time in enumerate(times)
    ]
    return placed, kept


def without_cut_words(times: Times, exact: Spans, text: CheckedText) -> Times:
    """Where words are left out, a line begins with the first of its words that is surely heard.

    Up to where in a line the cut goes is known from nothing else.
    """
    with_sure = {text.words[word].cue for word, span in enumerate(exact) if span}
    said = list(times)
    for word in range(1, len(said)):
        is_after_cut = said[word - 1] is None and exact[word - 1] is None
        if is_after_cut and exact[word] is None and text.words[word].cue in with_sure:
            said[word] = None
    return said


def _doubtful_lines(times: Times, exact: Spans, text: CheckedText) -> set[int]:
    """Lines that are heard elsewhere as a whole: what was found is something else."""
    off: dict[int, list[int]] = defaultdict(list)
    for word, span in enumerate(exact):
        time = times[word]
        if span and time is not None:
            off[text.words[word].cue].append(abs(span[0] - time))
    return {cue for cue, each in off.items() if median(each) > _OFF_IN_LINE}


def _is_far(span: tuple[int, int], time: int | None) -> bool:
    return time is not None and abs(span[0] - time) > _OFF_IN_LINE


def _apart(word: int, known: Sequence[int], shifts: dict[int, int], text: CheckedText) -> float:
    """By how much a line is off from what those around it say: near a small jump that may be what
    those on one side say."""
    before, after = _sides(word, known)
    if not (before and after):
        return 0
    of_sides = (median(shifts[each] for each in side) for side in (before, after))
    expected = (*_expected(word, before, after, shifts, text), *of_sides)
    return min(abs(shifts[word] - each) for each in expected)


def _placed(
    word: int, time: int, known: Sequence[int], shifts: dict[int, int], text: CheckedText
) -> int:
    before, after = _sides(word, known)
    if not (before and after):
        return time
    around = [text.times[word] + by for by in _expected(word, before, after, shifts, text)]
    nearest = min(around, key=lambda each: abs(each - time))
    return round(nearest) if abs(nearest - time) <= _TOO_FAR else time


def _sides(word: int, known: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The sure line starts before and after; nothing where there are too few."""
    at, after = bisect_left(known, word), bisect_right(known, word)
    one, other = known[max(0, at - _AROUND) : at], known[after : after + _AROUND]
    return (one, other) if len(one) == len(other) == _AROUND else ((), ())


def _expected(
    word: int,
    before: Sequence[int],
    after: Sequence[int],
    shifts: dict[int, int],
    text: CheckedText,
) -> list[float]:
    """The shift between both sides; at a jump that of the one and of the other."""
    (a, x), (b, y) = (
        (median(text.times[each] for each in side), median(shifts[each] for each in side))
        for side in (before, after)
    )
    if abs(y - x) > JUMP or a == b:
        return [x, y]
    return [x + (y - x) * (text.times[word] - a) / (b - a)]
