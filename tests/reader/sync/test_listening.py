"""A whole check with an engine that hears what is said: what is inserted, left out and shifted."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.overlays.spoken_times import with_spoken_times
from reader.overlays.sync import synced
from reader.sync.check_state import NOTHING_HEARD, CheckState, Window
from reader.sync.checked_text import CheckedText
from reader.sync.finding import share_found
from reader.sync.listening import listened, state_for
from reader.sync.report import SyncReport
from reader.sync.reporting import report_of
from reader.transcript.model import Cue, Transcript
from tests.reader.sync.hearing import WORD, WORDS_IN_A_LINE, KnowingEngine, KnownSound, lines

LINE = WORD * WORDS_IN_A_LINE
MINUTE = 60_000


class Copy(NamedTuple):
    """How a recording differs: lines before which an advert lies, with its ms; lines left out."""

    offset: int = 0
    drift: float = 0.0
    adverts: tuple[tuple[int, int], ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()


def spoken(cues: tuple[Cue, ...], copy: Copy) -> tuple[list[tuple[str, int]], dict[int, int]]:
    """What is said and when, and when each line begins that is."""
    text = CheckedText.of(cues)
    said, starts = babble(0, copy.offset), dict[int, int]()
    now = float(copy.offset)
    adverts = dict(copy.adverts)
    for cue in cues:
        if cue.index in adverts:
            said += babble(round(now), round(now) + adverts[cue.index])
            now += adverts[cue.index]
        if any(first <= cue.index < last for first, last in copy.cuts):
            continue
        starts[cue.index] = round(now)
        for number in range(WORDS_IN_A_LINE):
            key = text.keys[cue.index * WORDS_IN_A_LINE + number]
            said.append((key, round(now + number * WORD * (1 + copy.drift))))
        now += LINE * (1 + copy.drift)
    return said, starts


def babble(start: int, end: int) -> list[tuple[str, int]]:
    """Words that are in no text."""
    return [("elsewhere", time) for time in range(start, end - WORD, WORD)]


def check(
    cues: tuple[Cue, ...],
    said: list[tuple[str, int]],
    state: CheckState = NOTHING_HEARD,
    *,
    are_words_wanted: bool = False,
) -> tuple[SyncReport, CheckState, KnownSound]:
    text = CheckedText.of(cues)
    sound = KnownSound(said[-1][1] + 2 * WORD)
    state = state_for(text, sound.length, state)
    engine = KnowingEngine(said, text.keys)
    for found in listened(text, sound, engine, state, are_words_wanted=are_words_wanted):
        state = state.with_finding(found)
    state = CheckState(state.text, state.length, state.windows, state.blocks, is_complete=True)
    return report_of(cues, state), state, sound


def lines_that_fit(cues: tuple[Cue, ...], report: SyncReport, starts: dict[int, int]) -> float:
    """The share of lines that begin within 0.25 s of where they are said, or are not, as they."""
    result = with_spoken_times(synced(Transcript(cues), report.sync_map), report.times)
    good = sum(
        cue.start is None
        if start is None
        else cue.start is not None and abs(cue.start - start) < 250
        for cue, start in ((cue, starts.get(cue.index)) for cue in result.cues)
    )
    return good / len(cues)


ADVERTS = ((120, 30_000), (300, 15_000), (420, 90_000))
CUT = ((200, 216),)


@pytest.mark.parametrize(
    ("copy", "is_timed"),
    [
        (Copy(), True),
        (Copy(offset=7_300), True),
        (Copy(drift=0.01), True),
        (Copy(adverts=ADVERTS), True),
        (Copy(cuts=CUT), True),
        (Copy(7_300, 0.01, ADVERTS, CUT), True),
        (Copy(adverts=ADVERTS), False),
        (Copy(7_300, 0.01, ADVERTS, CUT), False),
    ],
)
def test_another_copy_is_found(copy: Copy, is_timed: bool) -> None:
    cues = lines(500, is_timed=is_timed)
    said, starts = spoken(cues, copy)
    report, _, _ = check(cues, said, are_words_wanted=not is_timed)
    assert report.refusal is None
    assert lines_that_fit(cues, report, starts) >= 0.98
    if is_timed:
        assert len(report.adverts) == len(copy.adverts)
        assert report.drift == pytest.approx(copy.drift, abs=0.001)


@given(
    st.integers(0, 60_000),
    st.sampled_from([0.0, -0.01, 0.004]),
    st.lists(st.tuples(st.integers(10, 480), st.integers(5_000, 90_000)), max_size=3),
    st.integers(20, 400),
    st.integers(0, 20),
)
@settings(max_examples=8, deadline=None)
def test_any_other_copy_is_found(
    offset: int, drift: float, adverts: list[tuple[int, int]], cut: int, length: int
) -> None:
    cues = lines(500)
    apart = {line: advert for line, advert in adverts if abs(line - cut) > 30}
    kept = [b for a, b in pairwise([-100, *sorted(apart)]) if b - a > 30]
    copy = Copy(offset, drift, tuple((line, apart[line]) for line in kept), ((cut, cut + length),))
    said, starts = spoken(cues, copy)
    report, _, _ = check(cues, said)
    assert lines_that_fit(cues, report, starts) >= 0.97
    points = report.sync_map.points
    assert all(
        a.transcript <= b.transcript and a.recording <= b.recording for a, b in pairwise(points)
    )


def test_a_fitting_text_is_not_listened_to_at_length() -> None:
    cues = lines(1_700)
    said, _ = spoken(cues, Copy())
    _, _, sound = check(cues, said)
    assert sound.listened < sound.length / 6


@pytest.mark.parametrize("is_timed", [True, False])
def test_a_short_text_between_two_adverts_is_found(is_timed: bool) -> None:
    cues = lines(30, is_timed=is_timed)
    said, starts = spoken(cues, Copy(offset=15_000))
    end = said[-1][1]
    report, _, _ = check(cues, said + babble(end + WORD, end + 15_000), are_words_wanted=True)
    assert lines_that_fit(cues, report, starts) >= 0.9


def test_another_text_is_refused_and_nothing_offered() -> None:
    said, _ = spoken(lines(500, seed=2), Copy())
    report, state, _ = check(lines(500), [(key + "x", time) for key, time in said])
    assert report.refusal is not None
    assert not report.is_useful
    assert len(state.windows) <= 12


def test_silence_is_refused_as_such() -> None:
    state = CheckState("", 90_000, (Window(0, 12_000, 0, ()),), is_complete=True)
    assert "No speech" in str(report_of(lines(100), state).refusal)


def test_a_check_goes_on_where_it_was_left() -> None:
    cues = lines(500)
    said, _ = spoken(cues, Copy(offset=5_000))
    report, state, sound = check(cues, said, are_words_wanted=True)
    half = CheckState(state.text, state.length, state.windows, state.blocks[:20])
    again, resumed, more = check(cues, said, half, are_words_wanted=True)
    assert again == report
    assert more.listened < sound.length
    assert set(resumed.blocks) == set(state.blocks)


@pytest.mark.parametrize("is_timed", [True, False])
def test_finding_is_never_done_before_its_end_nor_goes_back(is_timed: bool) -> None:
    shares = [share_found(heard, 82 * MINUTE, is_timed=is_timed) for heard in range(100)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[45] > 0.1
    assert shares[-1] < 1


def test_half_a_check_of_another_text_is_forgotten() -> None:
    text = CheckedText.of(lines(10))
    other = CheckState("another", 5, (Window(0, 1, 0, ()),))
    assert state_for(text, 5, other) == CheckState(text.fingerprint, 5)
