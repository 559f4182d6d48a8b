"""Ten seconds of another recording, heard in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import PlayerMissing
from reader.jobs import Jobs
from reader.message import message
from reader.playback import listen_in as module
from reader.playback.listen_in import ListenIn
from reader.playback.player import Player
from tests.fakes import FakePlayer, FakeTime

RECORDING = Path("tea.mp3")


def listening(player: FakePlayer) -> ListenIn:
    return ListenIn(lambda: lambda: player)


def close(listen: ListenIn) -> None:
    listen.shut_down()
    for jobs in listen.findChildren(Jobs):
        jobs.close()


def test_it_plays_from_there_and_stops(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LENGTH", 200)
    player = FakePlayer(FakeTime())
    listen = listening(player)
    with qtbot.waitSignal(listen.started):
        listen.play(RECORDING, 63_000)
    assert player.commands[0] == ("open", RECORDING, 63_000)
    qtbot.waitUntil(lambda: listen.heard > 0)
    with qtbot.waitSignal(listen.ended):
        pass
    assert (listen.is_on, listen.heard) == (False, 0)
    close(listen)


def test_another_takes_its_place_without_a_word(qtbot: QtBot) -> None:
    player = FakePlayer(FakeTime())
    listen = listening(player)
    with qtbot.waitSignal(listen.started):
        listen.play(RECORDING, 0)
    with qtbot.assertNotEmitted(listen.ended):
        listen.play(Path("milk.mp3"), 5_000)
    assert ("open", Path("milk.mp3"), 5_000) in player.commands
    with qtbot.waitSignal(listen.ended):
        listen.stop()
    with qtbot.assertNotEmitted(listen.ended):
        listen.stop()
    close(listen)


def test_what_is_stopped_while_the_player_is_made_is_never_heard(qtbot: QtBot) -> None:
    player = FakePlayer(FakeTime())
    listen = listening(player)
    listen.play(RECORDING, 0)
    listen.stop()
    qtbot.waitUntil(lambda: listen._player is not None)
    assert not listen.is_on
    assert player.commands == []
    close(listen)


def test_without_a_player_it_says_so(qtbot: QtBot) -> None:
    def prepare() -> Callable[[], Player]:
        raise PlayerMissing(message("There is no VLC."))

    listen = ListenIn(prepare)
    with qtbot.waitSignal(listen.failed):
        listen.play(RECORDING, 0)
    assert not listen.is_on
    close(listen)
