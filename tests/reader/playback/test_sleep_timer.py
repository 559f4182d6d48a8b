"""Falling asleep: by the minute, and with the episode."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.playback.player import PlayerState
from reader.playback.sleep_timer import SleepTimer
from reader.playback.transport import Transport
from tests.fakes import FakePlayer, FakeTime


class Bedside:
    """A transport that plays, with a sleep timer on it."""

    def __init__(self) -> None:
        self.now = FakeTime()
        self.player = FakePlayer(self.now)
        self.transport = Transport(self.player, self.now)
        self.transport.open(Path("talk.mp3"))
        self.transport.play()
        self.sleep = SleepTimer(self.transport, self.now)
        self.reported: list[int] = []
        self.states: list[PlayerState] = []
        self.transport.state_changed.connect(self.states.append)
        self.sleep.remaining_changed.connect(self.reported.append)

    def wait(self, seconds: float) -> None:
        """Let time pass, and the timer's beat come."""
        self.player.run(seconds, step=0.5)
        timer = self.sleep.findChild(QTimer)
        assert isinstance(timer, QTimer)
        if timer.isActive():
            timer.timeout.emit()


@pytest.fixture
def bedside(qtbot: QtBot) -> Bedside:
    return Bedside()


def test_pauses_when_its_time_is_over(bedside: Bedside, qtbot: QtBot) -> None:
    bedside.sleep.start(0.5)
    bedside.wait(29)
    assert bedside.states == []
    with qtbot.waitSignal(bedside.sleep.expired):
        bedside.wait(1)
    assert bedside.states == [PlayerState.PAUSED]
    assert bedside.sleep.remaining == -1


def test_reports_the_seconds_that_remain(bedside: Bedside) -> None:
    bedside.sleep.start(0.5)
    bedside.wait(10)
    assert bedside.reported == [30, 20]


def test_the_sound_sinks_at_last_and_is_back_with_the_next_play(bedside: Bedside) -> None:
    bedside.sleep.start(0.5)
    bedside.wait(19)
    assert bedside.player.volume == 100
    bedside.wait(6)
    assert bedside.player.volume == 50
    bedside.wait(6)
    bedside.transport.play()
    assert bedside.player.volume == 100


def test_cancel_brings_the_sound_back(bedside: Bedside) -> None:
    bedside.sleep.start(0.5)
    bedside.wait(25)
    bedside.sleep.cancel()
    assert bedside.player.volume == 100
    assert bedside.reported[-1] == -1
    bedside.wait(10)
    assert bedside.transport.state is PlayerState.PLAYING


def test_until_the_end_counts_at_the_rate_and_expires_with_the_episode(
    bedside: Bedside, qtbot: QtBot
) -> None:
    bedside.transport.set_rate(2.0)
    bedside.sleep.start_until_end()
    assert bedside.sleep.remaining == 30
    bedside.wait(25)
    assert bedside.player.volume == 100
    with qtbot.waitSignal(bedside.sleep.expired):
        bedside.wait(6)
    assert bedside.sleep.remaining == -1


def test_the_end_of_an_episode_is_nothing_to_a_timer_that_is_off(
    bedside: Bedside, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(bedside.sleep.expired):
        bedside.wait(61)
