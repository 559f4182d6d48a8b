"""The whole application in a real window, with a library and settings of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer

from reader import paths
from reader.playback import choosing
from reader.playback.vlc_player import VlcPlayer
from reader.session import sync_check
from reader.settings import Settings
from ui.app import Earmark
from ui.appearance import language
from ui.appearance.theme import load_fonts
from ui.window.notebook_wiring import NotebookControllers

Start = Callable[..., Earmark]
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test of this folder that shows windows depends on how soon the X server answers."""
    for item in items:
        if _HERE in item.path.parents and "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker("needs_screen")


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication) -> None:
    """As in the application, whatever the language of this machine."""
    language.use_language(qapp, language.SOURCE)


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """As in the application from the first window on: a page is set alike in whatever order."""
    load_fonts(paths.resources() / "fonts")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application looks afterwards as before, and no window, menu or popup stays behind."""
    dress = qapp.style().name(), QFont(qapp.font()), QPalette(qapp.palette()), qapp.styleSheet()
    before = set(map(getCppPointer, qapp.topLevelWidgets()))
    yield
    for widget in qapp.topLevelWidgets():
        if type(widget) is QMenu and getCppPointer(widget) not in before:
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else each would be dressed again
    qapp.setStyleSheet(dress[3])
    qapp.setStyle(dress[0])
    qapp.setFont(dress[1])
    qapp.setPalette(dress[2])


@pytest.fixture
def start(
    dressed: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Starts Earmark with files; it plays silence, or with `player="vlc"` to no device."""
    monkeypatch.setitem(choosing.PLAYERS, "vlc", partial(VlcPlayer.prepare, ["--aout=dummy"]))
    monkeypatch.setattr(sync_check, "installed_tools", lambda: None)  # a process each window
    running: list[Earmark] = []

    def begin(*files: Path, player: str = "silent", home: Path = tmp_path) -> Earmark:
        hook = sys.excepthook
        settings = Settings(home / "config" / "earmark.ini")
        earmark = Earmark(player=player, settings=settings, database=home / "data" / "earmark.db")
        sys.excepthook = hook  # a fault is to fail the test, not to open a dialog
        running.append(earmark)
        qtbot.addWidget(earmark.window)
        earmark.start(files)
        earmark.window.activateWindow()
        qtbot.waitUntil(lambda: earmark.transport.player_name != "")
        if files:
            qtbot.waitUntil(lambda: earmark.session.episode is not None)
        return earmark

    yield begin
    for earmark in running:
        end(earmark)
        earmark.window.deleteLater()
        earmark.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def end(earmark: Earmark) -> None:
    """As when its window is closed; a second time does nothing."""
    if earmark.property("has ended"):
        return
    earmark.setProperty("has ended", True)
    earmark.window.close_anyway()
    earmark.shut_down()


def notebook_of(earmark: Earmark) -> NotebookControllers:
    """What shows and changes the notes; there once the first episode or All Notes was opened."""
    assert earmark.controllers.notebook is not None
    return earmark.controllers.notebook


def ready_notebook(earmark: Earmark, qtbot: QtBot) -> NotebookControllers:
    """The same as soon as it is there and has read the words of the episode."""
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    controllers = notebook_of(earmark)
    qtbot.waitUntil(lambda: controllers.notes.notebook.is_ready)
    return controllers
