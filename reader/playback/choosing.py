"""Which player: VLC where it is installed, else Qt Multimedia."""

from __future__ import annotations

from collections.abc import Callable

from reader.errors import PlayerMissing
from reader.playback.player import Player
from reader.playback.qt_player import QtPlayer
from reader.playback.silent_player import SilentPlayer
from reader.playback.vlc_player import VlcPlayer

PLAYERS: dict[str, Callable[[], Player]] = {
    "vlc": VlcPlayer.load,
    "qt": QtPlayer,
    "silent": SilentPlayer,
}
PREFERRED = ("vlc", "qt")


def load_player(name: str | None = None) -> Player:
    """The best player there is, or the one of this name; raises `PlayerMissing`, saying why."""
    reasons = []
    for candidate in (name,) if name else PREFERRED:
        try:
            return PLAYERS[candidate]()
        except PlayerMissing as missing:
            reasons.append(missing.message)
    raise PlayerMissing(" ".join(reasons))
