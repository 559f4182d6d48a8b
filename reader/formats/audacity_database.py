"""The label tracks of an Audacity 3 project (.aup3): an SQLite file that holds its XML in binary.

As Audacity's `ProjectSerializer` writes it: the table `project` has a dictionary of names and a
document of tags and attributes, which give names by number. Sounds are in other tables, unread.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats.audacity_project import add_labels
from reader.formats.source import Source
from reader.formats.sqlite_rows import MAGIC, first_rows
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node
from reader.message import message
from reader.transcript.model import Transcript

_IS_AUDACITYS = b"AUDY"
_CODECS = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}
_DAMAGED = (ValueError, IndexError, KeyError, struct.error, RecursionError)


def is_like(head: bytes) -> bool:
    """Whether it is a database that says it is one of Audacity's."""
    return head.startswith(MAGIC) and head[68:72] == _IS_AUDACITYS


def read(source: Source) -> Transcript:
    """The labels of all tracks in order of time. Raises TranscriptError for a damaged file."""
    try:
        root = _Reading(_project(source), source).root()
    except _DAMAGED:
        raise TranscriptError(
            message("{file} is a damaged Audacity project.", file=source.name)
        ) from None
    draft = TranscriptBuilder("Audacity project", source)
    add_labels(draft, root)
    return draft.transcript()


def _project(source: Source) -> bytes:
    """The dictionary and the document; of one that was never saved those it keeps meanwhile."""
    for table in ("project", "autosave"):
        for names, document in first_rows(source, table, "dict", "doc"):
            if isinstance(names, bytes) and isinstance(document, bytes):
                return names + document
    raise ValueError("no project")


class _Field(NamedTuple):
    """What follows a code: its fixed part, and whether its last number counts bytes of text."""

    form: str
    has_text: bool = False


_CHARSIZE, _START, _END, _STRING, _PUSH, _POP, _NAME = 0, 1, 2, 3, 13, 14, 15
_TEXTS = (11, 12)
_MOST_NODES = 900_000
_DEEPEST = 200
_STEPS = 10_000  # after which one may cancel
_FIELDS = {
    _CHARSIZE: _Field("<B"),
    _START: _Field("<H"),
    _END: _Field("<H"),
    _STRING: _Field("<Hi", has_text=True),
    4: _Field("<Hi"),  # int
    5: _Field("<HB"),  # bool
    6: _Field("<Hi"),  # long
    7: _Field("<Hq"),  # long long
    8: _Field("<HI"),  # size
    9: _Field("<Hfi"),  # float, and how many digits of it count
    10: _Field("<Hdi"),  # double
    11: _Field("<i", has_text=True),  # data
    12: _Field("<i", has_text=True),  # raw XML
    _PUSH: _Field("<"),
    _POP: _Field("<"),
    _NAME: _Field("<HH", has_text=True),
}


class _Reading:
    """Grows the tree of elements, each code a step."""

    def __init__(self, content: bytes, source: Source) -> None:
        self._content, self._source = content, source
        self._codec = "utf-8"
        self._names: dict[int, str] = {}
        self._outer: list[dict[int, str]] = []  # names that a part with its own put away
        self._attributes: dict[str, str] = {}
        self._path = [Node("", self._attributes, 1)]
        self._count = 0

    def root(self) -> Node:
        """The top of the tree. Raises ValueError, and what else `_DAMAGED` names."""
        place = steps = 0
        while place < len(self._content):
            steps += 1
            if steps % _STEPS == 0:
                self._source.watch(place / len(self._content))
            code = self._content[place]
            field = _FIELDS[code]
            numbers = struct.unpack_from(field.form, self._content, place + 1)
            place += 1 + struct.calcsize(field.form)
            text = ""
            if field.has_text:
                end = place + numbers[-1]
                if not place <= end <= len(self._content):
                    raise ValueError("a text without an end")
                text, place = self._content[place:end].decode(self._codec, "replace"), end
            self._take(code, numbers, text)
        return self._path[0]

    def _take(self, code: int, numbers: tuple[float, ...], text: str) -> None:
        if code == _START:
            self._open(self._names[int(numbers[0])])
        elif code == _END:
            self._path.pop()
        elif code == _NAME:
            self._names[int(numbers[0])] = text
        elif code == _CHARSIZE:
            self._codec = _CODECS[int(numbers[0])]
        elif code == _PUSH:
            self._outer.append(self._names)
            self._names = {}
            self._refuse_deep(len(self._outer))
        elif code == _POP:
            self._names = self._outer.pop()
        elif code not in _TEXTS:
            value = text if code == _STRING else f"{numbers[1]:.9f}".rstrip("0").rstrip(".")
            self._attributes[self._names[int(numbers[0])]] = value

    def _open(self, name: str) -> None:
        """Begin an element; its attributes come before what is in it."""
        self._count += 1
        if self._count > _MOST_NODES:
            raise ValueError("too many elements")
        self._refuse_deep(len(self._path))
        self._attributes = {}
        node = Node(name, self._attributes, 1)
        self._path[-1].content.append(node)
        self._path.append(node)

    @staticmethod
    def _refuse_deep(depth: int) -> None:
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
