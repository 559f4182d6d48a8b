"""Another episode saved under a name whose notes are of the one before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start, end, ready_notebook
from ui.app import Earmark
from ui.notes.notes_controller import NotesController

OTHER = "WEBVTT\n\n" + "\n\n".join(
    f"00:{k:02}.000 --> 00:{k:02}.900\nQuartz number {k} vexes jolly wizards again."
    for k in range(50)
)


def controller_of(earmark: Earmark, qtbot: QtBot) -> NotesController:
    return ready_notebook(earmark, qtbot).notes


def has_kept(controller: NotesController, count: int) -> bool:
    return len(controller.notebook.kept) == count


def reported(earmark: Earmark) -> str:
    return " ".join(message.text for message in earmark.window.message_bar.messages)


def press(earmark: Earmark, text: str) -> None:
    buttons = earmark.window.message_bar.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text).click()


def keep_notes(start: Start, qtbot: QtBot, talk: Path, moments: tuple[int, ...]) -> None:
    """Keep the sentences at these times, then end."""
    earmark = start(talk)
    controller = controller_of(earmark, qtbot)
    for count, moment in enumerate(moments, 1):
        controller.notebook.keep_heard(moment, 0)
        qtbot.waitUntil(partial(has_kept, controller, count))
    end(earmark)


@pytest.fixture
def noted(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Path:
    """A transcript of which three sentences were kept."""
    talk = write_talk("talk.vtt")
    keep_notes(start, qtbot, talk, (500, 4_600, 8_600))
    return talk


def test_another_text_under_the_name_is_reported_and_its_notes_are_shown(
    start: Start, noted: Path, qtbot: QtBot
) -> None:
    noted.write_text(OTHER, "utf-8")
    earmark = start(noted)
    qtbot.waitUntil(lambda: "another text than when its 3 notes were kept" in reported(earmark))
    earmark.window.commands["notes"].setChecked(False)
    press(earmark, "Show Notes")
    assert earmark.window.commands["notes"].isChecked()
    assert "another text" not in reported(earmark)


def test_it_is_reported_once(start: Start, noted: Path, qtbot: QtBot) -> None:
    noted.write_text(OTHER, "utf-8")
    earmark = start(noted)
    qtbot.waitUntil(lambda: "another text" in reported(earmark))
    end(earmark)
    earmark = start(noted)
    controller = controller_of(earmark, qtbot)
    qtbot.waitUntil(partial(has_kept, controller, 3))
    assert "another text" not in reported(earmark)


@pytest.mark.parametrize("text", [vtt(), vtt().replace("harbour", "haven")])
def test_a_text_in_which_the_notes_are_found_is_no_other(
    start: Start, noted: Path, qtbot: QtBot, text: str
) -> None:
    noted.write_text(text + "\n\n00:59:00.000 --> 00:59:01.000\nOne line more.\n", "utf-8")
    earmark = start(noted)
    controller = controller_of(earmark, qtbot)
    qtbot.waitUntil(partial(has_kept, controller, 3))
    assert "another text" not in reported(earmark)


def test_it_can_be_an_episode_of_its_own_and_the_notes_stay_with_the_other_text(
    start: Start, noted: Path, qtbot: QtBot
) -> None:
    text = noted.read_text("utf-8")
    noted.write_text(OTHER, "utf-8")
    earmark = start(noted)
    qtbot.waitUntil(lambda: "another text" in reported(earmark))
    former, controller = earmark.session.episode, controller_of(earmark, qtbot)
    press(earmark, "Open as New Episode")
    qtbot.waitUntil(lambda: earmark.session.episode not in (None, former))
    qtbot.waitUntil(lambda: controller.notebook.is_ready and controller.notebook.kept == ())
    back = noted.with_name("back.vtt")
    back.write_text(text, "utf-8")
    earmark.session.open(back)
    qtbot.waitUntil(partial(has_kept, controller, 3))
    assert not any(each.is_unplaced for each in controller.notebook.kept)


def test_with_the_same_recording_it_is_no_other_episode(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    keep_notes(start, qtbot, talk, (500, 4_600, 8_600))
    talk.write_text(OTHER, "utf-8")
    earmark = start(talk)
    qtbot.waitUntil(lambda: "another text" in reported(earmark))
    [message] = earmark.window.message_bar.messages
    assert [action.label for action in message.actions] == ["Show Notes"]
