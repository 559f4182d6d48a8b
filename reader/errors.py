"""What can go wrong, in words for the reader. Raised in `reader`, shown in `ui`."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from reader.message import Message


class ReaderError(Exception):
    """A fault of the outside world, described in a sentence; `path` names the file it is about."""

    def __init__(
        self, message: Message, *, path: Path | None = None, line: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line


class FileMissing(ReaderError):  # noqa: N818 - a state of the disk, not an error of the user
    """A file is not where it was; it may only have been moved."""


class TranscriptError(ReaderError):
    """A file that cannot be read as a transcript; `may_be_other`: in this encoding and format."""

    may_be_other = False


class RecordingError(ReaderError):
    """A recording that cannot be played, or can no longer be."""


class PlayerMissing(ReaderError):  # noqa: N818 - a state of the machine, not an error of the user
    """No player could be loaded; `message` says how to get one."""


class StoreFault(Enum):
    """What keeps the library from being read or written; the recovery actions depend on it."""

    BUSY = auto()  # another program writes
    READ_ONLY = auto()
    FULL = auto()  # the disk
    UNREACHABLE = auto()  # the file or its folder
    FAILING = auto()  # the disk reports an error
    DAMAGED = auto()
    MISSING = auto()  # though there are copies of it
    NEWER = auto()  # made by a newer Earmark
    REPLACED = auto()  # while it was open, by another file
    GONE = auto()  # while it was open: moved or deleted
    OTHER = auto()


PARTED = (StoreFault.REPLACED, StoreFault.GONE)
"""The library's file is no longer the one at its path."""


class StoreError(ReaderError):
    """The local database cannot be read or written."""

    def __init__(
        self, message: Message, *, path: Path | None = None, fault: StoreFault = StoreFault.OTHER
    ) -> None:
        super().__init__(message, path=path)
        self.fault = fault


class LinkError(ReaderError):
    """A text that is not a link to an episode, or a link that leads nowhere."""


class Cancelled(ReaderError):  # noqa: N818 - a request, not an error
    """The user cancelled it; nothing needs to be shown."""


class OpeningCancelled(Cancelled):
    """The user cancelled the opening."""
