"""Stand-ins for what lies outside: a player that behaves as VLC was seen to, and a set time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.errors import RecordingError
from reader.message import Message
from reader.playback.player import OutputDevice, Player, PlayerState


class FakeTime:
    """A monotonic clock that passes only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass."""
        self.now += seconds


class FakePlayer(Player):
    """Plays when `run` says so, and reports as VLC does at its worst.

    One report per second of playing; a seek is echoed at once, before any sound, and after it
    one late report may give the place before; while the file drains at its end, a time of 0;
    that a seek after the end has come to a pause is reported only when time goes on. Nothing is
    reported while paused. All commands are kept in `commands`.
    """

    name = "Fake"
    seek_lead = 100

    REPORT = 1_000  # ms

    def __init__(self, time: FakeTime, length: int = 60_000) -> None:
        super().__init__()
        self.commands: list[tuple[object, ...]] = []
        self.volume = 100
        self.is_muted = False
        self.device = ""
        self.place = 0.0  # what is heard, in ms
        self.rate = 1.0
        self.state = PlayerState.EMPTY
        self._time = time
        self._length = length
        self._since_report = 0.0
        self._is_loading = False

    def open(self, recording: Path, start: int = 0) -> None:
        self.commands.append(("open", recording, start))
        self._set_state(PlayerState.EMPTY)
        if recording.name == "missing.mp3":
            self.fail("missing.mp3 cannot be read.", recording)
            return
        self.place = float(start)
        self._set_state(PlayerState.PAUSED)
        self.length_changed.emit(self._length)

    def close(self) -> None:
        self._set_state(PlayerState.EMPTY)

    def play(self) -> None:
        self.commands.append(("play",))
        if self.state is PlayerState.ENDED and not self._is_loading:
            self.place = 0.0
        self._is_loading = False
        if self.state in {PlayerState.PAUSED, PlayerState.ENDED}:
            self._set_state(PlayerState.PLAYING)

    def pause(self) -> None:
        self.commands.append(("pause",))
        if self.state is PlayerState.PLAYING:
            self._set_state(PlayerState.PAUSED)

    def seek(self, time: int) -> None:
        self.commands.append(("seek", time))
        left, self.place = self.place, float(time)
        self._is_loading = self.state is PlayerState.ENDED
        if self.state is PlayerState.PLAYING:
            self.time_reported.emit(time, self._time())
            self.time_reported.emit(int(left), self._time())

    def set_rate(self, rate: float, time: int) -> None:
        self.commands.append(("rate", rate))
        self.rate = rate
        if self.state is PlayerState.PLAYING:
            self.place = float(time)

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def set_muted(self, muted: bool) -> None:
        self.is_muted = muted

    def devices(self) -> list[OutputDevice]:
        return [OutputDevice("", "")]

    def set_device(self, device_id: str) -> None:
        self.device = device_id

    def shut_down(self, patience: float = 2.0) -> None:  # noqa: ARG002
        self.commands.append(("shut down",))

    def run(self, seconds: float, step: float = 0.01) -> None:
        """Let this much time pass, playing if it was told to."""
        if self._is_loading:
            self._is_loading = False
            self._set_state(PlayerState.PAUSED)
        for _ in range(round(seconds / step)):
            self._time.pass_by(step)
            if self.state is PlayerState.PLAYING:
                self._play_on(step * 1000)

    def fail(self, message: str, path: Path) -> None:
        """Break as a player does whose file has gone."""
        self._set_state(PlayerState.FAILED)
        self.failed.emit(RecordingError(Message(message), path=path))

    def _play_on(self, passed: float) -> None:
        self.place += passed * self.rate
        self._since_report += passed
        if self.place >= self._length:
            self.time_reported.emit(0, self._time())
            self._set_state(PlayerState.ENDED)
        elif self._since_report >= self.REPORT:
            self._since_report = 0.0
            self.time_reported.emit(int(self.place), self._time())

    def _set_state(self, state: PlayerState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)


class SlowPlayer(FakePlayer):
    """Plays and pauses only when `obey` says so, in the order in which it was told to: VLC takes
    up to 0.3 s for it."""

    def __init__(self, time: FakeTime) -> None:
        super().__init__(time)
        self._waiting: list[Callable[[], None]] = []

    def play(self) -> None:
        self._waiting.append(super().play)

    def pause(self) -> None:
        self._waiting.append(super().pause)

    def obey(self) -> None:
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            command()
