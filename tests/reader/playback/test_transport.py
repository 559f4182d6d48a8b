"""The transport over a player that behaves as VLC was seen to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.playback.player import PlayerState
from reader.playback.transport import BEAT, SLOW_BEAT, Transport
from reader.time_bounds import LATEST
from tests.fakes import FakePlayer, FakeTime, SlowPlayer

TALK = Path("talk.mp3")


@pytest.fixture
def now(qtbot: QtBot) -> FakeTime:
    return FakeTime()


@pytest.fixture
def player(now: FakeTime) -> FakePlayer:
    return FakePlayer(now)


@pytest.fixture
def transport(player: FakePlayer, now: FakeTime) -> Transport:
    return Transport(player, now)


@pytest.fixture
def playing(transport: Transport) -> Transport:
    transport.open(TALK)
    transport.play()
    return transport


class Ticks(list[tuple[int, str]]):
    """The ticks of a transport."""

    def __init__(self, transport: Transport) -> None:
        super().__init__()
        transport.ticked.connect(lambda time, cause: self.append((time, cause)))


def timer(transport: Transport) -> QTimer:
    found = transport.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_opens_paused_where_it_is_asked_to(transport: Transport, player: FakePlayer) -> None:
    ticks = Ticks(transport)
    transport.open(TALK, 12_000)
    assert transport.state is PlayerState.PAUSED
    assert transport.time == 12_000
    assert transport.length == 60_000
    assert player.commands == [("open", TALK, 12_000)]
    assert ticks[-1] == (12_000, "open")


def test_time_goes_on_between_two_reports(playing: Transport, player: FakePlayer) -> None:
    player.run(3.5)
    assert playing.time == pytest.approx(3_500, abs=2)


def test_the_echo_and_the_leftover_of_a_seek_move_nothing(
    playing: Transport, player: FakePlayer
) -> None:
    player.run(5)
    playing.seek(30_000)
    assert player.commands[-1] == ("seek", 29_900)
    assert playing.time == 30_000
    player.run(0.09)
    assert playing.time == 30_000  # pinned while the lead is heard
    player.run(2)
    assert playing.time == pytest.approx(player.place, abs=2)


def test_a_seek_reports_from_where_to_where(playing: Transport, qtbot: QtBot) -> None:
    ticks = Ticks(playing)
    with qtbot.waitSignal(playing.seeked) as reported:
        playing.seek(30_000)
    assert reported.args == [0, 30_000]
    assert ticks == [(30_000, "seek")]


def test_a_seek_near_the_start_has_no_negative_lead(playing: Transport, player: FakePlayer) -> None:
    playing.seek(40)
    assert player.commands[-1] == ("seek", 0)
    playing.step(-10_000)
    assert playing.time == 0


def test_a_seek_may_go_beyond_what_is_thought_to_be_the_end(playing: Transport) -> None:
    playing.seek(90_000)
    assert playing.time == 90_000


@pytest.mark.parametrize("is_sure", [False, True])
def test_no_seek_goes_beyond_a_length_that_is_sure(
    playing: Transport, player: FakePlayer, is_sure: bool
) -> None:
    if is_sure:
        playing.set_sure_length(60_000)
    else:
        playing.trust_length()
    playing.seek(59_000)
    playing.step(30_000)
    assert playing.time == 60_000
    assert player.commands[-1] == ("seek", 59_900)
    player.run(0.5)
    assert (playing.state, playing.length) == (PlayerState.ENDED, 60_000)


def test_a_seek_that_went_beyond_the_end_comes_back_when_the_length_is_known(
    player: FakePlayer, now: FakeTime
) -> None:
    transport = Transport(now=now)
    transport.open(TALK)
    transport.trust_length()
    transport.seek(90_000)
    transport.set_player(player)
    assert transport.time == 60_000


def test_a_seek_beyond_the_end_is_no_length(playing: Transport, player: FakePlayer) -> None:
    """It grew to where a key had gone, and was saved."""
    playing.seek(59_500)
    playing.step(30_000)
    player.run(0.2)
    assert playing.state is PlayerState.ENDED
    assert playing.length == playing.time == 60_000


def test_a_seek_while_paused_is_shown_at_once(transport: Transport) -> None:
    transport.open(TALK)
    transport.seek(20_000)
    assert transport.time == 20_000


@pytest.mark.parametrize(
    ("wanted", "rate"), [(1.23, 1.25), (9, 3.0), (0.1, 0.5), (0.6 + 0.05, 0.65)]
)
def test_the_rate_goes_in_steps_between_its_bounds(
    playing: Transport, player: FakePlayer, wanted: float, rate: float
) -> None:
    ticks = Ticks(playing)
    playing.set_rate(wanted)
    assert playing.rate == player.rate == rate
    assert ticks == [(0, "rate")]
    player.run(2)
    assert playing.time == pytest.approx(2_000 * rate, abs=3)


def test_the_same_rate_again_is_no_command(playing: Transport, player: FakePlayer) -> None:
    playing.set_rate(1.0)
    assert ("rate", 1.0) not in player.commands


def test_wakes_at_the_next_boundary_and_not_before(
    playing: Transport, player: FakePlayer, now: FakeTime
) -> None:
    playing.set_boundary_source(lambda _: 180)
    assert timer(playing).interval() == 180
    playing.set_rate(2.0)
    assert timer(playing).interval() == 90


def test_wakes_for_the_display_where_no_boundary_is_near(playing: Transport) -> None:
    playing.set_boundary_source(lambda time: time + 9_000)
    assert timer(playing).interval() == BEAT


def test_no_timer_runs_while_paused(playing: Transport) -> None:
    assert timer(playing).isActive()
    playing.pause()
    assert not timer(playing).isActive()


def test_wakes_seldom_while_nobody_watches(playing: Transport) -> None:
    playing.set_boundary_source(lambda time: time + 20)
    playing.set_watched(False)
    assert timer(playing).interval() == SLOW_BEAT
    playing.set_watched(True)
    assert timer(playing).interval() == 20


def test_the_timer_ticks_once_the_boundary_is_reached(
    playing: Transport, now: FakeTime, qtbot: QtBot
) -> None:
    playing.set_boundary_source(lambda time: 40 if time < 40 else None)
    now.pass_by(0.04)
    with qtbot.waitSignal(playing.ticked) as reported:
        pass
    assert reported.args == [40, "tick"]


def test_a_report_does_not_swallow_a_boundary_that_is_due(
    playing: Transport, player: FakePlayer, now: FakeTime
) -> None:
    playing.set_boundary_source(lambda time: 40 if time < 40 else None)
    now.pass_by(0.05)
    player.time_reported.emit(50, now())
    assert timer(playing).interval() == 0


def test_a_loop_returns_to_its_start(
    playing: Transport, player: FakePlayer, now: FakeTime, qtbot: QtBot
) -> None:
    playing.set_loop((5_000, 7_000))
    playing.seek(6_900)
    assert timer(playing).interval() == 100
    player.run(0.25)
    with qtbot.waitSignal(playing.seeked) as reported:
        pass
    assert reported.args is not None
    assert reported.args[1] == 5_000
    assert playing.time == 5_000


@pytest.mark.parametrize("end", [59_980, 60_000, 61_000])
def test_a_loop_to_the_end_or_beyond_goes_round(
    playing: Transport, player: FakePlayer, end: int
) -> None:
    states: list[PlayerState] = []
    playing.state_changed.connect(states.append)
    playing.set_loop((59_000, end))
    playing.seek(59_500)
    for _ in range(3):
        playing.seek(59_700)
        player.run(0.5)
        assert playing.state is PlayerState.PLAYING
        assert 59_000 <= playing.time < 59_200
    assert PlayerState.ENDED not in states
    playing.set_loop(None)
    player.run(1.2)
    assert playing.state is PlayerState.ENDED


def test_a_loop_beyond_the_end_does_not_go_round_in_silence(
    playing: Transport, player: FakePlayer
) -> None:
    playing.set_loop((59_950, 70_000))
    playing.seek(59_900)
    player.run(0.3)
    assert playing.state is PlayerState.ENDED


def test_a_boundary_is_met_exactly_while_nobody_watches(playing: Transport) -> None:
    playing.set_watched(False)
    playing.set_boundary(300)
    assert timer(playing).interval() == 300
    playing.set_boundary(None)
    assert timer(playing).interval() == SLOW_BEAT


def test_a_loop_is_precise_while_nobody_watches(playing: Transport) -> None:
    playing.set_watched(False)
    playing.set_loop((0, 300))
    assert timer(playing).interval() == 300


def test_before_its_end_a_loop_goes_nowhere(playing: Transport, player: FakePlayer) -> None:
    """Each beat of the timer went back to its start."""
    playing.set_loop((5_000, 7_000))
    playing.seek(6_000)
    seeks, ticks = player.commands.count, Ticks(playing)
    before = seeks(("seek", 4_900))
    player.run(0.5)
    timer(playing).timeout.emit()
    assert seeks(("seek", 4_900)) == before
    assert [cause for _, cause in ticks] == ["tick"]


@pytest.mark.parametrize(("late", "is_back"), [(-1, False), (0, True), (1, True)])
def test_a_loop_goes_back_at_its_very_end(
    playing: Transport, now: FakeTime, late: int, is_back: bool
) -> None:
    playing.set_loop((5_000, 7_000))
    now.pass_by(7.0 + late / 1000)
    timer(playing).timeout.emit()
    assert playing.time == (5_000 if is_back else 7_000 + late)


@pytest.mark.parametrize("place", [7_000, 7_001, 30_000])
def test_a_loop_that_lies_behind_is_not_gone_back_to(
    playing: Transport, player: FakePlayer, place: int
) -> None:
    playing.set_loop((5_000, 7_000))
    playing.seek(place)
    player.run(0.5)
    timer(playing).timeout.emit()
    assert playing.time == pytest.approx(place + 400, abs=3)


def test_another_recording_ends_the_loop(playing: Transport, qtbot: QtBot) -> None:
    playing.set_loop((5_000, 7_000))
    with qtbot.waitSignal(playing.loop_changed) as reported:
        playing.open(Path("other.mp3"))
    assert reported.args == [None]
    assert playing.loop is None


def test_the_end_is_at_the_length(playing: Transport, player: FakePlayer) -> None:
    playing.seek(59_000)
    player.run(2)
    assert playing.state is PlayerState.ENDED
    assert playing.time == 60_000


def test_the_end_corrects_a_wrong_length(
    playing: Transport, player: FakePlayer, qtbot: QtBot
) -> None:
    player.length_changed.emit(90_000)
    playing.seek(59_000)
    player.run(2)
    assert playing.length == playing.time == pytest.approx(60_000, abs=150)


@pytest.mark.parametrize(("thought", "length"), [(62_000, 62_000), (62_001, 60_000)])
def test_only_a_long_disagreement_at_the_end_means_that_the_length_was_wrong(
    playing: Transport, player: FakePlayer, now: FakeTime, thought: int, length: int
) -> None:
    player.length_changed.emit(thought)
    now.pass_by(60)
    player.state_changed.emit(PlayerState.ENDED)
    assert (playing.time, playing.length) == (length, length)


@pytest.mark.parametrize("thought", [0, 90_000])
def test_the_end_soon_after_a_seek_reports_a_length_that_was_unknown_or_wrong(
    playing: Transport, player: FakePlayer, thought: int
) -> None:
    player.length_changed.emit(thought)
    playing.seek(59_500)
    player.run(0.7)
    assert playing.state is PlayerState.ENDED
    assert playing.length == playing.time == pytest.approx(60_000, abs=20)


def test_what_is_heard_of_a_recording_of_unknown_length_is_not_its_length(
    playing: Transport, player: FakePlayer
) -> None:
    player.length_changed.emit(0)
    player.run(5)
    assert playing.length == 0


def test_a_sure_length_stays_whatever_the_player_thinks(
    playing: Transport, player: FakePlayer
) -> None:
    playing.set_sure_length(50_000)
    player.length_changed.emit(90_000)
    assert playing.length == 50_000
    playing.open(Path("other.mp3"))
    player.length_changed.emit(90_000)
    assert playing.length == 90_000


@pytest.mark.parametrize("is_sure", [True, False])
def test_what_is_heard_beyond_a_length_that_is_sure_leaves_it(
    playing: Transport, player: FakePlayer, is_sure: bool
) -> None:
    player.length_changed.emit(50_000)
    if is_sure:
        playing.set_sure_length(50_000)
    else:
        playing.trust_length()
    player.run(55)
    assert playing.length == 50_000


def test_time_beyond_the_length_corrects_it(playing: Transport, player: FakePlayer) -> None:
    player.length_changed.emit(3_000)
    player.run(5)
    assert playing.length >= 3_900


def test_play_after_the_end_starts_again(playing: Transport, player: FakePlayer) -> None:
    playing.seek(59_000)
    player.run(2)
    playing.play()
    assert playing.state is PlayerState.PLAYING
    player.run(1.5)
    assert playing.time == pytest.approx(1_500, abs=3)


def test_play_after_the_end_starts_where_a_seek_has_gone(
    playing: Transport, player: FakePlayer
) -> None:
    playing.seek(59_000)
    player.run(2)
    playing.seek(20_000)
    assert playing.state is PlayerState.PAUSED
    playing.play()
    player.run(1)
    assert playing.time == pytest.approx(20_900, abs=3)


def test_rewinds_after_a_long_pause(playing: Transport, player: FakePlayer) -> None:
    playing.set_rewind_on_resume(2_000, 60_000)
    player.run(10)
    playing.pause()
    player.run(61, step=1)
    playing.play()
    assert playing.time == pytest.approx(8_000, abs=3)


@pytest.mark.parametrize("seconds", [1, 59])
def test_does_not_rewind_after_a_short_pause(
    playing: Transport, player: FakePlayer, seconds: int
) -> None:
    playing.set_rewind_on_resume(2_000, 60_000)
    player.run(10)
    playing.pause()
    player.run(seconds, step=1)
    playing.play()
    assert playing.time == pytest.approx(10_000, abs=3)


def test_goes_on_without_a_seek_where_nothing_is_to_be_rewound(
    playing: Transport, player: FakePlayer
) -> None:
    player.run(10)
    playing.pause()
    player.run(61, step=1)
    playing.play()
    assert player.commands[-2:] == [("pause",), ("play",)]


def test_does_not_rewind_from_a_place_just_chosen(playing: Transport, player: FakePlayer) -> None:
    playing.set_rewind_on_resume(2_000, 60_000)
    playing.pause()
    player.run(61, step=1)
    playing.seek(30_000)
    playing.play()
    assert playing.time == 30_000


def test_a_failure_keeps_the_time(playing: Transport, player: FakePlayer, qtbot: QtBot) -> None:
    player.run(12)
    with qtbot.waitSignal(playing.failed) as reported:
        player.fail("talk.mp3 is no longer there.", TALK)
    assert reported.args is not None
    assert reported.args[0].path == TALK
    assert playing.state is PlayerState.FAILED
    assert playing.time == pytest.approx(12_000, abs=3)
    assert not timer(playing).isActive()


def test_play_after_a_failure_tries_again_there(playing: Transport, player: FakePlayer) -> None:
    player.run(12)
    player.fail("talk.mp3 is no longer there.", TALK)
    kept = playing.time
    playing.play()
    assert ("open", TALK, kept) in player.commands
    assert playing.state is PlayerState.PLAYING


def test_without_an_output_it_waits_and_play_tries_again_there(
    playing: Transport, player: FakePlayer, qtbot: QtBot
) -> None:
    player.run(12)
    with qtbot.waitSignal(playing.silenced):
        player.silenced.emit()
    assert playing.state is PlayerState.PAUSED
    kept = playing.time
    assert kept == pytest.approx(12_000, abs=3)
    playing.play()
    assert player.commands[-2:] == [("open", TALK, kept), ("play",)]
    playing.pause()
    playing.play()
    assert player.commands[-2:] == [("pause",), ("play",)]


def test_what_no_output_took_plays_again_from_its_start_after_its_end(
    playing: Transport, player: FakePlayer
) -> None:
    player.unheard.emit()
    player.run(60)
    assert playing.state is PlayerState.ENDED
    playing.toggle()
    assert player.commands[-2:] == [("open", TALK, 0), ("play",)]
    assert (playing.state, playing.time) == (PlayerState.PLAYING, 0)


def test_an_output_chosen_after_the_end_takes_it_at_the_next_play_from_the_start(
    playing: Transport, player: FakePlayer
) -> None:
    player.unheard.emit()
    player.run(60)
    before = list(player.commands)
    playing.set_device("speakers")
    assert [each for each in player.commands[len(before) :] if each[0] in {"open", "play"}] == []
    playing.play()
    assert player.commands[-2:] == [("open", TALK, 0), ("play",)]


def test_on_another_output_it_goes_on(playing: Transport, player: FakePlayer) -> None:
    player.run(12)
    player.silenced.emit()
    kept = playing.time
    playing.set_device("speakers")
    assert player.device == "speakers"
    assert player.place == kept
    assert playing.state is PlayerState.PLAYING


def test_what_no_output_took_is_followed_and_goes_on_on_another(
    playing: Transport, player: FakePlayer
) -> None:
    player.run(3)
    player.unheard.emit()
    assert playing.state is PlayerState.PLAYING
    kept = playing.time
    playing.set_device("speakers")
    assert player.commands[-2:] == [("open", TALK, kept), ("play",)]
    assert playing.state is PlayerState.PLAYING


def test_another_output_starts_nothing_that_was_paused(
    playing: Transport, player: FakePlayer
) -> None:
    playing.pause()
    playing.set_device("speakers")
    assert playing.state is PlayerState.PAUSED


def test_what_cannot_be_opened_is_reported(transport: Transport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(transport.failed):
        transport.open(Path("missing.mp3"), 4_000)
    assert transport.state is PlayerState.FAILED
    assert transport.time == 4_000


def test_play_without_a_recording_does_nothing(transport: Transport, player: FakePlayer) -> None:
    wanted = [transport.is_wanted_playing]
    transport.play()
    assert player.commands == []
    assert [*wanted, transport.is_wanted_playing] == [False, False]


def test_closing_forgets_time_and_length(playing: Transport, player: FakePlayer) -> None:
    player.run(5)
    playing.close()
    assert playing.state is PlayerState.EMPTY
    assert (playing.time, playing.length) == (0, 0)


def test_each_change_of_the_state_ticks_with_its_cause(playing: Transport) -> None:
    ticks = Ticks(playing)
    playing.pause()
    playing.play()
    assert ticks == [(0, "pause"), (0, "play")]


def test_after_a_pause_what_the_player_starts_unasked_is_wanted(
    playing: Transport, player: FakePlayer
) -> None:
    playing.pause()
    player.play()
    assert playing.is_wanted_playing


def test_toggling_pauses_and_plays_on(playing: Transport) -> None:
    states: list[PlayerState] = []
    playing.state_changed.connect(states.append)
    playing.toggle()
    playing.toggle()
    assert states == [PlayerState.PAUSED, PlayerState.PLAYING]


def test_the_volume_stays_between_its_bounds(transport: Transport, player: FakePlayer) -> None:
    transport.set_volume(130)
    assert transport.volume == player.volume == 100
    transport.set_volume(-3)
    assert transport.volume == player.volume == 0


def test_a_gain_leaves_the_volume_and_ends_with_the_next_play(
    playing: Transport, player: FakePlayer
) -> None:
    playing.set_volume(80)
    playing.set_gain(0.5)
    assert (playing.volume, player.volume) == (80, 40)
    playing.pause()
    playing.play()
    assert player.volume == 80


def test_muting_is_passed_to_the_player_and_reported(
    transport: Transport, player: FakePlayer, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(transport.muted_changed) as reported:
        transport.set_muted(True)
    assert reported.args == [True]
    assert transport.is_muted
    assert player.is_muted


def test_shuts_down_the_player(playing: Transport, player: FakePlayer) -> None:
    playing.shut_down()
    assert player.commands[-1] == ("shut down",)
    assert not timer(playing).isActive()


@pytest.mark.parametrize("time", [LATEST, LATEST + 1, 2**40, 2**70])
def test_no_time_is_too_late_for_a_signal(playing: Transport, time: int, qtbot: QtBot) -> None:
    playing.set_sure_length(time)
    with qtbot.waitSignal(playing.seeked) as reported:
        playing.seek(time)
    assert reported.args[1] <= LATEST
    playing.step(time)
    assert playing.time <= LATEST
    assert playing.length == LATEST
    playing.open(TALK, time)
    assert playing.time <= LATEST
    playing.seek(1_000)
    assert playing.time == 1_000


@pytest.mark.parametrize("presses", range(1, 6))
@pytest.mark.parametrize("was_playing", [False, True])
def test_each_press_counts_however_slow_the_player_is(
    now: FakeTime, presses: int, was_playing: bool
) -> None:
    player = SlowPlayer(now)
    transport = Transport(player, now)
    transport.open(TALK)
    if was_playing:
        transport.play()
        player.obey()
    for _ in range(presses):
        transport.toggle()
    player.obey()
    is_playing = was_playing ^ (presses % 2 == 1)
    assert transport.is_wanted_playing is is_playing
    assert transport.state is (PlayerState.PLAYING if is_playing else PlayerState.PAUSED)
    player.run(2.0)
    assert (transport.time > 1_000) is is_playing
    transport.toggle()
    player.obey()
    assert transport.state is (PlayerState.PAUSED if is_playing else PlayerState.PLAYING)


def test_a_press_before_the_player_is_there_is_taken_back_by_the_next(
    player: FakePlayer, now: FakeTime
) -> None:
    transport = Transport(now=now)
    transport.open(TALK)
    transport.toggle()
    transport.toggle()
    transport.set_player(player)
    assert player.state is PlayerState.PAUSED
    transport.toggle()
    assert transport.state is PlayerState.PLAYING


def test_all_that_is_asked_for_before_the_player_is_there_is_done_when_it_is(
    player: FakePlayer, now: FakeTime
) -> None:
    transport = Transport(now=now)
    transport.open(TALK, 4_000)
    transport.set_rate(2.0)
    transport.set_volume(60)
    transport.set_gain(0.5)
    transport.set_muted(True)
    transport.set_device("speakers")
    transport.seek(20_000)
    transport.play()
    assert transport.is_wanted_playing
    states = [transport.state]
    transport.set_player(player)
    assert [*states, transport.state] == [PlayerState.EMPTY, PlayerState.PLAYING]
    assert player.state is PlayerState.PLAYING
    assert (player.rate, player.is_muted, player.device) == (2.0, True, "speakers")
    assert player.volume == 60  # each play is at the full volume again
    player.run(1)
    assert transport.time == pytest.approx(22_000, abs=3)


def test_a_player_that_comes_starts_nothing_that_was_not_asked_for(
    player: FakePlayer, now: FakeTime
) -> None:
    transport = Transport(now=now)
    transport.open(TALK, 4_000)
    transport.set_player(player)
    assert player.state is PlayerState.PAUSED
    assert player.commands[-1] == ("open", TALK, 4_000)


def test_each_press_tries_again_what_fails_at_once(
    transport: Transport, player: FakePlayer
) -> None:
    transport.open(Path("missing.mp3"))
    for count in range(2, 5):
        transport.toggle()
        assert not transport.is_wanted_playing
        assert [name for name, *_ in player.commands].count("open") == count


@pytest.mark.parametrize("end", ["ended", "failed", "paused"])
def test_what_the_player_does_unasked_is_what_is_wanted(
    playing: Transport, player: FakePlayer, end: str
) -> None:
    if end == "ended":
        player.run(70.0)
    elif end == "failed":
        player.fail("It is gone.", TALK)
    else:
        player.pause()
    assert not playing.is_wanted_playing
    playing.toggle()
    assert playing.is_wanted_playing


def test_another_player_plays_on_where_the_one_before_was(
    playing: Transport, now: FakeTime, player: FakePlayer
) -> None:
    player.run(2)
    other = FakePlayer(now)
    playing.set_player(other)
    assert playing.is_wanted_playing
    before = playing.time
    other.run(1)
    assert playing.state is PlayerState.PLAYING
    assert playing.time == pytest.approx(before + 1_000, abs=5)
