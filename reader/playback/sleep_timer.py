"""Stops the playback after some minutes or at the end of the episode, gently."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from reader.playback.player import PlayerState
from reader.playback.transport import Transport

FADE = 10.0  # s in which the sound sinks
BEAT = 250  # ms


class SleepTimer(QObject):
    """Pauses a transport when its time is over; a fade that was begun ends with the next play."""

    remaining_changed = Signal(int)  # seconds, -1 when off
    expired = Signal()

    def __init__(
        self,
        transport: Transport,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transport = transport
        self._now = now
        self._deadline: float | None = None
        self._is_until_end = False
        self._remaining = -1
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        transport.state_changed.connect(self._on_state)

    @property
    def remaining(self) -> int:
        """Seconds until the pause, -1 when off."""
        return self._remaining

    def start(self, minutes: float) -> None:
        """Pause in so many minutes, whether it plays all the while or not."""
        self._begin(self._now() + minutes * 60, is_until_end=False)

    def start_until_end(self) -> None:
        """Emit `expired` when the episode ends."""
        self._begin(None, is_until_end=True)

    def cancel(self) -> None:
        """Off, at full volume."""
        self._stop()
        self._transport.set_gain(1.0)

    def _begin(self, deadline: float | None, *, is_until_end: bool) -> None:
        self._deadline, self._is_until_end = deadline, is_until_end
        self._transport.set_gain(1.0)
        self._timer.start()
        self._beat()

    def _stop(self) -> None:
        self._timer.stop()
        self._deadline, self._is_until_end = None, False
        self._report(-1)

    def _beat(self) -> None:
        left = self._left()
        if self._deadline is not None and left <= 0:
            self._expire()
            return
        if self._deadline is not None and left < FADE:
            self._transport.set_gain(left / FADE)
        self._report(max(0, math.ceil(left)))

    def _left(self) -> float:
        if self._deadline is not None:
            return self._deadline - self._now()
        transport = self._transport
        return (transport.length - transport.time) / 1000 / transport.rate

    def _expire(self) -> None:
        self._transport.pause()
        self._stop()
        self.expired.emit()

    def _on_state(self, state: PlayerState) -> None:
        if state is PlayerState.ENDED and self._is_until_end:
            self._expire()

    def _report(self, remaining: int) -> None:
        if remaining != self._remaining:
            self._remaining = remaining
            self.remaining_changed.emit(remaining)
