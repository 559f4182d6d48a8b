"""Rows as they stand in the pages of a database file, read without SQLite.

For a file that SQLite refuses: neither its schema nor its trees are needed, and what is spoilt
costs the rows that it touches. After sqlite.org/fileformat2.html, sections 1.6 and 2.1.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.regular_file import read_regular
from reader.store.log_frames import MOST, read_log

Value = int | float | bytes | None
"""As it is stored; a text as its bytes, since they may be spoilt."""

_PAGE_SIZE = 4096  # what SQLite takes, unless the header says otherwise
_TABLE_LEAF = 13
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by its serial type
_LONGEST = 50_000_000  # bytes of a row; more is a length that is spoilt


class Record(NamedTuple):
    """A row without its names. `number` is None where only the record itself was found."""

    values: tuple[Value, ...]
    is_text: tuple[bool, ...]
    number: int | None


class Pages:
    """The pages of a file with what its log says of them; page 1 is the first."""

    def __init__(self, path: Path) -> None:
        log, content = read_log(path), read_regular(path, MOST) if path.exists() else b""
        self.size = size = _page_size(content) or log.page_size or _PAGE_SIZE
        self._pages = {
            number: content[start : start + size]
            for number, start in enumerate(range(0, len(content), size), 1)
        }
        of_size = [frame for frame in log.frames if len(frame.content) == size]
        self._pages |= {frame.page: frame.content for frame in of_size if frame.is_whole}
        # Which page a spoilt frame stands for is not sure: its rows are read besides.
        self._loose = [frame.content for frame in of_size if not frame.is_whole]

    def records(self) -> Iterator[Record]:
        """The rows that the pages list; what is surest comes last."""
        for page in self._loose:
            yield from self._listed(page, 0)
        for number, page in self._pages.items():
            yield from self._listed(page, 100 if number == 1 else 0)

    def traces(self, head: re.Pattern[bytes], known: Container[bytes]) -> Iterator[Record]:
        """All that begins like `head`, the first bytes of a record, and then with a UUID that is
        not `known`: rows that no page lists any more."""
        for page in (*self._pages.values(), *self._loose):
            for found in head.finditer(page):
                place = found.start()
                start = place + page[place]
                key = page[start : start + 36]
                if key in known or not _UUID.fullmatch(key):
                    continue
                types = _serial_types(page, place)
                record = self._record(page, place, page[place], types, None)
                if record is not None:
                    yield record

    def _listed(self, page: bytes, start: int) -> Iterator[Record]:
        if len(page) < self.size or page[start] != _TABLE_LEAF:
            return
        (count,) = struct.unpack_from(">H", page, start + 3)
        most = (self.size - start - 8) // 2
        for place in struct.unpack_from(f">{min(count, most)}H", page, start + 8):
            record = self._cell(page, place)
            if record is not None:
                yield record

    def _cell(self, page: bytes, place: int) -> Record | None:
        try:
            _, place = _varint(page, place)
            number, place = _varint(page, place)
            types = _serial_types(page, place)
            return self._record(page, place, page[place], types, number)
        except IndexError:
            return None

    def _record(
        self, page: bytes, place: int, head: int, types: Sequence[int], number: int | None
    ) -> Record | None:
        sizes = [_SIZES[kind] if kind < 10 else (kind - 12) // 2 for kind in types]
        length = head + sum(sizes)
        if not types or length > _LONGEST:
            return None
        body = self._payload(page, place, length)[head:]
        values, at = [], 0
        for kind, size in zip(types, sizes, strict=True):
            values.append(_value(kind, body[at : at + size]))
            at += size
        return Record(tuple(values), tuple(kind > 12 and kind & 1 == 1 for kind in types), number)

    def _payload(self, page: bytes, place: int, length: int) -> bytes:
        """What lies in the page and goes on in others; shorter where one of them is not there."""
        local = _local(length, self.size)
        if local == length:
            return page[place : place + length]
        parts, link = [page[place : place + local]], page[place + local : place + local + 4]
        missing, seen = length - local, set[int]()
        while missing > 0 and len(link) == 4:
            (number,) = struct.unpack(">I", link)
            if number in seen or number not in self._pages:
                break
            seen.add(number)
            overflow = self._pages[number]
            parts.append(overflow[4 : 4 + missing])
            missing, link = missing - len(parts[-1]), overflow[:4]
        return b"".join(parts)


def _page_size(content: bytes) -> int:
    if len(content) < 100:
        return 0
    (size,) = struct.unpack_from(">H", content, 16)
    size = 65_536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else 0


def _local(length: int, size: int) -> int:
    """How many bytes of a row lie in its page of a table."""
    if length <= size - 35:
        return length
    least = (size - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= size - 35 else least


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends. Raises IndexError."""
    if content[place] < 0x80:
        return content[place], place + 1
    number = 0
    for at in range(place, place + 8):
        number = number << 7 | content[at] & 0x7F
        if content[at] < 0x80:
            return number, at + 1
    number = number << 8 | content[place + 8]
    return number - (1 << 64) if number >= 1 << 63 else number, place + 9


def _serial_types(page: bytes, place: int) -> list[int]:
    """What the head of a record says of its columns; none where it is not a head."""
    try:
        end = place + page[place]
        types, at = [], place + 1
        while at < end:
            kind, at = _varint(page, at)
            types.append(kind)
    except IndexError:
        return []
    is_head = at == end and all(0 <= kind <= _LONGEST and kind not in (10, 11) for kind in types)
    return types if is_head else []


def _value(kind: int, content: bytes) -> Value:
    if kind >= 12:
        return content
    if kind in (8, 9):
        return kind - 8
    if kind == 0 or len(content) < _SIZES[kind]:
        return None
    if kind == 7:
        number: float = struct.unpack(">d", content)[0]
        return number
    return int.from_bytes(content, "big", signed=True)
