"""What other programs of the same user send: always an answer or a closed line, never a fault."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk
from tests.neighbours import bus_call, socket_data
from tests.ui.conftest import Start
from tests.ui.desktop.test_desktop_controller import Application
from ui.app import Earmark
from ui.desktop.desktop_controller import DesktopController
from ui.desktop.single_instance import SingleInstance

_SENT = 60
_UNCONNECTED = QLocalSocket.LocalSocketState.UnconnectedState


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk) -> Earmark:
    return start(write_talk("talk.vtt", "talk.mp3"))


@pytest.fixture
def controller(earmark: Earmark, tmp_path: Path) -> Iterator[DesktopController]:
    instance = SingleInstance(tmp_path / "a.db", tmp_path, earmark)
    assert instance.is_first()
    application = Application()
    controller = DesktopController(
        earmark.session,
        earmark.window,
        earmark.controllers,
        application,  # type: ignore[arg-type]
        opener=earmark.opener,
        instance=instance,
    )
    controller.link_opened.connect(earmark.open_link)
    yield controller
    application.aboutToQuit.emit()
    instance.close()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_comes_over_the_socket_the_next_start_is_answered(
    controller: DesktopController, earmark: Earmark, tmp_path: Path, qtbot: QtBot, seed: int
) -> None:
    choose = random.Random(seed)
    address = str(next(tmp_path.glob("*.socket")))
    for _ in range(_SENT):
        socket = QLocalSocket()
        socket.connectToServer(address)
        socket.write(socket_data(choose))
        if choose.random() < 0.5:  # some go at once, some wait for what comes
            socket.flush()
        else:
            qtbot.waitUntil(partial(_is_through, socket))
        socket.abort()
    good = QLocalSocket()
    good.connectToServer(address)
    good.write(b'{"names": [], "token": ""}\n')
    qtbot.waitUntil(lambda: good.bytesAvailable() > 0)
    assert good.readAll() == b"ok\n"
    assert earmark.window.isVisible()


def _is_through(socket: QLocalSocket) -> bool:
    """Whether it was answered, was hung up on, or has all been sent."""
    is_over = socket.state() is _UNCONNECTED or not socket.bytesToWrite()
    return is_over or socket.bytesAvailable() > 0


@pytest.mark.skipif("DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="there is no session bus")
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_called_over_the_bus_the_next_call_is_answered(
    controller: DesktopController, earmark: Earmark, qtbot: QtBot, seed: int
) -> None:
    qtbot.waitUntil(lambda: controller.media is not None)
    done: list[int] = []

    def call() -> None:
        choose = random.Random(seed)
        with open_dbus_connection() as line:
            for _ in range(_SENT):
                with contextlib.suppress(TimeoutError):  # the answer may be none
                    line.send_and_get_reply(bus_call(choose), timeout=10)
                done.append(1)

    caller = Thread(target=call)
    caller.start()
    qtbot.waitUntil(lambda: not caller.is_alive(), timeout=60_000)
    assert len(done) == _SENT
    assert earmark.window.isVisible()
