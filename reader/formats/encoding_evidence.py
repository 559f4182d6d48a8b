"""Which encoding a text is in: the one in which it reads best as some language.

The same bytes are letters of one language in one encoding, and signs amid words in another. Each
language is tried in its usual encodings; what counts is which letters and words come out, and
whether signs, capitals and alphabets stand where a writer would set them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import exp, log
from typing import NamedTuple

from reader.formats.languages import LANGUAGES, MANY_CHARACTERS, Language, ManyCharacters

_SAMPLE = 4_000  # bytes of lines that hold letters beyond ASCII
_MOST_BAD = 0.02  # of the bytes beyond ASCII; more, and it is another encoding
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = frozenset("‘’‚“”„–—…«»‹›•·°€£§©®™´`¨×½¼¾ªº\xa0♪♫。、，！？「」『』：；（）〜・…“”¿¡ー")
_COMMON_WORD, _OWN_WORD = 0.6, 2.5  # a common word in ASCII; one with letters beyond it
_FOREIGN = -5.0  # a letter that the language does not have
_SIGN_IN_WORD, _CAPITAL_IN_WORD, _TWO_IN_WORD = -3.0, -3.0, -3.0
_COMPOSED = 1.5  # a letter and the tone above it, written apart
_NO_CHARACTER = -9.0
_SIGN = -1.5
_BYTES = 64  # beyond ASCII that letters of an encoding take, about
_STEEP = 3.2  # how much rarer the rarest letter is, as a logarithm
_RARER = 2.0  # capitals, as a logarithm
_LEAST_CAPITAL = 0.0  # more than a sign has that stands before a word
_COMMON_CHARACTER, _OTHER_CHARACTER, _RARE_CHARACTER = 3.2, -0.3, -4.0
_PRIOR = 0.4  # for each place that an encoding stands further down in its language's list
_RARE_ENCODINGS = {"mac-roman": 2.5}
_NEAR, _LEAST_APART = 0.06, 2.5  # share of the evidence, and evidence, that may be chance
_INNER_SIGN = re.compile(r"(?<=[^\W\d_])[^\w\s'’\-–—.,:;/…·&@!?\"()\[\]“”<>](?=[^\W\d_])")
_TWO_ALPHABETS = re.compile(r"[a-zA-Z](?=[\u0370-\u1fff\u3040-\ud7a3])|[\u0370-\u1fff](?=[a-zA-Z])")
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x460))))
_INNER_CAPITAL = re.compile(rf"(?<=[a-zß-ÿа-яё])[{_CAPITALS}]")


class Reading(NamedTuple):
    """An encoding with the evidence for it, and the text that it makes of the sample."""

    encoding: str
    score: float
    text: str


def best_readings(data: bytes) -> list[Reading]:
    """The encodings in which `data` reads as some language, the best first; of those that make
    the same text of it, one."""
    sample = _sample(data)
    beyond = sum(byte > 0x7F for byte in sample)
    found: dict[str, Reading] = {}
    for reading in _readings(sample, max(1, beyond)):
        known = found.get(reading.text)
        if known is None or known.score < reading.score:
            found[reading.text] = reading
    readings = sorted(found.values(), key=lambda reading: -reading.score)
    return readings or [Reading("cp1252", 0.0, "")]


def is_near(best: Reading, other: Reading) -> bool:
    """Whether another reading is nearly as good as the best."""
    return best.score - other.score <= max(_LEAST_APART, _NEAR * abs(best.score))


def _sample(data: bytes) -> bytes:
    """The lines with letters beyond ASCII, with those between, up to a size."""
    lines, size = [], 0
    for line in re.split(rb"\r\n|\r|\n", data[: 8 * _SAMPLE]):
        if line and any(byte > 0x40 for byte in line):
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)


def _readings(sample: bytes, beyond: int) -> Iterator[Reading]:
    samples: dict[str, _Sample | None] = {}
    for row in (*LANGUAGES, *MANY_CHARACTERS):
        for place, encoding in enumerate(row.encodings):
            if encoding not in samples:
                samples[encoding] = _decoded(sample, encoding, beyond)
            decoded = samples[encoding]
            if decoded is not None:
                prior = _PRIOR * place + _RARE_ENCODINGS.get(encoding, 0.0)
                score = _scored(decoded, row) - prior
                yield Reading(encoding, score, decoded.text)


class _Sample(NamedTuple):
    """What is counted in a text, for all languages alike."""

    text: str
    characters: Counter[str]  # beyond ASCII
    words: Counter[str]
    shape: float


def _decoded(sample: bytes, encoding: str, beyond: int) -> _Sample | None:
    """The sample in an encoding; None where too many of its bytes are none of that."""
    text = sample.decode(encoding, "replace")
    if text.count("\ufffd") > max(1, _MOST_BAD * beyond):
        return None
    composed = unicodedata.normalize("NFC", text)
    characters = Counter(char for char in composed if char > "\x7f")
    words = Counter(map(str.lower, _WORD.findall(composed)))
    shape = _shape_score(composed) + _COMPOSED * (len(text) - len(composed))
    return _Sample(text, characters, words, shape)


def _scored(sample: _Sample, row: Language | ManyCharacters) -> float:
    characters = sample.characters.items()
    if isinstance(row, ManyCharacters):
        common = (count * _character_weight(char, row.common) for char, count in characters)
        return sum(common) + sample.shape
    weights = _weights(row)
    letters = sum(count * weights.get(char, _weight_of_other(char)) for char, count in characters)
    words = sum(
        sample.words[word] * (_COMMON_WORD if word.isascii() else _OWN_WORD)
        for word in row.words & sample.words.keys()
    )
    return letters + words + sample.shape


@cache
def _weights(language: Language) -> dict[str, float]:
    """For each letter how much it speaks for the language: the log of how much oftener it occurs
    there than a byte beyond ASCII does by chance."""
    steep = _STEEP / len(language.letters)
    shares = [exp(-steep * place) for place in range(len(language.letters))]
    weights: dict[str, float] = {}
    for letter, share in zip(language.letters, shares, strict=True):
        weights[letter] = log(share / sum(shares) * _BYTES)
        weights.setdefault(letter.upper(), max(_LEAST_CAPITAL, weights[letter] - _RARER))
    return weights


@cache
def _weight_of_other(char: str) -> float:
    if char in _MARKS:
        return -0.2
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn"):
        return _NO_CHARACTER
    return _FOREIGN if char.isalpha() else _SIGN


def _shape_score(text: str) -> float:
    signs = len(_INNER_SIGN.findall(text))
    mixed = len(_TWO_ALPHABETS.findall(text))
    return (
        _TWO_IN_WORD * mixed
        + _SIGN_IN_WORD * signs
        + _CAPITAL_IN_WORD * len(_INNER_CAPITAL.findall(text))
    )


def _character_weight(char: str, common: frozenset[str]) -> float:
    if char in common:
        return _COMMON_CHARACTER
    if char in _MARKS or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uff60":
        return 0.3
    if "\u4e00" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\u3040" <= char <= "\u30ff":
        return _OTHER_CHARACTER
    return _NO_CHARACTER if char == "\ufffd" else _RARE_CHARACTER
