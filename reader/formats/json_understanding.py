"""Which table of a JSON document holds what is said, whatever it calls and nests it.

`find` chooses it, and finds the words, the voices and the times that belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from reader.formats import json_names as names
from reader.formats.json_columns import meaning_of
from reader.formats.json_meaning import Meaning
from reader.formats.json_row_reader import rows_along
from reader.formats.json_survey import EACH, FIRST, Path, Survey, cell, shown, survey
from reader.formats.json_times import UNIT_NAMES, Kind, Spoken, agreed, letters_in, time_of, unit_of

_ENOUGH = 0.6  # the share of the longest text that a table must hold to be chosen
_SAME = 0.6
_LONG_ROW = 600.0  # characters; a row of more is the whole text again


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
        yield Understanding(_with_unit_of(replace(meaning, text=None), pieces), pieces)


def _with_unit_of(main: Meaning, pieces: Meaning) -> Meaning:
    """Rows whose text is in pieces: how fast these are spoken shows the unit of their times."""
    if main.unit is None or not main.unit.costs:
        return main
    inner = pieces.path[len(main.path) :]
    spoken = []
    for row in main.table.rows:
        texts = (cell(each[0], pieces.text or ()) for each in rows_along(row, inner))
        letters = sum(letters_in(text) for text in texts if isinstance(text, str))
        start, end, length = (
            time_of(cell(row, path)) if path else None
            for path in (main.start, main.end, main.length)
        )
        if start is not None:
            until = start.value + length.value if length else end.value if end else None
            spoken.append(Spoken(start.value, until, letters))
    unit = unit_of(spoken)
    return replace(main, unit=unit, length_unit=main.length_unit and unit)


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
    points += 0.4 * bool(names.CUE_LISTS & names.parts(key)) + 0.6 * bool(main.speakers)
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
        if each.speakers
        and each.start
        and (each.end or each.length)
        and each.coverage < _coverage(found) / 2
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
    keys = [key for key in keys if "name" not in names.parts(key)]
    return sorted(keys[:20], key=lambda key: not names.NUMBERS & names.parts(key))


def _name_in(value: Any, but: str = "") -> str:
    """What somebody is called: a text, or the name in an object."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    value = {**value, **next((each for each in value.values() if isinstance(each, dict)), {})}
    named = [
        (not {"name"} & names.parts(key), not {"display", "full"} & names.parts(key), each.strip())
        for key, each in value.items()
        if key != but and isinstance(each, str) and each.strip() and names.NAMES & names.parts(key)
    ]
    return min(named)[2] if named else ""
