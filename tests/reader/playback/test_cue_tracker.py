"""What lights up at a time, and what does not flicker."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.playback.cue_tracker import CueTracker, Highlight
from reader.transcript.model import Cue, Transcript, Word
from reader.transcript.timeline import Timeline
from reader.transcript.word_timing import words_of
from tests.reader.strategies import transcripts

CUES = (
    Cue(0, 1_000, 3_000, "one two", words=(Word(1_000, 1_500, 0, 3), Word(2_000, 2_800, 4, 3))),
    Cue(1, 3_000, 5_000, "three", words=(Word(3_200, 4_000, 0, 5),)),
    Cue(2, 4_500, 6_000, "four"),
)


def tracker(cues: tuple[Cue, ...] = CUES) -> CueTracker:
    return CueTracker(Timeline(cues), lambda index: cues[index].words)


def test_nothing_before_the_first_cue() -> None:
    assert tracker().at(999) == Highlight((), -1)
    assert Highlight().cue == -1


def test_the_word_begun_last_is_current_also_between_words() -> None:
    track = tracker()
    assert track.at(1_000) == Highlight((0,), 0)
    assert track.at(1_800) == Highlight((0,), 0)
    assert track.at(2_000) == Highlight((0,), 1)


def test_no_word_before_the_first_and_after_the_last() -> None:
    track = tracker()
    assert track.at(3_100) == Highlight((1,), -1)
    assert track.at(2_900) == Highlight((0,), -1)


def test_the_latest_of_overlapping_cues_leads() -> None:
    highlight = tracker().at(4_600)
    assert highlight.cues == (1, 2)
    assert highlight.cue == 2


def test_reports_only_changes() -> None:
    track = tracker()
    assert track.follow(1_000) == Highlight((0,), 0)
    assert track.follow(1_200) is None
    assert track.follow(2_000) == Highlight((0,), 1)
    assert track.highlight == Highlight((0,), 1)


def test_a_step_back_of_less_than_the_cue_changes_nothing() -> None:
    track = tracker()
    track.follow(3_050)
    assert track.follow(2_950) is None
    assert track.follow(2_500) is None
    assert track.highlight.cues == (1,)


def test_a_step_back_of_more_than_the_cue_is_believed() -> None:
    track = tracker()
    track.follow(3_050)
    assert track.follow(1_040) == Highlight((0,), 0)


def test_a_seek_goes_back_however_little() -> None:
    track = tracker()
    track.follow(3_050)
    assert track.jump(2_950) == Highlight((0,), -1)


def test_boundaries_are_those_of_cues_and_words() -> None:
    track = tracker()
    time, boundaries = 0, []
    while (boundary := track.next_boundary(time)) is not None and boundary < 6_000:
        boundaries.append(boundary)
        time = boundary
    assert boundaries == [1_000, 2_000, 2_800, 3_000, 3_200, 4_000, 4_500, 5_000]


def test_a_step_back_while_nothing_is_spoken_is_believed() -> None:
    track = tracker((Cue(0, 0, 1_000, "one"), Cue(1, 30_000, 60_000, "a long one")))
    track.follow(500)
    assert track.follow(20_000) == Highlight()
    assert track.follow(600) == Highlight((0,))


def test_a_step_back_as_long_as_the_line_is_believed() -> None:
    track = tracker()
    track.follow(3_000)
    assert track.follow(1_001) is None
    assert track.follow(1_000) == Highlight((0,), 0)


WORDS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 40)).map(lambda w: Word(w[0], sum(w), 0, 1)),
    max_size=5,
).map(lambda words: tuple(sorted(words)))


@given(st.lists(WORDS, min_size=1, max_size=3), st.integers(-1, 400))
def test_words_agree_with_a_naive_scan(lines: list[tuple[Word, ...]], time: int) -> None:
    """The last word begun; none after the end of the last one: no word stays lit."""
    cues = tuple(
        Cue(
            k,
            k * 150,
            k * 150 + 150,
            "a",
            words=tuple(
                word._replace(start=word.start + k * 150, end=word.end + k * 150) for word in words
            ),
        )
        for k, words in enumerate(lines)
    )
    track = tracker(cues)

    def naive(moment: int) -> int:
        cue = track.at(moment).cue
        words = cues[cue].words if cue >= 0 else ()
        begun = [k for k, word in enumerate(words) if word.start <= moment]
        is_over = len(begun) == len(words) and words and moment >= words[-1].end
        return begun[-1] if begun and not is_over else -1

    assert track.at(time).word == naive(time)
    boundary = track.next_boundary(time)
    changes = [at for at in range(time + 1, 600) if track.at(at) != track.at(at - 1)]
    assert boundary is None or boundary > time
    assert not changes or (boundary is not None and boundary <= changes[0])


def test_a_line_without_words_wakes_at_its_own_end_only() -> None:
    track = tracker((Cue(0, 0, 900, "one"), Cue(1, 900, 1_200, "two")))
    assert track.next_boundary(0) == 900


def test_after_the_last_word_the_line_wakes_at_its_own_end() -> None:
    assert tracker().next_boundary(2_800) == 3_000


@given(transcripts(), st.integers(-10, 6_000))
def test_nothing_changes_before_the_next_boundary(transcript: Transcript, time: int) -> None:
    track = CueTracker(Timeline(transcript.cues), lambda index: words_of(transcript.cues[index]))
    boundary = track.next_boundary(time)
    until = time + 500 if boundary is None else min(boundary, time + 500)
    highlight = track.at(time)
    assert all(track.at(moment) == highlight for moment in range(time, until, 7))
    assert track.at(until - 1) == highlight


@given(transcripts(), st.lists(st.integers(0, 6_000), max_size=30))
def test_follow_agrees_with_at_while_time_goes_on(transcript: Transcript, times: list[int]) -> None:
    track = CueTracker(Timeline(transcript.cues), lambda index: words_of(transcript.cues[index]))
    for time in sorted(times):
        track.follow(time)
        assert track.highlight == track.at(time)
