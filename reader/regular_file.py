"""Reads what is a regular file, and no more of it than a caller is ready to take.

Opening a named pipe waits until somebody writes into it, and a device may never end: neither is
a recording, a transcript or a note. Whatever Earmark did not write itself is opened here.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from reader.message import message

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_NONBLOCK", 0)  # should the file have become a pipe since it was looked at
)


class NotRegularFileError(OSError):
    """A pipe, a device or a socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, message("a pipe or a device, not a file"), str(path))


def open_regular(path: Path) -> BinaryIO:
    """A regular file to read bytes from.

    Raises OSError: NotRegularFileError for what is none, IsADirectoryError for a folder.
    """
    _refuse_others(os.stat(path).st_mode, path)  # noqa: PTH116 - some devices act when opened
    handle = os.open(path, _FLAGS)
    try:
        _refuse_others(os.fstat(handle).st_mode, path)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_regular(path: Path, most: int) -> bytes:
    """All that a regular file holds. Raises OSError, also where that is over `most` bytes."""
    with open_regular(path) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // 1_000_000} MB", str(path))
    return content


def size_of(path: Path) -> int:
    """The bytes of a regular file. Raises OSError."""
    found = os.stat(path)  # noqa: PTH116
    _refuse_others(found.st_mode, path)
    return found.st_size


def is_regular(path: Path) -> bool:
    """Whether there is a regular file; False where nobody may look."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _refuse_others(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotRegularFileError(path)
