"""JSON after the W3C Web Annotation Data Model: everything that is known of a note.

`reader.notes.web_annotation` describes the fields and reads them back. Of files only names and
content keys are written, not the folders they lie in.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from reader.annotation import Annotation, AnnotationKind, Selector
from reader.episode import Episode
from reader.library.links import seconds_text
from reader.notes.exporting.note import Export, ExportedEpisode, ExportedNote, by_episode
from reader.notes.web_annotation import CONTEXT, MEDIA_FRAGMENTS, iri_of, key_iri

_MOTIVATIONS = {AnnotationKind.BOOKMARK: "bookmarking", AnnotationKind.HIGHLIGHT: "highlighting"}


def write(export: Export) -> str:
    """An AnnotationCollection with one page; an annotation a line."""
    collection = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(n.annotation.id for n in export.notes))
    items = ",\n".join(_json(_item(note)) for note in export.notes)
    episodes = ",\n".join(_json(_episode(each)) for each in by_episode(export.notes))
    head = {
        "@context": CONTEXT,
        "id": collection.urn,
        "type": "AnnotationCollection",
        "label": "Notes kept in Earmark",
        "total": len(export.notes),
    }
    page = _json({"id": f"{collection.urn}#1", "type": "AnnotationPage", "startIndex": 0})
    return (
        f'{_json(head)[:-1]},\n"earmark:episodes": [\n{episodes}\n],\n'
        f'"first": {page[:-1]}, "items": [\n{items}\n]}}}}\n'
    )


def _episode(kept: ExportedEpisode) -> dict[str, Any]:
    episode = kept.episode
    values = {
        "id": iri_of(episode.id),
        "title": episode.title,
        "show": episode.show,
        "date": episode.date,
        "recording": key_iri(episode.recording_key),
        "transcript": key_iri(episode.transcript_key),
        "recordingName": episode.recording.name if episode.recording else "",
        "transcriptName": episode.transcript.name if episode.transcript else "",
        "length": episode.length,
    }
    return {name: value for name, value in values.items() if value}


def _item(note: ExportedNote) -> dict[str, Any]:
    each = note.annotation
    item: dict[str, Any] = {
        "id": iri_of(each.id),
        "type": "Annotation",
        "motivation": _motivation(each),
        "created": _moment(each.created),
        "modified": _moment(each.updated),
    }
    if bodies := list(_bodies(each)):
        item["body"] = bodies
    item["target"] = list(_targets(each.selector, note.episode))
    return item | {f"earmark:{name}": value for name, value in _own(note).items() if value}


def _moment(moment: datetime) -> str:
    """In UTC with a Z, as the model asks for: https://www.w3.org/TR/annotation-model/#lifecycle."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _offset(moment: datetime) -> str:
    """`+05:30`, by which a moment in UTC is the listener's again; empty where that is UTC."""
    text = moment.isoformat()
    zone = text[text.rindex("T") :].lstrip("T0123456789:.")
    return "" if zone == "+00:00" else zone


def _motivation(annotation: Annotation) -> str | list[str]:
    first = _MOTIVATIONS[annotation.kind]
    return [first, "commenting"] if annotation.note else first


def _bodies(annotation: Annotation) -> Iterator[dict[str, str]]:
    if annotation.note:
        yield {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/markdown",
            "value": annotation.note,
        }
    for tag in annotation.tags:
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}


def _targets(selector: Selector, episode: Episode) -> Iterator[dict[str, Any]]:
    """The recording by time; the transcript, if anything is known of it, by words and position."""
    source = key_iri(episode.recording_key) or iri_of(episode.id)
    sound = {"id": source, "type": "Audio"}
    yield {"type": "SpecificResource", "source": sound, "selector": _fragment(selector.time)}
    if found := list(_in_text(selector)):
        source = key_iri(episode.transcript_key) or f"{iri_of(episode.id)}#transcript"
        text = {"id": source, "type": "Text"}
        yield {"type": "SpecificResource", "source": text, "selector": found}


def _in_text(selector: Selector) -> Iterator[dict[str, Any]]:
    if any(selector.quote):
        yield {"type": "TextQuoteSelector", **selector.quote._asdict()}
    if selector.position is not None:
        start, end = selector.position
        yield {"type": "TextPositionSelector", "start": start, "end": end}
    if selector.transcript_time is not None:
        yield _fragment(selector.transcript_time)


def _fragment(time: tuple[int, int]) -> dict[str, str]:
    """`t=83.2,85`; a moment has no end, since a fragment must not be empty."""
    start, end = map(seconds_text, time)
    value = f"t={start}" if start == end else f"t={start},{end}"
    return {"type": "FragmentSelector", "conformsTo": MEDIA_FRAGMENTS, "value": value}


def _own(note: ExportedNote) -> dict[str, Any]:
    """What the W3C model has no words for; what is not known is empty."""
    each = note.annotation
    colour = {"number": each.colour, "name": note.colour_name, "hex": note.colour_hex}
    return {
        "episode": iri_of(each.episode_id),
        "colour": colour if each.colour else None,
        "voice": each.voice,
        "isUntidied": each.is_unreviewed,
        "createdOffset": _offset(each.created),
        "modifiedOffset": _offset(each.updated),
    }


def _json(value: object) -> str:
    """Lone surrogates, which UTF-8 cannot hold, become escapes; all other text stays readable."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()
