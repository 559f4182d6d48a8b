"""What a player has to know of a file, looked up off the GUI thread: its disk may not answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from reader.jobs import Job, JobThreads
from reader.regular_file import size_of


class FileLook(QObject):
    """One look at a time: a newer one takes the place of an older."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._threads = JobThreads(self)
        self._job: Job | None = None

    def begin(
        self, path: Path, found: Callable[[int], None], failed: Callable[[OSError], None]
    ) -> None:
        """Call `found` with the size of a regular file in bytes, or `failed`."""
        self.cancel()

        def done(answer: int | OSError) -> None:
            self._job = None
            if isinstance(answer, OSError):
                failed(answer)
            else:
                found(answer)

        self._job = self._threads.run(lambda _: _size_or_fault(path), done)

    def cancel(self) -> None:
        """Call nobody."""
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _size_or_fault(path: Path) -> int | OSError:
    try:
        return size_of(path)
    except OSError as error:
        return error
