"""What those that read and write in the library have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reader.store.library_file import LibraryFile

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment, as rows have it."""
    return datetime.now(UTC)


class LibraryRecords:
    """Some of what is remembered, in the library at `place`.

    For one thread. A write is on the disk when its call returns. Every call may raise StoreError.
    """

    def __init__(self, place: LibraryFile | Path, now: Now = utc_now) -> None:
        self._file = place if isinstance(place, LibraryFile) else LibraryFile(place)
        self._now = now

    def close(self) -> None:
        """Release the file; on the thread that used it."""
        self._file.close()
