"""The clock between reports: tables, and properties over any course of playing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.playback.clock import SNAP, PlaybackClock
from tests.fakes import FakeTime


@pytest.fixture
def now() -> FakeTime:
    return FakeTime()


@pytest.fixture
def clock(now: FakeTime) -> PlaybackClock:
    return PlaybackClock(now)


def test_passes_only_while_playing(clock: PlaybackClock, now: FakeTime) -> None:
    now.pass_by(1)
    assert clock.time() == 0
    clock.play()
    now.pass_by(1.5)
    assert clock.time() == 1_500
    clock.pause()
    now.pass_by(5)
    assert clock.time() == 1_500


def test_passes_at_the_rate_from_its_change_on(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(1)
    clock.set_rate(2.0)
    now.pass_by(1)
    assert clock.time() == 3_000


@pytest.mark.parametrize("error", [-300, -100, 40, 340])
def test_smooths_a_small_error_within_its_time(
    clock: PlaybackClock, now: FakeTime, error: int
) -> None:
    clock.play()
    now.pass_by(10)
    assert not clock.report(10_000 + error, now())
    assert clock.time() == 10_000
    now.pass_by(0.5)
    assert clock.time() == 10_500 + error


def test_smooths_no_slower_than_a_fifth_of_the_rate(clock: PlaybackClock, now: FakeTime) -> None:
    clock.set_rate(0.5)
    clock.play()
    now.pass_by(10)
    clock.report(5_000 - 340, now())
    now.pass_by(0.5)
    assert clock.time() == pytest.approx(5_000 + 0.2 * 0.5 * 500, abs=1)


@pytest.mark.parametrize("error", [-4_000, 4_000])
def test_snaps_to_what_is_far_away(clock: PlaybackClock, now: FakeTime, error: int) -> None:
    clock.play()
    now.pass_by(10)
    assert clock.report(10_000 + error, now())
    assert clock.time() == 10_000 + error


def test_a_late_report_counts_from_the_moment_it_was_true(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    now.pass_by(10)
    measured = now()
    now.pass_by(0.2)
    clock.report(10_000, measured)
    now.pass_by(1)
    assert clock.time() == 11_200


def test_a_report_older_than_the_last_command_means_nothing(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    now.pass_by(10)
    measured = now()
    now.pass_by(0.01)
    clock.seek(60_000)
    assert not clock.report(10_000, measured)
    assert clock.time() == 60_000


def test_nor_does_it_after_a_little_step(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(10)
    measured = now()
    now.pass_by(0.01)
    clock.seek(10_300)
    clock.report(10_000, measured)
    now.pass_by(1)
    assert clock.time() == 11_300


@pytest.mark.parametrize("is_late", [True, False])
def test_a_report_older_than_a_change_of_the_rate_means_nothing(
    clock: PlaybackClock, now: FakeTime, is_late: bool
) -> None:
    """It would count the time since it was true at the wrong rate."""
    clock.play()
    now.pass_by(10)
    measured = now()
    now.pass_by(0.2)
    clock.set_rate(2.0)
    now.pass_by(0.05)
    clock.report(10_000 if is_late else 10_300, measured if is_late else now())
    now.pass_by(1)
    assert clock.time() == 10_200 + 2 * 1_050


def test_a_report_older_than_the_last_play_means_nothing(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    now.pass_by(10)
    clock.pause()
    measured = now()
    now.pass_by(0.2)
    clock.play()
    clock.report(10_000, measured)
    now.pass_by(1)
    assert clock.time() == 11_000


def test_a_report_of_the_moment_of_the_last_command_is_believed(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    assert clock.report(4_000, now())
    assert clock.time() == 4_000


def test_a_report_from_the_future_counts_from_now(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(10)
    clock.report(10_000, now() + 0.2)
    now.pass_by(1)
    assert clock.time() == 11_000


@pytest.mark.parametrize(("error", "is_jump"), [(350, False), (351, True), (-350, False)])
def test_what_is_far_away_is_more_than_the_snap(
    clock: PlaybackClock, now: FakeTime, error: int, is_jump: bool
) -> None:
    clock.play()
    now.pass_by(10)
    assert clock.report(10_000 + error, now()) is is_jump


def test_a_correction_goes_evenly(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(10)
    clock.report(10_200, now())
    shown = []
    for _ in range(6):
        now.pass_by(0.125)
        shown.append(clock.time())
    assert shown == [10_175, 10_350, 10_525, 10_700, 10_825, 10_950]


@pytest.mark.parametrize(
    ("media_ms", "is_believed"), [(60_004, False), (60_005, False), (60_006, True)]
)
def test_an_echo_is_the_target_to_a_few_milliseconds(
    clock: PlaybackClock, now: FakeTime, media_ms: int, is_believed: bool
) -> None:
    clock.play()
    clock.seek(60_000)
    now.pass_by(0.1)
    clock.report(media_ms, now())
    now.pass_by(1)
    assert clock.time() == (media_ms + 1_000 if is_believed else 61_100)


@pytest.mark.parametrize(("seconds", "is_echo"), [(0.15, True), (0.16, False)])
def test_the_target_is_an_echo_only_at_first(
    clock: PlaybackClock, now: FakeTime, seconds: float, is_echo: bool
) -> None:
    clock.play()
    clock.seek(60_000)
    now.now = 100.0
    clock.seek(60_000)
    now.pass_by(seconds)
    clock.report(60_000, 100.0 + seconds - 1e-9)
    now.pass_by(1)
    expected = 61_000 + (round(seconds * 1000) if is_echo else 0)
    assert clock.time() == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(("seconds", "is_leftover"), [(0.9, True), (1.1, False)])
def test_a_leftover_comes_soon_after_the_seek(
    clock: PlaybackClock, now: FakeTime, seconds: float, is_leftover: bool
) -> None:
    clock.play()
    now.pass_by(10)
    clock.seek(60_000)
    now.pass_by(seconds)
    assert clock.report(10_000 + round(seconds * 1000), now()) is not is_leftover


def test_what_is_nearer_to_the_target_than_to_the_place_left_is_no_leftover(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    now.pass_by(10)
    clock.seek(11_000)
    now.pass_by(0.3)
    assert clock.report(10_801, now())  # 499 from the target's line, 501 from the other
    assert clock.time() == 10_801


def test_what_is_off_by_the_snap_is_still_smoothed(clock: PlaybackClock, now: FakeTime) -> None:
    """Though it is at nothing, and where a seek has left."""
    clock.play()
    clock.seek(350)
    assert not clock.report(0, now())
    now.pass_by(1)
    assert clock.time() == 1_000


def test_what_is_as_near_to_the_target_as_to_the_place_left_is_believed(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    clock.seek(2_000)
    assert clock.report(1_000, now())
    assert clock.time() == 1_000


def test_a_start_at_nothing_may_be_reported(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(0.2)
    clock.report(0, now())
    now.pass_by(1)
    assert clock.time() == 1_000


def test_stays_pinned_to_a_seek_until_the_sound_is_there(
    clock: PlaybackClock, now: FakeTime
) -> None:
    clock.play()
    clock.seek(60_000, lead=100)
    shown = []
    for _ in range(20):
        now.pass_by(0.01)
        shown.append(clock.time())
    assert shown[:10] == [60_000] * 10
    assert shown[-1] == 60_100


def test_a_correction_does_not_undo_the_pin(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    clock.seek(60_000, lead=100)
    now.pass_by(0.26)
    clock.report(60_060, now())  # 100 ms late
    assert clock.time() >= 60_000


def test_a_seek_while_paused_moves_the_clock(clock: PlaybackClock) -> None:
    clock.seek(5_000, lead=100)
    assert clock.time() == 5_000


def test_ignores_the_echo_of_a_seek(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    clock.seek(60_000)
    now.pass_by(0.1)
    clock.report(60_000, now())
    now.pass_by(0.5)
    assert clock.time() == 60_600


def test_ignores_a_leftover_from_before_the_seek(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(10)
    clock.seek(60_000)
    now.pass_by(0.05)
    assert not clock.report(10_050, now())
    assert clock.time() == 60_050


def test_believes_a_landing_far_from_the_target(clock: PlaybackClock, now: FakeTime) -> None:
    clock.play()
    now.pass_by(10)
    clock.seek(60_000, lead=100)
    now.pass_by(0.26)
    assert clock.report(57_260, now())
    assert clock.time() == 57_260


def test_ignores_a_leap_to_nothing(clock: PlaybackClock, now: FakeTime) -> None:
    clock.seek(60_000)
    clock.play()
    now.pass_by(2)
    assert not clock.report(0, now())
    assert clock.time() == 62_000


def test_reports_mean_nothing_while_paused(clock: PlaybackClock, now: FakeTime) -> None:
    clock.seek(5_000)
    assert not clock.report(9_000, now())
    assert clock.time() == 5_000


RATES = st.sampled_from([0.5, 0.75, 1.0, 1.5, 2.0, 3.0])
COMMANDS = st.one_of(
    st.tuples(st.just("play"), st.none()),
    st.tuples(st.just("pause"), st.none()),
    st.tuples(st.just("rate"), RATES),
)


class Course:
    """What is really heard, beside the clock that gets the reports."""

    def __init__(self) -> None:
        self.now = FakeTime()
        self.clock = PlaybackClock(self.now)
        self.heard = 0.0

    def wait(self, seconds: float) -> None:
        self.now.pass_by(seconds)
        if self.clock.is_running:
            self.heard += seconds * 1000 * self.clock.rate

    def command(self, name: str, value: float | None) -> None:
        if name == "rate":
            assert value is not None
            self.clock.set_rate(value)
        elif name == "play":
            self.clock.play()
        else:
            self.clock.pause()


WAITS = st.floats(0.001, 1.5, allow_nan=False)
ERRORS = st.integers(-120, 120)
LAGS = st.floats(0, 0.05, allow_nan=False)


@given(st.lists(st.tuples(WAITS, st.one_of(COMMANDS, st.tuples(ERRORS, LAGS))), max_size=60))
def test_never_steps_back_and_never_errs_more_than_the_reports(
    steps: list[tuple[float, tuple[object, object]]],
) -> None:
    course = Course()
    course.clock.play()
    shown = 0
    for seconds, (what, value) in steps:
        course.wait(seconds)
        if isinstance(what, int) and isinstance(value, float):
            measured, moment = course.heard + what, course.now()
            course.wait(value)
            assert not course.clock.report(max(1, round(measured)), moment)
        elif isinstance(what, str):
            course.command(what, value if isinstance(value, float) else None)
        assert course.clock.time() >= shown
        shown = course.clock.time()
        assert abs(shown - course.heard) <= 120 + 2


@given(st.lists(st.tuples(WAITS, st.integers(-5_000, 200_000)), max_size=60), RATES)
def test_steps_back_only_where_it_says_that_it_jumped(
    reports: list[tuple[float, int]], rate: float
) -> None:
    course = Course()
    course.clock.set_rate(rate)
    course.clock.play()
    for seconds, media_ms in reports:
        course.wait(seconds)
        before = course.clock.time()
        if course.clock.report(media_ms, course.now()):
            assert abs(media_ms - before) > SNAP - 1
        else:
            assert course.clock.time() >= before


@given(st.lists(st.tuples(WAITS, st.integers(-400, 400)), min_size=1, max_size=30), RATES)
def test_never_runs_slower_than_a_fifth_of_the_rate(
    reports: list[tuple[float, int]], rate: float
) -> None:
    course = Course()
    course.clock.set_rate(rate)
    course.clock.seek(100_000)
    course.clock.play()
    for seconds, error in reports:
        course.clock.report(course.clock.time() + error, course.now())
        before = course.clock.time()
        course.wait(seconds)
        assert course.clock.time() - before >= 0.2 * rate * seconds * 1000 - 2
