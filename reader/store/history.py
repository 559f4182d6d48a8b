"""Commands and what they changed, kept so that they can be undone after a restart too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.store.rows import moment_column

if TYPE_CHECKING:
    from sqlite_utils import Database


class Change(NamedTuple):
    """The columns of one row that were changed, and only those, before and after."""

    table: str
    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class Entry(NamedTuple):
    """One command as it was written down."""

    number: int
    name: str


def record(database: Database, name: str, changes: Sequence[Change], now: datetime) -> None:
    """Write a command down as the last one; what was undone can no longer be redone."""
    database.execute("DELETE FROM history WHERE is_undone")
    number = database.execute(
        "INSERT INTO history (name, made_at) VALUES (?, ?)", [name, moment_column(now)]
    ).lastrowid
    database.conn.executemany(
        """
        INSERT INTO history_changes (history_number, changed_table, changed_key, before, after)
        VALUES (?, ?, ?, ?, ?)
        """,
        [
            (number, change.table, change.key, _json(change.before), _json(change.after))
            for change in changes
        ],
    )


def last_done(database: Database) -> Entry | None:
    """What to undo next."""
    return _entry(database, "NOT is_undone ORDER BY number DESC")


def first_undone(database: Database) -> Entry | None:
    """What to redo next."""
    return _entry(database, "is_undone ORDER BY number")


def changes_of(database: Database, entry: Entry) -> list[Change]:
    """In the order in which they were made."""
    rows = database.execute(
        """
        SELECT changed_table, changed_key, before, after FROM history_changes
        WHERE history_number = ? ORDER BY id
        """,
        [entry.number],
    )
    return [Change(table, key, json.loads(old), json.loads(new)) for table, key, old, new in rows]


def mark(database: Database, entry: Entry, *, is_undone: bool) -> None:
    """Keep that an entry was undone or redone."""
    database.execute("UPDATE history SET is_undone = ? WHERE number = ?", [is_undone, entry.number])


def _entry(database: Database, which: str) -> Entry | None:
    row = database.execute(f"SELECT number, name FROM history WHERE {which} LIMIT 1").fetchone()
    return Entry(*row) if row else None


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
