"""What the columns of a table hold, recognised by their cells and, where it has one, its header.

A start and an end are times that rise; the text is the longest column of words; a voice is a short
one whose values recur. Whole numbers are milliseconds, as Whisper and whisper.cpp write them,
unless nobody could read so fast; others are seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.formats.frames import frame_time, guessed_rate
from reader.formats.layouts import is_name
from reader.formats.times import STAMP, milliseconds

_KNOWN = {
    role: frozenset(names.split(","))
    for role, names in {
        "start": "start,starts,begin,from,in,in point,cue in,time,timestamp,timecode,offset,beginn"
        ",anfang,von,début,inicio,inizio",
        "end": "end,ends,to,out,out point,cue out,stop,finish,ende,bis,fin,fine",
        "text": "text,transcript,content,caption,subtitle,sentence,word,line,dialogue,dialog"
        ",utterance,transcription,spoken,said,quote,message,body,speech,inhalt,texte,texto,testo",
        "speaker": "speaker,name,voice,actor,who,character,participant,person,user,host,guest"
        ",sprecher,locuteur,hablante",
        "duration": "duration,dur,length,dauer,durée",
    }.items()
}
_NO_VOICES = frozenset(
    "language lang style layer confidence id index type track channel note notes comment comments"
    " translation color colour tag tags category effect actor_id file filename title".split()
)
_UNIT = re.compile(
    r"(?:time|code|stamp|\(?(?:ms|s|sec|seconds|milliseconds|frames?)\)?|name)[\s_]*+$"
)
_SECONDS = re.compile(r"\bsec|\(s\)|_s$")
_MILLISECONDS = re.compile(r"\bmilli|\bms\b|_ms$|\(ms\)")
_SEPARATORS = " \t\xa0_-"
_NUMBER = re.compile(r"\s*+-?\d{1,12}+(?:[.,]\d{0,12}+)?\s*+")
_STAMP = re.compile(STAMP)
_RANGE = re.compile(rf"\s*+({STAMP})\s{{0,3}}(?:-{{1,2}}>?|–|—|→|to)\s{{0,3}}({STAMP})\s*+")
_MOST = 0.8
_MOST_COLUMNS = 200
_FASTEST = 0.5  # letters a unit; speech has 15 a second, 0.015 a millisecond


class Columns(NamedTuple):
    """Where the fields of a row stand; -1 where there is none.

    `unit` is how many milliseconds a plain number counts, `rate` how many frames a second has
    where times count frames, else 0. An end may be given as a `duration`.
    """

    start: int
    end: int
    text: int
    speaker: int = -1
    unit: int = 1
    rate: float = 0
    duration: int = -1
    is_text_last: bool = False

    @property
    def used(self) -> frozenset[int]:
        """All columns that are read."""
        return frozenset((self.start, self.end, self.text, self.speaker, self.duration))


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows stand above the first that has a time."""
    return next((k for k, row in enumerate(rows) if any(map(is_time, row)) and len(row) > 1), 0)


def learnt(rows: Sequence[Sequence[str]], delimiter: str) -> Columns | None:
    """The columns of a table, or None where it is none. The first rows are enough."""
    if rows and rows[0] and rows[0][0].lstrip()[:1] in ("{", "[", "<"):
        return None
    above = header_rows(rows)
    header = [name.strip().strip('"').lower() for name in rows[above - 1]] if above else []
    named = _named(header) if header else None
    data = [row for row in rows[above:] if len(row) > 1]
    if not data and rows:
        named, data = _named([name.strip().strip('"').lower() for name in rows[0]]), []
    columns = named or _shown(data, header, delimiter)
    if columns is None:
        return None
    width = len(header) or _usual_width(data)
    return _settled(columns._replace(is_text_last=columns.text == width - 1), header, data)


def evenness(rows: Sequence[Sequence[str]]) -> float:
    """The share of rows that have as many cells as most have, more than one."""
    width = _usual_width(rows)
    return sum(len(row) == width for row in rows) / len(rows) if width > 1 else 0.0


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0] if rows else 0


def is_time(field: str) -> bool:
    """Whether a cell holds a time or a plain number."""
    return bool(_NUMBER.fullmatch(field) or _STAMP.fullmatch(field.strip())) or _is_special(field)


def time_in(field: str, columns: Columns) -> int | None:
    """A cell as milliseconds."""
    field = field.strip()
    if field.isdecimal() and len(field) < 13:
        return int(field) * columns.unit
    if columns.rate and (time := frame_time(field, columns.rate)) is not None:
        return time
    if _NUMBER.fullmatch(field):
        return round(float(field.replace(",", ".")) * columns.unit)
    return milliseconds(field) if _STAMP.fullmatch(field) else None


def times_in(field: str) -> tuple[str, str] | None:
    """Start and end out of a cell that holds both."""
    found = _RANGE.fullmatch(field)
    return (found[1], found[2]) if found else None


def _is_special(field: str) -> bool:
    return frame_time(field, 25) is not None or bool(_RANGE.fullmatch(field))


def _named(header: Sequence[str]) -> Columns | None:
    """The columns that a header names."""
    start, end, text, speaker, duration = (
        next((k for k in range(len(header)) if _role(header, k, role)), -1)
        for role in ("start", "end", "text", "speaker", "duration")
    )
    if start < 0 or text < 0:
        return None
    return Columns(start, end, text, speaker, duration=-1 if end >= 0 else duration)


def _bare(name: str) -> str:
    """`start_time` and `start (s)` -> `start`; but `time` and `name` stay what they are."""
    unit = _UNIT.search(name)
    return (name[: unit.start()].rstrip(_SEPARATORS) if unit else name) or name


def _shown(rows: Sequence[Sequence[str]], header: Sequence[str], delimiter: str) -> Columns | None:
    """The columns by what their cells hold."""
    width = max(map(len, rows), default=0)
    if width > _MOST_COLUMNS:
        return None
    is_wide = width > 2 or (width == 2 and (bool(header) or delimiter != ","))
    if not is_wide or (len(rows) < 2 and not header and width < 3):
        return None
    cells = [[row[k].strip() if k < len(row) else "" for row in rows] for k in range(width)]
    times = [k for k in range(width) if _share(cells[k], is_time) >= _MOST]
    start, end = _start_and_end(cells, times)
    words = [k for k in range(width) if k not in times and _share(cells[k], _has_letters) >= 0.5]
    is_bare = start >= 0 and end < 0 and not header and not _share(cells[start], _is_clock)
    if start < 0 or not words or is_bare:
        return None
    text = max(words, key=lambda k: _text_points(header, k, cells[k]))
    others = [k for k in words if k != text]
    speaker = next((k for k in others if _role(header, k, "speaker")), -1)
    if speaker < 0:
        speaker = next((k for k in others if _is_voice(header, k, cells[k])), -1)
    return Columns(start, end, text, speaker)


def _start_and_end(cells: Sequence[Sequence[str]], times: list[int]) -> tuple[int, int]:
    clocks = [k for k in times if _share(cells[k], _is_clock) >= _MOST]
    pool = clocks or [k for k in times if not _counts(cells[k])]
    values = {k: [_value(cell) for cell in cells[k]] for k in pool}
    rising = [k for k in pool if _rises(values[k]) and (len(set(values[k])) > 1 or len(pool) < 3)]
    if not rising:
        return -1, -1
    start = min(rising, key=lambda k: sum(values[k]))
    later = (k for k in rising if k != start and _is_later(values[start], values[k]))
    return start, next(later, -1)


def _is_later(starts: Sequence[float], ends: Sequence[float]) -> bool:
    return all(end >= start for start, end in zip(starts, ends, strict=True))


def _is_clock(cell: str) -> bool:
    return ":" in cell or ";" in cell


def _settled(columns: Columns, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """The columns with the unit of their numbers and the rate of their frames."""
    places = [k for k in (columns.start, columns.end, columns.duration) if k >= 0]
    stamps = [row[k].strip() for row in rows for k in places if k < len(row) and row[k].strip()]
    frames = [stamp for stamp in stamps if frame_time(stamp, 25) is not None]
    if frames and len(frames) >= _MOST * len(stamps):
        columns = columns._replace(rate=guessed_rate(frames))
    name = header[columns.start] if columns.start < len(header) else ""
    numbers = [stamp for stamp in stamps if _NUMBER.fullmatch(stamp)]
    is_seconds = bool(_SECONDS.search(name)) and not _MILLISECONDS.search(name)
    is_whole = all(number.lstrip("-").isdecimal() for number in numbers)
    is_slow = not _MILLISECONDS.search(name) and _letters_a_unit(columns, rows) > _FASTEST
    return columns._replace(unit=1000 if is_seconds or not is_whole or is_slow else 1)


def _letters_a_unit(columns: Columns, rows: Sequence[Sequence[str]]) -> float:
    """How many letters are said while the numbers rise by one."""
    letters = length = 0.0
    for row in rows:
        if max(columns.end, columns.start, columns.text) < len(row) and columns.end >= 0:
            letters += len(row[columns.text])
            length += max(0.0, _value(row[columns.end]) - _value(row[columns.start]))
    return letters / length if length else 0.0


def _value(cell: str) -> float:
    cell = cell.strip()
    if both := _RANGE.fullmatch(cell):
        cell = both[1]
    if (time := frame_time(cell, 25)) is not None:
        return time / 1000
    if _NUMBER.fullmatch(cell):
        return float(cell.replace(",", "."))
    return milliseconds(cell) / 1000 if _STAMP.fullmatch(cell) else 0.0


def _rises(values: Sequence[float]) -> bool:
    return sum(b < a for a, b in pairwise(values)) <= 0.1 * len(values)


def _counts(cells: Sequence[str]) -> bool:
    """Whether a column only numbers the rows."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers))


def _share(cells: Sequence[str], is_so: Callable[[str], bool]) -> float:
    return sum(bool(cell) and is_so(cell) for cell in cells) / len(cells)


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _role(header: Sequence[str], column: int, role: str) -> bool:
    if column >= len(header):
        return False
    return header[column] in _KNOWN[role] or _bare(header[column]) in _KNOWN[role]


def _text_points(header: Sequence[str], column: int, cells: Sequence[str]) -> tuple[float, ...]:
    """What speaks for a column as the text: its name, its length, and that it holds no names."""
    return _role(header, column, "text"), sum(map(len, cells)), -_share(cells, is_name)


def _is_voice(header: Sequence[str], column: int, cells: Sequence[str]) -> bool:
    """Whether a column has the names of few voices, more than one of them or under no header."""
    if column < len(header) and (
        header[column] in _NO_VOICES or _bare(header[column]) in _NO_VOICES
    ):
        return False
    named = [cell for cell in cells if cell]
    distinct = len(set(named))
    is_few = distinct < len(named) or len(named) <= 3
    return (
        bool(named)
        and sum(map(is_name, named)) >= _MOST * len(named)
        and (distinct > 1 or not header)
        and is_few
    )
