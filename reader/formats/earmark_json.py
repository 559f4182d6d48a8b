"""Earmark's own JSON, which keeps all that a transcript holds; `reader.exporting` writes it.

An object with `"format": "earmark-transcript"`, `version`, `encoding`, `metadata`, `problems` and
`cues`. A cue has `start`, `end` (ms, null without times), `text`, and where there are any `voices`
(offset, voice, mark), `words` (start, end, offset, length and, if known, probability), `kind`,
`line`, `raw`, `id`. A reader passes over what it does not know.
"""

from __future__ import annotations

import json
import re
from typing import Any

from reader.errors import TranscriptError
from reader.formats.source import Source
from reader.message import message
from reader.time_bounds import LATEST
from reader.transcript.model import Cue, CueKind, Problem, Transcript, VoiceChange, Word

MARK = "earmark-transcript"
VERSION = 1

_TITLE = "Earmark JSON"
_MARKED = re.compile(rf'\s*{{\s*"format"\s*:\s*"{MARK}"')
_KINDS = {kind.value: kind for kind in CueKind}
_LONGEST = 60_000_000  # characters: some 400,000 cues; more would not fit in memory
_MOST_MARKS = 3_000_000  # brackets and commas; each may cost 150 bytes of memory


def is_like(head: list[str]) -> bool:
    """Whether it is an object that opens with the mark of this format."""
    return bool(_MARKED.match("\n".join(head[:4])))


def read(source: Source) -> Transcript:
    """Every cue as it was written; one that is damaged is listed. Raises TranscriptError."""
    document = _document(source)
    rows = document.get("cues")
    cues: list[Cue] = []
    problems = [_problem(row) for row in _list(document.get("problems")) if isinstance(row, dict)]
    for number, row in enumerate(_list(rows), 1):
        try:
            cues.append(_cue(len(cues), row))
        except (TypeError, ValueError, KeyError, AttributeError):
            text = json.dumps(row, ensure_ascii=False)
            problems.append(
                Problem(
                    0,
                    message("cue {number} cannot be read", number=number),
                    text,
                    is_repaired=False,
                )
            )
    metadata = document.get("metadata")
    return Transcript(
        tuple(cues),
        _TITLE,
        str(document.get("encoding") or source.encoding),
        {str(name): str(value) for name, value in metadata.items()}
        if isinstance(metadata, dict)
        else {},
        tuple(problems),
    )


def _document(source: Source) -> dict[str, Any]:
    marks = sum(source.text.count(mark) for mark in "[{,")
    if len(source.text) > _LONGEST or marks > _MOST_MARKS:
        raise TranscriptError(
            message("{file} is too large for a transcript of Earmark.", file=source.name)
        )
    source.watch(0.0)
    try:
        document = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise TranscriptError(
            message(
                "{file} is damaged at line {line}: {reason}.",
                file=source.name,
                line=error.lineno,
                reason=error.msg,
            ),
            line=error.lineno,
        ) from None
    except (RecursionError, ValueError):
        raise TranscriptError(
            message("{file} is not JSON that can be read.", file=source.name), line=1
        ) from None
    if not isinstance(document.get("version"), int) or document["version"] > VERSION:
        raise TranscriptError(
            message(
                "{file} was written by a later Earmark; this one reads version {version}.",
                file=source.name,
                version=VERSION,
            ),
            line=1,
        )
    found: dict[str, Any] = document
    return found


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _cue(index: int, row: dict[str, Any]) -> Cue:
    text = _text(row["text"])
    start, end = _time(row.get("start")), _time(row.get("end"))
    if start is not None and end is not None and end < start:
        raise ValueError(end)
    return Cue(
        index,
        start,
        end,
        text,
        tuple(_change(change, len(text)) for change in row.get("voices", ())),
        tuple(_word(word, len(text)) for word in row.get("words", ())),
        _KINDS[row.get("kind", CueKind.SPEECH.value)],
        _whole(row.get("line", 0)),
        _text(row.get("raw", "")),
        _text(row.get("id", "")),
    )


def _change(row: dict[str, Any], length: int) -> VoiceChange:
    offset, mark = _whole(row["offset"]), _whole(row.get("mark", 0))
    if not mark <= offset <= length:
        raise ValueError(offset)
    return VoiceChange(offset, _text(row.get("voice", "")), mark)


def _word(row: list[Any], length: int) -> Word:
    start, end, offset, count, *others = row
    if _whole(offset) + _whole(count) > length:
        raise ValueError(offset)
    probability = others[0] if others else None
    if probability is not None and not 0 <= probability <= 1:
        raise ValueError(probability)
    return Word(_whole(start), _whole(end), offset, count, probability)


def _problem(row: dict[str, Any]) -> Problem:
    line = row.get("line")
    return Problem(
        line if isinstance(line, int) else 0,
        str(row.get("reason", "")),
        str(row.get("text", "")),
        bool(row.get("is_repaired", True)),
    )


def _time(value: object) -> int | None:
    return None if value is None else _whole(value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LATEST:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
