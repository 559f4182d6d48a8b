"""Jumps, steps and loops, in a session with a real script."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import settings as prefs
from reader.overlays.overlays import scripted
from reader.playback.line_follower import LineFollower
from reader.playback.navigator import Navigator
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.settings import Settings
from reader.transcript.model import Cue, Transcript
from reader.transcript.reading_text import Place
from tests.fakes import FakePlayer, FakeTime
from tests.reader.conftest import Rig, place_of, span_of


def test_playing_from_a_word_and_back(opened: Rig) -> None:
    session, transport = opened.session, opened.transport
    transport.seek(21_000)
    session.navigator.play_from(place_of(opened, "quarrel"))
    assert transport.state is PlayerState.PLAYING
    assert 3_000 < transport.time < 4_000
    first = transport.time
    assert session.navigator.history.has_past
    session.navigator.go_back()
    assert transport.time == 21_000
    session.navigator.go_forward()
    assert transport.time == first


def test_what_is_heard_is_not_before_where_playing_was_begun(opened: Rig) -> None:
    navigator, transport = opened.session.navigator, opened.transport
    assert navigator.heard_back(1_000) == 1_000
    navigator.play_at(3_000)
    assert navigator.heard_back(1_000) == transport.time - 3_000
    transport.seek(9_000)
    assert navigator.heard_back(1_000) == 1_000
    navigator.start_afresh()
    transport.seek(3_100)
    assert navigator.heard_back(1_000) == 1_000


@pytest.mark.parametrize("was_playing", [True, False])
def test_a_click_that_was_not_meant_is_taken_back(opened: Rig, was_playing: bool) -> None:
    session, transport = opened.session, opened.transport
    session.navigator.jump(21_000)
    if was_playing:
        transport.play()
    session.navigator.play_from(Place(1, 0))
    session.navigator.take_back()
    assert transport.time == 21_000
    assert (transport.state is PlayerState.PLAYING) is was_playing
    session.navigator.go_back()
    assert transport.time == 0  # the jump before it is still known


def test_only_the_last_click_is_taken_back_and_only_once(opened: Rig) -> None:
    session, transport = opened.session, opened.transport
    session.navigator.jump(21_000)
    session.navigator.take_back()
    assert transport.time == 21_000  # that was not a click
    session.navigator.play_from(Place(1, 0))
    session.navigator.take_back()
    session.navigator.take_back()
    assert transport.time == 21_000


@pytest.mark.parametrize(
    ("time", "previous", "following"),
    [
        (0, 0, 1_000),  # before the first line
        (1_100, 0, 3_000),  # just into the first
        (2_499, 0, 3_000),
        (2_500, 1_000, 3_000),  # far enough into it: its own start
        (2_900, 1_000, 3_000),
        (3_000, 1_000, 6_000),
        (5_500, 3_000, 6_000),  # in a gap
        (6_499, 3_000, 6_500),
        (6_500, 6_000, 20_000),  # short lines are not passed over
        (6_000, 3_000, 6_500),
        (15_000, 6_500, 20_000),  # in a long silence
        (23_900, 22_000, None),  # in the last line
        (40_000, 22_000, None),  # after it
    ],
)
def test_previous_and_next_line(
    opened: Rig, time: int, previous: int, following: int | None
) -> None:
    opened.transport.seek(time)
    opened.session.navigator.previous_line()
    assert opened.transport.time == previous
    opened.transport.seek(time)
    opened.session.navigator.next_line()
    assert opened.transport.time == (time if following is None else following)


@pytest.mark.parametrize(
    ("time", "start"),
    [(500, None), (2_900, 1_000), (5_500, 3_000), (16_000, 6_500), (50_000, 22_000)],
)
def test_the_line_is_repeated(opened: Rig, time: int, start: int | None) -> None:
    opened.transport.seek(time)
    opened.session.navigator.repeat_line()
    assert opened.transport.time == (time if start is None else start)
    assert (opened.transport.state is PlayerState.PLAYING) is (start is not None)


@pytest.mark.parametrize("time", [22_500, 30_000, 50_000])
def test_a_line_is_looped_from_anywhere_after_it(opened: Rig, time: int) -> None:
    opened.transport.seek(time)
    opened.session.navigator.loop_line()
    assert opened.transport.loop == (22_000, 24_000)
    assert 22_000 <= opened.transport.time < 24_000
    assert opened.transport.state is PlayerState.PLAYING


def test_a_selection_is_looped(opened: Rig) -> None:
    opened.session.navigator.loop(*span_of(opened, "wakes", "quarrel"))
    loop = opened.transport.loop
    assert loop is not None
    assert 1_000 < loop[0] < 3_000 < loop[1] < 5_000
    assert opened.transport.time == loop[0]
    assert opened.session.navigator.history.has_past
    inside = loop[0] + 500
    opened.transport.seek(inside)
    opened.session.navigator.loop(*span_of(opened, "wakes", "quarrel"))
    assert opened.transport.time == inside  # already in it: goes on


@pytest.fixture
def transport() -> Transport:
    now = FakeTime()
    transport = Transport(FakePlayer(now), now)
    transport.open(Path("a.mp3"))
    return transport


@pytest.fixture
def navigator(transport: Transport, tmp_path: Path) -> Navigator:
    """Without a session: two lines, the second of no length."""
    follower = LineFollower()
    cues = Cue(0, 1_000, 3_000, "one"), Cue(1, 5_000, 5_000, "two")
    follower.show(scripted(Path("a.vtt"), Transcript(cues)))
    transport.ticked.connect(follower.tick)
    return Navigator(transport, Settings(tmp_path / "earmark.ini"), follower)


@pytest.mark.parametrize(
    ("time", "is_jump"), [(1_000, False), (2_999, False), (3_000, True), (4_000, True)]
)
def test_a_loop_begins_with_a_jump_only_from_outside(
    transport: Transport, navigator: Navigator, time: int, is_jump: bool
) -> None:
    transport.seek(time)
    navigator.loop_line()
    assert transport.loop == (1_000, 3_000)
    assert transport.time == (1_000 if is_jump else time)
    assert navigator.history.has_past is is_jump


def test_a_line_of_no_length_is_not_looped(transport: Transport, navigator: Navigator) -> None:
    transport.seek(5_000)
    navigator.loop_line()
    assert transport.loop is None
    assert transport.state is PlayerState.PAUSED


def test_without_times_there_is_nothing_to_loop(rig: Rig) -> None:
    rig.session.navigator.loop(0, 10)
    rig.session.navigator.play_from(Place(0, 0))
    rig.session.navigator.loop_line()
    rig.session.navigator.repeat_line()
    rig.session.navigator.previous_line()
    rig.session.navigator.next_line()
    assert rig.transport.loop is None


def test_the_skips_are_those_of_the_preferences(opened: Rig) -> None:
    opened.settings.set(prefs.FORWARD_STEP, 15_000)
    opened.session.navigator.skip_forward()
    assert opened.transport.time == 15_000
    opened.session.navigator.skip_back()
    assert opened.transport.time == 5_000
