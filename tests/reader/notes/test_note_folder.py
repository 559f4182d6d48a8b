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
class Rig:
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
            self.keeper.run(lambda _: work(), lambda _: self.folder.report_change())

    def keeps(self, words: str) -> None:
        """Keep something, and wait for nothing."""
        note = a_note(self.episode, words)
        self.keeper.run(lambda _: self.notes.add(note), lambda _: self.folder.report_change())

    def text(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.vault.glob("*.md")))


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    path, vault, keeper = tmp_path / "earmark.db", tmp_path / "vault", Worker()
    vault.mkdir()
    episode = episode_at(path)
    library, notes = Library(path), Annotations(path)
    settings = Settings(tmp_path / "earmark.ini")
    settings.set(prefs.MARKDOWN_FOLDER, str(vault))
    folder = NoteFolder(notes, library, keeper, settings, settle=0)
    yield Rig(folder, notes, settings, vault, episode, keeper, qtbot)
    folder.close()
    keeper.run(lambda _: notes.close(), lambda _: None)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def test_every_change_comes_into_the_file(rig: Rig) -> None:
    gulls = a_note(rig.episode, "Gulls quarrel.", tags=("birds",), voice="Mara")
    rig.does(lambda: rig.notes.add(gulls, a_note(rig.episode, "Boats.", start=9_000)))
    assert "> Gulls quarrel." in rig.text()
    assert "#birds" in rig.text()
    rig.does(lambda: rig.notes.change(gulls.id, note="Nets!"))
    assert "Nets!" in rig.text()
    rig.does(rig.notes.undo)
    assert "Nets!" not in rig.text()
    rig.does(lambda: rig.notes.change_colour(1, name="Idea"))
    assert "[!quote] Idea · Mara" in rig.text()
    rig.does(lambda: rig.notes.delete(gulls.id))
    assert "Gulls" not in rig.text()
    assert "> Boats." in rig.text()


def test_the_last_note_goes_from_the_file_too(rig: Rig) -> None:
    note = a_note(rig.episode, "Gulls.")
    rig.does(lambda: rig.notes.add(note))
    rig.does(lambda: rig.notes.delete(note.id))
    assert "Gulls" not in rig.text()
    assert "# Harbour" in rig.text()


def test_only_what_has_changed_is_written(rig: Rig) -> None:
    rig.does(lambda: rig.notes.add(a_note(rig.episode, "Gulls.")))
    (path,) = rig.vault.glob("*.md")
    path.unlink()
    rig.does(lambda: None)
    assert not path.exists()


def test_what_was_changed_before_the_start_is_written(rig: Rig) -> None:
    rig.does(lambda: rig.notes.add(a_note(rig.episode, "Gulls.")))
    assert "Gulls" in rig.text()
    rig.folder.close()
    rig.keeper.run(lambda _: rig.notes.add(a_note(rig.episode, "Boats.")), lambda _: None)
    rig.folder = NoteFolder(rig.notes, rig.folder._library, rig.keeper, rig.settings, settle=0)
    rig.does(lambda: None)
    assert "Boats" in rig.text()


def test_another_folder_gets_everything(rig: Rig, tmp_path: Path) -> None:
    rig.does(lambda: rig.notes.add(a_note(rig.episode, "Gulls.")))
    rig.vault = tmp_path / "other"
    rig.vault.mkdir()
    with rig.qtbot.waitSignal(rig.folder.written):
        rig.settings.set(prefs.MARKDOWN_FOLDER, str(rig.vault))
    assert "Gulls" in rig.text()


def test_a_folder_that_is_gone_is_reported_once_and_written_when_it_is_back(rig: Rig) -> None:
    reported: list[ReaderError] = []
    rig.folder.failed.connect(reported.append)
    shutil.rmtree(rig.vault)
    for words in ("Gulls.", "Boats."):
        rig.keeps(words)
        rig.qtbot.waitUntil(lambda: bool(reported))
    rig.qtbot.waitUntil(lambda: not rig.folder.is_busy)
    rig.vault.mkdir()
    rig.does(lambda: None)
    assert len(reported) == 1
    assert "Gulls" in rig.text()
    assert "Boats" in rig.text()


def test_turned_off_it_writes_nothing(rig: Rig) -> None:
    rig.settings.set(prefs.MARKDOWN_FOLDER, "")
    done: list[object] = []
    rig.keeper.run(lambda _: rig.notes.add(a_note(rig.episode)), done.append)
    rig.folder.report_change()
    rig.qtbot.waitUntil(lambda: bool(done))
    rig.keeper.run(lambda _: None, done.append)
    rig.qtbot.waitUntil(lambda: len(done) == 2)
    assert rig.text() == ""
