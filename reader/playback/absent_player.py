"""Stands in while the real player is still being loaded: the transport knows what waits."""

from __future__ import annotations

from pathlib import Path

from reader.playback.player import OutputDevice, Player


class AbsentPlayer(Player):
    """Plays nothing."""

    def open(self, recording: Path, start: int = 0) -> None:
        """A recording waits, paused."""

    def close(self) -> None:
        """Nothing waits."""

    def play(self) -> None:
        """The real player is to start."""

    def pause(self) -> None:
        """The real player is not to start."""

    def seek(self, time: int) -> None:
        """The clock knows."""

    def set_rate(self, rate: float, time: int) -> None:
        """The clock knows."""

    def set_volume(self, volume: int) -> None:
        """The transport knows."""

    def set_muted(self, muted: bool) -> None:
        """The transport knows."""

    def devices(self) -> list[OutputDevice]:
        """None are known yet."""
        return []

    def set_device(self, device_id: str) -> None:
        """The transport knows."""

    def shut_down(self, patience: float = 2.0) -> None:
        """There is nothing to release."""
