"""The order in which people sort names: `Part 2` before `Part 10`, whatever the case."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"(\d++)")


def natural_key(name: str) -> list[str | int]:
    """What to sort a name by."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return [int(part) if k % 2 else part for k, part in enumerate(_DIGITS.split(folded))]
