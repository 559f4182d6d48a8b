"""The log beside a database is read as SQLite reads it, and what SQLite would drop is seen."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.store.log_frames import is_log_spoilt, log_in, log_of, read_log


def a_log(folder: Path, commits: int = 5) -> Path:
    """Of a database with a row for each commit; the file as a killed process leaves it."""
    folder.mkdir()
    path = folder / "killed.db"
    with closing(sqlite3.connect(folder / "used.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE rows (text)")
        for number in range(commits):
            with connection:
                connection.execute("INSERT INTO rows VALUES (?)", [f"row {number}"])
        for ending in ("", "-wal"):
            shutil.copy(folder / f"used.db{ending}", f"{path}{ending}")
    return path


@pytest.fixture(name="path", scope="module")
def log_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_log(tmp_path_factory.mktemp("log") / "made")


def rows_by_sqlite(path: Path, log: bytes, folder: Path) -> int:
    """How many rows SQLite finds with this log."""
    shutil.copy(path, folder / "seen.db")
    (folder / "seen.db-wal").write_bytes(log)
    with closing(sqlite3.connect(folder / "seen.db")) as connection:
        try:
            count: int = connection.execute("SELECT count(*) FROM rows").fetchone()[0]
        except sqlite3.OperationalError:  # not even the table
            return 0
    return count


def test_a_sound_log_verifies(path: Path) -> None:
    log = read_log(path)
    assert log.is_sound
    assert sum(frame.is_commit for frame in log.frames) == 6
    assert b"row 4" in log.frames[-1].content
    assert not is_log_spoilt(path)


def test_the_log_lies_beside_the_file_that_a_link_leads_to(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    assert log_of(link) == log_of(path)
    assert read_log(link) == read_log(path)


@given(data=some.data())
def test_any_bit_that_costs_sqlite_a_row_is_seen(
    data: some.DataObject, path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(log_of(path).read_bytes())
    place = data.draw(some.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(some.integers(0, 7))
    count = rows_by_sqlite(path, bytes(content), tmp_path_factory.mktemp("seen"))
    assert count == 5 or not log_in(bytes(content)).is_sound


@given(some.integers(0, 40_000))
def test_what_was_cut_off_is_no_fault_of_the_log(path: Path, length: int) -> None:
    """A killed process leaves half a transaction, which nobody was shown."""
    assert log_in(log_of(path).read_bytes()[: 32 + length]).is_sound


def test_frames_of_an_older_generation_do_not_count(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "used.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE rows (text)")
        with connection:
            connection.executemany("INSERT INTO rows VALUES (?)", [["x" * 3_000]] * 20)
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        with connection:
            connection.execute("INSERT INTO rows VALUES ('new')")
        log = read_log(tmp_path / "used.db")
        assert log.is_sound
        assert len(log.frames) < 3


def test_what_another_program_is_writing_is_looked_at_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(path, tmp_path / "busy.db")
    sound = log_of(path).read_bytes()
    half = sound[:-100] + bytes(100)  # its head is there and its content is not
    busy = log_of(tmp_path / "busy.db")
    busy.write_bytes(half)
    monkeypatch.setattr(time, "sleep", lambda _: busy.write_bytes(sound))
    assert not is_log_spoilt(tmp_path / "busy.db")
    busy.write_bytes(half)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert is_log_spoilt(tmp_path / "busy.db")


@given(some.binary(max_size=3_000))
def test_any_bytes_are_read(content: bytes) -> None:
    log_in(content)
    log_in(b"\x37\x7f\x06\x82" + content)
