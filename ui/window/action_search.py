"""Which actions are meant by a few letters, the likeliest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LEAST = 62.0  # of 100: below, a likeness is chance
_EXACT, _BEGUN, _WORD_BEGUN, _WORDS_BEGUN, _WITHIN = 200.0, 180.0, 160.0, 140.0, 120.0
_LEFT_OUT = 110.0


def ranked(query: str, names: Sequence[tuple[str, str]]) -> list[int]:
    """The places in `names` (title and key of each) that `query` may mean, the likeliest first;
    all of them where nothing is asked for."""
    wanted = _folded(query)
    if not wanted:
        return list(range(len(names)))
    scores = [
        max(_likeness(wanted, _folded(title)), _key_likeness(wanted, key)) for title, key in names
    ]
    found = [k for k, score in enumerate(scores) if score >= _LEAST]
    return sorted(found, key=lambda k: -scores[k])  # stable: the recent stay before the others


def _likeness(wanted: str, title: str) -> float:
    words, parts = title.split(), wanted.split()
    if not title:
        return 0.0
    if title == wanted:
        return _EXACT
    if title.startswith(wanted):
        return _BEGUN
    if any(word.startswith(wanted) for word in words):
        return _WORD_BEGUN
    if all(any(word.startswith(part) for word in words) for part in parts):
        return _WORDS_BEGUN
    if wanted in title:
        return _WITHIN
    if len(wanted) > 2 and any(_is_shortened(wanted, word) for word in words):
        return _LEFT_OUT
    return _fuzzy(wanted, title)


def _is_shortened(wanted: str, word: str) -> bool:
    """Whether only letters of a word were left out, and not its first: `slp` for sleep."""
    rest = iter(word)
    return word[0] == wanted[0] and all(letter in rest for letter in wanted)


def _fuzzy(wanted: str, title: str) -> float:
    """Letters that were mistyped or left out; 0 to 100. A first letter is seldom wrong."""
    from rapidfuzz import fuzz

    if len(wanted) < 3:
        return 0.0
    whole = fuzz.partial_ratio(wanted, title) if len(wanted) <= len(title) else 0.0
    each = [
        max(fuzz.ratio(part, word[: len(part) + 1]) for word in title.split())
        for part in wanted.split()
    ]
    return max(whole - 15, sum(each) / len(each) - 5)


def _key_likeness(wanted: str, key: str) -> float:
    return _EXACT if wanted in {each.strip() for each in _folded(key).split(" / ")} else 0.0


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Without case, accents and marks, with single blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        " " if letter in ":…–—()" else letter
        for letter in plain
        if not unicodedata.combining(letter)
    )
    return " ".join("".join(kept).split())
