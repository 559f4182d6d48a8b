"""Line starts that the lines around them speak against."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.sync.checked_text import CheckedText
from reader.sync.line_starts import believed, without_cut_words
from tests.reader.sync.hearing import WORDS_IN_A_LINE, lines

LINES = 40
TEXT = CheckedText.of(lines(LINES))
FIRST = range(0, LINES * WORDS_IN_A_LINE, WORDS_IN_A_LINE)


def heard(shifts: list[int]) -> list[tuple[int, int] | None]:
    """Each word, as much later as its line is."""
    return [
        (time + shift, time + shift + 80)
        for time, shift in zip(
            TEXT.times, (each for each in shifts for _ in range(WORDS_IN_A_LINE)), strict=True
        )
    ]


@given(
    st.integers(0, 60_000),
    st.integers(-30_000, 90_000),
    st.integers(5, LINES - 5),
    st.sampled_from([-0.01, 0.0, 0.01]),
    st.lists(st.integers(-50, 50), min_size=LINES, max_size=LINES),
)
@example(0, -623, LINES - 5, 0.01, [0] * 32 + [17] + [0] * 7)  # seen as drift, three lines before
@settings(deadline=None)
def test_even_passages_and_the_jump_between_them_stay(
    offset: int, jump: int, boundary: int, drift: float, uneven: list[int]
) -> None:
    shifts = [
        offset
        + (jump if line >= boundary else 0)
        + uneven[line]
        + round(drift * TEXT.times[FIRST[line]])
        for line in range(LINES)
    ]
    exact = heard(shifts)
    times = [span and span[0] for span in exact]
    assert believed(times, exact, TEXT) == (times, exact)


@given(st.integers(5, LINES - 6), st.sampled_from([-900, -516, -351, 351, 700]))
@settings(deadline=None)
def test_a_word_in_the_noise_before_a_line_is_not_its_start(line: int, off: int) -> None:
    exact = heard([7_300] * LINES)
    right = [span and span[0] for span in exact]
    first = FIRST[line]
    begin, end = exact[first] or (0, 0)
    exact[first] = (begin + off, end + off)
    times = [None if time is None else time + 200 for time in right]
    placed, kept = believed(times, exact, TEXT)
    assert kept[first] is None and placed[first] == right[first]
    assert kept[first + 1 :] == exact[first + 1 :] and kept[:first] == exact[:first]


def test_a_line_that_is_heard_elsewhere_as_a_whole_is_not_sure() -> None:
    shifts = [7_300] * LINES
    shifts[20] += 1_000
    exact = heard(shifts)
    line = range(FIRST[20], FIRST[21])
    exact[FIRST[20]] = None  # so that its start says nothing
    times = [time + 7_300 for time in TEXT.times]
    placed, kept = believed(list(times), exact, TEXT)
    assert placed == times
    assert [kept[word] for word in line] == [None] * len(line)
    assert all(kept[word] for word in range(len(kept)) if word not in line)


def test_a_text_with_careless_times_is_no_witness() -> None:
    exact = heard([400 * (line % 3) + (1_500 if line == 20 else 0) for line in range(LINES)])
    times = [span and span[0] for span in exact]
    assert believed(times, exact, TEXT) == (times, exact)


def test_where_a_passage_is_short_nothing_is_placed() -> None:
    exact = [
        span if word < 4 * WORDS_IN_A_LINE else None for word, span in enumerate(heard([0] * LINES))
    ]
    times = [time + 100 for time in TEXT.times]
    assert believed(list(times), exact, TEXT) == (times, exact)


def test_after_a_cut_a_line_begins_with_its_first_sure_word() -> None:
    exact = heard([7_300] * LINES)
    times = [span and span[0] for span in exact]
    cut, unsure = range(3, 10), range(10, 12)
    for word in cut:
        times[word] = None
    for word in (*cut, *unsure, 20):
        exact[word] = None
    said = without_cut_words(times, exact, TEXT)
    assert [word for word, time in enumerate(said) if time is None] == [*cut, *unsure]


def test_of_a_line_without_sure_words_all_estimates_stay() -> None:
    times: list[int | None] = [None, None, *TEXT.times[2:]]
    exact: list[tuple[int, int] | None] = [None] * len(times)
    assert without_cut_words(times, exact, TEXT) == times
