"""How languages are written: which set no blanks between words, and what ends a sentence."""

from __future__ import annotations

import re

# Not expressions: a set of so many letters takes 3 ms of every start.
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u30ff"),  # Chinese and Japanese, with their signs
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uff9f"),
    ("\uffe0", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
_HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\uac00", "\ud7af"), ("\uffa0", "\uffdc"))

ENDS = ".?!…؟।"
"""What ends a sentence where a blank follows."""

UNSPACED_ENDS = "。！？｡"
"""What ends a sentence whatever follows."""

CLOSING = "\"'”’»›)\\]}」』】》"
"""What may stand between the end of a sentence and the blank, to be put in brackets."""

_SENTENCE_END = re.compile(rf"[{ENDS}{UNSPACED_ENDS}][{CLOSING}]*$")


def is_unspaced(letter: str) -> bool:
    """Whether a letter's script sets no blanks between words: Thai, Lao, Chinese, Japanese."""
    return letter >= "\u0e00" and _is_among(_UNSPACED, letter)


def is_hangul(letter: str) -> bool:
    """Whether a letter is Korean, which sets blanks but joins words and endings in one."""
    return letter >= "\u1100" and _is_among(_HANGUL, letter)


def joined_class() -> str:
    """The letters of both, as a regular expression writes them within brackets."""
    return "".join(f"{first}-{last}" for first, last in (*_UNSPACED, *_HANGUL))


def ends_sentence(text: str) -> bool:
    """Whether a text, without blanks at its end, ends where a sentence does."""
    return bool(_SENTENCE_END.search(text[-4:]))


def _is_among(ranges: tuple[tuple[str, str], ...], letter: str) -> bool:
    return any(first <= letter <= last for first, last in ranges)
