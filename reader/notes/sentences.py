"""The sentence being heard, and ranges that grow and shrink by whole sentences.

A sentence ends at its punctuation, at a long pause, where the voice changes and at a sound; one
without an end in sight is cut at a cap. It may go on from cue to cue. Sounds such as
"(laughing)" belong to none. Ranges are (start, end) in the spoken text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.transcript.model import Cue, CueKind, Word
from reader.transcript.sentence_ends import CLAUSE_END, SAMPLE, has_capitals, sentence_ends
from reader.transcript.spoken_text import SpokenPiece, SpokenText
from reader.transcript.timeline import HOLD

LEAD = 1_000
"""How much later (ms) than the words a listener presses the key, unless set otherwise."""

PAUSE = 1_500
"""A silence (ms) that ends a sentence."""

LAST_HOLD = 30_000
"""How long (ms) after its end the last sentence is still what was heard last: music follows it."""

LONGEST, LONGEST_TIME = 600, 60_000  # characters and ms

Span = tuple[int, int]


class Sentences:
    """All sentences of a text, by position and by time."""

    def __init__(self, spoken: SpokenText) -> None:
        self._spoken = spoken
        found = list(_spans(spoken))
        self._starts = array("i", (start for start, _ in found))
        self._ends = array("i", (end for _, end in found))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        return zip(self._starts, self._ends, strict=True)

    def sentence_at(self, time: int, lead: int = LEAD) -> Span | None:
        """The sentence heard `lead` ms before `time` (transcript's), or the last one before it.

        None where none was heard for a while, before the first word, and without times.
        """
        position = self._spoken.position_at(time - lead)
        if position is None or not self._starts:
            return None
        k = max(0, bisect_right(self._starts, position) - 1)
        found, patience = self._span(k), HOLD + lead
        if k == len(self) - 1:
            patience = max(patience, LAST_HOLD)
        heard = self._spoken.times(*found)
        return found if heard and heard[0] <= time < heard[1] + patience else None

    def sentence_span_of(self, start: int, end: int) -> Span:
        """[start, end) widened to the whole sentences that it touches."""
        first, last = self._touched(start, end)
        if first > last:
            return start, end
        return min(start, self._starts[first]), max(end, self._ends[last])

    def with_sentence_before(self, span: Span) -> Span:
        """One sentence more at the start (key `[`); the same where there is none before."""
        k = bisect_left(self._starts, span[0]) - 1
        return (self._starts[k], span[1]) if k >= 0 else span

    def with_sentence_after(self, span: Span) -> Span:
        """One sentence more at the end (key `]`); the same where there is none after."""
        k = bisect_right(self._ends, span[1])
        return (span[0], self._ends[k]) if k < len(self) else span

    def without_first_sentence(self, span: Span) -> Span:
        """Shrunk by the sentence at the start (Shift+`[`); the last one is never taken away."""
        k = bisect_right(self._starts, span[0])
        return (self._starts[k], span[1]) if k < len(self) and self._starts[k] < span[1] else span

    def without_last_sentence(self, span: Span) -> Span:
        """Shrunk by the sentence at the end (Shift+`]`); the first one is never taken away."""
        k = bisect_left(self._ends, span[1]) - 1
        return (span[0], self._ends[k]) if k >= 0 and self._ends[k] > span[0] else span

    def _span(self, k: int) -> Span:
        return self._starts[k], self._ends[k]

    def _touched(self, start: int, end: int) -> tuple[int, int]:
        """Numbers of the first and the last sentence that [start, end) touches."""
        first = bisect_right(self._ends, start)
        return first, bisect_left(self._starts, max(end, start + 1)) - 1


def sentence_spans(text: str) -> list[Span]:
    """Where the sentences of any text lie, by its punctuation alone."""
    return list(_sentences(text, (0, len(text)), has_capitals(text)))


def _spans(spoken: SpokenText) -> Iterator[Span]:
    text = spoken.text
    are_capitals_used = has_capitals(text[:SAMPLE])
    for stretch in _stretches(spoken):
        for sentence in _sentences(text, stretch, are_capitals_used):
            yield from _capped(spoken, sentence)


def _stretches(spoken: SpokenText) -> Iterator[Span]:
    """The text between two turns, pauses or sounds."""
    cues = spoken.transcript.cues
    start = end = None
    previous: SpokenPiece | None = None
    for piece in spoken.pieces():
        cue = cues[piece.cue]
        if start is not None and end is not None and _is_parted(cues, previous, piece):
            yield start, end
            start = None
        for first, last in _parts(cue, piece):
            if start is not None and end is not None and first > piece.start:
                yield start, end
                start = None
            start, end = first if start is None else start, last
        previous = piece
    if start is not None and end is not None:
        yield start, end


def _parts(cue: Cue, piece: SpokenPiece) -> Iterator[Span]:
    """What is said in a piece, parted where the file's own words pause."""
    if cue.kind is CueKind.SOUND:
        return
    start = piece.start
    for word, after in pairwise(_words_in(cue, piece)):
        boundary = piece.start + after.offset - piece.offset
        if after.start - word.end >= PAUSE and start < boundary < piece.end:
            yield start, piece.start + word.offset + word.length - piece.offset
            start = boundary
    yield start, piece.end


def _words_in(cue: Cue, piece: SpokenPiece) -> Sequence[Word]:
    """The words of a piece, and the one before: a cue may have as many pieces as words."""
    limit = piece.offset + piece.end - piece.start
    first = bisect_right(cue.words, piece.offset, key=_offset) - 1
    return cue.words[max(0, first) : bisect_left(cue.words, limit, key=_offset)]


def _offset(word: Word) -> int:
    return word.offset


def _is_parted(cues: tuple[Cue, ...], before: SpokenPiece | None, piece: SpokenPiece) -> bool:
    if before is None or before.cue == piece.cue:
        return before is not None and before.turn != piece.turn
    cue, last = cues[piece.cue], cues[before.cue]
    return (
        before.turn != piece.turn
        or CueKind.SOUND in (cue.kind, last.kind)
        or _first_heard(cue) - _last_heard(last) >= PAUSE
    )


def _first_heard(cue: Cue) -> float:
    time = cue.words[0].start if cue.words else cue.start
    return float("-inf") if time is None else time


def _last_heard(cue: Cue) -> float:
    time = cue.words[-1].end if cue.words else cue.end
    return float("inf") if time is None else time


def _sentences(text: str, stretch: Span, are_capitals_used: bool) -> Iterator[Span]:
    start, end = stretch
    for found in sentence_ends(text, start, end, are_capitals_used=are_capitals_used):
        yield start, found
        start = found + (text[found] == " ")
    if start < end:
        yield start, end


def _capped(spoken: SpokenText, sentence: Span) -> Iterator[Span]:
    """The sentence, cut where it is longer than anybody wants to keep."""
    start, end = sentence
    while (limit := _limit(spoken, start, end)) < end:
        cut = _cut(spoken, start, limit)
        yield start, cut
        start = cut + (spoken.text[cut] == " ")
    yield start, end


def _limit(spoken: SpokenText, start: int, end: int) -> int:
    """How far a sentence from `start` may reach."""
    limit = min(end, start + LONGEST)
    if _is_surely_short(spoken, start, limit):
        return limit
    times = spoken.times(start, limit)
    if times is None or times[1] - times[0] <= LONGEST_TIME:
        return limit
    late = spoken.position_at(times[0] + LONGEST_TIME)
    return limit if late is None or not start < late < limit else late


def _is_surely_short(spoken: SpokenText, start: int, end: int) -> bool:
    """Whether the cues' own times, quicker to be had than those of words, are within the cap."""
    first, last = spoken.place_at(start), spoken.place_at(end - 1)
    if first is None or last is None:
        return True
    began, ended = spoken.transcript.cues[first.cue].start, spoken.transcript.cues[last.cue].end
    return began is not None and ended is not None and 0 <= ended - began <= LONGEST_TIME


def _cut(spoken: SpokenText, start: int, limit: int) -> int:
    """After a clause, else where a cue ends, else at a blank, in the later half; else anywhere."""
    text, half = spoken.text, start + (limit - start) // 2
    clauses = [found.end() for found in CLAUSE_END.finditer(text, half, limit)]
    cues = [piece.end for piece in spoken.pieces(half, limit) if half < piece.end < limit]
    blanks = [text.rfind(" ", half + 1, limit)]
    found = max(clauses or cues or blanks)
    return found if found > 0 else limit
