"""What can be wrong with a file of SQLite, in words for the reader."""

from __future__ import annotations

import errno
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader.errors import StoreError, StoreFault
from reader.message import Message, message
from reader.store.file_mark import is_link_loop
from reader.store.log_frames import is_log_spoilt, log_of


class Reason(NamedTuple):
    """Why a file cannot be used; the sentence names it as `{file}`."""

    fault: StoreFault
    sentence: Message


_FILES = {
    "library": message("The library {path}"),
    "backup": message("The backup {path}"),
    "copy": message("The copy {path}"),
    "file": message("The file {path}"),
    "folder": message("The folder {path}"),
}

NEWER = Reason(
    StoreFault.NEWER, message("{file} was made by a newer Earmark and is not changed by this one.")
)
DAMAGED = Reason(StoreFault.DAMAGED, message("{file} is damaged and is left as it is."))
_EMPTIED = Reason(
    StoreFault.DAMAGED, message("{file} is damaged: it is empty, though there are copies of it.")
)
_LOG_SPOILT = Reason(
    StoreFault.DAMAGED,
    message("{file} is damaged: not all of its log can be read; it is left as it is."),
)
_MISSING = Reason(StoreFault.MISSING, message("{file} is missing, though there are copies of it."))
_LOG_ALONE = Reason(
    StoreFault.DAMAGED, message("{file} is missing; its log is there and is left as it is.")
)
_IN_USE = Reason(
    StoreFault.BUSY, message("{file} is in use by another program and cannot be changed now.")
)
READ_ONLY = Reason(StoreFault.READ_ONLY, message("{file} cannot be changed: it is read-only."))
UNREACHABLE = Reason(
    StoreFault.UNREACHABLE,
    message("{file} cannot be opened: the file or its folder is not accessible."),
)
LOCKLESS = Reason(
    StoreFault.UNREACHABLE,
    message("{file} cannot be changed: its disk offers no locks, like some network folders."),
)
NO_LIBRARY = Reason(StoreFault.OTHER, message("{file} is not a library of Earmark."))
REPLACED = Reason(
    StoreFault.REPLACED, message("{file} was replaced by another program while it was open.")
)
OVERWRITTEN = Reason(
    StoreFault.REPLACED, message("{file} was written over by another program while it was open.")
)
GONE = Reason(StoreFault.GONE, message("{file} was moved or deleted while it was open."))
_FOLDER = Reason(
    StoreFault.UNREACHABLE, message("{file} cannot be opened: a folder is in its place.")
)
_NO_FILE = Reason(
    StoreFault.UNREACHABLE, message("{file} cannot be opened: what is in its place is not a file.")
)
_NO_LOG = Reason(StoreFault.UNREACHABLE, message("{file} cannot be opened: its log is not a file."))
_LINK_LOOP = Reason(
    StoreFault.UNREACHABLE, message("{file} cannot be opened: its links lead round in a circle.")
)
_REASONS = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_CORRUPT: Reason(StoreFault.DAMAGED, message("{file} is damaged.")),
    sqlite3.SQLITE_NOTADB: Reason(
        StoreFault.DAMAGED, message("{file} is damaged: it is not a library of Earmark.")
    ),
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_FULL: Reason(
        StoreFault.FULL, message("{file} cannot be written: the disk is full.")
    ),
    sqlite3.SQLITE_IOERR: Reason(
        StoreFault.FAILING, message("{file} cannot be read or written: the disk reports an error.")
    ),
    sqlite3.SQLITE_CANTOPEN: UNREACHABLE,
    sqlite3.SQLITE_PROTOCOL: LOCKLESS,
}


def store_error(path: Path, reason: Reason, what: str = "library") -> StoreError:
    """The sentence "The library PATH is damaged."."""
    sentence = reason.sentence.filled(file=_FILES[what].filled(path=path))
    return StoreError(sentence, path=path, fault=reason.fault)


def damage_seen(path: Path) -> Reason | None:
    """What SQLite would replace or drop in silence: a file that is gone or empty, a spoilt log.

    Also what it would wait for without end, or call an error of the disk: no file at all.
    """
    if obstacle := obstacle_at(path) or (obstacle_at(log_of(path)) and _NO_LOG):
        return obstacle
    has_log = _size(log_of(path)) > 0
    if not path.exists():
        if has_log:
            return _LOG_ALONE
        return _MISSING if has_backups(path) else None
    if not path.stat().st_size:
        return _EMPTIED if has_log or has_backups(path) else None
    return _LOG_SPOILT if has_log and is_log_spoilt(path) else None


def has_backups(path: Path) -> bool:
    """Whether there are daily copies of a library."""
    return any(backups_folder(path).glob(f"{path.stem}-????-??-??.db"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def obstacle_at(path: Path) -> Reason | None:
    """What is at `path` instead of a file, such as a folder or a pipe. Raises OSError."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if is_link_loop(error):
            return _LINK_LOOP
        raise
    if stat.S_ISDIR(mode):
        return _FOLDER
    return None if stat.S_ISREG(mode) else _NO_FILE


def backups_folder(path: Path) -> Path:
    """Where the daily copies of a library lie."""
    return path.parent / "backups"


@contextmanager
def store_errors(path: Path, what: str = "library") -> Iterator[None]:
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


def reason_of(error: Exception) -> Reason | None:
    """What is wrong with the file; None if the error is not about the file."""
    if isinstance(error, OSError):
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return _REASONS[sqlite3.SQLITE_FULL] if is_full else UNREACHABLE
    return _REASONS.get(_kind(error))


def is_damage(error: Exception) -> bool:
    """Whether the file can no longer be relied on."""
    reason = reason_of(error)
    return reason is not None and reason.fault is StoreFault.DAMAGED


def _kind(error: Exception) -> int:
    # The low byte is the kind, the rest says more than the reader wants to know.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
