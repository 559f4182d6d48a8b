"""The label tracks of an Audacity project (.aup); for Audacity 3 see `audacity_database`."""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node, parsed, root_name, stray_texts
from reader.message import message
from reader.transcript.model import Transcript

_SECONDS = re.compile(r"-?\d{1,9}(?:\.\d{1,18})?(?:e-\d{1,2})?")


def is_like(head: list[str]) -> bool:
    """Whether the root element is that of a project with Audacity's name in it."""
    return root_name(head) == "project" and "audacity" in "\n".join(head[:40]).lower()


def read(source: Source) -> Transcript:
    """The labels of all tracks in order of time; one that marks a moment lasts until the next."""
    draft = TranscriptBuilder("Audacity project", source)
    root, damage = parsed(source)
    add_labels(draft, root)
    for line, text in stray_texts(root, frozenset()):
        draft.skip(line, message("text outside of its place"), text)
    if damage:
        draft.skip(*damage)
    return draft.transcript()


def add_labels(draft: TranscriptBuilder, root: Node) -> None:
    """Add the labels in a project's tree, and the title that its tags give it."""
    labels = []
    for node in root.all_nodes():
        if node.name == "label":
            if (start := _time(node.attributes.get("t", ""))) is not None:
                labels.append((start, node))
            else:
                said = node.attributes.get("title", "") or str(node.attributes)
                draft.skip(node.line, message("times that cannot be read"), said)
        elif node.name == "tags":
            _take_tags(draft, node)
    for start, node in sorted(labels, key=lambda label: label[0]):
        end = _time(node.attributes.get("t1", ""))
        text = node.attributes.get("title", "").strip()
        draft.add(node.line, start, None if end == start else end, text)


def _take_tags(draft: TranscriptBuilder, tags: Node) -> None:
    for tag in tags.nodes():
        name, value = tag.attributes.get("name", "").lower(), tag.attributes.get("value", "")
        if name in ("title", "artist") and value:
            draft.add_metadata(name, value)


def _time(value: str) -> int | None:
    value = value.strip()
    return round(1000 * float(value)) if _SECONDS.fullmatch(value) else None
