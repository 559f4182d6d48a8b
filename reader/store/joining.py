"""Two libraries made one: what one of them lacks, or has in an older version, is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store.annotation_rows import StoredRow, stored_rows
from reader.store.change_names import JOIN
from reader.store.edit import Edit
from reader.store.migrations import COLOURS_MADE
from reader.store.rows import moment_column

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

_KEYS = {
    "episodes": "id",
    "pairings": "id",
    "readings": "id",
    "drafts": "annotation_id",
    "sync_maps": "id",
    "corrections": "id",
    "folders": "id",
    "sync_checks": "id",
    "voice_names": "id",
    "colours": "number",
}
_STAMPS = {
    "annotations": "SELECT id, updated_at, deleted_at IS NOT NULL FROM annotations",
    "corrections": (
        "SELECT 'corrections ' || id, updated_at, deleted_at IS NOT NULL FROM corrections"
    ),
    "voice_names": "SELECT 'voices ' || id, updated_at, is_taken_back FROM voice_names",
    "sync_maps": "SELECT 'sync ' || id, updated_at, 0 FROM sync_maps",
    "colours": (
        "SELECT 'colours ' || number, updated_at, 0 FROM colours"
        f" WHERE updated_at != '{COLOURS_MADE}'"
    ),
}
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


class Stamp(NamedTuple):
    """When something that is kept was changed last (UTC), and whether it is deleted."""

    updated: str
    is_deleted: bool


Stamps = Mapping[str, Stamp]
"""Of annotations by their ids, of all else by its kind and id: "corrections" and so on."""


def stamps(connection: Connection) -> dict[str, Stamp]:
    """Of all that a listener has kept in a library, also of what is deleted."""
    tables = {name for (name,) in connection.execute(_TABLES)}
    return {
        key: Stamp(updated, bool(is_deleted))
        for table, select in _STAMPS.items()
        if table in tables or table == "annotations"  # an earlier Earmark's library has fewer
        for key, updated, is_deleted in connection.execute(select)
    }


def stamps_at(path: Path) -> dict[str, Stamp] | None:
    """Of the library that is at `path` now; None where there is none that can be read."""
    from sqlite3 import Error

    from reader.store.copying import opened_to_read
    from reader.store.faults import store_errors

    try:
        with store_errors(path), closing(opened_to_read(path)) as connection:
            return stamps(connection)
    except (StoreError, Error):
        return None


def stamp_of(annotation: Annotation) -> Stamp:
    """As its row has it."""
    return Stamp(moment_column(annotation.updated.astimezone(UTC)), annotation.is_deleted)


def latest(one: Stamps, other: Stamps) -> Stamps:
    """Of each annotation the later stamp."""
    later = {key: stamp for key, stamp in other.items() if key not in one or one[key] < stamp}
    return {**one, **later}


def lacking(ours: Stamps, theirs: Stamps) -> frozenset[str]:
    """The ids of what another library does not have, or only in an older version."""
    return frozenset(key for key, stamp in ours.items() if _is_lacking(stamp, theirs.get(key)))


def _is_lacking(our: Stamp, their: Stamp | None) -> bool:
    return not our.is_deleted if their is None else their.updated < our.updated


def join(database: Database, other: Database, now: datetime) -> None:
    """Take in all of `other` that `database` lacks, within its transaction; one command undoes
    what it does to annotations.

    Of two versions of one thing the later stays. Raises sqlite3.IntegrityError for an annotation
    whose episode neither of them knows.
    """
    for table, key in _KEYS.items():
        _join_rows(database, other, table, key)
    edit = Edit(database, now)
    for row in stored_rows(other, "1", ()):
        _join_annotation(edit, row)
    edit.finish(JOIN)


def _join_annotation(edit: Edit, row: StoredRow) -> None:
    theirs = row.annotation
    ours = edit.find(theirs.id)
    if ours is None:
        if theirs.is_deleted:
            return
        edit.put(theirs)
    elif ours.updated >= theirs.updated:
        return
    elif theirs.is_deleted:
        edit.delete(theirs.id)
    else:
        edit.change_to(theirs)
    edit.stamp(theirs.id, theirs.updated)


def _join_rows(database: Database, other: Database, table: str, key: str) -> None:
    ours = {row[key]: row["updated_at"] for row in database.table(table).rows}
    later: list[dict[str, Any]] = [
        row
        for row in other.table(table).rows
        if row[key] not in ours or ours[row[key]] < row["updated_at"]
    ]
    database.table(table).upsert_all(later, pk=key)
