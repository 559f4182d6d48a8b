"""What lengths alone say of a text and a recording."""

from __future__ import annotations

import pytest

from reader.sync.fitting import may_not_fit
from reader.transcript.model import Cue

HOUR = 3_600_000
HOUR_OF_TEXT = (Cue(0, 0, 5_000, "First"), Cue(1, HOUR - 4_000, HOUR, "Last"))


@pytest.mark.parametrize(
    ("length", "is_odd"),
    [
        (HOUR, False),
        (HOUR + 25_000, False),  # music at the end
        (HOUR + 60_000, False),
        (HOUR + 90_000, True),  # three adverts
        (HOUR - 3_000, False),
        (HOUR - 45_000, True),  # something was cut
        (0, False),
    ],
)
def test_a_recording_is_as_long_as_its_text_or_not(length: int, is_odd: bool) -> None:
    assert may_not_fit(HOUR_OF_TEXT, length) is is_odd


def test_a_text_without_times_fits_all() -> None:
    assert not may_not_fit((Cue(0, None, None, "Words"),), HOUR)
    assert not may_not_fit((), HOUR)


def test_a_line_without_an_end_counts_by_its_start() -> None:
    assert not may_not_fit((Cue(0, HOUR, None, "Last"),), HOUR + 20_000)
