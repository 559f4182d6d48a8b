"""The playback of one recording: a player, a clock that interpolates it, and one timer."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.playback.absent_player import AbsentPlayer
from reader.playback.clock import UNSETTLED, PlaybackClock
from reader.playback.player import OutputDevice, Player, PlayerState, SoundCount
from reader.time_bounds import bounded

BEAT = 250  # ms between two ticks where no stop comes first: for the time on display
SLOW_BEAT = 1_000  # ms while nobody watches
RATES = (0.5, 3.0)
RATE_STEP = 0.05
END = 2_000  # ms; a longer disagreement at the end means that the length was wrong
WINDOW = "window"  # where the highlight is seen as a rule
_SHORTEST_LOOP = 200  # ms that must be heard of a loop: it may lie beyond the end

Span = tuple[int, int]


class Transport(QObject):
    """Plays, and emits the time at every boundary that the highlight needs, seldom otherwise.

    The cause of a tick is one of tick, seek, rate, play, pause and open. All times are
    milliseconds of the recording.
    """

    ticked = Signal(int, str)  # time, cause
    state_changed = Signal(object)  # PlayerState
    seeked = Signal(int, int)  # from, to
    skipped = Signal(int, int)  # from, to: what lies between was left out, nobody went elsewhere
    rate_changed = Signal(float)
    volume_changed = Signal(int)
    muted_changed = Signal(bool)
    length_changed = Signal(int)
    length_settled = Signal(int)  # it is true now, not only what the player thinks
    loop_changed = Signal(object)  # Span or None
    devices_changed = Signal()
    failed = Signal(object)  # RecordingError
    unheard = Signal()  # it plays, but no output takes the sound
    silenced = Signal()  # the output is gone; it was paused, and play tries again

    def __init__(
        self,
        player: Player | None = None,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player = player or AbsentPlayer()
        self._now = now
        self._clock = PlaybackClock(now)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._recording: Path | None = None
        self._state = PlayerState.EMPTY
        self._is_wanted_playing = False
        self._is_pause_due = False  # asked for, and not reported yet
        self._length = 0
        self._is_length_sure = False
        self._is_length_trusted = False
        self._sought_at = -math.inf
        self._boundary: int | None = None
        self._volume = 100
        self._gain = 1.0
        self._is_muted = False
        self._is_cut_off = False  # VLC will never send this opening to another output
        self._loop: Span | None = None
        self._watchers = {WINDOW}
        self._reported = 0  # the time of the last tick
        self._next_boundary: Callable[[int], int | None] = lambda _: None
        self._stop_sources: list[Callable[[int], int | None]] = []
        self._skip_target: Callable[[int], int | None] = lambda _: None
        self._rewind, self._rewind_after = 0, 0
        self._paused_at = math.inf
        self._is_held = False  # the next pause is not one of the listener's
        self._timer.timeout.connect(self._on_timer)
        self._device = ""
        self._connect()

    def set_player(self, player: Player) -> None:
        """Play through `player`, which took its time to load: what waits is opened there."""
        was_wanted_playing = self._is_wanted_playing
        absent, self._player = self._player, player
        absent.shut_down()
        self._state = PlayerState.EMPTY  # what the one before did says nothing of this one
        self._connect()
        player.set_rate(self.rate, self.time)
        self._apply_volume()
        player.set_muted(self._is_muted)
        player.set_device(self._device)
        self._reopen(self.time)
        if was_wanted_playing:
            self._start()

    @property
    def has_recording(self) -> bool:
        """Whether one is open, playable or not."""
        return self._recording is not None

    @property
    def player_name(self) -> str:
        """The name of the player behind it."""
        return self._player.name

    @property
    def time(self) -> int:
        """Where playback is."""
        return bounded(self._clock.time())

    @property
    def length(self) -> int:
        """How long the recording is as far as is known; 0 for unknown."""
        return self._length

    @property
    def rate(self) -> float:
        """1.0 is as recorded."""
        return self._clock.rate

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def is_wanted_playing(self) -> bool:
        """Whether it plays, or will as soon as the player obeys: each takes its time."""
        return self._is_wanted_playing

    @property
    def volume(self) -> int:
        """0 to 100."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        """Whether the sound is off."""
        return self._is_muted

    @property
    def loop(self) -> Span | None:
        """The span that is repeated."""
        return self._loop

    def open(self, recording: Path, start: int = 0) -> None:
        """Load `recording`, paused at `start`; what cannot be played is reported by `failed`."""
        self._recording = recording
        self._is_length_sure = self._is_length_trusted = False
        self.set_loop(None)
        self._set_length(0)
        self._reopen(start)
        self._tick("open")

    def close(self) -> None:
        """Forget the recording."""
        self._recording = None
        self._is_wanted_playing = False
        self._player.close()
        self.set_loop(None)
        self._set_length(0)
        self._clock.seek(0)

    def play(self) -> None:
        """Start or go on: after a long pause a little earlier, after the end from the start, or
        from where a seek has gone since. After a failure, or where the output was lost, this opens
        the file again."""
        if self._recording is None or self._is_wanted_playing:
            return
        self.set_gain(1.0)
        if self._state is PlayerState.ENDED:
            self._paused_at = math.inf
            self._clock.seek(0)
            self._tick("seek")
        if self._state is PlayerState.FAILED or self._is_cut_off:
            self._reopen(self.time)
        elif self._state is PlayerState.PLAYING:  # a pause was asked for just now
            self._clock.play()
        elif self._rewind and self._now() - self._paused_at > self._rewind_after / 1000:
            self.seek(self.time - self._rewind)
        self._start()

    def pause(self) -> None:
        """Hold."""
        self._is_pause_due = self._is_wanted_playing or self._state is PlayerState.PLAYING
        self._is_wanted_playing = False
        self._player.pause()
        self._clock.pause()

    def hold(self) -> None:
        """Pause, to go on from just here: the next play does not go back, however late it is."""
        self._is_held = True
        self.pause()

    def toggle(self) -> None:
        """Pause if it plays or is about to, else play: a key pressed again takes the first back."""
        if self._is_wanted_playing:
            self.pause()
        else:
            self.play()

    def seek(self, time: int) -> None:
        """Go to `time`, playing or not, but not beyond a length that is sure."""
        left, target = self._go(time)
        self.seeked.emit(left, target)
        self._tick("seek")

    def skip(self, time: int) -> None:
        """Leave out what lies before `time`; for all who follow the listener it plays on."""
        left, target = self._go(time)
        self.skipped.emit(left, target)
        self._tick("seek")

    def step(self, delta: int) -> None:
        """Go so many ms forward, or back with a negative number."""
        self.seek(self.time + delta)

    def set_rate(self, rate: float) -> None:
        """Play at `rate`, 0.5 to 3 in steps of 0.05."""
        steps = round(min(RATES[1], max(RATES[0], rate)) / RATE_STEP)
        rate = round(steps * RATE_STEP, 2)
        if rate == self.rate:
            return
        self._player.set_rate(rate, self.time)
        self._clock.set_rate(rate)
        self.rate_changed.emit(rate)
        self._tick("rate")

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100."""
        self._volume = min(100, max(0, volume))
        self._apply_volume()
        self.volume_changed.emit(self._volume)

    def set_gain(self, gain: float) -> None:
        """Sound at this part of the volume, until the next play; the volume stays as it is."""
        if gain != self._gain:
            self._gain = gain
            self._apply_volume()

    def set_muted(self, is_muted: bool) -> None:
        """Silence without touching the volume."""
        self._is_muted = is_muted
        self._player.set_muted(is_muted)
        self.muted_changed.emit(is_muted)

    def set_loop(self, span: Span | None) -> None:
        """Repeat `span`: from its end, playback goes back to its start; None goes on as usual."""
        if span != self._loop:
            self._loop = span
            self.loop_changed.emit(span)
            self._arm()

    def devices(self) -> list[OutputDevice]:
        """The outputs to choose from, the system's default first."""
        return self._player.devices()

    def set_device(self, device_id: str) -> None:
        """Play through this output, an empty id is the system's default; what no output took goes
        on there, unless it is over: the next play then begins at the start."""
        self._device = device_id
        self._player.set_device(device_id)
        if self._is_cut_off and self._state is not PlayerState.ENDED:
            self._reopen(self.time)
            self._start()

    def sound_count(self) -> SoundCount | None:
        """How much was decoded and played so far; None where the player does not know."""
        return self._player.sound_count()

    def set_sure_length(self, length: int) -> None:
        """The open recording is so long, whatever the player thinks."""
        self._is_length_sure = True
        self._set_length(length)
        self._settle_length()

    @property
    def sure_length(self) -> int:
        """How long the open recording is, ms; 0 as long as the player only thinks so."""
        return self._length if self._has_sure_length else 0

    @property
    def _has_sure_length(self) -> bool:
        return self._is_length_sure or self._is_length_trusted

    def trust_length(self) -> None:
        """What the player reports as the length of the open recording is true."""
        self._is_length_trusted = True
        self._settle_length()

    def set_boundary_source(self, next_boundary: Callable[[int], int | None]) -> None:
        """Ask this for the next moment after a time when the highlight may change."""
        self._next_boundary = next_boundary
        self._arm()

    def set_boundary(self, time: int | None) -> None:
        """Tick at this time as well, exactly, whether anybody watches or not; None for no more."""
        self._boundary = time
        self._arm()

    def add_stop_source(self, next_stop: Callable[[int], int | None]) -> None:
        """Tick also at each moment that this gives, the next one after a time, watched or not."""
        self._stop_sources.append(next_stop)

    def set_skip_source(self, skip_target: Callable[[int], int | None]) -> None:
        """Ask this at every tick where to go on instead of at a time; None for there."""
        self._skip_target = skip_target

    def ask_for_stops(self) -> None:
        """What the sources give is another moment from now on."""
        self._arm()

    def set_watched(self, is_watched: bool, where: str = WINDOW) -> None:
        """Whether the highlight can be seen in a window; if in none, tick once a second and at no
        stop."""
        before = self._is_watched
        (self._watchers.add if is_watched else self._watchers.discard)(where)
        if self._is_watched != before:
            self._tick("tick")

    @property
    def _is_watched(self) -> bool:
        return bool(self._watchers)

    def set_rewind_on_resume(self, rewind: int, after: int) -> None:
        """Go back `rewind` ms on a play that follows more than `after` ms of pause."""
        self._rewind, self._rewind_after = rewind, after

    def shut_down(self, patience: float = 2.0) -> None:
        """Release the player, which may take `patience` s; the transport is not used afterwards."""
        self._timer.stop()
        self._clock.pause()
        self._player.shut_down(patience)

    def _connect(self) -> None:
        self._player.time_reported.connect(self._on_report)
        self._player.state_changed.connect(self._on_state)
        self._player.length_changed.connect(self._take_length)
        self._player.devices_changed.connect(self.devices_changed)
        self._player.failed.connect(self.failed)
        self._player.unheard.connect(self._on_unheard)
        self._player.silenced.connect(self._on_silenced)

    def _start(self) -> None:
        self._is_pause_due = self._is_held = False
        self._is_wanted_playing = self._state is not PlayerState.FAILED  # again, at once
        self._player.play()

    def _go(self, time: int) -> tuple[int, int]:
        left, target = self.time, bounded(max(0, time))
        target = min(target, self.sure_length or target)
        lead = min(target, self._player.seek_lead)
        self._paused_at = math.inf  # a place just chosen is not to be rewound
        self._sought_at = self._now()
        self._clock.seek(target, lead)
        if self._state is PlayerState.ENDED:
            self._on_state(PlayerState.PAUSED)  # the player, too, then waits at the target
        self._player.seek(target - lead)
        return left, target

    def _reopen(self, start: int) -> None:
        self._is_cut_off = self._is_wanted_playing = False
        if self._recording is not None:
            self._clock.pause()
            self._clock.seek(start)
            self._paused_at = math.inf
            self._sought_at = self._now()
            self._player.open(self._recording, start)

    def _on_unheard(self) -> None:
        self._is_cut_off = True
        self.unheard.emit()

    def _on_silenced(self) -> None:
        """Wait: nobody hears it."""
        self._is_cut_off = True
        self.pause()
        self.silenced.emit()

    def _on_timer(self) -> None:
        if self._loop and self._reported < self._loop[1] <= self.time:
            self.seek(self._loop[0])
        elif (target := self._skip_target(self.time)) is not None:
            self.skip(target)
        else:
            self._tick("tick")

    def _tick(self, cause: str) -> None:
        self._reported = self.time
        self.ticked.emit(self._reported, cause)
        self._arm()

    def _arm(self) -> None:
        """Wake at the next stop or beat, only while playing: the CPU sleeps in between."""
        if self._state is not PlayerState.PLAYING:
            self._timer.stop()
            return
        now = self.time
        waits = [BEAT if self._is_watched else SLOW_BEAT]
        waits += [
            math.ceil((boundary - now) / self.rate) for boundary in self._boundaries_to_report()
        ]
        self._timer.start(max(0, min(waits)))

    def _boundaries_to_report(self) -> list[int]:
        """From the last one emitted: a boundary passed since, but not yet emitted, is still due."""
        highlight = self._next_boundary(self._reported) if self._is_watched else None
        return [
            *([highlight] if highlight is not None else []),
            *(end for end in self._ends_to_report() if self._reported < end),
        ]

    def _ends_to_report(self) -> list[int]:
        stops = [next_stop(self._reported) for next_stop in self._stop_sources]
        loop_end = self._loop[1] if self._loop else None
        return [end for end in (loop_end, self._boundary, *stops) if end is not None]

    def _on_report(self, media_ms: int, moment: float) -> None:
        if self._clock.report(media_ms, moment):
            self._tick("tick")
        else:
            self._arm()
        if self._length and self.time > self._length and self._is_heard(moment):
            self._set_length(self.time)

    def _is_heard(self, moment: float) -> bool:
        """Whether a report is of the sound, not of the target of a seek; a sure length stays."""
        return not self._has_sure_length and moment - self._sought_at > UNSETTLED

    def _on_state(self, state: PlayerState) -> None:
        if state is self._state:
            return
        if state is PlayerState.ENDED and self._is_in_loop():
            self._loop_from_end()
            return
        self._note_wanted(state)
        if state is PlayerState.PLAYING:
            self._clock.play()
        else:
            self._hold(state)
        self._state = state
        self.state_changed.emit(state)
        self._tick("play" if state is PlayerState.PLAYING else "pause")

    def _is_in_loop(self) -> bool:
        """Whether the recording ended amid a loop: that may go on to its end, or beyond."""
        loop = self._loop
        return (
            loop is not None and self._reported < loop[1] and loop[0] + _SHORTEST_LOOP < self.time
        )

    def _loop_from_end(self) -> None:
        """The end is not reported: it plays on."""
        self._clock.pause()
        self._state = PlayerState.ENDED
        assert self._loop is not None
        self.seek(self._loop[0])
        self._start()

    def _note_wanted(self, state: PlayerState) -> None:
        """What the player does unasked, at the end say, is wanted; a pause that is still due has
        been decided already."""
        if state is PlayerState.PLAYING:
            self._is_wanted_playing = not self._is_pause_due
        elif state is PlayerState.PAUSED and self._is_pause_due:
            self._is_pause_due = False
        else:
            self._is_wanted_playing = False

    def _hold(self, state: PlayerState) -> None:
        self._clock.pause()
        was_playing = self._state is PlayerState.PLAYING and not self._is_held
        self._paused_at = self._now() if was_playing else math.inf
        self._is_held = False
        if state is PlayerState.ENDED:
            self._settle_at_end()

    def _settle_at_end(self) -> None:
        """The end is where it ended, whatever the length was thought to be; not where a seek has
        gone beyond it, and nothing was heard."""
        is_beyond = self._length and self.time > self._length and not self._is_heard(self._now())
        if abs(self._length - self.time) > END and not is_beyond:
            self._set_length(self.time)
        else:
            self._clock.seek(self._length)

    def _take_length(self, length: int) -> None:
        """What the player thinks."""
        if not self._is_length_sure:
            self._set_length(length)
            self._settle_length()

    def _settle_length(self) -> None:
        """A seek may have gone beyond it before it was known."""
        length = self.sure_length
        if length:
            if self.time > length:
                self.seek(length)
            self.length_settled.emit(length)

    def _set_length(self, length: int) -> None:
        length = bounded(length)
        if length != self._length:
            self._length = length
            self.length_changed.emit(length)

    def _apply_volume(self) -> None:
        self._player.set_volume(round(self._volume * self._gain))
