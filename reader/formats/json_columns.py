"""Finds what the columns of a JSON table mean; judged by names and values.

A name is worth some points and so is what the values look like, so that a good name may hold
odd values and a silent name may be seen through.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reader.formats import json_names as names
from reader.formats.json_meaning import VAGUE, Meaning, last_parts
from reader.formats.json_survey import EACH, FIRST, Path, Table, columns_of
from reader.formats.json_time_columns import length_unit, take_times, time_unit
from reader.formats.json_times import SECONDS, Time, Unit, time_of

_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?|[\w.+-]++@\S++|\w++://\S*+|[A-Z_]{3,}")
_NAME_LIKE = re.compile(r"[^\W\d_a-z][^\n.?!]{0,38}|(?i:speaker|spk|s)[ _-]?\d{1,3}")
_KINDS = frozenset("word punctuation punct pronunciation text spacing audio_event".split())
_INTERIM = frozenset(("partial", "interim", "hypothesis"))
_MARKS = frozenset(("punctuation", "punct", "spacing"))

_SEGMENTS = ("segments", EACH)
_START, _END, _BODY = ("startTime",), ("endTime",), ("body",)

_LONGEST_CODE = 80
_LEAST_TEXT = 3.0
_LEAST_ALONE = 0.8  # for the only column of texts in a list that is called like a transcript's
_LEAST_SPEAKER = 3.0
_STRONG_TEXT = 9.0
_LISTS = names.WORD_LISTS | names.CUE_LISTS


def meaning_of(table: Table) -> Meaning:
    """The columns of a table, each with the part it plays."""
    columns = columns_of(table)
    is_podcast = _is_podcast(table, columns)
    times = {
        path: found
        for path, values in columns.items()
        if (found := [time_of(value) for value in values]) and any(found)
    }
    meaning = Meaning(table)
    meaning.kind = next((path for path, values in columns.items() if _are_kinds(values)), None)
    meaning.state = next((path for path in columns if _are_states(path, columns[path])), None)
    if is_podcast:
        _take_podcast(meaning, columns)
    else:
        _take_text(meaning, columns, times)
        take_times(meaning, columns, times)
    _take_speakers(meaning, columns)
    meaning.chance = _best(columns, _chance_points, 1.0)
    _take_level(meaning, columns)
    if meaning.start and meaning.unit is None:
        meaning.unit = time_unit(meaning, columns, times)
        meaning.length_unit = length_unit(meaning, columns, times)
    return meaning


def _is_podcast(table: Table, columns: dict[Path, list[Any]]) -> bool:
    """Whether these are the segments of Podcasting 2.0, whose names say what they hold, whatever
    it looks like. Whole numbers may be another's milliseconds."""
    if table.path != _SEGMENTS or not {_START, _END, _BODY} <= columns.keys():
        return False
    times = [each for path in (_START, _END) for each in columns[path]]
    texts = columns[_BODY]
    return all(isinstance(each, float) for each in times) and any(texts) and _are_texts(texts)


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _take_podcast(meaning: Meaning, columns: dict[Path, list[Any]]) -> None:
    meaning.text, meaning.start, meaning.end = _BODY, _START, _END
    meaning.unit = Unit(SECONDS)
    meaning.texts, meaning.text_points = [_BODY], _STRONG_TEXT
    meaning.mean_length = sum(map(len, columns[_BODY])) / len(columns[_BODY])


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
    is_alone = sum(row[0] > 0 for row in ranked) == 1 and _key_parts(meaning) & _LISTS
    if ranked and ranked[0][0] >= (_LEAST_ALONE if is_alone else _LEAST_TEXT):
        meaning.text_points, _, meaning.text, texts = ranked[0]
        meaning.texts = [row[2] for row in ranked if row[0] >= 0]
        meaning.mean_length = sum(map(len, texts)) / len(columns[meaning.text])


def _key_parts(meaning: Meaning, back: int = 1) -> frozenset[str]:
    """The words of the last name under which the rows are, or of the one before it."""
    keys = [step for step in meaning.path if step not in (EACH, FIRST)]
    return names.parts(keys[-back]) if len(keys) >= back else frozenset()


def _text_points(path: Path, texts: list[str], times: int) -> float:
    own = names.parts(path[-1])
    wider = last_parts(path)
    points = max((names.TEXTS.get(part, 0.0) for part in wider), default=0.0)
    if not points and len(path) > 1 and (own <= VAGUE or len(path[-1]) < 3):
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


# --- voices, words -----------------------------------------------------------------------------


def _take_speakers(meaning: Meaning, columns: dict[Path, list[Any]]) -> None:
    ranked = []
    for number, (path, values) in enumerate(columns.items()):
        is_name = last_parts(path) == {"name"} and not meaning.start
        if is_name or path not in (
            meaning.text,
            meaning.start,
            meaning.end,
            meaning.length,
            meaning.kind,
        ):
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
    is_sender = own == {"name", "from"}
    points = 4.0 * bool(own & names.SPEAKERS or is_sender) + 1.0 * bool(own & names.NAMES)
    points += 2.0 * (own == {"name"}) - 0.5 * bool(own & names.NUMBERS)
    points -= 0.4 * all(_is_code(str(value)) or str(value).isdecimal() for value in known)
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


def _are_states(path: Path, values: list[Any]) -> bool:
    """Whether a column says which rows are final and which a later one replaces."""
    return {is_interim(path, value) for value in values} == {True, False}


def is_interim(path: Path, value: Any) -> bool:
    """Whether a row is only what a recogniser heard so far, by its column `is_final` or `type`."""
    own = names.parts(path[-1])
    if isinstance(value, bool):
        return value if own & _INTERIM else not value and "final" in own
    return isinstance(value, str) and not _INTERIM.isdisjoint(names.parts(value))


def is_mark(value: Any) -> bool:
    """Whether a row's kind says that it is punctuation or a blank, and not a word."""
    return isinstance(value, str) and value in _MARKS


def _take_level(meaning: Meaning, columns: dict[Path, list[Any]]) -> None:
    if meaning.text is None:
        return
    texts = [text for text in columns[meaning.text] if isinstance(text, str) and text]
    single = sum(" " not in text.strip() for text in texts) / len(texts)
    around = _key_parts(meaning)
    if around <= {"entries", "intervals"}:
        around = _key_parts(meaning, 2)
    own = names.parts(meaning.text[-1])
    meaning.is_letters = (
        bool(around & names.LETTER_LISTS) or frozenset() < own <= names.LETTER_LISTS
    )
    is_named = bool(around & names.WORD_LISTS) or own == {"word"} or "punctuated" in own
    is_listed = bool(around & names.CUE_LISTS) and not is_named
    is_counted = len(texts) > 7 and single > 0.92 and meaning.mean_length < 14 and not is_listed
    meaning.is_words = single > 0.6 and (is_named or bool(meaning.kind) or is_counted)
    blanks = sum(text[:1].isspace() or text[-1:].isspace() for text in texts)
    has_blanks = blanks > len(texts) / 5 or bool(around & names.GLUED_LISTS)
    meaning.is_glued = meaning.is_words and has_blanks
