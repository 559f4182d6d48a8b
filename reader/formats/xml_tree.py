"""XML as a tree with line numbers; what is damaged is kept up to the damage.

Made with expat, on which xml.etree stands too: only expat reports lines, and lets what came before
an error be used. Names are local (`tt:p` is `p`): transcripts in the wild bind prefixes wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from reader.errors import TranscriptError
from reader.formats.source import LONGEST_LINE, Source
from reader.message import Message, message

_PIECE = 1 << 18
_DEEPEST = 200
_MOST_PARTS = 900_000  # elements and attributes: 24 hours with each word timed have 700,000
_LONGEST_TOKEN = 8 << 20
_NO_ATTRIBUTES: Mapping[str, str] = {}  # one for all that have none: a million take 80 MB
_ROOT = re.compile(
    r"\s*+(?:(?><\?[^<>]{0,400}\?>|<!--(?:(?!-->).){0,4000}+-->|<!DOCTYPE[^\[<>]{0,400}+>)\s*+)*+<",
    re.DOTALL,
)
_DOCTYPE = re.compile(r"<!DOCTYPE\s{1,9}(?:[\w.-]{1,40}:)?([\w.-]{1,40})")
_FAR = 2_000
_ENDLESS_TAG = message("{file} has a tag without an end (line {line}); that is not a transcript.")
_TOO_DEEP = message("{file} is nested too deeply (line {line}); that is not a transcript.")
_TOO_MANY = message("{file} has too many elements (line {line}); that is not a transcript.")
_TOO_LONG = message(
    "{file} has a text of more than {most} characters (line {line}); that is not a transcript."
)
_NAME = re.compile(r"(?:[\w.-]{1,40}:)?([\w.-]{1,40})(?=[\s/>])")


@dataclass(slots=True)
class Node:
    """An element; its content is texts and elements in order."""

    name: str
    attributes: Mapping[str, str]
    line: int
    content: list[Node | str] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        """The elements directly inside."""
        return (each for each in self.content if isinstance(each, Node))

    def all_nodes(self) -> Iterator[Node]:
        """This element and every one inside, in order of the document."""
        yield self
        for node in self.nodes():
            yield from node.all_nodes()

    def text(self) -> str:
        """All that is written inside, without the marks."""
        return "".join(each if isinstance(each, str) else each.text() for each in self.content)


class Damage(NamedTuple):
    """Where XML could not be read on, why, and what was left over."""

    line: int
    reason: Message
    text: str


def stray_texts(node: Node, holders: Set[str]) -> Iterator[tuple[int, str]]:
    """What is written outside the elements of these names, with its line: damage leaves it so."""
    if node.name in holders:
        return
    for each in node.content:
        if isinstance(each, Node):
            yield from stray_texts(each, holders)
        elif text := each.strip():
            yield node.line, text


def root_name(head: list[str]) -> str:
    """The local name of the first element, or an empty string."""
    text = "\n".join(head).lstrip("\ufeff")
    if doctype := _DOCTYPE.search(text[:_FAR]):
        return doctype[1]
    opening = _ROOT.match(text)
    name = _NAME.match(text, opening.end()) if opening else None
    return name[1] if name else ""


def parsed(source: Source) -> tuple[Node, Damage | None]:
    """The root element, and what damage ended the reading. Raises TranscriptError."""
    if "<!ENTITY" in source.text:
        line = source.text.count("\n", 0, source.text.index("<!ENTITY")) + 1
        raise TranscriptError(
            message(
                "{file} defines entities of its own (line {line}), which no transcript "
                "needs; it was not opened.",
                file=source.name,
                line=line,
            ),
            line=line,
        )
    building = _Building(source)
    try:
        building.feed_all()
        return building.root(), None
    except expat.ExpatError as error:
        return building.root(), _damage(source.text, error)
    finally:
        building.close()


class _Building:
    """Takes expat's events and grows the tree."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = (
            True  # else each line is reported alone, and joining them takes minutes
        )
        parser.buffer_size = _PIECE
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        self._top = Node("", {}, 1)
        self._path = [self._top]
        self._count = 0

    def close(self) -> None:
        """Expat knows this, and this expat: without that, the tree goes with its last user."""
        del self._parser

    def feed_all(self) -> None:
        text = self._source.text.lstrip()
        fed = 0
        for start in range(0, len(text), _PIECE):
            self._source.watch(start / len(text))
            piece = text[start : start + _PIECE].encode("utf-8", "surrogatepass")
            fed += len(piece)
            self._parser.Parse(piece, False)
            if fed - self._parser.CurrentByteIndex > _LONGEST_TOKEN:
                self._refuse(_ENDLESS_TAG)
        self._parser.Parse(b"", True)

    def root(self) -> Node:
        self._parser.buffer_text = False  # reports the text just before damage, held back until now
        return next(self._top.nodes(), self._top)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if len(self._path) > _DEEPEST:
            self._refuse(_TOO_DEEP)
        if self._count > _MOST_PARTS:
            self._refuse(_TOO_MANY)
        own = {_local(key): value for key, value in attributes.items()}
        node = Node(_local(name), own or _NO_ATTRIBUTES, self._parser.CurrentLineNumber)
        self._path[-1].content.append(node)
        self._path.append(node)

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _data(self, text: str) -> None:
        content = self._path[-1].content
        if content and isinstance(last := content[-1], str):
            if len(last) > LONGEST_LINE:
                self._refuse(_TOO_LONG)
            content[-1] = last + text
        else:
            content.append(text)

    def _refuse(self, fault: Message) -> NoReturn:
        line = self._parser.CurrentLineNumber
        said = fault.filled(file=self._source.name, line=line, most=f"{LONGEST_LINE:,}")
        raise TranscriptError(said, line=line)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _damage(text: str, error: expat.ExpatError) -> Damage:
    skipped = len(text) - len(text.lstrip())
    line = error.lineno + text.count("\n", 0, skipped)
    reason = expat.ErrorString(error.code)
    position = skipped
    for _ in range(error.lineno - 1):
        position = text.find("\n", position) + 1
    opening = text.rfind("<", 0, position + error.offset)
    rest = text[max(opening, 0) :].strip()
    return Damage(
        line, message("damaged XML ({reason}), not read from here on", reason=reason), rest
    )
