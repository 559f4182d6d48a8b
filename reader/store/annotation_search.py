"""Finding kept passages by their words, as they are typed.

Words are looked up in one index, without accents. A second one knows any three characters in a
row: by it are found Chinese, Japanese or Thai, which part no words, signs such as those of
C++, and parts of words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotation import Annotation, AnnotationKind
from reader.search import SearchText
from reader.store.annotation_rows import SELECT, annotation_in
from reader.store.rows import moment_column, text_column

if TYPE_CHECKING:
    from sqlite_utils import Database

RANKED = 2_000
"""Only so many, the newest, are ranked where a word is found more often: for "the" or a single
letter an order of all would take long and tell nothing."""

SNIPPET = 160
"""Characters of a snippet, without the dots where it was cut."""

_TERM = re.compile(r'["“„]([^"“”„]*)(["“”„])?|([^\s"“”„]+)')
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff"
    r"\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SIGNS = frozenset("#@%&*/\\_")  # mean something in C#, @name, 50%; other punctuation does not
_TERMS_OF_SHORT = 400  # a character begins no more than so many groups of three, looked up at once


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look among; None lets all pass. `since` is when it was made, with its offset."""

    colour: int | None = None
    tag: str | None = None
    kind: AnnotationKind | None = None
    episode_id: str | None = None
    since: datetime | None = None
    is_untidied: bool | None = None


class Found(NamedTuple):
    """One that fits: where it is from, and the part of its quote or note that fits best.

    `marks` are start and end of each hit in `snippet`. The smaller `rank`, the better; it is 0
    for parts of words and where nothing was looked for.
    """

    annotation: Annotation
    episode_title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    rank: float


class Term(NamedTuple):
    """What must be found: words in a row, or any characters. With `is_open` the last word may go
    on: it is still being typed."""

    text: str
    is_part: bool = False
    is_open: bool = False


def terms_in(text: str) -> list[Term]:
    """What a reader looks for; a quotation mark begins a phrase, and need not be closed."""
    found = list(_TERM.finditer(unicodedata.normalize("NFC", text_column(text))))
    terms = []
    for match in found:
        phrase, closing, word = match.groups()
        words = _bare(" ".join(phrase.split()) if word is None else word)
        if words:
            is_open = match is found[-1] and not closing
            terms.append(Term(words, _is_part(words), is_open))
    return terms


def search(database: Database, text: str, filters: Filters, limit: int) -> list[Found]:
    """The best `limit` fits, then parts of words; the newest where nothing is looked for."""
    terms = terms_in(text)
    where, values = _where(filters)
    if terms:
        ranks = _ranks(database, terms, where, values, limit)
    else:
        ranks = dict.fromkeys(_newest(database, where, values, limit), 0.0)
    return [
        Found(annotation, title, *_snippet(annotation, terms), ranks[number])
        for number, title, annotation in _annotations(database, list(ranks))
    ]


def _bare(word: str) -> str:
    """Without the punctuation around it; empty if nothing is left to be found."""
    start, end = 0, len(word)
    while start < end and not _counts(word[start]):
        start += 1
    while end > start and not _counts(word[end - 1]):
        end -= 1
    return word[start:end]


def _counts(character: str) -> bool:
    return (
        character.isalnum()
        or character in _SIGNS
        or unicodedata.category(character)[0] in ("S", "M")
    )


def _is_part(words: str) -> bool:
    """Whether the index of words would not find just this."""
    return bool(_UNSPACED.search(words)) or any(
        character in _SIGNS or unicodedata.category(character)[0] == "S" for character in words
    )


def _ranks(
    database: Database, terms: Sequence[Term], where: str, values: dict[str, Any], limit: int
) -> dict[int, float]:
    """Numbers of annotations, the best first, with their ranks."""
    words = " AND ".join(_words(term) for term in terms if not term.is_part)
    parts = [_parts(database, term) for term in terms if term.is_part]
    if not words:
        return dict.fromkeys(_with_parts(database, parts, where, values, limit), 0.0)
    ranks = _with_words(database, words, parts, where, values, limit)
    if len(ranks) < limit and all(len(term.text) >= 3 for term in terms):
        anywhere = [_parts(database, term) for term in terms]
        for number in _with_parts(database, anywhere, where, values, limit):
            ranks.setdefault(number, 0.0)
    return dict(list(ranks.items())[:limit])


def _words(term: Term) -> str:
    return f"{_quoted(term.text)}{' *' if term.is_open else ''}"


def _parts(database: Database, term: Term) -> str:
    """What finds these characters among groups of three; one or two are the start of some."""
    if len(term.text) >= 3:
        return _quoted(term.text)
    start = term.text.lower()
    rows = database.execute(
        "SELECT term FROM annotation_part_terms WHERE term >= ? AND term < ? LIMIT ?",
        [start, f"{start}\U0010ffff", _TERMS_OF_SHORT],
    )
    return " OR ".join(_quoted(group) for (group,) in rows) or _quoted(term.text)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _where(filters: Filters) -> tuple[str, dict[str, Any]]:
    """The numbers that pass; an empty condition if all do."""
    conditions = {
        "colour": "colour = :colour",
        "tag": """id IN (
            SELECT annotation_id FROM annotation_tags JOIN tags ON tags.id = tag_id
            WHERE name = :tag
        )""",
        "kind": "kind = :kind",
        "episode": "episode_id = :episode",
        "since": "created_at >= :since",
        "untidied": "is_untidied = :untidied",
    }
    values = {
        "colour": filters.colour,
        "tag": filters.tag,
        "kind": filters.kind and filters.kind.value,
        "episode": filters.episode_id,
        "since": filters.since and moment_column(filters.since.astimezone(UTC)),
        "untidied": filters.is_untidied,
    }
    given = {name: value for name, value in values.items() if value is not None}
    return " AND ".join(conditions[name] for name in given), given


def _among(where: str) -> str:
    # The plus keeps SQLite from asking the index of words once for each number.
    chosen = f"SELECT number FROM annotations WHERE deleted_at IS NULL AND {where}"
    return f" AND +rowid IN ({chosen})" if where else ""


def _with_words(
    database: Database,
    words: str,
    parts: Sequence[str],
    where: str,
    values: dict[str, Any],
    limit: int,
) -> dict[int, float]:
    holes = {f"part{index}": part for index, part in enumerate(parts)}
    with_parts = "".join(
        f" AND +rowid IN (SELECT rowid FROM annotation_parts WHERE annotation_parts MATCH :{hole})"
        for hole in holes
    )
    rows = database.execute(
        f"""
        WITH newest AS MATERIALIZED (
            SELECT rowid AS number FROM annotation_words
            WHERE annotation_words MATCH :words {with_parts} {_among(where)}
            ORDER BY rowid DESC LIMIT {RANKED}
        )
        SELECT rowid, bm25(annotation_words) AS score FROM annotation_words
        WHERE annotation_words MATCH :words AND rowid >= (SELECT min(number) FROM newest)
            AND +rowid IN (SELECT number FROM newest)
        ORDER BY score, rowid DESC LIMIT :limit
        """,
        {**values, **holes, "words": words, "limit": limit},
    )
    return dict(rows.fetchall())


def _with_parts(
    database: Database, parts: Sequence[str], where: str, values: dict[str, Any], limit: int
) -> list[int]:
    rows = database.execute(
        f"""
        SELECT rowid FROM annotation_parts WHERE annotation_parts MATCH :parts {_among(where)}
        ORDER BY rowid DESC LIMIT :limit
        """,
        {**values, "parts": " AND ".join(f"({part})" for part in parts), "limit": limit},
    )
    return [number for (number,) in rows]


def _newest(database: Database, where: str, values: dict[str, Any], limit: int) -> list[int]:
    rows = database.execute(
        f"""
        SELECT number FROM annotations WHERE deleted_at IS NULL {where and f"AND {where}"}
        ORDER BY created_at DESC, number DESC LIMIT :limit
        """,
        {**values, "limit": limit},
    )
    return [number for (number,) in rows]


def _annotations(
    database: Database, numbers: Sequence[int]
) -> Iterator[tuple[int, str, Annotation]]:
    """In the order of `numbers`, with the titles of their episodes."""
    select = SELECT.replace("SELECT ", "SELECT annotations.number, episodes.title, ", 1)
    holes = ", ".join("?" * len(numbers))
    rows = database.execute(
        f"{select} JOIN episodes ON episodes.id = episode_id WHERE annotations.number IN ({holes})",
        list(numbers),
    )
    by_number = {row[0]: row for row in rows}
    for number in numbers:
        row = by_number.get(number)
        if row:  # another process may just have deleted it for good
            yield number, row[1], annotation_in(row[2:])


def _snippet(
    annotation: Annotation, terms: Sequence[Term]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of the quote or of the note with the most hits, and where they are in it."""
    texts = [annotation.selector.quote.exact, annotation.note]
    marked = [(text, _marks(text, terms)) for text in texts]
    text, marks = max(marked, key=lambda pair: (len(pair[1]), bool(pair[0]) and not pair[1]))
    return _cut(text, marks)
