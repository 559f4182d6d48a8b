"""Sees whether an open library is still the file at its path, and who else writes it."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from random import randint
from typing import TYPE_CHECKING

from reader.store.copying import faults_in, opened_to_read
from reader.store.faults import DAMAGED, GONE, OVERWRITTEN, REPLACED, Reason
from reader.store.file_mark import file_mark

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTS = 2**31  # that `user_version` holds, from 0
_LONGEST_STEP = 2**16  # two libraries that went apart hardly ever come to the same count


class FileWatch:
    """Knows the file of a connection by its number on the disk, and its state by a count.

    Each command counts up `user_version`. Where the file was written and this was not us, SQLite
    wrote it for another window if the count goes on from the one known, and else another program
    wrote over it.
    """

    def __init__(self, path: Path, database: Database) -> None:
        self._path, self._database = path, database
        self._mark = file_mark(path)
        self._seen_version = self._version
        self.note()

    def note(self) -> None:
        """The file is as this connection left it."""
        with suppress(OSError):
            mark = file_mark(self._path)
            if mark is not None and self._mark is not None and mark.is_same_file(self._mark):
                self._mark = mark
        self._count = _count(self._database)
        self._noted_version = self._version

    def count_up(self) -> None:
        """Within a transaction: it makes another state of the library."""
        count = _count(self._database) + randint(1, _LONGEST_STEP)
        self._database.execute(f"PRAGMA user_version = {count % _COUNTS}")

    def moved(self) -> Reason | None:
        """What became of the file, where it is no longer the one at its path. Raises OSError."""
        mark = file_mark(self._path)
        if mark is None:
            return GONE
        return REPLACED if self._mark is None or not mark.is_same_file(self._mark) else None

    def fault(self) -> Reason | None:
        """The same, also where another program wrote into it. Raises OSError and sqlite3.Error."""
        reason = self.moved()
        if reason is None and file_mark(self._path) != self._mark:
            reason = self._writing_fault()
            if reason is None:
                self.note()
        return reason

    def is_changed_elsewhere(self) -> bool:
        """Whether another connection has changed the library since this was asked last."""
        before, self._seen_version = self._seen_version, self._version
        return self._seen_version != before

    @property
    def _version(self) -> int:
        """It changes when another connection commits."""
        return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def _writing_fault(self) -> Reason | None:
        # By a connection that has read nothing before: ours may answer from its memory.
        with closing(opened_to_read(self._path)) as other:
            count = int(other.execute("PRAGMA user_version").fetchone()[0])
            ahead = (count - self._count) % _COUNTS
            if self._version != self._noted_version:
                return None if ahead < _COUNTS // 2 else OVERWRITTEN
            if ahead:
                return OVERWRITTEN
            # Another window has only taken the log in, or a program has written what it should not.
            return DAMAGED if faults_in(other) else None


def _count(database: Database) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])
