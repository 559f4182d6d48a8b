"""Hears a moment of any recording in place, while what is open keeps its own place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.jobs import JobThreads
from reader.playback.player import Player, PlayerState

LENGTH = 10_000  # ms
_LOADING = 5_000  # ms that a recording may take to begin

Prepare = Callable[[], Callable[[], Player]]


class ListenIn(QObject):
    """A second player, made when it is first asked for; it plays `LENGTH` ms and is silent."""

    started = Signal()
    ended = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(self, prepare: Prepare, parent: QObject | None = None) -> None:
        """`prepare` gives what makes the player; its slow part is done on another thread."""
        super().__init__(parent)
        self._prepare, self._threads = prepare, JobThreads(self)
        self._player: Player | None = None
        self._is_preparing = False
        self._wanted: tuple[Path, int] | None = None
        self._volume = 100
        self._is_sounding = False
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether something is heard, or about to be."""
        return self._wanted is not None

    @property
    def heard(self) -> int:
        """How much was heard so far, in ms; 0 until it sounds."""
        return LENGTH - max(0, self._end.remainingTime()) if self._is_sounding else 0

    def play(self, recording: Path, start: int, *, volume: int = 100) -> None:
        """Play from `start` ms on; what was heard before ends without a word."""
        self._wanted, self._volume = (recording, start), volume
        self._is_sounding = False
        if self._player is not None:
            self._begin()
        elif not self._is_preparing:
            self._is_preparing = True
            self._threads.run(lambda _: self._prepare(), self._use, self._fail)

    def stop(self) -> None:
        """Be silent."""
        self._end.stop()
        was_on, self._wanted = self.is_on, None
        self._is_sounding = False
        if self._player is not None:
            self._player.close()
        if was_on:
            self.ended.emit()

    def shut_down(self, patience: float = 0.5) -> None:
        """Release the player."""
        self._end.stop()
        self._wanted = None
        if self._player is not None:
            self._player.shut_down(patience)
            self._player = None

    def _use(self, make: Callable[[], Player]) -> None:
        self._is_preparing = False
        player = self._player = make()
        player.setParent(self)
        player.state_changed.connect(self._see)
        player.failed.connect(self._fail)
        if self._wanted is not None:
            self._begin()

    def _begin(self) -> None:
        if self._player is None or self._wanted is None:
            return
        self._end.start(LENGTH + _LOADING)
        self._player.set_volume(self._volume)
        self._player.open(*self._wanted)
        self._player.play()

    def _see(self, state: PlayerState) -> None:
        if not self.is_on:
            return
        if state is PlayerState.PLAYING:
            self._is_sounding = True
            self._end.start(LENGTH)
            self.started.emit()
        elif state is PlayerState.ENDED:
            self.stop()

    def _fail(self, error: ReaderError) -> None:
        self._is_preparing = False
        self.stop()
        self.failed.emit(error)
