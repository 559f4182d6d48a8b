"""Copies of the library that can be relied on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from reader.errors import StoreFault
from reader.private_files import make_private_file
from reader.store.faults import Reason, damage_seen, is_damage, store_error, told

_DAMAGED = Reason(StoreFault.DAMAGED, "is damaged, so it was not copied")


def copy_library(source: Path, target: Path, what: str = "library") -> None:
    """Copy a database that may be in use; `target` is there whole, checked and on the disk.

    What was at `target` is replaced, and stays as it was if the copy fails. `what` names the
    source in the message. Raises StoreError.
    """
    part = target.with_name(f"{target.name}.part")
    with told(source, what):
        if damage := damage_seen(source):
            raise store_error(source, damage, what)
    with told(source, what), closing(opened_to_read(source)) as original:
        original.execute("PRAGMA schema_version")  # speaks up if this is no database
        try:
            with told(target, "copy"):
                is_sound = _copied(original, part)
                if is_sound:
                    _put_in_place(part, target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    if not is_sound:
        raise store_error(source, _DAMAGED, what)


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection of its own: a copy from one that holds the write lock would never end."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def faults_in(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file itself."""
    try:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check(10)")]
    except sqlite3.DatabaseError as error:
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
    part.unlink(missing_ok=True)
    make_private_file(part)
    with closing(sqlite3.connect(part)) as copy:
        try:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return False
            raise
        return not faults_in(copy)


def _put_in_place(part: Path, target: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    flush_folder(target.parent)
