"""Times as transcripts write them, in all their dialects."""

from __future__ import annotations

import re

STAMP = r"-?\d{1,10}(?:(?::\d{1,10}){1,3}(?:[.,]\d{0,9})?|[.,]\d{1,9})"
"""`01:02:03.456`, `2:03,4`, `75:01`, `0.860`, `00:00:01:500`, also with a minus."""

ARROW = r"(?:-{1,3}|[–—=])>|→"

GAP = r"\s{0,60}"
"""Blanks; bounded, as a hostile line of them would be read again and again."""

TIMES = re.compile(rf"{GAP}({STAMP}){GAP}(?:{ARROW}){GAP}({STAMP})(?![\w:])")
"""A start and an end at the beginning of a line."""

BROKEN_TIMES = re.compile(rf"{GAP}-?\d[^\s\-–—=→>]{{0,40}}{GAP}(?:{ARROW})")
"""What meant to be times but cannot be read."""


def milliseconds(stamp: str) -> int:
    """A text that matches `STAMP` as integer milliseconds, the fraction read as decimals."""
    if len(stamp) == 12 and stamp[2] == stamp[5] == ":" and stamp[8] in ",." and stamp[0] != "-":
        # `01:02:03.456`, as nearly every file writes them: one number, hhmmssmmm, is read in half
        # the time of its four parts.
        digits = int(stamp.replace(":", "").replace(stamp[8], ""))
        hours, minutes, rest = digits // 10_000_000, digits // 100_000 % 100, digits % 100_000
        return hours * 3_600_000 + minutes * 60_000 + rest
    sign = -1 if stamp[0] == "-" else 1
    if len(stamp) == 8 and stamp[2] == stamp[5] == ":" and sign > 0 and stamp[7].isdigit():
        return 1000 * ((int(stamp[:2]) * 60 + int(stamp[3:5])) * 60 + int(stamp[6:]))
    whole, _, fraction = stamp.lstrip("-").replace(",", ".").partition(".")
    fields = whole.split(":")
    if len(fields) == 4:
        fraction = fraction or fields[3]
        del fields[3]
    seconds = 0
    for field in fields:
        seconds = seconds * 60 + int(field)
    return sign * (seconds * 1000 + int(fraction.ljust(3, "0")[:3]))
