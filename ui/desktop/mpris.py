"""The desktop's player panel on Linux and BSD: MPRIS 2.2 over D-Bus, and an interface of our own.

See https://specifications.freedesktop.org/mpris-spec/latest. Times there are microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from reader.foreign_names import shown
from reader.playback.transport import RATES
from reader.time_bounds import bounded
from ui.appearance.identity import DESKTOP_ID, NAME
from ui.desktop.bus import Bus, BusObject, Interface, Method, Property
from ui.desktop.media_controls import MediaControls, NowPlaying

BUS_NAMES = ("org.mpris.MediaPlayer2.earmark", DESKTOP_ID)
PATH = "/org/mpris/MediaPlayer2"
OWN_PATH = "/" + DESKTOP_ID.replace(".", "/")
OWN_INTERFACE = f"{DESKTOP_ID}1"
_ROOT = "org.mpris.MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_MIME_TYPES = [
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/flac",
    "audio/x-wav",
    "text/vtt",
    "application/x-subrip",
]


class MprisControls(MediaControls):
    """Owns the names of a player on the bus, answers there, and announces what changes."""

    def __init__(
        self, connection: Any, position: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """`connection` is what `connected(*BUS_NAMES)` gave."""
        super().__init__(position, parent)
        self._playing = NowPlaying()
        self._player = self._player_interface()
        self._emitted = self._values()
        panel = BusObject(PATH, self._root_interface(), self._player)
        self._bus = Bus(connection, (panel, BusObject(OWN_PATH, self._own_interface())), self)

    def show(self, playing: NowPlaying) -> None:
        """Announce those properties that have another value now."""
        self._playing = playing
        values = self._values()
        changed = {name: each for name, each in values.items() if each != self._emitted[name]}
        self._emitted = values
        if changed:
            self._bus.emit_changed(PATH, _PLAYER, changed)

    def emit_seeked(self, time: int) -> None:
        """Who shows the time need not ask for it, but after a jump."""
        self._bus.emit_signal(PATH, _PLAYER, "Seeked", "x", time * 1000)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _values(self) -> dict[str, tuple[str, Any]]:
        emitted = {name for name, each in self._player.properties.items() if each.is_emitted}
        return {name: each for name, each in self._player.values().items() if name in emitted}

    def _root_interface(self) -> Interface:
        return Interface(
            _ROOT,
            {"Raise": Method(self.raise_requested.emit), "Quit": Method(self.quit_requested.emit)},
            {
                "CanQuit": _fixed("b", True),
                "CanRaise": _fixed("b", True),
                "Fullscreen": _fixed("b", False),
                "CanSetFullscreen": _fixed("b", False),
                "HasTrackList": _fixed("b", False),
                "Identity": _fixed("s", NAME),
                "DesktopEntry": _fixed("s", DESKTOP_ID),
                "SupportedUriSchemes": _fixed("as", ["file", "earmark"]),
                "SupportedMimeTypes": _fixed("as", _MIME_TYPES),
            },
        )

    def _player_interface(self) -> Interface:
        return Interface(
            _PLAYER, self._player_methods(), self._player_properties(), {"Seeked": (_TIME,)}
        )

    def _player_methods(self) -> dict[str, Method]:
        return {
            "Next": Method(self.next_requested.emit),
            "Previous": Method(self.previous_requested.emit),
            "Pause": Method(self.pause_requested.emit),
            "PlayPause": Method(self.toggle_requested.emit),
            # Not back to the start, as the standard has it: a key of a headset, pressed by
            # mistake, must not lose the place.
            "Stop": Method(self.pause_requested.emit),
            "Play": Method(self.play_requested.emit),
            "Seek": Method(self._step, (("Offset", "x"),)),
            "SetPosition": Method(self._seek, (("TrackId", "o"), _TIME)),
            "OpenUri": Method(self.open_requested.emit, (("Uri", "s"),)),
        }

    def _player_properties(self) -> dict[str, Property]:
        def playing(kind: str, value: Callable[[NowPlaying], Any]) -> Property:
            return Property(kind, lambda: value(self._playing))

        return {
            "PlaybackStatus": playing("s", lambda now: now.status.value),
            "Rate": Property("d", lambda: self._playing.rate, self._set_rate),
            "MinimumRate": _fixed("d", RATES[0]),
            "MaximumRate": _fixed("d", RATES[1]),
            "Volume": Property("d", lambda: self._playing.volume / 100, self._set_volume),
            "Position": Property("x", lambda: self.position() * 1000, is_emitted=False),
            "Metadata": playing("a{sv}", metadata),
            "CanGoNext": playing(
                "b", lambda now: now.is_queued or (now.has_lines and bool(now.recording))
            ),
            "CanGoPrevious": playing("b", lambda now: now.has_lines and bool(now.recording)),
            "CanPlay": playing("b", lambda now: bool(now.recording)),
            "CanPause": playing("b", lambda now: bool(now.recording)),
            "CanSeek": playing("b", lambda now: bool(now.recording)),
            "CanControl": Property("b", lambda: True, is_emitted=False),
        }

    def _own_interface(self) -> Interface:
        return Interface(
            OWN_INTERFACE,
            {
                "Keep": Method(self.keep_requested.emit),
                "Open": Method(self.open_requested.emit, (("Name", "s"),)),
            },
        )

    def _step(self, offset: int) -> None:
        self.step_requested.emit(bounded(offset // 1000))

    def _seek(self, track: str, position: int) -> None:
        """One that means another episode comes too late; so says the standard."""
        time, length = position // 1000, self._playing.length
        if track == track_id(self._playing) and 0 <= time <= (length or time):
            self.seek_requested.emit(bounded(time))

    def _set_rate(self, rate: float) -> None:
        if rate == 0:
            self.pause_requested.emit()
        else:
            self.rate_requested.emit(rate)

    def _set_volume(self, volume: float) -> None:
        self.volume_requested.emit(round(min(1.0, max(0.0, volume)) * 100))


def metadata(playing: NowPlaying) -> dict[str, tuple[str, Any]]:
    """The episode in the words of the standard, each value with its D-Bus type."""
    found = {"mpris:trackid": ("o", track_id(playing))}
    if not playing.title:
        return found
    return found | {
        name: (kind, _as_text(value))
        for name, kind, value in (
            ("mpris:length", "x", playing.length * 1000),
            ("mpris:artUrl", "s", playing.art),
            ("xesam:title", "s", playing.title),
            ("xesam:album", "s", playing.show),
            ("xesam:artist", "as", list(playing.voices)),
            ("xesam:url", "s", playing.recording),
        )
        if value
    }


def _as_text(value: Any) -> Any:
    """A text of D-Bus is UTF-8 without NUL."""
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return shown(value).replace("\0", "") if isinstance(value, str) else value


def track_id(playing: NowPlaying) -> str:
    """The path that stands for the episode."""
    if not playing.title:
        return _NO_TRACK
    return f"{OWN_PATH}/episode/{re.sub('[^A-Za-z0-9]', '_', playing.episode_id) or 'unkept'}"


_TIME = ("Position", "x")


def _fixed(kind: str, value: Any) -> Property:
    return Property(kind, lambda: value)
