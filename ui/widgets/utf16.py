"""The one boundary between Python's positions (code points) and Qt's (UTF-16 units)."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Positions in one text, both ways; the same numbers where no character is wide."""

    def __init__(self, text: str) -> None:
        wide = [found.start() for found in _WIDE.finditer(text)] if _has_wide(text) else []
        self._wide = array("i", wide)
        self._wide_in_qt = array("i", (start + k for k, start in enumerate(wide)))

    def rewritten(self, text: str, words: Iterable[str]) -> Utf16:
        """The positions in a text of which some words were replaced by others."""
        is_narrow = not self._wide and not any(map(_has_wide, words))
        return self if is_narrow else Utf16(text)

    def to_qt(self, position: int) -> int:
        """Code points to UTF-16 units."""
        return position + bisect_left(self._wide, position)

    def from_qt(self, position: int) -> int:
        """UTF-16 units to code points; inside a surrogate pair, its character."""
        return position - bisect_left(self._wide_in_qt, position)


def _has_wide(text: str) -> bool:
    """Found by encoding it: a third of the time that a search takes."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
