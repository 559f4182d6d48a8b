"""What can be wrong with a file of SQLite, in words for the reader."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import StoreError

_IN_USE = "is in use by another program and cannot be changed now"
_REASONS = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is damaged: it is not a library of Earmark",
    sqlite3.SQLITE_READONLY: "cannot be changed: it is read-only",
    sqlite3.SQLITE_PERM: "cannot be changed: it is read-only",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: the file or its folder is not accessible",
}
_DAMAGES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def store_error(path: Path, reason: str, what: str = "library") -> StoreError:
    """The sentence "The library PATH is damaged."; `reason` is its end."""
    return StoreError(f"The {what} {path} {reason}.", path=path)


@contextmanager
def told(path: Path, what: str = "library") -> Iterator[None]:
    """Turns what SQLite and the disk report of `path` into a StoreError.

    Our own mistakes, such as wrong SQL, pass as they are.
    """
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise store_error(path, reason, what) from error


def reason_of(error: Exception) -> str | None:
    """What is wrong with the file; None if the error is not about the file."""
    if isinstance(error, OSError):
        is_full = error.errno == errno.ENOSPC
        return _REASONS[sqlite3.SQLITE_FULL if is_full else sqlite3.SQLITE_CANTOPEN]
    return _REASONS.get(_kind(error))


def is_damage(error: Exception) -> bool:
    """Whether the file can no longer be relied on."""
    return _kind(error) in _DAMAGES


def _kind(error: Exception) -> int:
    # The low byte is the kind, the rest says more than the reader wants to know.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
