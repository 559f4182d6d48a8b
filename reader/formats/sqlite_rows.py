"""Rows of a table in an SQLite file that another program wrote.

The file is opened as one that nobody changes: nothing is locked, written or made beside it, and
what a program that has it open keeps in a log is not seen. All work that it can ask for is bounded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from reader.formats.source import Source
from reader.sqlite_address import sqlite_address

MAGIC = b"SQLite format 3\x00"

_MOST_ROWS = 16
_MOST_STEPS = 100_000  # of SQLite's machine: a schema, or what it calls a table, may be endless
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 8_000_000,  # bytes of a row
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,  # bytes of what makes one table
}
_VERSIONS = slice(18, 20)  # where a header says that there is a log, which memory has no room for


def first_rows(source: Source, table: str, *columns: str) -> list[tuple[object, ...]]:
    """The first few rows, of these columns. Raises ValueError where they cannot be read."""
    try:
        with _opened(source) as database:
            for limit, most in _LIMITS.items():
                database.setlimit(limit, most)
            database.set_progress_handler(lambda: True, _MOST_STEPS)
            database.execute("PRAGMA trusted_schema = OFF")
            asked = f"SELECT {', '.join(columns)} FROM {table} LIMIT {_MOST_ROWS}"
            return database.execute(asked).fetchall()
    except sqlite3.Error as error:
        raise ValueError("no sound database") from error


@contextmanager
def _opened(source: Source) -> Iterator[sqlite3.Connection]:
    if source.path is not None:
        address = sqlite_address(source.path.absolute(), "mode=ro&immutable=1")
        with closing(sqlite3.connect(address, uri=True)) as database:
            yield database
        return
    assert source.file is not None
    content = bytearray(source.file.read())
    content[_VERSIONS] = b"\x01\x01"
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(bytes(content))
        yield database
