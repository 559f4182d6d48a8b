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
