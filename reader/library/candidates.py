"""Files of which one may be the missing half of an episode, with length and date to choose by.

These look at the disk: not for the GUI thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reader import formats
from reader.errors import ReaderError
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.jobs import Job
from reader.regular_file import size_of

_MOST = 60  # of which the length is read
_LARGE = 4_000_000  # bytes of a transcript that is not read for its length


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be the partner; `length` in ms, None where not known, as `changed`."""

    path: Path
    length: int | None = None
    changed: datetime | None = None


def described(paths: Sequence[Path], job: Job) -> list[Candidate]:
    """The files with their lengths and dates, as far as they are known."""
    found = []
    for number, path in enumerate(paths):
        is_read = number < _MOST and not job.is_cancelled
        found.append(Candidate(path, _length(path) if is_read else None, _changed(path)))
    return found


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return None


def _length(path: Path) -> int | None:
    try:
        if path.suffix.lower() in RECORDING_SUFFIXES:
            return _length_of_recording(path)
        return formats.load(path).end or None if size_of(path) <= _LARGE else None
    except (OSError, ReaderError):
        return None


def _length_of_recording(path: Path) -> int | None:
    try:
        from reader.recording.stated_length import stated_length
    except ImportError:  # without PyAV it is known only when it plays
        return None
    return stated_length(path)
