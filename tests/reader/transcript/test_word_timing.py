"""Words within a line: the file's own times or an honest estimate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.model import Cue, Word
from reader.transcript.word_timing import WordTimes, words_of
from tests.reader.strategies import TEXTS


@given(TEXTS, st.integers(0, 10_000), st.integers(0, 9_000))
def test_estimates_fill_the_line_in_order_without_overlap(
    text: str, start: int, length: int
) -> None:
    words = words_of(Cue(0, start, start + length, text))
    edges = [edge for word in words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(start <= edge <= start + length for edge in edges)
    assert not words or (words[0].start, words[-1].end) == (start, start + length)
    assert all(text[word.offset : word.offset + word.length].strip() for word in words)


def test_own_times_are_kept() -> None:
    own = (Word(3, 4, 0, 1),)
    assert words_of(Cue(0, 0, 9, "a b", words=own)) == own


def test_no_estimate_when_not_wanted_or_without_times() -> None:
    assert words_of(Cue(0, 0, 9, "a b"), is_estimated=False) == ()
    assert words_of(Cue(0, None, None, "a b")) == ()


def test_longer_words_take_longer_and_a_full_stop_is_heard() -> None:
    short, stop, long = words_of(Cue(0, 0, 1_000, "a end. understanding"))
    assert short.end - short.start < stop.end - stop.start < long.end - long.start


@pytest.mark.parametrize(
    ("mark", "pause"),
    [("", 0), (",", 2), (";", 3), (":", 3), (".", 4), ("?", 4), ("!", 4), ("…", 4), ("-", 0)],
)
def test_how_long_a_mark_is_heard(mark: str, pause: int) -> None:
    """In letters: a word takes as many as it has, and one."""
    first, second = words_of(Cue(0, 100, 100 + (8 + pause) * 10, f"abc{mark} abc"))
    assert (first.start, first.end) == (100, 140 + pause * 10)
    assert (second.start, second.end) == (first.end, 180 + pause * 10)


def test_the_shortest_word_takes_the_time_of_two_letters() -> None:
    one, two, three = words_of(Cue(0, 0, 1_000, "a ab abc"))
    assert (one.end, two.end, three.end) == (300, 600, 1_000)


@pytest.mark.parametrize(("start", "end"), [(5, None), (None, 5)])
def test_a_line_with_half_a_time_has_no_estimate(start: int | None, end: int | None) -> None:
    assert words_of(Cue(0, start, end, "a b")) == ()


def test_the_words_of_a_line_that_ends_before_it_starts_take_no_time() -> None:
    words = words_of(Cue(0, 500, 100, "a b"))
    assert [(word.start, word.end) for word in words] == [(500, 500), (500, 500)]


def test_marks_alone_are_no_words() -> None:
    assert [word.offset for word in words_of(Cue(0, 0, 9, "- a … b"))] == [2, 6]
    assert words_of(Cue(0, 0, 9, "♪ …")) == ()


def test_a_text_without_blanks_is_marked_by_character() -> None:
    assert [word.offset for word in words_of(Cue(0, 0, 900, "今天好。"))] == [0, 1, 2]


def test_korean_is_marked_by_word_as_it_sets_blanks() -> None:
    words = words_of(Cue(0, 0, 900, "안녕하세요 여러분."))
    assert [(word.offset, word.length) for word in words] == [(0, 5), (6, 4)]


def test_the_last_word_goes_on_through_a_pause() -> None:
    times = WordTimes((Word(100, 200, 1, 1), Word(500, 600, 3, 1)))
    assert [times.offset_at(time) for time in (99, 100, 300, 500, 900)] == [0, 1, 1, 3, 3]


@given(
    st.lists(st.builds(Word, *4 * [st.integers(0, 9)]), max_size=8).map(tuple), st.integers(-1, 20)
)
def test_words_are_found_as_by_asking_each(words: tuple[Word, ...], asked: int) -> None:
    times = WordTimes(words)
    after = (word.start for word in words if word.offset + word.length > asked)
    before = (word.end for word in reversed(words) if word.offset < asked)
    begun = (word.offset for word in reversed(words) if word.start <= asked)
    assert times.start_from(asked) == next(after, None)
    assert times.end_before(asked) == next(before, None)
    assert times.offset_at(asked) == next(begun, 0)
