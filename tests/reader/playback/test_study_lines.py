"""The ends of lines and the pauses between them, as one who studies wants them."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.playback.study_lines import PAUSE, Line, Pause, lines_from, pause_after, stop_after
from reader.transcript.model import Cue, CueKind
from tests.reader.playback.study import script_of

APART = [Line(1_000, 2_000), Line(2_400, 3_000), Line(6_000, 7_000)]


@pytest.mark.parametrize(
    ("lines", "time", "stop"),
    [
        (APART, 0, 2_000),
        (APART, 1_999, 2_000),
        (APART, 2_000, 3_000),
        (APART, 4_000, 7_000),
        (APART, 7_000, None),
        ([Line(0, 1_000), Line(1_000, 2_000)], 0, 940),  # within its own line
        ([Line(0, 1_000), Line(1_000, 2_000)], 940, 2_000),
        ([Line(0, 1_000), Line(980, 2_000)], 0, 920),
        ([Line(0, 2_000), Line(500, 3_000)], 0, 3_000),  # two at once
        ([Line(0, 1_000), Line(1_200, 1_500, is_speech=False), Line(2_000, 3_000)], 1_100, 3_000),
        ([Line(0, 10), Line(0, 10)], 0, 10),
        ([], 0, None),
    ],
)
def test_a_line_ends_where_its_words_do(lines: list[Line], time: int, stop: int | None) -> None:
    assert stop_after(iter(lines), time) == stop


@pytest.mark.parametrize(
    ("time", "pause"),
    [(0, Pause(3_000, 6_000)), (5_000, Pause(3_000, 6_000)), (5_900, None), (8_000, None)],
)
def test_a_pause_is_a_long_silence_between_two_lines(time: int, pause: Pause | None) -> None:
    assert pause_after(iter(APART), time) == pause


def test_a_pause_far_away_is_looked_for_later() -> None:
    talking = [Line(at * 1_000, at * 1_000 + 900) for at in range(60)]
    lines = [*talking, Line(90_000, 91_000)]
    assert pause_after(iter(lines), 0) is None
    assert pause_after(iter(lines), 40_000) is None
    assert pause_after(iter(lines), 55_000) == Pause(59_900, 90_000)


spans = st.lists(
    st.tuples(st.integers(0, 3_000), st.integers(1, 5_000), st.booleans()), max_size=20
)


@given(spans, st.integers(0, 60_000))
def test_stops_go_forward_and_no_line_is_cut_in_two(
    parts: list[tuple[int, int, bool]], time: int
) -> None:
    starts = accumulate(gap + 200 for gap, _, _ in parts)
    lines = [
        Line(at, at + length, is_speech)
        for at, (_, length, is_speech) in zip(starts, parts, strict=True)
    ]
    stop = stop_after(iter(lines), time)
    assert stop is None or stop > time
    pause = pause_after(iter(lines), time)
    if pause is not None:
        assert pause.end - pause.start > PAUSE
        assert not any(line.start < pause.end and pause.start < line.end for line in lines)


def test_lines_come_from_the_script_without_what_nobody_hears() -> None:
    script = script_of(
        Cue(0, 1_000, 2_000, "A line."),
        Cue(1, 2_500, 3_000, "[BLANK_AUDIO]", kind=CueKind.BLANK),
        Cue(2, 3_000, 3_500, "(laughs)", kind=CueKind.SOUND),
        Cue(3, 4_000, 5_000, ""),
        Cue(4, 6_000, 7_000, "Another."),
    )
    heard = [Line(1_000, 2_000), Line(3_000, 3_500, is_speech=False), Line(6_000, 7_000)]
    assert list(lines_from(script, 0)) == heard
    assert list(lines_from(script, 1_500)) == heard
    assert list(lines_from(script, 3_600)) == heard[1:]  # from the one that ended last
    assert list(lines_from(script, 9_000)) == heard[2:]
    assert list(lines_from(script_of(), 0)) == []
