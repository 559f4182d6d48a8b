"""A library stays locked, whatever else in this process opens and closes its file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.store.annotations import Annotations
from tests.reader.store.notes import a_note, episode_at

ENDINGS = ("", "-wal", "-shm")
OTHER = """
import sqlite3, sys
library = sqlite3.connect(sys.argv[1])
print(library.execute("SELECT count(*) FROM annotations").fetchone()[0])
library.close()
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has locks that belong to a handle"
)


def open_all(path: Path) -> None:
    """As Qt's own file dialog does, to see what kind of files they are."""
    for ending in ENDINGS:
        path.with_name(path.name + ending).read_bytes()


def seen_by_another(path: Path) -> int:
    """How many notes another program counts, which opens the library and closes it again."""
    command = [sys.executable, "-c", OTHER, str(path)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("name", ["earmark.db", "link.db"])
def test_another_program_leaves_the_log_to_us_after_a_look_at_our_files(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "earmark.db"
    (tmp_path / "link.db").symlink_to(path)
    episode = episode_at(path)
    annotations = Annotations(tmp_path / name)
    annotations.add(a_note(episode))
    logs = [path.with_name(path.name + ending) for ending in ENDINGS]
    before = [each.stat().st_ino for each in logs]
    open_all(path)
    assert seen_by_another(path) == 1
    assert [each.stat().st_ino for each in logs] == before
    annotations.add(a_note(episode, "Salt and wind."))
    assert seen_by_another(path) == 2
    assert len(annotations.of_episode(episode)) == 2
    annotations.close()


def test_the_last_to_close_takes_the_log_in(tmp_path: Path) -> None:
    path = tmp_path / "earmark.db"
    annotations = Annotations(path)
    annotations.add(a_note(episode_at(path)))
    open_all(path)
    annotations.close()
    assert not path.with_name("earmark.db-wal").exists()
    assert seen_by_another(path) == 1
