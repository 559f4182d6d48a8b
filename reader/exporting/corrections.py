"""What was corrected, as a list: in text, or as a web page. And corrections as JSON and back.

The JSON is ours: {"format": "earmark-corrections", "version": 1, "transcript": "talk.txt",
"corrections": [...]}; of each the words, what is read instead, the scope, when and by whom it was
made, and for a single place its context, position and times (ms) in the transcript.

Simple JSON is an object alone: {"Zwickz": "swyx"}, words and what is read in their place wherever
they stand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from reader.annotation import Selector, TextQuote
from reader.correction import Correction, CorrectionScope, replacement_in
from reader.errors import ReaderError
from reader.message import message
from reader.time_bounds import bounded
from reader.time_text import clock_text

MARK, VERSION = "earmark-corrections", 1
MOST = 100_000
"""Corrections in one file: more are no listener's."""


class CorrectedLine(NamedTuple):
    """A sentence that reads otherwise: when it is said (ms), its parts, and which correction."""

    time: int | None
    before: str
    said: str
    text: str
    after: str
    correction: Correction


def as_text(title: str, lines: Sequence[CorrectedLine]) -> str:
    """A line for each place: `- ` what the file says, `+ ` what is read instead."""
    blocks = [f"{title}\n"]
    for each in lines:
        time = f"[{clock_text(each.time)}] " if each.time is not None else ""
        blocks.append(
            f"{time}{_origin(each.correction)}\n"
            f"- {each.before}{each.said}{each.after}\n"
            f"+ {each.before}{each.text}{each.after}\n"
        )
    return "\n".join(blocks)


def as_html(title: str, lines: Sequence[CorrectedLine]) -> str:
    """A page of its own, without scripts: words struck out, and those read instead."""
    rows = "\n".join(map(_row, lines))
    name = escape(title)
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{name}</title>
<style>
body {{ font: 17px/1.6 Georgia, serif; max-width: 44em; margin: 3em auto; padding: 0 1em;
  color: #26221c; background: #fbf8f1; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #ddd6c9; background: #1d1b18; }} }}
p {{ margin: 0 0 1.2em; }} del {{ opacity: .65; }} ins {{ text-decoration: underline dotted; }}
small {{ display: block; opacity: .7; font-family: sans-serif; }}
</style></head><body>
<h1>{name}</h1>
{rows}
</body></html>
"""


def written_json(transcript: str, corrections: Sequence[Correction]) -> str:
    """Corrections as JSON, one a line; `transcript` is the name of their file."""
    rows = ",\n".join(_json(_fields(each)) for each in corrections)
    body = f"[\n{rows}\n]" if rows else "[]"
    return (
        f'{{\n"format": "{MARK}",\n"version": {VERSION},\n'
        f'"transcript": {_json(transcript)},\n"corrections": {body}\n}}\n'
    )


def simple_json(corrections: Sequence[Correction]) -> str:
    """Words and what is read in their place, one a line; of two for the same words the later."""
    found = {each.words: each.replacement for each in corrections if not each.is_as_said}
    rows = ",\n".join(f"{_json(words)}: {_json(text)}" for words, text in found.items())
    return f"{{\n{rows}\n}}\n" if rows else "{}\n"


def corrections_in(
    content: bytes,
    name: str,
    episode_id: str,
    show: str,
    simple: CorrectionScope = CorrectionScope.EPISODE,
) -> list[Correction]:
    """The corrections in a file called `name`, for an episode; those of simple JSON hold where
    `simple` says. Raises ReaderError."""
    try:
        document = json.loads(content)
    except ValueError:
        raise ReaderError(message("{file} is not JSON.", file=name)) from None
    if _is_simple(document):
        return [
            _correction(_row_of(words, text, episode_id, simple), k, name, episode_id, show)
            for k, (words, text) in enumerate(document.items(), 1)
        ]
    if not isinstance(document, dict) or document.get("format") != MARK:
        raise ReaderError(message("{file} does not hold corrections of Earmark.", file=name))
    if not isinstance(document.get("version"), int) or document["version"] > VERSION:
        raise ReaderError(message("{file} was written by a newer Earmark.", file=name))
    rows = document.get("corrections")
    if not isinstance(rows, list) or len(rows) > MOST:
        raise ReaderError(message("{file} has no list of corrections.", file=name))
    return [_correction(row, k, name, episode_id, show) for k, row in enumerate(rows, 1)]


def _is_simple(document: object) -> bool:
    """Whether it has words and their replacements alone."""
    if not isinstance(document, dict) or not 0 < len(document) <= MOST:
        return False
    return "format" not in document and all(map(_is_text, document.values()))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _row_of(words: str, text: str, episode_id: str, scope: CorrectionScope) -> dict[str, Any]:
    """As ours has it; the same words have the same id, so that a second time does no harm."""
    shown = " ".join(words.split())
    key = str(uuid5(NAMESPACE_URL, f"earmark:{episode_id} {scope.value} {shown}"))
    made = datetime.now(UTC).isoformat()
    return {"id": key, "words": shown, "replacement": text, "scope": scope.value, "made": made}


def _origin(correction: Correction) -> str:
    day = f"{correction.made.astimezone():%Y-%m-%d}"
    return f"{day}, {correction.by}" if correction.by else day


def _row(line: CorrectedLine) -> str:
    time = clock_text(line.time) if line.time is not None else ""
    origin = " · ".join(filter(None, (time, _origin(line.correction))))
    said, text = escape(line.said), escape(line.text)
    return (
        f"<p><small>{escape(origin)}</small>{escape(line.before)}"
        f"<del>{said}</del> <ins>{text}</ins>{escape(line.after)}</p>"
    )


def _fields(correction: Correction) -> dict[str, Any]:
    selector = correction.selector
    fields: dict[str, Any] = {
        "id": correction.id,
        "words": correction.words,
        "replacement": correction.replacement,
        "scope": correction.scope.value,
        "made": correction.made.astimezone(UTC).isoformat(),
    }
    known = {"show": correction.show, "by": correction.by}
    if correction.scope is CorrectionScope.WORDS:
        known |= {"prefix": selector.quote.prefix, "suffix": selector.quote.suffix}
        fields |= {"position": selector.position, "time": selector.time}
        fields |= {"transcript_time": selector.transcript_time}
    return fields | {name: value for name, value in known.items() if value}


def _correction(row: object, number: int, name: str, episode_id: str, show: str) -> Correction:
    try:
        return _read(row, episode_id, show)
    except ReaderError as error:
        raise ReaderError(
            message(
                "{file}, correction {number}: {reason}",
                file=name,
                number=number,
                reason=error.message,
            )
        ) from None
    except (ValueError, TypeError, KeyError, OverflowError):
        raise ReaderError(
            message("{file}: correction {number} cannot be read.", file=name, number=number)
        ) from None


def _read(row: object, episode_id: str, show: str) -> Correction:
    if not isinstance(row, Mapping):
        raise TypeError(row)
    words, text = str(row["words"]), str(row["replacement"])
    if not words.strip():
        raise ValueError(words)
    quote = TextQuote(words, str(row.get("prefix", "")), str(row.get("suffix", "")))
    scope = CorrectionScope(row["scope"])
    selector = Selector(
        _pair(row.get("time")) or (0, 0),
        _pair(row.get("transcript_time")),
        quote,
        _pair(row.get("position")),
    )
    made = datetime.fromisoformat(row["made"])
    return Correction(
        str(row["id"]),
        episode_id,
        selector,
        text if text == words else replacement_in(text),
        made if made.tzinfo else made.replace(tzinfo=UTC),
        scope,
        show if scope is CorrectionScope.SHOW else "",
        str(row.get("by", "")),
    )


def _pair(value: object) -> tuple[int, int] | None:
    match value:
        case None:
            return None
        case [int(start), int(end)] if 0 <= start <= end:
            return bounded(start), bounded(end)
    raise ValueError(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
