"""How many frames a second has, where a JSON document's times count them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.formats import json_names as names
from reader.formats.frames import frame_time, guessed_rate
from reader.formats.json_meaning import Meaning
from reader.formats.json_survey import cell
from reader.formats.json_understanding import Understanding
from reader.formats.transcript_builder import TranscriptBuilder

_LEAST, _MOST = 10, 240
_DEEP = 3


def count_frames(draft: TranscriptBuilder, found: Understanding, document: Any) -> None:
    """Count frames at the rate that was chosen, or that the document says; else guess it."""
    meanings = [each for part in (found, *found.more) for each in _meanings(part)]
    stamps = [stamp for meaning in meanings for stamp in _frames(meaning)]
    if not stamps:
        return
    rate = draft.frame_rate or _rate_in(document)
    if not rate:
        rate = guessed_rate(stamps)
        draft.guess_rate(rate, stamps[0])
    for meaning in meanings:
        meaning.unit = meaning.unit and meaning.unit._replace(rate=rate)
        meaning.length_unit = meaning.length_unit and meaning.length_unit._replace(rate=rate)


def _meanings(found: Understanding) -> Iterator[Meaning]:
    yield found.main
    yield from filter(None, (found.words, found.loose))
    yield from (*found.above, *found.voices)


def _frames(meaning: Meaning) -> Iterator[str]:
    for path in filter(None, (meaning.start, meaning.end, meaning.length)):
        for row in meaning.table.rows:
            value = cell(row, path)
            if isinstance(value, str) and frame_time(value, 25) is not None:
                yield value


def _rate_in(value: Any, depth: int = 0) -> float | None:
    """The rate that an object names, or one of those in it."""
    if not isinstance(value, dict):
        return None
    for key, each in value.items():
        own = names.parts(key)
        if "fps" in own or "framerate" in own or {"frame", "rate"} <= own:
            rate = _number(each)
            if rate and _LEAST <= rate <= _MOST:
                return rate
    inner = (_rate_in(each, depth + 1) for each in value.values()) if depth < _DEEP else ()
    return next(filter(None, inner), None)


def _number(value: Any) -> float | None:
    try:
        return float(value) if isinstance(value, (str, int, float)) else None
    except ValueError:
        return None
