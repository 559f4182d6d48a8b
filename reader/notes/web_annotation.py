"""Reads notes from JSON after the W3C Web Annotation Data Model, as Earmark writes it.

A document is an AnnotationCollection, an AnnotationPage or a list of annotations. Each has a target
in a recording (FragmentSelector, `t=` in seconds, no end for a moment) and may have one in a
transcript (TextQuoteSelector, TextPositionSelector, FragmentSelector). Bodies are Markdown with the
purpose "commenting" and tags with "tagging". What the model has no words for is under `earmark:`:
`episodes` of the collection; `episode`, `colour`, `voice` and `isUntidied` of an annotation.
Sources are content keys: `urn:earmark:file:` and 32 digits.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeGuard
from urllib.parse import unquote

from reader.annotation import COLOURS, Annotation, AnnotationKind, Selector, TextQuote
from reader.errors import ReaderError
from reader.message import message
from reader.time_bounds import LATEST, is_late

_TERMS = (
    *("title", "show", "date", "recording", "transcript", "recordingName", "transcriptName"),
    *("length", "number", "name", "hex"),
)
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"earmark": "urn:earmark:terms:"} | {term: f"earmark:{term}" for term in _TERMS},
]
"""Whoever reads JSON-LD drops what no context defines."""
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"

_UUID, _FILE = "urn:uuid:", "urn:earmark:file:"
_KEY = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"t=(?:npt:)?([0-9]{1,20}(?:\.[0-9]{1,9})?)(?:,([0-9]{1,20}(?:\.[0-9]{1,9})?))?")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_LONGEST = 1_000_000  # characters of a quote or a note
_TITLE = 1_000  # characters of a title

Object = dict[str, Any]


class ImportedEpisode(NamedTuple):
    """What a document says of an episode; keys are content keys."""

    id: str
    title: str = ""
    recording_key: str = ""
    transcript_key: str = ""
    length: int = 0
    show: str = ""
    date: str = ""


class ImportedNote(NamedTuple):
    """An annotation, whose `episode_id` is the document's, and its episode."""

    annotation: Annotation
    episode: ImportedEpisode


class ImportedNotes(NamedTuple):
    """All that a document says; `faults` say what could not be read of it, and why."""

    notes: tuple[ImportedNote, ...]
    faults: tuple[str, ...]


def iri_of(key: str) -> str:
    """The name of an annotation or an episode in the document."""
    return f"{_UUID}{key}"


def key_iri(content_key: str) -> str:
    """The name of a file; empty where it is not known."""
    return f"{_FILE}{content_key}" if content_key else ""


def known_id(name: str) -> str:
    """A UUID as it is; for another name always the same one."""
    try:
        return str(uuid.UUID(name))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, name.encode("utf-8", "replace").decode()))


def notes_in(text: str, written: datetime | None = None) -> ImportedNotes:
    """The notes of a document that was `written` then, as is what it gives no date.

    Raises ReaderError where it is none of Web Annotations.
    """
    document = _parsed(text)
    given = _listed_episodes(document)
    notes, faults = [], []
    for number, item in enumerate(_items(document), 1):
        try:
            notes.append(_note(item, given, written))
        except (_FaultError, OverflowError) as error:
            faults.append(f"annotation {number}: {error}")
    return ImportedNotes(tuple(notes), tuple(faults))


class _FaultError(ValueError):
    """Why an annotation cannot be read, in a few words."""


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise ReaderError(message("It is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        raise ReaderError(
            message("It is not JSON: {reason}.", reason=error.msg), line=error.lineno
        ) from None
    except ValueError:  # a number of thousands of digits
        raise ReaderError(
            message("It is not JSON that can be read: a number is too long.")
        ) from None


def _items(document: object) -> list[object]:
    if isinstance(document, dict):
        first = document.get("first")
        page = first if isinstance(first, dict) else document
        document = page.get("items", [page] if page.get("type") == "Annotation" else None)
    if not isinstance(document, list):
        raise ReaderError(message("It holds no annotations as the W3C describes them."))
    return document


def _listed_episodes(document: object) -> dict[str, ImportedEpisode]:
    listed = _listed(document.get("earmark:episodes") if isinstance(document, dict) else None)
    episodes = [_episode(each) for each in listed if isinstance(each, dict)]
    return {each.id: each for each in episodes if each.id}


def _episode(given: Object) -> ImportedEpisode:
    length = given.get("length")
    return ImportedEpisode(
        _key(given.get("id")),
        _name(given.get("title")),
        _file_key(given.get("recording")),
        _file_key(given.get("transcript")),
        length if _is_whole(length) else 0,
        _name(given.get("show")),
        _name(given.get("date")),
    )


def _name(given: object) -> str:
    return given[:_TITLE] if isinstance(given, str) else ""


def _note(
    item: object, given: dict[str, ImportedEpisode], written: datetime | None
) -> ImportedNote:
    if not isinstance(item, dict) or item.get("type") != "Annotation":
        raise _FaultError("it is not an annotation")
    targets = [each for given in _listed(item.get("target")) if (each := _target(given))]
    episode = _episode_of(item, targets, given)
    bodies = [each for each in _listed(item.get("body")) if isinstance(each, dict)]
    created = _here(_moment(item.get("created"), written), item.get("earmark:createdOffset"))
    colour = _colour(item.get("earmark:colour"))
    motivations = _listed(item.get("motivation"))
    is_marked = bool(colour) and "bookmarking" not in motivations
    is_highlight = is_marked or "highlighting" in motivations
    note = Annotation(
        _id(item.get("id")),
        episode.id,
        AnnotationKind.HIGHLIGHT if is_highlight else AnnotationKind.BOOKMARK,
        _selector(targets),
        created,
        _here(_moment(item.get("modified"), created), item.get("earmark:modifiedOffset")),
        "\n\n".join((*_values(bodies, is_tags=False), *_plain_body(item))),
        tuple(_values(bodies, is_tags=True)),
        colour,
        _text(item.get("earmark:voice", "")),
        item.get("earmark:isUntidied") is True,
    )
    return ImportedNote(note, episode)


def _episode_of(
    item: Object, targets: list[Object], given: dict[str, ImportedEpisode]
) -> ImportedEpisode:
    """As the document lists it, else as the sources of the targets have it."""
    key = _key(item.get("earmark:episode"))
    if key in given:
        return given[key]
    recording, transcript = "", ""
    for target in targets:
        found = _file_key(_source(target))
        if _is_sound(target):
            recording = recording or found
        else:
            transcript = transcript or found
    if address := "" if recording or transcript else _address(targets):
        return ImportedEpisode(address, _name_in(address))
    if not (recording or transcript):
        raise _FaultError("it does not say which episode it belongs to")
    return ImportedEpisode(recording or transcript, "", recording, transcript)


def _selector(targets: list[Object]) -> Selector:
    heard = [part for each in targets if _is_sound(each) for part in _parts(each)]
    read = [part for each in targets if not _is_sound(each) for part in _parts(each)]
    time, transcript_time = _fragment(heard), _fragment(read)
    if time is None and transcript_time is None and not _address(targets):
        raise _FaultError("it does not contain a time")
    words = read if _of_type(read, "TextQuoteSelector") else heard
    return Selector(
        time or transcript_time or (0, 0), transcript_time, _quote(words), _position(read)
    )


def _target(given: object) -> Object | None:
    """An address alone is a target too, with its time behind `#`; a name is not one."""
    target = given if isinstance(given, dict) else {"source": given}
    address = _source(target) or target.get("id")
    if not isinstance(address, str) or not _WEB.match(address):
        return target if isinstance(given, dict) else None
    page, _, fragment = address.partition("#")
    target = {**target, "source": page}
    if _TIME.fullmatch(fragment) and "selector" not in target:
        target["selector"] = {"type": "FragmentSelector", "value": fragment}
    return target


def _address(targets: list[Object]) -> str:
    """Where on the web others found what they annotated; empty for what Earmark wrote."""
    found = (source for each in targets if isinstance(source := _source(each), str))
    return next((source for source in found if _WEB.match(source)), "")


def _name_in(address: str) -> str:
    """`https://example.org/talks/harbour%20dawn.mp3` -> `harbour dawn.mp3`."""
    path = address.split("?", maxsplit=1)[0].rstrip("/")
    return unquote(path.rsplit("/", 1)[-1])[:_TITLE]


def _plain_body(item: Object) -> Iterator[str]:
    if isinstance(value := item.get("bodyValue"), str):
        yield _text(value)


def _parts(target: Object) -> list[Object]:
    return [each for each in _listed(target.get("selector")) if isinstance(each, dict)]


def _of_type(parts: Iterable[Object], name: str) -> Object | None:
    return next((each for each in parts if each.get("type") == name), None)


def _fragment(parts: list[Object]) -> tuple[int, int] | None:
    given = _of_type(parts, "FragmentSelector")
    if given is None:
        return None
    found = _TIME.fullmatch(given["value"]) if isinstance(given.get("value"), str) else None
    if found is None:
        raise _FaultError("its time cannot be read")
    start = round(float(found[1]) * 1000)
    end = start if found[2] is None else round(float(found[2]) * 1000)
    if end < start:
        raise _FaultError("it ends before it starts")
    if is_late(end):
        raise _FaultError("its time is later than any recording ends")
    return start, end


def _quote(parts: list[Object]) -> TextQuote:
    given = _of_type(parts, "TextQuoteSelector") or {}
    return TextQuote(*(_text(given.get(name, "")) for name in TextQuote._fields))


def _position(parts: list[Object]) -> tuple[int, int] | None:
    given = _of_type(parts, "TextPositionSelector")
    if given is None:
        return None
    start, end = given.get("start"), given.get("end")
    if not (_is_whole(start) and _is_whole(end) and start <= end):
        raise _FaultError("its position cannot be read")
    return start, end


def _values(bodies: list[Object], *, is_tags: bool) -> Iterator[str]:
    for body in bodies:
        is_tag = "tagging" in _listed(body.get("purpose"))
        if is_tag is is_tags and "value" in body:
            yield _text(body["value"])


def _colour(given: object) -> int:
    number = given.get("number") if isinstance(given, dict) else None
    return number if _is_whole(number) and number <= COLOURS else 0


def _moment(given: object, otherwise: datetime | None = None) -> datetime:
    if given is None:
        return otherwise or datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(_text(given))
    except ValueError:
        raise _FaultError("a date cannot be read") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not 1900 < moment.year < 3000:
        raise _FaultError("a date is out of all bounds")
    return moment


def _here(moment: datetime, offset: object) -> datetime:
    """A moment in the listener's own time again."""
    if not isinstance(offset, str):
        return moment
    try:
        zone = datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo
    except ValueError:
        return moment
    return moment.astimezone(zone) if zone else moment


def _id(given: object) -> str:
    if not isinstance(given, str) or not given:
        raise _FaultError("it has no id")
    return known_id(_key(given))


def _key(given: object) -> str:
    return given.removeprefix(_UUID) if isinstance(given, str) else ""


def _file_key(given: object) -> str:
    key = given.removeprefix(_FILE) if isinstance(given, str) else ""
    return key if _KEY.fullmatch(key) else ""


def _source(target: Object) -> object:
    source = target.get("source")
    return source.get("id") if isinstance(source, dict) else source


def _is_sound(target: Object) -> bool:
    source = target.get("source")
    return not isinstance(source, dict) or source.get("type") != "Text"


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _FaultError("a text is none")
    if len(value) > _LONGEST:
        raise _FaultError("a text is too long")
    return value


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LATEST
