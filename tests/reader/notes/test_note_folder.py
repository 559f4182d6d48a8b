"""The folder follows what is kept: with a real database, real files, on real workers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.notes.note_folder import NoteFolder
from reader.settings import Settings
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.reader.store.notes import a_note, episode_at


@dataclass
class Desk:
    """A library, a folder beside it, and what keeps the one in the other."""

    folder: NoteFolder
    notes: Annotations
    settings: Settings
    vault: Path
    episode: str
    keeper: Worker
    qtbot: QtBot

    def does(self, work: Callable[[], object]) -> None:
        """Change what is kept, and wait until the files are up to date."""
        with self.qtbot.waitSignal(self.folder.written):
            self.keeper.run(lambda _: work(), lambda _: self.folder.tell_change())

    def keeps(self, words: str) -> None:
        """Keep something, and wait for nothing."""
        note = a_note(self.episode, words)
        self.keeper.run(lambda _: self.notes.add(note), lambda _: self.folder.tell_change())

    def text(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.vault.glob("*.md")))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    path, vault, keeper = tmp_path / "earmark.db", tmp_path / "vault", Worker()
    vault.mkdir()
    episode = episode_at(path)
    library, notes = Library(path), Annotations(path)
    settings = Settings(tmp_path / "earmark.ini")
    settings.set(prefs.MARKDOWN_FOLDER, str(vault))
    folder = NoteFolder(notes, library, keeper, settings, settle=0)
    yield Desk(folder, notes, settings, vault, episode, keeper, qtbot)
    folder.close()
    keeper.run(lambda _: notes.close(), lambda _: None)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def test_every_change_comes_into_the_file(desk: Desk) -> None:
    gulls = a_note(desk.episode, "Gulls quarrel.", tags=("birds",), voice="Mara")
    desk.does(lambda: desk.notes.add(gulls, a_note(desk.episode, "Boats.", start=9_000)))
    assert "> Gulls quarrel." in desk.text()
    assert "#birds" in desk.text()
    desk.does(lambda: desk.notes.change(gulls.id, note="Nets!"))
    assert "Nets!" in desk.text()
    desk.does(desk.notes.undo)
    assert "Nets!" not in desk.text()
    desk.does(lambda: desk.notes.change_colour(1, name="Idea"))
    assert "[!quote] Idea · Mara" in desk.text()
    desk.does(lambda: desk.notes.delete(gulls.id))
    assert "Gulls" not in desk.text()
    assert "> Boats." in desk.text()


def test_the_last_note_goes_from_the_file_too(desk: Desk) -> None:
    note = a_note(desk.episode, "Gulls.")
    desk.does(lambda: desk.notes.add(note))
    desk.does(lambda: desk.notes.delete(note.id))
    assert "Gulls" not in desk.text()
    assert "# Harbour" in desk.text()


def test_only_what_has_changed_is_written(desk: Desk) -> None:
    desk.does(lambda: desk.notes.add(a_note(desk.episode, "Gulls.")))
    (path,) = desk.vault.glob("*.md")
    path.unlink()
    desk.does(lambda: None)
    assert not path.exists()


def test_what_was_changed_before_the_start_is_written(desk: Desk) -> None:
    desk.does(lambda: desk.notes.add(a_note(desk.episode, "Gulls.")))
    assert "Gulls" in desk.text()
    desk.folder.close()
    desk.keeper.run(lambda _: desk.notes.add(a_note(desk.episode, "Boats.")), lambda _: None)
    desk.folder = NoteFolder(desk.notes, desk.folder._library, desk.keeper, desk.settings, settle=0)
    desk.does(lambda: None)
    assert "Boats" in desk.text()


def test_another_folder_gets_everything(desk: Desk, tmp_path: Path) -> None:
    desk.does(lambda: desk.notes.add(a_note(desk.episode, "Gulls.")))
    desk.vault = tmp_path / "other"
    desk.vault.mkdir()
    with desk.qtbot.waitSignal(desk.folder.written):
        desk.settings.set(prefs.MARKDOWN_FOLDER, str(desk.vault))
    assert "Gulls" in desk.text()


def test_a_folder_that_is_gone_is_told_once_and_written_when_it_is_back(desk: Desk) -> None:
    told: list[ReaderError] = []
    desk.folder.failed.connect(told.append)
    shutil.rmtree(desk.vault)
    for words in ("Gulls.", "Boats."):
        desk.keeps(words)
        desk.qtbot.waitUntil(lambda: bool(told))
    desk.qtbot.waitUntil(lambda: not desk.folder.is_busy)
    desk.vault.mkdir()
    desk.does(lambda: None)
    assert len(told) == 1
    assert "Gulls" in desk.text()
    assert "Boats" in desk.text()


def test_turned_off_it_writes_nothing(desk: Desk) -> None:
    desk.settings.set(prefs.MARKDOWN_FOLDER, "")
    done: list[object] = []
    desk.keeper.run(lambda _: desk.notes.add(a_note(desk.episode)), done.append)
    desk.folder.tell_change()
    desk.qtbot.waitUntil(lambda: bool(done))
    desk.keeper.run(lambda _: None, done.append)
    desk.qtbot.waitUntil(lambda: len(done) == 2)
    assert desk.text() == ""
