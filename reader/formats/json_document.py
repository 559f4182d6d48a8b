"""JSON as transcripts carry it: with NaN, with keys given twice, cut off, or made to do harm."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from reader.errors import TranscriptError
from reader.formats.source import Source
from reader.message import Message, message

_MOST_MARKS = 1_250_000
"""Brackets and commas; each may cost 200 bytes of memory, and 5 us to read. An hour with every
token has 180,000, one with every word 45,000."""

_MOST_ROWS = 300_000
"""Values of a list; what stands without brackets and commas has none of those marks."""

_LONGEST_WHOLE = 4_000  # digits of a whole number; Python refuses more than 4,300
_MOST_FAULTS = 1_000  # lines of a file of JSON lines that cannot be read
_MOST_LINES = 400_000  # objects whose line is kept

_BLANK = re.compile(r"[\s,]*+")
_NEXT = re.compile(r"\n(?=[{\[])")
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_BRACE = re.compile(rf'[^"{{}}]*+(?:{_STRING}[^"{{}}]*+)*+([{{}}]|\Z)', re.DOTALL)
_BRACKET = re.compile(rf'[^"{{}}\[\]]*+(?:{_STRING}[^"{{}}\[\]]*+)*+([{{}}\[\]]|\Z)', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}


_WRAPPING = re.compile(
    r"\ufeff?(?:\s{0,60}(?://[^\n]{0,400}+\n|/\*(?:[^*]|\*(?!/)){0,2000}+\*/))*+\s{0,60}"
    r"(?:```\w{0,20}\s{1,60}|[\w.$]{1,60}\s?\(\s?|(?:export default |(?:var|let|const) )?"
    r"(?:[\w.$]{1,60} ?= ?)?)(?=[{\[])",
    re.DOTALL,
)
_WRAPPING_END = re.compile(r"[\s`);]*+")
_PYTHON = re.compile(r"\s*+[{\[]\s*+(?:[{\[]\s*+)*+'")
_PYTHON_VALUE = re.compile(
    r"'[^'\\]*+(?:\\.[^'\\]*+)*+(?:'|\\?\Z)"
    rf"|{_STRING}|\b(?:None|True|False|nan|inf)\b",
    re.DOTALL,
)
_CONSTANTS = {"None": "null", "True": "true", "False": "false", "nan": "NaN", "inf": "Infinity"}


class Row(NamedTuple):
    """A value of a list with the line it starts in."""

    line: int
    value: Any


class Rest(NamedTuple):
    """What was not read of a damaged file."""

    line: int
    reason: Message
    text: str


class _Damage(NamedTuple):
    """Where a text could not be read on, and why."""

    line: int
    reason: Message
    position: int

    def rest(self, text: str, end: int) -> Rest:
        """What is not read because of it."""
        return Rest(self.line, self.reason, text[self.position : end].strip())


@dataclass(slots=True)
class Document:
    """The values of a file, what of it could not be read, and where its objects begin."""

    value: Any
    faults: list[Rest] = field(default_factory=list)
    lines: Mapping[int, int] = field(default_factory=dict)
    damage: ValueError | None = None

    def line_of(self, *values: Any) -> int:
        """The line in which the first of the objects begins whose line is known."""
        return next((self.lines[id(each)] for each in values if id(each) in self.lines), 1)


def read(source: Source) -> Document:
    """The document, or what comes before the damage. Raises TranscriptError for what fills the
    memory."""
    source = replace(source, text=unwrapped(source.text))
    text = source.text
    if sum(text.count(mark) for mark in "[{,") > _MOST_MARKS:
        raise _too_much(source)
    source.watch(0.0)
    if _PYTHON.match(text):
        source = replace(source, text=_PYTHON_VALUE.sub(_as_json, text))
    with suppress(ValueError):  # a number of thousands of digits, which Python refuses to make
        return _decoded(_Parser(source))
    return _decoded(_Parser(source, whole=_any_whole))


def unwrapped(text: str) -> str:
    """The JSON in what programs put around it: a fence of Markdown, a script, a call, comments.

    Lines keep their numbers. What follows the JSON stays, where no program would close it so.
    """
    found = _WRAPPING.match(text)
    if found is None or not found[0].strip("\ufeff \t\n"):
        return text
    end = max(text.rfind("]"), text.rfind("}")) + 1
    if not _WRAPPING_END.fullmatch(text, end):
        end = len(text)
    return "\n" * found[0].count("\n") + text[found.end() : end]


def _as_json(value: re.Match[str]) -> str:
    """A text or constant of Python as JSON writes it."""
    if value[0] in _CONSTANTS:
        return _CONSTANTS[value[0]]
    if value[0][0] == '"':
        return value[0]
    text = value[0][1:-1].replace("\\'", "'")
    return '"' + re.sub(r'(\\.)|"', lambda each: each[1] or '\\"', text) + '"'


def _any_whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)


def _decoded(parser: _Parser) -> Document:
    try:
        return _document(parser)
    finally:
        del parser.decoder  # which knows the parser: without it, all that was read goes at once


def _document(parser: _Parser) -> Document:
    source = parser.source
    text = source.text
    try:
        value = parser.decoder.decode(text.lstrip("\ufeff"))
    except RecursionError:
        raise TranscriptError(
            message("{file} is nested too deeply for a transcript.", file=source.name)
        ) from None
    except json.JSONDecodeError as error:
        is_several = error.msg == "Extra data"
        damage = error.with_traceback(None)  # it is kept, and shall keep nothing else
        return parser.several() if is_several else parser.before(damage)
    return Document(value, lines=parser.lines())


class _Parser:
    """Decodes a text, and notes its objects in the order in which they end."""

    def __init__(self, source: Source, whole: Callable[[str], float] | None = None) -> None:
        self.source = source
        self._closed: list[dict[str, Any]] | None = [] if "\n" in source.text.strip() else None
        self.decoder = json.JSONDecoder(
            strict=False, object_pairs_hook=self._object, parse_int=whole
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """A text given twice under one key is kept whole: Python would keep the last only."""
        found = dict(pairs)
        if self._closed is not None:
            self._closed.append(found)
        if len(found) == len(pairs):
            return found
        for key, value in found.items():
            texts = [each for name, each in pairs if name == key and isinstance(each, str)]
            if len(texts) > 1 and isinstance(value, str):
                found[key] = "\n".join(dict.fromkeys(texts))
        return found

    def lines(self) -> dict[int, int]:
        """The line in which each object begins, by its identity."""
        closed = self._closed
        if not closed or len(closed) > _MOST_LINES:
            return {}
        text = self.source.text
        numbers: list[int] = []
        opened: list[int] = []
        line, position = 1, 0
        for brace in _BRACE.finditer(text):
            line += text.count("\n", position, brace.end())
            position = brace.end()
            if brace[1] == "{":
                opened.append(line)
            elif brace[1] and opened:
                numbers.append(opened.pop())
        if len(numbers) != len(closed):
            return {}
        return {id(each): number for each, number in zip(closed, numbers, strict=True)}

    def several(self) -> Document:
        """Values one after the other, as in JSON lines; a line that cannot be read is skipped."""
        if self._closed is not None:
            self._closed.clear()
        text = self.source.text
        found: list[Any] = []
        faults: list[Rest] = []
        position: int | None = 1 if text.startswith("\ufeff") else 0
        while position is not None:
            rows, damage = self._values(position, until_end=True)
            found += (row.value for row in rows)
            position = None
            if damage is not None:
                following = _NEXT.search(text, damage.position)
                end = len(text)
                if following is not None and len(faults) < _MOST_FAULTS:
                    position, end = following.end(), following.start()
                faults.append(damage.rest(text, end))
        value = found[0] if len(found) == 1 else found
        return Document(value, faults, {} if faults else self.lines())

    def before(self, error: json.JSONDecodeError) -> Document:
        """All that comes before the damage; the innermost list around it is read value by value."""
        self._closed = None  # else all that was decoded before the damage stays, twice
        text = self.source.text
        skipped = len(text) - len(text.lstrip("\ufeff"))
        opened = _opened(text, error.pos + skipped)
        while opened and text[opened[-1]] != "[":
            opened.pop()
        if not opened:
            return Document(None, damage=error)
        start = opened[-1] + 1
        closing = "".join(_CLOSING[text[position]] for position in reversed(opened))
        rows, damage = self._values(start)
        value = self.decoder.decode(text[skipped:start] + closing)
        inner = value
        for _ in opened[1:]:
            inside = inner if isinstance(inner, list) else list(inner.values())
            inner = inside[-1] if inside and isinstance(inside[-1], (dict, list)) else inner
        if isinstance(inner, list):
            inner += (row.value for row in rows)
        lines = {id(row.value): row.line for row in rows}
        if damage is None:
            place = error.pos + skipped
            line = text.count("\n", 0, place) + 1
            damage = _Damage(line, message("damaged JSON after the segments"), place)
        return Document(value, [damage.rest(text, len(text))], lines, error)

    def _values(
        self, position: int, *, until_end: bool = False
    ) -> tuple[list[Row], _Damage | None]:
        """The values from a place on, to the end of their list or of the text, or to damage.

        Raises TranscriptError for more than a transcript can have.
        """
        text = self.source.text
        found: list[Row] = []
        line = text.count("\n", 0, position) + 1
        while True:
            start = _after_blanks(text, position)
            line += text.count("\n", position, start)
            if start == len(text) if until_end else text[start : start + 1] == "]":
                return found, None
            try:
                value, position = self.decoder.raw_decode(text, start)
            except (json.JSONDecodeError, RecursionError) as error:
                detail = getattr(error, "msg", message("nested too deeply"))
                reason = message("damaged JSON ({reason}), not read from here", reason=detail)
                return found, _Damage(line, reason, start)
            found.append(Row(line, value))
            if len(found) > _MOST_ROWS:
                raise _too_much(self.source)
            line += text.count("\n", start, position)


def _opened(text: str, end: int) -> list[int]:
    """Where the brackets open that are still open at a place."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text, 0, end):
        if bracket[1] in ("{", "["):
            opened.append(bracket.end() - 1)
        elif bracket[1] and opened:
            opened.pop()
    return opened


def _too_much(source: Source) -> TranscriptError:
    return TranscriptError(
        message("{file} holds more JSON than a transcript can.", file=source.name)
    )


def _after_blanks(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position
