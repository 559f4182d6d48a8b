"""Captions in a project of Final Cut Pro (FCPXML).

https://developer.apple.com/documentation/professional-video-applications/fcpxml-reference: times
are fractions of a second; `offset` is the time in the parent, whose own clock begins at `start`.
Without captions the titles are read, which people use as subtitles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node, parsed, root_name, stray_texts
from reader.message import message
from reader.transcript.model import Transcript

_TIME = re.compile(r"(-?\d{1,15})(?:/(\d{1,10}))?s")
_NO_TIME = Fraction(0)
_TEXTS = frozenset(("text", "param", "data", "string"))
_HOLDERS = (_TEXTS - {"text"}) | {"caption", "title", "bookmark", "metadata", "resources"}


def is_like(head: list[str]) -> bool:
    """Whether the root element is that of FCPXML."""
    return root_name(head) == "fcpxml"


def read(source: Source) -> Transcript:
    """A cue for each caption, in order of time."""
    draft = TranscriptBuilder("FCPXML", source)
    root, damage = parsed(source)
    project = next((node for node in root.all_nodes() if node.name == "project"), None)
    if project and (name := project.attributes.get("name", "").strip()):
        draft.add_metadata("title", name)
    titled = list(_placed(root, _NO_TIME, _NO_TIME))
    captions = [each for each in titled if each[2].name == "caption"]
    for start, end, node in sorted(captions or titled, key=lambda each: each[0]):
        draft.add(node.line, round(1000 * start), round(1000 * end), _text(node))
    for _, _, node in titled if captions else ():
        if node.name == "title" and (text := _text(node)):
            draft.skip(node.line, message("a title, not a caption"), text)
    inside = (stray_texts(node, _TEXTS) for _, _, node in titled)
    for line, text in chain(stray_texts(root, _HOLDERS), *inside):
        draft.skip(line, message("text outside of its place"), text)
    if damage:
        draft.skip(*damage)
    return draft.transcript()


def _placed(
    node: Node, begin: Fraction, clock: Fraction
) -> Iterator[tuple[Fraction, Fraction, Node]]:
    """Captions and titles with their times in the sequence.

    `begin` is where the parent stands in it, `clock` what the parent's own clock says there.
    """
    for child in node.nodes():
        of = child.attributes.get
        offset, start = _time(of("offset", "")), _time(of("start", ""))
        place = begin if offset is None else begin + offset - clock
        if child.name in ("caption", "title"):
            length = _time(of("duration", "")) or _NO_TIME
            yield place, place + length, child  # one that is not closed holds those after it
        own = start if start is not None else _NO_TIME
        if child.name in ("sequence", "spine"):
            own = _time(of("tcStart", "")) or (clock if child.name == "spine" else _NO_TIME)
            yield from _placed(child, place, own)
        else:
            yield from _placed(child, place, own if offset is not None else clock)


def _text(node: Node) -> str:
    texts = [each.text() for each in node.nodes() if each.name == "text"]
    lines = (" ".join(line.split()) for text in texts for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def _time(value: str) -> Fraction | None:
    found = _TIME.fullmatch(value.strip())
    if found is None or (found[2] and not int(found[2])):
        return None
    return Fraction(int(found[1]), int(found[2] or 1))
