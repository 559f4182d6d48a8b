"""Annotations to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.store.rows import Columns, later_moment, moment_column, new_id, text_column
from reader.time_bounds import bounded

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

SELECTOR_COLUMNS = (
    "exact",
    "prefix",
    "suffix",
    "recording_start_ms",
    "recording_end_ms",
    "transcript_start_ms",
    "transcript_end_ms",
    "position_start",
    "position_end",
)
"""Of a selector, in the order in which `selector_of` takes them."""
COLUMNS = (
    "number",
    "id",
    "episode_id",
    "kind",
    "colour",
    "note",
    "voice",
    *SELECTOR_COLUMNS,
    "is_untidied",
    "created_at",
    "created_offset_minutes",
    "updated_at",
    "updated_offset_minutes",
    "deleted_at",
    "tag_names",
)
"""Of a row, in this order."""
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM annotations WHERE"
_SAME_WORDS = """
    SELECT other.id FROM episodes AS one
    JOIN episodes AS other ON other.recording_key = one.recording_key AND other.id != one.id
    WHERE one.id = :id AND one.recording_key != ''
    UNION
    SELECT other.id FROM episodes AS one
    JOIN episodes AS other ON other.transcript_key = one.transcript_key AND other.id != one.id
    WHERE one.id = :id AND one.transcript_key != ''
"""
_KINDS = {kind.value: kind for kind in AnnotationKind}


class StoredRow(NamedTuple):
    """A row of annotations."""

    values: tuple[Any, ...]

    @property
    def number(self) -> int:
        """By which the search indexes know it."""
        number: int = self.values[0]
        return number

    @property
    def columns(self) -> Columns:
        """What `annotation_columns` gave, and the stamps."""
        columns = dict(zip(COLUMNS, self.values, strict=True))
        return columns | {"tags": list(_tags_in(columns.pop("tag_names")))}

    @property
    def annotation(self) -> Annotation:
        """The value."""
        (
            _,
            key,
            episode_id,
            kind,
            colour,
            note,
            voice,
            *place,
            is_unreviewed,
            created,
            created_offset,
            updated,
            updated_offset,
            deleted,
            tags,
        ) = self.values
        return Annotation(
            key,
            episode_id,
            _KINDS[kind],
            selector_of(place),
            made := _local(created, created_offset),
            made if updated == created else _local(updated, updated_offset),
            note,
            _tags_in(tags),
            colour,
            voice,
            bool(is_unreviewed),
            deleted is not None,
        )


def stored_rows(
    database: Database, where: str, values: Sequence[object], order: str = "number"
) -> list[StoredRow]:
    """The rows of annotations for which `where` holds."""
    rows = database.execute(f"{_SELECT} {where} ORDER BY {order}", values)
    return [StoredRow(row) for row in rows.fetchall()]


def same_words(database: Database | Connection, episode_id: str) -> list[str]:
    """The ids of the other episodes of the same recording, or of the same transcript."""
    return [key for (key,) in database.execute(_SAME_WORDS, {"id": episode_id})]


def annotation_columns(annotation: Annotation) -> Columns:
    """All that is stored of a living annotation."""
    return {
        "id": annotation.id,
        "episode_id": annotation.episode_id,
        "kind": annotation.kind.value,
        "colour": annotation.colour,
        "note": text_column(annotation.note),
        "voice": text_column(annotation.voice),
        **selector_columns(annotation.selector),
        "is_untidied": int(annotation.is_unreviewed),
        "created_at": moment_column(annotation.created.astimezone(UTC)),
        "created_offset_minutes": _offset(annotation.created),
        "deleted_at": None,
        "tags": tag_names(annotation.tags),
    }


def selector_of(values: Sequence[Any]) -> Selector:
    """Where an annotation belongs, from its columns. Raises TypeError and ValueError."""
    exact, prefix, suffix, start, end, said_from, said_to, first, last = values
    return Selector(
        (bounded(start), bounded(end)),
        None if said_from is None or said_to is None else (bounded(said_from), bounded(said_to)),
        TextQuote(exact, prefix, suffix),
        None if first is None or last is None else (int(first), int(last)),
    )


def selector_columns(selector: Selector) -> Columns:
    """Where an annotation belongs."""
    values = (
        *map(text_column, selector.quote),
        *selector.time,
        *(selector.transcript_time or (None, None)),
        *(selector.position or (None, None)),
    )
    return dict(zip(SELECTOR_COLUMNS, values, strict=True))


def tag_names(tags: Iterable[str]) -> list[str]:
    """Each tag once, with single blanks between its words; blank ones left out."""
    names = (" ".join(text_column(tag).split()) for tag in tags)
    return list(dict.fromkeys(filter(None, names)))


def insert_annotation(database: Database, columns: Columns, now: datetime) -> None:
    """Write a new row with its tags."""
    stored = {**columns, **stamps(now)}
    tags = stored.pop("tags")
    stored["tag_names"] = "\n".join(tags)
    names, holes = ", ".join(stored), ", ".join(f":{name}" for name in stored)
    database.execute(f"INSERT INTO annotations ({names}) VALUES ({holes})", stored)
    set_tags(database, columns["id"], tags, now)


def update_annotation(
    database: Database, key: str, columns: Mapping[str, Any], now: datetime
) -> None:
    """Write some columns of a row, its tags if they are among them, and when it was changed."""
    now = later_moment(database, "annotations", key, now)
    stored = {**columns, **stamps(now)}
    tags = stored.pop("tags", None)
    if tags is not None:
        stored["tag_names"] = "\n".join(tags)
    holes = ", ".join(f"{name} = :{name}" for name in stored)
    database.execute(f"UPDATE annotations SET {holes} WHERE id = :key", {**stored, "key": key})
    if tags is not None:
        set_tags(database, key, tags, now)


def stamp_annotation(database: Database, key: str, moment: datetime) -> None:
    """Let an annotation have been changed then, also before its last change."""
    database.execute(
        "UPDATE annotations SET updated_at = :updated_at,"
        " updated_offset_minutes = :updated_offset_minutes WHERE id = :key",
        {**stamps(moment), "key": key},
    )


def stamps(now: datetime) -> Columns:
    """When a row was changed last."""
    return {
        "updated_at": moment_column(now.astimezone(UTC)),
        "updated_offset_minutes": _offset(now),
    }


def set_tags(database: Database, key: str, names: Iterable[str], now: datetime) -> None:
    """Let an annotation have just these tags."""
    database.execute("DELETE FROM annotation_tags WHERE annotation_id = ?", [key])
    for place, name in enumerate(names):
        database.execute(
            "INSERT INTO tags VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
            [new_id(), name, moment_column(now.astimezone(UTC))],
        )
        database.execute(
            "INSERT INTO annotation_tags SELECT ?, id, ? FROM tags WHERE name = ?",
            [key, place, name],
        )


def _tags_in(names: str) -> tuple[str, ...]:
    return tuple(names.split("\n")) if names else ()


def _offset(moment: datetime) -> int:
    """Minutes ahead of UTC. Raises ValueError for a moment without an offset."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{moment} has no offset from UTC")
    return offset // timedelta(minutes=1)


def _local(moment: str, offset: int) -> datetime:
    return datetime.fromisoformat(moment).astimezone(_zone(offset))


@lru_cache
def _zone(offset: int) -> timezone:
    return timezone(timedelta(minutes=offset))
