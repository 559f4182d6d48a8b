"""Where the reader is, kept in the library; an episode it could not record is recorded later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.jobs import Worker
from reader.store.library import Library


class PlaceKeeper(QObject):
    """Writes places off the GUI thread. What fails is tried again with the next place."""

    recorded = Signal(str, object)  # the id that an episode had until now, Episode
    kept = Signal()
    failed = Signal(object)  # StoreError

    def __init__(self, library: Library, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._keeper = library, keeper
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Whether places wait for the library: another program may hold it for seconds."""
        return self._waiting > 0

    def keep(self, left: Episode) -> None:
        """Keep the place of an episode as it was left, without waiting for the disk."""
        self._waiting += 1
        self._keeper.run(lambda _: (left, self._written(left)), self._tell, self._fail)

    def record(self, episode: Episode) -> None:
        """See to it that the library knows an episode, whatever place it knows of it."""
        self._keeper.run(
            lambda _: self._recorded(episode),
            lambda known: self.recorded.emit(episode.id, known),
            self.failed.emit,
        )

    def _recorded(self, episode: Episode) -> Episode:
        return self._library.record_opened(
            episode.recording, episode.transcript, episode.title, new_id=episode.id
        )

    def _written(self, left: Episode) -> Episode:
        known = left if left.is_recorded else self._recorded(left)
        self._library.remember_place(
            known.id, left.position, left.length, left.rate or 1.0, left.scroll
        )
        return replace(left, id=known.id, is_recorded=True)

    def _tell(self, kept: tuple[Episode, Episode]) -> None:
        left, known = kept
        self._waiting -= 1
        if not left.is_recorded:
            self.recorded.emit(left.id, known)
        self.kept.emit()

    def _fail(self, error: Exception) -> None:
        self._waiting -= 1
        self.failed.emit(error)
