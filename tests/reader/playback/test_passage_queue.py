"""Kept passages one after the other, on a clock of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.playback.passage_queue import PassageQueue
from reader.playback.player import PlayerState
from reader.playback.silent_player import SilentPlayer
from reader.playback.transport import Transport
from tests.fakes import FakePlayer, FakeTime


def test_each_is_played_to_its_end_and_then_it_pauses(qtbot: QtBot) -> None:
    transport = Transport(SilentPlayer(60_000))
    queue = PassageQueue(transport)
    sought: list[int] = []
    transport.open(Path("a.mp3"))
    transport.seeked.connect(lambda _, to: sought.append(to))
    with qtbot.waitSignal(queue.ended) as ended:
        queue.play([(20_000, 20_050), (5_000, 5_050)])
    assert ended.args == [True]
    assert transport.state is PlayerState.PAUSED
    assert not queue.is_playing
    assert sought == [20_000, 5_000]


def test_one_that_goes_on_to_the_end_of_the_recording_is_not_the_last(qtbot: QtBot) -> None:
    transport = Transport(SilentPlayer(60_000))
    queue = PassageQueue(transport)
    transport.open(Path("a.mp3"))
    with qtbot.waitSignal(queue.ended) as ended:
        queue.play([(59_980, 61_000), (5_000, 5_050)])
    assert ended.args == [True]
    assert 5_000 <= transport.time < 6_000


@pytest.mark.parametrize("before_end", [1, 20, 49, 50])
def test_one_that_ends_just_before_the_recording_does_not_hang(before_end: int) -> None:
    now = FakeTime()
    player = FakePlayer(now)
    transport = Transport(player, now)
    queue, ends = PassageQueue(transport), list[bool]()
    queue.ended.connect(ends.append)
    transport.open(Path("a.mp3"))
    queue.play([(59_000, 60_000 - before_end), (5_000, 5_050)])
    player.run(1.2)  # to the end, no timer having had its turn
    assert queue.is_playing
    assert 5_000 <= transport.time < 5_500
    queue.stop()


@pytest.fixture
def now() -> FakeTime:
    return FakeTime()


@pytest.fixture
def player(now: FakeTime) -> FakePlayer:
    return FakePlayer(now)


@pytest.fixture
def transport(player: FakePlayer, now: FakeTime) -> Transport:
    transport = Transport(player, now)
    transport.open(Path("a.mp3"))
    return transport


@pytest.fixture
def queue(transport: Transport) -> PassageQueue:
    return PassageQueue(transport)


def wake(transport: Transport) -> None:
    """As the timer does."""
    timer = transport.findChild(QTimer)
    assert timer is not None
    timer.timeout.emit()


def test_a_passage_is_played_to_its_last_millisecond(
    transport: Transport, queue: PassageQueue, now: FakeTime
) -> None:
    queue.play([(0, 2_000), (5_000, 6_000)])
    now.pass_by(1.999)
    wake(transport)
    assert transport.time == 1_999
    now.pass_by(0.001)
    wake(transport)
    assert transport.time == 5_000
    assert queue.is_playing


@pytest.mark.parametrize("place", [500, 2_100])
def test_a_pause_is_no_end_of_a_passage(
    transport: Transport, queue: PassageQueue, now: FakeTime, place: int
) -> None:
    """Nor where the passage has ended, and no timer had its turn."""
    queue.play([(0, 2_000), (5_000, 6_000)])
    now.pass_by(place / 1000)
    transport.pause()
    assert transport.state is PlayerState.PAUSED
    assert transport.time == place
    assert queue.is_playing


def test_what_is_played_without_a_queue_ends_none(
    transport: Transport, queue: PassageQueue, player: FakePlayer
) -> None:
    ends: list[bool] = []
    queue.ended.connect(ends.append)
    transport.play()
    wake(transport)
    player.run(61)
    assert transport.state is PlayerState.ENDED
    assert ends == []


def test_a_passage_ends_on_time_while_nobody_watches(qtbot: QtBot) -> None:
    transport = Transport(SilentPlayer(60_000))
    transport.set_watched(False)
    queue, times = PassageQueue(transport), list[int]()
    transport.open(Path("a.mp3"))
    transport.seeked.connect(lambda left, _: times.append(left))
    queue.play([(20_000, 20_300), (5_000, 5_050)])
    qtbot.waitUntil(lambda: len(times) == 2)
    timer = transport.findChild(QTimer)
    assert timer is not None
    assert timer.interval() <= 50
    assert times[1] >= 20_300
    queue.stop()


def test_a_seek_of_the_listener_ends_it(qtbot: QtBot) -> None:
    transport = Transport(SilentPlayer(60_000))
    queue = PassageQueue(transport)
    transport.open(Path("a.mp3"))
    queue.play([(20_000, 30_000), (5_000, 5_050)])
    qtbot.waitUntil(lambda: transport.state is PlayerState.PLAYING)
    with qtbot.waitSignal(queue.ended) as ended:
        transport.seek(40_000)
    assert ended.args == [False]
    assert not queue.is_playing
    assert transport.state is PlayerState.PLAYING


def test_another_recording_ends_it(qtbot: QtBot) -> None:
    transport = Transport(SilentPlayer(60_000))
    queue = PassageQueue(transport)
    transport.open(Path("a.mp3"))
    queue.play([(20_000, 30_000), (5_000, 5_050)])
    qtbot.waitUntil(lambda: transport.state is PlayerState.PLAYING)
    transport.open(Path("b.mp3"))
    assert not queue.is_playing
