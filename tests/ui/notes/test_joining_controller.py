"""Notes that came without files are joined to an episode, in a real window with a real library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.notes.note_import import import_notes
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.widgets.file_dialogs import FileDialogs

ADDRESS = "https://radio.example.org/harbour.mp3"


@pytest.fixture
def talk(tmp_path: Path, write_talk: WriteTalk) -> Path:
    """A talk, in a library that took in two notes about an address."""
    talk = write_talk("talk.vtt", "talk.mp3")
    targets = [
        {
            "source": ADDRESS,
            "selector": {"type": "TextQuoteSelector", "exact": "Then it is quiet again."},
        },
        {"source": ADDRESS, "selector": {"type": "TextQuoteSelector", "exact": "Never said."}},
    ]
    notes = [
        {"type": "Annotation", "id": f"urn:x:{n}", "bodyValue": "Look", "target": target}
        for n, target in enumerate(targets)
    ]
    file = tmp_path / "notes.json"
    file.write_text(json.dumps({"type": "AnnotationPage", "items": notes}))
    of_test = LibraryFile(tmp_path / "data" / "earmark.db")
    assert import_notes(file, Annotations(of_test), Library(of_test)).added == 2
    of_test.close()
    return talk


def play_first(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 2)
    page.requests.play.emit(page.model.rows[0].id)
    qtbot.waitUntil(lambda: any("No files are known" in text for text in texts(earmark)))


def texts(earmark: Earmark) -> list[str]:
    return [each.text for each in earmark.window.message_bar.messages]


def act(earmark: Earmark, title: str) -> None:
    actions = [a for each in earmark.window.message_bar.messages for a in each.actions]
    next(each for each in actions if each.label.startswith(title)).callback()


def test_to_the_open_episode_and_back(start: Start, talk: Path, qtbot: QtBot) -> None:
    earmark = start(talk)
    notebook = notebook_of(earmark).notes.notebook
    play_first(earmark, qtbot)
    act(earmark, "Join to")
    qtbot.waitUntil(lambda: len(notebook.kept) == 2)
    placed = [each for each in notebook.kept if each.span is not None]
    assert [each.annotation.note for each in placed] == ["Look"]
    notebook.undo()
    qtbot.waitUntil(lambda: not notebook.kept)


def test_to_an_episode_that_is_chosen(
    start: Start, talk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark = start()
    monkeypatch.setattr(FileDialogs, "ask_for_episode", lambda _, chosen: chosen(talk))
    play_first(earmark, qtbot)
    act(earmark, "Choose Files")
    notebook = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: len(notebook.kept) == 2)


def test_the_menu_asks_for_the_episode(start: Start, talk: Path, qtbot: QtBot) -> None:
    earmark = start(talk)
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 2)
    page.requests.join.emit(page.model.rows[0].id)
    qtbot.waitUntil(lambda: any("Which episode do the notes" in text for text in texts(earmark)))
    act(earmark, "Join to")
    qtbot.waitUntil(lambda: len(notebook_of(earmark).notes.notebook.kept) == 2)
