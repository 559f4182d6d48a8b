"""Tables of segments: Whisper's TSV, whisper.cpp's CSV and sheets with times and a text.

`table_columns.py` finds which column is which; one that is not shown is listed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from reader.formats.json_sentences import sentences
from reader.formats.source import Source
from reader.formats.table_columns import (
    Columns,
    evenness,
    header_rows,
    learnt,
    time_in,
    times_in,
)
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, joined, placed
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_LETTER = re.compile(r"[^\W\d_]")
_MOST_LINES_OF_A_FIELD = 50
_LONGEST_ROW = 100_000
_LOOKED_AT = 40
_HEAD_LINES = 200
_LONGEST_LIST = 10_000
_LEAST_WORDS = 8


class _Row(NamedTuple):
    line: int
    raw: str
    fields: list[str]


def is_tsv(head: list[str]) -> bool:
    """Whether a header names a start and a text with tabs between, or the rows show them."""
    return _is_table(head, "\t")


def is_csv(head: list[str]) -> bool:
    """The same with commas or semicolons, or as a table of Markdown."""
    return any(_is_table(head, each) for each in ",;|")


def read_tsv(source: Source) -> Transcript:
    """A row a cue."""
    return _read(source, "TSV", "\t")


def read_csv(source: Source) -> Transcript:
    """A row a cue; quoted texts may run over lines."""
    return _read(source, "CSV", _delimiter(source.head()))


def _delimiter(head: list[str]) -> str:
    """The comma, the semicolon or the bar, by which more rows fall into as many cells."""
    found = [each for each in ",;|" if _is_table(head, each)]
    return max(found, key=lambda each: evenness(_first_rows(head, each)), default=",")


def _is_table(head: list[str], delimiter: str) -> bool:
    first = next((line for line in head if line.strip()), "")
    if delimiter not in first and not any(delimiter in line for line in head[:5]):
        return False
    rows = _first_rows(head, delimiter)
    split = sum(len(row) > 1 for row in rows)
    return split > len(rows) / 2 and learnt(rows, delimiter) is not None


def _first_rows(head: list[str], delimiter: str) -> list[list[str]]:
    return [row.fields for row in islice(_rows(head[:_HEAD_LINES], delimiter), _LOOKED_AT)]


def _read(source: Source, title: str, delimiter: str) -> Transcript:
    draft = TranscriptBuilder(title, source)
    add_rows(draft, source, delimiter)
    return draft.transcript()


def add_rows(draft: TranscriptBuilder, source: Source, delimiter: str) -> None:
    """Add a cue for each row of a table."""
    rows = _rows(source.lines(), delimiter)
    first = list(islice(rows, _LOOKED_AT))
    fields = [row.fields for row in first]
    columns = learnt(fields, delimiter)
    above = header_rows(fields) if columns else 0
    header = first[above - 1].fields if above else []
    for row in first[:above]:
        draft.add_metadata("columns" if row is first[above - 1] else "header", row.raw)
    if columns and columns.rate and draft.frame_rate:
        columns = columns._replace(rate=draft.frame_rate)
    elif columns and columns.rate:
        draft.guess_rate(columns.rate, first[above].fields[columns.start])
    unshown = _Unshown(draft, columns, header)
    words = _Words(draft, columns) if columns and _are_words(first[above:], columns) else None
    for row in chain(first[above:], rows):
        if columns is None:
            draft.skip(row.line, message("no times and text in this row"), row.raw)
        elif words.take(row) if words else _add(draft, row, columns):
            unshown.take(row)
    if words:
        words.finish()
    unshown.finish()


def _are_words(rows: list[_Row], columns: Columns) -> bool:
    """Whether each row is one word, as aligners write them."""
    texts = [_cell(row.fields, columns.text) for row in rows]
    single = sum(" " not in text for text in texts)
    lengths = sum(map(len, texts))
    return len(texts) >= _LEAST_WORDS and single == len(texts) and lengths < 12 * len(texts)


class _Words:
    """Joins rows of a word each to sentences."""

    def __init__(self, draft: TranscriptBuilder, columns: Columns) -> None:
        self._draft = draft
        self._columns = columns
        self._pieces: list[WordPiece] = []
        self._lines: list[int] = []

    def take(self, row: _Row) -> bool:
        """Hold a word; False where its row is listed."""
        start, end = _times(self._draft, row, self._columns)
        text = _cell(row.fields, self._columns.text)
        if start is None or not text:
            self._draft.skip(row.line, message("times that cannot be read"), row.raw)
            return False
        self._draft.bound_words(row.line, len(self._pieces))
        speaker = _named(_cell(row.fields, self._columns.speaker))
        self._pieces.append(WordPiece(f" {text}", start, end, None, speaker))
        self._lines.append(row.line)
        return True

    def finish(self) -> None:
        """Add the sentences."""
        count = 0
        for sentence in sentences(self._pieces):
            text, start, end = joined(sentence), sentence[0].start or 0, sentence[-1].end
            voices = (VoiceChange(0, sentence[0].speaker),) if sentence[0].speaker else ()
            until = end if end is not None else sentence[-1].start or start
            words = placed(text, tuple(sentence), start, until)
            self._draft.add(self._lines[count], start, end, text, voices=voices, words=words)
            count += len(sentence)


class _Unshown:
    """What stands in columns that are not shown, each value once."""

    def __init__(
        self, draft: TranscriptBuilder, columns: Columns | None, header: list[str]
    ) -> None:
        self._draft = draft
        self._columns = columns
        self._used = columns.used if columns else frozenset()
        self._header = header
        self._seen: dict[int, dict[str, None]] = {}
        self._lines: dict[int, int] = {}

    def take(self, row: _Row) -> None:
        if self._columns is None or len(row.fields) <= len(self._used) - (-1 in self._used):
            return
        if not _LETTER.search(row.raw):  # a hostile row has half a million cells
            return
        is_last = self._columns.is_text_last
        for k, field in enumerate(row.fields):
            is_text = is_last and k >= self._columns.text
            if k in self._used or is_text or not any(map(str.isalpha, field)):
                continue
            seen = self._seen.setdefault(k, {})
            self._lines.setdefault(k, row.line)
            seen[field.strip()] = None
            if len(seen) * 20 > _LONGEST_LIST:
                self._list(k)

    def finish(self) -> None:
        """List what is left."""
        for k in sorted(self._seen):
            self._list(k)

    def _list(self, column: int) -> None:
        values = list(self._seen.pop(column))
        name = self._header[column].strip() if column < len(self._header) else ""
        cell = "\n".join(filter(None, [name, *values]))
        self._draft.skip(self._lines.pop(column), message("a column that is not shown"), cell)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[_Row]:
    """Each row with the number of its first line; a quotation left open ends with its line."""
    held: list[str] = []
    first = 1
    for number, line in enumerate(lines, 1):
        if not held:
            first = number
            if not line.strip() or (delimiter == "|" and not any(map(str.isalnum, line))):
                continue
        held.append(line)
        raw = "\n".join(held)
        if raw.count('"') % 2 == 0:
            yield _Row(first, raw, _fields(raw, delimiter))
            held = []
        elif len(held) > _MOST_LINES_OF_A_FIELD or len(raw) > _LONGEST_ROW:
            yield from _single(held, first, delimiter)
            held = []
    yield from _single(held, first, delimiter)


def _single(lines: list[str], first: int, delimiter: str) -> Iterator[_Row]:
    for number, line in enumerate(lines, first):
        if line.strip():
            yield _Row(number, line, _fields(line, delimiter))


def _fields(row: str, delimiter: str) -> list[str]:
    """Whisper's TSV quotes nothing, and a text may hold a quotation mark of its own."""
    if delimiter == "|":
        return [cell.strip() for cell in row.strip().strip("|").split("|")]
    if delimiter == "\t" or '"' not in row or len(row) > _LONGEST_ROW:
        return row.split(delimiter)
    try:
        return next(csv.reader([row], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return row.split(delimiter)


def _add(draft: TranscriptBuilder, row: _Row, columns: Columns) -> bool:
    """A row as a cue; False where it is listed as a whole."""
    number, raw, fields = row
    start, end = _times(draft, row, columns)
    if start is None or columns.text >= len(fields):
        draft.skip(number, message("times that cannot be read"), raw)
        return False
    texts = fields[columns.text :] if columns.is_text_last else [fields[columns.text]]
    text = ("\t" if "\t" in raw else ",").join(texts).strip()
    speaker = fields[columns.speaker].strip() if 0 <= columns.speaker < len(fields) else ""
    if not text and speaker:
        draft.skip(number, message("a name without text"), speaker)
    draft.add(number, start, end, text, voices=_voices(speaker) if text else (), raw=raw)
    return True


def _times(draft: TranscriptBuilder, row: _Row, columns: Columns) -> tuple[int | None, int | None]:
    """Start and end of a row; an end that cannot be read is listed."""
    first = _cell(row.fields, columns.start)
    start, cell = time_in(first, columns), _cell(row.fields, columns.end)
    if start is None and (both := times_in(first)):
        return time_in(both[0], columns), time_in(both[1], columns)
    if columns.duration >= 0 and start is not None:
        length = time_in(_cell(row.fields, columns.duration), columns)
        return start, None if length is None else start + length
    end = time_in(cell, columns) if cell else None
    if cell and end is None and start is not None:
        draft.repair(row.line, message("an end that cannot be read"), cell)
    return start, end


def _cell(fields: list[str], column: int) -> str:
    return fields[column].strip() if 0 <= column < len(fields) else ""


def _named(speaker: str) -> str:
    """A voice as shown: whisper.cpp numbers the channels, and is not sure with `?`."""
    speaker = speaker.rstrip(":").rstrip()
    return f"Speaker {speaker}" if speaker.isdecimal() else "" if speaker == "?" else speaker


def _voices(speaker: str) -> tuple[VoiceChange, ...]:
    name = _named(speaker)
    return (VoiceChange(0, name),) if name else ()
