from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.errors import StoreError, StoreFault
from reader.store import database as module
from reader.store.annotations import Annotations
from reader.store.database import DatabaseFile
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.migrations import STEPS, Step

ROOT = Path(__file__).parents[3]

OPENER = """
import sys
from pathlib import Path
from reader.store.library import Library
from reader.store.library_file import LibraryFile
library, name = Library(Path(sys.argv[1])), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    library.record_opened(Path(f"/nowhere/{name}{number}.mp3"), None, name)
"""

PLACER = """
import sys
from pathlib import Path
from reader.store.library import Library
from reader.store.library_file import LibraryFile
library = Library(Path(sys.argv[1]))
episode = library.record_opened(Path("/nowhere/a.mp3"), None, "A")
for position in range(1, 1_000_000):
    library.remember_place(episode.id, position, 1_000_000, 1.0, 0)
    print(position, flush=True)
"""

UNPRIVILEGED = """
import os, sys
from pathlib import Path
from reader.errors import StoreError, StoreFault
from reader.store import database, library
if os.geteuid() == 0:
    os.setuid(65534)  # to root, nothing is read-only
try:
    library.Library(Path(sys.argv[1])).record_opened(Path("/nowhere/b.mp3"), None, "B")
except StoreError as error:
    print(error.message)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library(path)
    yield library
    library.close()


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def filled(path: Path) -> None:
    library = Library(path)
    library.record_opened(Path("/nowhere/a.mp3"), None, "A")
    library.close()


def add_colour(database: Database) -> None:
    database.table("episodes").add_column("colour", str)


def rename_position(database: Database) -> None:
    database.table("episodes").transform(rename={"position_ms": "position"})


def break_down(database: Database) -> None:
    database.table("episodes").drop()
    raise RuntimeError


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [title for (title,) in connection.execute("select title from episodes")]


def test_the_connection_is_set_up_with_care(path: Path) -> None:
    file = DatabaseFile(path)
    with file.reading() as database:
        reported = {
            name: database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    file.close()
    assert reported == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,  # FULL
        "busy_timeout": 5000,
    }


def test_sqlite_utils_is_loaded_at_the_first_call_only() -> None:
    code = (
        "import sys, pathlib, reader.store.library as module\n"
        "library = module.Library(pathlib.Path('x.db'))\n"
        "assert not {'sqlite_utils', 'sqlite3', 'hashlib', 'uuid'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_two_processes_that_create_and_write_at_once_lose_nothing(path: Path) -> None:
    processes = [started(OPENER, path, name) for name in ("one", "two")]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.communicate("go\n")
    assert [process.returncode for process in processes] == [0, 0]
    with closing(Library(path)) as library:
        assert len(library.recent(1000)) == 80


@pytest.mark.parametrize("writes", [1, 7, 40])
def test_a_killed_process_loses_nothing_that_returned(path: Path, writes: int) -> None:
    with started(PLACER, path) as process:
        assert process.stdout
        for _ in range(writes):
            process.stdout.readline()
        process.kill()
        rest = process.stdout.read().splitlines(keepends=True)
    returned = writes + sum(line.endswith("\n") for line in rest)
    with closing(Library(path)) as library:
        (episode,) = library.recent()
    assert episode.position in (returned, returned + 1)


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 9000]
)
def test_a_corrupt_file_is_reported_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged") as reported:
        Library(path).recent()
    assert str(path) in reported.value.message
    assert reported.value.path == path
    assert path.read_bytes() == content


def test_a_page_gone_bad_is_reported(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        Library(path).recent()


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be opened"):
        Library(tmp_path / "file" / "library.db").recent()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are guarded otherwise there")
@pytest.mark.parametrize("is_there", [False, True])
def test_a_read_only_folder_is_reported(is_there: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:  # open to others, unlike pytest's
        path = Path(folder, "data", "library.db")
        if is_there:
            filled(path)
            path.chmod(0o444)
        path.parent.mkdir(exist_ok=True)
        path.parent.chmod(0o555)
        Path(folder).chmod(0o755)
        with started(UNPRIVILEGED, path) as process:
            reported, _ = process.communicate()
        path.parent.chmod(0o755)
    assert str(path) in reported
    assert "read-only" in reported or "not accessible" in reported


def test_a_file_that_cannot_be_written_is_reported(library: Library, path: Path) -> None:
    filled(path)
    with library._file.reading() as database:
        database.execute("PRAGMA query_only = ON")  # as root, every file can be written
    with pytest.raises(StoreError, match="read-only"):
        library.record_opened(Path("/nowhere/b.mp3"), None, "B")
    assert [episode.title for episode in library.recent()] == ["A"]


def test_a_full_disk_is_reported_and_what_was_there_is_kept(library: Library, path: Path) -> None:
    filled(path)
    with library._file.reading() as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="the disk is full"):
        library.record_opened(Path("/nowhere/b.mp3"), None, "B" * 100_000)
    assert [episode.title for episode in library.recent()] == ["A"]


def test_a_locked_database_is_reported_and_works_again(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            library.record_opened(Path("/nowhere/b.mp3"), None, "B")
        assert len(library.recent()) == 1  # reading goes on
    library.record_opened(Path("/nowhere/b.mp3"), None, "B")
    assert len(library.recent()) == 2


def test_a_database_locked_at_opening_is_opened_later(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="in use by another program"):
            library.recent()
    assert library.recent() == []


def changed_by_newer(path: Path, step: Step) -> None:
    """A newer Earmark, with one step more, changes the library."""
    newer = DatabaseFile(path, (*STEPS, step))
    with newer.writing():
        pass
    newer.close()


def test_a_newer_database_is_read_but_not_touched(library: Library, path: Path) -> None:
    changed_by_newer(path, add_colour)
    filled_by_newer = path.read_bytes()
    assert library.recent() == []
    with pytest.raises(StoreError, match="newer Earmark") as reported:
        library.record_opened(Path("/nowhere/a.mp3"), None, "A")
    assert str(path) in reported.value.message
    library.close()
    assert path.read_bytes() == filled_by_newer


def test_a_newer_database_of_another_shape_is_reported(library: Library, path: Path) -> None:
    filled(path)
    changed_by_newer(path, rename_position)
    with pytest.raises(StoreError, match="newer Earmark"):
        library.recent()


@pytest.mark.parametrize("step", [add_colour, rename_position])
def test_a_database_that_becomes_newer_while_it_is_open_is_not_touched(
    library: Library, path: Path, step: Step
) -> None:
    library.record_opened(Path("/nowhere/a.mp3"), None, "A")
    changed_by_newer(path, step)
    before = titles(path)
    with pytest.raises(StoreError, match="newer Earmark"):
        library.record_opened(Path("/nowhere/b.mp3"), None, "B")
    with pytest.raises(StoreError, match="newer Earmark"):
        library.record_opened(Path("/nowhere/c.mp3"), None, "C")  # it stays so
    assert titles(path) == before


def test_what_a_newer_one_calls_otherwise_is_said_to_be_newer(library: Library, path: Path) -> None:
    library.record_opened(Path("/nowhere/a.mp3"), None, "A")
    changed_by_newer(path, rename_position)
    with pytest.raises(StoreError, match="newer Earmark"):
        library.recent()


def test_a_new_database_needs_no_copy(path: Path) -> None:
    filled(path)
    assert list(path.parent.iterdir()) == [path]


def test_an_old_database_is_copied_before_it_is_changed(path: Path) -> None:
    filled(path)
    file = DatabaseFile(path, (*STEPS, add_colour))
    with file.reading() as database:
        assert "colour" in database.table("episodes").columns_dict
        assert database.table("episodes").count == 1
    file.close()
    copy = path.with_name("library.before-add_colour.db")
    assert sorted(path.parent.iterdir()) == [copy, path]
    with closing(sqlite3.connect(copy)) as connection:
        cursor = connection.execute("select * from episodes")
        assert "colour" not in [column[0] for column in cursor.description]
    assert titles(copy) == ["A"]


def test_an_earlier_copy_is_not_written_over(path: Path) -> None:
    earlier = path.with_name("library.before-add_colour.db")
    filled(path)
    earlier.write_bytes(b"of another day")
    file = DatabaseFile(path, (*STEPS, add_colour))
    with file.reading():
        pass
    file.close()
    assert earlier.read_bytes() == b"of another day"
    assert titles(path.with_name("library.before-add_colour 2.db")) == ["A"]


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    filled(path)
    with (
        pytest.raises(RuntimeError),
        DatabaseFile(path, (*STEPS, add_colour, break_down)).reading(),
    ):
        pass
    with closing(Library(path)) as library:  # not newer either: no step was recorded
        (episode,) = library.recent()
    assert episode.title == "A"


def test_a_write_that_fails_halfway_leaves_nothing(path: Path) -> None:
    filled(path)
    file = DatabaseFile(path)
    with pytest.raises(RuntimeError), file.writing() as database:
        database.execute("delete from episodes")
        raise RuntimeError
    with file.writing():
        pass  # and the next one can be made
    file.close()
    assert titles(path) == ["A"]


def test_our_own_mistakes_are_not_reported_as_faults_of_the_file(path: Path) -> None:
    file = DatabaseFile(path)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), file.reading() as database:
        database.execute("select * from nonsense")
    file.close()


def test_released_steps_stay_as_they_are() -> None:
    assert [step.__name__ for step in STEPS][:2] == ["create_episodes", "create_pairings"]


@pytest.mark.parametrize("rest", ["-wal", "backup"])
def test_an_emptied_file_is_not_taken_for_a_new_one(path: Path, rest: str) -> None:
    """A disk may do that in a power cut; SQLite would begin again and throw the log away."""
    filled(path)
    path.write_bytes(b"")
    log = path.with_name(f"{path.name}-wal")
    if rest == "-wal":
        log.write_bytes(b"\x37\x7f\x06\x82" + b"x" * 100)
    else:
        (path.parent / "backups").mkdir()
        (path.parent / "backups" / "library-2026-11-24.db").touch()
    with pytest.raises(StoreError, match="it is empty") as reported:
        Library(path).recent()
    assert reported.value.fault is StoreFault.DAMAGED
    assert path.read_bytes() == b""
    assert log.exists() == (rest == "-wal")


def test_an_empty_file_without_a_past_is_a_new_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(Library(path)) as library:
        assert library.recent() == []


def test_a_spoilt_log_is_reported_and_left_alone(path: Path) -> None:
    filled(path)
    before, log = path.read_bytes(), path.with_name(f"{path.name}-wal")
    log.write_bytes(b"garbage" * 1000)
    library = Library(path)
    for use in (library.recent, lambda: library.record_opened(Path("/nowhere/b.mp3"), None, "B")):
        with pytest.raises(StoreError, match="not all of its log can be read") as reported:
            use()
        assert reported.value.fault is StoreFault.DAMAGED
    library.close()
    assert (path.read_bytes(), log.read_bytes()) == (before, b"garbage" * 1000)


def test_a_place_that_was_chosen_is_not_made_anew(path: Path) -> None:
    """Its disk may only not be plugged in."""
    with pytest.raises(StoreError, match="not accessible") as reported:
        Library(LibraryFile(path, must_exist=True)).recent()
    assert reported.value.fault is StoreFault.UNREACHABLE
    assert not path.parent.exists()


READER = """
import os, sys
from pathlib import Path
from reader.errors import StoreError, StoreFault
from reader.store import database, library
if os.geteuid() == 0:
    os.setuid(65534)  # to root, nothing is read-only
library = library.Library(Path(sys.argv[1]))
print([episode.title for episode in library.recent()])
try:
    library.record_opened(Path("/nowhere/b.mp3"), None, "B")
except StoreError as error:
    print(error.fault.name)
print([episode.title for episode in library.recent()])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are guarded otherwise there")
def test_a_library_in_a_read_only_folder_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:  # open to others, unlike pytest's
        path = Path(folder, "data", "library.db")
        filled(path)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        Path(folder).chmod(0o755)
        with started(READER, path) as process:
            reported, _ = process.communicate()
        path.parent.chmod(0o755)
    titles_before, fault, titles_after = reported.splitlines()
    assert titles_before == titles_after == "['A']"
    assert fault in ("READ_ONLY", "UNREACHABLE")


def test_tags_of_an_older_library_stay_with_their_notes(path: Path) -> None:
    older = [step.__name__ for step in STEPS].index("add_tag_names")
    file = DatabaseFile(path, STEPS[:older])
    with file.writing() as database:
        for table in _OLDER:
            database.execute(table)
    file.close()
    with closing(Annotations(path)) as annotations:
        (note,) = annotations.of_episode("e")
    assert note.tags == ("zebra", "ant")


_OLDER = (
    "INSERT INTO episodes (id, title, length_ms, position_ms, scroll_offset, opened_at, updated_at)"
    " VALUES ('e', 'E', 0, 0, 0, '2026-11-24', '2026-11-24')",
    "INSERT INTO annotations (id, episode_id, kind, colour, note, voice, exact, prefix, suffix,"
    " recording_start_ms, recording_end_ms, is_untidied, created_at, created_offset_minutes,"
    " updated_at, updated_offset_minutes) VALUES ('n', 'e', 'highlight', 1, '', '', 'x', '', '',"
    " 0, 1, 0, '2026-11-24T00:00:00+00:00', 0, '2026-11-24T00:00:00+00:00', 0)",
    "INSERT INTO tags VALUES ('1', 'ant', '2026-11-24'), ('2', 'zebra', '2026-11-24')",
    "INSERT INTO annotation_tags VALUES ('n', '1', 1), ('n', '2', 0)",
)
