"""Notes going out of a real window with a real library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader import paths
from reader import settings as prefs
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.sharing.export_dialog import ExportNotesDialog


@pytest.fixture(autouse=True)
def _own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")


@pytest.fixture
def talk(tmp_path: Path, write_talk: WriteTalk) -> Path:
    """An episode with two notes, and one of another."""
    path = tmp_path / "data" / "earmark.db"
    library, store = Library(path), Annotations(path)
    here = write_talk("here.vtt", "here.mp3")
    one = library.record_opened(here.with_suffix(".mp3"), here, "Here").id
    other = library.record_opened(Path("/nowhere/mill.mp3"), None, "Mill").id
    store.add(
        a_note(one, "Gulls quarrel over the nets.", start=3_000, note="Ask."),
        a_note(one, "Later the boats come in.", start=20_000, colour=3, tags=("Sea",)),
        a_note(other, "The wheel turns."),
    )
    store.close()
    library.close()
    return here


@pytest.fixture
def earmark(start: Start, talk: Path, qtbot: QtBot) -> Earmark:
    earmark = start(talk)
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notes = notebook_of(earmark).notes
    assert notes is not None
    qtbot.waitUntil(lambda: len(notes.notebook.kept) == 2)
    return earmark


def dialog_of(earmark: Earmark) -> ExportNotesDialog:
    return notebook_of(earmark).exports.controller.dialog


def shown(earmark: Earmark, qtbot: QtBot) -> ExportNotesDialog:
    """The dialog with its first preview."""
    earmark.controllers.commands["export_notes"].trigger()
    dialog = dialog_of(earmark)
    qtbot.waitUntil(lambda: button(dialog, "Save").isEnabled())
    return dialog


def button(dialog: ExportNotesDialog, text: str) -> QPushButton:
    found = dialog.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "").startswith(text))


def choose(dialog: ExportNotesDialog, text: str) -> None:
    for box in dialog.findChildren(QComboBox):
        if (index := box.findText(text)) >= 0:
            box.setCurrentIndex(index)
            return
    raise AssertionError(text)


def preview(dialog: ExportNotesDialog) -> str:
    return dialog.findChildren(QPlainTextEdit)[0].toPlainText()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_open_episode_is_offered_first(earmark: Earmark, qtbot: QtBot) -> None:
    dialog = shown(earmark, qtbot)
    assert preview(dialog).startswith("# here\n\n> Gulls quarrel over the nets.")
    choose(dialog, "Every episode")
    qtbot.waitUntil(lambda: "# Mill" in preview(dialog))


def test_copying_sets_the_form_for_all_copies(earmark: Earmark, qtbot: QtBot) -> None:
    notes = notebook_of(earmark).notes
    assert notes is not None
    ids = [each.annotation.id for each in notes.notebook.kept]
    notes.panel.requests.copy.emit(ids[:1])
    qtbot.waitUntil(lambda: clipboard().startswith("“Gulls quarrel over the nets.”\n— "))
    assert "earmark://" in clipboard()
    dialog = shown(earmark, qtbot)
    choose(dialog, "Logseq")
    qtbot.waitUntil(lambda: preview(dialog).startswith("- ## here"))
    button(dialog, "Copy").click()
    qtbot.waitUntil(lambda: clipboard().startswith("- ## here"))
    notes.panel.requests.copy.emit(ids[1:])
    qtbot.waitUntil(lambda: "boats" in clipboard() and "Gulls" not in clipboard())
    assert clipboard().startswith("- ## here\n\t- > Later the boats come in.\n")


def test_a_file_is_written_and_reported(earmark: Earmark, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(earmark, qtbot)
    choose(dialog, "JSON (W3C Web Annotation)")
    qtbot.waitUntil(lambda: preview(dialog).startswith("{"))
    button(dialog, "Save").click()
    asking = earmark.window.findChildren(QFileDialog)[-1]
    assert Path(asking.selectedFiles()[0]).name == "here.json"
    path = tmp_path / "out.json"
    asking.filesSelected.emit([str(path)])
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert json.loads(path.read_text(encoding="utf-8"))["total"] == 2
    message = earmark.window.message_bar.messages[-1]
    assert message.text == "2 notes written to “out.json”."


def test_a_form_that_was_only_looked_at_is_not_remembered(earmark: Earmark, qtbot: QtBot) -> None:
    dialog = shown(earmark, qtbot)
    before = earmark.settings.get(prefs.NOTE_FORMAT)
    choose(dialog, "Citations, APA")
    qtbot.waitUntil(lambda: not preview(dialog).startswith("#"))
    dialog.reject()
    assert earmark.settings.get(prefs.NOTE_FORMAT) == before


def test_the_last_choice_is_there_again(earmark: Earmark, qtbot: QtBot) -> None:
    dialog = shown(earmark, qtbot)
    choose(dialog, "Citations, APA")
    qtbot.waitUntil(lambda: "References" in preview(dialog))
    button(dialog, "Copy").click()
    assert earmark.settings.get(prefs.NOTE_FORMAT) == "apa"
    dialog.close()
    earmark.controllers.commands["export_notes"].trigger()
    assert dialog.form.name == "apa"


def test_an_own_template_is_a_format_and_its_mistakes_are_reported(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "config" / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.md").write_text("a\n{{ titel }}")
    dialog = shown(earmark, qtbot)
    qtbot.waitUntil(lambda: any(b.findText("mine") >= 0 for b in dialog.findChildren(QComboBox)))
    choose(dialog, "mine")
    field = dialog.findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(lambda: "mine.md, line 2" in field.placeholderText())
    assert not button(dialog, "Save").isEnabled()


def test_a_form_that_holds_one_episode_says_so_before_it_is_written(
    earmark: Earmark, qtbot: QtBot
) -> None:
    dialog = shown(earmark, qtbot)
    choose(dialog, "WebVTT of the passages")
    qtbot.waitUntil(lambda: preview(dialog).startswith("WEBVTT"))
    choose(dialog, "Every episode")
    field = dialog.findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(lambda: "notes of one episode" in field.placeholderText())
    assert not button(dialog, "Save").isEnabled()


def test_the_selected_notes_come_first_where_they_are_meant(earmark: Earmark, qtbot: QtBot) -> None:
    notes = notebook_of(earmark).notes
    assert notes is not None
    boats = notes.notebook.kept[1].annotation.id
    notes.panel.requests.export.emit([boats])
    dialog = dialog_of(earmark)
    qtbot.waitUntil(lambda: "boats" in preview(dialog))
    assert "Gulls" not in preview(dialog)
    assert dialog.request.choice.ids == frozenset({boats})
    button(dialog, "Save").click()
    asking = earmark.window.findChildren(QFileDialog)[-1]
    assert Path(asking.selectedFiles()[0]).stem == "here"


def test_links_to_notes_are_copied(earmark: Earmark, qtbot: QtBot) -> None:
    notes = notebook_of(earmark).notes
    assert notes is not None
    ids = [each.annotation.id for each in notes.notebook.kept]
    notes.panel.requests.link.emit(ids)
    qtbot.waitUntil(lambda: clipboard().count("earmark://open?") == 2)
    first, second = clipboard().split("\n")
    assert "&t=3&" in first
    assert "&t=20&" in second


def test_without_an_episode_all_of_them_can_be_exported(
    start: Start, talk: Path, qtbot: QtBot
) -> None:
    earmark = start()
    dialog = shown(earmark, qtbot)
    assert dialog.request.choice.episodes is None
    assert "# Mill" in preview(dialog)


def test_notes_come_in_again_and_are_shown(earmark: Earmark, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(earmark, qtbot)
    exports, notes = notebook_of(earmark).exports, notebook_of(earmark).notes
    assert exports is not None
    assert notes is not None
    path = tmp_path / "out.json"
    exports._exporter.save(dialog.request._replace(form="json"), path)
    qtbot.waitUntil(path.exists)
    notes.notebook.delete(notes.notebook.kept[0].annotation.id)
    qtbot.waitUntil(lambda: len(notes.notebook.kept) == 1)
    earmark.controllers.commands["import_notes"].trigger()
    asking = earmark.window.findChildren(QFileDialog)[-1]
    asking.filesSelected.emit([str(path)])
    qtbot.waitUntil(lambda: len(notes.notebook.kept) == 2)
    reported = [each.text for each in earmark.window.message_bar.messages]
    assert "1 note imported from “out.json”, 1 known already." in reported


def test_those_with_a_tag_are_exported(earmark: Earmark, qtbot: QtBot) -> None:
    dialog = shown(earmark, qtbot)
    page = dialog.findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(lambda: "Gulls" in page.toPlainText())
    choose(dialog, "#Sea")
    qtbot.waitUntil(lambda: "Gulls" not in page.toPlainText())
    assert "boats" in page.toPlainText()
    dialog.reject()
    shown(earmark, qtbot)  # again, with nothing left out
    qtbot.waitUntil(lambda: "Gulls" in page.toPlainText())
