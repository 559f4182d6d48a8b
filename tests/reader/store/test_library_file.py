"""One file for several rooms, opened late, closed and moved while they stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.benchmarks.table import ROOT
from tests.reader.store.notes import a_note

LATE = """
import sys
from pathlib import Path
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.library_file import LibraryFile
file = LibraryFile(Path("nowhere.db"))
rooms = Library(file), Annotations(file)
print([name for name in ("sqlite3", "sqlite_utils") if name in sys.modules])
"""


def test_nothing_of_sqlite_is_loaded_before_the_first_use() -> None:
    reported = subprocess.run(
        [sys.executable, "-c", LATE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert reported.stdout.strip() == "[]"


def test_its_rooms_share_one_connection(path: Path) -> None:
    file = LibraryFile(path)
    episode = Library(file).record_opened(Path("/nowhere/a.mp3"), None, "A")
    with file.reading() as first, Annotations(file)._file.reading() as second:
        assert first is second
    Annotations(file).add(a_note(episode.id))
    file.close()
    assert len(Annotations(file).of_episode(episode.id)) == 1
    file.close()


def test_it_can_be_moved_under_its_rooms(path: Path, tmp_path: Path) -> None:
    file = LibraryFile(path)
    library = Library(file)
    library.record_opened(Path("/nowhere/a.mp3"), None, "A")
    file.move_to(tmp_path / "other" / "earmark.db")
    assert library.recent() == []
    file.move_to(path)
    assert [each.title for each in library.recent()] == ["A"]
    file.close()
