"""Plays silence at the right pace: for a text without a recording, and where nothing can sound."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from reader.playback.clock import PlaybackClock
from reader.playback.player import OutputDevice, Player, PlayerState
from reader.time_bounds import bounded

REPORT = 1_000  # ms between two reports, as seldom as the worst of the real players


class SilentPlayer(Player):
    """A player of `length` ms of nothing; with the length 0 it never ends."""

    name = "Silence"

    def __init__(
        self,
        length: int = 0,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._length = length
        self._now = now
        self._clock = PlaybackClock(now)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._report)

    def open(self, recording: Path, start: int = 0) -> None:  # noqa: ARG002 - silence needs no file
        """Be ready, paused at `start`; whatever the recording holds is not looked at."""
        self._hold(PlayerState.PAUSED)
        self._clock.seek(start)
        if self._length:
            self.length_changed.emit(self._length)

    def close(self) -> None:
        """Forget the recording."""
        self._hold(PlayerState.EMPTY)

    def play(self) -> None:
        """Let the time pass; after the end, from the start."""
        if self._state is PlayerState.ENDED:
            self._clock.seek(0)
        if self._state is not PlayerState.EMPTY:
            self._clock.play()
            self._set_state(PlayerState.PLAYING)
            self._arm()

    def pause(self) -> None:
        """Hold."""
        if self._state is PlayerState.PLAYING:
            self._hold(PlayerState.PAUSED)

    def seek(self, time: int) -> None:
        """Go to `time`."""
        self._clock.seek(time)
        if self._state is PlayerState.ENDED:
            self._set_state(PlayerState.PAUSED)
        self._arm()

    def set_rate(self, rate: float, time: int) -> None:  # noqa: ARG002 - it knows the time itself
        """Let the time pass at `rate`."""
        self._clock.set_rate(rate)
        self._arm()

    def set_volume(self, volume: int) -> None:
        """Silence has no volume."""

    def set_muted(self, muted: bool) -> None:
        """Silence is always muted."""

    def devices(self) -> list[OutputDevice]:
        """No outputs."""
        return []

    def set_device(self, device_id: str) -> None:
        """Silence sounds alike everywhere."""

    def shut_down(self, patience: float = 2.0) -> None:  # noqa: ARG002
        """Stop the timer."""
        self._timer.stop()

    def _arm(self) -> None:
        if self._clock.is_running:
            left = (self._length - self._clock.time()) / self._clock.rate
            self._timer.start(max(1, round(min(REPORT, left) if self._length else REPORT)))

    def _report(self) -> None:
        now = bounded(self._clock.time())
        self.time_reported.emit(now, self._now())
        if self._length and now >= self._length:
            self._hold(PlayerState.ENDED)
        else:
            self._arm()

    def _hold(self, state: PlayerState) -> None:
        self._timer.stop()
        self._clock.pause()
        self._set_state(state)
