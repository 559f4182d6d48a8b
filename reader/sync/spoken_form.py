"""The words of a transcript as they are spoken: numbers, years and signs in words.

An engine can only find what is said. "2024" may be said in two ways: both are given.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind
from reader.transcript.word_timing import token_spans

_YEARS = range(1_100, 2_100)
_NUMBER = re.compile(r"(\d[\d,]*+)(?:\.(\d++))?+(st|nd|rd|th|s)?+", re.ASCII)
_PIECES = re.compile(
    r"\d++(?:,\d++)*+(?:\.\d++)?+(?:(?:st|nd|rd|th|s)(?![a-z]))?|[^\W\d_]++(?:'[^\W\d_]++)*+"
)
_CAPITALS_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")  # ChatGPT, YouTube
_INITIALS = re.compile(r"([A-Z]{2,5})('?s)?")  # CTO, GPTs
_SIGNS = {"%": "percent", "$": "dollars", "€": "euros", "£": "pounds", "°": "degrees"}
_MOST_DIGITS = 12  # what is longer is a key or a telephone number, and read by its digits
_LONGEST = 40  # letters; nobody says longer ones


class SpokenWord(NamedTuple):
    """A word of a cue, `offset` and `length` in its text.

    `key` names it among equal ones. `readings` are ways to say it, each in small letters, words
    apart by blanks; a word in capitals that is spelt out has a full stop after each letter.
    """

    cue: int
    offset: int
    length: int
    key: str
    readings: tuple[str, ...]


def spoken_words(cues: Sequence[Cue]) -> tuple[SpokenWord, ...]:
    """All words that are said, in the order of the text."""
    return tuple(word for cue in cues if cue.kind is CueKind.SPEECH for word in _in_cue(cue))


def fingerprint(words: Sequence[SpokenWord]) -> str:
    """What distinguishes this text from another one."""
    said = "\n".join(f"{word.cue} {word.key}" for word in words)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _in_cue(cue: Cue) -> Iterator[SpokenWord]:
    unspoken = {change.offset - change.mark for change in cue.voices if change.mark}
    for start, end in token_spans(cue.text):
        readings = readings_of(cue.text[start:end])
        if readings and start not in unspoken:
            yield SpokenWord(cue.index, start, end - start, key_of(readings), readings)


def key_of(readings: Sequence[str]) -> str:
    """One name, without blanks, for a word with these readings."""
    return readings[0].replace(" ", "_")


@lru_cache(maxsize=20_000)
def readings_of(token: str) -> tuple[str, ...]:
    """The ways to say a word as it is written; none for what is not said, or in other letters."""
    plain = unicodedata.normalize("NFKD", token.replace("’", "'"))
    plain = "".join(each for each in plain if not unicodedata.combining(each))[:_LONGEST]
    parts = [_piece(each) for each in _PIECES.findall(_CAPITALS_WITHIN.sub(" ", plain))]
    signs = [_SIGNS[each] for each in plain if each in _SIGNS]
    if not parts or not all(parts):
        return ()
    first = " ".join([*(each[0] for each in parts), *signs])
    last = " ".join([*(each[-1] for each in parts), *signs])
    return (first,) if first == last else (first, last)


def _piece(piece: str) -> list[str]:
    number = _NUMBER.fullmatch(piece)
    if number:
        return _number(number[1], number[2] or "", number[3] or "")
    if not piece.isascii():
        return []
    initials = _INITIALS.fullmatch(piece)
    if initials:
        plural = "s" if initials[2] else ""
        return [". ".join(initials[1].lower()) + "." + plural, piece.lower()]
    return [piece.lower()]


def _number(grouped: str, decimals: str, ending: str) -> list[str]:
    whole = grouped.replace(",", "")
    if len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole.startswith("0")):
        return [_digits(whole)]
    value = int(whole)
    if decimals:
        return [f"{_in_words(value)} point {_digits(decimals)}"]
    if ending in {"st", "nd", "rd", "th"}:
        return [_in_words(value, "ordinal")]
    said = [_in_words(value)]
    if value in _YEARS and grouped == whole:
        said.insert(0, _in_words(value, "year"))
    return [_many(each) for each in said] if ending == "s" else said


def _many(said: str) -> str:
    return said.removesuffix("y") + "ies" if said.endswith("y") else said + "s"


def _digits(digits: str) -> str:
    return " ".join(_in_words(int(each)) for each in digits)


def _in_words(value: int, kind: str = "cardinal") -> str:
    from num2words import num2words

    said: str = num2words(value, lang="en", to=kind)
    return re.sub(r"[-,\s]+", " ", said)
