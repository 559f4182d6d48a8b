"""What is reported of the lines and words of a script as the time goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.script_reader import read_script
from reader.overlays.overlays import scripted
from reader.playback.cue_tracker import Highlight
from reader.playback.line_follower import LineFollower
from reader.transcript.model import Cue, Transcript, Word
from reader.transcript.script import Script
from tests.conftest import WriteTalk

NO_WORD = ("word", -1, 0, 0)


@pytest.fixture
def script(write_talk: WriteTalk) -> Script:
    return read_script(write_talk("talk.vtt"))


@pytest.fixture
def follower(script: Script) -> LineFollower:
    follower = LineFollower()
    follower.show(script)
    return follower


@pytest.fixture
def reported(follower: LineFollower) -> list[tuple[object, ...]]:
    reported: list[tuple[object, ...]] = []
    follower.current_changed.connect(lambda cues: reported.append(("lines", cues)))
    follower.word_changed.connect(lambda *word: reported.append(("word", *word)))
    follower.highlight_changed.connect(lambda *highlight: reported.append(("spot", *highlight)))
    return reported


def test_a_new_line_reports_line_word_and_highlight(
    follower: LineFollower, reported: list[tuple[object, ...]]
) -> None:
    follower.tick(3_000, "tick")
    highlight = Highlight((1,), 0)
    assert reported == [("lines", (1,)), ("word", 1, 0, 5), ("spot", highlight, 3_000, "tick")]
    assert (follower.current, follower.lead, follower.highlight) == ((1,), 1, highlight)


def test_only_changes_are_reported(
    follower: LineFollower, reported: list[tuple[object, ...]]
) -> None:
    follower.tick(3_000, "tick")
    reported.clear()
    follower.tick(3_001, "tick")
    assert reported == []
    boundary = follower.next_boundary(3_001)
    assert boundary is not None
    follower.tick(boundary, "tick")
    assert [fact for fact, *_ in reported] == ["word", "spot"]


@pytest.mark.parametrize(("cause", "lead"), [("tick", 1), ("seek", 0), ("open", 0)])
def test_only_a_jump_leads_a_little_back(follower: LineFollower, cause: str, lead: int) -> None:
    follower.tick(3_000, "tick")
    follower.tick(2_900, cause)
    assert follower.lead == lead


def test_after_its_last_word_a_line_marks_none() -> None:
    """The last word stayed lit."""
    words = (Word(0, 400, 0, 3), Word(400, 800, 4, 3))
    cue = Cue(0, 0, 2_000, "one two", words=words)
    follower, reported = LineFollower(), list[tuple[int, ...]]()
    follower.show(scripted(Path("a.vtt"), Transcript((cue,))))
    follower.word_changed.connect(lambda *word: reported.append(word))
    for time in (0, 400, 800):
        follower.tick(time, "tick")
    assert reported == [(0, 0, 3), (0, 4, 3), (-1, 0, 0)]


def test_words_are_not_estimated_where_that_is_not_wanted(
    follower: LineFollower, reported: list[tuple[object, ...]]
) -> None:
    follower.tick(1_500, "tick")
    follower.set_words_estimated(False)
    follower.tick(1_500, "seek")
    assert NO_WORD in reported
    assert follower.lead == 0
    reported.clear()
    follower.set_words_estimated(True)
    follower.tick(1_500, "seek")
    assert [fact for fact in reported if fact[0] == "word"] not in ([], [NO_WORD])


def test_another_script_is_reported_from_the_next_tick_on(
    follower: LineFollower, script: Script, reported: list[tuple[object, ...]]
) -> None:
    follower.tick(3_500, "tick")
    reported.clear()
    follower.show(script)
    assert (reported, follower.current) == ([], ())
    follower.tick(3_500, "tick")
    assert reported[0] == ("lines", (1,))


def test_without_a_script_nothing_is_spoken(
    follower: LineFollower, reported: list[tuple[object, ...]]
) -> None:
    follower.tick(3_500, "tick")
    reported.clear()
    follower.show(None)
    assert reported == [("lines", ()), NO_WORD]
    follower.tick(3_500, "seek")
    assert (follower.current, follower.lead) == ((), None)
    assert follower.next_boundary(0) is None
    assert follower.line_here(3_500) is None
    assert len(follower.timeline) == 0


@pytest.mark.parametrize(
    ("time", "span"),
    [(500, None), (2_900, (1_000, 3_000)), (16_000, (6_500, 7_000)), (50_000, (22_000, 24_000))],
)
def test_the_line_here_is_the_one_before_in_a_silence(
    follower: LineFollower, time: int, span: tuple[int, int] | None
) -> None:
    follower.tick(time, "seek")
    assert follower.line_here(time) == span


def test_where_nothing_is_spoken_it_reports_after_which_line_the_text_goes_on(
    follower: LineFollower, script: Script
) -> None:
    reported: list[int | None] = []
    follower.resting_changed.connect(reported.append)
    for time in (0, 500, 1_500, 16_000, 17_000, 23_000, 50_000):
        follower.tick(time, "seek")
    assert reported == [0, None, 3, None]
    follower.tick(16_000, "seek")
    follower.show(script)
    follower.tick(16_000, "tick")
    assert reported[4:] == [3, None, 3]
