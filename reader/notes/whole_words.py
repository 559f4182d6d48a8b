"""Whole words: a hand that selects begins and ends where it may, a quote does not."""

from __future__ import annotations

import unicodedata

from reader.reading_text import is_unspaced
from reader.spans import trimmed

_APOSTROPHES = "'’-"  # these, between two letters, are part of a word

Span = tuple[int, int]


def whole_words(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends, and with all of the words that it begins and ends in.

    In scripts that part no words it stays as it is.
    """
    start, end = trimmed(text, start, end)
    if start < end:
        while _is_within_word(text, start):
            start -= 1
        while _is_within_word(text, end):
            end += 1
    return start, end


def _is_within_word(text: str, at: int) -> bool:
    """Whether a word goes on from before this position to after it."""
    if not 0 < at < len(text):
        return False
    if text[at] in _APOSTROPHES:
        return _is_letter(text[at - 1]) and at + 1 < len(text) and _is_letter(text[at + 1])
    if text[at - 1] in _APOSTROPHES:
        return at > 1 and _is_letter(text[at - 2]) and _is_letter(text[at])
    return _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(character: str) -> bool:
    """Letters, digits, and the signs that are set over, under and after them."""
    return unicodedata.category(character)[0] in "LMN" and not is_unspaced(character)
