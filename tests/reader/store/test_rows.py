"""Rows are written as they are given."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from reader.store.rows import put_row


def test_a_row_is_written_in_place_of_the_one_with_its_id() -> None:
    with closing(Database(sqlite3.connect(":memory:"), execute_plugins=False)) as database:
        database.table("said").create({"id": str, "words": str, "order": int}, pk="id")
        put_row(database, "said", {"id": "a", "words": "Salt.", "order": 1})
        put_row(database, "said", {"id": "b", "words": "Wind.", "order": 2})
        put_row(database, "said", {"id": "a", "words": "Gulls.", "order": 3})
        found = database.execute("SELECT id, words, [order] FROM said ORDER BY id").fetchall()
    assert found == [("a", "Gulls.", 3), ("b", "Wind.", 2)]
