"""Whether an open file is still the one at its path: sync tools replace, move and rewrite files."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple


class FileMark(NamedTuple):
    """What distinguishes one file from another, and one state of it from a later one.

    `volume` and `number` are device and inode; Windows' `os.stat` fills in the file id there.
    `modified` is in nanoseconds.
    """

    volume: int
    number: int
    size: int
    modified: int

    def is_same_file(self, other: FileMark) -> bool:
        """Whether both are of one file, whatever is in it."""
        return (self.volume, self.number) == (other.volume, other.number)


def file_mark(path: Path) -> FileMark | None:
    """The mark of the regular file at `path`; None where there is none.

    It never opens the file: closing it again would release the locks of SQLite on it. Raises
    OSError where nobody may look.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - Path.stat does the same
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if is_link_loop(error):
            return None
        raise
    if not stat.S_ISREG(found.st_mode):
        return None
    return FileMark(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def real_path(path: Path) -> Path:
    """The file that is meant where `path` is a link: SQLite keeps its log beside that one."""
    return Path(os.path.realpath(path))


def is_link_loop(error: OSError) -> bool:
    """Whether symbolic links lead round in a circle."""
    return error.errno == errno.ELOOP or getattr(error, "winerror", 0) == _CANT_RESOLVE_FILENAME


_CANT_RESOLVE_FILENAME = 1921  # of Windows
