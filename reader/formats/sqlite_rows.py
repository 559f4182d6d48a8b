"""The rows of a table in an SQLite file, read without SQLite: https://sqlite.org/fileformat2.html.

Nothing is locked, written or run, and only the pages of that table are read. What a program that
has the file open keeps in a log beside it is not seen.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

MAGIC = b"SQLite format 3\x00"
Value = int | float | bytes | None

_HEADER = 100  # bytes before the first page's own
_INTERIOR, _LEAF = 5, 13  # the kinds of pages that tables have
_INTEGERS = (0, 1, 2, 3, 4, 6, 8)  # bytes of the integers of each type
_MOST_PAGES = 20_000
_MOST_BYTES = 8_000_000  # of a row


class SqliteRows:
    """A file that holds a database. Raises ValueError for what is damaged, and OSError."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)
        header = file.read(_HEADER)
        if len(header) < _HEADER or not header.startswith(MAGIC):
            raise ValueError("no database")
        (size,) = struct.unpack_from(">H", header, 16)
        self._size = 65_536 if size == 1 else size
        self._usable = self._size - header[20]
        self._left = _MOST_PAGES
        if self._usable < 480:
            raise ValueError("impossible pages")

    def of(self, table: str) -> Iterator[list[Value]]:
        """The rows of a table, text as UTF-8; a key that is the number of its row is None."""
        known = (row for row in self._rows(1) if row[:2] == [b"table", table.encode()])
        for row in known:
            if isinstance(row[3], int):
                yield from self._rows(row[3])

    def _page(self, number: int) -> bytes:
        self._left -= 1
        self._file.seek((number - 1) * self._size, os.SEEK_SET)
        page = self._file.read(self._size)
        if number < 1 or self._left < 0 or len(page) < self._size:
            raise ValueError("a page is missing")
        return page

    def _rows(self, number: int) -> Iterator[list[Value]]:
        page, at = self._page(number), _HEADER if number == 1 else 0
        kind, (count,) = page[at], struct.unpack_from(">H", page, at + 3)
        first = at + (12 if kind == _INTERIOR else 8)
        places = struct.unpack_from(f">{count}H", page, first)
        if kind == _LEAF:
            yield from (_values(self._payload(page, place)) for place in places)
        elif kind == _INTERIOR:
            for place in (*places, at + 8):  # the last child stands in the header
                yield from self._rows(*struct.unpack_from(">I", page, place))
        else:
            raise ValueError("no page of a table")

    def _payload(self, page: bytes, place: int) -> bytes:
        """A row as it is stored; what has no room in its page follows in others."""
        size, place = _varint(page, place)
        _, place = _varint(page, place)
        if size > _MOST_BYTES:
            raise ValueError("an endless row")
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (self._usable - 4)
        here = size if size <= most else here if here <= most else least
        pieces = [page[place : place + here]]
        left, place = size - here, place + here
        while left > 0:
            page, place = self._page(*struct.unpack_from(">I", page, place)), 0
            pieces.append(page[4 : 4 + min(left, self._usable - 4)])
            left -= len(pieces[-1])
        return b"".join(pieces)


def _values(payload: bytes) -> list[Value]:
    end, place = _varint(payload, 0)
    types, values, at = [], list[Value](), end
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    for kind in types:
        size = (kind - 12) // 2 if kind >= 12 else 8 if kind == 7 else 0
        size = _INTEGERS[kind] if kind < len(_INTEGERS) else size
        values.append(_value(kind, payload[at : at + size]))
        at += size
    return values


def _value(kind: int, content: bytes) -> Value:
    if kind >= 12:
        return content
    if kind == 7:
        return float(struct.unpack(">d", content)[0])
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(content, signed=True) if kind else None


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(9):
        byte = content[place + count]
        if count == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    raise AssertionError
