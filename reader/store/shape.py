"""The shape of the library: what its tables are made of, and whether a file has it.

One bit in the schema of a file gives a column another name, or a table none. SQLite then reports
a mistake in our SQL, or nothing at all, where the file is damaged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database, Migrations

from reader.store.faults import reason_of
from reader.store.migrations import STEPS, Step

_FTS = ("_data", "_idx", "_docsize", "_config", "_content")  # kept by SQLite itself


class Column(NamedTuple):
    """A column; `affinity` is what SQLite makes of its declared type."""

    name: str
    affinity: str
    is_required: bool
    key: int  # its place in the primary key; 0 outside


def migrations(steps: Sequence[Step]) -> Migrations:
    """The steps as sqlite-utils knows them."""
    found = Migrations("earmark")
    for step in steps:
        found()(step)
    return found


@lru_cache(maxsize=2)
def tables(steps: tuple[Step, ...] = STEPS) -> dict[str, tuple[Column, ...]]:
    """The columns of all tables with rows of our own, as the steps make them."""
    with closing(_made(steps)) as database:
        return {name: _columns(database.conn, name) for name in _own_tables(database.conn)}


def is_newer(database: Database, steps: Sequence[Step] = STEPS) -> bool:
    """Whether a newer Earmark has changed it. Raises what SQLite reports."""
    return bool(_applied(database) - {step.__name__ for step in steps})


def is_spoilt(database: Database, steps: Sequence[Step] = STEPS) -> bool:
    """Whether something of what Earmark made is not there; what others added does no harm.

    Raises what SQLite reports of the disk.
    """
    try:
        with _at_one_moment(database.conn):
            return _is_spoilt(database, tuple(steps))
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        if reason_of(error):
            raise
        return True  # not even that can be asked


@contextmanager
def _at_one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read in it is of one state: another process may be making the tables."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def _is_spoilt(database: Database, steps: tuple[Step, ...]) -> bool:
    applied, names = _applied(database), [step.__name__ for step in steps]
    if not applied:
        return bool(set(_own_tables(database.conn)) & set(tables()))
    is_newer = not applied <= set(names)
    if set(names) <= applied and is_newer:
        return False  # what it has to look like, only the newer Earmark knows
    count = len(applied)
    has_gaps = is_newer or applied != set(names[:count])  # steps are done one after the other
    return has_gaps or not _expected(steps[:count]) <= _shape(database.conn)


def _applied(database: Database) -> set[str]:
    return {step.name for step in migrations(()).applied(database)}


@lru_cache(maxsize=2)
def _expected(steps: tuple[Step, ...]) -> frozenset[tuple[object, ...]]:
    with closing(_made(steps)) as database:
        return _shape(database.conn)


def _made(steps: tuple[Step, ...]) -> Database:
    database = Database(sqlite3.connect(":memory:"), execute_plugins=False)
    migrations(steps).apply(database)
    return database


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    ).fetchall()
    virtual = [name for name, sql in rows if _is_virtual(sql)]
    return [name for name, _ in rows if name not in virtual and not name.startswith("_")]


def _own_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    kept_by_sqlite = {name + ending for name, sql in rows if _is_virtual(sql) for ending in _FTS}
    return [name for name in _tables(connection) if name not in kept_by_sqlite]


def _is_virtual(sql: str | None) -> bool:
    return (sql or "").upper().startswith("CREATE VIRTUAL")


def _columns(connection: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    rows = connection.execute(f'PRAGMA table_info("{table}")')
    return tuple(
        Column(name, _affinity(kind), bool(is_required), key)
        for _, name, kind, is_required, _, key in rows
    )


def _shape(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Columns, keys and indexes as SQLite understands them, and the rest as it was written."""
    found: set[tuple[object, ...]] = set()
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    for table in _tables(connection):
        found |= {(table, *column) for column in _columns(connection, table)}
        found |= _row_numbers(connection, table)
    for table in _own_tables(connection):
        keys = connection.execute(f'PRAGMA foreign_key_list("{table}")')
        found |= {(table, *key[2:]) for key in keys}
        indexes = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        found |= {(table, *each[1:], *_indexed(connection, each[1])) for each in indexes}
    for kind, name, sql in rows:
        if kind in ("view", "trigger") or _is_virtual(sql):
            found.add((kind, name, sql))
    return frozenset(found)


def _row_numbers(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    """Only a key of just this type is the number of the row."""
    rows = connection.execute(f'PRAGMA table_info("{table}")')
    return {(table, name, kind.upper()) for _, name, kind, *_, key in rows if key}


def _indexed(connection: sqlite3.Connection, index: str) -> list[str | None]:
    return [row[2] for row in connection.execute(f'PRAGMA index_info("{index}")')]


def _affinity(kind: str) -> str:
    """By the rules of sqlite.org/datatype3.html, section 3.1."""
    kind = kind.upper()
    if "INT" in kind:
        return "INTEGER"
    if any(part in kind for part in ("CHAR", "CLOB", "TEXT")):
        return "TEXT"
    if not kind or "BLOB" in kind:
        return "BLOB"
    return "REAL" if any(part in kind for part in ("REAL", "FLOA", "DOUB")) else "NUMERIC"
