"""The log beside a database (its WAL), read as sqlite.org/fileformat2.html, section 4, says.

SQLite ends its recovery at the first frame that does not verify and drops all that follows, in
silence. Here that is seen before, and what stands in all frames can be read.
"""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.regular_file import read_regular
from reader.store.file_mark import real_path

MOST = 1_000_000_000
"""Bytes of a library or its log that are read; a larger one is not one of ours."""

MAGICS = (0x377F0682, 0x377F0683)  # the second one's checksums are of big-endian words
_HEADER = struct.Struct(">8I")  # magic, version, page size, sequence, two salts, two checksums
_FRAME = struct.Struct(">6I")  # page, pages after a commit, two salts, two checksums
_WORD = 0xFFFF_FFFF
_LOOKS, _BETWEEN = 4, 0.03  # another program may be writing: how often to look again, and seconds

_Sums = tuple[int, int]


class Frame(NamedTuple):
    """A page as a transaction wrote it; `is_whole` if its checksum verifies."""

    page: int
    content: bytes
    is_commit: bool
    is_whole: bool


class Log(NamedTuple):
    """The frames up to the last commit, and whether all of them and the header verify."""

    frames: tuple[Frame, ...] = ()
    page_size: int = 0
    is_sound: bool = True


def read_log(path: Path) -> Log:
    """The log of the database at `path`. Raises OSError where it cannot be read."""
    try:
        content = read_regular(log_of(path), MOST)
    except FileNotFoundError:
        return Log()
    return log_in(content)


def log_of(path: Path) -> Path:
    """The log that belongs to a database: beside the file that links at `path` lead to."""
    real = real_path(path)
    return real.with_name(f"{real.name}-wal")


def is_log_spoilt(path: Path) -> bool:
    """Whether SQLite would drop committed changes of the log in silence.

    What only another program is just writing looks the same: it is read again, so that only a
    state that stays counts. Raises OSError.
    """
    seen = None
    for _ in range(_LOOKS):
        try:
            content = read_regular(log_of(path), MOST)
        except FileNotFoundError:
            return False
        if log_in(content).is_sound:
            return False
        if content == seen:
            return True
        seen = content
        time.sleep(_BETWEEN)
    return False  # it changes: somebody has it open, and knows which frames are good


def log_in(content: bytes) -> Log:
    """What stands in the bytes of a log."""
    if len(content) < _HEADER.size or not any(content[:4]):
        return Log()  # not begun yet
    magic, _, page_size, _, *salts, first, second = _HEADER.unpack_from(content)
    is_header_whole = magic in MAGICS and _sums(content[:24], (0, 0), magic) == (first, second)
    if not _is_page_size(page_size):
        return Log(is_sound=False)
    known_salts = salts if is_header_whole else None
    frames = list(_frames(content, page_size, magic, known_salts, (first, second)))
    commits = [number for number, frame in enumerate(frames, 1) if frame.is_commit]
    frames = frames[: commits[-1]] if commits else []
    is_sound = is_header_whole and all(frame.is_whole for frame in frames)
    return Log(tuple(frames), page_size, is_sound)


def _frames(
    content: bytes, page_size: int, magic: int, salts: list[int] | None, sums: _Sums
) -> Iterator[Frame]:
    """Those of the present generation. Older ones, not written over yet, have other salts."""
    step = _FRAME.size + page_size
    starts = range(_HEADER.size, len(content) - step + 1, step)
    heads = [_FRAME.unpack_from(content, start) for start in starts]
    if salts is None and heads:
        salts = list(heads[0][2:4])
    last = max((i for i, head in enumerate(heads) if list(head[2:4]) == salts), default=-1)
    for start, (page, size, *own_salts, first, second) in zip(
        starts, heads[: last + 1], strict=False
    ):
        body = content[start + _FRAME.size : start + step]
        counted = _sums(content[start : start + 8] + body, sums, magic)
        is_whole = own_salts == salts and counted == (first, second)
        # The next one is counted on from what is written here, unless just that is spoilt.
        yield Frame(page, body, bool(size), is_whole)
        sums = first, second


def _sums(content: bytes, sums: _Sums, magic: int) -> _Sums:
    one, two = sums
    for even, odd in struct.iter_unpack(">II" if magic & 1 else "<II", content):
        one = (one + even + two) & _WORD
        two = (two + odd + one) & _WORD
    return one, two


def _is_page_size(size: int) -> bool:
    return 512 <= size <= 65_536 and size & (size - 1) == 0
