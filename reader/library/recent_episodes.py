"""The episodes opened last, as the library has them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode, missing_files
from reader.errors import ReaderError
from reader.jobs import Job, JobThreads, Worker
from reader.store.library import Library


class RecentEpisodes(QObject):
    """The list of recent episodes; the library is asked off the GUI thread."""

    changed = Signal(object)  # list of Episode
    missing_changed = Signal(object)  # files of these that are gone: frozenset of Path
    failed = Signal(object)  # ReaderError

    def __init__(self, library: Library, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._keeper = library, keeper
        self._lookers = JobThreads(self)
        self._looking: Job | None = None

    def load(self) -> None:
        """Emit the list."""
        self._keeper.run(lambda _: self._library.recent(), self._report, self._fail)

    def _report(self, episodes: list[Episode]) -> None:
        self.changed.emit(episodes)
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._lookers.run(
            lambda _: missing_files(episodes), self.missing_changed.emit
        )

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)
