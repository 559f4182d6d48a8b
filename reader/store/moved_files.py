"""Files that lie elsewhere now: the rows that name them are brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.store.rows import KnownFile, file_columns, file_in, known_file

if TYPE_CHECKING:
    from sqlite_utils import Database

_PLACES = (
    ("episodes", "recording"),
    ("episodes", "transcript"),
    ("pairings", "recording"),
    ("pairings", "transcript"),
    ("readings", "transcript"),
)


class _Named(NamedTuple):
    """A file, and the row that names it."""

    table: str
    kind: str
    row_id: str
    file: KnownFile


def follow(database: Database, former: KnownFile, file: KnownFile) -> bool:
    """Where a file was moved with its folder, its neighbours were too: those that are gone and
    lie beside it now, with the same content, are known there. Whether there were any."""
    old, new = former.path.parent, file.path.parent
    if old == new or _is_there(former.path):
        return False
    gone = [
        named
        for named in _all_named(database)
        if named.file.path.parent == old and not _is_there(named.file.path)
    ]
    moved = [(named, known_file(new / named.file.path.name)) for named in gone]
    same = [(named, found) for named, found in moved if found.has_content_of(named.file)]
    for named, found in same:
        _write(database, named, found)
    return bool(same)


def is_another(database: Database, former: Path, path: Path) -> bool:
    """Whether a file holds something else than what was known at `former`."""
    keys = {named.file.key for named in _named_at(database, former)} - {""}
    return bool(keys) and known_file(path).key not in keys


def replace(database: Database, former: Path, path: Path) -> None:
    """Take a file for the one at `former`, whatever it holds."""
    file = known_file(path)
    for named in list(_named_at(database, former)):
        _write(database, named, file)


def _named_at(database: Database, path: Path) -> Iterator[_Named]:
    absolute = known_file(path).path
    return (named for named in _all_named(database) if named.file.path == absolute)


def _all_named(database: Database) -> list[_Named]:
    return [
        _Named(table, kind, row["id"], file)
        for table, kind in _PLACES
        for row in database.query(f"SELECT id, {kind}_path, {kind}_key FROM {table}")
        if (file := file_in(row, kind)) is not None
    ]


def _write(database: Database, named: _Named, file: KnownFile) -> None:
    columns = file_columns(named.kind, file)
    holes = ", ".join(f"{name} = :{name}" for name in columns)
    database.execute(
        f"UPDATE {named.table} SET {holes} WHERE id = :row_id", {**columns, "row_id": named.row_id}
    )


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where no one may look
