"""oTranscribe's `.otr`: JSON around HTML, where spans hold the times."""

from __future__ import annotations

import json
import re

from reader.errors import TranscriptError
from reader.formats.markup import unescaped
from reader.formats.source import Source
from reader.formats.times import STAMP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_LIKE = re.compile(r"\s*\{")
_SPAN = re.compile(r"<span\b(?=[^<>]*\btimestamp\b)([^<>]*+)>([^<>]{0,40}+)</span>", re.IGNORECASE)
_SECONDS = re.compile(r"data-timestamp\s*=\s*[\"']?(\d{1,9}(?:\.\d{1,9})?)")
_BREAK = re.compile(r"<(?:br|/p|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STAMP = re.compile(STAMP)


def is_like(head: list[str]) -> bool:
    """Whether it is a JSON object whose text holds time stamps as oTranscribe makes them."""
    text = "\n".join(head)
    return bool(_LIKE.match(text)) and "data-timestamp" in text


def read(source: Source) -> Transcript:
    """A cue runs from its time to the next."""
    document = _document(source)
    draft = TranscriptBuilder("oTranscribe", source)
    for key in ("media", "media-source"):
        if isinstance(value := document.get(key), str) and value:
            draft.metadata[key] = value
    _add_all(draft, str(document.get("text") or ""))
    return draft.transcript()


def _document(source: Source) -> dict[str, object]:
    try:
        document = json.loads(source.text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise TranscriptError(
            message(
                "{file} is damaged JSON (line {line}): {reason}.",
                file=source.name,
                line=line,
                reason=error,
            ),
            line=line,
        ) from None
    return document if isinstance(document, dict) else {}


def _add_all(draft: TranscriptBuilder, page: str) -> None:
    """The JSON is one line as a rule, so paragraphs are counted instead."""
    spans = list(_SPAN.finditer(page))
    if header := _text(page[: spans[0].start()] if spans else page):
        draft.skip(1, message("text before the first time"), header)
    for number, span in enumerate(spans):
        following = spans[number + 1].start() if number + 1 < len(spans) else len(page)
        raw = page[span.end() : following]
        text = _text(raw)
        start = _time(span)
        if start is None:
            draft.skip(
                number + 1, message("times that cannot be read"), f"{span[2]} {text}".strip()
            )
        else:
            draft.add(number + 1, start, None, text, raw=raw.strip() or span[2])


def _time(span: re.Match[str]) -> int | None:
    if seconds := _SECONDS.search(span[1]):
        return round(float(seconds[1]) * 1000)
    stamp = span[2].strip()
    return milliseconds(stamp) if _STAMP.fullmatch(stamp) else None


def _text(page: str) -> str:
    lines = _TAG.sub("", _BREAK.sub("\n", page)).split("\n")
    cleaned = (unescaped(line).replace("\xa0", " ").strip() for line in lines)
    return "\n".join(line for line in cleaned if line)
