"""Times as a screen reader says them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.player.spoken_time import spoken_time


@pytest.mark.parametrize(
    ("time", "spoken"),
    [
        (0, "0 seconds"),
        (-5, "0 seconds"),
        (61_999, "1 minute 1 second"),
        (754_321, "12 minutes 34 seconds"),
        (3_723_000, "1 hour 2 minutes 3 seconds"),
        (36_000_000, "10 hours"),
    ],
)
def test_it_is_said_in_words(qtbot: QtBot, time: int, spoken: str) -> None:
    assert spoken_time(time) == spoken
