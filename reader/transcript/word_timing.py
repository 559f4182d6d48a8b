"""When each word of a cue is spoken: the file's own times, or an estimate within the line."""

from __future__ import annotations

import re
from functools import cache

from reader.transcript.model import Cue, Word

_PAUSE = {",": 2, ";": 3, ":": 3, ".": 4, "?": 4, "!": 4, "…": 4}
_LEAST = 2  # even "a" takes the time of some letters


def words_of(cue: Cue, *, is_estimated: bool = True) -> tuple[Word, ...]:
    """The cue's own words, or (if `is_estimated`) words timed in proportion to their length."""
    if cue.words or not is_estimated or cue.start is None or cue.end is None:
        return cue.words
    return _estimated(cue.text, cue.start, max(cue.start, cue.end))


def word_at(words: tuple[Word, ...], time: int) -> int:
    """Index of the word being spoken, or of the last one spoken; -1 before the first."""
    return max((i for i, word in enumerate(words) if word.start <= time), default=-1)


def _estimated(text: str, start: int, end: int) -> tuple[Word, ...]:
    spans = token_spans(text)
    weights = [_weight(text[a:b]) for a, b in spans]
    total = sum(weights) or 1
    words, before = [], 0
    for (a, b), weight in zip(spans, weights, strict=True):
        first = start + (end - start) * before // total
        before += weight
        words.append(Word(first, start + (end - start) * before // total, a, b - a))
    return tuple(words)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of `text` lie; text without blanks (Chinese, Japanese, Thai) by character."""
    spans: list[tuple[int, int]] = []
    for run in re.finditer(r"\S+", text):
        if not run[0].isascii() and _unspaced().search(run[0]):
            spans.extend((i, i + 1) for i in range(*run.span()) if text[i].isalnum())
        elif any(letter.isalnum() for letter in run[0]):
            spans.append(run.span())
    return spans


@cache
def _unspaced() -> re.Pattern[str]:
    # Made when first needed: a set of so many letters takes 4 ms.
    return re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0eff]")


def _weight(token: str) -> int:
    letters = sum(map(str.isalnum, token))
    return max(_LEAST, letters) + 1 + _PAUSE.get(token[-1], 0)
