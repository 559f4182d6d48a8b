"""From a JSON document to the segments of its transcript, whatever it calls and nests them.

`find` chooses among the tables of a document the one that holds what is said, with the words, the
voices and the times that belong to it; `segments` reads them all, joined in order of time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple

from reader.formats import json_names as names
from reader.formats.json_meaning import Meaning, chance_of, is_mark, meaning_of
from reader.formats.json_sentences import LONGEST, sentences, spelt
from reader.formats.json_survey import (
    EACH,
    FIRST,
    Path,
    Survey,
    cell,
    cells,
    row_of,
    shown,
    survey,
    values_of,
)
from reader.formats.json_times import SECONDS, UNIT_NAMES, Kind, Unit, agreed, time_of
from reader.formats.word_pieces import WordPiece, joined
from reader.message import Message, message

_ENOUGH = 0.6  # the share of the longest text that a table must hold to be chosen
_SAME = 0.6
_HEADING = re.compile(r"(?i:speaker)[ _-]?\d{1,3}")
_FAST = 1e6  # a bare number below it is a time in any unit
_PROBED = 60
_SLACK = 100  # ms that a word may lie outside of its row
_LONG_ROW = 600.0  # characters; a row of more is the whole text again


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


@dataclass(slots=True)
class Understanding:
    """What was understood of a document."""

    main: Meaning
    words: Meaning | None = None
    loose: Meaning | None = None
    above: list[Meaning] = field(default_factory=list)
    voices: list[Meaning] = field(default_factory=list)
    more: list[Understanding] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def is_timed(self) -> bool:
        """Whether its rows, or their words, have times."""
        return bool(self.main.start or (self.words and self.words.start))

    def described(self) -> str:
        """What was understood, in a line."""
        text = self.main.text or (self.words.text if self.words else None) or ()
        path = (*self.main.path, *(text[:-1] if self.main.text else ()))
        timed = self.main if self.main.start else self.words
        rows = f"JSON: {'words' if self.main.is_words else 'rows'} under {shown(path)}"
        return f"{rows}, times in {_unit_name(timed)}" if timed and timed.start else rows

    def doubt(self) -> str:
        """What else the times could be, or an empty string."""
        timed = self.main if self.main.start else self.words
        if timed is None or timed.unit is None or timed.unit.other is None:
            return ""
        return f"{_unit_name(timed)}, or {UNIT_NAMES[timed.unit.other]}"


def _unit_name(timed: Meaning) -> str:
    row = next((row for row in timed.table.rows if time_of(cell(row, timed.start or ()))), None)
    time = time_of(cell(row, timed.start or ())) if row else None
    if time is None or timed.unit is None:
        return "seconds"
    if time.kind is not Kind.NUMBER:
        return str(time.kind.value)
    name = UNIT_NAMES.get(timed.unit.scale, "seconds")
    return f"{name} since 1970" if timed.unit.base else name


def find(document: Any) -> Understanding | None:
    """The table that holds what is said, or None."""
    tables = survey(document)
    meanings = [meaning_of(table) for table in tables.tables.values()]
    choices = [choice for meaning in meanings for choice in _choices(meaning, meanings)]
    found = _chosen(choices)
    if found is None:
        return None
    for each in (found, *found.more):
        _complete(each, meanings, tables)
    return found


def _choices(meaning: Meaning, meanings: list[Meaning]) -> Iterator[Understanding]:
    """In what ways the rows of a table could be the transcript."""
    if meaning.is_letters:
        return
    inner = [
        each
        for each in meanings
        if each.text and not each.is_letters and _is_inside(each.path, meaning.path)
    ]
    words = max(
        (each for each in inner if each.is_words and each.start),
        key=lambda each: each.coverage,
        default=None,
    )
    pieces = words or max(
        (each for each in inner if not each.start), key=lambda each: each.coverage, default=None
    )
    if meaning.text and (pieces is None or meaning.coverage >= _ENOUGH * pieces.coverage):
        if meaning.start or words is None or not meaning.is_words:
            yield Understanding(meaning, words)
    elif meaning.start and pieces and pieces.path.count(EACH) == _depth(meaning) + 1:
        yield Understanding(replace(meaning, text=None), pieces)


def _depth(meaning: Meaning) -> int:
    return meaning.path.count(EACH)


def _is_inside(inner: Path, outer: Path) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _coverage(found: Understanding) -> float:
    meaning = found.main if found.main.text else found.words
    return meaning.coverage if meaning else 0.0


def _chosen(choices: list[Understanding]) -> Understanding | None:
    timed = [found for found in choices if found.is_timed]
    if not timed:
        candidates = [
            found for found in choices if found.main.text_points >= 6 and not found.main.is_words
        ]
        return max(candidates, key=_coverage, default=None)
    spoken = [found for found in timed if not found.main.is_aside] or timed
    most = max(map(_coverage, spoken))
    enough = [found for found in spoken if _coverage(found) >= _ENOUGH * most]
    best = max(enough, key=lambda found: _points(found, most, len(enough)))
    best.more = _more(best, timed)
    return best


def _points(found: Understanding, most: float, count: int) -> float:
    main = found.main
    key = next((step for step in reversed(main.path) if step not in (EACH, FIRST)), "")
    points = 1.0 if main.is_words else 3.0 if main.start else 2.6
    points += 0.5 * _coverage(found) / max(1.0, most) + 0.3 * bool(found.words)
    points += 0.4 * bool(names.CUE_LISTS & names.parts(key)) + 0.2 * bool(main.speakers)
    points += 0.05 * main.text_points - 0.01 * len(main.path)
    is_whole = main.mean_length > _LONG_ROW and count > 1 and not main.is_words
    return points - 1.5 * is_whole


def _more(best: Understanding, timed: list[Understanding]) -> list[Understanding]:
    """Tables of the same make that hold other texts at other times: more of the same recording."""
    chosen = [best]
    for other in timed:
        is_alike = (
            other.main.text == best.main.text
            and other.main.start == best.main.start
            and other.main.is_words == best.main.is_words
            and not other.main.is_aside
        )
        if is_alike and not any(_is_the_same(other, each) for each in chosen):
            chosen.append(other)
    return chosen[1:]


def _is_the_same(other: Understanding, found: Understanding) -> bool:
    """Whether a table repeats, in other rows or another language, what stands elsewhere."""
    one, two = other.main.path, found.main.path
    if one == two or _is_inside(one, two) or _is_inside(two, one):
        return True
    words, known = _words_in(other), _words_in(found)
    if not words or len(words & known) > _SAME * min(len(words), len(known)):
        return True
    starts, others = _starts_in(other), _starts_in(found)
    return len(starts & others) > _SAME * min(len(starts), len(others))


def _words_in(found: Understanding) -> set[str]:
    meaning = found.main if found.main.text else found.words
    path = meaning.text if meaning else None
    rows = meaning.table.rows if meaning else []
    return {word for row in rows for word in str(cell(row, path or ())).lower().split()}


def _starts_in(found: Understanding) -> set[str]:
    path = found.main.start or ()
    return {str(cell(row, path)) for row in found.main.table.rows} if path else set()


# --- what belongs to it ------------------------------------------------------------------------


def _complete(found: Understanding, meanings: list[Meaning], tables: Survey) -> None:
    main = found.main
    if found.words:
        _agree(main, found.words)
    found.above = [each for each in meanings if _is_inside(main.path, each.path)][::-1]
    found.above.sort(key=lambda each: -len(each.path))
    if found.words is None and not main.is_words:
        found.loose = max(
            (
                each
                for each in meanings
                if each.is_words and each.start and not each.is_letters and each is not main
            ),
            key=lambda each: each.coverage,
            default=None,
        )
    found.voices = [
        each
        for each in meanings
        if each.speakers and each.start and each.end and each.coverage < _coverage(found) / 2
        if not _is_inside(each.path, main.path) and each is not main
    ]
    words = [found.words] if found.words else []
    users = [each for each in (main, *words, *found.above, *found.voices) if each.speakers]
    ids = {str(value) for each in users for value in _values(each, each.speakers[0])}
    if ids:
        found.names = _names_of(ids, [each for each in meanings if each is not main], tables)


def _agree(main: Meaning, words: Meaning) -> None:
    """Rows and their words are in one unit."""
    unit = agreed(main.unit, words.unit) if main.unit and words.unit else None
    if unit is not None:
        main.unit = words.unit = unit
        main.length_unit = main.length_unit and unit
        words.length_unit = words.length_unit and unit


def _values(meaning: Meaning, path: Path) -> Iterator[Any]:
    values = (cell(row, path) for row in meaning.table.rows)
    return (value for value in values if isinstance(value, (str, int)) and value != "")


def _names_of(ids: set[str], meanings: list[Meaning], tables: Survey) -> dict[str, str]:
    """The names that a table of speakers, or an object by id, gives to the ids."""
    for path, value in tables.maps:
        known = {str(key): _name_in(each) for key, each in value.items()}
        if ids <= known.keys() and all(known[each] for each in ids):
            return known
        del path
    for meaning in meanings:
        rows = meaning.table.rows
        if meaning.start and meaning.text:
            continue
        for key in _plain_keys(rows):
            known = {str(row[key]): _name_in(row, but=key) for row in rows if key in row}
            if ids <= known.keys() and all(known[each] for each in ids):
                return known
    return {}


def _plain_keys(rows: list[dict[str, Any]]) -> list[str]:
    first = rows[0] if rows else {}
    keys = [key for key, value in first.items() if isinstance(value, (str, int))]
    return sorted(keys[:20], key=lambda key: not names.NUMBERS & names.parts(key))


def _name_in(value: Any, but: str = "") -> str:
    """What somebody is called: a text, or the name in an object."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    named = [
        (not {"name"} & names.parts(key), not {"display", "full"} & names.parts(key), each.strip())
        for key, each in value.items()
        if key != but and isinstance(each, str) and each.strip() and names.NAMES & names.parts(key)
    ]
    return min(named)[2] if named else ""


# --- reading -----------------------------------------------------------------------------------


def rows_along(value: Any, path: Path, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Each row under a path with the rows around it, the nearest first."""
    for number, step in enumerate(path):
        if step == EACH:
            rest = path[number + 1 :]
            if not isinstance(value, (list, dict)):
                return
            for each in values_of(value):
                row = row_of(each)
                if rest:
                    inner = each if row is None else row
                    yield from rows_along(inner, rest, above if row is None else (row, *above))
                else:
                    yield (each if row is None else row, *above)
            return
        value = cell(value, (step,))
    if value is not None:
        yield (value, *above)


class _Reader:
    """Reads rows of a table as its meaning says."""

    def __init__(self, meaning: Meaning, names: dict[str, str], scale: float | None = None) -> None:
        self.meaning = meaning
        self._names = names
        unit = meaning.unit or Unit(SECONDS)
        self._unit = unit if scale is None else unit._replace(scale=scale)
        own = _named_unit(meaning.end)
        self._end_unit = self._unit if own is None else Unit(own, self._unit.base)
        self._length_unit = meaning.length_unit or Unit(SECONDS)

    def time(self, row: Any) -> int | None:
        """When it starts."""
        return self._at(row, self.meaning.start, self._unit)

    def span(self, row: Any) -> tuple[int | None, int | None]:
        """When it starts and ends; what ends before it starts, or at 0, has no known end."""
        start = self.time(row)
        if self.meaning.length:
            length = self._at(row, self.meaning.length, self._length_unit)
            return start, None if start is None or length is None else start + length
        end = self._at(row, self.meaning.end, self._end_unit)
        return start, None if end == 0 and start else end

    def _at(self, row: Any, path: Path | None, unit: Unit) -> int | None:
        if not path:
            return None
        value = cell(row, path)
        if type(value) is float and not unit.base and abs(value) < _FAST:
            return round(value * unit.scale)
        time = time_of(value)
        return unit.milliseconds(time) if time else None

    def text(self, row: Any) -> str:
        """What is said in it."""
        value = cell(row, self.meaning.text) if self.meaning.text else None
        return value if isinstance(value, str) else ""

    def texts(self, row: Any, *, are_spellings: bool = False) -> list[str]:
        """All forms of what is said: also raw or translated; or its spellings alone."""
        paths = self.meaning.texts
        if are_spellings:
            paths = [path for path in paths if names.SPELLINGS & names.parts(path[-1])]
        values = (cell(row, path) for path in paths)
        return [value for value in values if isinstance(value, str) and value]

    def speaker(self, row: Any) -> str:
        """Who says it: the name, where one is known for the id."""
        for path in self.meaning.speakers:
            value = cell(row, path)
            if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
                return self._names.get(str(value)) or called(value)
        return ""

    def speaker_of_words(self, row: dict[str, Any]) -> str:
        """Who says the first of a row's words that names a speaker; the words need no times."""
        lists = (
            value
            for key, value in row.items()
            if isinstance(value, list) and names.WORD_LISTS & names.parts(key)
        )
        return next(filter(None, map(self.speaker, chain.from_iterable(lists))), "")

    def piece(self, row: Any, base: int = 0) -> WordPiece:
        """A word, with the blank before it."""
        text = self.text(row)
        start, end = self.span(row)
        meaning = self.meaning
        is_glued = meaning.is_glued or text[:1].isspace() or not meaning.is_words
        if not is_glued and meaning.kind and is_mark(cell(row, meaning.kind)):
            is_glued = True
        chance = chance_of(cell(row, meaning.chance)) if meaning.chance else None
        return WordPiece(
            text if is_glued else f" {text}",
            None if start is None else start + base,
            None if end is None else end + base,
            chance,
            self.speaker(row),
        )


def _texts_in(row: dict[str, Any]) -> list[str]:
    return [value for _, value in cells(row) if isinstance(value, str)]


def called(value: str | int) -> str:
    """A speaker as shown: a bare number is "Speaker 1"."""
    text = str(value).strip()
    return f"Speaker {text}" if text.isdecimal() else "" if text == "?" else text


def _named_unit(path: Path | None) -> float | None:
    return names.unit(path[-1] if not path[-1].isdecimal() else path[0]) if path else None


def segments(found: Understanding, document: Any) -> Iterator[Segment]:
    """Every segment, in the order of the file, or of time where several lists are joined."""
    reading = _Reading(found, document)
    yield from reading.segments()


class _Reading:
    """The reading of one document."""

    def __init__(self, found: Understanding, document: Any) -> None:
        self._found = found
        self._document = document
        self._main = _Reader(found.main, found.names)
        self._above = [_Reader(each, found.names) for each in found.above]
        self._words = _Reader(found.words, found.names) if found.words else None
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
            if repeated is not None and row is repeated.row:
                continue
            yield from self._row(row, rows, loose, repeated)

    def _row(
        self, row: dict[str, Any], rows: tuple[Any, ...], loose: _Loose, repeated: _Repeated | None
    ) -> Iterator[Segment]:
        main = self._main
        base = self._base(rows)
        start, end = (None if time is None else time + base for time in main.span(row))
        words = tuple(self._row_words(row, start, base))
        if repeated is not None:
            words = tuple(repeated.voiced(word) for word in words)
        speaker = main.speaker(row) or self._outer_speaker(rows) or self._voice_at(start)
        speaker = speaker or self._heading or (not words and main.speaker_of_words(row)) or ""
        text = main.text(row)
        if words and start is None and text.strip():
            words = spelt(text, words)
        is_long = not text.strip() and sum(len(word.text) for word in words) > LONGEST
        if words and words[0].start is not None and (start is None or is_long):
            voiced = (word if word.speaker else word._replace(speaker=speaker) for word in words)
            for sentence in sentences(list(map(self._named, voiced))):
                yield self._sentence(sentence, rows)
            return
        text = text or joined(words)
        if not text.strip():
            heading = next(filter(_HEADING.fullmatch, _texts_in(row)), "")
            self._heading = heading or self._heading
            if not heading and (fault := self._lost_text(row)):
                yield Segment(start, end, "", fault=fault, rows=rows)
            return
        if not words and start is not None and end is not None:
            words = loose.between(start, end)
        raw = "\n".join(dict.fromkeys(main.texts(row)))
        spellings = "\n".join(main.texts(row, are_spellings=True))
        has_time = cell(row, main.meaning.start or ("",)) is not None
        yield Segment(
            start, end, text, speaker, words, raw or text, spellings, has_time=has_time, rows=rows
        )

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

    def _outer_start(self) -> tuple[_Reader, int] | None:
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
            reader = _Reader(meaning, self._found.names)
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
        reader = _Reader(meaning, self._found.names)
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
