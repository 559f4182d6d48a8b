"""EXMARaLDA's basic transcriptions (.exb): events of tiers between the points of one timeline.

Tiers of type `t` hold what was said (https://exmaralda.org, "EXMARaLDA: data model"); events that
follow one another are parts of one utterance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, compress, pairwise

from reader.formats.json_sentences import sentences
from reader.formats.source import Source
from reader.formats.tiers import Span, Tier, add_tiers, list_tier, refuse_many_tiers
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece
from reader.formats.xml_tree import Node, parsed, root_name, stray_texts
from reader.message import message
from reader.transcript.model import Transcript

_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,15})?")
_HOLDERS, _EVENTS = frozenset(("tier", "head")), frozenset(("event",))
"""Elements whose text is read, or is none of the transcript; and those within a tier."""


def is_like(head: list[str]) -> bool:
    """Whether the root element is that of a basic transcription."""
    return root_name(head) == "basic-transcription"


def read(source: Source) -> Transcript:
    """What each speaker said, joined to utterances; the other tiers are listed."""
    draft = TranscriptBuilder("EXMARaLDA", source)
    root, damage = parsed(source)
    nodes = list(root.all_nodes())
    _describe(draft, nodes)
    names = {node.attributes.get("id", ""): _name(node) for node in nodes if node.name == "speaker"}
    times = _timeline([node for node in nodes if node.name == "tli"])
    tiers = [node for node in nodes if node.name == "tier"]
    refuse_many_tiers(source, len(tiers))
    are_spoken = [node.attributes.get("type", "t") == "t" for node in tiers]
    rows = [_tier(node, names, times) for node in tiers]
    add_tiers(draft, map(_utterances, compress(rows, are_spoken)))
    for row, is_spoken in zip(rows, are_spoken, strict=True):
        if not is_spoken:
            list_tier(draft, row)
    inside = (stray_texts(node, _EVENTS) for node in tiers)
    in_head = (event for node in nodes if node.name == "head" for event in node.all_nodes())
    said = ((node.line, node.text()) for node in in_head if node.name in _EVENTS)
    for line, text in chain(stray_texts(root, _HOLDERS), *inside, said):
        draft.skip(line, message("text outside of its place"), text)
    if damage:
        draft.skip(*damage)
    return draft.transcript()


def _describe(draft: TranscriptBuilder, nodes: Iterable[Node]) -> None:
    for node in nodes:
        if node.name == "transcription-name" and (name := node.text().strip()):
            draft.add_metadata("title", name)
        elif node.name == "referenced-file" and (url := node.attributes.get("url", "")):
            draft.add_metadata("media", url)
        elif node.name == "comment" and (text := node.text().strip()):
            draft.add_metadata("comment", text)


def _name(speaker: Node) -> str:
    short = next(
        (node.text().strip() for node in speaker.nodes() if node.name == "abbreviation"), ""
    )
    return short or speaker.attributes.get("id", "")


def _timeline(points: list[Node]) -> dict[str, int]:
    """The time of each point in ms; one without lies evenly between its neighbours."""
    known = [
        (place, round(1000 * float(value)))
        for place, node in enumerate(points)
        if _SECONDS.fullmatch(value := node.attributes.get("time", ""))
    ]
    times: dict[str, int] = {}
    for (first, start), (last, end) in pairwise(known):
        for place in range(first, last + 1):
            between = start + (end - start) * (place - first) // (last - first)
            times[points[place].attributes.get("id", "")] = between
    if known and not times:
        times[points[known[0][0]].attributes.get("id", "")] = known[0][1]
    return times


def _tier(node: Node, names: dict[str, str], times: dict[str, int]) -> Tier:
    of = node.attributes.get
    spans = tuple(
        Span(
            times.get(event.attributes.get("start", "")),
            times.get(event.attributes.get("end", "")),
            event.text(),
            event.line,
        )
        for event in node.nodes()
        if event.name == "event"
    )
    voice = names.get(of("speaker", ""), "") or of("speaker", "")
    return Tier(of("display-name", "") or of("category", "") or of("id", ""), spans, voice)


def _utterances(tier: Tier) -> Tier:
    """Events joined to sentences where one ends as the next begins."""
    found: list[Span] = []
    held: list[Span] = []
    for span in tier.spans:
        if held and (span.start is None or held[-1].end != span.start):
            found += _joined(held)
            held = []
        held.append(span)
    return tier._replace(spans=(*found, *_joined(held)))


def _joined(spans: list[Span]) -> Iterable[Span]:
    lines = iter(spans)
    for group in sentences([WordPiece(span.text, span.start, span.end) for span in spans]):
        text = "".join(piece.text for piece in group)
        yield Span(group[0].start, group[-1].end, text, next(lines).line)
