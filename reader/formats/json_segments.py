"""The segments of a JSON transcript, read as it was understood and joined in order of time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reader.formats.json_row_reader import RowReader, rows_along
from reader.formats.json_sentences import LONGEST, sentences, spelt
from reader.formats.json_survey import EACH, cell, cells
from reader.formats.json_understanding import Understanding
from reader.formats.word_pieces import WordPiece, joined, without_tokens
from reader.message import Message, message

_HEADING = re.compile(r"(?i:speaker)[ _-]?\d{1,3}")
_PROBED = 60
_SLACK = 100  # ms that a word may lie outside of its row


class Segment(NamedTuple):
    """What becomes a cue; `rows` are the objects it comes from, the nearest first."""

    start: int | None
    end: int | None
    text: str
    speaker: str = ""
    words: tuple[WordPiece, ...] = ()
    raw: str = ""
    spellings: str = ""
    fault: Message | None = None
    has_time: bool = False
    rows: tuple[Any, ...] = ()


def segments(found: Understanding, document: Any) -> Iterator[Segment]:
    """Every segment, in the order of the file, or of time where several lists are joined."""
    reading = _Reading(found, document)
    yield from reading.segments()


class _Reading:
    """The reading of one document."""

    def __init__(self, found: Understanding, document: Any) -> None:
        self._found = found
        self._document = document
        self._main = RowReader(found.main, found.names)
        self._above = [RowReader(each, found.names) for each in found.above]
        self._words = RowReader(found.words, found.names) if found.words else None
        self._inner = found.words.path[len(found.main.path) :] if found.words else ()
        self._are_words_relative = self._is_relative_word()
        self._relative_to = self._outer_start()
        self._voices = self._voice_times()
        self._heading = ""  # the voice that a row without text announces, as Spotify's do

    def segments(self) -> Iterator[Segment]:
        rows = self._groups() if self._found.main.is_words else self._rows()
        more = [each for other in self._found.more for each in segments(other, self._document)]
        if not more and self._found.main.path.count(EACH) < 2:
            yield from rows
            return
        yield from _in_time([*rows, *more])

    # rows ------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[Segment]:
        loose = self._loose_words()
        repeated = self._repeated_text()
        for rows in rows_along(self._document, self._found.main.path):
            row = rows[0]
            if not isinstance(row, dict):
                if row not in (None, "", [], {}):
                    yield Segment(None, None, "", fault=message("no segment"), rows=rows)
                continue
            if (repeated is not None and row is repeated.row) or self._main.is_interim(row):
                continue
            yield from self._row(row, rows, loose, repeated)

    def _row(
        self, row: dict[str, Any], rows: tuple[Any, ...], loose: _Loose, repeated: _Repeated | None
    ) -> Iterator[Segment]:
        base = self._base(rows)
        start, end = (None if time is None else time + base for time in self._main.span(row))
        words = tuple(self._row_words(row, start, base))
        if repeated is not None:
            words = tuple(repeated.voiced(word) for word in words)
        speaker = self._speaker(row, rows, start, words)
        text = without_tokens(self._main.text(row))
        if words and start is None and text.strip():
            words = spelt(text, words)
        if _are_sentences_timed(words, start, text):
            voiced = (word if word.speaker else word._replace(speaker=speaker) for word in words)
            for sentence in sentences(list(map(self._named, voiced))):
                yield self._sentence(sentence, rows)
        elif (said := text or joined(words)).strip():
            if not words and start is not None and end is not None:
                words = loose.between(start, end)
            yield self._as_written(row, Segment(start, end, said, speaker, words, rows=rows))
        else:
            yield from self._without_text(row, Segment(start, end, "", rows=rows))

    def _speaker(
        self,
        row: dict[str, Any],
        rows: tuple[Any, ...],
        start: int | None,
        words: tuple[WordPiece, ...],
    ) -> str:
        named = self._main.speaker(row) or self._outer_speaker(rows) or self._voice_at(start)
        return named or self._heading or (not words and self._main.speaker_of_words(row)) or ""

    def _as_written(self, row: dict[str, Any], segment: Segment) -> Segment:
        """With what the row says of itself: its texts as they stand, and whether it has a time."""
        raw = "\n".join(dict.fromkeys(self._main.texts(row)))
        spellings = "\n".join(self._main.texts(row, are_spellings=True))
        has_time = cell(row, self._main.meaning.start or ("",)) is not None
        return segment._replace(raw=raw or segment.text, spellings=spellings, has_time=has_time)

    def _without_text(self, row: dict[str, Any], segment: Segment) -> Iterator[Segment]:
        """A row without text may announce a voice; else it is listed, if a text may be lost."""
        heading = next(filter(_HEADING.fullmatch, _texts_in(row)), "")
        self._heading = heading or self._heading
        if not heading and (fault := self._lost_text(row)):
            yield segment._replace(fault=fault)

    def _lost_text(self, row: dict[str, Any]) -> Message | None:
        """Why a row without text is listed: it has something else that could be one."""
        if self._main.meaning.text and cell(row, self._main.meaning.text) is not None:
            return None
        has_text = any(" " in value.strip() for value in _texts_in(row))
        return message("no text in this segment") if has_text else None

    def _row_words(self, row: Any, start: int | None, base: int) -> Iterator[WordPiece]:
        if self._words is None:
            return
        if self._are_words_relative:
            base = start or 0
        for number, rows in enumerate(rows_along(row, self._inner)):
            if isinstance(rows[0], dict):
                piece = self._words.piece(rows[0], base)
                if number == 0 and piece.start is None and self._are_words_relative:
                    piece = piece._replace(start=start)
                yield piece

    # words alone -----------------------------------------------------------------------------

    def _groups(self) -> Iterator[Segment]:
        """The words of each list, joined to sentences."""
        held: list[WordPiece] = []
        around: tuple[Any, ...] = ()
        group: object = None
        for rows in rows_along(self._document, self._found.main.path):
            nearest = id(rows[1]) if len(rows) > 1 else None
            if nearest != group and held:
                yield from self._joined(held, around)
                held = []
            group = nearest
            if not isinstance(rows[0], dict):
                if rows[0] not in (None, "", [], {}):
                    yield Segment(None, None, "", fault=message("no segment"), rows=rows)
                continue
            if not held:
                around = rows
            piece = self._main.piece(rows[0], self._base(rows))
            speaker = piece.speaker or self._outer_speaker(rows)
            held.append(self._named(piece._replace(speaker=speaker)))
        yield from self._joined(held, around)

    def _joined(self, pieces: list[WordPiece], rows: tuple[Any, ...]) -> Iterator[Segment]:
        for sentence in sentences(pieces):
            yield self._sentence(sentence, rows)

    def _sentence(self, words: list[WordPiece], rows: tuple[Any, ...]) -> Segment:
        starts = [word.start for word in words if word.start is not None]
        ends = [word.end for word in words if word.end is not None]
        start, end = min(starts, default=None), max(ends, default=None)
        return Segment(start, end, joined(words), words[0].speaker, tuple(words), rows=rows)

    def _named(self, piece: WordPiece) -> WordPiece:
        if piece.speaker or piece.start is None or not self._voices:
            return piece
        return piece._replace(speaker=self._voice_at(piece.start))

    # times and voices of what is around ------------------------------------------------------

    def _base(self, rows: tuple[Any, ...]) -> int:
        if self._relative_to is None:
            return 0
        reader, depth = self._relative_to
        return (reader.time(rows[depth]) or 0) if depth < len(rows) else 0

    def _outer_speaker(self, rows: tuple[Any, ...]) -> str:
        for reader, row in zip(self._above, rows[1:], strict=False):
            if speaker := reader.speaker(row):
                return speaker
        return ""

    def _outer_start(self) -> tuple[RowReader, int] | None:
        """The table around the rows from whose start their times count, if they do."""
        for depth, outer in enumerate(self._above, 1):
            if outer.meaning.start is None:
                continue
            inside = after = 0
            inner = self._main if self._main.meaning.start else None
            for rows in _first(rows_along(self._document, self._found.main.path)):
                if inner is None or len(rows) <= depth:
                    continue
                start, (begin, end) = inner.time(rows[0]), outer.span(rows[depth])
                if start is not None and begin:
                    inside += _is_within(start, begin, end)
                    after += not _is_within(start, begin, end)
            if after > 2 * inside:
                return outer, depth
        return None

    def _is_relative_word(self) -> bool:
        """Whether the times of words count from the start of their row."""
        if self._words is None or self._found.main.start is None:
            return False
        if self._words.meaning.start is None:
            return False
        odd = [0, 0]  # words that lie outside of their row, counted from the start and from it
        for rows in _first(rows_along(self._document, self._found.main.path)):
            start, end = self._main.span(rows[0])
            times = [self._words.time(each[0]) for each in rows_along(rows[0], self._inner)]
            odd[0] += bool(times) and times[0] is None and any(times)  # what is 0 is left out
            for time in filter(None, times if start else ()):
                odd[0] += not _is_within(time, start or 0, end)
                odd[1] += not _is_within(time, 0, None if end is None else end - (start or 0))
        return odd[0] > odd[1]

    def _voice_times(self) -> list[tuple[int, int, str]]:
        """Who speaks when, listed beside the words."""
        found = []
        for meaning in self._found.voices:
            reader = RowReader(meaning, self._found.names)
            for rows in rows_along(self._document, meaning.path):
                start, end = reader.span(rows[0])
                speaker = reader.speaker(rows[0])
                if start is not None and end is not None and speaker:
                    found.append((start, end, speaker))
        return sorted(found)

    def _voice_at(self, start: int | None) -> str:
        """The voice of the turn in which something begins; none where it is between turns."""
        if start is None or not self._voices:
            return ""
        at = bisect_right(self._voices, (start, 10**12, "")) - 1
        for begin, until, voice in reversed(self._voices[max(0, at - 3) : at + 1]):
            if begin <= start < until:
                return voice
        return ""

    def _loose_words(self) -> _Loose:
        meaning = self._found.loose
        if meaning is None:
            return _Loose([])
        reader = RowReader(meaning, self._found.names)
        pieces = (reader.piece(rows[0]) for rows in rows_along(self._document, meaning.path))
        return _Loose([piece for piece in pieces if piece.start is not None])

    def _repeated_text(self) -> _Repeated | None:
        """Google's last result, which has no text and repeats all words, with who spoke."""
        if self._words is None or self._found.main.start or not self._found.main.text:
            return None
        last: dict[str, Any] | None = None
        seen: set[int] = set()
        starts: set[int] = set()
        for rows in rows_along(self._document, self._found.main.path):
            if isinstance(rows[0], dict):
                seen |= starts
                last = rows[0]
                words = (self._words.time(each[0]) for each in rows_along(last, self._inner))
                starts = {time for time in words if time is not None}
        if last is None or self._main.text(last).strip() or not starts or not starts <= seen:
            return None
        pieces = (self._words.piece(rows[0]) for rows in rows_along(last, self._inner))
        return _Repeated(last, {piece.start: piece.speaker for piece in pieces if piece.speaker})


class _Repeated(NamedTuple):
    """A row that names who spoke the words of all others."""

    row: dict[str, Any]
    speakers: dict[int | None, str]

    def voiced(self, piece: WordPiece) -> WordPiece:
        return piece._replace(speaker=self.speakers.get(piece.start, piece.speaker))


class _Loose:
    """Words listed beside the rows and not in them, in order of time."""

    def __init__(self, pieces: list[WordPiece]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece.start or 0)
        self._starts = [piece.start or 0 for piece in self._pieces]

    def between(self, start: int, end: int) -> tuple[WordPiece, ...]:
        return tuple(
            self._pieces[
                bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)
            ]
        )


def _are_sentences_timed(words: Sequence[WordPiece], start: int | None, text: str) -> bool:
    """Whether sentences of the words are to be segments: the row has no time, or is too long."""
    is_long = not text.strip() and sum(len(word.text) for word in words) > LONGEST
    return bool(words) and words[0].start is not None and (start is None or is_long)


def _is_within(time: int, start: int, end: int | None) -> bool:
    return start - _SLACK <= time and (end is None or time <= end + _SLACK)


def _first(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for _, row in zip(range(_PROBED), rows, strict=False):
        if isinstance(row[0], dict):
            yield row


def _in_time(found: list[Segment]) -> Iterator[Segment]:
    """In order of time; what has none stays behind what it followed."""
    keys = []
    latest = 0
    for segment in found:
        latest = latest if segment.start is None else segment.start
        keys.append(latest)
    return (found[number] for number in sorted(range(len(found)), key=lambda number: keys[number]))


def _texts_in(row: dict[str, Any]) -> list[str]:
    return [value for _, value in cells(row) if isinstance(value, str)]
