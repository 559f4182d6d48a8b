"""Words of the index that are spelled much like one that nobody says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from reader.store.terms import Term, folded, words_of
from reader.store.word_search import is_said, spelled, words_beginning

_MOST = 5
_LIKE_ENOUGH = 80.0  # of 100, by Jaro and Winkler: "Zwix" and "Zwickz" are 82


def near_words(connection: sqlite3.Connection, terms: Iterable[Term]) -> Iterator[tuple[str, int]]:
    """Those with the same first letter, the nearest first, as the first text spells them; each
    with the number of passages that it is in."""
    for word in dict.fromkeys(word for term in terms for word in words_of(folded(term.text))):
        if not is_said(connection, word):
            yield from _near(connection, word)


def _near(connection: sqlite3.Connection, word: str) -> Iterator[tuple[str, int]]:
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    uses = words_beginning(connection, word[0])
    found = process.extract(
        word,
        list(uses),
        scorer=JaroWinkler.similarity,
        limit=4 * _MOST,
        score_cutoff=_LIKE_ENOUGH / 100,
    )
    found.sort(key=lambda each: (-round(each[1], 2), -uses[each[0]]))
    for near, *_ in found[:_MOST]:
        yield spelled(connection, near), uses[near]
