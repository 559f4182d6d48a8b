"""XML that only lists timed texts: Podlove simple transcripts and YouTube's timed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    _join_appended(root)
    _take(draft, root, layouts, "")
    return draft.transcript()


def _join_appended(node: Node) -> None:
    """Make `s` of the words that YouTube's second layout appends to the text before them."""
    content: list[Node | str] = []
    line: Node | None = None
    for child in node.content:
        if isinstance(child, str) or child.name != "text":
            if isinstance(child, Node):
                _join_appended(child)
            content.append(child)
            continue
        is_appended = child.attributes.get("append") == "1"
        if is_appended and not child.text().strip():
            line = None  # the line feed between two rolling captions
        elif is_appended and line is not None:
            _append(line, child)
        else:
            line = child
            content.append(child)
    node.content = content


def _append(line: Node, word: Node) -> None:
    start = _time(line.attributes.get("t", ""), 1) or 0
    offset = (_time(word.attributes.get("t", ""), 1) or start) - start
    line.content.append(Node("s", {"t": str(max(0, offset))}, word.line, word.content))


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
    pieces = tuple(_pieces(node, start))
    if not any(piece.start not in (None, start) for piece in pieces):
        return ()
    latest = max(piece.start or start for piece in pieces)
    return placed(text, pieces, start, max(latest, start if end is None else end))


def _pieces(node: Node, start: int) -> Iterator[WordPiece]:
    for number, each in enumerate(node.content):
        if isinstance(each, str):
            yield WordPiece(unescaped(each), None if number else start)
        elif each.name == "s":
            offset = _time(each.attributes.get("t", ""), 1) or 0
            yield WordPiece(unescaped(each.text()), start + offset)


def _time(value: str, unit: float) -> int | None:
    value = value.strip()
    if _NUMBER.fullmatch(value):
        return round(float(value) * unit)
    return milliseconds(value) if _STAMP.fullmatch(value) else None
