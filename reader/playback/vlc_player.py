"""Plays through VLC: the only home of libvlc, and of what it takes to believe what it says."""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.errors import PlayerMissing, RecordingError
from reader.message import Message, message, unreadable
from reader.playback.file_look import FileLook
from reader.playback.output_watch import STAND_IN, OutputReport, OutputWatch
from reader.playback.player import OutputDevice, Player, PlayerState, SoundCount
from reader.time_bounds import bounded

# VLC's own demuxers misreport the time after a seek in VBR mp3, aac and Ogg; FFmpeg's do not.
# Only as options of the instance do they reach the parser.
TRUTHFUL = ("--demux=avformat,any", "--codec=avcodec,any")
QUIET = ("--quiet", "--no-video", "--no-sub-autodetect-file")
MISSING = message(
    "VLC could not be loaded. Install VLC from videolan.org or your system's software store."
)
HEARD_AFTER = 2_500  # ms of playing, by which some sound must have reached an output
LOOK = 1.0  # s between two looks at the output; asked as VLC reports, so that nothing wakes for it
SLOWEST, FASTEST = 0.25, 4.0  # VLC accepts anything, even 0 and less


class VlcPlayer(Player):
    """A player over libvlc; make one with `load`."""

    name = "VLC"
    seek_lead = 100

    _happened = Signal(object, str, int, float)  # deck, event, value, moment; from VLC's thread

    def __init__(self, vlc: ModuleType, instance: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vlc = vlc
        self._instance = instance
        self._deck: _Deck | None = None
        self._recording = Path()
        self._size = 0
        self._start = 0  # ms, while the file is looked at
        self._look = FileLook(self)
        self._is_wanted_playing = False
        self._rate = 1.0
        self._volume = 100
        self._is_muted = False
        self._device = ""
        self._disposals: list[threading.Thread] = []
        self._happened.connect(self._on_event, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def load(cls, options: Sequence[str] = ()) -> VlcPlayer:
        """A player with these further VLC options; raises `PlayerMissing` without a usable VLC."""
        return cls.prepare(options)()

    @classmethod
    def prepare(cls, options: Sequence[str] = ()) -> Callable[[], VlcPlayer]:
        """What makes the player; the slow part is done here, on any thread."""
        try:
            # Without libvlc the import may succeed, or even end the interpreter (SystemExit).
            import vlc

            _quieten_alsa()
            instance = vlc.Instance([*QUIET, *TRUTHFUL, *options])
        except (ImportError, OSError, NameError, AttributeError, SystemExit) as error:
            raise PlayerMissing(MISSING) from error
        if instance is None:
            raise PlayerMissing(MISSING)
        instance.set_user_agent("Earmark", "Earmark")
        return partial(cls, vlc, instance)

    def open(self, recording: Path, start: int = 0) -> None:
        """Load `recording`, paused at `start`; `failed` reports a file that cannot be played."""
        self._recording = recording.absolute()
        self._is_wanted_playing = False
        self._start = start
        self._drop_deck()
        self._set_state(PlayerState.EMPTY)
        self._look.begin(self._recording, self._take_size, self._fail_to_open)

    def _take_size(self, size: int) -> None:
        self._size = size
        self._load(self._start)

    def _fail_to_open(self, error: OSError) -> None:
        self._fail(unreadable(self._recording.name, error))

    def close(self) -> None:
        """Forget the recording."""
        self._drop_deck()
        self._set_state(PlayerState.EMPTY)

    def play(self) -> None:
        """Start or go on; after the end, from the start."""
        self._is_wanted_playing = True
        if self._is_at_end:
            self._load(0)
        elif self._deck and self._deck.is_ready:
            self._deck.player.set_pause(0)

    def pause(self) -> None:
        """Hold."""
        self._is_wanted_playing = False
        if self._deck and self._deck.is_ready:
            self._deck.player.set_pause(1)

    def seek(self, time: int) -> None:
        """Go to `time`; after the end this loads the recording again, paused there."""
        if self._is_at_end:
            self._is_wanted_playing = False
            self._load(time)
        elif self._deck:
            self._deck.seek(time + self._stretch_delay())
        else:
            self._start = time

    def set_rate(self, rate: float, time: int) -> None:
        """Play at `rate`, 0.25 to 4; VLC must seek to `time` or what is heard lags for a second."""
        self._rate = min(FASTEST, max(SLOWEST, rate))
        if self._deck and self._deck.is_ready:
            self._deck.player.set_rate(self._rate)
            self._deck.seek(time + self._stretch_delay())

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100."""
        self._volume = min(100, max(0, volume))
        self._apply_volume()

    def set_muted(self, muted: bool) -> None:
        """Silence without touching the volume."""
        self._is_muted = muted
        self._apply_volume()

    def devices(self) -> list[OutputDevice]:
        """The outputs that VLC knows of, the system's default first."""
        player = self._deck.player if self._deck else self._instance.media_player_new()
        listed = _listed(self._vlc, player)
        found = {"": OutputDevice("", "")} | {device.id: device for device in listed if device.id}
        if not self._deck:
            player.release()
        return list(found.values())

    def set_device(self, device_id: str) -> None:
        """Play through this output, now and for what is opened later."""
        self._device = device_id
        if self._deck:
            self._deck.player.audio_output_device_set(None, device_id)

    def sound_count(self) -> SoundCount | None:
        """VLC plays on at full pace without a decoder or an output: only this shows it."""
        return self._deck.sound_count() if self._deck else None

    def shut_down(self, patience: float = 2.0) -> None:
        """Release everything; waits at most `patience` s for VLC to release the sound device."""
        end = time.monotonic() + patience
        self._drop_deck()
        for disposal in self._disposals:
            disposal.join(max(0.0, end - time.monotonic()))
        self._instance.release()

    @property
    def _is_at_end(self) -> bool:
        """Whether it has ended and is not loading again."""
        return self._state is PlayerState.ENDED and self._deck is not None and self._deck.is_ready

    def _load(self, start: int) -> None:
        self._drop_deck()
        # A path, which may have #, % and ? in it; as bytes, since it need not be UTF-8.
        media = self._instance.media_new_path(os.fsencode(self._recording))
        media.add_option(":start-paused")
        media.add_option(f":start-time={start / 1000:.3f}")
        self._deck = _Deck(self._vlc, self._instance, media, self._happened.emit)
        if self._device:
            self._deck.player.audio_output_device_set(None, self._device)
        self._deck.player.set_rate(self._rate)
        self._deck.player.play()

    def _drop_deck(self) -> None:
        """Let VLC stop on a thread of its own: that may wait for a disk or a sound server."""
        self._look.cancel()
        if self._deck:
            self._disposals = [thread for thread in self._disposals if thread.is_alive()]
            self._disposals.append(threading.Thread(target=self._deck.dispose, daemon=True))
            self._disposals[-1].start()
            self._deck = None

    def _apply_volume(self) -> None:
        if self._deck and self._deck.is_ready:
            self._deck.player.audio_set_volume(self._volume)
            self._deck.player.audio_set_mute(self._is_muted)

    def _on_event(self, deck: _Deck, event: str, value: int, moment: float) -> None:
        if deck is self._deck:  # what was queued before the deck was dropped means nothing any more
            self._reactions[event](self, deck, value, moment)

    def _on_time(self, deck: _Deck, value: int, moment: float) -> None:
        deck.is_sound = True
        self.time_reported.emit(value - self._stretch_delay(), moment)
        if deck.is_heard and deck.has_lost_output(moment):
            deck.is_heard = False
            self.silenced.emit()

    def _stretch_delay(self) -> int:
        """How far VLC's time is ahead of what is heard, in ms, as `tests.benchmarks.sync` measured.

        It is what the time stretcher holds back; at the recorded speed that is not in the path.
        """
        return 0 if self._rate == 1 else min(34, round(20 + 8 * self._rate))

    def _on_length(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        if value > 0:
            deck.is_sound = True
            self.length_changed.emit(value)

    def _on_playing(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        if deck.is_ready:
            self._apply_volume()  # before the sound starts, VLC loses it
            self._set_state(PlayerState.PLAYING)
            QTimer.singleShot(HEARD_AFTER, self, partial(self._check_heard, deck))

    def _check_heard(self, deck: _Deck) -> None:
        """Report once if nothing can be heard; without an output VLC plays on and says nothing."""
        is_asked = deck is self._deck and deck.is_heard is None
        if is_asked and self._state is PlayerState.PLAYING:
            deck.is_heard = deck.reaches_output()
            if not deck.is_heard:
                self.unheard.emit()

    def _on_paused(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        if not deck.is_ready:
            self._on_ready(deck)
        else:
            self._set_state(PlayerState.PAUSED)

    def _on_ready(self, deck: _Deck) -> None:
        """VLC has opened the file and waits, paused before the first sound."""
        if deck.player.audio_get_track_count() <= 0:
            self._fail(
                message("{file} holds no sound that can be played.", file=self._recording.name)
            )
            return
        deck.get_ready()
        deck.player.set_rate(self._rate)
        self._apply_volume()
        if self._is_wanted_playing:
            deck.player.set_pause(0)
        else:
            self._set_state(PlayerState.PAUSED)

    def _on_end(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        if deck.is_sound:
            self._look_for_trouble(self._end)
        else:
            self._look_for_trouble(self._fail_damaged)

    def _end(self) -> None:
        self._is_wanted_playing = False
        self._set_state(PlayerState.ENDED)

    def _on_error(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        self._look_for_trouble(self._fail_damaged)

    def _look_for_trouble(self, otherwise: Callable[[], None]) -> None:
        """Report what happened to the file since it was opened; where nothing did, `otherwise`."""
        name = self._recording.name

        def found(size: int) -> None:
            if size == 0:
                self._fail(message("{file} is empty.", file=name))
            elif size < self._size:
                self._fail(message("{file} has become shorter while it was playing.", file=name))
            else:
                otherwise()

        def gone(_error: OSError) -> None:
            self._fail(
                message(
                    "{file} is no longer there: it was moved, deleted or its disk was taken out.",
                    file=name,
                )
            )

        self._look.begin(self._recording, found, gone)

    def _fail_damaged(self) -> None:
        self._fail(message("{file} is damaged or is not a recording.", file=self._recording.name))

    def _on_device(self, deck: _Deck, value: int, moment: float) -> None:  # noqa: ARG002
        self.devices_changed.emit()

    def _fail(self, fault: Message) -> None:
        self._drop_deck()
        self._is_wanted_playing = False
        self._set_state(PlayerState.FAILED)
        self.failed.emit(RecordingError(fault, path=self._recording))

    _reactions: dict[str, Callable[[VlcPlayer, _Deck, int, float], None]] = {
        "MediaPlayerTimeChanged": _on_time,
        "MediaPlayerLengthChanged": _on_length,
        "MediaPlayerPlaying": _on_playing,
        "MediaPlayerPaused": _on_paused,
        "MediaPlayerEndReached": _on_end,
        "MediaPlayerEncounteredError": _on_error,
        "MediaPlayerAudioDevice": _on_device,
    }


class _Deck:
    """One opening of one recording: VLC's media player and what VLC's thread reports about it.

    Each opening has its own: an ended media player does not play again before a `stop` that may
    block, and a start time sticks to its media.
    """

    EVENTS = {
        "MediaPlayerTimeChanged": "new_time",
        "MediaPlayerLengthChanged": "new_length",
        "MediaPlayerPlaying": "",
        "MediaPlayerPaused": "",
        "MediaPlayerEndReached": "",
        "MediaPlayerEncounteredError": "",
        "MediaPlayerAudioDevice": "",
    }

    def __init__(
        self, vlc: ModuleType, instance: Any, media: Any, post: Callable[..., object]
    ) -> None:
        self.is_ready = False  # opened, and paused before the first sound
        self.is_heard: bool | None = None  # not asked yet
        self._watch = OutputWatch()
        self._looked = -math.inf
        self.is_sound = False  # has a length or has reported a time; garbage ends without either
        self.player = instance.media_player_new()
        self.player.set_media(media)
        self._vlc = vlc
        self._media = media
        self._post = post
        self._pending: int | None = None
        self._event_types = [getattr(vlc.EventType, name) for name in self.EVENTS]
        # Not `player.event_manager()`, which remembers every player for ever.
        self._events = vlc.libvlc_media_player_event_manager(self.player)
        for event_type, (name, field) in zip(self._event_types, self.EVENTS.items(), strict=True):
            self._events.event_attach(event_type, self._report, name, field)

    def seek(self, time: int) -> None:
        """Go there, or as soon as VLC is ready: it ignores a seek before that."""
        if self.is_ready:
            self.player.set_time(time)
        else:
            self._pending = time

    def get_ready(self) -> None:
        """Take commands from now on, first the seek that had to wait."""
        self.is_ready = True
        if self._pending is not None:
            self.player.set_time(self._pending)

    def reaches_output(self) -> bool:
        """Whether the sound that was decoded arrives somewhere."""
        count = self.sound_count()
        is_taken = count is None or not count.decoded or count.played > 0
        return is_taken and self._output() != STAND_IN

    def has_lost_output(self, moment: float) -> bool:
        """Whether an output was there and is gone; looks once a second of `moment`."""
        if moment - self._looked < LOOK:
            return False
        self._looked = moment
        outputs = frozenset(device.id for device in _listed(self._vlc, self.player))
        return self._watch.is_lost(OutputReport(self.sound_count(), self._output(), outputs))

    def sound_count(self) -> SoundCount | None:
        """VLC's own statistics, where it has any yet."""
        statistics = self._vlc.MediaStats()
        if not self._media.get_stats(statistics):
            return None
        return SoundCount(statistics.decoded_audio, statistics.played_abuffers)

    def dispose(self) -> None:
        """Detach, stop, release, in this order; may block."""
        for event_type in self._event_types:
            self._events.event_detach(event_type)
        self.player.stop()
        self.player.release()
        self._media.release()

    def _output(self) -> str:
        """The output in use, "" where VLC does not know it."""
        return self.player.audio_output_device_get() or ""

    def _report(self, event: Any, name: str, field: str) -> None:
        """Runs on VLC's thread, where any call into VLC would hang: stamp, post, return."""
        value = bounded(getattr(event.u, field)) if field else 0
        self._post(self, name, value, time.monotonic())


def _quieten_alsa() -> None:
    """Without a sound device ALSA writes dozens of lines to the terminal; VLC can't stop it."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            alsa, libc = ctypes.CDLL("libasound.so.2"), ctypes.CDLL(None)
            # As handler any C function that takes no notice of its arguments: one in Python
            # would have VLC's thread wait for the interpreter.
            alsa.snd_lib_error_set_handler(ctypes.cast(libc.getpid, ctypes.c_void_p))


def _listed(vlc: ModuleType, player: Any) -> list[OutputDevice]:
    """The outputs that VLC's media player knows of now."""
    first = player.audio_output_device_enum()
    found, entry = [], first
    while entry:
        device = entry.contents
        found.append(OutputDevice(_text(device.device), _text(device.description)))
        entry = device.next
    if first:
        vlc.libvlc_audio_output_device_list_release(first)
    return found


def _text(raw: bytes | None) -> str:
    return raw.decode("utf-8", "replace") if raw else ""
