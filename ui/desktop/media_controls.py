"""A place of the desktop from which playing is steered: media keys, a headset, a panel.

One kind for each desktop behind this interface. Without one, Earmark's own keys still work: Qt
delivers media keys as keys, and `ui.actions` has them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class PlayingStatus(Enum):
    """As desktops name it."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


class NowPlaying(NamedTuple):
    """What the panel shows, and what can be done about it. Times are milliseconds."""

    status: PlayingStatus = PlayingStatus.STOPPED
    episode_id: str = ""
    title: str = ""
    show: str = ""
    voices: tuple[str, ...] = ()
    length: int = 0
    art: str = ""  # an address
    recording: str = ""  # an address; empty where there is none
    rate: float = 1.0
    volume: int = 100  # 0 to 100
    has_lines: bool = False
    is_queued: bool = False  # whether an episode waits to be played next


class MediaControls(QObject):
    """Emits what is requested there, and shows what is given here."""

    raise_requested = Signal()
    quit_requested = Signal()
    open_requested = Signal(str)  # a path, an address or a link
    play_requested = Signal()
    pause_requested = Signal()
    toggle_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    seek_requested = Signal(int)
    step_requested = Signal(int)  # milliseconds, negative for back
    rate_requested = Signal(float)
    volume_requested = Signal(int)
    keep_requested = Signal()

    def __init__(self, position: Callable[[], int], parent: QObject | None = None) -> None:
        """`position` is asked for the time when somebody wants to know."""
        super().__init__(parent)
        self.position = position

    def show(self, playing: NowPlaying) -> None:
        """Show this from now on."""
        raise NotImplementedError

    def emit_seeked(self, time: int) -> None:
        """Announce that playback went to another place."""
        raise NotImplementedError

    def close(self) -> None:
        """Vanish from the desktop."""
        raise NotImplementedError
