"""What the window tells, and the ways out that it offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.playback.player import OutputDevice
from reader.playback.silent_player import SilentPlayer
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.dialogs.open_as import OpenAsDialog
from ui.main_window import MainWindow


def button(window: MainWindow, text: str) -> QPushButton | None:
    buttons = window.message_bar.findChildren(QPushButton)
    return next((each for each in buttons if each.text() == text and each.isVisible()), None)


def told(window: MainWindow) -> str:
    return " ".join(message.text for message in window.message_bar.messages)


def test_what_cannot_be_read_can_be_opened_as_something_else(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt"))
    window, odd = earmark.window, write_talk("odd.vtt")
    odd.write_bytes(odd.read_text("utf-8").replace("The", "港口的歷史" * 40).encode("utf-16-be"))
    earmark.session.open(odd)
    qtbot.waitUntil(lambda: button(window, "Open As…") is not None)
    assert "odd.vtt is a binary file" in told(window)
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
    qtbot.waitUntil(lambda: "binary" not in told(window))


def test_what_is_not_there_cannot_be_opened_as_anything(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    earmark.session.open(tmp_path / "gone.vtt")
    qtbot.waitUntil(lambda: "gone.vtt" in told(earmark.window))
    assert button(earmark.window, "Open As…") is None


def test_an_output_that_goes_away_is_told_once(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices = [OutputDevice("", ""), OutputDevice("usb", "Headphones")]
    monkeypatch.setattr(SilentPlayer, "devices", lambda _: list(devices))
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    window, transport = earmark.window, earmark.transport
    transport.devices_changed.emit()
    window.commands.menus["device"].actions()[1].trigger()
    transport.devices_changed.emit()
    assert "Headphones" not in told(window)
    del devices[1]
    transport.devices_changed.emit()
    assert "“Headphones” is gone" in told(window)
    window.message_bar.withdraw(window.message_bar.messages[0])
    transport.devices_changed.emit()
    assert "Headphones" not in told(window)
