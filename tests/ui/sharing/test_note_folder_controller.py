"""The Markdown folder beside a real window with a real library."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.notes import note_folder
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from tests.ui.notes.test_notes_controller import controller_of, does, has_notes


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_folder, "SETTLE", 0)


def text(vault: Path) -> str:
    return "\n".join(path.read_text() for path in vault.glob("*.md"))


def test_what_is_kept_comes_into_the_folder(
    start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    earmark.settings.set(prefs.MARKDOWN_FOLDER, str(vault))
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "colour_1", partial(has_notes, controller, 1))
    qtbot.waitUntil(lambda: "> Gulls quarrel over the nets." in text(vault))
    (path,) = vault.glob("*.md")
    path.write_text(path.read_text() + "A thought of mine.\n")
    controller.notebook.write(controller.panel.shown_ids[0], "Nets!", ["sea"])
    qtbot.waitUntil(lambda: "#sea" in text(vault))
    assert text(vault).endswith("A thought of mine.\n")


def test_a_folder_that_is_gone_is_reported_with_ways_out(
    start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    earmark.settings.set(prefs.MARKDOWN_FOLDER, str(tmp_path / "gone"))
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "colour_1", partial(has_notes, controller, 1))
    bar = earmark.window.message_bar
    qtbot.waitUntil(lambda: bool(bar.messages))
    (message,) = bar.messages
    assert message.text.startswith("The Markdown folder “gone” cannot be written")
    choose, off = message.actions
    assert choose.label == "Choose Folder…"
    off.callback()
    assert earmark.settings.get(prefs.MARKDOWN_FOLDER) == ""
