"""What is played next by the listener's own choice; it outlives a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.store.up_next import UpNext

Change = Callable[[list[str]], list[str]]
"""Of the ids of what is queued."""


class PlayQueue(QObject):
    """The queue of the library, changed off the GUI thread; each change emits it whole."""

    changed = Signal(object)  # tuple of Episode, the next first
    failed = Signal(object)  # ReaderError

    def __init__(self, up_next: UpNext, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._up_next, self._keeper = up_next, keeper

    def load(self) -> None:
        """Emit the queue."""
        self._keeper.run(lambda _: tuple(self._up_next.episodes()), self.changed.emit, self._fail)

    def play_next(self, episode_ids: Sequence[str]) -> None:
        """Put episodes at the front; those that are queued already move there."""
        self._change(lambda queued: [*episode_ids, *_without(queued, episode_ids)])

    def play_later(self, episode_ids: Sequence[str]) -> None:
        """Put episodes at the end."""
        self._change(lambda queued: [*_without(queued, episode_ids), *episode_ids])

    def remove(self, episode_ids: Sequence[str]) -> None:
        """Take episodes off: they were heard, or are not wanted."""
        self._change(lambda queued: _without(queued, episode_ids))

    def move(self, episode_id: str, place: int) -> None:
        """Put a queued episode at another place, counted from 0 without it."""

        def moved(queued: list[str]) -> list[str]:
            if episode_id not in queued:
                return queued
            rest = _without(queued, [episode_id])
            return [*rest[:place], episode_id, *rest[place:]]

        self._change(moved)

    def put(self, episode_ids: Sequence[str]) -> None:
        """Let this be the whole queue: empty, or as it was before a change that is undone."""
        self._change(lambda _: list(episode_ids))

    def _change(self, change: Change) -> None:
        def work() -> tuple[Episode, ...]:
            queued = [each.id for each in self._up_next.episodes()]
            self._up_next.put(change(queued))
            return tuple(self._up_next.episodes())

        self._keeper.run(lambda _: work(), self.changed.emit, self._fail)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)


def _without(queued: list[str], episode_ids: Sequence[str]) -> list[str]:
    return [key for key in queued if key not in set(episode_ids)]
