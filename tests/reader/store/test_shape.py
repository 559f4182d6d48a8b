"""What a library is made of, looked at while another process makes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.store import shape
from reader.store.migrations import STEPS
from reader.store.shape import is_spoilt, migrations


def test_a_library_that_another_process_is_making_is_not_taken_for_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables come between two looks: "none was made yet" and "here they are"."""
    path = tmp_path / "earmark.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode = WAL")
    looked = shape._applied

    def look_and_be_overtaken(database: Database) -> set[str]:
        found = looked(database)
        with closing(Database(sqlite3.connect(path), execute_plugins=False)) as other:
            migrations(STEPS).apply(other)
        return found

    monkeypatch.setattr(shape, "_applied", look_and_be_overtaken)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert not is_spoilt(Database(connection, execute_plugins=False))


@pytest.mark.parametrize("look", [is_spoilt])
def test_a_look_leaves_no_transaction(tmp_path: Path, look: Callable[[Database], bool]) -> None:
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as connection:
        look(Database(connection, execute_plugins=False))
        assert not connection.in_transaction
