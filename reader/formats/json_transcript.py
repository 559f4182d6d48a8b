"""JSON transcripts of every shape: what `json_shapes` finds, made cues with words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.errors import TranscriptError
from reader.formats import json_document
from reader.formats.draft import Draft
from reader.formats.json_document import Rest, Row
from reader.formats.json_shapes import (
    Found,
    Segment,
    all_texts,
    found_in,
    segments,
)
from reader.formats.source import Source
from reader.formats.word_pieces import Piece, is_token, placed
from reader.transcript.model import Transcript, VoiceChange, Word

_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]]|\Z))")
_KEYS = re.compile(
    r'"(?:segments|transcription|utterances|chunks|monologues|events|cues|captions|subtitles|words'
    r'|word_segments|results?|transcripts?|startTime|start|tStartMs|text|body)"\s*:'
)
_TEXT = re.compile(
    r'"(?:text|transcript|content|body|sentence|caption|word|value)"\s*:\s*"((?:[^"\\]|\\.)*)'
)
_SALVAGED = (
    json_document.LINES,
    *("segments", "transcription", "utterances", "chunks", "monologues", "events", "cues"),
    *("items", "words", ""),
)
_FIELDS = ("language", "title", "model", "duration", "version")
_WORD = re.compile(r"\w+")


def is_like(head: list[str]) -> bool:
    """Whether it is JSON with a key that transcripts have."""
    text = "\n".join(head).lstrip("\ufeff")
    return bool(_START.match(text)) and bool(_KEYS.search(text))


def read(source: Source) -> Transcript:
    """Every segment a cue. Raises TranscriptError for JSON that holds no transcript."""
    draft = Draft("JSON", source)
    try:
        document = json_document.parsed(source)
    except ValueError as error:
        _salvage(draft, source, error)
    else:
        _read(draft, source, document)
    return draft.transcript()


def _read(draft: Draft, source: Source, document: Any) -> None:
    if isinstance(document, dict):
        _take_fields(draft, document)
    found = found_in(document)
    if found is None:
        _add_text(draft, document)
        return
    rows, _ = json_document.rows(source, found.key)
    lines = [row.line for row in rows]
    if len(lines) != len(found.rows):
        lines = [1] * len(found.rows)
    shown = _add_all(draft, source, found, document, lines or [1])
    _list_unshown(draft, shown, all_texts(document))


def _add_all(
    draft: Draft, source: Source, found: Found, document: Any, lines: list[int]
) -> list[str]:
    """Add every segment; gives the texts that are shown or listed."""
    shown = []
    for count, segment in enumerate(segments(found, document)):
        if count % 4096 == 0:
            source.watch(segment.row / max(1, len(found.rows)))
        line = lines[min(segment.row, len(lines) - 1)]
        if segment.fault:
            row = found.rows[segment.row]
            shown.append(json.dumps(row, ensure_ascii=False))
            draft.skip(line, segment.fault, shown[-1])
        elif segment.text.strip():
            shown.append(segment.raw or segment.text)
            _add(draft, line, segment)
    return shown


def _list_unshown(draft: Draft, shown: list[str], texts: Iterable[str]) -> None:
    """Texts that stand beside the segments and tell more than these: another channel, say."""
    everything = "\n".join(shown).casefold()
    known = set(_WORD.findall(everything))
    for text in texts:
        new = {word for word in _WORD.findall(text.casefold()) if word not in known}
        if any(word not in everything for word in new):
            draft.skip(1, "text beside the segments", text)
            everything += f"\n{text.casefold()}"
        known |= new


def _add(draft: Draft, line: int, segment: Segment) -> None:
    text = segment.text.strip()
    start, end = segment.start, segment.end
    if start is None and segment.has_time:
        draft.repair(line, "times that cannot be read", text)
    elif start is not None and end is None and segment.words:
        end = max((word.end or start for word in segment.words), default=None)
        end = end if end is not None and end > start else None
    words: tuple[Word, ...] = ()
    if start is not None:
        latest = end if end is not None else _latest(segment.words, start)
        words = placed(text, segment.words, start, max(start, latest))
    voices = _voices(segment)
    draft.add(line, start, end, text, voices=voices, words=words, raw=segment.raw or segment.text)


def _latest(words: tuple[Piece, ...], start: int) -> int:
    return max((word.end or word.start or start for word in words), default=start)


def _voices(segment: Segment) -> tuple[VoiceChange, ...]:
    """The segment's speaker, else the first that its words name."""
    speaker = segment.speaker or next((w.speaker for w in segment.words if w.speaker), "")
    return (VoiceChange(0, speaker),) if speaker else ()


def _take_fields(draft: Draft, document: dict[str, Any]) -> None:
    result = document.get("result")
    for name in _FIELDS:
        value = document.get(name)
        if value is None and isinstance(result, dict):
            value = result.get(name)
        if isinstance(value, (str, int, float)) and value != "":
            draft.metadata[name] = str(value)


def _add_text(draft: Draft, document: Any) -> None:
    """The text alone, as OpenAI's plain JSON gives it."""
    text = document.get("text") if isinstance(document, dict) else None
    lines = text.split("\n") if isinstance(text, str) else []
    for line in lines:
        if line.strip():
            draft.add(1, None, None, line.strip())
    _list_unshown(draft, lines, all_texts(document))


def _salvage(draft: Draft, source: Source, error: ValueError) -> None:
    """The segments before the damage; the rest is listed. Raises TranscriptError without any."""
    for key in _SALVAGED:
        rows, rest = json_document.rows(source, key)
        values = [row.value for row in rows]
        if values and found_in(values) is not None:
            lines = [row.line for row in rows]
            shown = _add_all(draft, source, Found(key, values), values, lines)
            if rest is not None or key != json_document.LINES:
                shown.append(_take_rest(draft, source, rows, rest))
            _list_unshown(draft, shown, _texts_in(source.text))
            return
    line = getattr(error, "lineno", 1)
    column = getattr(error, "colno", 1)
    raise TranscriptError(
        f"{source.name} is damaged JSON at line {line}, column {column}"
        f" ({getattr(error, 'msg', error)}), and holds no segment before that.",
        line=line,
    )


def _texts_in(source: str) -> Iterator[str]:
    """The texts of damaged JSON, wherever they stand."""
    for found in _TEXT.finditer(source):
        try:
            text = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:
            text = found[1]
        if not is_token(text):
            yield text


def _take_rest(draft: Draft, source: Source, rows: list[Row], rest: Rest | None) -> str:
    """List what comes after the segments that could be read; gives that text."""
    if rest is None:
        line = rows[-1].line
        after = "\n".join(source.text.split("\n")[line - 1 :])
        rest = Rest(line, "damaged JSON after the segments", after)
    draft.skip(rest.line, rest.reason, rest.text)
    return rest.text
