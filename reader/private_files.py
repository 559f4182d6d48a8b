"""Folders and files that only their owner may read, whatever the umask says."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077  # what group and others may do
_FOLDER, _FILE = 0o700, 0o600


def make_private_folder(folder: Path) -> None:
    """Make `folder` where it is missing; only its owner may enter it. Raises OSError.

    One that is there already stays as it is: it may be shared on purpose.
    """
    if folder.is_dir():
        return
    folder.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    folder.chmod(_FOLDER)  # the umask may have taken too much


def make_own_folder(folder: Path) -> None:
    """The same for a folder that Earmark alone uses: one that is there becomes private too."""
    make_private_folder(folder)
    make_private(folder)


def make_private_file(path: Path) -> None:
    """Make an empty file at `path` that only its owner may read; one that is there is kept.

    Raises OSError.
    """
    if not path.exists():  # to close a handle would end this process's locks on a database
        os.close(open_private(path, os.O_WRONLY | os.O_CREAT))
    make_private(path)


def open_private(path: str | os.PathLike[str], flags: int) -> int:
    """An `opener` for `open`: a file that it makes is private from its first moment on."""
    is_new = not Path(path).exists()
    handle = os.open(path, flags, _FILE)
    if is_new and hasattr(os, "fchmod"):
        with suppress(OSError):  # some file systems know no modes
            os.fchmod(handle, _FILE)
    return handle


def make_private(path: Path) -> None:
    """Take from group and others what they may do with a file or folder.

    What belongs to someone else, or lies on a disk without modes, stays as it is.
    """
    with suppress(OSError):
        mode = path.stat().st_mode & 0o7777
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
