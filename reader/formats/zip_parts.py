"""The parts of a ZIP archive as texts, each read up to a bound.

A few kilobytes can unpack to gigabytes, and a list of parts can be longer than any memory: what
is larger than a document can be is refused before it is taken in.
"""

from __future__ import annotations

import os
import posixpath
import zipfile
import zlib
from typing import BinaryIO

from reader.errors import TranscriptError
from reader.formats.decoding import decode
from reader.formats.source import Source
from reader.formats.xml_tree import Damage, Node, parsed
from reader.message import Message, message

LARGEST_PART = 60_000_000
"""Bytes, unpacked: a manuscript of a million words takes 30 MB."""

_LARGEST_LIST = 4_000_000  # bytes of the list of parts; 50,000 of them
_MOST_UNPACKED = 200_000_000  # bytes of all parts that are read together
_LARGEST_FILE = 2_000_000_000  # bytes of a part that is unpacked to a file
_PIECE = 1 << 20
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 1 << 16
_LARGE_ARCHIVE = b"PK\x06\x07"
_IS_ENCRYPTED = 1
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
_DAMAGED = message("{file} is a damaged archive and cannot be unpacked.")
_TOO_MANY = message("{file} is an archive with too many parts for a document.")
_TOO_LARGE = message("{file} unpacks to more than a document can hold ({part}).")
_ENCRYPTED = message("{file} is protected by a password.")
_ABSENT = message("{file} lacks a part that it needs ({part}).")


class ZipParts:
    """An archive that a source holds. Raises TranscriptError for what is none, or harmful."""

    def __init__(self, source: Source) -> None:
        assert source.file is not None
        self._source = source
        self._unpacked = 0
        self._refuse_long_list(source.file)
        try:
            self._archive = zipfile.ZipFile(source.file)
        except _FAULTS:
            raise self._fault(_DAMAGED) from None
        self._infos = {info.filename: info for info in self._archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def text(self, name: str) -> str:
        """The text of a part. Raises TranscriptError where it is absent, damaged or too large."""
        return decode(self._bytes(name)).text

    def tree(self, name: str, *, text: str | None = None) -> tuple[Node, Damage | None]:
        """The root element of a part, and what is damaged in it; `text` is its text if known."""
        self._source.watch(0.0)
        content = self.text(name) if text is None else text
        return parsed(Source(self._source.name, content, watch=lambda _: self._source.watch(0.0)))

    def unpack(self, name: str, target: BinaryIO) -> None:
        """Write a part to a file, piece by piece. Raises TranscriptError as `text`, and OSError."""
        info, unpacked = self._info(name), 0
        try:
            with self._archive.open(info) as part:
                while piece := part.read(_PIECE):
                    unpacked += len(piece)
                    if unpacked > _LARGEST_FILE:
                        raise self._fault(_TOO_LARGE, name)
                    target.write(piece)
        except _FAULTS:
            raise self._fault(_DAMAGED) from None

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._infos.get(name)
        if info is None:
            raise self._fault(_ABSENT, name)
        if info.flag_bits & _IS_ENCRYPTED:
            raise self._fault(_ENCRYPTED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._fault(_DAMAGED)
        return info

    def _bytes(self, name: str) -> bytes:
        info = self._info(name)
        try:
            with self._archive.open(info) as part:
                content = part.read(LARGEST_PART + 1)
        except (*_FAULTS, OSError):
            raise self._fault(_DAMAGED) from None
        self._unpacked += len(content)
        if len(content) > LARGEST_PART or self._unpacked > _MOST_UNPACKED:
            raise self._fault(_TOO_LARGE, name)
        return content

    def _refuse_long_list(self, file: BinaryIO) -> None:
        """An archive says at its end how long its list is; Python would read all of it."""
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _LONGEST_COMMENT - _END_SIZE))
        tail = file.read(_LONGEST_COMMENT + _END_SIZE)
        at = tail.rfind(_END)
        if at < 0 or len(tail) < at + _END_SIZE:
            raise self._fault(_DAMAGED)
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        if length > _LARGEST_LIST or _LARGE_ARCHIVE in tail[max(0, at - 20) : at]:
            raise self._fault(_TOO_MANY)

    def _fault(self, said: Message, part: str = "") -> TranscriptError:
        return TranscriptError(said.filled(file=self._source.name, part=part[:80]))


def beside(part: str, reference: str) -> str:
    """The name of the part that `reference`, written in `part`, leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), reference))
