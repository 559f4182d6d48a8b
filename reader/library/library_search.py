"""Searches the whole library as one types, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.jobs import Job, Worker
from reader.library.search_query import Where
from reader.library.search_values import FoundFirst, SearchResult
from reader.library.searching import EPISODES, LibrarySearcher
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex


class LibrarySearch(QObject):
    """Has connections of its own to the library and the index, on a thread of its own.

    Only the answer to the last question is emitted. `index` gives a connection, None for none.
    """

    found = Signal(object)  # SearchResult; once more with words that are near, where nobody says it
    more_found = Signal(object)  # tuple of what was typed, and FoundEpisode with all its lines
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        file: LibraryFile,
        index: Callable[[], WordIndex | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._index = file, index
        self._worker = Worker(self)
        self._searcher: LibrarySearcher | None = None
        self._place: tuple[Path, bool] | None = None
        self._looking: Job | None = None
        self._is_closed = False

    def look_for(
        self,
        text: str,
        where: Where = Where.EVERYTHING,
        order: FoundFirst = FoundFirst.BEST,
        most: int = EPISODES,
    ) -> None:
        """Emit the first page of what `text` finds: `most` episodes."""
        self.stop()
        self._looking = self._worker.run(
            lambda _: self._opened().find(text, where=where, order=order, most=most),
            self._show,
            self._fail,
        )

    def look_for_more(self, text: str, episode_id: str) -> None:
        """Emit all lines of one episode, in order of time."""
        self._worker.run(
            lambda _: (text, self._opened().whole(text, episode_id)),
            self.more_found.emit,
            self._fail,
        )

    def stop(self) -> None:
        """Nobody waits for the last question any more."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
            if self._searcher is not None:
                self._searcher.interrupt()

    def close(self) -> None:
        """Release both files; what comes after is not answered."""
        self.stop()
        if not self._is_closed:
            self._is_closed = True
            self._worker.run(lambda _: self._close(), lambda _: None)
            self._worker.finish()

    def _opened(self) -> LibrarySearcher:
        """For where the library lies now, and for the index if there is one now."""
        index = self._index()
        place = (self._file.path, index is not None)
        if self._searcher is None or place != self._place:
            self._close()
            file = LibraryFile(self._file.path, must_exist=self._file.must_exist)
            self._searcher, self._place = LibrarySearcher(file, index), place
        return self._searcher

    def _close(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = None

    def _show(self, result: SearchResult) -> None:
        self._looking = None
        self.found.emit(result)
        query = result.query
        if not result.spoken and query.terms and query.where in (Where.EVERYTHING, Where.WORDS):
            self._looking = self._worker.run(
                lambda _: self._opened().with_near(result),
                self._show_near,
                self._fail,
            )

    def _show_near(self, result: SearchResult) -> None:
        self._looking = None
        if result.near:
            self.found.emit(result)

    def _fail(self, error: ReaderError) -> None:
        self._looking = None
        self.failed.emit(error)
