"""Ways back from a library that is damaged or gone. What was there is set aside, never written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reader.errors import StoreError, StoreFault
from reader.message import message
from reader.store.backups import Backups
from reader.store.check import check
from reader.store.copying import copy_library
from reader.store.database import DatabaseFile
from reader.store.faults import Reason, store_error, store_errors
from reader.store.salvage import Found, Salvaged, filled, pour, rows_in

_NO_COPY = Reason(StoreFault.OTHER, message("{file} has no backup that can be read."))


class Recovery(NamedTuple):
    """What was done: from which copy or how much was read, and where the old library is kept."""

    kept: Path | None
    backup: Path | None = None
    salvaged: Salvaged | None = None


def restore_newest(path: Path) -> Recovery:
    """Go back to the newest daily copy that is sound. Raises StoreError where none is."""
    backups = Backups(path)
    for backup in backups.all():
        with suppress(StoreError):
            return Recovery(backups.restore_from(backup), backup=backup)
    raise store_error(path, _NO_COPY)


def begin_again(path: Path) -> Recovery:
    """Put an empty library in place of one that is gone. Raises StoreError."""
    return _replaced(path, salvage=False)


def salvage(path: Path) -> Recovery:
    """Put a new library in place of a damaged one, with all of it that can be read.

    Raises StoreError.
    """
    return _replaced(path, salvage=True)


def salvage_to(path: Path, target: Path) -> Salvaged:
    """Copy what can be read of a library into a new file. Raises StoreError."""
    with _made_beside(target) as made:
        salvaged = _salvaged(path, made)
        copy_library(made, target)
    return salvaged


def _replaced(path: Path, *, salvage: bool) -> Recovery:
    with _made_beside(path) as made:
        salvaged = _salvaged(path, made) if salvage else None
        if salvaged is None:
            _begin(made)
        return Recovery(Backups(path).restore_from(made), salvaged=salvaged)


@contextmanager
def _made_beside(path: Path) -> Iterator[Path]:
    """A place for a library that is copied from there; at the end it is gone."""
    made = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    try:
        yield made
    finally:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                made.with_name(made.name + ending).unlink()


def _begin(made: Path) -> None:
    file = DatabaseFile(made)
    with file.writing():
        pass
    file.close()


def _salvaged(path: Path, made: Path) -> Salvaged:
    with store_errors(path):
        found, from_backup = filled(rows_in(path), _newest_copy(path))
    file = DatabaseFile(made)
    try:
        with file.writing() as database:
            return pour(found, database)._replace(from_backup=from_backup)
    finally:
        file.close()


def _newest_copy(path: Path) -> Found:
    """What the newest daily copy that is sound holds."""
    for copy in Backups(path).all():
        if check(copy).is_sound:
            return rows_in(copy)
    return rows_in(path.with_name(f"{path.name}.none"))
