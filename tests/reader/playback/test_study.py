"""Pauses after lines and shorter pauses between them, over silence and over a real VLC."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.errors import PlayerMissing
from reader.playback.line_follower import LineFollower
from reader.playback.passage_queue import PassageQueue
from reader.playback.player import Player, PlayerState
from reader.playback.silent_player import SilentPlayer
from reader.playback.study import Study
from reader.playback.transport import SLOW_BEAT, Transport
from reader.playback.vlc_player import VlcPlayer
from reader.settings import Settings
from tests.fakes import FakePlayer, FakeTime
from tests.reader.playback.study import spoken

SCRIPT = spoken((100, 300), (340, 560), (560, 700), (2_600, 2_800), (2_860, 3_000))


class Desk:
    """A transport with a script to study."""

    def __init__(
        self,
        player: Player,
        home: Path,
        recording: Path = Path("a.mp3"),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.player = player
        self.transport = transport = Transport(player, now)
        self.settings, self.follower = Settings(home / "earmark.ini"), LineFollower()
        transport.ticked.connect(self.follower.tick)
        self.study = Study(transport, self.settings, self.follower)
        self.follower.show(SCRIPT)
        self.skips: list[tuple[int, int]] = []
        transport.skipped.connect(lambda left, to: self.skips.append((left, to)))
        transport.open(recording)

    def choose(self, *, pausing: bool = False, shortening: bool = False) -> None:
        self.settings.set(prefs.IS_PAUSED_AFTER_LINES, pausing)
        self.settings.set(prefs.ARE_PAUSES_SHORTENED, shortening)

    def play_to_pause(self, qtbot: QtBot) -> int:
        """The end of the line at which it paused."""
        with qtbot.waitSignal(self.study.paused, timeout=20_000) as reported:
            self.transport.play()
        qtbot.waitUntil(lambda: self.transport.state is PlayerState.PAUSED)
        end: int = reported.args[0]
        assert self.transport.time >= end
        return end


def timer(transport: Transport) -> QTimer:
    found = transport.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Desk:
    return Desk(SilentPlayer(60_000), tmp_path)


def test_it_pauses_after_each_line_and_play_goes_on(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(pausing=True)
    assert [desk.play_to_pause(qtbot) for _ in range(3)] == [280, 500, 700]
    assert desk.skips == []


def test_it_wakes_just_at_the_end_of_a_line(tmp_path: Path, qtbot: QtBot) -> None:
    now = FakeTime()
    desk = Desk(FakePlayer(now), tmp_path, now=now)
    desk.transport.set_watched(False)
    desk.transport.play()
    assert timer(desk.transport).interval() == SLOW_BEAT
    desk.choose(pausing=True)
    assert timer(desk.transport).interval() == 280
    desk.choose(shortening=True)
    assert timer(desk.transport).interval() == 950


def test_a_pause_of_study_is_not_gone_back_from(tmp_path: Path, qtbot: QtBot) -> None:
    """What play repeats after a long pause would stop again at the end of the same line."""
    now = FakeTime()
    player = FakePlayer(now)
    transport = Transport(player, now)
    transport.set_rewind_on_resume(2_000, 60_000)
    transport.open(Path("a.mp3"), 10_000)
    transport.play()
    player.run(2)
    transport.hold()
    now.pass_by(600)
    transport.play()
    assert transport.time == pytest.approx(12_000, abs=20)
    transport.pause()
    now.pass_by(600)
    transport.play()
    assert transport.time == pytest.approx(10_000, abs=20)


def test_going_back_stops_at_the_same_end_again(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(pausing=True)
    desk.play_to_pause(qtbot)
    desk.transport.seek(150)
    assert desk.play_to_pause(qtbot) == 280


def test_a_loop_goes_round_without_a_stop(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(pausing=True)
    desk.transport.set_loop((100, 300))
    with qtbot.waitSignals([desk.transport.seeked] * 3), qtbot.assertNotEmitted(desk.study.paused):
        desk.transport.play()


def test_long_pauses_are_left_out_but_for_a_breath(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(shortening=True)
    with qtbot.assertNotEmitted(desk.transport.seeked), qtbot.waitSignal(desk.transport.skipped):
        desk.transport.play()
    ((left, to),) = desk.skips
    assert left >= 950
    assert to == 2_450
    assert desk.transport.is_wanted_playing


def test_both_together_pause_first_and_then_leave_the_silence_out(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(pausing=True, shortening=True)
    desk.transport.seek(560)
    assert desk.play_to_pause(qtbot) == 700
    assert desk.skips == []
    assert desk.play_to_pause(qtbot) == 2_800
    assert [to for _, to in desk.skips] == [2_450]


def test_passages_in_a_row_go_on_over_what_is_left_out(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(shortening=True)
    queue = PassageQueue(desk.transport)
    with qtbot.waitSignal(queue.ended) as ended:
        queue.play([(560, 2_700), (100, 200)])
    assert ended.args == [True]
    assert [to for _, to in desk.skips] == [2_450]


def test_it_is_on_time_while_nobody_watches(desk: Desk, qtbot: QtBot) -> None:
    desk.transport.set_watched(False)
    desk.choose(pausing=True)
    assert desk.play_to_pause(qtbot) == 280


def test_off_it_does_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.transport.seek(500)
    with qtbot.assertNotEmitted(desk.study.paused):
        desk.transport.play()
        qtbot.waitUntil(lambda: desk.transport.time > 1_200)
    assert desk.skips == []


@pytest.fixture
def with_vlc(tmp_path: Path, recording: Callable[..., Path], qtbot: QtBot) -> Iterator[Desk]:
    try:
        player = VlcPlayer.load(["--aout=dummy"])
    except PlayerMissing:
        pytest.skip("VLC is not installed")
    yield Desk(player, tmp_path, recording("tone.opus"))
    player.shut_down()


@pytest.mark.needs_sound
def test_a_real_player_stops_goes_on_and_leaves_out(with_vlc: Desk, qtbot: QtBot) -> None:
    with_vlc.choose(pausing=True, shortening=True)
    assert [with_vlc.play_to_pause(qtbot) for _ in range(4)] == [280, 500, 700, 2_800]
    assert [to for _, to in with_vlc.skips] == [2_450]
