"""A second start hands over what it was given; whoever is killed leaves nothing in the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ui.desktop import single_instance
from ui.desktop.single_instance import _MOST_SOCKETS, SingleInstance, _parsed

ROOT = Path(__file__).parents[3]
START = """
import sys
from pathlib import Path
from ui.desktop.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
print("first" if instance.is_first(sys.argv[3:], 5) else "done", flush=True)
"""
HOLD = """
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
instance.received.connect(lambda names, _: print(*names, flush=True))
instance.listen()
application.exec()
"""


@pytest.fixture
def instance(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    """One that listens."""
    instance = SingleInstance(tmp_path / "a.db", tmp_path)
    assert instance.is_first()
    instance.listen()
    yield instance
    instance.close()


def connected(folder: Path) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(str(next(folder.glob("*.socket"))))
    return socket


Begin = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Starts a process that asks whether it is the first, and holds the place if asked to."""
    begun: list[subprocess.Popen[str]] = []

    def run(*names: str, is_held: bool = False, library: str = "a.db") -> subprocess.Popen[str]:
        code = START + HOLD if is_held else START
        command = [sys.executable, "-c", code, str(tmp_path / library), str(tmp_path), *names]
        begun.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        return begun[-1]

    yield run
    for process in begun:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_hands_over_what_it_was_given(begin: Begin) -> None:
    first = begin(is_held=True)
    assert line_of(first) == "first"
    assert line_of(begin("/a talk.vtt", "earmark://open?t=5")) == "done"
    assert line_of(first) == "/a talk.vtt earmark://open?t=5"


def test_another_library_has_its_own_window(begin: Begin) -> None:
    assert line_of(begin(is_held=True)) == "first"
    assert line_of(begin(is_held=True, library="b.db")) == "first"


def test_a_killed_window_is_no_hindrance(begin: Begin, tmp_path: Path) -> None:
    first = begin(is_held=True)
    assert line_of(first) == "first"
    assert line_of(begin()) == "done"
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert list(tmp_path.glob("*.socket"))  # it lies there still
    again = begin(is_held=True)
    assert line_of(again) == "first"
    assert line_of(begin("/b.vtt")) == "done"
    assert line_of(again) == "/b.vtt"


def test_of_many_starts_at_once_one_is_the_first(begin: Begin) -> None:
    begun = [begin(f"/{number}.vtt", is_held=True) for number in range(4)]
    said: dict[int, str] = {}
    readers = [
        Thread(target=lambda index=index: said.update({index: line_of(begun[index])}))
        for index in range(4)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(60)
    assert sorted(said.values()) == ["done"] * 3 + ["first"]


@pytest.mark.parametrize("module", ["ui.start", "ui.desktop.single_instance"])
def test_the_first_start_loads_nothing_of_the_network(module: str) -> None:
    code = f"import sys, {module}\nprint('PySide6.QtNetwork' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT) == b"False\n"


def test_one_that_hangs_is_left_alone(tmp_path: Path) -> None:
    held, second = (SingleInstance(tmp_path / "a.db", tmp_path) for _ in range(2))
    assert held.is_first()
    assert second.is_first(patience=0)  # nobody listens


def test_the_socket_is_for_this_user_alone(tmp_path: Path, qtbot: QtBot) -> None:
    instance = SingleInstance(tmp_path / "a.db", tmp_path)
    assert instance.is_first()
    instance.listen()
    (socket,) = tmp_path.glob("*.socket")
    assert socket.stat().st_mode & 0o077 == 0
    assert socket.stat().st_uid == os.getuid()
    instance.close()


@pytest.mark.parametrize(
    "message",
    [
        b"\xff\n",
        b"{}\n",
        b'{"names": 3}\n',
        b'{"names": "abc", "token": ""}\n',
        b'{"names": {"a": 1}, "token": ""}\n',
        b"[]\n",
        b"[" * 500_000 + b"\n",
        b'{"names": [' + b"9" * 10_000 + b'], "token": 1}\n',
        b"\0\n",
        b"\n" * 1_000_000,
    ],
    ids=range(10),
)
def test_nonsense_only_brings_the_window_up(tmp_path: Path, qtbot: QtBot, message: bytes) -> None:
    instance = SingleInstance(tmp_path / "a.db", tmp_path)
    assert instance.is_first()
    instance.listen()
    socket = QLocalSocket()
    with qtbot.waitSignal(instance.received) as heard:
        socket.connectToServer(str(next(tmp_path.glob("*.socket"))))
        socket.write(message)
    assert heard.args == [(), ""]
    instance.close()


def test_a_token_that_no_desktop_gives_is_left_out(tmp_path: Path, qtbot: QtBot) -> None:
    for token in ("a\0b", "\ud800", "a" * 10_000, "a=b"):
        assert _parsed(json.dumps({"names": [], "token": token}).encode())[1] in {"", "a=b"}


def test_endless_bytes_close_the_line_and_are_not_kept(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    socket = connected(tmp_path)
    socket.write(b"a" * (64 << 20))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not instance._sockets


def test_many_half_messages_leave_room_for_a_whole_one(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    halves = [connected(tmp_path) for _ in range(_MOST_SOCKETS + 20)]
    for half in halves:
        half.write(b'{"names": ["a')
    qtbot.waitUntil(lambda: len(instance._sockets) == _MOST_SOCKETS)
    for half in halves:
        half.abort()
    qtbot.waitUntil(lambda: not instance._sockets)
    with qtbot.waitSignal(instance.received) as heard:
        whole = connected(tmp_path)
        whole.write(b'{"names": ["a"], "token": "t"}\n')
    assert heard.args == [("a",), "t"]


def test_half_a_message_is_not_waited_for(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_HASTE", 50)
    half = connected(tmp_path)
    half.write(b'{"names": ["a')
    qtbot.waitUntil(lambda: half.state() is QLocalSocket.LocalSocketState.UnconnectedState)


def test_without_a_place_to_lock_in_a_window_opens(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert SingleInstance(tmp_path / "a.db", tmp_path / "file").is_first()


def test_a_disk_that_does_not_answer_holds_up_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()

    def hang(_path: object) -> str:
        answers.wait(20)
        return ""

    monkeypatch.setattr("os.path.realpath", hang)
    try:
        begun = time.monotonic()
        instance = SingleInstance(tmp_path / "a.db", tmp_path)
        assert time.monotonic() - begun < 10
        assert instance.is_first()
    finally:
        answers.set()


def test_a_library_has_one_window_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "a.db")
    first = SingleInstance(tmp_path / "a.db", tmp_path)
    assert first.is_first()
    assert single_instance._real(tmp_path / "link.db") == str(tmp_path / "a.db")
