"""JSON as transcripts carry it: with NaN, with keys told twice, cut off, or made to do harm."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from reader.errors import TranscriptError
from reader.formats.source import Source

_MOST_MARKS = 2_000_000
"""Brackets and commas; each may cost 200 bytes of memory. An hour with every token has 180,000."""

_MOST_ROWS = 500_000
"""Values of a list; what stands without brackets and commas has none of those marks."""

LINES = "{"
"""In place of a key: JSON values one after the other, as in .jsonl files."""

_BLANK = re.compile(r"[\s,]*")


class Row(NamedTuple):
    """A value of a list with the line it starts in."""

    line: int
    value: Any


class Rest(NamedTuple):
    """What was not read of a damaged file."""

    line: int
    reason: str
    text: str


def parsed(source: Source) -> Any:
    """The document. Raises ValueError if damaged, TranscriptError for what fills the memory."""
    text = source.text
    if sum(text.count(mark) for mark in "[{,") > _MOST_MARKS:
        raise _too_much(source)
    source.watch(0.0)
    try:
        return _DECODER.decode(text.lstrip("\ufeff"))
    except RecursionError:
        raise TranscriptError(f"{source.name} is nested too deeply for a transcript.") from None


def rows(source: Source, key: str) -> tuple[list[Row], Rest | None]:
    """The values of the list called `key`, as far as they can be read.

    The first list of all if `key` is empty; `LINES` for values that no list encloses.
    Raises TranscriptError for more than a transcript can have.
    """
    text = source.text
    opening = re.search(rf'"{re.escape(key)}"\s*:\s*\[' if key else r"\[", text)
    if opening is None and key != LINES:
        return [], None
    found: list[Row] = []
    position = opening.end() if opening and key != LINES else 0
    line = text.count("\n", 0, position) + 1
    while True:
        start = _after_blanks(text, position)
        line += text.count("\n", position, start)
        if text[start : start + 1] == "]" or (key == LINES and start == len(text)):
            return found, None
        try:
            value, position = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "nested too deeply")
            return found, Rest(line, f"damaged JSON ({reason}), not read from here", text[start:])
        found.append(Row(line, value))
        if len(found) > _MOST_ROWS:
            raise _too_much(source)
        line += text.count("\n", start, position)


def _too_much(source: Source) -> TranscriptError:
    return TranscriptError(f"{source.name} holds more JSON than a transcript can.")


def _after_blanks(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A text told twice under one key is kept whole: Python would keep the last only."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    for key, value in found.items():
        texts = [each for name, each in pairs if name == key and isinstance(each, str)]
        if len(texts) > 1 and isinstance(value, str):
            found[key] = "\n".join(dict.fromkeys(texts))
    return found


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_object)
