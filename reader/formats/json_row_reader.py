"""Reads the rows of a JSON table as its meaning says: times, texts, voices and words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from reader.formats import json_names as names
from reader.formats.json_columns import chance_of, is_interim, is_mark
from reader.formats.json_meaning import Meaning
from reader.formats.json_survey import EACH, Path, cell, row_of, values_of
from reader.formats.json_times import SECONDS, Unit, time_of
from reader.formats.word_pieces import WordPiece
from reader.transcript.writing import is_unspaced

_FAST = 1e6  # a bare number below it is a time in any unit


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
                    yield from rows_along(each, rest, above if row is None else (row, *above))
                else:
                    yield (each if row is None else row, *above)
            return
        value = cell(value, (step,))
    if value is not None:
        yield (value, *above)


class RowReader:
    """Reads rows of a table as its meaning says."""

    def __init__(self, meaning: Meaning, names: dict[str, str]) -> None:
        self.meaning = meaning
        self._names = names
        self._unit = meaning.unit or Unit(SECONDS)
        own = _named_unit(meaning.end)
        self._end_unit = self._unit if own is None else Unit(own, self._unit.base)
        self._length_unit = meaning.length_unit or Unit(SECONDS)

    def time(self, row: Any) -> int | None:
        """When it starts."""
        return self._at(row, self.meaning.start, self._unit)

    def span(self, row: Any) -> tuple[int | None, int | None]:
        """When it starts and ends; an end at 0 is not known, but where it starts at 0 too."""
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

    def is_interim(self, row: Any) -> bool:
        """Whether a later row says it again, and more."""
        state = self.meaning.state
        return state is not None and is_interim(state, cell(row, state))

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
        has_blank = text[:1].isspace() or is_unspaced(text[:1])
        is_glued = meaning.is_glued or has_blank or not meaning.is_words
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


def called(value: str | int) -> str:
    """A speaker as shown: a bare number is "Speaker 1"."""
    text = str(value).strip()
    return f"Speaker {text}" if text.isdecimal() else "" if text == "?" else text


def _named_unit(path: Path | None) -> float | None:
    return names.unit(path[-1] if not path[-1].isdecimal() else path[0]) if path else None
