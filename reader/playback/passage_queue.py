"""Plays some passages of a recording one after the other, and nothing between them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from reader.playback.player import PlayerState
from reader.playback.transport import Span, Transport


class PassageQueue(QObject):
    """A seek by anybody else ends it, and so does another recording: the listener wants to be
    elsewhere."""

    ended = Signal(bool)  # whether all was played

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._waiting: list[Span] = []
        self._end: int | None = None
        self._is_seeking = False
        transport.ticked.connect(self._ticked)
        transport.seeked.connect(self._sought)
        transport.state_changed.connect(self._state_changed)

    @property
    def is_playing(self) -> bool:
        """Whether a passage is being played."""
        return self._end is not None

    def play(self, passages: Iterable[Span]) -> None:
        """Play these, in this order, then pause."""
        self.stop()
        self._waiting = list(passages)
        self._go_on()

    def stop(self) -> None:
        """Let the recording play on."""
        if self.is_playing:
            self._finish(is_whole=False)

    def _finish(self, *, is_whole: bool) -> None:
        self._waiting, self._end = [], None
        self._transport.set_boundary(None)
        self.ended.emit(is_whole)

    def _go_on(self) -> None:
        if not self._waiting:
            self._transport.pause()
            self._finish(is_whole=True)
            return
        start, self._end = self._waiting.pop(0)
        self._is_seeking = True
        self._transport.seek(start)
        self._is_seeking = False
        self._transport.set_boundary(self._end)
        self._transport.play()

    def _ticked(self, time: int, cause: str) -> None:
        if cause == "open":
            self.stop()
        elif cause == "tick" and self._end is not None and time >= self._end:
            self._go_on()

    def _state_changed(self, state: PlayerState) -> None:
        """A passage may go on to the very end or near it, where no tick comes any more."""
        if state is PlayerState.ENDED and self._end is not None:
            self._go_on()

    def _sought(self) -> None:
        if not self._is_seeking:
            self.stop()
