"""Finding kept passages by their words, as they are typed.

Words are looked up in one index, without accents. A second one knows any three characters in a
row: by it are found Chinese, Japanese or Thai, which part no words, Korean, which joins words and
endings, signs such as those of C++, and parts of words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotation import Annotation, AnnotationKind
from reader.store.annotation_rows import StoredRow, stored_rows
from reader.store.rows import moment_column
from reader.store.terms import Snippet, Term, quoted, snippet, terms_in

if TYPE_CHECKING:
    from sqlite_utils import Database

RANKED = 1_000
"""Only so many, the newest, are ranked where a word is found more often: for "the" or a single
letter an order of all would take long and say nothing."""

_LIKE = re.compile(r"[%_!]")
_VOICED = """
    EXISTS (SELECT 1 FROM json_each(:voices) WHERE instr(lower(voice), lower(value)) > 0)
"""
_TAGGED = """id IN (
    SELECT annotation_id FROM annotation_tags JOIN tags ON tags.id = tag_id
    WHERE name LIKE :{hole} ESCAPE '!'
)"""
_EVERY = 1_000_000  # found, where the order is another than the best fit
_GATHERED = 5_000  # numbers that pass the filters
_GROUPS = 200  # a character that begins more is found more often than anyone reads


class FoundOrder(Enum):
    """What comes first."""

    BEST = "best"  # what fits best; without words the newest
    NEWEST = "newest"
    BY_EPISODE = "episode"  # by titles, then in order of time
    LATEST_EPISODE = "latest"  # that of the newest first, the newest of each first


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look among; None lets all pass. `since` is when it was made, with its offset.

    Of `colours` one has to fit (0: bookmarks), of `tags` all, each by its start; of `voices` one,
    by any part of its name.
    """

    colour: int | None = None
    tag: str | None = None
    kind: AnnotationKind | None = None
    episode_id: str | None = None
    since: datetime | None = None
    is_unreviewed: bool | None = None
    is_noted: bool | None = None
    colours: frozenset[int] = frozenset()
    tags: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundAnnotation:
    """One that fits, and the title of its episode."""

    annotation: Annotation
    episode_title: str
    terms: tuple[Term, ...] = ()

    @cached_property
    def snippets(self) -> tuple[Snippet, Snippet]:
        """Pieces of its quote and of its note with the hits; made when first asked for."""
        quote, note = self.annotation.selector.quote.exact, self.annotation.note
        return snippet(quote, self.terms), snippet(note, self.terms)


class _Passing(NamedTuple):
    """The condition in SQL that filters set, empty if all pass, and its values."""

    condition: str
    values: dict[str, Any]

    is_broad: bool = False

    def among(self, index: str) -> str:
        """The condition for rows of an index; empty if all pass."""
        if not self.condition:
            return ""
        if self.is_broad:  # most hits pass, so few have to be looked up until there are enough
            passes = f"number = {index}.rowid AND {self.condition}"
            return f"AND EXISTS (SELECT 1 FROM annotations WHERE {passes})"
        # The plus keeps SQLite from asking the index of words once for each number.
        chosen = f"SELECT number FROM annotations WHERE deleted_at IS NULL AND {self.condition}"
        return f"AND +rowid IN ({chosen})"


def search(
    database: Database,
    text: str,
    filters: Filters,
    limit: int,
    order: FoundOrder = FoundOrder.BEST,
) -> list[FoundAnnotation]:
    """The first `limit` in an order: the best fits, then parts of words; the newest where nothing
    is looked for."""
    terms = tuple(terms_in(text))
    passing = _passing(database, filters)
    reach = limit if order is FoundOrder.BEST else _EVERY
    numbers = _best(database, terms, passing, reach) if terms else _newest(database, passing, reach)
    if order is not FoundOrder.BEST:
        numbers = _ordered(database, numbers, order)[:limit]
    found = [row.annotation for row in _rows(database, numbers)]
    titles = _titles(database, {annotation.episode_id for annotation in found})
    return [FoundAnnotation(one, titles[one.episode_id], terms) for one in found]


def _best(database: Database, terms: Sequence[Term], passing: _Passing, limit: int) -> list[int]:
    """Numbers of annotations, the best first; those with parts of words after the others."""
    words = " AND ".join(_words(term) for term in terms if not term.is_part)
    parts = [_parts(database, term) for term in terms if term.is_part]
    if not words:
        return _with_parts(database, parts, passing, limit)
    numbers = _with_words(database, words, parts, passing, limit)
    if len(numbers) < limit and all(len(term.text) >= 3 for term in terms):
        anywhere = [_parts(database, term) for term in terms]
        numbers += _with_parts(database, anywhere, passing, limit)
    return list(dict.fromkeys(numbers))[:limit]


def _words(term: Term) -> str:
    return f"{quoted(term.text)}{' *' if term.is_open else ''}"


def _parts(database: Database, term: Term) -> str:
    """What finds these characters among groups of three; one or two are the start of some."""
    if len(term.text) >= 3:
        return quoted(term.text)
    start = term.text.lower()
    rows = database.execute(
        """
        SELECT term FROM annotation_part_terms WHERE term >= ? AND term < ?
        ORDER BY doc DESC LIMIT ?
        """,
        [start, f"{start}\U0010ffff", _GROUPS],
    )
    return " OR ".join(quoted(group) for (group,) in rows) or quoted(term.text)


def _passing(database: Database, filters: Filters) -> _Passing:
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
        "noted": "(note != '') = :noted",
    }
    values = {
        "colour": filters.colour,
        "tag": filters.tag,
        "kind": filters.kind and filters.kind.value,
        "episode": filters.episode_id,
        "since": filters.since and moment_column(filters.since.astimezone(UTC)),
        "untidied": filters.is_unreviewed,
        "noted": filters.is_noted,
    }
    if filters.colours:
        conditions["colours"] = "colour IN (SELECT value FROM json_each(:colours))"
        values["colours"] = json.dumps(sorted(filters.colours))
    for k, tag in enumerate(filters.tags):
        conditions[f"tag{k}"] = _TAGGED.format(hole=f"tag{k}")
        values[f"tag{k}"] = _LIKE.sub(r"!\g<0>", tag) + "%"
    if filters.voices:
        conditions["voices"] = _VOICED
        values["voices"] = json.dumps(list(filters.voices))
    given = {name: value for name, value in values.items() if value is not None}
    condition = " AND ".join(conditions[name] for name in given)
    return _Passing(condition, given, bool(given) and _is_broad(database, condition, given))


def _is_broad(database: Database, condition: str, values: dict[str, Any]) -> bool:
    """Whether too many pass to gather them first."""
    rows = database.execute(
        f"""
        SELECT 1 FROM annotations WHERE deleted_at IS NULL AND {condition}
        LIMIT 1 OFFSET {_GATHERED}
        """,
        values,
    )
    return rows.fetchone() is not None


def _with_words(
    database: Database, words: str, parts: Sequence[str], passing: _Passing, limit: int
) -> list[int]:
    holes = {f"part{index}": part for index, part in enumerate(parts)}
    with_parts = "".join(
        f" AND +rowid IN (SELECT rowid FROM annotation_parts WHERE annotation_parts MATCH :{hole})"
        for hole in holes
    )
    rows = database.execute(
        f"""
        WITH newest AS MATERIALIZED (
            SELECT rowid AS number, bm25(annotation_words) AS score FROM annotation_words
            WHERE annotation_words MATCH :words {with_parts} {passing.among("annotation_words")}
            ORDER BY rowid DESC LIMIT :ranked
        )
        SELECT number FROM newest ORDER BY score, number DESC LIMIT :limit
        """,
        {**passing.values, **holes, "words": words, "limit": limit, "ranked": max(RANKED, limit)},
    )
    return [number for (number,) in rows]


def _with_parts(
    database: Database, parts: Sequence[str], passing: _Passing, limit: int
) -> list[int]:
    rows = database.execute(
        f"""
        SELECT rowid FROM annotation_parts
        WHERE annotation_parts MATCH :parts {passing.among("annotation_parts")}
        ORDER BY rowid DESC LIMIT :limit
        """,
        {**passing.values, "parts": " AND ".join(f"({part})" for part in parts), "limit": limit},
    )
    return [number for (number,) in rows]


def _newest(database: Database, passing: _Passing, limit: int) -> list[int]:
    condition = f"AND {passing.condition}" if passing.condition else ""
    rows = database.execute(
        f"""
        SELECT number FROM annotations WHERE deleted_at IS NULL {condition}
        ORDER BY created_at DESC, number DESC LIMIT :limit
        """,
        {**passing.values, "limit": limit},
    )
    return [number for (number,) in rows]


def _ordered(database: Database, numbers: Iterable[int], order: FoundOrder) -> list[int]:
    """All numbers in an order that is not the search's own; before any are left out."""
    rows = database.execute(
        """
        SELECT number, created_at, episode_id, recording_start_ms, recording_end_ms
        FROM annotations WHERE number IN (SELECT value FROM json_each(?))
        """,
        [json.dumps(list(numbers))],
    ).fetchall()
    if order is FoundOrder.NEWEST:
        rows.sort(key=lambda row: (row[1], row[0]), reverse=True)
    elif order is FoundOrder.LATEST_EPISODE:
        latest: dict[str, tuple[str, int]] = {}
        for row in rows:
            latest[row[2]] = max(latest.get(row[2], ("", 0)), (row[1], row[0]))
        rows.sort(key=lambda row: (latest[row[2]], row[1], row[0]), reverse=True)
    else:
        titles = _titles(database, {row[2] for row in rows})
        rows.sort(key=lambda row: (titles[row[2]].casefold(), *row[2:], row[0]))
    return [row[0] for row in rows]


def _titles(database: Database, episode_ids: Iterable[str]) -> dict[str, str]:
    rows = database.execute(
        "SELECT id, title FROM episodes WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(episode_ids))],
    )
    return dict(rows.fetchall())


def _rows(database: Database, numbers: Sequence[int]) -> list[StoredRow]:
    """In the order of their numbers in `numbers`."""
    holes = ", ".join("?" * len(numbers))
    rows = stored_rows(database, f"number IN ({holes})", list(numbers))
    by_number = {row.number: row for row in rows}
    return [by_number[number] for number in numbers if number in by_number]
