"""What any player does: commands are calls, facts are signals, all on the player's own thread."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class PlayerState(Enum):
    """What a player is doing."""

    EMPTY = "empty"  # nothing is open
    PAUSED = "paused"
    PLAYING = "playing"
    ENDED = "ended"
    FAILED = "failed"


class OutputDevice(NamedTuple):
    """A place where sound can come out; an empty `id` is the system's default."""

    id: str
    name: str


class SoundCount(NamedTuple):
    """How many blocks of sound were decoded, and how many of them an output took."""

    decoded: int
    played: int


class Player(QObject):
    """Plays one recording at a time.

    `time_reported(media_ms, monotonic_seconds)` is a measured time and the moment it was true;
    it may come rarely (once a second) and only while playing. `failed` carries a
    `RecordingError`; until the next `open` the player then stays in the state FAILED.
    """

    name = ""
    seek_lead = 0  # ms: go this much before a place that must be heard from its very start

    time_reported = Signal(int, float)
    state_changed = Signal(object)  # PlayerState
    length_changed = Signal(int)  # milliseconds
    devices_changed = Signal()
    failed = Signal(object)  # RecordingError
    unheard = Signal()  # it plays, but no output takes the sound
    silenced = Signal()  # an output took the sound until now, and is gone

    _state = PlayerState.EMPTY

    def _set_state(self, state: PlayerState) -> None:
        """For players: report a state that is another one than before."""
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def open(self, recording: Path, start: int = 0) -> None:
        """Load `recording`, paused at `start` milliseconds."""
        raise NotImplementedError

    def close(self) -> None:
        """Forget the recording."""
        raise NotImplementedError

    def play(self) -> None:
        """Start or go on, also after the end (then from the last seek, or the start)."""
        raise NotImplementedError

    def pause(self) -> None:
        """Hold."""
        raise NotImplementedError

    def seek(self, time: int) -> None:
        """Go to `time` milliseconds, playing or not."""
        raise NotImplementedError

    def set_rate(self, rate: float, time: int) -> None:
        """Play at `rate` times the recorded speed, pitch kept; `time` is where playback is now."""
        raise NotImplementedError

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100."""
        raise NotImplementedError

    def set_muted(self, muted: bool) -> None:
        """Silence without touching the volume."""
        raise NotImplementedError

    def devices(self) -> list[OutputDevice]:
        """The outputs to choose from, the system's default first."""
        raise NotImplementedError

    def set_device(self, device_id: str) -> None:
        """Play through this output; an empty id is the system's default."""
        raise NotImplementedError

    def sound_count(self) -> SoundCount | None:
        """What became of the open recording's sound so far; None where this is not known."""
        return None

    def shut_down(self, patience: float = 2.0) -> None:
        """Release everything, which may take `patience` s; the object is not used afterwards."""
        raise NotImplementedError
