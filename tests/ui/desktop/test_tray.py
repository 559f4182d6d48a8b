"""The icon in the tray comes only where it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.playback.player import PlayerState
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.desktop.tray import Tray


@pytest.fixture
def brought_up() -> list[str]:
    return []


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk) -> Earmark:
    return start(write_talk("talk.vtt", "talk.mp3"))


@pytest.fixture
def tray(earmark: Earmark, brought_up: list[str]) -> Tray:
    messages = earmark.controllers.messages
    return Tray(earmark.settings, earmark.window, messages, lambda: brought_up.append("up"))


def is_shown(tray: Tray) -> bool:
    icon = tray.findChild(QSystemTrayIcon)
    return isinstance(icon, QSystemTrayIcon) and icon.isVisible()


def menu_of(tray: Tray) -> QMenu:
    icon = tray.findChild(QSystemTrayIcon)
    assert isinstance(icon, QSystemTrayIcon)
    return icon.contextMenu()


def test_it_is_not_there_unless_asked_for(tray: Tray) -> None:
    assert not is_shown(tray)


def test_a_desktop_without_a_tray_is_reported(
    tray: Tray, earmark: Earmark, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    earmark.settings.set(prefs.IS_TRAY_SHOWN, True)
    assert not is_shown(tray)
    assert "no tray" in earmark.window.message_bar.messages[0].text


def test_it_comes_and_goes_with_its_preference(
    tray: Tray, earmark: Earmark, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    for is_on in (True, False, True):
        earmark.settings.set(prefs.IS_TRAY_SHOWN, is_on)
        assert is_shown(tray) is is_on


def test_its_menu_steers(
    tray: Tray,
    earmark: Earmark,
    brought_up: list[str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    earmark.settings.set(prefs.IS_TRAY_SHOWN, True)
    show, play, _keep, leave = (each for each in menu_of(tray).actions() if each.text())
    show.trigger()
    play.trigger()
    assert brought_up == ["up"]
    assert earmark.transport.state is PlayerState.PLAYING
    leave.trigger()
    assert not earmark.window.isVisible()
