"""Words from the pieces that a file times: found again in their cue's text, never syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.transcript.model import Word
from reader.transcript.writing import is_unspaced

_SPECIAL = re.compile(r"<\|[^|<>]{0,40}\|>")
_TOKEN = re.compile(rf"\s*(?:\[_[A-Z]+_?\d*\]|{_SPECIAL.pattern})\s*")
_LETTER = re.compile(r"\w")
_FAR = 200  # characters between two pieces; a piece further away is not this text's


class WordPiece(NamedTuple):
    """A piece as it stands: times in ms or None, text with the blanks around it."""

    text: str
    start: int | None = None
    end: int | None = None
    probability: float | None = None
    speaker: str = ""


def is_token(text: str) -> bool:
    """Whether it is a mark of the recogniser, such as `[_BEG_]`, and not a word."""
    return bool(_TOKEN.fullmatch(text))


def without_tokens(text: str) -> str:
    """A text without the tokens `<|...|>` in which recognisers write times and languages."""
    return _SPECIAL.sub("", text) if "<|" in text else text


def joined(pieces: Iterable[WordPiece]) -> str:
    """The text that the pieces make, without the recogniser's marks."""
    texts = ("" if is_token(piece.text) else piece.text for piece in pieces)
    return re.sub(r"[^\S\n]+", " ", "".join(texts)).strip()


def placed(text: str, pieces: tuple[WordPiece, ...], start: int, end: int) -> tuple[Word, ...]:
    """The pieces found again in a cue's text, each within the cue's times; whole words only."""
    words: list[Word] = []
    position = 0
    earliest = max(0, start)
    for piece, following in zip(pieces, _next_starts(pieces), strict=True):
        spoken = piece.text.strip()
        if not spoken or is_token(piece.text):
            continue
        at = _place(text, spoken, position)
        if at < 0:
            continue
        position = at + len(spoken)
        known = following if piece.end is None and piece.start is not None else piece.end
        if words and not piece.text[:1].isspace() and is_one_word(text, words[-1], at):
            is_untimed = known is None and piece.start is None
            until = words[-1].end if is_untimed else end if known is None else min(known, end)
            earliest = max(words[-1].end, until)
            words[-1] = _with(words[-1], position, earliest, piece.probability)
        elif piece.start is not None:
            begin = min(max(earliest, piece.start), max(end, earliest))
            until = min(max(begin, end if known is None else known), max(end, begin))
            words.append(Word(begin, until, at, len(spoken), piece.probability))
            earliest = until
    return tuple(words)


def _place(text: str, spoken: str, position: int) -> int:
    """Where a piece stands: the next word, in capitals or not, else further on; -1 for nowhere."""
    at = text.find(spoken, position, position + len(spoken) + _FAR)
    if position <= at <= position + 1:
        return at
    letter = _LETTER.search(text, position, position + _FAR)
    begin = letter.start() if letter else len(text)
    is_next = text[begin : begin + len(spoken)].lower() == spoken.lower()
    return begin if is_next else at


def whole_words(text: str, words: Iterable[Word]) -> tuple[Word, ...]:
    """Words of which those are one that no blank parts: a word is never a syllable."""
    found: list[Word] = []
    for word in words:
        if found and is_one_word(text, found[-1], word.offset):
            until = max(found[-1].end, word.end)
            found[-1] = _with(found[-1], word.offset + word.length, until, word.probability)
        else:
            found.append(word)
    return tuple(found)


def is_one_word(text: str, before: Word, at: int) -> bool:
    """Whether what begins at `at` goes on with the word before, in a script that sets blanks."""
    if before.offset + before.length != at:
        return False
    return not (is_unspaced(text[at]) or is_unspaced(text[at - 1]))


def _with(word: Word, position: int, end: int, probability: float | None) -> Word:
    """A word that reaches to `position`; it is as sure as its least sure syllable."""
    known = [each for each in (word.probability, probability) if each is not None]
    least = min(known, default=None)
    return word._replace(end=end, length=position - word.offset, probability=least)


def _next_starts(pieces: tuple[WordPiece, ...]) -> list[int | None]:
    """For each piece the next start that is known after it, in one pass."""
    found: list[int | None] = []
    following: int | None = None
    for piece in reversed(pieces):
        found.append(following)
        following = following if piece.start is None else piece.start
    return found[::-1]
