"""Words of the index that are spelled much like one that nobody says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from reader.store.terms import Term, folded, words_of
from reader.store.word_search import is_said, spelled, words_beginning

_MOST, _MOST_OF_SOME = 5, 3
_LIKE_ENOUGH = 0.8  # of 1, by Jaro and Winkler: "Zwix" and "Zwickz" are 0.82
_OTHER_FORM = 0.85  # at least, of words that begin alike: "scaling" and "scalable"
_NEARER, _FARTHER = 0.06, 0.06


def near_words(connection: sqlite3.Connection, terms: Iterable[Term]) -> Iterator[tuple[str, int]]:
    """Those with the same first letter, the nearest first, as the first text spells them; each
    with the number of passages that it is in."""
    words = dict.fromkeys(word for term in terms for word in words_of(folded(term.text)))
    unsaid = [word for word in words if not is_said(connection, word)]
    for word in unsaid:
        yield from _near(connection, word, _MOST if len(unsaid) == 1 else _MOST_OF_SOME)


def _near(connection: sqlite3.Connection, word: str, most: int) -> Iterator[tuple[str, int]]:
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    uses = words_beginning(connection, word[0])
    start = word[: max(3, len(word) - 3)]
    alike = process.extract(
        word, list(uses), scorer=JaroWinkler.similarity, limit=None, score_cutoff=_LIKE_ENOUGH
    )
    scores = {near: score for near, score, _ in alike}
    for near in uses:
        if near.startswith(start) and len(near) <= len(word) + 3:
            scores[near] = max(scores.get(near, 0.0), _OTHER_FORM) + _NEARER
    best = max(scores.values(), default=0.0)
    found = [near for near, score in scores.items() if score >= best - _FARTHER]
    found.sort(key=lambda near: (-round(scores[near], 2), -uses[near]))
    for near in found[:most]:
        yield spelled(connection, near), uses[near]
