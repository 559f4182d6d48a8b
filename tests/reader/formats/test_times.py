"""Times as transcripts write them, read to the millisecond."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.times import STAMP, milliseconds

SIXTY = st.integers(0, 59)


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("01:02:03.456", 3_723_456),
        ("2:03,4", 123_400),
        ("75:01", 4_501_000),
        ("0.860", 860),
        ("00:00:01:500", 1_500),
        ("00:01:02", 62_000),
        ("-00:00:01.500", -1_500),
        ("-0:01:02", -62_000),
        ("1:02:03.4567", 3_723_456),
        ("00:00:01.", 1_000),
    ],
)
def test_each_dialect_is_read_to_the_millisecond(stamp: str, time: int) -> None:
    assert re.fullmatch(STAMP, stamp)
    assert milliseconds(stamp) == time


@given(st.integers(0, 120), SIXTY, SIXTY, st.integers(0, 999), st.sampled_from(".,"))
def test_hours_of_any_length_count_alike(
    hours: int, minutes: int, seconds: int, rest: int, mark: str
) -> None:
    time = hours * 3_600_000 + minutes * 60_000 + seconds * 1_000 + rest
    for width in (1, 2, 3):
        stamp = f"{hours:0{width}}:{minutes:02}:{seconds:02}"
        assert milliseconds(f"{stamp}{mark}{rest:03}") == time
        assert milliseconds(stamp) == time - rest
