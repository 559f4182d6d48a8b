"""Words that have only so much room."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """The first so many characters of a longer text, and an ellipsis; any other as it is."""
    return text if len(text) <= most else text[:most].rstrip() + "…"
