"""The library's care in the real window: faults with ways out, copies, and nothing lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.notes.notebook import Notebook
from reader.store import database
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.library.restore import RestoreDialog
from ui.library.unsaved import UnsavedDialog


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    """With one sentence kept."""
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    keep(earmark, qtbot, 2_000)
    return earmark


def notebook(earmark: Earmark, qtbot: QtBot) -> Notebook:
    qtbot.waitUntil(lambda: earmark.desks.notes is not None)
    assert earmark.desks.notes is not None
    return earmark.desks.notes.notebook


def keep(earmark: Earmark, qtbot: QtBot, time: int) -> None:
    notes = notebook(earmark, qtbot)
    qtbot.waitUntil(lambda: notes.is_ready)
    earmark.transport.seek(time)
    with qtbot.waitSignal(notes.added):
        earmark.desks.commands["keep"].trigger()


def library(tmp_path: Path) -> Path:
    return tmp_path / "data" / "earmark.db"


def said(earmark: Earmark) -> str:
    return "\n".join(each.text for each in earmark.window.message_bar.messages)


def press(earmark: Earmark, text: str) -> None:
    found = earmark.window.findChildren(QPushButton)
    next(each for each in found if each.text() == text and each.isVisible()).click()


def damage(path: Path) -> bytes:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return path.read_bytes()


def test_what_is_kept_while_the_library_is_locked_is_saved_by_trying_again(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark.keeper.run(lambda _: earmark._file.close(), lambda _: None)
    with closing(sqlite3.connect(library(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(earmark, qtbot, 4_000)
        assert "in use by another program" in said(earmark)
        assert "in memory only" in said(earmark)
        earmark.window.close()
        assert earmark.window.isVisible()
        asking = earmark.window.findChild(UnsavedDialog)
        assert isinstance(asking, UnsavedDialog)
        asking.reject()
        other.rollback()
    notes = notebook(earmark, qtbot)
    with qtbot.waitSignal(notes.waiting_changed):
        press(earmark, "Try Again")
    assert said(earmark) == "All that you kept is saved now."
    assert [each.is_unsaved for each in notes.kept] == [False, False]
    assert earmark.window.close()


def test_from_a_damaged_library_one_goes_back_to_a_backup_without_a_restart(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    first = start(write_talk("talk.vtt", "talk.mp3"))
    keep(first, qtbot, 2_000)
    backup = tmp_path / "copy.db"
    with qtbot.waitSignal(first.care.backed_up):
        first.care.back_up_to(backup)
    first.window.close()
    first.shut_down()
    first.setProperty("has ended", True)
    damaged = damage(library(tmp_path))
    earmark = start(tmp_path / "episodes" / "talk.vtt")
    keep(earmark, qtbot, 4_000)
    assert "is damaged" in said(earmark)
    press(earmark, "Restore From Backup…")
    dialog = earmark.window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    with qtbot.waitSignal(earmark.care.described):
        dialog.file_chosen.emit(backup)
    notes = notebook(earmark, qtbot)
    with qtbot.waitSignal(notes.waiting_changed):
        press_in(dialog, "&Restore")
    qtbot.waitUntil(lambda: len(notes.kept) == 2)
    assert not any(each.is_unsaved for each in notes.kept)
    assert "is the backup's now" in said(earmark)
    (aside,) = library(tmp_path).parent.glob("*replaced*.db")
    assert aside.read_bytes() == damaged


def press_in(dialog: QDialog, text: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def test_with_a_newer_library_one_reads_and_goes_on_at_another_place(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark.keeper.run(lambda _: earmark._file.close(), lambda _: None)
    with closing(sqlite3.connect(library(tmp_path))) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
        )
    before = library(tmp_path).read_bytes()
    keep(earmark, qtbot, 4_000)
    notes = notebook(earmark, qtbot)
    assert [each.is_unsaved for each in notes.kept] == [False, True]
    assert "newer Earmark" in said(earmark)
    place = tmp_path / "other"
    place.mkdir()
    press(earmark, "Use Another Place…")
    chooser = earmark.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(notes.waiting_changed):
        chooser.fileSelected.emit(str(place))
        chooser.close()
    assert "A new library was begun" in said(earmark)
    assert library(tmp_path).read_bytes() == before
    assert (place / "earmark.db").exists()


def test_backing_up_asks_where_and_tells_it_was_done(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark.desks.commands["back_up"].trigger()
    chooser = earmark.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(earmark.care.backed_up):
        chooser.filesSelected.emit([str(tmp_path / "mine.db")])
        chooser.close()
    assert said(earmark) == "The library was copied to “mine.db”, and the copy was checked."


def test_checking_tells_all_that_was_found(earmark: Earmark, qtbot: QtBot) -> None:
    with qtbot.waitSignal(earmark.care.checked):
        earmark.desks.commands["check_library"].trigger()
    (message,) = earmark.window.message_bar.messages
    assert message.text == "The library is sound."
    assert "Episodes: 1, notes: 1" in message.details


def test_a_backup_that_fails_by_itself_is_told(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.care.backups_folder.touch()
    with qtbot.waitSignal(earmark.care.daily_failed):
        earmark.care.back_up_daily()
    assert said(earmark).startswith("Today's backup was not made: ")
