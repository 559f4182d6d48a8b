"""Times as people read them."""

from __future__ import annotations


def clock_text(milliseconds: int) -> str:
    """`754321` -> `12:34`, from one hour on `1:02:03`."""
    seconds = max(0, milliseconds) // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
