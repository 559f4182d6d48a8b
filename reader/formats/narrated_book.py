"""EPUB books. With Media Overlays each passage has the time at which a narrator reads it.

EPUB 3.3: `META-INF/container.xml` names the package document, whose spine is the order of
reading; a chapter's overlay (SMIL) pairs places in its text with spans of sound files. The sound
files follow one another as one recording, each as long as the last span that the book uses.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from reader.errors import TranscriptError
from reader.formats.json_sentences import sentences
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, placed
from reader.formats.xml_tree import Node
from reader.formats.zip_parts import ZipParts, beside
from reader.message import Message, message
from reader.time_text import clock_text
from reader.transcript.model import Transcript

_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENTITY = re.compile(r"&([a-zA-Z]\w{1,30});")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_CLOCK = re.compile(r"(?:(\d{1,5}):)?(\d{1,5}):(\d{1,2}(?:\.\d{1,9})?)")
_COUNT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(h|min|s|ms)?")
_UNITS = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1, "": 1000}
_BLANKS = re.compile(r"\s++")
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header html li main nav ol p pre section table tbody td th thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_UNREAD = frozenset(("script", "style", "head", "svg", "math"))
_MOST_SINGLE = 0.6  # share of passages of one word, above which they are joined to sentences


def is_like(head: bytes) -> bool:
    """Whether it is a ZIP archive that says first, as EPUB asks, that it is a book."""
    return head.startswith(b"PK\x03\x04") and _MIMETYPE in head[30:200]


def read(source: Source) -> Transcript:
    """The passages of all chapters with their times, or the paragraphs of a book without sound."""
    parts = ZipParts(source)
    draft = TranscriptBuilder("EPUB", source)
    book = _Book(parts, draft)
    chapters = [chapter for item in book.spine if (chapter := book.chapter(item))]
    if any(chapter.passages for chapter in chapters):
        _add_narrated(draft, chapters)
    else:
        for chapter in chapters:
            for text in chapter.paragraphs:
                draft.add(chapter.number, None, None, text)
    return draft.transcript()


class SoundFile(NamedTuple):
    """A sound file of a book: its part of the archive, and where it begins and ends (ms) in the
    recording that all of them make; the end is None where the book does not say it."""

    part: str
    begin: int
    end: int | None


def sound_files(source: Source) -> tuple[SoundFile, ...]:
    """The sound files of a narrated book, in order; none of another one. Raises TranscriptError."""
    book = _Book(ZipParts(source), TranscriptBuilder("EPUB", source))
    narrated = [item for item in book.spine if item.overlay]
    return tuple(_sounds([found for item in narrated if (found := book.chapter(item))]).values())


class _Item(NamedTuple):
    """A file of the book: its part of the archive, and the item that is its overlay."""

    part: str
    overlay: str = ""
    properties: str = ""


class _Passage(NamedTuple):
    """A piece of text with its span (ms; the end may be open) in a sound file."""

    text: str
    audio: str
    start: int
    end: int | None


@dataclass
class _Chapter:
    number: int
    title: str = ""
    passages: list[_Passage] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


class _Book:
    """The package document, and what it leads to."""

    def __init__(self, parts: ZipParts, draft: TranscriptBuilder) -> None:
        self._parts, self._draft = parts, draft
        self._count = 0
        container, _ = parts.tree(_CONTAINER)
        roots = (node for node in container.all_nodes() if node.name == "rootfile")
        self._package = unquote(next((node.attributes.get("full-path", "") for node in roots), ""))
        root, _ = parts.tree(self._package)
        self._items = dict(self._manifest(root))
        self.spine = [
            self._items[node.attributes["idref"]]
            for node in root.all_nodes()
            if node.name == "itemref" and node.attributes.get("idref") in self._items
        ]
        for name in ("title", "creator", "language"):
            if text := next((_words(n.text()) for n in root.all_nodes() if n.name == name), ""):
                draft.add_metadata(name, text)
        self._titles = self._contents()

    def chapter(self, item: _Item) -> _Chapter | None:
        """The next chapter, with the passages of its overlay; None where it cannot be read."""
        self._count += 1
        chapter = _Chapter(self._count)
        narrated: set[int] = set()
        root = self._page(item.part)
        if root is None:
            return None
        chapter.title = self._titles.get(item.part) or _heading(root)
        if item.overlay in self._items:
            places = {node.attributes["id"]: node for node in _with_ids(root)}
            overlay = self._items[item.overlay].part
            chapter.passages, narrated = self._passages(overlay, item.part, places)
        lines = "".join(_flow(root, narrated)).split("\n")
        chapter.paragraphs = list(filter(None, map(_words, lines)))
        if item.overlay and not chapter.passages:
            self._skip(message("a chapter whose narration cannot be read"), item.part)
        return chapter

    def _manifest(self, root: Node) -> Iterator[tuple[str, _Item]]:
        for node in root.all_nodes():
            if node.name == "item" and "id" in node.attributes:
                of = node.attributes.get
                part = beside(self._package, unquote(of("href", "")))
                yield (
                    node.attributes["id"],
                    _Item(part, of("media-overlay", ""), of("properties", "")),
                )

    def _page(self, part: str) -> Node | None:
        """The root of a page, its HTML entities resolved: XML knows five of them only."""
        try:
            text = _ENTITY.sub(_resolved, self._parts.text(part))
            root, damage = self._parts.tree(part, text=text)
        except TranscriptError as error:
            if part not in self._parts:
                self._skip(error.message, part)
                return None
            raise
        if damage:
            self._skip(damage.reason, damage.text)
        return root

    def _passages(
        self, overlay: str, page: str, places: dict[str, Node]
    ) -> tuple[list[_Passage], set[int]]:
        """The passages of a page, and which of its nodes they are."""
        found: list[_Passage] = []
        nodes: set[int] = set()
        if overlay not in self._parts:
            return found, nodes
        for par in self._parts.tree(overlay)[0].all_nodes():
            if par.name != "par":
                continue
            inside = {node.name: node.attributes for node in par.nodes()}
            text, audio = inside.get("text", {}), inside.get("audio", {})
            part, _, place = unquote(text.get("src", "")).partition("#")
            if beside(overlay, part) != page or place not in places or not audio.get("src"):
                continue
            nodes.add(id(places[place]))
            found.append(
                _Passage(
                    _words(places[place].text()),
                    beside(overlay, unquote(audio["src"])),
                    _time(audio.get("clipBegin", "")) or 0,
                    _time(audio.get("clipEnd", "")),
                )
            )
        return found, nodes

    def _contents(self) -> dict[str, str]:
        """What the table of contents calls each chapter."""
        contents = next((item for item in self._items.values() if "nav" in item.properties), None)
        root = self._page(contents.part) if contents else None
        titles: dict[str, str] = {}
        if contents is None or root is None:
            return titles
        for node in root.all_nodes():
            if node.name == "a" and (reference := node.attributes.get("href", "")):
                page = beside(contents.part, unquote(reference.partition("#")[0]))
                titles.setdefault(page, _words(node.text()))
        return titles

    def _skip(self, reason: Message, text: str) -> None:
        self._draft.skip(self._count or 1, reason, text)


def _add_narrated(draft: TranscriptBuilder, chapters: list[_Chapter]) -> None:
    """Cues for all passages, on the clock of the sound files one after the other."""
    sounds = _sounds(chapters)
    titles = []
    for chapter in chapters:
        pieces = [
            WordPiece(
                f"{passage.text} ",
                sounds[passage.audio].begin + passage.start,
                None if passage.end is None else sounds[passage.audio].begin + passage.end,
            )
            for passage in chapter.passages
            if passage.text
        ]
        for text in chapter.paragraphs:
            draft.skip(chapter.number, message("text that is not narrated"), text)
        if chapter.title and pieces:
            titles.append(f"{clock_text(pieces[0].start or 0)} {chapter.title}")
        _add_pieces(draft, chapter.number, pieces)
    if titles:
        draft.add_metadata("chapters", "\n".join(titles))
    draft.add_metadata("sound files", "\n".join(sounds))
    for sound in [*sounds.values()][:-1]:
        if sound.end is None:
            draft.repair(1, message("a sound file of unknown length: later times"), sound.part)


def _add_pieces(draft: TranscriptBuilder, number: int, pieces: list[WordPiece]) -> None:
    """A cue for each passage; where most are single words, for each sentence."""
    single = sum(" " not in piece.text.strip() for piece in pieces)
    are_words = single > _MOST_SINGLE * len(pieces)
    for group in sentences(pieces) if are_words else ([piece] for piece in pieces):
        start, end = group[0].start or 0, group[-1].end
        text = "".join(piece.text for piece in group).strip()
        words = placed(text, tuple(group), start, end or start) if are_words and end else ()
        draft.add(number, start, end, text, words=words)


def _sounds(chapters: list[_Chapter]) -> dict[str, SoundFile]:
    """The sound files in order of their first use; each ends where the book uses it last."""
    lengths: dict[str, int] = {}
    open_from: dict[str, int] = {}
    for passage in (passage for chapter in chapters for passage in chapter.passages):
        known = lengths.get(passage.audio, 0)
        lengths[passage.audio] = max(known, passage.start, passage.end or 0)
        if passage.end is None:
            open_from[passage.audio] = max(open_from.get(passage.audio, 0), passage.start)
    sounds, begin = {}, 0
    for part, length in lengths.items():
        is_open = open_from.get(part, -1) >= length
        sounds[part] = SoundFile(part, begin, None if is_open else begin + length)
        begin += length
    return sounds


def _with_ids(root: Node) -> Iterator[Node]:
    return (node for node in root.all_nodes() if "id" in node.attributes)


def _heading(root: Node) -> str:
    return next((_words(n.text()) for n in root.all_nodes() if n.name in _HEADINGS), "")


def _flow(node: Node, narrated: set[int]) -> Iterator[str]:
    """The text that is not narrated, with a line feed wherever a block begins or ends."""
    for child in node.content:
        if isinstance(child, str):
            yield child.replace("\n", " ")
        elif child.name in _UNREAD or id(child) in narrated:
            continue
        elif child.name == "br":
            yield " "
        elif child.name in _BLOCKS:
            yield "\n"
            yield from _flow(child, narrated)
            yield "\n"
        else:
            yield from _flow(child, narrated)


def _words(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _resolved(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XML_ENTITIES else html.unescape(entity[0])


def _time(value: str) -> int | None:
    """A SMIL clock value (`0:01:02.5`, `62.5s`, `62500ms`) in milliseconds."""
    value = value.strip()
    if found := _CLOCK.fullmatch(value):
        minutes = int(found[1] or 0) * 60 + int(found[2])
        return round(1000 * (60 * minutes + float(found[3])))
    count = _COUNT.fullmatch(value)
    return round(float(count[1]) * _UNITS[count[2] or ""]) if count else None
