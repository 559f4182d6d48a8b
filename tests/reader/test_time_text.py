"""Times as people read them and hear them."""

from __future__ import annotations

import pytest

from reader.time_text import clock_text, spoken_time


@pytest.mark.parametrize(
    ("time", "text", "spoken"),
    [
        (0, "0:00", "0 seconds"),
        (-5, "0:00", "0 seconds"),
        (61_999, "1:01", "1 minute 1 second"),
        (754_321, "12:34", "12 minutes 34 seconds"),
        (3_723_000, "1:02:03", "1 hour 2 minutes 3 seconds"),
        (36_000_000, "10:00:00", "10 hours"),
    ],
)
def test_time(time: int, text: str, spoken: str) -> None:
    assert clock_text(time) == text
    assert spoken_time(time) == spoken
