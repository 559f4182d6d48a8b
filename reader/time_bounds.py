"""How late a time may be. Qt's signals carry whole numbers of 32 bits, and raise OverflowError
beyond: whatever brings times in from outside asks here first."""

from __future__ import annotations

LATEST = 2**31 - 1
"""Milliseconds: 596 hours, later than any recording ends."""


def is_late(time: int) -> bool:
    """Whether a time, in milliseconds, is later than any recording ends."""
    return time > LATEST


def bounded(milliseconds: int) -> int:
    """The nearest number of milliseconds that fits a signal; a step back is negative."""
    if -LATEST <= milliseconds <= LATEST:
        return milliseconds
    return LATEST if milliseconds > 0 else -LATEST
