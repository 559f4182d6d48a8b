"""The library's care in the real window: faults with recovery actions, copies, and nothing lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.annotation import Annotation
from reader.notes.notebook import Notebook
from reader.store import database
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.check import check
from reader.store.conflicts import conflicts
from reader.store.drafts import Drafts
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.conftest import Start, end, notebook_of
from ui.app import Earmark
from ui.library.restore import RestoreDialog
from ui.library.unsaved import UnsavedDialog
from ui.notes.note_dialog import NoteDialog


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
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    return notebook_of(earmark).notes.notebook


def keep(earmark: Earmark, qtbot: QtBot, time: int) -> None:
    notes = notebook(earmark, qtbot)
    qtbot.waitUntil(lambda: notes.is_ready)
    earmark.transport.seek(time)
    with qtbot.waitSignal(notes.added):
        earmark.controllers.commands["keep"].trigger()


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


def test_what_is_being_written_while_the_library_is_locked_is_not_lost_unasked(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    """The window closes as soon as it is saved: it was asked to."""
    notes, panel = notebook(earmark, qtbot), notebook_of(earmark).notes.panel
    panel.requests.edit.emit(notes.kept[0].annotation.id)
    panel.editor.findChildren(QPlainTextEdit)[0].setPlainText("To the last letter")
    with closing(sqlite3.connect(library(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not earmark.window.close()
        assert earmark.window.findChild(UnsavedDialog) is not None
        other.rollback()
    notes.try_again()  # as it does every few seconds
    qtbot.waitUntil(earmark.window.isHidden)
    end(earmark)
    assert [each.note for each in kept_in(tmp_path)] == ["To the last letter"]


def test_a_draft_that_a_locked_library_does_not_take_is_not_lost_unasked(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = notebook_of(earmark).notes
    kept = notebook(earmark, qtbot).kept[0].annotation
    controller.writer.edit(kept, [])
    (dialog,) = earmark.window.findChildren(NoteDialog)
    QTest.keyClicks(dialog.findChildren(QPlainTextEdit)[0], "Half a thought")
    with closing(sqlite3.connect(library(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not earmark.window.close()
        asking = earmark.window.findChild(UnsavedDialog)
        assert isinstance(asking, UnsavedDialog)
        other.rollback()
    asking.try_again_requested.emit()
    qtbot.waitUntil(earmark.window.isHidden)
    end(earmark)
    with closing(Drafts(library(tmp_path))) as drafts:
        assert drafts.all()[kept.id].text == "Half a thought"


def test_what_is_unsaved_when_the_session_ends_is_set_aside_and_offered_at_the_next_start(
    earmark: Earmark, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(library(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(earmark, qtbot, 4_000)
        assert not earmark.window.close()
        for _ in ("SIGTERM", "SIGHUP"):
            earmark.controllers.library.end()
        qtbot.waitUntil(earmark.window.isHidden)
        end(earmark)
    (aside,) = conflicts(library(tmp_path))
    assert len(kept_in(tmp_path)) == 1
    again = start(tmp_path / "episodes" / "talk.vtt")
    with qtbot.waitSignal(again.care.conflict_found):
        again.care.back_up_daily()
    assert "when Earmark was ended" in said(again) and aside.name in said(again)
    with qtbot.waitSignal(again.care.taken):
        press(again, "Import Them")
    end(again)
    assert len(kept_in(tmp_path)) == 2
    assert conflicts(library(tmp_path)) == []


def kept_in(tmp_path: Path) -> list[Annotation]:
    with closing(Annotations(library(tmp_path))) as annotations:
        return annotations.every()


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
    def use_a_newer_one(_: object) -> None:  # on its thread: nobody opens it in between
        earmark._file.close()
        with closing(sqlite3.connect(library(tmp_path))) as connection, connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
            )

    made: list[None] = []
    earmark.keeper.run(use_a_newer_one, made.append)
    qtbot.waitUntil(lambda: bool(made))
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


def test_backing_up_asks_where_and_reports_it_was_done(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark.controllers.commands["back_up"].trigger()
    chooser = earmark.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(earmark.care.backed_up):
        chooser.filesSelected.emit([str(tmp_path / "mine.db")])
        chooser.close()
    assert said(earmark) == "The library was copied to “mine.db”, and the copy was checked."


def test_checking_reports_all_that_was_found(earmark: Earmark, qtbot: QtBot) -> None:
    with qtbot.waitSignal(earmark.care.checked):
        earmark.controllers.commands["check_library"].trigger()
    (message,) = earmark.window.message_bar.messages
    assert message.text == "The library is sound."
    assert "Episodes: 1, notes: 1" in message.details


def test_a_backup_that_fails_by_itself_is_reported(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.care.backups_folder.touch()
    with qtbot.waitSignal(earmark.care.daily_failed):
        earmark.care.back_up_daily()
    assert said(earmark).startswith("Today's backup was not made: ")


def write_over(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def replace(path: Path, other: Path) -> None:
    other.replace(path)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def move(path: Path, _other: Path) -> None:
    path.rename(path.with_name("moved.db"))


def move_folder(path: Path, _other: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


Happening = Callable[[Path, Path], None]
REPLACED: dict[Happening, str] = {
    replace: "was replaced by another program",
    write_over: "was written over by another program",
}
GONE: dict[Happening, str] = dict.fromkeys((delete, move, move_folder), "was moved or deleted")


@pytest.fixture
def earlier(start: Start, write_talk: WriteTalk, tmp_path: Path) -> Path:
    """A copy of a library without a note, as a sync tool has it, beside the one it is of."""
    first = start(write_talk("talk.vtt", "talk.mp3"))
    end(first)
    return Path(shutil.copy(library(tmp_path), tmp_path / "earlier.db"))


@pytest.fixture
def synced(start: Start, earlier: Path, qtbot: QtBot, tmp_path: Path) -> Earmark:
    """With one sentence kept, and settled; then the file's fate is in other hands."""
    assert earlier.exists()
    earmark = start(tmp_path / "episodes" / "talk.vtt")
    keep(earmark, qtbot, 2_000)
    earmark.watch.settle()
    earmark.watch.finish(10)
    return earmark


def add_note(path: Path) -> None:
    """As on another computer."""
    with closing(LibraryFile(path)) as file:
        (episode,) = Library(file).recent()
        Annotations(file).add(a_note(episode.id, "The boats."))


def notes_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM annotations WHERE deleted_at IS NULL"
        return int(connection.execute(query).fetchone()[0])


@pytest.mark.parametrize("happening", [*REPLACED, *GONE])
def test_a_look_reports_that_the_library_was_replaced_or_is_gone_and_marks_what_is_unsaved(
    synced: Earmark, qtbot: QtBot, tmp_path: Path, earlier: Path, happening: Happening
) -> None:
    happening(library(tmp_path), earlier)
    notes = notebook(synced, qtbot)
    with qtbot.waitSignal(notes.waiting_changed):
        synced.watch.look()
    assert (REPLACED | GONE)[happening] in said(synced)
    assert "in memory only" in said(synced)
    assert [each.is_unsaved for each in notes.kept] == [True]
    keep(synced, qtbot, 4_000)
    assert [each.is_unsaved for each in notes.kept] == [True, True]


@pytest.mark.parametrize("happening", [*REPLACED, *GONE])
def test_quitting_asks_where_the_library_was_replaced_or_is_gone(
    synced: Earmark, qtbot: QtBot, tmp_path: Path, earlier: Path, happening: Happening
) -> None:
    """Right after it happened: nothing else has looked yet."""
    happening(library(tmp_path), earlier)
    assert not synced.window.close()
    asking = synced.window.findChild(UnsavedDialog)
    assert isinstance(asking, UnsavedDialog)
    notes = notebook(synced, qtbot)
    with qtbot.waitSignal(notes.waiting_changed):
        press_in(asking, "&Merge and Save" if happening in REPLACED else "&Save Here Again")
    assert said(synced) == "All that you kept is saved now."
    assert synced.window.close()
    end(synced)
    assert notes_in(library(tmp_path)) == 1


def test_what_is_kept_is_merged_into_the_library_that_is_there_now(
    synced: Earmark, qtbot: QtBot, tmp_path: Path, earlier: Path
) -> None:
    add_note(earlier)
    replace(library(tmp_path), earlier)
    keep(synced, qtbot, 4_000)
    notes = notebook(synced, qtbot)
    with qtbot.waitSignal(notes.waiting_changed):
        press(synced, "Merge and Save")
    assert said(synced) == "All that you kept is saved now."
    assert [each.is_unsaved for each in notes.kept] == [False] * 3
    assert notes_in(library(tmp_path)) == 3


def test_what_is_kept_is_saved_beside_the_library_that_is_there_now(
    synced: Earmark, qtbot: QtBot, tmp_path: Path, earlier: Path
) -> None:
    replace(library(tmp_path), earlier)
    keep(synced, qtbot, 4_000)
    notes = notebook(synced, qtbot)
    with qtbot.waitSignal(notes.saved_beside):
        press(synced, "Save Beside It")
    assert "beside the library" in said(synced)
    assert notes.kept == ()
    (beside,) = library(tmp_path).parent.glob("earmark.kept-*.db")
    assert notes_in(beside) == 2
    assert synced.window.close()


def test_what_is_kept_of_a_library_that_is_gone_is_saved_at_another_place(
    synced: Earmark, qtbot: QtBot, tmp_path: Path, earlier: Path
) -> None:
    move_folder(library(tmp_path), earlier)
    keep(synced, qtbot, 4_000)
    place = tmp_path / "other"
    place.mkdir()
    press(synced, "Use Another Place…")
    chooser = synced.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(notebook(synced, qtbot).waiting_changed):
        chooser.fileSelected.emit(str(place))
        chooser.close()
    assert synced.window.close()
    end(synced)
    assert notes_in(place / "earmark.db") == 2


def test_a_library_that_another_computer_added_to_is_shown_at_once(
    synced: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs = Path(shutil.copy(library(tmp_path), tmp_path / "theirs.db"))
    add_note(theirs)
    replace(library(tmp_path), theirs)
    notes = notebook(synced, qtbot)
    synced.watch.look()
    qtbot.waitUntil(lambda: len(notes.kept) == 2)
    assert not any(each.is_unsaved for each in notes.kept)
    assert said(synced) == ""
    assert synced.window.close()


def test_what_two_computers_changed_at_once_is_taken_in(
    synced: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    place = library(tmp_path)
    conflict = place.with_name("earmark (conflicted copy 2026-12-01 120000).db")
    shutil.copy(place, conflict)
    add_note(conflict)
    notes = notebook(synced, qtbot)
    count = len(notes.kept)
    with qtbot.waitSignal(synced.care.conflict_found):
        synced.care.back_up_daily()
    assert "Two computers" in said(synced) and conflict.name in said(synced)
    press(synced, "Import Them")
    qtbot.waitUntil(lambda: len(notes.kept) == count + 1)
    assert synced.window.close()


def test_a_copy_of_the_file_alone_is_whole_once_the_window_is_idle(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    log = library(tmp_path).with_name("earmark.db-wal")
    qtbot.waitUntil(lambda: not log.stat().st_size)
    copy = Path(shutil.copy(library(tmp_path), tmp_path / "copy.db"))
    assert notes_in(copy) == 1
    assert check(copy).is_sound


def test_a_copy_of_the_file_alone_is_whole_when_the_window_loses_the_focus(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(earmark.window.isActiveWindow)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitSignal(earmark.window.active_changed):
        other.show()
        other.activateWindow()
    earmark.watch.finish(10)
    assert notes_in(Path(shutil.copy(library(tmp_path), tmp_path / "copy.db"))) == 1


def test_two_windows_agree_on_what_was_undone_in_one_of_them(
    earmark: Earmark, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    second = start(tmp_path / "episodes" / "talk.vtt")
    mine, theirs = notebook(earmark, qtbot), notebook(second, qtbot)
    qtbot.waitUntil(lambda: len(theirs.kept) == 1)
    with qtbot.waitSignal(mine.changed):
        earmark.controllers.commands["undo"].trigger()
    qtbot.waitUntil(lambda: theirs.kept == ())
    keep(second, qtbot, 4_000)
    qtbot.waitUntil(lambda: len(mine.kept) == 1)


def begin_with(start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path) -> None:
    """One run that keeps a sentence, makes a backup and ends."""
    first = start(write_talk("talk.vtt", "talk.mp3"))
    keep(first, qtbot, 2_000)
    first.window.close()
    first.shut_down()
    first.setProperty("has ended", True)
    Backups(library(tmp_path)).make_daily()


def test_of_a_library_with_a_spoilt_schema_all_that_can_be_read_is_copied(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    begin_with(start, write_talk, qtbot, tmp_path)
    path = library(tmp_path)
    spoilt = path.read_bytes().replace(b"exact TEXT", b"fxact TEXT", 1)
    path.write_bytes(spoilt)
    earmark = start(tmp_path / "episodes" / "talk.vtt")
    notes = notebook(earmark, qtbot)
    qtbot.waitUntil(lambda: "is damaged" in said(earmark))
    qtbot.waitUntil(lambda: len(notes.kept) == 1)  # shown all the same
    keep(earmark, qtbot, 4_000)
    with qtbot.waitSignal(notes.waiting_changed):
        press(earmark, "Copy What Can Be Read")
    qtbot.waitUntil(lambda: "kept as" in said(earmark))
    assert "1 note was read and copied into a new library." in said(earmark)
    qtbot.waitUntil(lambda: len(notes.kept) == 2)
    assert not any(each.is_unsaved for each in notes.kept)
    (aside,) = path.parent.glob("*replaced*.db")
    assert aside.read_bytes() == spoilt


@pytest.mark.parametrize("choice", [("Restore Newest Backup", 1), ("Begin Again", 0)])
def test_a_missing_library_asks_before_it_begins_empty_beside_its_backups(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path, choice: tuple[str, int]
) -> None:
    button, count = choice
    begin_with(start, write_talk, qtbot, tmp_path)
    library(tmp_path).unlink()
    earmark = start(tmp_path / "episodes" / "talk.vtt")
    notes = notebook(earmark, qtbot)
    qtbot.waitUntil(lambda: "is missing, though there are copies of it" in said(earmark))
    assert not library(tmp_path).exists()
    with qtbot.waitSignal(earmark.care.recovered):
        press(earmark, button)
    qtbot.waitUntil(lambda: len(notes.kept) == count)
    keep(earmark, qtbot, 4_000)
    assert "is missing" not in said(earmark)
    qtbot.waitUntil(lambda: [each.is_unsaved for each in notes.kept] == [False] * (count + 1))


def test_a_damage_that_shows_late_is_reported_and_nothing_more_is_written(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark.keeper.run(lambda _: earmark._file.close(), lambda _: None)
    notes = notebook(earmark, qtbot)
    with qtbot.waitSignal(notes.undo_changed):
        notes.read_again()
    with closing(sqlite3.connect(library(tmp_path))) as other, other:
        other.execute("UPDATE episodes SET opened_at = 'nevermore'")
    with qtbot.waitSignal(earmark.care.daily_failed):
        earmark.care.back_up_daily()
    keep(earmark, qtbot, 4_000)
    assert "is damaged" in said(earmark)
    assert [each.is_unsaved for each in notes.kept] == [False, True]
    with qtbot.waitSignal(notes.waiting_changed):
        press(earmark, "Copy What Can Be Read")
    assert [each.is_unsaved for each in notes.kept] == [False, False]
