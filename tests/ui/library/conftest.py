"""What the lists of the library are painted with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.library.covers import Covers
from ui.library.shelf_paint import ShelfLook

MARK = QIcon()


def no_picture(_path: Path) -> bytes | None:
    return None


@pytest.fixture
def look(qapp: object) -> Iterator[ShelfLook]:
    """Light, and without covers."""
    covers = Covers(no_picture)
    yield ShelfLook(LIGHT, Icons(paths.resources() / "icons", LIGHT), covers)
    for jobs in covers.children():
        if hasattr(jobs, "close"):
            jobs.close()


PLAYER_KEYS = ("Left", "Right", "Return", "Ctrl+Return", "Delete", "Up", "Down", "Q", "F2")
Show = Callable[..., QMainWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a widget in a window whose actions have the player's keys: none may be taken from what
    has the keyboard."""
    leaked: list[str] = []
    windows: list[QMainWindow] = []  # nothing else keeps them alive

    def begin(widget: QWidget, width: int = 1000, height: int = 700) -> QMainWindow:
        window = QMainWindow()
        qtbot.addWidget(window)
        windows.append(window)
        for key in PLAYER_KEYS:
            action = QAction(key, window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: leaked.append(key))
            window.addAction(action)
        window.setCentralWidget(widget)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield begin
    assert leaked == []
