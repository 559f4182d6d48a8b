"""Rows are read from the pages of a file as SQLite wrote them, and any bytes are borne."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.store.page_records import Pages

VALUES = some.none() | some.integers(-(2**63), 2**63 - 1) | some.binary() | some.text()
LONG = some.integers(0, 20_000).map(lambda length: "é" * length)


@given(some.lists(some.tuples(VALUES, VALUES | LONG), max_size=30))
def test_all_rows_are_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, object]]
) -> None:
    path = tmp_path_factory.mktemp("pages") / "rows.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE rows (one, two)")
        connection.executemany("INSERT INTO rows VALUES (?, ?)", rows)
    found = [record for record in Pages(path).records() if len(record.values) == 2]
    assert [record.number for record in found] == list(range(1, len(rows) + 1))
    read = [
        tuple(
            value.decode() if is_text and isinstance(value, bytes) else value
            for value, is_text in zip(record.values, record.is_text, strict=True)
        )
        for record in found
    ]
    assert read == rows


def test_a_float_is_read(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "rows.db")) as connection, connection:
        connection.execute("CREATE TABLE rows (one, two)")
        connection.execute("INSERT INTO rows VALUES (1.25, 3.0)")
    (record,) = [each for each in Pages(tmp_path / "rows.db").records() if len(each.values) == 2]
    assert record.values == (1.25, 3.0)


@given(some.binary(max_size=9_000))
def test_any_bytes_are_borne(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("pages") / "rows.db"
    path.write_bytes(b"\x0d" + content)
    list(Pages(path).records())


def test_a_chain_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    path = tmp_path / "rows.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE rows (one)")
        connection.execute("INSERT INTO rows VALUES (?)", ["x" * 50_000])
    content = bytearray(path.read_bytes())
    content[2 * 4096 : 2 * 4096 + 4] = (3).to_bytes(4, "big")  # page 3 goes on in itself
    path.write_bytes(content)
    assert list(Pages(path).records())
