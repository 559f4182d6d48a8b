"""Which player is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import PlayerMissing
from reader.message import message
from reader.playback import choosing
from reader.playback.player import Player
from reader.playback.silent_player import SilentPlayer


def missing() -> Callable[[], Player]:
    raise PlayerMissing(message("Not here."))


@pytest.fixture(autouse=True)
def players(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """No VLC; Qt's place is taken by silence."""
    for name, load in (("vlc", missing), ("qt", lambda: SilentPlayer)):
        monkeypatch.setitem(choosing.PLAYERS, name, load)


def test_the_next_best_is_taken() -> None:
    assert isinstance(choosing.load_player(), SilentPlayer)


def test_a_name_forces_one() -> None:
    assert isinstance(choosing.load_player("silent"), SilentPlayer)
    with pytest.raises(PlayerMissing, match="Not here"):
        choosing.load_player("vlc")


def test_without_any_all_reasons_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(choosing.PLAYERS, "qt", missing)
    with pytest.raises(PlayerMissing, match=r"Not here\. Not here\."):
        choosing.load_player()
