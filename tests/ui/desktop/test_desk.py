"""What other starts and the file manager ask for reaches the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reader.jobs import Worker
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.desktop.desk import DesktopDesk
from ui.desktop.single_instance import SingleInstance


class Application(QObject):
    """Stands for the one there is, which the tests made."""

    file_opened = Signal(str)
    aboutToQuit = Signal()


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def earmark(start: Start) -> Earmark:
    return start()


@pytest.fixture
def desk(
    earmark: Earmark, application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DesktopDesk:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    return DesktopDesk(
        earmark.session,
        earmark.window,
        earmark.desks,
        application,  # type: ignore[arg-type]
        opener=earmark.opener,
        instance=SingleInstance(tmp_path / "a.db", tmp_path, earmark),
    )


def test_files_are_opened_and_the_window_comes_up(
    desk: DesktopDesk, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark.window.showMinimized()
    desk.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    assert not earmark.window.isMinimized()


def test_a_double_click_opens(
    desk: DesktopDesk,
    application: Application,
    earmark: Earmark,
    write_talk: WriteTalk,
    qtbot: QtBot,
) -> None:
    application.file_opened.emit(write_talk("talk.vtt").as_uri())
    qtbot.waitUntil(lambda: earmark.session.title == "talk")


def test_a_link_is_passed_on(desk: DesktopDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.link_opened) as heard:
        desk.open(["earmark://open?t=5"])
    assert heard.args == ["earmark://open?t=5"]


def test_a_second_start_without_files_only_brings_it_up(
    desk: DesktopDesk, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    desk.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    earmark.window.hide()
    desk.open([])
    assert earmark.window.isVisible()
    assert earmark.session.title == "talk"


def test_without_a_bus_nothing_happens(desk: DesktopDesk, earmark: Earmark, qtbot: QtBot) -> None:
    done: list[object] = []
    worker: Worker = earmark.opener
    worker.run(lambda _: None, done.append)  # behind the try to connect
    qtbot.waitUntil(lambda: done == [None])
    assert desk.media is None
    assert earmark.window.message_bar.messages == ()


def test_what_no_file_can_be_called_is_reported_once_and_the_next_opens(
    desk: DesktopDesk, earmark: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    for name in ("/a\0b.vtt", "/" + "a" * 100_000):
        desk.open([name])
    assert [each.text for each in earmark.window.message_bar.messages] == [
        "Another program asked to open what no file can be called."
    ]
    desk.open([str(write_talk("talk.vtt"))])
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
