"""Times that count frames, as editors of films write them: `00:00:11:10` is the tenth frame.

The rate is not given with them. It is guessed from the frames that occur: none is ever as high as
the rate. 23.976 and 29.97 count as 24 and 30 do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FRAME_RATES = ("23.976", "24", "25", "29.97", "30", "50", "59.94", "60")
"""Those that a reader may choose where the guess was wrong."""

FRAME_STAMP = r"\d{1,3}(?::\d\d){2}[:;]\d\d(?!\d)|\d{1,3}(?:;\d\d){3}(?!\d)"
"""`01:00:02:05`, and with semicolons where frames are dropped to keep to the clock."""

_RATES = (25, 30, 50, 60)
_MANY = 60  # so many frames, and none of them the 24th: it is film
_FRAMES = re.compile(r"\s*+(\d{1,3})[:;](\d\d)[:;](\d\d)[:;](\d\d)\s*+")


def guessed_rate(stamps: Iterable[str]) -> int:
    """Frames a second: the lowest usual rate that these times allow."""
    found = [each for stamp in stamps if (each := _FRAMES.fullmatch(stamp))]
    highest = max((int(each[4]) for each in found), default=0)
    if any(";" in each[0] for each in found):
        return 30 if highest < 30 else 60
    if highest < 24 and len(found) >= _MANY:
        return 24
    return next((rate for rate in _RATES if highest < rate), 100)


def frame_time(stamp: str, rate: float) -> int | None:
    """A time that counts frames as milliseconds; None for any other."""
    found = _FRAMES.fullmatch(stamp)
    if found is None:
        return None
    hours, minutes, seconds, frame = map(int, found.groups())
    return 1000 * (seconds + 60 * (minutes + 60 * hours)) + round(1000 * frame / rate)
