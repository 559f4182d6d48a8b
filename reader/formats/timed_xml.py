"""XML that only lists timed texts: Podlove simple transcripts and YouTube's timed text."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.formats.markup import unescaped
from reader.formats.source import Source
from reader.formats.times import STAMP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, placed
from reader.formats.xml_tree import Node, parsed, root_name
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange, Word

_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_STAMP = re.compile(STAMP)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class _Layout(NamedTuple):
    """Which element holds a text, which attributes its times, and ms in a plain number."""

    element: str
    start: str
    end: str = ""
    length: str = ""
    unit: float = 1000


_LAYOUTS = {
    "transcripts": (_Layout("item", "start", end="end"),),
    "transcript": (_Layout("text", "start", length="dur"),),
    "timedtext": (
        _Layout("p", "t", length="d", unit=1),
        _Layout("text", "t", length="d", unit=1),
    ),
}


def is_like(head: list[str]) -> bool:
    """Whether the root element is one of these formats'."""
    return root_name(head) in _LAYOUTS


def read(source: Source) -> Transcript:
    """Every timed element with text, and the voice that its group names."""
    draft = TranscriptBuilder("Timed XML", source)
    root, damage = parsed(source)
    if damage:
        draft.skip(*damage)
    layouts = {layout.element: layout for layout in _LAYOUTS.get(root.name, ())}
    _take(draft, root, layouts, "")
    return draft.transcript()


def _take(draft: TranscriptBuilder, node: Node, layouts: dict[str, _Layout], voice: str) -> None:
    for child in node.content:
        if isinstance(child, str):
            if child.strip():
                draft.skip(node.line, message("text without times"), child.strip())
        elif child.name == "speaker":
            voice = child.text().strip()
        elif child.name in layouts:
            _add(draft, child, layouts[child.name], voice)
        elif child.name not in ("head", "style"):
            _take(draft, child, layouts, voice)


def _add(draft: TranscriptBuilder, node: Node, layout: _Layout, voice: str) -> None:
    raw = node.text().strip()
    text = unescaped(_TAG.sub("", raw)).strip()
    start = _time(node.attributes.get(layout.start, ""), layout.unit)
    if start is None:
        if text:
            draft.skip(node.line, message("times that cannot be read"), raw)
        return
    end = _time(node.attributes.get(layout.end, ""), layout.unit)
    if layout.length and (length := _time(node.attributes.get(layout.length, ""), layout.unit)):
        end = start + length
    if not text and node.attributes.get("a") == "1":
        return  # YouTube's line feed between two rolling captions
    voices = (VoiceChange(0, voice),) if voice and text else ()
    words = _words(node, text, start, end)
    draft.add(node.line, start, end, text, voices=voices, words=words, raw=raw)


def _words(node: Node, text: str, start: int, end: int | None) -> tuple[Word, ...]:
    """The words of YouTube's third layout: `s` elements, timed from the start of their `p`."""
    pieces = [
        WordPiece(unescaped(each.text()), start + (_time(each.attributes.get("t", ""), 1) or 0))
        for each in node.nodes()
        if each.name == "s"
    ]
    if not any(piece.start != start for piece in pieces):
        return ()
    latest = max(piece.start or start for piece in pieces)
    return placed(text, tuple(pieces), start, max(latest, start if end is None else end))


def _time(value: str, unit: float) -> int | None:
    value = value.strip()
    if _NUMBER.fullmatch(value):
        return round(float(value) * unit)
    return milliseconds(value) if _STAMP.fullmatch(value) else None
