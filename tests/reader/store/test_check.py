from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.check import check, require_sound
from reader.store.database import DatabaseFile
from reader.store.migrations import STEPS
from tests.reader.store.notes import a_note


@pytest.fixture
def filled(annotations: Annotations, episode: str, path: Path) -> Path:
    annotations.add(a_note(episode, tags=("sea",)), a_note(episode))
    annotations.delete(annotations.of_episode(episode)[0].id)
    return path


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_library_is_reported_to_be_so(filled: Path) -> None:
    report = check(filled)
    assert report.is_sound
    assert report.lines == (
        f"The library {filled}",
        "Episodes: 1, notes: 1, deleted notes: 1.",
        "The file is whole, nothing has lost its place, the search finds what is there.",
    )


def test_it_changes_nothing(filled: Path, annotations: Annotations) -> None:
    annotations.close()
    before = filled.read_bytes()
    check(filled)
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("statements", "line"),
    [
        (["DELETE FROM episodes"], "There are notes without an episode: 2."),
        (["DELETE FROM tags"], "There are tags of notes that are gone: 1."),
        (
            ["DELETE FROM colours WHERE number = 1"],
            "There are highlights of a colour that is gone: 2.",
        ),
        (
            ["UPDATE annotations SET tag_names = 'x'"],
            "There are notes whose tags are out of step: 2.",
        ),
        (["DELETE FROM history"], "There are changes of commands that are gone: 3."),
        (
            ["DROP TRIGGER annotations_changed"],
            "The file is damaged: its schema is not as Earmark made it.",
        ),
        (
            ["UPDATE annotations SET kind = 'hiehlight' WHERE number = 1"],
            "There are notes that cannot be read: 1.",
        ),
        (
            ["UPDATE episodes SET opened_at = '2026-1O-02'"],
            "There are episodes that cannot be read: 1.",
        ),
        (
            ["INSERT INTO annotation_words(annotation_words) VALUES ('delete-all')"],
            "The search index annotation_words is out of step with the notes.",
        ),
        (
            ["INSERT INTO annotation_parts(annotation_parts) VALUES ('delete-all')"],
            "The search index annotation_parts is out of step with the notes.",
        ),
    ],
)
def test_what_is_wrong_is_reported(filled: Path, statements: list[str], line: str) -> None:
    spoil(filled, *statements)
    report = check(filled)
    assert not report.is_sound
    assert line in report.lines


def test_a_damaged_file_is_reported(filled: Path, annotations: Annotations) -> None:
    annotations.close()
    content = bytearray(filled.read_bytes())
    content[-8192:] = b"\xff" * 8192
    filled.write_bytes(content)
    report = check(filled)
    assert not report.is_sound
    assert report.lines[1].startswith("The file is damaged: ")


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" + b"x" * 9000])
def test_something_else_is_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "earmark.db"
    path.write_bytes(content)
    report = check(path)
    assert not report.is_sound
    assert "damaged" in " ".join(report.lines)


def test_one_that_another_program_locks_is_reported_and_not_waited_for(
    filled: Path, annotations: Annotations
) -> None:
    annotations.close()
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA user_version = 7")
        assert "is in use by another program" in check(filled).lines[0]
        with pytest.raises(StoreError, match="is in use by another program"):
            require_sound(filled)


def test_a_library_without_notes_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "earmark.db"
    assert check(path).is_sound
    file = DatabaseFile(path, STEPS[:2])
    with file.writing():
        pass
    file.close()
    assert check(path).is_sound


def test_a_copy_of_an_older_shape_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "earmark.db"
    older = [step.__name__ for step in STEPS].index("add_tag_names")
    file = DatabaseFile(path, STEPS[:older])
    with file.writing():
        pass
    file.close()
    assert check(path).is_sound
