"""What the window reports, and the recovery actions that it offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.playback.player import OutputDevice, PlayerState
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.library.open_as import OpenAsDialog
from ui.window.main_window import MainWindow


def button(window: MainWindow, text: str) -> QPushButton | None:
    buttons = window.message_bar.findChildren(QPushButton)
    return next((each for each in buttons if each.text() == text and each.isVisible()), None)


def reported(window: MainWindow) -> str:
    return " ".join(message.text for message in window.message_bar.messages)


def test_what_cannot_be_read_can_be_opened_as_something_else(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt"))
    window, odd = earmark.window, write_talk("odd.vtt")
    odd.write_bytes(odd.read_text("utf-8").replace("The", "港口的歷史" * 40).encode("utf-16-be"))
    earmark.session.open(odd)
    qtbot.waitUntil(lambda: button(window, "Open As…") is not None)
    assert "odd.vtt is a binary file" in reported(window)
    open_as = button(window, "Open As…")
    assert open_as is not None
    open_as.click()
    dialog = window.findChild(OpenAsDialog)
    assert dialog is not None
    encoding = dialog.findChildren(QComboBox)[0]
    encoding.setCurrentIndex(encoding.findData("utf-16-be"))
    dialog.accept()
    qtbot.waitUntil(lambda: earmark.session.files.transcript == odd)
    assert "港口的歷史" in window.reading_page.pane.toPlainText()
    qtbot.waitUntil(lambda: "binary" not in reported(window))


def test_what_is_not_there_cannot_be_opened_as_anything(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    earmark.session.open(tmp_path / "gone.vtt")
    qtbot.waitUntil(lambda: "gone.vtt" in reported(earmark.window))
    assert button(earmark.window, "Open As…") is None


def test_a_lost_output_is_reported_with_ways_out_until_it_plays_again(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt"))
    earmark.transport.silenced.emit()
    assert "The audio output is gone" in reported(earmark.window)
    qtbot.waitUntil(lambda: button(earmark.window, "Choose Output…") is not None)
    assert button(earmark.window, "Play Again") is not None
    earmark.transport.state_changed.emit(PlayerState.PLAYING)
    assert "The audio output is gone" not in reported(earmark.window)


def test_choosing_an_output_from_the_message_shows_those_that_there_are_now(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark = start(write_talk("talk.vtt"))
    speakers = [OutputDevice("", ""), OutputDevice("speakers", "Speakers")]
    monkeypatch.setattr(earmark.transport, "devices", lambda: speakers)
    earmark.transport.silenced.emit()
    qtbot.waitUntil(lambda: button(earmark.window, "Choose Output…") is not None)
    choose, menu = button(earmark.window, "Choose Output…"), earmark.window.commands.menus["device"]
    assert choose is not None
    choose.click()
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()] == ["System Default", "Speakers"]
    menu.close()


def test_what_was_the_matter_with_a_file_goes_when_another_is_opened(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    earmark.session.open(tmp_path)
    qtbot.waitUntil(lambda: "is a folder" in reported(earmark.window))
    qtbot.waitUntil(lambda: button(earmark.window, "Open Another…") is not None)
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    earmark.session.open(picture)
    qtbot.waitUntil(lambda: "is a picture" in reported(earmark.window))
    assert "is a folder" not in reported(earmark.window)


def test_a_relative_path_that_cannot_be_opened_offers_another_file(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    earmark = start()
    (tmp_path / "folder").mkdir()
    earmark.session.open(Path("folder"))  # as it is typed in a terminal
    qtbot.waitUntil(lambda: "is a folder" in reported(earmark.window))
    qtbot.waitUntil(lambda: button(earmark.window, "Open Another…") is not None)


@pytest.mark.parametrize("names", [("talk.vtt", "sound.mp3"), ("sound.mp3", "talk.vtt")])
def test_two_halves_opened_one_after_the_other_can_be_joined(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, names: tuple[str, str]
) -> None:
    first, second = (write_talk(name, folder=name[:4]) for name in names)
    earmark = start(first)
    earmark.session.open(second)
    question = f"Does “{second.name}” belong to “{first.name}”, which was open before?"
    qtbot.waitUntil(lambda: reported(earmark.window) == question)
    qtbot.waitUntil(lambda: button(earmark.window, "Open Both") is not None)
    both = button(earmark.window, "Open Both")
    assert both is not None
    both.click()
    qtbot.waitUntil(lambda: set(earmark.session.files) == {first, second})
    qtbot.waitUntil(lambda: reported(earmark.window) == "")


def test_what_is_whole_is_offered_to_no_other(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    write_talk("talk.mp3")
    earmark = start(write_talk("talk.vtt"))
    qtbot.waitUntil(lambda: earmark.session.recording is not None)
    other = write_talk("other.vtt", folder="elsewhere")
    other.write_text(other.read_text("utf-8").replace("The", "No"), "utf-8")
    earmark.session.open(other)
    qtbot.waitUntil(lambda: "No recording was found" in reported(earmark.window))
    assert button(earmark.window, "Open Both") is None


def test_another_encoding_is_a_click_away_though_no_recording_was_found(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    """Both readings are Czech text, so either encoding may be the right one."""
    talk = tmp_path / "talk.srt"
    said = "1\n00:00:01,000 --> 00:00:03,000\nDobrý den, jak se máte? Šest žen.\n"
    talk.write_bytes(said.encode("iso-8859-2"))
    window = start(talk).window
    encoding = "Read as Central European (Windows-1250)"
    qtbot.waitUntil(lambda: button(window, encoding) is not None)
    qtbot.waitUntil(lambda: "No recording" in reported(window))
    offer = button(window, encoding)
    assert offer is not None
    offer.click()
    qtbot.waitUntil(lambda: "Central European (Windows-1250)" not in reported(window))
    assert "Dobrý" in window.reading_page.pane.toPlainText()
