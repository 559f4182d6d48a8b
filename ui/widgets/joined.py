"""Several things side by side in one line, each in the direction of its own script."""

from __future__ import annotations

from unicodedata import bidirectional

_ISOLATE, _END = "\u2068", "\u2069"  # the Unicode Bidirectional Algorithm's FSI and PDI
_RIGHT_TO_LEFT = {"R", "AL"}


def joined(*parts: str) -> str:
    """`Show · 3 May 2024`, without the empty ones. A show in Arabic takes no part of the date to
    its other side."""
    return " · ".join(_isolated(part) for part in parts if part)


def _isolated(part: str) -> str:
    runs_back = any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in part)
    return f"{_ISOLATE}{part}{_END}" if runs_back else part
