"""Files that are written whole or not at all, and never over a file that nobody gave up.

All that Earmark writes goes through here; tests/test_architecture.py names the few exceptions.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import ReaderError
from reader.message import message, system_reason
from reader.private_files import make_private_file


@contextmanager
def whole_file(
    target: Path, *, may_replace: bool = False, is_private: bool = False
) -> Iterator[Path]:
    """A path beside `target` to write to; at the end it takes the place of `target`.

    A file that is there is replaced only if it may be, and keeps its mode; FileExistsError is
    raised before the writing, or at its end where one came meanwhile. Where the writing fails,
    `target` stays as it was and nothing is left behind. `is_private`: no other user may read it.
    Raises OSError.
    """
    if not may_replace:
        _refuse_another(target)
    beside = target.with_name(f".earmark-{os.urandom(6).hex()}.tmp")
    try:
        if is_private:
            make_private_file(beside)
        yield beside
        _settle(beside)
        if may_replace:
            _replace(beside, target, keeps_mode=not is_private)
        else:
            _take_free_name(beside, target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def write_file(
    target: Path, content: bytes, *, may_replace: bool = False, is_private: bool = False
) -> None:
    """Write `content` as `whole_file` does. Raises OSError."""
    with whole_file(target, may_replace=may_replace, is_private=is_private) as beside:
        beside.write_bytes(content)


def write_fault(target: Path, error: Exception) -> ReaderError:
    """Why a file could not be written, in words for the listener."""
    if isinstance(error, FileExistsError):
        return ReaderError(message("{file} exists already.", file=target.name), path=target)
    reason = system_reason(error)
    return ReaderError(
        message("{file} cannot be written: {reason}.", file=target.name, reason=reason), path=target
    )


def _refuse_another(target: Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _settle(path: Path) -> None:
    """Wait until the disk has it: else a power cut could leave the new name without content."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(beside: Path, target: Path, *, keeps_mode: bool) -> None:
    if keeps_mode and target.exists():
        beside.chmod(stat.S_IMODE(target.stat().st_mode))
    beside.replace(target)


def _take_free_name(beside: Path, target: Path) -> None:
    """Never over another file, whatever else happens at the same moment."""
    if sys.platform == "win32":
        beside.rename(target)  # refused there where `target` exists
        return
    try:
        os.link(beside, target)  # refused too
    except FileExistsError:
        raise
    except OSError:  # not every file system has links
        target.touch(exist_ok=False)
        beside.replace(target)
