"""What the columns of a table mean: text, start, end, voice; judged by names and values.

A name is worth some points and so is what the values look like, so that a good name may hold
odd values and a silent name may be seen through.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, NamedTuple

from reader.formats import json_names as names
from reader.formats.json_survey import EACH, FIRST, Path, Table, cell, columns_of
from reader.formats.json_times import Kind, Spoken, Time, Unit, letters_in, median, time_of, unit_of

_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?|[\w.+-]++@\S++|\w++://\S*+|[A-Z_]{3,}")
_NAME_LIKE = re.compile(r"[^\W\d_a-z][^\n.?!]{0,38}|(?i:speaker|spk|s)[ _-]?\d{1,3}")
_KINDS = frozenset("word punctuation punct pronunciation text spacing audio_event".split())
_MARKS = frozenset(("punctuation", "punct", "spacing"))

_LONGEST_CODE = 80
_LEAST_TIME = 3.0
_LEAST_TEXT = 3.0
_STRONG_TEXT = 6.0
_WEIGHED = 4  # pairs of columns that are weighed by how people speak
_MOST_COST = 4.0
_LEAST_SPEAKER = 3.0


@dataclass(slots=True)
class Meaning:
    """A table with its columns understood; a path is None where there is no such column."""

    table: Table
    text: Path | None = None
    start: Path | None = None
    end: Path | None = None
    length: Path | None = None
    speakers: list[Path] = field(default_factory=list)
    chance: Path | None = None
    kind: Path | None = None
    texts: list[Path] = field(default_factory=list)
    unit: Unit | None = None
    length_unit: Unit | None = None
    mean_length: float = 0.0
    is_words: bool = False
    is_letters: bool = False
    is_glued: bool = False
    text_points: float = 0.0

    @property
    def path(self) -> Path:
        """Where the rows are."""
        return self.table.path

    @property
    def coverage(self) -> float:
        """How many characters of text the table holds, nearly."""
        return self.table.count * self.mean_length if self.text else 0.0

    @property
    def is_aside(self) -> bool:
        """Whether it is about the recording, such as its chapters, and not what is said."""
        steps = (step for step in self.path if step not in (EACH, FIRST))
        return any(names.ASIDES & names.parts(step) for step in steps)


def meaning_of(table: Table) -> Meaning:
    """The columns of a table, each with the part it plays."""
    columns = columns_of(table)
    times = {
        path: found
        for path, values in columns.items()
        if (found := [time_of(value) for value in values]) and any(found)
    }
    meaning = Meaning(table)
    meaning.kind = next((path for path, values in columns.items() if _are_kinds(values)), None)
    _take_text(meaning, columns, times)
    _take_times(meaning, columns, times)
    _take_speakers(meaning, columns)
    meaning.chance = _best(columns, _chance_points, 1.0)
    _take_level(meaning, columns)
    if meaning.start:
        meaning.unit = _unit(meaning, columns, times)
        meaning.length_unit = _length_unit(meaning, columns, times)
    return meaning


def last_parts(path: Path) -> frozenset[str]:
    """The words of the last key that is a name, with those of its parent where it is vague."""
    keys = [step for step in path if step != FIRST and not step.isdecimal()]
    own = names.parts(keys[-1]) if keys else frozenset()
    if len(keys) > 1 and (path[-1].isdecimal() or own <= _VAGUE):
        own |= names.parts(keys[-2])
    return own


_VAGUE = frozenset("relative absolute value values seconds id name title from to text s ms".split())


def _best(
    columns: dict[Path, list[Any]], points: Callable[[Path, list[Any]], float], least: float
) -> Path | None:
    ranked = [
        (points(path, values), -number) for number, (path, values) in enumerate(columns.items())
    ]
    best = max(ranked, default=(0.0, 0))
    return list(columns)[-best[1]] if best[0] >= least else None


# --- text --------------------------------------------------------------------------------------


def _take_text(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> None:
    ranked = []
    for number, (path, values) in enumerate(columns.items()):
        texts = [value for value in values if isinstance(value, str) and value]
        if texts:
            points = _text_points(path, texts, sum(map(bool, times.get(path, ()))))
            ranked.append((points, -number, path, texts))
    ranked.sort(key=lambda row: row[:2], reverse=True)
    if ranked and ranked[0][0] >= _LEAST_TEXT:
        meaning.text_points, _, meaning.text, texts = ranked[0]
        meaning.texts = [row[2] for row in ranked if row[0] >= 0]
        meaning.mean_length = sum(map(len, texts)) / len(columns[meaning.text])


def _text_points(path: Path, texts: list[str], times: int) -> float:
    own = names.parts(path[-1])
    wider = last_parts(path)
    points = max((names.TEXTS.get(part, 0.0) for part in wider), default=0.0)
    if not points and len(path) > 1 and (own <= _VAGUE or len(path[-1]) < 3):
        points = 0.5 * max(
            (names.TEXTS.get(part, 0.0) for part in names.parts(path[-2])), default=0
        )
    points += 3.0 * path[-1].isdecimal() * (len(path) == 1)
    points -= 8.0 * bool(own & names.NO_TEXTS and not own & names.TEXTS.keys())
    points -= 2.5 * bool(own & names.LESSER) + 4.0 * bool(wider & names.SPEAKERS)
    if times > len(texts) * (0.5 if points <= 0 else 0.9):
        return -8.0
    some = texts[:100]
    spaced = sum(" " in text.strip() for text in some) / len(some)
    lettered = sum(bool(_LETTER.search(text)) for text in some) / len(some)
    coded = sum(map(_is_code, some)) / len(some)
    written = sum(not text.islower() for text in some) / len(some)
    points += 3.0 * spaced + lettered + 0.5 * written - 4.0 * coded * (points < 4)
    if len(some) > 3 and len(set(some)) <= max(1, len(some) // 4):
        points -= 3.0
    if sum(map(len, some)) > 12 * len(some):
        points += 1.0
    return points


def _is_code(text: str) -> bool:
    """Whether it is an id, an address or the like."""
    text = text.strip()
    if len(text) > _LONGEST_CODE or " " in text:
        return False
    return sum(map(str.isdigit, text)) > 1 or bool(_CODE.fullmatch(text))


# --- times -------------------------------------------------------------------------------------


def _take_times(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> None:
    """The pair of columns that fits best as start and end."""
    named = {
        path for path in columns if last_parts(path) & names.STARTS and "text" not in path[-1:]
    }
    found: dict[Path, list[Time | None]] = {path: [None] * len(columns[path]) for path in named}
    found.update(times)
    found.pop(meaning.text or (), None)
    choices = sorted(_pairs(meaning, found), key=lambda pair: -pair.points)
    if choices and not last_parts(choices[0].start) & (names.STARTS | names.WEAK_STARTS):
        choices = choices[:_WEIGHED]
        choices.sort(key=lambda pair: _cost(meaning, columns, times, pair) - pair.points)
    if choices:
        _, meaning.start, end, is_length = choices[0]
        if end and not last_parts(end) & (names.ENDS | names.LENGTHS):
            is_length = _is_steadier(meaning, columns, found[meaning.start], found[end], is_length)
        meaning.length, meaning.end = (end, None) if is_length else (None, end)


class _Pair(NamedTuple):
    """Columns that could be start and end, and what speaks for them."""

    points: float
    start: Path
    end: Path | None
    is_length: bool


def _pairs(meaning: Meaning, found: dict[Path, list[Time | None]]) -> Iterator[_Pair]:
    for start, values in found.items():
        points = _start_points(meaning, start, values)
        if points < _LEAST_TIME - 2.5:
            continue
        partners = [
            _Pair(
                _end_points(start, path, values, ends, is_length=is_length), start, path, is_length
            )
            for path, ends in found.items()
            for is_length in (False, True)
            if path != start
        ]
        best = max(partners, default=None, key=lambda pair: pair.points)
        if best is None or best.points <= 0.5:
            best = _Pair(0.0, start, None, is_length=False)
        if points + best.points >= _LEAST_TIME:
            yield best._replace(points=points + best.points)


def _cost(
    meaning: Meaning,
    columns: dict[Path, list[Any]],
    times: dict[Path, list[Time | None]],
    pair: _Pair,
) -> float:
    """How unlike speech the texts are at the times of nameless columns."""
    _, start, end, is_length = pair
    read = replace(meaning, start=start)
    read = replace(read, length=end) if is_length else replace(read, end=end)
    return min(_MOST_COST, unit_of(spoken_rows(read, columns, times)).cost / 2)


def _is_steadier(
    meaning: Meaning,
    columns: dict[Path, list[Any]],
    starts: Sequence[Time | None],
    ends: Sequence[Time | None],
    is_length: bool,
) -> bool:
    """Whether the speech is steadier if a nameless column holds lengths and not ends."""
    spread = []
    for is_length_read in (False, True):
        rates = []
        for text, start, end in zip(
            columns.get(meaning.text or (), ()), starts, ends, strict=False
        ):
            if isinstance(text, str) and start is not None and end is not None:
                length = end.value - (0.0 if is_length_read else start.value)
                if length <= 0:
                    return is_length
                rates.append(math.log((letters_in(text) + 1) / length))
        spread.append(max(rates) - min(rates) if len(rates) > 2 else 0.0)
    as_end, as_length = spread
    return as_length < as_end if abs(as_length - as_end) > 1.0 else is_length


def _start_points(meaning: Meaning, path: Path, values: Sequence[Time | None]) -> float:
    own = last_parts(path)
    known = [time for time in values if time is not None]
    points = 4.0 if own & names.STARTS else 2.0 if own & names.WEAK_STARTS else 0.0
    if own & (names.ENDS | names.LENGTHS):
        points = -4.0 if not own & names.STARTS else points
    points += 1.0 * (points == 2.0 and meaning.text_points >= _STRONG_TEXT)
    points += 1.0 * bool(own & {"relative"}) - 1.0 * bool(own & {"absolute"})
    points -= 2.0 * bool(own & names.COARSE) + 6.0 * bool(own & names.NO_TIMES)
    if path[-1] in ("0", "1", "2", "3") and len(path) == 1:
        points += 1.5
    if len(path) > 1 and path[-1] == "1":
        points -= 5.0  # the second of a pair
    points -= 2.5 * (len(own & (names.STARTS | names.WEAK_STARTS)) == 0 and len(known) < 3)
    points += _closeness(meaning.text, path)
    points -= 0.2 * len(own - names.UNITS.keys() - {"time"})
    return points + _start_evidence(meaning, values) if known else points - 1.0


def _start_evidence(meaning: Meaning, values: Sequence[Time | None]) -> float:
    known = [time for time in values if time is not None]
    numbers = [time.value for time in known]
    points = {Kind.SPAN: 1.5, Kind.MOMENT: 0.5, Kind.NUMBER: 0.0}[known[0].kind]
    is_fractional = any(not number.is_integer() for number in numbers)
    points += 1.0 * (is_fractional and known[0].kind is Kind.NUMBER)
    points -= 3.0 * _absence(meaning, values) + 2.0 * any(number < 0 for number in numbers)
    steps = _steps(meaning, values, meaning.table.openings)
    if len(meaning.table.openings) > len(steps):
        steps = _steps(meaning, values, set())
    if not steps:
        return points
    rising = sum(step >= 0 for step in steps) / len(steps)
    points += 2.0 if rising > 0.9 else 0.5 if rising > 0.7 else -3.0
    if len(steps) == 1:
        return points
    if set(steps) == {1.0} and not is_fractional:
        points -= 2.0  # a running number
    if sum(step == 0 for step in steps) > len(steps) / 2:
        points -= 4.0
    if is_fractional and all(0 <= number <= 1 for number in numbers) and len(numbers) > 5:
        points -= 4.0  # probabilities
    return points


def _steps(meaning: Meaning, values: Sequence[Time | None], openings: set[int]) -> list[float]:
    """How the times go on from row to row with a text, but not over the openings."""
    steps = []
    before: Time | None = None
    for number, (row, time) in enumerate(zip(meaning.table.rows, values, strict=True)):
        if number in openings:
            before = None
        if time is not None and (not meaning.text or cell(row, meaning.text)):
            if before is not None:
                steps.append(time.value - before.value)
            before = time
    return steps


def _absence(meaning: Meaning, values: Sequence[Time | None]) -> float:
    """The share of rows with a text, but for the first of each list, that have no such time."""
    shares = [
        time is None
        for number, (row, time) in enumerate(zip(meaning.table.rows, values, strict=True))
        if not meaning.text or (cell(row, meaning.text) and number not in meaning.table.openings)
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _end_points(
    start: Path,
    path: Path,
    starts: Sequence[Time | None],
    values: Sequence[Time | None],
    *,
    is_length: bool,
) -> float:
    """How well a column ends the rows that `start` begins."""
    own = last_parts(path)
    pairs = [(a, b) for a, b in zip(starts, values, strict=True) if a and b]
    points = 3.0 if own & (names.LENGTHS if is_length else names.ENDS) else 0.0
    if own & (names.ENDS if is_length else names.LENGTHS) and not points:
        return -9.0
    if own & (names.STARTS | names.NO_TIMES) and not own & names.ENDS:
        points -= 4.0
    points -= 2.0 * bool(own & names.COARSE)
    if len(path) == len(start) and path[:-1] == start[:-1]:
        points += 0.5 + 0.5 * (path[-1:] == ("1",))
    points += 1.0 * (bool(last_parts(start) & names.STARTS) and _is_twin(start, path))
    if not pairs:
        return points - 3.0 if points > 0 else -9.0
    kinds = {(a.kind, b.kind) for a, b in pairs}
    if any((a is Kind.MOMENT) != (b is Kind.MOMENT) and not is_length for a, b in kinds):
        return -9.0
    if not is_length and any(a is not b for a, b in kinds) and len(kinds) == 1:
        points -= 1.5
    return points + _end_evidence(pairs, is_length=is_length)


def _end_evidence(pairs: list[tuple[Time, Time]], *, is_length: bool) -> float:
    spans = [(a.value, a.value + b.value if is_length else b.value) for a, b in pairs]
    rows = list(pairwise(spans))
    in_order = sum(end >= start for start, end in spans) / len(spans)
    if is_length and any(b.value < 0 for _, b in pairs):
        return -9.0
    if not any(end > start for start, end in spans):
        is_empty = all(end == start for start, end in spans)
        return -1.0 if is_empty and not is_length else -9.0  # then its name decides
    if in_order < 0.5:
        return -6.0
    points = 1.0 if in_order > 0.9 else -1.0
    lengths = [b.value for _, b in pairs]
    if is_length and len(lengths) > 2 and lengths == sorted(lengths) and lengths[0] < lengths[-1]:
        points -= 2.0  # lengths go up and down
    if rows:
        longest = median(abs(end - start) for start, end in spans) or 1.0
        fits = sum(a[1] <= b[0] + 0.5 * longest for a, b in rows if b[0] >= a[0])
        points += 1.5 * fits / len(rows)
        nears = sum(b[0] - a[1] <= 5 * longest for a, b in rows)
        points += 0.5 * nears / len(rows)
    return points


def _is_twin(start: Path, end: Path) -> bool:
    """`startOffset` and `endOffset`, `start` and `end`: one name but for the part it plays."""
    roles = names.STARTS | names.ENDS | names.LENGTHS
    return last_parts(start) - roles == last_parts(end) - roles


def _closeness(text: Path | None, path: Path) -> float:
    if text is None:
        return 0.0
    shared = 0
    while shared < min(len(text), len(path)) - 1 and text[shared] == path[shared]:
        shared += 1
    return 1.5 if shared and shared == len(path) - 1 else 0.0


def _unit(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> Unit:
    """The unit of the bare numbers, by the name of their column, else by how people speak."""
    start = meaning.start or ()
    kinds = [time.kind for time in times.get(start, ()) if time]
    spoken = spoken_rows(meaning, columns, times)
    if Kind.MOMENT in kinds:
        return unit_of(spoken, are_moments=True)
    scale = names.unit(start[-1] if not start[-1].isdecimal() else start[0])
    return Unit(scale) if scale else unit_of(spoken)


def _length_unit(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> Unit | None:
    """The unit of lengths, where the starts are not bare numbers of the same unit."""
    path = meaning.length
    if path is None or meaning.unit is None:
        return None
    if scale := names.unit(path[-1]):
        return Unit(scale)
    starts = {time.kind for time in times.get(meaning.start or (), ()) if time}
    if starts == {Kind.NUMBER} and not names.unit((meaning.start or ("",))[-1]):
        return meaning.unit._replace(base=0.0)
    spoken = []
    total = 0.0
    texts = columns.get(meaning.text or (), [""] * len(times[path]))
    for text, time in zip(texts, times[path], strict=True):
        if time is not None and time.kind is Kind.NUMBER and isinstance(text, str):
            spoken.append(Spoken(total, total + time.value, letters_in(text)))
            total += time.value
    return unit_of(spoken)


def spoken_rows(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> list[Spoken]:
    """The rows with their times as they stand: the evidence for the unit."""
    rows = []
    texts = columns.get(meaning.text or (), [])
    starts = times.get(meaning.start or (), [])
    ends = times.get(meaning.end or meaning.length or (), [])
    ends = ends or [None] * len(starts)
    for number, (start, end) in enumerate(zip(starts, ends, strict=False)):
        text = texts[number] if number < len(texts) else ""
        if start is not None and start.kind is not Kind.SPAN:
            has_end = end is not None and end.kind is start.kind
            until = end.value + (start.value if meaning.length else 0) if end and has_end else None
            rows.append(
                Spoken(start.value, until, letters_in(text if isinstance(text, str) else ""))
            )
    return rows


# --- voices, words -----------------------------------------------------------------------------


def _take_speakers(meaning: Meaning, columns: dict[Path, list[Any]]) -> None:
    ranked = []
    for number, (path, values) in enumerate(columns.items()):
        if path not in (meaning.text, meaning.start, meaning.end, meaning.length, meaning.kind):
            points = _speaker_points(path, values)
            if points >= _LEAST_SPEAKER:
                ranked.append((-points, number, path))
    meaning.speakers = [path for _, _, path in sorted(ranked)]


def _speaker_points(path: Path, values: list[Any]) -> float:
    known = [value for value in values if isinstance(value, (str, int)) and value not in ("", None)]
    known = [value for value in known if not isinstance(value, bool)]
    if not known:
        return 0.0
    own = last_parts(path)
    points = 4.0 * bool(own & names.SPEAKERS) + 1.0 * bool(own & names.NAMES)
    points += 2.0 * (own == {"name"}) - 0.5 * bool(own & names.NUMBERS)
    points -= 8.0 * bool(
        own & (names.NO_SPEAKERS | names.NO_TIMES - names.SPEAKERS - names.NUMBERS)
    )
    texts = [value for value in known if isinstance(value, str)]
    points += 0.5 * bool(texts)
    if points < _LEAST_SPEAKER - 1 and len(known) > 3 and not own & names.NO_TEXTS:
        recurs = 2 <= len(set(known)) <= len(known) / 2
        if len(texts) == len(known) and recurs and all(map(_NAME_LIKE.fullmatch, texts)):
            points += 3.5
    return points


def _chance_points(path: Path, values: list[Any]) -> float:
    if not names.CHANCES & names.parts(path[-1]):
        return 0.0
    known = [value for value in values if value is not None]
    chances = sum(chance_of(value) is not None for value in known[:20])
    return 2.0 if known and chances >= len(known[:20]) / 2 else 0.0


def chance_of(value: Any) -> float | None:
    """A probability from 0 to 1, or None."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        chance = float(value)
    except ValueError:
        return None
    return chance if 0 <= chance <= 1 else None


def _are_kinds(values: list[Any]) -> bool:
    known = {value for value in values if isinstance(value, str)}
    return bool(known) and known <= _KINDS | {"entity"} and known != {"text"}


def is_mark(value: Any) -> bool:
    """Whether a row's kind says that it is punctuation or a blank, and not a word."""
    return isinstance(value, str) and value in _MARKS


def _take_level(meaning: Meaning, columns: dict[Path, list[Any]]) -> None:
    if meaning.text is None:
        return
    texts = [text for text in columns[meaning.text] if isinstance(text, str) and text]
    single = sum(" " not in text.strip() for text in texts) / len(texts)
    key = next((step for step in reversed(meaning.path) if step not in (EACH, FIRST)), "")
    around = names.parts(key)
    own = names.parts(meaning.text[-1])
    meaning.is_letters = bool(around & names.LETTER_LISTS) or own <= names.LETTER_LISTS
    is_named = bool(around & names.WORD_LISTS) or own == {"word"} or "punctuated" in own
    is_listed = bool(around & names.CUE_LISTS) and not is_named
    is_counted = len(texts) > 7 and single > 0.92 and meaning.mean_length < 14 and not is_listed
    meaning.is_words = single > 0.6 and (is_named or bool(meaning.kind) or is_counted)
    blanks = sum(text[:1].isspace() or text[-1:].isspace() for text in texts)
    meaning.is_glued = meaning.is_words and blanks > len(texts) / 5
