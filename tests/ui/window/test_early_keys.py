"""Keys pressed before the episode is open are done when it is, in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from tests.ui.conftest import Start
from ui.window.early_keys import EarlyKeys
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = MainWindow(Settings(tmp_path / "earmark.ini"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pane.setFocus()
    return window


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)


def test_keys_are_done_in_their_order_once_there_is_something_to_do_them(
    window: MainWindow,
) -> None:
    done: list[str] = []
    keys = EarlyKeys(window)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Greater)
    press(window, Qt.Key.Key_Space)
    for name, shortcut in (("play", "Space"), ("faster", ">")):
        action = QAction(name, window)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, name=name: done.append(name))
        window.addAction(action)
    assert done == []
    keys.release()
    assert done == ["play", "faster", "play"]
    press(window, Qt.Key.Key_Space)
    assert done[3:] == ["play"]


def test_what_the_text_itself_answers_to_is_not_held(window: MainWindow) -> None:
    EarlyKeys(window)
    scrolled: list[bool] = []
    window.pane.user_scrolled.connect(lambda: scrolled.append(True))
    press(window, Qt.Key.Key_PageDown)
    assert scrolled


def test_space_before_the_episode_is_open_plays_it(
    start: Start, write_talk: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[EarlyKeys] = []
    begin = EarlyKeys.__init__

    def begin_and_press(self: EarlyKeys, window: MainWindow) -> None:
        begin(self, window)
        pressed.append(self)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)

    monkeypatch.setattr(EarlyKeys, "__init__", begin_and_press)
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    assert len(pressed) == 1
    QTest.qWait(0)
    assert earmark.transport.is_wanted_playing
