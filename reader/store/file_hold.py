"""Locks on an open library that nothing else in this process can end.

POSIX takes all locks of a process on a file away when it closes any handle of that file, and
Qt's file dialogs open whatever they list. The next program to open the library would then believe
to be alone: it cuts off the index of the log under us (SIGBUS), or removes the log we write to.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from reader.store.file_mark import real_path

_Part = tuple[str, int, int]  # ending of the file, first byte, how many

# What SQLite holds while a library with a log is open: https://sqlite.org/src/file/src/os_unix.c
_SHARED: _Part = ("", 0x4000_0002, 510)
_IS_OPEN: _Part = ("-shm", 128, 1)


class FileHold:
    """Holds what SQLite holds, by handles of its own, so that others see the library as open.

    Where the system has no such locks it does nothing.
    """

    def __init__(self, path: Path) -> None:
        self._handles: list[tuple[int, _Part]] = []
        for part in (_SHARED, _IS_OPEN) if sys.platform == "linux" else ():
            with suppress(OSError):
                handle = os.open(f"{real_path(path)}{part[0]}", os.O_RDONLY)
                self._handles.append((handle, part))
                _lock(handle, part, is_held=True)

    def release(self) -> None:
        """Before SQLite closes the library: it looks whether it is the last to do so."""
        for handle, part in self._handles:
            with suppress(OSError):
                _lock(handle, part, is_held=False)

    def close(self) -> None:
        """After SQLite has closed the library, whose own locks would be taken away."""
        for handle, _ in self._handles:
            os.close(handle)
        self._handles.clear()


def _lock(handle: int, part: _Part, *, is_held: bool) -> None:
    if sys.platform == "linux":
        import fcntl

        kind = fcntl.F_RDLCK if is_held else fcntl.F_UNLCK
        _, start, length = part
        fcntl.fcntl(handle, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", kind, 0, start, length, 0))
