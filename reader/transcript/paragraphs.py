"""How what one voice says is set in paragraphs that the eye can take in.

A paragraph ends at a sentence once it has a good length, and after a pause; at 120 words or 90
seconds it ends at the last sentence before, else at a clause, the longest pause or a blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.transcript.sentence_ends import CLAUSE_END, has_capitals, sentence_ends
from reader.transcript.spans import trimmed
from reader.transcript.writing import ENDS, UNSPACED_ENDS, ends_sentence, is_unspaced

MOST_WORDS, MOST_TIME, MOST_LETTERS = 120, 90_000, 1_400
"""What no paragraph goes beyond: words, milliseconds (but for a single line), characters."""

_GOOD_WORDS, _GOOD_TIME, _GOOD_LETTERS = 85, 60_000, 520  # then the next sentence's end ends it
_REST, _WORDS_BEFORE_REST = 2_000, 12  # ms
_FEWEST_LETTERS = 80  # of a paragraph that is cut back to a sentence
_WORD = 2  # characters in scripts that set no blanks
_CONTEXT = 40  # characters that show whether a mark ends a sentence
_RARE = 500  # characters without a stop, in the mean, where none are set
_FIRST_UNSPACED = "\u0e00"
_MARK = re.compile(f"[{ENDS}{UNSPACED_ENDS}]")


class TurnPart(NamedTuple):
    """What one cue says in a turn, or a part of that; `start` and `end` in ms, or None."""

    cue: int
    offset: int
    text: str
    words: int
    start: int | None
    end: int | None

    def parted(self, at: int) -> tuple[TurnPart, TurnPart]:
        """Both halves without the blanks between, with times in proportion to their length."""
        first, after = self.text[:at].rstrip(), trimmed(self.text, at, len(self.text))[0]
        time = between(self.start, self.end, at / len(self.text))
        rest = self.text[after:]
        return (
            TurnPart(self.cue, self.offset, first, word_count(first), self.start, time),
            TurnPart(self.cue, self.offset + after, rest, word_count(rest), time, self.end),
        )


class Habits(NamedTuple):
    """How whoever wrote a transcript marks its sentences: with stops, and capitals after them."""

    are_marks_used: bool = True
    are_capitals_used: bool = True

    @classmethod
    def seen_in(cls, sample: str) -> Habits:
        """Those of a text."""
        return cls(len(_MARK.findall(sample)) * _RARE >= len(sample), has_capitals(sample))


def paragraphs(parts: Iterable[TurnPart], habits: Habits) -> Iterator[list[TurnPart]]:
    """The parts of one turn in paragraphs, cut where one ends within a line."""
    held, ahead, source = _Paragraph(habits), list[TurnPart](), iter(parts)
    while (part := ahead.pop() if ahead else next(source, None)) is not None:
        if held.has_taken(part):
            continue
        if held.is_ended_before(part):
            yield held.released()
        end = held.end_within(part)
        if not held.fits(part):
            held.add(part)
            kept, rest = held.cut_back()
            yield kept
            ahead += reversed(rest)
        elif end is not None:
            last, after = part.parted(end)
            held.add(last)
            yield held.released()
            ahead.append(after)
        else:
            held.add(part)
    if held.parts:
        yield held.released()


def is_joined(before: str, after: str) -> bool:
    """Whether two texts are set without a blank between them."""
    return is_unspaced(after[0]) and is_unspaced(before[-1])


class _Paragraph:
    """The paragraph being set."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self.parts: list[TurnPart] = []
        self._clear()

    def _clear(self) -> None:
        self.parts = []
        self._words = self._letters = 0
        self._start: int | None = None
        self._rest_at: int | None = None  # when the next may begin after a rest
        self._good_at = 0

    def has_taken(self, part: TurnPart) -> bool:
        """Whether `part` was added, since it begins and ends nothing: mostly so, and quick."""
        words, letters = self._words + part.words, self._letters + len(part.text)
        if words >= _GOOD_WORDS or letters >= _GOOD_LETTERS or not self._words:
            return False
        if part.start is None or part.end is None or self._rest_at is None:
            return False
        if part.start >= self._rest_at or part.end >= self._good_at:
            return False
        self.parts.append(part)
        self._words, self._letters, self._rest_at = words, letters + 1, part.end + _REST
        return True

    def add(self, part: TurnPart) -> None:
        if not self.parts:
            self._start = part.start
            self._good_at = (part.start or 0) + _GOOD_TIME
        self._rest_at = None if part.end is None else part.end + _REST
        self.parts.append(part)
        self._words += part.words
        self._letters += len(part.text) + 1

    def released(self) -> list[TurnPart]:
        parts = self.parts
        self._clear()
        return parts

    def fits(self, part: TurnPart) -> bool:
        """Whether it does not become too long by `part`; the first line may take its time."""
        return (
            self._words + part.words <= MOST_WORDS
            and self._letters + len(part.text) <= MOST_LETTERS
            and (not self.parts or _span(self._start, part.end) <= MOST_TIME)
        )

    def is_ended_before(self, part: TurnPart) -> bool:
        """Whether the next paragraph begins with `part`: here a sentence ends, or speech rests."""
        if not self.parts:
            return False
        last = self.parts[-1].end
        is_rest = self._words >= _WORDS_BEFORE_REST and _span(last, part.start) >= _REST
        if not is_rest and not self._is_good(last):
            return False
        return self._is_sentence_before(part) or (is_rest and not self._habits.are_marks_used)

    def end_within(self, part: TurnPart) -> int | None:
        """Where in `part` the paragraph ends, once it is long enough."""
        first = self._good_from(part)
        if first is None or not _has_marks(part.text):
            return None
        ends = self._ends(part.text, 0, len(part.text))
        return next((end for end in ends if end >= first), None)

    def _good_from(self, part: TurnPart) -> int | None:
        """From which character of `part` on the paragraph is long enough."""
        if self._is_good(part.start):
            return 0
        if self._letters + len(part.text) > _GOOD_LETTERS:
            return _GOOD_LETTERS - self._letters
        if self._words + part.words > _GOOD_WORDS:
            return _end_of_words(part.text, _GOOD_WORDS - self._words)
        return None

    def cut_back(self) -> tuple[list[TurnPart], list[TurnPart]]:
        """The paragraph up to the best place before it is too long, and what comes after."""
        parts = self.released()
        starts = [0, *accumulate(_length(*pair) for pair in pairwise(parts))]
        text = _text(parts)
        limit = self._limit(parts, starts, text)
        cut = self._best_cut(parts, starts, text, limit)
        k = bisect_right(starts, cut) - 1
        if cut == starts[k]:
            return parts[:k], parts[k:]
        last, rest = parts[k].parted(min(cut - starts[k], len(parts[k].text)))
        return [*parts[:k], last], [*([rest] if rest.text else []), *parts[k + 1 :]]

    def _is_good(self, now: int | None) -> bool:
        return (
            self._words >= _GOOD_WORDS
            or self._letters > _GOOD_LETTERS
            or _span(self._start, now) >= _GOOD_TIME
        )

    def _is_sentence_before(self, part: TurnPart) -> bool:
        last = self.parts[-1].text
        if not ends_sentence(last):
            return False
        blank = "" if is_joined(last, part.text) else " "
        text, end = last[-_CONTEXT:] + blank + part.text[:_CONTEXT], min(len(last), _CONTEXT)
        return end in self._ends(text, 0, len(text))

    def _ends(self, text: str, start: int, end: int) -> Iterator[int]:
        return sentence_ends(text, start, end, are_capitals_used=self._habits.are_capitals_used)

    def _limit(self, parts: list[TurnPart], starts: list[int], text: str) -> int:
        """How far the paragraph may reach at most."""
        last = parts[-1]
        limit = min(MOST_LETTERS, len(text))
        late = _span(parts[0].start, last.end) - MOST_TIME
        if len(parts) > 1 and late > 0:
            share = max(0.0, 1 - late / max(late, _span(last.start, last.end)))
            limit = min(limit, starts[-1] + int(len(last.text) * share))
        return min(limit, _end_of_words(text[:limit], MOST_WORDS))

    def _best_cut(self, parts: list[TurnPart], starts: list[int], text: str, limit: int) -> int:
        ends = [end for end in self._ends(text, 0, len(text)) if _FEWEST_LETTERS <= end <= limit]
        if ends:
            return ends[-1]
        half = limit // 2
        clauses = [found.end() for found in CLAUSE_END.finditer(text, half, limit)]
        if clauses:
            return clauses[-1]
        rests = [
            (_span(parts[k - 1].end, parts[k].start), starts[k])
            for k in range(1, len(parts))
            if half < starts[k] <= limit
        ]
        if rests:
            return max(rests)[1]
        blank = text.rfind(" ", 1, limit)
        return blank if blank > 0 else limit


def _length(part: TurnPart, after: TurnPart) -> int:
    """How far after the start of a part the next one starts."""
    return len(part.text) + (not is_joined(part.text, after.text))


def _text(parts: list[TurnPart]) -> str:
    held = [parts[0].text]
    for before, part in pairwise(parts):
        held.append(part.text if is_joined(before.text, part.text) else f" {part.text}")
    return "".join(held)


def _has_marks(text: str) -> bool:
    """Whether a sentence may end in a text."""
    return _MARK.search(text) is not None


def word_count(text: str) -> int:
    """About how many words a text has; scripts without blanks count by letters."""
    if text.isascii() or max(text) < _FIRST_UNSPACED:
        return text.count(" ") + 1
    return text.count(" ") + max(1, sum(map(is_unspaced, text)) // _WORD)


def _end_of_words(text: str, most: int) -> int:
    """Where so many words of a text end; its length where it has fewer."""
    if text.isascii() or max(text) < _FIRST_UNSPACED:
        rest = text.split(" ", most)[most:]
        return len(text) - len(rest[0]) - 1 if rest else len(text)
    steps = (_WORD if letter == " " else is_unspaced(letter) for letter in text)
    counts = accumulate(steps, initial=_WORD)
    beyond = (position for position, count in enumerate(counts, -1) if count > most * _WORD)
    return next(beyond, len(text))


def _span(start: int | None, end: int | None) -> int:
    """How long it is between two times; 0 where one is not known."""
    return 0 if start is None or end is None else end - start


def between(start: int | None, end: int | None, share: float) -> int | None:
    """The time at a share (0 to 1) of the way from one to the other; `start` where one is None."""
    return start if start is None or end is None else round(start + (end - start) * share)
