"""Plays some passages of a recording one after the other, and nothing between them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from reader.playback.transport import Span, Transport


class PassageQueue(QObject):
    """A seek by anybody else ends it: the listener wants to be elsewhere."""

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._waiting: list[Span] = []
        self._end: int | None = None
        self._is_seeking = False
        transport.ticked.connect(self._ticked)
        transport.seeked.connect(self._sought)

    @property
    def is_playing(self) -> bool:
        """Whether a passage is being played."""
        return self._end is not None

    def play(self, passages: Iterable[Span]) -> None:
        """Play these, in this order, then pause."""
        self._waiting = list(passages)
        self._go_on()

    def stop(self) -> None:
        """Let the recording play on."""
        self._waiting, self._end = [], None

    def _go_on(self) -> None:
        if not self._waiting:
            self.stop()
            self._transport.pause()
            return
        start, self._end = self._waiting.pop(0)
        self._is_seeking = True
        self._transport.seek(start)
        self._is_seeking = False
        self._transport.play()

    def _ticked(self, time: int, cause: str) -> None:
        if cause == "tick" and self._end is not None and time >= self._end:
            self._go_on()

    def _sought(self) -> None:
        if not self._is_seeking:
            self.stop()
