"""What other starts and the file manager ask for reaches the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.desktop.desktop_controller import DesktopController
from ui.desktop.single_instance import SingleInstance


class Application(QObject):
    """Stands for the one there is, which the tests made."""

    file_opened = Signal(str)
    aboutToQuit = Signal()
    focusWindowChanged = Signal(object)


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def earmark(start: Start) -> Earmark:
    return start()


@pytest.fixture
def controller(
    earmark: Earmark, application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DesktopController:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    return DesktopController(
        earmark.session,
        earmark.window,
        earmark.controllers,
        application,  # type: ignore[arg-type]
        opener=earmark.opener,
        instance=SingleInstance(tmp_path / "a.db", tmp_path, earmark),
    )


def test_files_are_opened_and_the_window_comes_up(
    controller: DesktopController, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark.window.showMinimized()
    controller.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    assert not earmark.window.isMinimized()


def test_a_double_click_opens(
    controller: DesktopController,
    application: Application,
    earmark: Earmark,
    write_talk: WriteTalk,
    qtbot: QtBot,
) -> None:
    application.file_opened.emit(write_talk("talk.vtt").as_uri())
    qtbot.waitUntil(lambda: earmark.session.title == "talk")


def test_a_link_is_passed_on(controller: DesktopController, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controller.link_opened) as heard:
        controller.open(["earmark://open?t=5"])
    assert heard.args == ["earmark://open?t=5"]


def test_a_second_start_without_files_only_brings_it_up(
    controller: DesktopController, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    controller.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    earmark.window.hide()
    controller.open([])
    assert earmark.window.isVisible()
    assert earmark.session.title == "talk"


def test_without_a_bus_nothing_happens(controller: DesktopController, earmark: Earmark) -> None:
    assert earmark.opener.close()  # the try to connect is over
    assert controller.media is None
    assert earmark.window.message_bar.messages == ()


def test_what_no_file_can_be_called_is_reported_once_and_the_next_opens(
    controller: DesktopController, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    for name in ("/a\0b.vtt", "/" + "a" * 100_000):
        controller.open([name])
    assert [each.text for each in earmark.window.message_bar.messages] == [
        "Another program asked to open what no file can be called."
    ]
    controller.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
