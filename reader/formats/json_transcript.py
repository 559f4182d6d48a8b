"""JSON transcripts by meaning: what is found in a document, made cues with words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.errors import TranscriptError
from reader.formats import json_document, json_names
from reader.formats.json_document import Document
from reader.formats.json_frames import count_frames
from reader.formats.json_segments import Segment, segments
from reader.formats.json_understanding import Understanding, find
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, is_token, placed
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange, Word

_FIELDS = ("language", "title", "model", "duration", "version")
_WORD = re.compile(r"[^\W\d_]\w*")
_SENTENCE_WORDS = 3


def read(source: Source) -> Transcript:
    """Every segment a cue. Raises TranscriptError for JSON that holds no transcript."""
    draft = TranscriptBuilder("JSON", source)
    document = json_document.read(source)
    found = find(document.value)
    if document.damage and found is None:
        raise _damaged(source, document.damage)
    if isinstance(document.value, dict):
        _take_fields(draft, document.value)
    shown = [*draft.metadata.values()]
    if found is None:
        shown += _add_text(draft, document.value)
    else:
        shown += _add_all(draft, source, found, document)
    for fault in document.faults:
        if fault.text:
            draft.skip(fault.line, fault.reason, fault.text)
            shown.append(fault.text)
    _list_unshown(draft, shown, all_texts(document.value))
    return draft.transcript()


def _damaged(source: Source, error: ValueError) -> TranscriptError:
    line = getattr(error, "lineno", 1)
    return TranscriptError(
        message(
            "{file} is damaged JSON at line {line}, column {column} ({reason}), "
            "and holds no segment before that.",
            file=source.name,
            line=line,
            column=getattr(error, "colno", 1),
            reason=getattr(error, "msg", error),
        ),
        line=line,
    )


def _add_all(
    draft: TranscriptBuilder, source: Source, found: Understanding, document: Document
) -> list[str]:
    """Add every segment; gives the texts that are shown or listed."""
    shown = []
    latest = 1
    count_frames(draft, found, document.value)
    for count, segment in enumerate(segments(found, document.value)):
        if count % 4096 == 0:
            source.watch(0.5)
        latest = _line(source, document, segment, latest)
        if segment.fault:
            shown.append(json.dumps(segment.rows[0], ensure_ascii=False))
            draft.skip(latest, segment.fault, shown[-1])
        elif segment.text.strip():
            shown += (segment.text, segment.spellings, segment.speaker)
            _add(draft, latest, segment)
    draft.metadata["read as"] = found.described()
    if doubt := found.doubt():
        draft.repair(1, message("the unit of the times is not certain"), doubt)
    return shown


def _line(source: Source, document: Document, segment: Segment, before: int) -> int:
    """Where a segment begins; a value that is not an object follows what was read before it."""
    if not document.lines:
        return 1
    row = segment.rows[0]
    if isinstance(row, dict):
        return document.line_of(*segment.rows)
    start = 0
    for _ in range(before - 1):
        start = source.text.find("\n", start) + 1
    place = source.text.find(json.dumps(row, ensure_ascii=False), start)
    return before if place < 0 else before + source.text.count("\n", start, place)


def _list_unshown(draft: TranscriptBuilder, shown: list[str], texts: Iterable[str]) -> None:
    """Texts that stand beside the segments and say more than these: another channel, say."""
    everything = "\n".join(shown).casefold()
    known = set(_WORD.findall(everything))
    whole = set(shown)  # most texts are just these: no word of them need be looked for
    for text in texts:
        if text in whole:
            continue
        new = {word for word in _WORD.findall(text.casefold()) if word not in known}
        if any(word not in everything for word in new):
            draft.skip(1, message("text beside the segments"), text)
            everything += f"\n{text.casefold()}"
        known |= new


def _add(draft: TranscriptBuilder, line: int, segment: Segment) -> None:
    text = segment.text.strip()
    start, end = segment.start, segment.end
    if start is None and segment.has_time:
        draft.repair(line, message("times that cannot be read"), text)
    elif start is not None and end is None and segment.words:
        end = max((word.end or start for word in segment.words), default=None)
        end = end if end is not None and end > start else None
    words: tuple[Word, ...] = ()
    if start is not None:
        latest = end if end is not None else _latest(segment.words, start)
        words = placed(text, segment.words, start, max(start, latest))
    voices = _voices(segment)
    draft.add(line, start, end, text, voices=voices, words=words, raw=segment.raw or segment.text)


def _latest(words: tuple[WordPiece, ...], start: int) -> int:
    return max((word.end or word.start or start for word in words), default=start)


def _voices(segment: Segment) -> tuple[VoiceChange, ...]:
    """The segment's speaker, else the first that its words name."""
    speaker = segment.speaker or next((w.speaker for w in segment.words if w.speaker), "")
    return (VoiceChange(0, speaker),) if speaker else ()


def _take_fields(draft: TranscriptBuilder, document: dict[str, Any]) -> None:
    result = document.get("result")
    for name in _FIELDS:
        value = document.get(name)
        if value is None and isinstance(result, dict):
            value = result.get(name)
        if isinstance(value, (str, int, float)) and value != "":
            draft.metadata[name] = str(value)


def _add_text(draft: TranscriptBuilder, document: Any) -> list[str]:
    """The text alone, as OpenAI's plain JSON gives it."""
    text = document.get("text") if isinstance(document, dict) else None
    lines = text.split("\n") if isinstance(text, str) else []
    for line in lines:
        if line.strip():
            draft.add(1, None, None, line.strip())
    return lines


def all_texts(document: Any) -> Iterator[str]:
    """Every text of the document, wherever it stands: by its name, or as it has several words."""
    waiting: list[Any] = [[document]]
    names: dict[str, bool] = {"": False}
    while waiting:
        value = waiting.pop()
        items = value.items() if isinstance(value, dict) else (("", each) for each in value)
        for key, each in items:
            if isinstance(each, str):
                if key not in names:
                    names[key] = _is_text_name(key)
                if each and (names[key] or _has_words(each)) and not is_token(each):
                    yield each
            elif isinstance(each, (dict, list)):
                waiting.append(each)


def _is_text_name(key: str) -> bool:
    parts = json_names.parts(key)
    return bool(parts & _TEXT_NAMES and not parts & json_names.NO_TEXTS)


def _has_words(text: str) -> bool:
    return text.count(" ", 0, 400) >= _SENTENCE_WORDS - 1 and "://" not in text[:12]


_TEXT_NAMES = json_names.TEXTS.keys() - {"name", "value", "original", "display"}
