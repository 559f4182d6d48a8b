"""Which player: VLC where it is installed, else Qt Multimedia."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from reader.errors import PlayerMissing
from reader.message import Message, message
from reader.playback.player import Player
from reader.playback.qt_player import QtPlayer
from reader.playback.silent_player import SilentPlayer
from reader.playback.vlc_player import VlcPlayer

PLAYERS: dict[str, Callable[[], Callable[[], Player]]] = {
    "vlc": VlcPlayer.prepare,
    "qt": QtPlayer.prepare,
    "silent": lambda: SilentPlayer,
}
PREFERRED = ("vlc", "qt")


def prepare_player(name: str | None = None) -> Callable[[], Player]:
    """What makes the best player there is, or the one of this name; may run on any thread.

    Raises `PlayerMissing`, saying why.
    """
    reasons = []
    for candidate in (name,) if name else PREFERRED:
        try:
            return PLAYERS[candidate]()
        except PlayerMissing as missing:
            reasons.append(missing.message)
    raise PlayerMissing(reduce(_both, reasons))


def _both(one: Message, other: Message) -> Message:
    return message("{one} {other}", one=one, other=other)


def load_player(name: str | None = None) -> Player:
    """The best player there is, or the one of this name; raises `PlayerMissing`, saying why."""
    return prepare_player(name)()
