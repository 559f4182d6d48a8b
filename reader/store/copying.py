"""Copies of the library that can be relied on."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.errors import StoreError, StoreFault
from reader.message import message
from reader.private_files import make_private_folder
from reader.sqlite_address import sqlite_address
from reader.store.faults import (
    Reason,
    damage_seen,
    is_damage,
    obstacle_at,
    store_error,
    store_errors,
)
from reader.store.log_frames import log_of
from reader.whole_file import whole_file

_DAMAGED = Reason(StoreFault.DAMAGED, message("{file} is damaged, so it was not copied."))
_SQLITE_ENDINGS = ("-journal", "-wal", "-shm")  # of what SQLite keeps beside a database


def copy_library(
    source: Path, target: Path, what: str = "library", *, may_replace: bool = False
) -> None:
    """Copy a database that may be in use; `target` is there whole, checked and on the disk.

    What is at `target` is replaced only if it may be, and stays as it was if the copy fails. `what`
    names the source in the message. Raises StoreError.
    """
    with store_errors(source, what):
        if damage := damage_seen(source):
            raise store_error(source, damage, what)
    with store_errors(source, what), closing(opened_to_read(source)) as original:
        original.execute("PRAGMA schema_version")  # speaks up if this is not a database
        with store_errors(target, "copy"), _place_for(target, may_replace=may_replace) as part:
            if not _copied(original, part):
                raise store_error(source, _DAMAGED, what)
        with store_errors(target, "copy"):
            flush_folder(target.parent)


@contextmanager
def _place_for(target: Path, *, may_replace: bool) -> Iterator[Path]:
    """Where to make a database that becomes `target`; SQLite leaves nothing beside it."""
    try:
        with whole_file(target, may_replace=may_replace, is_private=True) as part:
            try:
                yield part
            finally:
                _remove_logs(part)
    except FileExistsError as error:
        said = message("{file} exists already.", file=target.name)
        raise StoreError(said, path=target, fault=StoreFault.OTHER) from error


def _remove_logs(part: Path) -> None:
    """A full disk keeps SQLite from removing its own."""
    for ending in _SQLITE_ENDINGS:
        with suppress(OSError):
            part.with_name(f"{part.name}{ending}").unlink()


def write_library(connection: sqlite3.Connection, target: Path) -> None:
    """Write what a connection reads to a new file, whole and on the disk. Raises StoreError.

    A library that is at `target` already stays, and so does the log of an earlier one, under
    another name: it would be taken for one of the new file.
    """
    with store_errors(target):
        if obstacle := obstacle_at(target):
            raise store_error(target, obstacle)
        make_private_folder(target.parent)
        with _place_for(target, may_replace=False) as part:
            if not _copied(connection, part):
                raise store_error(target, _DAMAGED)
            _set_log_aside(target)
        flush_folder(target.parent)


def _set_log_aside(target: Path) -> None:
    log = log_of(target)
    if log.exists() and log.stat().st_size:
        log.replace(log.with_name(f"{log.name}.{os.urandom(4).hex()}"))


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection of its own: a copy from one that holds the write lock would never end.

    Raises OSError for what is not a file: SQLite would wait for a pipe.
    """
    if obstacle_at(path):
        raise OSError(errno.ENXIO, "not a file")
    return sqlite3.connect(sqlite_address(path.absolute(), "mode=ro"), uri=True)


def copy_pages(original: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy a whole database into another one. Raises sqlite3.Error.

    It is held to be read meanwhile: where others lock it, `backup` alone would wait without end.
    """
    is_held = original.in_transaction
    if not is_held:
        original.execute("BEGIN")
    try:
        original.execute("PRAGMA user_version").fetchone()
        original.backup(copy)
    finally:
        if not is_held:
            original.rollback()


def faults_in(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file itself."""
    try:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check(10)")]
    except (sqlite3.Error, UnicodeDecodeError) as error:  # in its schema a text may be spoilt
        return [str(error)]
    return [] if lines == ["ok"] else lines


def flush_folder(folder: Path) -> None:
    """See to it that the names in `folder` are on the disk too, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copied(original: sqlite3.Connection, part: Path) -> bool:
    """Copy to `part`, a single file; whether the copy is sound."""
    with closing(sqlite3.connect(part)) as copy:
        try:
            copy_pages(original, copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return False
            raise
        return not faults_in(copy)
