from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from reader.sqlite_address import sqlite_address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/pods/a b?.aup3"), "file:///pods/a%20b%3F.aup3"),
        (PureWindowsPath(r"C:\pods\a.aup3"), "file:///C:/pods/a.aup3"),
        (PureWindowsPath(r"\\nas\pods\a.aup3"), "file:////nas/pods/a.aup3"),
    ],
)
def test_no_path_names_a_host(path: PurePath, address: str) -> None:
    assert sqlite_address(path, "mode=ro") == f"{address}?mode=ro"


def test_sqlite_opens_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "a #1?.db"
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE talk (word)")
    for each in (file, Path(f"/{file}")):  # with a share's two slashes, too
        with closing(sqlite3.connect(sqlite_address(each, "mode=ro"), uri=True)) as found:
            assert found.execute("SELECT name FROM sqlite_master").fetchall() == [("talk",)]
