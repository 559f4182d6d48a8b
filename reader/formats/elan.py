"""ELAN's annotations (.eaf): tiers of annotations that hang on time slots or on one another.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf: an alignable annotation names
two slots; one that refers to another shares its time. Tiers without a parent are what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from reader.formats.source import Source
from reader.formats.tiers import Span, Tier, add_tiers, list_tier, refuse_many_tiers
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node, parsed, root_name, stray_texts
from reader.message import message
from reader.transcript.model import Transcript

_TIME = re.compile(r"-?\d{1,12}")
_NUMBERED = re.compile(r"[\w.-]{0,40}\d[\w.-]{0,10}")  # the name of an utterance, not its words
_UNREAD = frozenset(("PROPERTY", "CVE_VALUE", "CV_ENTRY", "DESCRIPTION"))
"""Elements whose text is none of the transcript."""


def is_like(head: list[str]) -> bool:
    """Whether the root element is ELAN's."""
    return root_name(head) == "ANNOTATION_DOCUMENT"


def read(source: Source) -> Transcript:
    """The tiers without a parent, their participants as voices; of the others the words' times."""
    draft = TranscriptBuilder("ELAN", source)
    root, damage = parsed(source)
    document = _Document(root, source)
    for key in ("AUTHOR", "DATE"):
        if value := root.attributes.get(key, "").strip():
            draft.add_metadata(key.lower(), value)
    for media in document.media:
        draft.add_metadata("media", media)
    add_tiers(draft, document.spoken())
    for tier in document.others():
        list_tier(draft, tier)
    inside = (stray_texts(node, _UNREAD | {"ANNOTATION_VALUE"}) for node in document.tier_nodes)
    for line, text in chain(stray_texts(root, _UNREAD | {"TIER"}), *inside):
        draft.skip(line, message("text outside of its place"), text)
    if damage:
        draft.skip(*damage)
    return draft.transcript()


class _Document:
    """Tiers by their place in the file; times of annotations by their names."""

    def __init__(self, root: Node, source: Source) -> None:
        nodes = list(root.all_nodes())
        self.media = [
            url
            for node in nodes
            if node.name == "MEDIA_DESCRIPTOR" and (url := node.attributes.get("MEDIA_URL", ""))
        ]
        self._slots = {
            node.attributes.get("TIME_SLOT_ID", ""): int(value)
            for node in nodes
            if node.name == "TIME_SLOT"
            and _TIME.fullmatch(value := node.attributes.get("TIME_VALUE", ""))
        }
        self._times: dict[str, tuple[int | None, int | None]] = {}
        self._parents: dict[str, str] = {}
        for node in nodes:
            self._take_times(node)
        self.tier_nodes = [node for node in nodes if node.name == "TIER"]
        refuse_many_tiers(source, len(self.tier_nodes))
        self._above = [node.attributes.get("PARENT_REF", "") for node in self.tier_nodes]
        self._tiers = [self._tier(node) for node in self.tier_nodes]
        self._shown = set(self._choose())
        self._shown |= {
            place
            for place, tier in enumerate(self._tiers)
            if self._above[place] and tier.is_of_words and _is_timed(tier)
        }

    def spoken(self) -> list[Tier]:
        """A tier for each that says something, and those below it that hold its words."""
        return [tier for place, tier in enumerate(self._tiers) if place in self._shown]

    def others(self) -> list[Tier]:
        """What is not shown: translations, glosses, names of utterances."""
        rest = (tier for place, tier in enumerate(self._tiers) if place not in self._shown)
        return [tier for tier in rest if tier.spans]

    def _take_times(self, node: Node) -> None:
        of = node.attributes.get
        if node.name == "ALIGNABLE_ANNOTATION":
            slots = (of("TIME_SLOT_REF1", ""), of("TIME_SLOT_REF2", ""))
            self._times[of("ANNOTATION_ID", "")] = (
                self._slots.get(slots[0]),
                self._slots.get(slots[1]),
            )
        elif node.name == "REF_ANNOTATION":
            self._parents[of("ANNOTATION_ID", "")] = of("ANNOTATION_REF", "")

    def _choose(self) -> Iterator[int]:
        """Tiers without a parent; one that only numbers gives its place to the first below it."""
        for place, tier in enumerate(self._tiers):
            if not self._above[place]:
                below = (k for k, above in enumerate(self._above) if above == tier.name)
                yield next(below, place) if _only_numbers(tier) else place

    def _tier(self, node: Node) -> Tier:
        of = node.attributes.get
        name = of("TIER_ID", "")
        spans: list[Span] = []
        annotation = node  # which one a value belongs to
        for each in node.all_nodes():
            if each.name in _ANNOTATIONS:
                annotation = each
            elif each.name == "ANNOTATION_VALUE":
                spans.append(self._span(annotation, each.text().strip()))
                annotation = node
        return Tier(name, tuple(spans), of("PARTICIPANT", "") or name.partition("@")[2] or name)

    def _span(self, node: Node, text: str) -> Span:
        own = node.attributes.get("ANNOTATION_ID", "")
        seen = set()
        while own in self._parents and own not in seen:
            seen.add(own)
            own = self._parents[own]
        start, end = self._times.get(own, (None, None))
        return Span(start, end, text, node.line)


_ANNOTATIONS = frozenset(("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"))


def _only_numbers(tier: Tier) -> bool:
    texts = [span.text for span in tier.spans if span.text]
    return bool(texts) and sum(map(bool, map(_NUMBERED.fullmatch, texts))) > len(texts) / 2


def _is_timed(tier: Tier) -> bool:
    return sum(span.start is not None for span in tier.spans) > len(tier.spans) / 2
