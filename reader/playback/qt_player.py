"""Plays through Qt Multimedia, which carries its own FFmpeg: for machines without VLC."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, QUrl

from reader.errors import PlayerMissing, RecordingError
from reader.foreign_names import shown
from reader.message import Message, message, unreadable
from reader.playback.file_look import FileLook
from reader.playback.player import OutputDevice, Player, PlayerState
from reader.regular_file import open_regular
from reader.time_bounds import bounded

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaPlayer

MISSING = message(
    "Qt Multimedia could not be loaded: PySide6-Addons or a sound library is missing."
)


def _multimedia() -> ModuleType:
    """QtMultimedia: slow to load, and without libpulse not to be had."""
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        raise PlayerMissing(MISSING) from error
    return QtMultimedia


class QtPlayer(Player):
    """A player over QMediaPlayer; raises `PlayerMissing` where QtMultimedia cannot be loaded."""

    name = "Qt Multimedia"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QtMultimedia = _multimedia()  # noqa: N806 - a module
        self._qt = QtMultimedia
        self._output = QtMultimedia.QAudioOutput(self)
        self._player = QtMultimedia.QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._monitor = QtMultimedia.QMediaDevices(self)
        self._recording = Path()
        self._start = 0
        self._file: QFile | None = None  # where Qt cannot open it by its name
        self._look = FileLook(self)
        self._is_wanted_playing = False
        self._connect()

    @classmethod
    def prepare(cls) -> Callable[[], QtPlayer]:
        """What makes the player; the slow part is done here, on any thread."""
        _multimedia()
        return cls

    def open(self, recording: Path, start: int = 0) -> None:
        """Load `recording`, paused at `start`."""
        self._recording, self._start = recording.absolute(), start
        self.close()
        self._look.begin(self._recording, self._load, self._fail_to_open)

    def _load(self, _size: int) -> None:
        name = str(self._recording)
        if shown(name) == name or not self._set_device():
            self._player.setSource(QUrl.fromLocalFile(name))

    def _set_device(self) -> bool:
        """Play a file whose name Qt cannot hold; False where it cannot be read."""
        try:
            with open_regular(self._recording) as file:
                handle = os.dup(file.fileno())
        except OSError:
            return False
        self._file = QFile(self)
        reading, closing = QFile.OpenModeFlag.ReadOnly, QFile.FileHandleFlag.AutoCloseHandle
        self._file.open(handle, reading, closing)
        self._player.setSourceDevice(self._file, QUrl(f"recording{self._recording.suffix}"))
        return True

    def _fail_to_open(self, error: OSError) -> None:
        self._fail(unreadable(self._recording.name, error))

    def close(self) -> None:
        """Forget the recording."""
        self._is_wanted_playing = False
        self._look.cancel()
        self._player.setSource(QUrl())  # reports once more that the old one is loaded
        if self._file is not None:
            self._file.deleteLater()
            self._file = None
        self._set_state(PlayerState.EMPTY)

    def play(self) -> None:
        """Start or go on; after the end, from the start."""
        self._is_wanted_playing = True
        if self._is_ready:
            self._player.play()

    def pause(self) -> None:
        """Hold."""
        self._is_wanted_playing = False
        if self._state is PlayerState.PLAYING:
            self._player.pause()

    def seek(self, time: int) -> None:
        """Go to `time`, or as soon as the file is loaded."""
        if not self._is_ready:
            self._start = time
            return
        self._player.setPosition(time + self._delay())
        if self._state is PlayerState.ENDED:
            self._player.pause()

    def set_rate(self, rate: float, time: int) -> None:  # noqa: ARG002 - Qt needs no seek
        """Play at `rate`, pitch kept."""
        self._player.setPlaybackRate(rate)

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100."""
        self._output.setVolume(volume / 100)

    def set_muted(self, muted: bool) -> None:
        """Silence without touching the volume."""
        self._output.setMuted(muted)

    def devices(self) -> list[OutputDevice]:
        """The system's outputs, its default first."""
        found = [
            OutputDevice(_id(each), each.description()) for each in self._monitor.audioOutputs()
        ]
        return [OutputDevice("", ""), *found]

    def set_device(self, device_id: str) -> None:
        """Play through this output."""
        default = self._monitor.defaultAudioOutput()
        found = (each for each in self._monitor.audioOutputs() if _id(each) == device_id)
        self._output.setDevice(next(found, default))

    def shut_down(self, patience: float = 2.0) -> None:  # noqa: ARG002
        """Stop and release the file and the device."""
        self.blockSignals(True)
        self._player.stop()
        self._player.setSource(QUrl())

    @property
    def _is_ready(self) -> bool:
        return self._state not in {PlayerState.EMPTY, PlayerState.FAILED}

    def _connect(self) -> None:
        self._player.positionChanged.connect(self._on_position)
        self._player.durationChanged.connect(self._on_duration)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.playbackStateChanged.connect(self._on_playback_state)
        self._monitor.audioOutputsChanged.connect(self.devices_changed)

    def _on_position(self, position: int) -> None:
        if self._state is PlayerState.PLAYING:
            self.time_reported.emit(bounded(position - self._delay()), time.monotonic())

    def _delay(self) -> int:
        """How far Qt's position is ahead of what is heard, in ms; most of it is its time stretcher.

        Measured against the monitor of a PulseAudio null sink at eight rates from 0.5 to 3.
        """
        rate = self._player.playbackRate()
        return 15 if rate == 1 else round(50 + 86 * rate)

    def _on_duration(self, duration: int) -> None:
        if duration > 0:
            self.length_changed.emit(bounded(duration))

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        kinds = self._qt.QMediaPlayer.MediaStatus
        if status == kinds.InvalidMedia:
            self._look.begin(self._recording, self._fail_damaged, self._fail_gone)
        elif status == kinds.LoadedMedia and self._state is PlayerState.EMPTY:
            self._on_loaded()
        elif status == kinds.EndOfMedia:
            self._on_end()

    def _on_loaded(self) -> None:
        if not self._player.hasAudio():
            self._fail(
                message("{file} holds no sound that can be played.", file=self._recording.name)
            )
            return
        self._set_state(PlayerState.PAUSED)
        if self._start:
            self._player.setPosition(self._start + self._delay())
        if self._is_wanted_playing:
            self._player.play()

    def _on_end(self) -> None:
        self._is_wanted_playing = False
        self._look.begin(self._recording, self._end, self._fail_gone)

    def _end(self, _size: int) -> None:
        self._set_state(PlayerState.ENDED)

    def _on_playback_state(self, state: QMediaPlayer.PlaybackState) -> None:
        kinds = self._qt.QMediaPlayer.PlaybackState
        if self._is_ready and state == kinds.PlayingState:
            self._set_state(PlayerState.PLAYING)
        elif self._is_ready and state == kinds.PausedState:
            self._set_state(PlayerState.PAUSED)

    def _fail_damaged(self, _size: int) -> None:
        self._fail(message("{file} is damaged or is not a recording.", file=self._recording.name))

    def _fail_gone(self, _error: OSError) -> None:
        name = self._recording.name
        self._fail(
            message(
                "{file} is no longer there: it was moved, deleted or its disk was taken out.",
                file=name,
            )
        )

    def _fail(self, fault: Message) -> None:
        self._is_wanted_playing = False
        self._set_state(PlayerState.FAILED)
        self.failed.emit(RecordingError(fault, path=self._recording))


def _id(device: QAudioDevice) -> str:
    return device.id().toStdString()
