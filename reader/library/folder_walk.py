"""The recordings, transcripts and pictures below a folder, each once.

Looks at the disk, which may never answer: not for the GUI thread.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.formats import TRANSCRIPT_SUFFIXES
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.recording.cover import PICTURE_SUFFIXES

MOST_FILES = 200_000
"""Of all kinds; a folder with more is not one of episodes."""

_WANTED = {*RECORDING_SUFFIXES, *TRANSCRIPT_SUFFIXES, *PICTURE_SUFFIXES}


class SeenFile(NamedTuple):
    """A file with its size in bytes and the time of its last change in ns."""

    path: Path
    size: int
    modified: int


class SeenFolder(NamedTuple):
    """What lies in one folder. Pictures are by their names in lower case."""

    path: Path
    recordings: tuple[SeenFile, ...]
    transcripts: tuple[SeenFile, ...]
    pictures: dict[str, Path]


class FolderWalk:
    """Goes through a folder and all below it, links too, and nowhere twice.

    Hidden files and folders are left out. `unread` are folders below that could not be looked at:
    what lay in them is not known to be gone.
    """

    def __init__(self, folder: Path, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        self._folder, self._is_cancelled = folder, is_cancelled
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self.unread: list[Path] = []

    def folders(self) -> Iterator[SeenFolder]:
        """One after the other. Raises OSError where the first cannot be looked at."""
        waiting = [self._folder]
        self._is_new(os.stat(self._folder))  # noqa: PTH116
        while waiting and not self._is_cancelled() and self._count < MOST_FILES:
            folder = waiting.pop()
            try:
                seen, below = self._look(folder)
            except OSError:
                if folder == self._folder:
                    raise
                self.unread.append(folder)
                continue
            waiting += below
            yield seen

    def _look(self, folder: Path) -> tuple[SeenFolder, list[Path]]:
        files: list[SeenFile] = []
        below: list[Path] = []
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: each.name, reverse=True):
                self._count += 1
                if not entry.name.startswith("."):
                    self._take(entry, files, below)
        files.reverse()
        return _sorted_out(folder, files), below

    def _take(self, entry: os.DirEntry[str], files: list[SeenFile], below: list[Path]) -> None:
        try:
            found = entry.stat()
        except (OSError, ValueError):  # a link that leads nowhere, or in a circle
            return
        if stat.S_ISDIR(found.st_mode):
            if self._is_new(found):
                below.append(Path(entry.path))
        elif stat.S_ISREG(found.st_mode) and _is_wanted(entry.name) and self._is_new(found):
            files.append(SeenFile(Path(entry.path), found.st_size, found.st_mtime_ns))

    def _is_new(self, found: os.stat_result) -> bool:
        mark = (found.st_dev, found.st_ino)
        if mark in self._seen and found.st_ino:  # of 0 nobody knows: some disks number nothing
            return False
        self._seen.add(mark)
        return True


def _is_wanted(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in _WANTED  # noqa: PTH122 - for each of many files


def _sorted_out(folder: Path, files: list[SeenFile]) -> SeenFolder:
    def named(suffixes: object) -> tuple[SeenFile, ...]:
        return tuple(file for file in files if file.path.suffix.lower() in suffixes)  # type: ignore[operator]

    pictures = {file.path.name.lower(): file.path for file in named(PICTURE_SUFFIXES)}
    return SeenFolder(folder, named(RECORDING_SUFFIXES), named(TRANSCRIPT_SUFFIXES), pictures)
