"""Files that lie elsewhere now: the rows that name them are brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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


class MovedFile(NamedTuple):
    """A file that may have been moved with its folder, and what was known to lie beside it."""

    former: KnownFile
    file: KnownFile
    neighbours: tuple[_Named, ...]


Followed = list[tuple[_Named, KnownFile]]
"""What the library names, and where it lies now."""


def move(database: Database, former: KnownFile, file: KnownFile) -> MovedFile:
    """What is to be looked for where a file lies elsewhere now. Asks the database alone."""
    old, new = former.path.parent, file.path.parent
    beside = (each for each in _all_named(database) if each.file.path.parent == old)
    return MovedFile(former, file, tuple(beside) if old != new else ())


def looked_for(moves: Iterable[MovedFile]) -> Followed:
    """Where a file was moved with its folder, its neighbours were too: those that are gone and
    lie beside it now, with the same content. Asks the disk alone."""
    return [found for each in moves for found in _found(each)]


def _found(move: MovedFile) -> Iterator[tuple[_Named, KnownFile]]:
    if not move.neighbours or is_there(move.former.path):
        return
    for named in move.neighbours:
        if not is_there(named.file.path):
            found = known_file(move.file.path.parent / named.file.path.name)
            if found.has_content_of(named.file):
                yield named, found


def follow(database: Database, followed: Followed) -> None:
    """Know files where they lie now."""
    for named, found in followed:
        _write(database, named, found)


def is_another(database: Database, former: Path, file: KnownFile) -> bool:
    """Whether a file holds something else than what was known at `former`."""
    keys = {named.file.key for named in _named_at(database, former)} - {""}
    return bool(keys) and file.key not in keys


def replace(database: Database, former: Path, file: KnownFile) -> None:
    """Take a file for the one at `former`, whatever it holds."""
    for named in list(_named_at(database, former)):
        _write(database, named, file)


def _named_at(database: Database, path: Path) -> Iterator[_Named]:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - as `known_file` does
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


def is_there(path: Path) -> bool:
    """Whether something lies there; False where nobody may look."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where no one may look
