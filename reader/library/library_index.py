"""The index of words, brought up to date beside all else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader import paths
from reader.errors import Cancelled, ReaderError, StoreError, StoreFault
from reader.jobs import Job, JobThreads
from reader.library.index_process import index_beside
from reader.library.indexing import IndexProgress
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from reader.whole_file import write_fault

RENEW_AFTER = 1_500  # ms, in which a listener's next correction comes


class IndexState(NamedTuple):
    """What is in the index; `size` in bytes. While it grows, `done` of `total` episodes are."""

    is_on: bool = True
    episodes: int = 0
    size: int = 0
    done: int = 0
    total: int = 0


class LibraryIndex(QObject):
    """Has what is new read by another process, an episode at a time.

    Other windows and programs may do the same: whoever comes first writes.
    """

    state_changed = Signal(object)  # IndexState
    failed = Signal(object)  # ReaderError
    _progressed = Signal(object)

    def __init__(
        self,
        file: LibraryFile,
        parent: QObject | None = None,
        *,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._path = path or paths.word_index()
        self._threads = JobThreads(self)
        self._running: Job | None = None
        self._only: set[str] | None = set()  # what is to be renewed next; None: all
        self.state = IndexState()
        self._soon = QTimer(self, interval=RENEW_AFTER, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._progressed.connect(self._show_progress)

    def index(self) -> WordIndex | None:
        """A connection of its own for whoever asks, on any thread; None while it is off."""
        return WordIndex(self._path) if paths.is_word_index_on() else None

    def voices(self) -> dict[str, tuple[str, ...]]:
        """Who speaks in each episode, as far as it is known; on any thread."""
        index = self.index()
        if index is None or not self._path.exists():
            return {}
        try:
            with closing(index):
                return {
                    key: tuple(filter(None, each.voices)) for key, each in index.episodes().items()
                }
        except StoreError:
            return {}

    def look(self) -> None:
        """Emit what is in it."""
        self._threads.run(lambda _: self._state(), self._show, self._fail)

    def bring_up_to_date(self) -> None:
        """Read all that is new or changed."""
        self._only = None
        self._begin()

    def renew(self, episode_id: str) -> None:
        """Read an episode again soon, and of its show what is meant too: corrections, names of
        voices or times of it changed."""
        if self._only is not None:
            self._only.add(episode_id)
        self._soon.start()

    def set_on(self, is_on: bool) -> None:
        """Have an index from now on, or erase it."""
        self.stop()
        self._threads.run(lambda _: self._switch(is_on), self._renew, self._fail)

    def rebuild(self) -> None:
        """Throw it away and read everything again."""
        self.stop()
        self._threads.run(lambda _: WordIndex(self._path).erase(), self._renew, self._fail)

    def stop(self) -> None:
        """Break off; what was read is kept, and the next run goes on from there."""
        self._soon.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None
            self._show(self.state._replace(done=0, total=0))

    def close(self) -> None:
        """The window is going."""
        self.stop()

    def _begin(self) -> None:
        if self._running is not None:
            self._soon.start()  # when that is done
            return
        only, self._only = self._only, set()
        self._running = self._threads.run(
            lambda job: self._run(only, job), self._ended, self._broken_off, crashed=self._crashed
        )

    def _run(self, only: set[str] | None, job: Job) -> IndexState:
        if not paths.is_word_index_on():
            return IndexState(is_on=False)
        try:
            self._read(only, job)
        except StoreError as error:
            if error.fault is not StoreFault.DAMAGED:
                raise
            self._read(None, job)  # the damaged file was erased
        return self._state()

    def _read(self, only: set[str] | None, job: Job) -> None:
        index_beside(
            self._file,
            self._path,
            only,
            progressed=self._progressed.emit,
            cancellation=job,
        )

    def _state(self) -> IndexState:
        index = self.index()
        if index is None:
            return IndexState(is_on=False)
        if not self._path.exists():
            return IndexState()
        with closing(index):
            return IndexState(True, len(index.episodes()), index.size)

    def _switch(self, is_on: bool) -> None:
        try:
            paths.switch_word_index(is_on)
        except OSError as error:
            raise write_fault(paths.config_folder(), error) from error
        if not is_on:
            WordIndex(self._path).erase()

    def _renew(self, _: object) -> None:
        self.bring_up_to_date()

    def _show_progress(self, progress: IndexProgress) -> None:
        if self._running is not None:
            self._show(self.state._replace(done=progress.done, total=progress.total))

    def _ended(self, state: IndexState) -> None:
        self._running = None
        self._show(state)

    def _broken_off(self, error: ReaderError) -> None:
        self._crashed()
        if not isinstance(error, Cancelled):
            self._fail(error)

    def _crashed(self, _: object = None) -> None:
        self._running = None
        self._show(self.state._replace(done=0, total=0))

    def _show(self, state: IndexState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)
