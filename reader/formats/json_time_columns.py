"""Which columns of a JSON table are start and end or length, and in which unit they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from reader.formats import json_names as names
from reader.formats.json_meaning import Meaning, last_parts
from reader.formats.json_survey import Path, cell
from reader.formats.json_times import (
    HUNDREDTHS,
    SCALES,
    Kind,
    Spoken,
    Time,
    Unit,
    letters_in,
    median,
    speech_cost,
    unit_of,
)

_LEAST_TIME = 3.0
_STRONG_TEXT = 6.0
_WEIGHED = 4  # pairs of columns that are weighed by how people speak
_MOST_COST = 4.0
_EQUAL = 1.0  # points; such a difference between two ends decides nothing before speech does
_NEAR = 1000.0  # ms between a moment and the time of the recording that means the same


def take_times(
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
    if choices and (own := _recording_times(found, choices)):
        choices = [own]
    if choices:
        _, meaning.start, end, is_length = choices[0]
        if end and not last_parts(end) & (names.ENDS | names.LENGTHS):
            is_length = _is_steadier(meaning, columns, found[meaning.start], found[end], is_length)
        meaning.length, meaning.end = (end, None) if is_length else (None, end)


def _recording_times(found: dict[Path, list[Time | None]], choices: list[_Pair]) -> _Pair | None:
    """Where moments of the day were chosen: the column that goes on as they do, from the
    start of the recording."""
    moments = found[choices[0].start]
    if not any(time and time.kind is Kind.MOMENT for time in moments):
        return None
    return next((pair for pair in choices if _goes_on_alike(found[pair.start], moments)), None)


def _goes_on_alike(times: Sequence[Time | None], moments: Sequence[Time | None]) -> bool:
    both = [(one, two) for one, two in zip(times, moments, strict=True) if one and two]
    if len(both) < 2 or any(one.kind is Kind.MOMENT for one, _ in both):
        return False
    first, begun = both[0]
    steps = [(one.value - first.value, two.value - begun.value) for one, two in both]
    length, passed = max(steps)
    scales = (1.0,) if first.kind is Kind.SPAN else SCALES
    return any(
        passed > 0
        and abs(length * scale - passed) <= min(_NEAR, passed / 10)
        and all(abs(one * scale - two) <= _NEAR for one, two in steps)
        for scale in scales
    )


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
        most = max((pair.points for pair in partners), default=0.0)
        best = [pair for pair in partners if pair.points >= most - _EQUAL and pair.points > 0.5]
        for pair in best or [_Pair(0.0, start, None, is_length=False)]:
            if points + pair.points >= _LEAST_TIME:
                yield pair._replace(points=points + pair.points)


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
    spoken = spoken_rows(read, columns, times)
    cost = (
        unit_of(spoken).cost
        if spoken
        else speech_cost(1.0, list(_spoken(read, columns, times, are_spans=True)))
    )
    return min(_MOST_COST, cost / 2)


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
                    return is_length if is_length_read or length == 0 else True
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
    is_date = bool(own & names.STARTS) and own & names.NO_TIMES == {"date"}
    points -= 2.0 * bool(own & names.COARSE) + 6.0 * (bool(own & names.NO_TIMES) and not is_date)
    if path[-1] in ("0", "1", "2", "3") and len(path) == 1:
        points += 1.5
    if len(path) > 1 and path[-1] == "1":
        points -= 5.0  # the second of a pair
    points -= 2.5 * (len(own & (names.STARTS | names.WEAK_STARTS)) == 0 and len(known) < 3)
    points += _closeness(meaning.text, path)
    points -= 0.2 * len(own - names.UNITS.keys() - {"time"})
    if not known:
        return points - 1.0
    return points + _start_evidence(meaning, values, may_restart="offset" in own)


def _start_evidence(meaning: Meaning, values: Sequence[Time | None], *, may_restart: bool) -> float:
    known = [time for time in values if time is not None]
    numbers = [time.value for time in known]
    points = {Kind.SPAN: 1.5, Kind.FRAMES: 1.5, Kind.MOMENT: 0.5, Kind.NUMBER: 0.0}[known[0].kind]
    is_fractional = any(not number.is_integer() for number in numbers)
    points += 1.0 * (is_fractional and known[0].kind is Kind.NUMBER)
    points -= 3.0 * _absence(meaning, values) + 2.0 * any(number < 0 for number in numbers)
    steps = _steps(meaning, values, meaning.table.openings)
    if len(meaning.table.openings) > len(steps):
        across = _steps(meaning, values, set())
        if not may_restart or _rising(across) > 0.9:
            steps = across
    if not steps:
        return points
    rising = _rising(steps)
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


def _rising(steps: list[float]) -> float:
    """The share of steps that do not go back."""
    return sum(step >= 0 for step in steps) / max(1, len(steps))


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
    if start[-1].isdecimal() and path[-1].isdecimal():
        points += 1.0 if int(start[-1]) < int(path[-1]) else -1.0  # a list has the start first
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
    points -= 1.0 * (is_length and not all(lengths))
    if is_length and len(lengths) > 2 and lengths == sorted(lengths) and lengths[0] < lengths[-1]:
        points -= 2.0 if len(lengths) > 4 else 0.5  # lengths go up and down
    if rows:
        longest = median(abs(end - start) for start, end in spans) or 1.0
        fits = sum(a[1] <= b[0] + 0.5 * longest for a, b in rows if b[0] >= a[0])
        points += 1.5 * fits / len(rows)
        nears = sum(b[0] - a[1] <= 5 * longest for a, b in rows)
        points += 0.5 * nears / len(rows)
        joins = sum(math.isclose(a[1], b[0], rel_tol=1e-9) for a, b in rows)
        points += joins / len(rows)
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


def time_unit(
    meaning: Meaning, columns: dict[Path, list[Any]], times: dict[Path, list[Time | None]]
) -> Unit:
    """The unit of the bare numbers, by the name of their column, else by how people speak."""
    start = meaning.start or ()
    kinds = [time.kind for time in times.get(start, ()) if time]
    spoken = spoken_rows(meaning, columns, times)
    if Kind.MOMENT in kinds:
        return unit_of(spoken, are_moments=True)
    scale = names.unit(start[-1] if not start[-1].isdecimal() else start[0])
    likely = HUNDREDTHS if start[-1] == "t0" else None  # as whisper.cpp has them
    return Unit(scale) if scale else unit_of(spoken, likely=likely)


def length_unit(
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
    return list(_spoken(meaning, columns, times, are_spans=False))


def _spoken(
    meaning: Meaning,
    columns: dict[Path, list[Any]],
    times: dict[Path, list[Time | None]],
    *,
    are_spans: bool,
) -> Iterator[Spoken]:
    texts = columns.get(meaning.text or (), [])
    starts = times.get(meaning.start or (), [])
    ends = times.get(meaning.end or meaning.length or (), [])
    ends = ends or [None] * len(starts)
    for number, (start, end) in enumerate(zip(starts, ends, strict=False)):
        text = texts[number] if number < len(texts) else ""
        if start is not None and (start.kind in (Kind.SPAN, Kind.FRAMES)) == are_spans:
            has_end = end is not None and end.kind is start.kind
            until = end.value + (start.value if meaning.length else 0) if end and has_end else None
            yield Spoken(start.value, until, letters_in(text if isinstance(text, str) else ""))
