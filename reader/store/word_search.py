"""Finds words in the index, and the very cue that they stand in.

FTS5 gives passages that may hold what is looked for; each is looked through again, since signs
and phrases over lines are not in it. What is said within `passages.AHEAD` characters is found
together wherever passages end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from reader.store.passages import AHEAD, CHUNK, Chunk, IndexedPassage, ahead_of
from reader.store.terms import (
    SNIPPET,
    Matcher,
    Snippet,
    Term,
    cut,
    folded,
    joined_letters,
    quoted,
    words_of,
)
from reader.store.word_index import PASSAGES
from reader.transcript.writing import ends_sentence

COMMON = 5_000
"""Passages with a word from which on it is not taken for the beginning of others."""

_SHORTEST_BEGINNING = 4  # letters
_LONGEST_GAP = 24  # characters between two words of a phrase, counted with the second
_LETTER_GROUPS = 1_000
_FEW_WORDS = 16
_MOST_MOMENTS = 40  # of one passage
_JOINING = " -‐‑"


class Moment:
    """Where all that is looked for is said: from the cue `cue` on.

    `spread` is how many characters lie between the first and the last of it. `start` is in ms,
    None without times; `voice` numbers the voices of the episode.
    """

    def __init__(self, text: _Text, window: tuple[int, int], spans: _Spans) -> None:
        self._text, self._window, self._spans = text, window, spans
        self.spread = window[1] - window[0]
        self.cue, self.start = text.cue_at(window[0])

    @property
    def voice(self) -> int:
        """Who begins to say it."""
        return self._text.voice_at(self._window[0])

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence begins that it stands in: its passage, and a place in it."""
        return self._text.row, self._text.sentence(self._window)[0]

    @property
    def snippet(self) -> Snippet:
        """That sentence, as far as there is room, with what was looked for."""
        return self._text.snippet(self._window, self._spans)


_Spans = Sequence[Sequence[tuple[int, int]]]
"""Where each term stands."""


class Wanted(NamedTuple):
    """What is looked for: all of `terms`, none of `without`; `is_of_voice` says whose words count,
    by the numbers of an episode and of a voice in it."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()
    is_of_voice: Callable[[int, int], bool] | None = None


class WordSearch:
    """One search in an open index. Whatever it calls may raise what SQLite reports."""

    def __init__(self, connection: sqlite3.Connection, wanted: Wanted) -> None:
        self._connection, self._wanted = connection, wanted
        self._terms = tuple(map(self._settled, wanted.terms))
        self._matchers = [Matcher(term) for term in self._terms]
        self._unwanted = [Matcher(term) for term in wanted.without]
        self._words = self._expression()
        self._letters = " AND ".join(
            f"({self._letters_of(term)})" for term in self._terms if _joined(term)
        )
        self._chunks: dict[int, Chunk | None] = {}

    @property
    def is_possible(self) -> bool:
        """Whether the index knows of anything that is looked for; of signs alone it does not."""
        return bool(self._words or self._letters)

    def is_in_more_than(self, most: int, among: Collection[int] | None = None) -> bool:
        """Whether more passages may fit, of these episodes if any are given."""
        return bool(self._asked(f"LIMIT 1 OFFSET {most}", among))

    def rows(self, among: Collection[int] | None = None) -> list[int]:
        """The passages that may fit, of these episodes if any are given, in the order of the
        index."""
        return self._asked("", among)

    def ranked(self, among: Collection[int] | None = None, most: int = -1) -> list[int]:
        """The same, the best first."""
        return self._asked(f"ORDER BY rank LIMIT {most}", among)

    def rows_of(self, number: int) -> list[int]:
        """Those of one episode, in order of time."""
        first = number * PASSAGES
        between = "AND rowid BETWEEN :first AND :last"
        return self._asked(between, None, first=first, last=first + PASSAGES - 1)

    def all_moments(self, rows: Iterable[int]) -> list[Moment]:
        """What stands in passages of one episode, in order of time, each once."""
        return self.some_moments(rows)[0]

    def some_moments(self, rows: Iterable[int], enough: int = -1) -> tuple[list[Moment], int]:
        """The same until there are `enough`, and how many passages were looked through."""
        found: dict[int, Moment] = {}
        looked_through = 0
        for row in rows:
            looked_through += 1
            for moment in self.moments(row):
                if moment.cue not in found or moment.spread < found[moment.cue].spread:
                    found[moment.cue] = moment
                if len(found) == enough:
                    return [found[cue] for cue in sorted(found)], looked_through
        return [found[cue] for cue in sorted(found)], looked_through

    def moments(self, row: int) -> Iterator[Moment]:
        """What stands in a passage and just after it, the closest together first; empty where it
        does not fit."""
        passage, following = self._passage(row), self._passage(row + 1)
        if passage is None:
            return
        text = _Text(row, passage, following)
        if any(text.has(matcher) for matcher in self._unwanted):
            return
        found = [self._heard(row, text, matcher) for matcher in self._matchers]
        if all(found):
            yield from (Moment(text, window, found) for window in _windows(found))

    def _heard(self, row: int, text: _Text, matcher: Matcher) -> list[tuple[int, int]]:
        spans = text.spans(matcher)
        is_of_voice = self._wanted.is_of_voice
        if is_of_voice is None:
            return spans
        number = row // PASSAGES
        return [span for span in spans if is_of_voice(number, text.voice_at(span[0]))]

    # What FTS5 is asked

    @property
    def _table(self) -> str:
        return "words" if self._words else "letters"

    def _asked(self, rest: str, among: Collection[int] | None, **given: int) -> list[int]:
        where, holes = self._conditions(among)
        question = f"SELECT rowid FROM {self._table} WHERE {where} {rest}"
        return [row for (row,) in self._connection.execute(question, {**holes, **given})]

    def _conditions(self, among: Collection[int] | None) -> tuple[str, dict[str, object]]:
        conditions = [f"{self._table} MATCH :{self._table}"]
        if self._words and self._letters:
            conditions.append("rowid IN (SELECT rowid FROM letters WHERE letters MATCH :letters)")
        if among is not None:
            numbers = ", ".join(map(str, among)) or "NULL"
            conditions.append(f"rowid / {PASSAGES} IN ({numbers})")
        return " AND ".join(conditions), {"words": self._words, "letters": self._letters}

    def _expression(self) -> str:
        wanted = " AND ".join(filter(None, map(self._phrase_of, self._terms)))
        if not wanted:
            return ""
        unwanted = [_phrase(term) for term in self._wanted.without if _is_word(term)]
        return " NOT ".join([f"({wanted})", *unwanted])

    def _phrase_of(self, term: Term) -> str:
        """FTS5 puts all that begins so together at each question; to name a few words instead
        costs a tenth."""
        phrase = _phrase(term)
        if not phrase.endswith("*"):
            return phrase
        *before, start = words_of(folded(term.text))
        rows = self._connection.execute(
            "SELECT term FROM word_list WHERE term >= ? AND term < ? LIMIT ?",
            [start, f"{start}\U0010ffff", _FEW_WORDS + 1],
        ).fetchall()
        if len(rows) > _FEW_WORDS:
            return phrase
        phrases = [quoted(" ".join([*before, word])) for (word,) in rows]
        return f"({' OR '.join(phrases)})" if phrases else phrase

    def _letters_of(self, term: Term) -> str:
        """What finds joined letters among groups of three; one or two are the start of some."""
        words = (joined_letters(word)[: AHEAD // 2] for word in folded(term.text).split())
        return " AND ".join(f"({self._groups(letters)})" for letters in words if letters)

    def _groups(self, letters: str) -> str:
        if len(letters) >= 3:
            return quoted(letters)
        rows = self._connection.execute(
            "SELECT term FROM letter_list WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?",
            [letters, f"{letters}\U0010ffff", _LETTER_GROUPS],
        )
        return " OR ".join(quoted(group) for (group,) in rows) or quoted(letters)

    def _settled(self, term: Term) -> Term:
        """A short or common word is not the beginning of others: there would be too many."""
        if not term.is_open or not _phrase(term):
            return term
        if len(words_of(folded(term.text))[-1]) < _SHORTEST_BEGINNING:
            return term.closed
        rows = self._connection.execute(
            "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1 OFFSET ?",
            [_phrase(term.closed), COMMON],
        )
        return term if rows.fetchone() is None else term.closed

    # Passages

    def _passage(self, row: int) -> IndexedPassage | None:
        place = row % CHUNK
        chunk = self._chunk(row - place)
        return chunk[place] if chunk is not None and place < len(chunk) else None

    def _chunk(self, row: int) -> Chunk | None:
        if row not in self._chunks:
            stored = self._connection.execute(
                "SELECT content FROM passages WHERE number = ?", [row]
            ).fetchone()
            self._chunks[row] = Chunk(stored[0]) if stored else None
        return self._chunks[row]


class _Text:
    """A passage with the one that follows it."""

    def __init__(self, row: int, passage: IndexedPassage, following: IndexedPassage | None) -> None:
        self.row = row
        self._passage, self._following = passage, following
        self.length = len(passage.text)
        after = following.text if following else ""
        self._text = f"{passage.text}\n{after}"
        self._plain = folded(self._text)
        self._ahead = self.length + 1 + len(ahead_of(after))

    def spans(self, matcher: Matcher) -> list[tuple[int, int]]:
        """Where a term stands in the passage, or just after it."""
        return [
            span
            for span in matcher.spans(self._plain)
            if span[0] < self.length or span[1] <= self._ahead
        ]

    def has(self, matcher: Matcher) -> bool:
        """Whether a term stands there."""
        return bool(self.spans(matcher))

    def voice_at(self, place: int) -> int:
        """The number of the voice that speaks there."""
        if place <= self.length or self._following is None:
            return self._passage.voice_at(place)
        return self._following.voice_at(place - self.length - 1)

    def cue_at(self, place: int) -> tuple[int, int | None]:
        """The index of the cue there, and when it is said."""
        passage, begin = self._part_at(place)
        cue = self._text.count("\n", begin, place)
        time = passage.starts[cue]
        return passage.first + cue, None if time < 0 else time

    def snippet(self, window: tuple[int, int], spans: _Spans) -> Snippet:
        """The sentence around a window, with all that was looked for in it; of a window that is
        longer the lines that have some of it."""
        if window[1] - window[0] > SNIPPET:
            return self._lines_of(window, spans)
        return self._line(*self.sentence(window), spans)

    def _line(self, first: int, last: int, spans: _Spans) -> Snippet:
        line = self._text[first:last].replace("\n", " ")
        marks = (
            (one - first, other - first)
            for term in spans
            for one, other in term
            if first <= one and other <= last
        )
        return cut(line, _joined_marks(line, marks))

    def _lines_of(self, window: tuple[int, int], spans: _Spans) -> Snippet:
        """One line for each term, with dots where others are left out."""
        found = (next(span for span in term if span[0] >= window[0]) for term in spans)
        lines = sorted(
            {(self._text.rfind("\n", 0, one) + 1, self._line_end(other)) for one, other in found}
        )
        text, marks, end = "", [], -1
        for first, last in lines:
            text += "" if not text else " " if first == end + 1 else " … "
            line, own = self._line(first, last, spans)
            marks += [(one + len(text), other + len(text)) for one, other in own]
            text, end = text + line, last
        return Snippet(text, tuple(marks))

    def sentence(self, window: tuple[int, int]) -> tuple[int, int]:
        """The lines of a window with those before and after that belong to the same sentence, as
        long as the same voice speaks and a snippet has room."""
        first = self._text.rfind("\n", 0, window[0]) + 1
        last = self._line_end(window[1])
        voice = self.voice_at(first)
        while first:
            before = self._text.rfind("\n", 0, first - 1) + 1
            line = self._text[before : first - 1].rstrip()
            is_other = not line or ends_sentence(line) or self.voice_at(before) != voice
            if is_other or last - before > SNIPPET:
                break
            first = before
        while last < len(self._text) and not ends_sentence(self._text[first:last].rstrip()):
            after = self._line_end(last + 1)
            is_other = after == last + 1 or self.voice_at(last + 1) != voice
            if is_other or after - first > SNIPPET:
                break
            last = after
        return first, last

    def _line_end(self, place: int) -> int:
        found = self._text.find("\n", place)
        return found if found >= 0 else len(self._text)

    def _part_at(self, place: int) -> tuple[IndexedPassage, int]:
        """The passage there, and where its text begins."""
        if place > self.length and self._following is not None:
            return self._following, self.length + 1
        return self._passage, 0


def _windows(found: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The shortest stretches with one of each, apart from one another, the shortest first."""
    if len(found) == 1:
        return list(found[0])
    windows = sorted(_all_windows(found), key=lambda window: (window[1] - window[0], window))
    chosen: list[tuple[int, int]] = []
    for start, end in windows:
        if all(end <= one or start >= other for one, other in chosen):
            chosen.append((start, end))
            if len(chosen) == _MOST_MOMENTS:
                break
    return chosen


def _all_windows(found: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """From each place the shortest stretch on which one of each begins."""
    places = sorted((*span, term) for term, spans in enumerate(found) for span in spans)
    latest: dict[int, tuple[int, int]] = {}
    for start, end, term in places:
        latest[term] = (start, end)
        if len(latest) == len(found):
            yield min(latest.values())[0], max(other for _, other in latest.values())


def _joined_marks(line: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; those that overlap, or have only a blank or a dash between them, are one."""
    marks: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if marks and not line[marks[-1][1] : start].strip(_JOINING):
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return marks


def _phrase(term: Term) -> str:
    """What FTS5 is asked for a term: its first words, as many as are surely indexed together."""
    words = words_of(folded(term.text))
    length = count = 0
    for word in words:
        length += len(word) + _LONGEST_GAP
        if count and length > AHEAD:
            break
        count += 1
    if not count:
        return ""
    is_open = term.is_open and count == len(words) and folded(term.text).endswith(words[-1])
    return f"{quoted(' '.join(words[:count]))}{' *' if is_open else ''}"


def _joined(term: Term) -> str:
    return joined_letters(folded(term.text))


def _is_word(term: Term) -> bool:
    """Whether FTS5 finds just this."""
    return words_of(folded(term.text)) == [folded(term.text)]


def by_episode(rows: Iterable[int], among: Collection[int]) -> Mapping[int, list[int]]:
    """Passages by the numbers of their episodes, in the order in which these come first."""
    found: dict[int, list[int]] = {}
    for number, own in groupby(rows, PASSAGES.__rfloordiv__):
        found.setdefault(number, []).extend(own)
    return {number: own for number, own in found.items() if number in among}


def is_said(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word, as the index has it, is in any passage."""
    rows = connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", [quoted(word)])
    return rows.fetchone() is not None


def words_beginning(connection: sqlite3.Connection, start: str) -> dict[str, int]:
    """The words of the index with this beginning, and in how many passages each is."""
    rows = connection.execute(
        "SELECT term, doc FROM word_list WHERE term >= ? AND term < ?",
        [start, f"{start}\U0010ffff"],
    )
    return dict(rows.fetchall())


def spelled(connection: sqlite3.Connection, word: str) -> str:
    """A word of the index as it is written where it is said first."""
    search = WordSearch(connection, Wanted((Term(word),)))
    moments = [moment for row in search.ranked(most=1) for moment in search.moments(row)]
    for moment in moments:
        for start, end in moment.snippet.marks:
            return moment.snippet.text[start:end]
    return word
