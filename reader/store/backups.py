"""Copies of the library kept beside it, and the way back from one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reader.errors import StoreError, StoreFault
from reader.message import message
from reader.private_files import make_private_folder
from reader.store.check import damages_in
from reader.store.copying import copy_library, flush_folder, opened_to_read
from reader.store.faults import (
    NO_LIBRARY,
    Reason,
    backups_folder,
    damage_seen,
    is_damage,
    store_error,
    store_errors,
)
from reader.store.file_mark import real_path
from reader.store.joining import stamps_at
from reader.whole_file import whole_file

KEPT = 10
"""Daily copies; an older one makes place for a new one, unless it has the most of its month."""

_ITSELF = Reason(StoreFault.OTHER, message("{file} is the library itself."))


_LOGS = ("-wal", "-shm")
_COUNTS = (
    "SELECT count(*) FROM episodes WHERE deleted_at IS NULL",
    "SELECT count(*) FROM annotations WHERE deleted_at IS NULL",
)


class Backup(NamedTuple):
    """A copy, and what it holds; None where that is not known. `size` is in bytes."""

    path: Path
    made: datetime
    size: int
    episodes: int | None = None
    notes: int | None = None

    @property
    def is_readable(self) -> bool:
        """Whether one could go back to it."""
        return self.episodes is not None


class Backups:
    """The backups of the library at `path`, in a folder beside it. On any thread.

    A copy is whole, checked and on the disk when its call returns. Calls may raise StoreError.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = path.absolute()
        self.folder = backups_folder(self.path)
        self._now = now

    def all(self) -> list[Path]:
        """The daily copies, the newest first; last those of days to come, when the clock was wrong.

        Who flies west has a copy of tomorrow.
        """
        tomorrow = f"{self._now() + timedelta(days=1):%Y-%m-%d}"

        def age(copy: Path) -> tuple[bool, str]:
            return copy.stem[-len(tomorrow) :] <= tomorrow, copy.name

        return sorted(self.folder.glob(f"{self.path.stem}-????-??-??.db"), key=age, reverse=True)

    def make_daily(self) -> Path | None:
        """Today's copy, if there is none yet; then the oldest beyond `KEPT` go, but the fullest
        of each month stay.

        A damaged library is not copied, so that no sound copy has to go for it.
        """
        today = self.folder / f"{self.path.stem}-{self._now():%Y-%m-%d}.db"
        with store_errors(self.path):
            if today.exists() or not (self.path.exists() or self.all()):
                return None
        self.back_up_to(today)
        with store_errors(self.folder, "folder"):
            for old in self._spare():
                old.unlink()
        return today

    def _spare(self) -> list[Path]:
        """Those beyond `KEPT` but the fullest of each month, and what holds notes of which no
        later copy knows: a library that was lost and begun again does not push it out."""
        copies = [described(path) for path in self.all()]
        fullest: dict[str, Backup] = {}
        for copy in copies:
            month = copy.path.stem[-len("YYYY-MM-DD") : -len("-DD")]
            if month not in fullest or _fullness(copy) > _fullness(fullest[month]):
                fullest[month] = copy
        known = set[str]().union(*(_notes_in(copy) for copy in copies[:KEPT]))
        spare = []
        for copy in copies[KEPT:]:
            held = _notes_in(copy)
            if copy not in fullest.values() and held <= known:
                spare.append(copy.path)
            known |= held
        return spare

    def back_up_to(self, target: Path, *, may_replace: bool = False) -> None:
        """Copy the library to `target`, also while it is in use.

        What is there is replaced only if it may be.
        """
        if os.path.realpath(target) == os.path.realpath(self.path):
            raise store_error(target, _ITSELF, "file")
        with store_errors(target, "backup"):
            make_private_folder(target.parent)
        copy_library(self.path, target, may_replace=may_replace)

    def restore_from(self, backup: Path) -> Path | None:
        """Put a copy of `backup` in place of the library; returns where the old one is kept.

        Nobody may have the library open: close it first; another window is reported. A link to
        the library stays one.
        """
        _require_library(backup)
        place = real_path(self.path)
        ready = place.with_name(f"{place.name}.{os.urandom(6).hex()}.restoring")
        with store_errors(self.path):
            make_private_folder(place.parent)
        copy_library(backup, ready, "backup")
        with store_errors(self.path):
            try:
                kept = self._set_aside(place)
                ready.replace(place)
                flush_folder(place.parent)
            finally:
                ready.unlink(missing_ok=True)
        return kept

    def _set_aside(self, place: Path) -> Path | None:
        """A second name for the library, which also stays where it is until it is replaced."""
        kept = self._free_name(place)
        if place.exists():
            if not _is_damaged(place):  # one that is damaged is not written to, not even this
                _require_unused(place)
            _take_second_name(place, kept)
        # A log left by a lost library must not be taken for one of the new library.
        for ending in _LOGS:
            log = place.with_name(place.name + ending)
            if log.exists():
                log.replace(kept.with_name(kept.name + ending))  # a free name, as `kept` is
        return kept if kept.exists() else None

    def _free_name(self, place: Path) -> Path:
        name = f"{place.stem}.replaced-{self._now():%Y-%m-%d-%H%M%S}"
        kept, number = place.with_name(f"{name}.db"), 1
        while any(os.path.lexists(f"{kept}{ending}") for ending in ("", *_LOGS)):
            number += 1
            kept = place.with_name(f"{name}-{number}.db")
        return kept


def described(path: Path) -> Backup:
    """What a copy holds. Raises StoreError where there is none."""
    with store_errors(path, "backup"):
        stat = path.stat()
    made = datetime.fromtimestamp(stat.st_mtime).astimezone()
    try:
        with store_errors(path, "backup"), closing(opened_to_read(path)) as connection:
            counts = [connection.execute(count).fetchone()[0] for count in _COUNTS]
    except (StoreError, sqlite3.Error):
        return Backup(path, made, stat.st_size)
    return Backup(path, made, stat.st_size, *counts)


def _take_second_name(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:  # not every file system knows links
        with whole_file(kept) as beside:
            shutil.copy2(path, beside)


def _notes_in(copy: Backup) -> set[str]:
    """The ids of all its notes, also of deleted ones, which the library never forgets."""
    return set(stamps_at(copy.path) or ()) if copy.is_readable else set()


def _fullness(copy: Backup) -> tuple[int, int]:
    return -1 if copy.notes is None else copy.notes, copy.size


def _require_library(path: Path) -> None:
    with store_errors(path, "backup"), closing(opened_to_read(path)) as connection:
        tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'episodes'")
        if tables.fetchone() is None:
            raise store_error(path, NO_LIBRARY, "backup")


def _is_damaged(path: Path) -> bool:
    if damage_seen(path):
        return True
    try:
        with closing(opened_to_read(path)) as connection:
            return bool(damages_in(connection))
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return True
        raise


def _require_unused(path: Path) -> None:
    """Takes the log into the file, which SQLite refuses while another has it open."""
    with closing(sqlite3.connect(path, timeout=0.5)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
