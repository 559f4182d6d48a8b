"""The library is copied, restored, checked and moved while it is in use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.jobs import Worker
from reader.library.care import LibraryCare, Move
from reader.store.annotations import Annotations
from reader.store.library_file import LibraryFile
from tests.reader.store.notes import a_note, episode_at

PATIENCE = 30_000  # ms; copies are flushed to the disk, which may be busy


class Care:
    """A library with one note, cared for; `remembered` are the folders chosen."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.path, self._qtbot = path, qtbot
        self.episode = episode_at(path)
        self.file = LibraryFile(path)
        self.notes = Annotations(self.file)
        self.keeper = Worker()
        self.remembered: list[Path] = []
        self.care = LibraryCare(self.file, self.keeper, self.remembered.append)
        self.add()

    def add(self) -> None:
        """On the keeper's thread, as in the app."""
        self.on_keeper(lambda: self.notes.add(a_note(self.episode)))

    def count(self) -> int:
        return len(self.on_keeper(lambda: self.notes.of_episode(self.episode)))

    def on_keeper(self, work: Any) -> Any:
        answers: list[Any] = []
        self.keeper.run(lambda _: work(), answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def waiting(self, signal: SignalInstance) -> Any:
        return self._qtbot.waitSignal(signal, timeout=PATIENCE)

    def reported(self, signal: SignalInstance, request: Any) -> Any:
        with self._qtbot.waitSignal(signal, timeout=PATIENCE) as blocker:
            request()
        assert blocker.args
        return blocker.args[0]


@pytest.fixture
def cared(tmp_path: Path, qtbot: QtBot) -> Iterator[Care]:
    cared = Care(tmp_path / "data" / "earmark.db", qtbot)
    yield cared
    cared.care.close()
    cared.keeper.run(lambda _: cared.file.close(), lambda _: None)
    cared.keeper.close()


def test_todays_copy_is_made_and_listed_with_what_it_holds(cared: Care) -> None:
    assert cared.reported(cared.care.listed, cared.care.list_backups) == []
    cared.care.back_up_daily()
    (backup,) = cared.reported(cared.care.listed, cared.care.list_backups)
    assert (backup.episodes, backup.notes, backup.is_readable) == (1, 1, True)
    assert backup.size == backup.path.stat().st_size


def test_a_sync_tools_copy_of_a_conflict_is_found_and_taken_in(cared: Care) -> None:
    found: list[Path] = []
    cared.care.conflict_found.connect(found.append)
    cared.on_keeper(cared.file.settle)
    for name in ("sync-conflict-20261201-120000-ABCDEFG", "kept-2026-12-01-120000"):
        other = cared.path.with_name(f"earmark.{name}.db")
        shutil.copy(cared.path, other)
        with closing(Annotations(other)) as theirs:
            theirs.add(a_note(cared.episode, start=9_000))
    cared.path.with_name("earmark.sync-conflict-half.db").write_bytes(b"half of one")
    conflict = cared.reported(cared.care.conflict_found, cared.care.back_up_daily)
    assert conflict.name == "earmark.sync-conflict-20261201-120000-ABCDEFG.db"
    before = conflict.read_bytes()
    with cared.waiting(cared.care.taken):
        cared.care.take_in(conflict)
    assert cared.count() == 2
    assert conflict.read_bytes() == before
    cared.care.back_up_daily()
    cared.reported(cared.care.listed, cared.care.list_backups)  # after it
    assert found == [conflict]


def test_going_back_to_a_copy_sets_the_present_library_aside(cared: Care, tmp_path: Path) -> None:
    copy = tmp_path / "mine.db"
    assert cared.reported(cared.care.backed_up, lambda: cared.care.back_up_to(copy)) == copy
    cared.add()
    aside = cared.reported(cared.care.restored, lambda: cared.care.restore_from(copy))
    assert cared.count() == 1
    assert cared.reported(cared.care.described, lambda: cared.care.describe(aside)).notes == 2
    cared.add()
    assert cared.count() == 2


def test_what_is_no_library_is_not_restored(cared: Care, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"something else" * 1000)
    assert not cared.reported(cared.care.described, lambda: cared.care.describe(other)).is_readable
    error = cared.reported(cared.care.failed, lambda: cared.care.restore_from(other))
    assert isinstance(error, ReaderError)
    assert str(other) in error.message
    assert cared.count() == 1


def test_it_moves_with_all_it_holds_and_the_old_one_stays(cared: Care, tmp_path: Path) -> None:
    place = tmp_path / "other"
    place.mkdir()
    move = cared.reported(cared.care.moved, lambda: cared.care.move_to(place))
    assert move == Move(place, was_there=False, is_copied=True)
    assert cared.remembered == [place]
    cared.add()
    assert cared.count() == 2
    assert cared.path.exists()
    home = cared.path.parent
    back = cared.reported(cared.care.moved, lambda: cared.care.move_to(home))
    assert back == Move(home, was_there=True, is_copied=False)
    assert cared.count() == 1


def test_from_a_damaged_one_it_moves_to_a_new_one(cared: Care, tmp_path: Path) -> None:
    cared.on_keeper(cared.file.close)
    cared.path.write_bytes(b"\xff" * 9000)
    place = tmp_path / "other"
    place.mkdir()
    move = cared.reported(cared.care.moved, lambda: cared.care.move_to(place))
    assert move == Move(place, was_there=False, is_copied=False)
    assert cared.count() == 0
    assert cared.path.read_bytes() == b"\xff" * 9000


def test_a_place_that_takes_nothing_is_reported_and_not_used(cared: Care, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = cared.reported(cared.care.failed, lambda: cared.care.move_to(tmp_path / "file"))
    assert str(tmp_path / "file") in error.message
    assert cared.remembered == []
    assert cared.count() == 1


def test_a_check_is_reported(cared: Care) -> None:
    report = cared.reported(cared.care.checked, cared.care.check)
    assert report.is_sound
    assert report.lines[0] == f"The library {cared.path}"


def test_a_daily_copy_that_fails_is_reported(cared: Care) -> None:
    cared.care.backups_folder.touch()
    error = cared.reported(cared.care.daily_failed, cared.care.back_up_daily)
    assert str(cared.care.backups_folder) in error.message
