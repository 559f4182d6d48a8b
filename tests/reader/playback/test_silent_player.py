"""Silence at the right pace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.playback.player import PlayerState
from reader.playback.silent_player import SilentPlayer
from tests.fakes import FakeTime

NOTHING = Path("nothing")


@pytest.fixture
def now(qtbot: QtBot) -> FakeTime:
    return FakeTime()


@pytest.fixture
def player(now: FakeTime) -> SilentPlayer:
    player = SilentPlayer(200, now)
    player.open(NOTHING)
    return player


def test_reports_where_it_is_and_ends(player: SilentPlayer, now: FakeTime, qtbot: QtBot) -> None:
    player.play()
    now.pass_by(0.2)
    reported: list[tuple[int, float]] = []
    player.time_reported.connect(lambda time, moment: reported.append((time, moment)))
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.ENDED)):
        pass
    assert reported == [(200, now())]


def test_reports_its_length(qtbot: QtBot) -> None:
    player = SilentPlayer(5_000)
    with qtbot.waitSignal(player.length_changed) as reported:
        player.open(NOTHING)
    assert reported.args == [5_000]


def test_starts_again_after_the_end(player: SilentPlayer, now: FakeTime, qtbot: QtBot) -> None:
    player.seek(200)
    player.play()
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.ENDED)):
        pass
    player.play()
    now.pass_by(0.1)
    with qtbot.waitSignal(player.time_reported) as reported:
        pass
    assert reported.args is not None
    assert reported.args[0] == 100


def test_a_seek_after_the_end_waits_there(
    player: SilentPlayer, now: FakeTime, qtbot: QtBot
) -> None:
    player.play()
    now.pass_by(0.2)
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.ENDED)):
        pass
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.PAUSED)):
        player.seek(50)


def test_passes_at_the_rate(player: SilentPlayer, now: FakeTime, qtbot: QtBot) -> None:
    player.set_rate(0.5, 0)
    player.play()
    now.pass_by(0.2)
    with qtbot.waitSignal(player.time_reported) as reported:
        pass
    assert reported.args is not None
    assert reported.args[0] == 100


def test_pause_and_close_hold(player: SilentPlayer, qtbot: QtBot) -> None:
    player.play()
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.PAUSED)):
        player.pause()
    with qtbot.waitSignal(player.state_changed, check_params_cb=_is(PlayerState.EMPTY)):
        player.close()
    player.play()
    player.shut_down()


def _is(state: PlayerState) -> Callable[[PlayerState], bool]:
    return lambda reported: reported is state
