"""Tables of segments: Whisper's TSV, whisper.cpp's CSV and sheets with a start, an end and a text.

A header names the columns; without one they are told by what they hold. Whole numbers are
milliseconds, as Whisper and whisper.cpp write them; others are seconds.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from reader.formats.source import Source
from reader.formats.times import STAMP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.transcript.model import Transcript, VoiceChange

_START = frozenset(("start", "begin", "from", "in", "time", "timestamp", "timecode", "offset"))
_END = frozenset(("end", "to", "out", "stop"))
_TEXT = frozenset(
    ("text", "transcript", "content", "caption", "subtitle", "sentence", "word", "line", "dialogue")
)
_SPEAKER = frozenset(("speaker", "name", "voice", "actor", "who"))
_UNIT = re.compile(r"(?:time|\(?(?:ms|s|sec|seconds|milliseconds)\)?|name)[\s_]*+$")
_SEPARATORS = " \t\xa0_-"
_NUMBER = re.compile(r"\s*-?\d{1,12}(?:\.\d{0,12})?\s*")
_WHOLE = re.compile(r"\s*-?\d{1,12}\s*")
_STAMP = re.compile(STAMP)
_MOST_LINES_OF_A_FIELD = 50
_LONGEST_ROW = 100_000
_LOOKED_AT = 20


class _Row(NamedTuple):
    line: int
    raw: str
    fields: list[str]


class _Columns(NamedTuple):
    """Where the fields of a row stand; -1 where there is none. `unit`: ms in a plain number."""

    start: int
    end: int
    text: int
    speaker: int = -1
    unit: int = 1


def is_tsv(head: list[str]) -> bool:
    """Whether a header names a start and a text with tabs between, or the rows show them."""
    return _is_table(head, "\t")


def is_csv(head: list[str]) -> bool:
    """The same with commas or semicolons."""
    return _is_table(head, ",") or _is_table(head, ";")


def read_tsv(source: Source) -> Transcript:
    """A row a cue."""
    return _read(source, "Whisper TSV", "\t")


def read_csv(source: Source) -> Transcript:
    """A row a cue; quoted texts may run over lines."""
    return _read(source, "CSV", "," if _is_table(source.head(), ",") else ";")


def _is_table(head: list[str], delimiter: str) -> bool:
    rows = [line for line in head[:200] if line.strip()]
    if not rows or delimiter not in rows[0]:
        return False
    if _named(_fields(rows[0], delimiter)):
        return True
    fields = [_fields(row, delimiter) for row in rows[:_LOOKED_AT]]
    return bool(_shown(fields))


def _read(source: Source, title: str, delimiter: str) -> Transcript:
    draft = TranscriptBuilder(title, source)
    rows = _rows(source.lines(), delimiter)
    first = list(islice(rows, _LOOKED_AT))
    columns = _named(first[0].fields) if first else None
    if columns:
        draft.metadata["columns"] = first.pop(0).raw
    columns = _settled(columns, first)
    for row in chain(first, rows):
        if columns is None:
            draft.skip(row.line, "no times and text in this row", row.raw)
        else:
            _add(draft, row, columns)
    return draft.transcript()


def _settled(columns: _Columns | None, rows: list[_Row]) -> _Columns | None:
    """The columns with their unit, once some rows are known."""
    fields = [row.fields for row in rows]
    columns = columns or _shown(fields)
    if columns is None or columns.unit != 1:
        return columns
    numbers = [row[k] for row in fields for k in (columns.start, columns.end) if 0 <= k < len(row)]
    numbers = [number for number in numbers if _NUMBER.fullmatch(number)]
    is_whole = all(map(_WHOLE.fullmatch, numbers))
    return columns if is_whole else columns._replace(unit=1000)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[_Row]:
    """Each row with the number of its first line; a quotation left open ends with its line."""
    held: list[str] = []
    first = 1
    for number, line in enumerate(lines, 1):
        if not held:
            first = number
            if not line.strip():
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
    if delimiter == "\t" or '"' not in row or len(row) > _LONGEST_ROW:
        return row.split(delimiter)
    try:
        return next(csv.reader([row], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return row.split(delimiter)


def _named(header: list[str]) -> _Columns | None:
    """The columns that a header names."""
    names = [_bare(name.strip().strip('"').lower()) for name in header]
    start, end, text, speaker = (
        next((k for k, name in enumerate(names) if name in known), -1)
        for known in (_START, _END, _TEXT, _SPEAKER)
    )
    if start < 0 or text < 0:
        return None
    is_seconds = bool(re.search(r"\bsec|\(s\)|_s$", header[start].lower()))
    return _Columns(start, end, text, speaker, 1000 if is_seconds else 1)


def _bare(name: str) -> str:
    """`start_time` and `start (s)` -> `start`; but `time` and `name` stay what they are."""
    unit = _UNIT.search(name)
    return (name[: unit.start()].rstrip(_SEPARATORS) if unit else name) or name


def _shown(rows: list[list[str]]) -> _Columns | None:
    """The columns of rows without a header: two of times, and a text first or last."""
    for columns in (_Columns(0, 1, 2), _Columns(1, 2, 0)):
        if rows and all(_is_row(row, columns) for row in rows):
            return columns
    return None


def _is_row(row: list[str], columns: _Columns) -> bool:
    if len(row) < 3:
        return False
    times = (row[columns.start], row[columns.end])
    return all(map(_is_time, times)) and bool(re.search(r"[^\W\d]", row[columns.text]))


def _is_time(field: str) -> bool:
    return bool(_NUMBER.fullmatch(field) or _STAMP.fullmatch(field.strip()))


def _add(draft: TranscriptBuilder, row: _Row, columns: _Columns) -> None:
    number, raw, fields = row
    start = _time(fields, columns.start, columns.unit)
    if start is None or columns.text >= len(fields):
        draft.skip(number, "times that cannot be read", raw)
        return
    is_last = columns.text > max(columns.start, columns.end, columns.speaker)
    texts = fields[columns.text :] if is_last else [fields[columns.text]]
    text = ("\t" if "\t" in raw else ",").join(texts).strip()
    speaker = fields[columns.speaker].strip() if 0 <= columns.speaker < len(fields) else ""
    draft.add(
        number,
        start,
        _time(fields, columns.end, columns.unit),
        text,
        voices=_voices(speaker) if text else (),
        raw=raw,
    )


def _voices(speaker: str) -> tuple[VoiceChange, ...]:
    """whisper.cpp numbers the channels, and is not sure with `?`."""
    if speaker in ("", "?"):
        return ()
    return (VoiceChange(0, f"Speaker {speaker}" if speaker.isdecimal() else speaker),)


def _time(fields: list[str], column: int, unit: int) -> int | None:
    field = fields[column].strip() if 0 <= column < len(fields) else ""
    if _NUMBER.fullmatch(field):
        return round(float(field) * unit)
    return milliseconds(field) if _STAMP.fullmatch(field) else None
