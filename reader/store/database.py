"""One SQLite file: opened with care, brought up to date, its faults told in plain words.

Import it late and on the thread that uses it: sqlite-utils is slow to load.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from reader.errors import StoreError
from reader.store.copying import copy_library
from reader.store.faults import is_damage, reason_of, store_error
from reader.store.migrations import STEPS, Step

BUSY_SECONDS = 5.0  # how long to wait for another process that writes
CACHE_KIB = 16_384  # at most; the 2,000 that SQLite takes are fewer than one episode may have

_NEWER = "was made by a newer Earmark and is not changed by this one"
_DAMAGED = "is damaged and is left as it is"


class DatabaseFile:
    """The connection to one file, opened at first use, for one thread.

    Raises StoreError where the file cannot be used; the next use tries again. A file once found
    damaged is written no more until it was closed, so that what is left of it can be rescued.
    """

    def __init__(self, path: Path, steps: Sequence[Step] = STEPS) -> None:
        self.path = path.absolute()
        self._steps = steps
        self._database: Database | None = None
        self._is_newer = False
        self._is_damaged = False

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to look something up."""
        with self._told():
            yield self._opened()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database in a transaction, which is on the disk when the block is left."""
        with self._told():
            if self._is_damaged:
                raise store_error(self.path, _DAMAGED)
            database = self._opened()
            if self._is_newer:
                raise store_error(self.path, _NEWER)
            with _transaction(database):
                yield database

    def close(self) -> None:
        """Let go of the file."""
        if self._database:
            self._database.close()
        self._database = None
        self._is_damaged = False

    def _opened(self) -> Database:
        if self._database is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = self._open()
        return self._database

    def _open(self) -> Database:
        database = _connected(self.path)
        try:
            self._is_newer = self._has_unknown_steps(database)
            if not self._is_newer:
                self._bring_up_to_date(database)
                return database
        except BaseException:
            database.close()
            raise
        database.close()
        return _connected(self.path, mode="ro")

    def _has_unknown_steps(self, database: Database) -> bool:
        known = {step.__name__ for step in self._steps}
        return any(step.name not in known for step in self._migrations().applied(database))

    def _migrations(self) -> Migrations:
        migrations = Migrations("earmark")
        for step in self._steps:
            migrations()(step)
        return migrations

    def _bring_up_to_date(self, database: Database) -> None:
        database.enable_wal()
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        # FULL, since NORMAL may lose the last writes to a power cut; it costs one flush of the
        # disk for each write, and we write every few seconds, off the GUI thread.
        database.execute("PRAGMA synchronous = FULL")
        if self._migrations().pending(database):
            with _transaction(database):
                self._migrate(database)

    def _migrate(self, database: Database) -> None:
        # Asked again under the lock: another process may just have done it.
        pending = self._migrations().pending(database)
        if pending and database.table_names():
            copy_library(self.path, self.path.with_suffix(f".before-{pending[0].name}.db"))
        self._migrations().apply(database)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except StoreError:
            raise
        except Exception as error:
            self._is_damaged = self._is_damaged or is_damage(error)
            reason = _NEWER if self._is_newer else reason_of(error)
            if reason is None:
                raise  # our own mistake, not the file's
            raise store_error(self.path, reason) from error


def _connected(path: Path, mode: str = "rwc") -> Database:
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
    return Database(connection, execute_plugins=False)


@contextmanager
def _transaction(database: Database) -> Iterator[None]:
    # IMMEDIATE takes the write lock before reading; a lock wanted halfway is refused at once.
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.commit()
    except BaseException:
        database.rollback()
        raise
