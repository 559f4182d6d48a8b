"""Times as the formats write them."""

from __future__ import annotations


def stamp(time: int, mark: str = ".") -> str:
    """`3723004` -> `01:02:03.004`."""
    seconds = time // 1000
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{clock}{mark}{time % 1000:03}"
