"""Notices when a watched folder comes or goes: its disk is plugged in or out, or it is renamed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.jobs import Job, JobThreads

AFTER_CHANGE = 500  # ms: beside a folder much may change at once


class _Look(NamedTuple):
    """Which folders are there, and the nearest folder above each, where it would come back."""

    there: frozenset[Path]
    above: frozenset[str]


class FolderPresence(QObject):
    """Watches the folders above: no system reports that a folder itself was renamed or is back."""

    changed = Signal()  # one came or went

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = JobThreads(self)
        self._looking: Job | None = None
        self._folders: tuple[Path, ...] = ()
        self._there: frozenset[Path] | None = None  # not looked at yet
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, interval=AFTER_CHANGE, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())

    def watch(self, folders: Sequence[Path]) -> None:
        """Report when one of these comes or goes from now on."""
        if self._folders != tuple(folders):
            self._folders, self._there = tuple(folders), None
            self._soon.start()

    def close(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._folders = ()

    def _look(self) -> None:
        """One at a time: a disk may never answer."""
        if self._looking is None and self._folders:
            folders = self._folders
            self._looking = self._threads.run(lambda _: _look_at(folders), self._take)

    def _take(self, found: _Look) -> None:
        self._looking = None
        known = frozenset(self._watcher.directories())
        if stale := known - found.above:
            self._watcher.removePaths(sorted(stale))
        if fresh := found.above - known:
            self._watcher.addPaths(sorted(fresh))
        before, self._there = self._there, found.there
        if self._folders and before is not None and before != found.there:
            self.changed.emit()


def _look_at(folders: Sequence[Path]) -> _Look:
    above = (next((up for up in each.parents if up.is_dir()), None) for each in folders)
    return _Look(
        frozenset(each for each in folders if each.is_dir()),
        frozenset(str(each) for each in above if each is not None),
    )
