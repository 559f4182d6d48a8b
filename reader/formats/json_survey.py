"""Every list of rows in a JSON document, in whatever nesting, with what stands in its rows.

A table is all lists under one path: `results[].alternatives[0].words[]` are the words of every
result. Long lists are looked at in part: what a table holds shows in some hundred rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from reader.formats import json_names as names
from reader.formats.json_times import is_parts_of_a_second, is_stamp, range_of

Path = tuple[str, ...]
"""Keys from the top; `EACH` for every value of a list (or of an object used as one)."""

_ListLike = list[object] | dict[str, object]

EACH, FIRST = "[]", "[0]"

_SAMPLES = (300, 60, 20)  # rows looked at of a list; fewer of one in a list
_MOST_ROWS = 600  # of a table
_MOST_VISITED = 60_000
_MOST_TABLES = 2_000
_MOST_COLUMNS = 120
_DEEPEST = 6


@dataclass(slots=True)
class Table:
    """Rows under one path: some of them, and how many there are in all, nearly.

    With each of the rows numbered in `openings` another list begins.
    """

    path: Path
    rows: list[dict[str, object]] = field(default_factory=list)
    openings: set[int] = field(default_factory=set)
    count: float = 0.0


@dataclass(slots=True)
class Survey:
    """The tables of a document, and its objects that give names to ids."""

    tables: dict[Path, Table] = field(default_factory=dict)
    maps: list[tuple[Path, dict[str, object]]] = field(default_factory=list)
    visited: int = 0


def survey(document: object) -> Survey:
    """What there is, from the top down."""
    found = Survey()
    waiting: list[tuple[object, Path, float]] = [(document, (), 1.0)]
    while waiting and found.visited < _MOST_VISITED:
        found.visited += 1
        value, path, weight = waiting.pop()
        inner: list[tuple[object, Path, float]] = []
        if isinstance(value, list) or is_list_like(value):
            inner = _inside_list(found, value, path, weight)
        elif isinstance(value, dict):
            if len(value) <= _SAMPLES[0] and names.SPEAKERS & _parts_near(path):
                found.maps.append((path, value))
            inner = [
                (each, (*path, key), weight)
                for key, each in list(value.items())[:_MOST_ROWS]
                if isinstance(each, (dict, list)) and each
            ]
        waiting += reversed(inner)
    return found


def _inside_list(
    found: Survey, value: _ListLike, path: Path, weight: float
) -> list[tuple[object, Path, float]]:
    if isinstance(value, list) and is_readings(value, path):
        return [(value[0], (*path, FIRST), weight)]
    values = list(values_of(value))
    some = _sample(values, path.count(EACH))
    weight *= len(values) / max(1, len(some))
    here = (*path, EACH)
    if here in found.tables:
        found.tables[here].openings.add(len(found.tables[here].rows))
    inner: list[tuple[object, Path, float]] = []
    for each in some:
        row = row_of(each)
        if row is not None and (here in found.tables or len(found.tables) < _MOST_TABLES):
            table = found.tables.setdefault(here, Table(here))
            table.count += weight
            if len(table.rows) < _MOST_ROWS:
                table.rows.append(row)
        if isinstance(each, dict):
            if any(isinstance(cell, (dict, list)) for cell in each.values()):
                inner.append((each, here, weight))
        elif isinstance(each, list) and row is None:
            inner.append((each, here, weight))
    return inner


def values_of(value: _ListLike) -> Iterator[object]:
    """The values of a list, or of an object used as one, or of lists side by side as columns."""
    if isinstance(value, list):
        yield from value
    elif _are_by_time(value):
        for key, each in value.items():
            yield {"time": key, **(each if isinstance(each, dict) else {"text": each})}
    elif _are_columns(value):
        columns = {key: cells for key, each in value.items() if (cells := _column(each))}
        for row in zip(*columns.values(), strict=True):
            yield dict(zip(columns, row, strict=True))
    else:
        yield from value.values()


def is_list_like(value: object) -> TypeGuard[dict[str, object]]:
    """Whether an object stands for a list: numbered or alike rows, or columns of equal length."""
    if not isinstance(value, dict) or not value:
        return False
    first = next(iter(value.values()))
    if _are_by_time(value):
        return True
    if _column(first):
        return _are_columns(value)
    if not isinstance(first, dict) or not first:
        return False
    if len(value) > 1 and not all(isinstance(each, dict) for each in _some(value)):
        return False
    if all(key.isdecimal() or "/" in key for key in _some_keys(value)):
        return True
    if len(value) < 2 or not all(_has_keys(each, first) for each in _some(value)):
        return False
    return any(
        (isinstance(each, str) and " " in each and len(first) > 1)
        or (isinstance(each, list) and each and isinstance(each[0], dict))
        for each in first.values()
    )


def _has_keys(value: object, of: dict[str, object]) -> bool:
    return isinstance(value, dict) and value.keys() == of.keys()


def _are_by_time(value: dict[str, object]) -> bool:
    """`{"00:01": "a", "00:04": "b"}`: what is said under the time at which it is."""
    if len(value) < 2 or not all(map(is_stamp, _some_keys(value))):
        return False
    return all(isinstance(each, (str, dict)) and each for each in _some(value))


def _are_columns(value: dict[str, object]) -> bool:
    """`{"start": [0, 1], "text": ["a", "b"]}`: lists of plain values, equally long."""
    lists = [cells for each in value.values() if (cells := _column(each))]
    if len(lists) < 2 or len({len(each) for each in lists}) != 1:
        return False
    return {isinstance(each[0], str) for each in lists} == {True, False}


def _column(value: object) -> list[object] | None:
    """A list of plain values, also as pandas numbers them: `{"0": "a", "1": "b"}`."""
    if isinstance(value, dict):
        if not value or not all(map(str.isdecimal, _some_keys(value))):
            return None
        value = list(value.values())
    if not isinstance(value, list) or not value or isinstance(value[0], (dict, list)):
        return None
    return value


def is_readings(value: list[object], path: Path) -> bool:
    """Whether it lists several readings of the same words."""
    key = path[-1].replace("_", "").lower() if path else ""
    return bool(value) and isinstance(value[0], dict) and key in names.READINGS


def row_of(value: object) -> dict[str, object] | None:
    """A row: an object, or a list that mixes texts and numbers."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and 2 <= len(value) <= 12:
        has_text = any(isinstance(each, str) and any(map(str.isalpha, each)) for each in value)
        has_number = any(
            isinstance(each, (int, float)) or (isinstance(each, str) and each[:1].isdecimal())
            for each in value
        )
        if has_text and has_number and not any(isinstance(each, dict) for each in value):
            return {str(number): each for number, each in enumerate(value)}
    return None


def columns_of(table: Table) -> dict[Path, list[object]]:
    """The values of each column of a table's rows, None where a row has none."""
    found: dict[Path, list[object]] = {}
    for number, row in enumerate(table.rows):
        for path, value in cells(row):
            column = found.get(path)
            if column is None:
                if len(found) >= _MOST_COLUMNS:
                    continue
                column = found[path] = [None] * number
            if len(column) == number:
                column.append(value)
        for column in found.values():
            if len(column) == number:
                column.append(None)
    return found


def cells(row: dict[str, object], path: Path = ()) -> Iterator[tuple[Path, object]]:
    """The plain values of a row, also those of the objects and pairs in it."""
    for key, value in list(row.items())[:_MOST_COLUMNS]:
        here = (*path, key)
        if isinstance(value, dict):
            if is_parts_of_a_second(value):
                yield here, value
            elif len(path) < _DEEPEST:
                yield from cells(value, here)
        elif isinstance(value, list):
            if is_readings(value, here):
                if len(path) < _DEEPEST:
                    yield from cells(value[0], (*here, FIRST))
            elif 0 < len(value) <= 3 and _is_plain(value[0]):
                yield from (((*here, str(k)), each) for k, each in enumerate(value))
        elif isinstance(value, str) and (times := range_of(value)):
            yield from (((*here, str(k)), each) for k, each in enumerate(times))
        else:
            yield here, value


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return is_parts_of_a_second(value)
    return not isinstance(value, list)


def cell(row: object, path: Path) -> object:
    """One value of a row, or None."""
    if len(path) == 1 and isinstance(row, dict):
        return row.get(path[0])
    for step in path:
        if isinstance(row, dict):
            row = row.get(step)
        elif isinstance(row, list):
            number = 0 if step == FIRST else int(step) if step.isdecimal() else len(row)
            row = row[number] if number < len(row) else None
        elif isinstance(row, str) and step in ("0", "1") and (times := range_of(row)):
            row = times[int(step)]
        else:
            return None
    return row


def shown(path: Path) -> str:
    """A path as it is written: `results[].alternatives[0]`."""
    text = "".join(step if step in (EACH, FIRST) else f".{step}" for step in path)
    return text.removeprefix(".") or "the top"


def _parts_near(path: Path) -> frozenset[str]:
    near = [step for step in path if step not in (EACH, FIRST)][-2:]
    return frozenset().union(*map(names.parts, near))


def _some(value: dict[str, object]) -> list[object]:
    return list(value.values())[:20]


def _some_keys(value: dict[str, object]) -> list[str]:
    return list(value)[:20]


def _sample(values: list[object], depth: int) -> list[object]:
    most = _SAMPLES[min(depth, len(_SAMPLES) - 1)]
    if len(values) <= most:
        return values
    first = most * 2 // 3
    step = (len(values) - first) // (most - first) + 1
    return [*values[:first], *values[first::step]]
