"""Times as people read them."""

from __future__ import annotations

import pytest

from reader.time_text import clock_text


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (0, "0:00"),
        (-5, "0:00"),
        (61_999, "1:01"),
        (754_321, "12:34"),
        (3_723_000, "1:02:03"),
        (36_000_000, "10:00:00"),
    ],
)
def test_a_time_is_written_as_a_clock_shows_it(time: int, text: str) -> None:
    assert clock_text(time) == text
