"""One SQLite file: opened with care, brought up to date, its faults reported in plain words.

Import it late and on the thread that uses it: sqlite-utils is slow to load.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from sqlite_utils import Database, Migrations

from reader.errors import StoreError, StoreFault
from reader.file_names import free_path
from reader.paths import data_folder
from reader.private_files import (
    make_own_folder,
    make_private,
    make_private_file,
    make_private_folder,
)
from reader.sqlite_address import sqlite_address
from reader.store.check import damages_in
from reader.store.copying import copy_library, copy_pages, opened_to_read
from reader.store.faults import (
    DAMAGED,
    GONE,
    LOCKLESS,
    NEWER,
    NO_LIBRARY,
    OVERWRITTEN,
    READ_ONLY,
    REPLACED,
    UNREACHABLE,
    Reason,
    damage_seen,
    is_damage,
    reason_of,
    store_error,
)
from reader.store.file_hold import FileHold
from reader.store.file_mark import real_path
from reader.store.file_watch import FileWatch
from reader.store.log_frames import log_of
from reader.store.migrations import STEPS, Step
from reader.store.salvage import pour, rows_in
from reader.store.shape import is_newer, is_spoilt, migrations

BUSY_SECONDS = 5.0  # how long to wait for another process that writes
PARTED = (REPLACED, OVERWRITTEN, GONE)
"""Why what is open is not what is at its path."""

CACHE_KIB = 16_384  # at most; the 2,000 that SQLite takes are fewer than one episode may have


class DatabaseFile:
    """The connection to one file, opened at first use, for one thread.

    Raises StoreError where the file cannot be used; the next use tries again. A file once found
    damaged is written no more until it was closed, so that what is left of it can be rescued; one
    that cannot be changed is read all the same. With `must_exist` none is made.

    Nothing is acknowledged before it is in the file that is at the path. Where another program has
    replaced, moved or written over the file, what was in it is read from memory from then on, and
    nothing is written until it is opened again.
    """

    _is_on_disk = True

    def __init__(
        self, path: Path, steps: Sequence[Step] = STEPS, *, must_exist: bool = False
    ) -> None:
        self.path = path.absolute()
        self._steps = steps
        self._must_exist = must_exist
        self._database: Database | None = None
        self._hindrance: Reason | None = None  # why it is open to be read only
        self._watch: FileWatch | None = None
        self._hold: FileHold | None = None

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to look something up."""
        with self._store_errors():
            yield self._opened()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database in a transaction, which is on the disk when the block is left."""
        with self._store_errors(), self._counted(self._opened_to_write()) as database:
            yield database

    def look(self) -> bool:
        """Whether another connection has changed the library since this was asked last.

        Raises StoreError where the file is no longer the one at its path.
        """
        with self._store_errors():
            self._require_place()
            return self._watch is not None and self._watch.is_changed_elsewhere()

    def settle(self) -> None:
        """Take the log into the file, so that a copy of the file alone is whole.

        What another one reads at this moment stays in the log. Raises StoreError as `look`.
        """
        with self._store_errors():
            self._require_place()
            if self._watch is not None and self._hindrance is None:
                _take_log_in(self._opened())
                self._watch.note()

    @property
    def is_parted(self) -> bool:
        """Whether what is read is in memory alone, since the file is no longer at its path."""
        return self._hindrance in PARTED

    def close(self) -> None:
        """Release the file."""
        self._close()
        self._hindrance = None

    def release(self) -> None:
        """Close the file; what is known of it stays."""
        if not self.is_parted:
            self._close()

    def distrust(self) -> None:
        """Write to it no more, since it was found damaged, until it was closed."""
        self._hindrance = DAMAGED

    def _opened(self) -> Database:
        if self._database is None:
            self._database = self._open()
            if self._is_on_disk:
                self._watch = FileWatch(self.path, self._database)
                self._hold = FileHold(self.path) if self._hindrance is None else None
        return self._database

    def _close(self) -> None:
        hold, database = self._hold, self._database
        self._database = self._watch = self._hold = None
        if hold is not None:
            hold.release()
        if database is not None:
            database.close()
        if hold is not None:
            hold.close()

    @contextmanager
    def _counted(self, database: Database) -> Iterator[Database]:
        """A transaction in the file that is at the path when it is committed."""
        watch = self._watch
        try:
            with _transaction(database):
                if watch is not None:
                    self._require_known_shape(database)
                    watch.count_up()
                yield database
                if watch is not None:
                    _require_unmoved(watch)
        except _Parted as parted:
            self._part(parted.reason)
        if watch is not None:
            watch.note()

    def _require_known_shape(self, database: Database) -> None:
        """A newer Earmark may have brought it up to date while it was open here."""
        if is_newer(database, self._steps):
            self._hindrance = NEWER
            raise store_error(self.path, NEWER)

    def _require_place(self) -> None:
        if self._hindrance in PARTED:
            raise store_error(self.path, self._hindrance)
        if self._watch is not None and self._hindrance is not DAMAGED:
            reason = self._watch.fault()
            if reason is DAMAGED:
                self._hindrance = DAMAGED
                raise store_error(self.path, DAMAGED)
            if reason is not None:
                self._part(reason)

    def _part(self, reason: Reason) -> NoReturn:
        """Release the file and read what was in it from memory."""
        assert self._database is not None
        memory = _in_memory()
        with suppress(sqlite3.Error, OSError):
            if reason is OVERWRITTEN:
                with closing(opened_to_read(self.path)) as other:
                    copy_pages(other, memory.conn)
            else:
                # Its log would be taken for that of the file which is at the path now.
                _take_log_in(self._database)
                copy_pages(self._database.conn, memory.conn)
        self._close()
        self._database, self._hindrance = self._sound(memory), reason
        raise store_error(self.path, reason)

    def _sound(self, memory: Database) -> Database:
        """What was read to memory, or an empty library where it cannot be relied on."""
        try:
            is_sound = not damages_in(memory.conn) and not is_newer(memory, self._steps)
        except sqlite3.Error:
            is_sound = False
        if not is_sound:
            memory.close()
            memory = _in_memory()
        self._migrations().apply(memory)
        return memory

    def _opened_to_write(self) -> Database:
        self._require_place()
        if self._hindrance not in (NEWER, DAMAGED):
            database = self._reopened() if self._hindrance else self._opened()
        if self._hindrance:
            raise store_error(self.path, self._hindrance)
        return database

    def _reopened(self) -> Database:
        """What was in the way of writing may have gone."""
        self.close()
        return self._opened()

    def _open(self) -> Database:
        if damage := damage_seen(self.path):
            raise store_error(self.path, damage)
        if self._must_exist and not self.path.exists():
            raise FileNotFoundError(self.path)
        _make_private(self.path)
        try:
            database = self._prepared()
        except sqlite3.Error as error:
            database, self._hindrance = None, _read_only(error)
            if self._hindrance is None or not self.path.exists():
                raise
        return database or self._connected_to_read()

    def _prepared(self) -> Database | None:
        """Brought up to date; None if it is newer than this Earmark."""
        with closing(_connected(self.path, "mode=ro")) as database:  # which never writes
            self._require_shape(database)
            if is_newer(database, self._steps):
                self._hindrance = NEWER
                return None
        database = _connected(self.path)
        try:
            self._bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return database

    def _connected_to_read(self) -> Database:
        database = _connected_to_read(self.path)
        try:
            self._require_shape(database)
        except BaseException:
            database.close()
            raise
        return database

    def _require_shape(self, database: Database) -> None:
        if is_spoilt(database, self._steps):
            raise store_error(self.path, DAMAGED)

    def _migrations(self) -> Migrations:
        return migrations(self._steps)

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
            name = f"{self.path.stem}.before-{pending[0].name}"
            copy_library(self.path, free_path(self.path.parent, name, ".db"))
        self._migrations().apply(database)

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except StoreError:
            raise
        except Exception as error:
            # Without a reason of its own it may be the shape, which no step has brought up to date.
            reason = reason_of(error) or self._hindrance
            if reason is None and self._database is not None:
                with suppress(sqlite3.Error):
                    self._require_known_shape(self._database)
            if reason is None and self._is_damaged():
                reason = DAMAGED
            if is_damage(error) or reason is DAMAGED:
                self._hindrance = DAMAGED
            if reason is None:
                raise  # our own mistake, not the file's
            raise store_error(self.path, reason) from error

    def _is_damaged(self) -> bool:
        """Whether damage is behind an error that looks like a mistake of ours."""
        return self._database is not None and bool(damages_in(self._database.conn))


class MemoryDatabase(DatabaseFile):
    """A database in memory that begins as what can be read of another one, damaged or not.

    It knows no foreign keys: an episode may not be known yet.
    """

    _is_on_disk = False

    def __init__(self, original: DatabaseFile) -> None:
        super().__init__(original.path)
        self._original = original

    def _open(self) -> Database:
        database = _in_memory()
        try:
            with self._original.reading() as readable:
                copy_pages(readable.conn, database.conn)
            is_spoilt = bool(damages_in(database.conn))
        except (StoreError, sqlite3.Error):
            is_spoilt = True
        if not is_spoilt:
            return self._sound(database)
        database.close()
        return self._salvaged()

    def _salvaged(self) -> Database:
        self._original.release()  # to read it apart from SQLite would end the locks on it
        database = _in_memory()
        self._migrations().apply(database)
        with suppress(OSError):
            pour(rows_in(self.path), database)
            database.commit()
        return database


class CopiedDatabase(DatabaseFile):
    """A library that lies anywhere, read to memory: its own file is never written."""

    _is_on_disk = False

    def _open(self) -> Database:
        if damage := damage_seen(self.path):
            raise store_error(self.path, damage)
        database = _in_memory()
        # Without a log SQLite would make one, and leave it there.
        how = "mode=ro" if log_of(self.path).exists() else "mode=ro&immutable=1"
        with closing(_connected(self.path, how)) as original:
            copy_pages(original.conn, database.conn)
        self._require_shape(database)
        if not database.table("episodes").exists():
            raise store_error(self.path, NO_LIBRARY)
        if is_newer(database, self._steps):
            raise store_error(self.path, NEWER)
        self._migrations().apply(database)
        return database


class _Parted(Exception):  # noqa: N818 - what happened to the file, before it becomes a StoreError
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.sentence)
        self.reason = reason


def _make_private(path: Path) -> None:
    """Make the file and its folder where they are missing; only their owner may read them.

    A folder of the listener's choice stays as it is, and the file in it is private all the same.
    """
    make_folder = make_own_folder if path.parent == data_folder() else make_private_folder
    make_folder(path.parent)
    if not path.exists():
        make_private_file(path)
    for ending in ("", "-wal", "-shm"):
        make_private(Path(f"{real_path(path)}{ending}"))


def _require_unmoved(watch: FileWatch) -> None:
    if reason := watch.moved():
        raise _Parted(reason)


def _in_memory() -> Database:
    return Database(sqlite3.connect(":memory:"), execute_plugins=False)


def _take_log_in(database: Database) -> None:
    """As far as nobody else reads it at this moment: waiting for them would hold up all else."""
    database.execute("PRAGMA busy_timeout = 0")
    try:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        database.execute(f"PRAGMA busy_timeout = {round(1000 * BUSY_SECONDS)}")


def _connected(path: Path, how: str = "mode=rwc") -> Database:
    connection = sqlite3.connect(sqlite_address(path, how), uri=True, timeout=BUSY_SECONDS)
    return Database(connection, execute_plugins=False)


def _connected_to_read(path: Path) -> Database:
    database = _connected(path, "mode=ro")
    try:
        database.table_names()
    except sqlite3.OperationalError as error:
        database.close()
        is_locked_out = reason_of(error) in (READ_ONLY, UNREACHABLE, LOCKLESS)
        if not is_locked_out or log_of(path).exists():
            raise
        # The log's index cannot be made in a read-only folder; without a log none is needed.
        database = _connected(path, "mode=ro&immutable=1")
    return database


def _read_only(error: sqlite3.Error) -> Reason | None:
    """Why nothing can be written, where it may be read all the same."""
    reason = reason_of(error)
    faults = (StoreFault.READ_ONLY, StoreFault.UNREACHABLE, StoreFault.FULL, StoreFault.BUSY)
    return reason if reason and reason.fault in faults else None


@contextmanager
def _transaction(database: Database) -> Iterator[Database]:
    # IMMEDIATE takes the write lock before reading; a lock wanted halfway is refused at once.
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database
        database.commit()
    except BaseException:
        database.rollback()
        raise
