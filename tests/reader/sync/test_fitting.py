"""A hint for what is plainly of another length, and none for an outro or a text without times."""

from __future__ import annotations

import pytest

from reader.sync.fitting import may_not_fit
from reader.transcript.model import Cue

MINUTE = 60_000
TEXT = (Cue(0, 0, 1_000, "First"), Cue(1, 59 * MINUTE, 60 * MINUTE, "last"))


@pytest.mark.parametrize(
    ("length", "is_doubtful"),
    [
        (60 * MINUTE, False),
        (61 * MINUTE, False),
        (60 * MINUTE - 2_000, False),
        (59 * MINUTE, True),
        (64 * MINUTE, True),
        (0, False),
    ],
)
def test_lengths_that_do_not_fit_are_noticed(length: int, is_doubtful: bool) -> None:
    assert may_not_fit(TEXT, length) is is_doubtful


def test_a_text_without_times_says_nothing() -> None:
    assert not may_not_fit((Cue(0, None, None, "First"),), 60 * MINUTE)
    assert not may_not_fit((), 60 * MINUTE)


@pytest.mark.parametrize(
    ("end", "length", "is_doubtful"),
    [
        (60 * MINUTE, 60 * MINUTE - 3_000, False),
        (60 * MINUTE, 60 * MINUTE - 3_001, True),
        (60 * MINUTE, 1, True),
        (890_000, 1_000_000, False),  # a minute and a half, and 2 % of the recording
        (889_999, 1_000_000, True),
    ],
)
def test_how_much_may_be_missing_at_an_end(end: int, length: int, is_doubtful: bool) -> None:
    assert may_not_fit((Cue(0, 0, end, "All of it"),), length) is is_doubtful


def test_a_last_line_without_an_end_counts_by_its_start() -> None:
    assert may_not_fit((Cue(0, 0, 1_000, "First"), Cue(1, 59 * MINUTE, None, "last")), MINUTE)
