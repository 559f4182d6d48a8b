"""Where the reader is, kept in the library; an episode it could not record is recorded later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.episode import Episode, Names
from reader.errors import ReaderError
from reader.jobs import JobThreads, Worker
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.store.library import Library

_SAVE_EVERY = 4_000  # ms: a killed process loses at most 5 s
_TRY_AGAIN_AFTER = 20_000  # ms; another program that holds the library makes each try wait


class PlaceKeeper(QObject):
    """Saves the place in the open episode, off the GUI thread: every few seconds and at a pause.

    What fails is tried again with the next place.
    """

    recorded = Signal(str, str)  # the id that an episode had, and the one the library knows it by
    kept = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(
        self, transport: Transport, library: Library, keeper: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.episode: Episode | None = None
        self._transport, self._keeper = transport, keeper
        self._library = library.asked_by(keeper.ask)
        self._lookers = JobThreads(self)  # for episodes to be recorded, whose files are looked at
        self._scroll = 0
        self._met: dict[str, Episode] = {}  # all that were open, by their ids
        self._waiting = 0
        self._kept: Episode | None = None  # as it was saved last
        self._timer = QTimer(self, interval=_SAVE_EVERY)
        self._timer.timeout.connect(self._save_if_idle)
        transport.state_changed.connect(self._player_changed)

    def open(self, episode: Episode) -> None:
        """Save the place in this episode from now on."""
        self.episode, self._scroll = episode, episode.scroll
        self._met[episode.id] = episode
        self._timer.start()

    def take_names(self, names: Names) -> None:
        """The open episode is called so."""
        if self.episode is not None:
            self.episode = self._met[self.episode.id] = self.episode.called(names)

    def close(self) -> None:
        """Nothing is open."""
        self._timer.stop()
        self.episode, self._scroll = None, 0

    def set_scroll(self, offset: int) -> None:
        """Report which character of the reading text is at the top of the view."""
        self._scroll = offset

    def save(self) -> None:
        """Keep where the reader is, without waiting for the disk."""
        left = self.left_off()
        if left is not None:
            self._waiting += 1
            worker = self._keeper if left.is_recorded else self._lookers
            worker.run(
                lambda _: (left, self._written(left)),
                self._report,
                self._fail,
                crashed=self._count_down,
            )

    def left_off(self) -> Episode | None:
        """The open episode with the place where the reader is now."""
        if self.episode is None:
            return None
        transport, episode = self._transport, self.episode
        left = replace(episode, rate=transport.rate, scroll=self._scroll)
        if not transport.has_recording:
            return left
        return replace(left, position=transport.time, length=transport.length or episode.length)

    def record_all(self) -> None:
        """See to it that the library knows all that were open, whatever places it knows of them."""
        for episode in self._met.values():
            self._record(episode)

    def _record(self, episode: Episode) -> None:
        self._lookers.run(
            lambda _: self._recorded(episode),
            lambda known: self._take_record(episode.id, known),
            self._slow_down,
        )

    # On other threads

    def _recorded(self, episode: Episode) -> Episode:
        return self._library.record_opened(
            episode.recording,
            episode.transcript,
            episode.found.title or episode.title,
            show=episode.found.show,
            date=episode.found.date,
            new_id=episode.id,
        )

    def _written(self, left: Episode) -> Episode:
        known = left if left.is_recorded else self._recorded(left)
        place = known.id, left.position, left.length, left.rate or 1.0, left.scroll
        self._keeper.ask(lambda: self._library.remember_place(*place))
        return replace(left, id=known.id, is_recorded=True)

    # What comes of it

    def _report(self, kept: tuple[Episode, Episode]) -> None:
        left, known = kept
        self._waiting -= 1
        self._kept = left
        if not left.is_recorded:
            self._take_record(left.id, known)
        self._timer.setInterval(_SAVE_EVERY)
        self.kept.emit()

    def _take_record(self, former_id: str, episode: Episode) -> None:
        self._met.pop(former_id, None)
        self._met[episode.id] = episode
        if self.episode is not None and self.episode.id == former_id:
            self.episode = episode
        self.recorded.emit(former_id, episode.id)

    def _fail(self, error: ReaderError) -> None:
        self._count_down(error)
        self._slow_down(error)

    def _count_down(self, _: object) -> None:
        self._waiting -= 1

    def _slow_down(self, error: ReaderError) -> None:
        self._kept = None
        self._timer.setInterval(_TRY_AGAIN_AFTER)
        self.failed.emit(error)

    def _save_if_idle(self) -> None:
        """Another program may hold the library for seconds: places must not pile up. Of who has
        paused and reads on, nothing is written that was written before.
        """
        if not self._waiting and self.left_off() != self._kept:
            self.save()

    def _player_changed(self, state: PlayerState) -> None:
        if state in (PlayerState.PAUSED, PlayerState.ENDED):
            self.save()
