"""The desktop's player panel, through a client that is not ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.playback.player import PlayerState
from reader.time_bounds import LATEST
from tests.conftest import WriteTalk
from tests.reader.recording.test_artwork import with_picture
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.desktop import bus, mpris
from ui.desktop.media_controller import MediaController
from ui.desktop.media_controls import NowPlaying
from ui.desktop.mpris import MprisControls, metadata

pytestmark = pytest.mark.skipif(
    "DBUS_SESSION_BUS_ADDRESS" not in os.environ or not shutil.which("playerctl"),
    reason="there is no session bus, or no playerctl",
)
NAME = "org.mpris.MediaPlayer2.earmark"
PLAYER = "org.mpris.MediaPlayer2.Player"

Ask = Callable[..., str]


def called(name: str, path: str, method: str) -> tuple[str, ...]:
    """The command that calls a method; its arguments follow."""
    return ("gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", method)


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk) -> Earmark:
    return start(write_talk("talk.vtt", "talk.mp3"))


@pytest.fixture
def opened(earmark: Earmark) -> Iterator[list[str]]:
    """Puts it into the panel; gives what was asked to be opened."""
    names: list[str] = []
    controls = MprisControls(bus.connected(*mpris.BUS_NAMES), lambda: earmark.transport.time)
    session, window, controllers, opener = (
        earmark.session,
        earmark.window,
        earmark.controllers,
        earmark.opener,
    )
    MediaController(session, window, controllers, controls, opener=opener, open_name=names.append)
    yield names
    controls.close()


@pytest.fixture
def ask(opened: list[str], qtbot: QtBot) -> Ask:
    """Runs a foreign client, while we answer it."""

    def run(*command: str) -> str:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as client:
            qtbot.waitUntil(lambda: client.poll() is not None, timeout=15_000)
            assert client.stdout is not None
            return client.stdout.read().strip()

    return run


@pytest.fixture
def playerctl(ask: Ask) -> Ask:
    return partial(ask, "playerctl", "--player=earmark")


def test_it_plays_and_pauses(playerctl: Ask, earmark: Earmark) -> None:
    def state() -> PlayerState:
        return earmark.transport.state

    assert playerctl("status") == "Paused"
    playerctl("play")
    assert state() is PlayerState.PLAYING
    assert playerctl("status") == "Playing"
    playerctl("play-pause")
    assert state() is PlayerState.PAUSED
    playerctl("play")
    playerctl("stop")
    assert state() is PlayerState.PAUSED
    assert earmark.transport.time > 0  # the place is not lost


def test_it_goes_where_it_is_asked_to(playerctl: Ask, earmark: Earmark) -> None:
    playerctl("position", "1.5")
    assert earmark.transport.time == 1_500
    assert playerctl("position") == "1.500000"
    playerctl("position", "1-")
    assert earmark.transport.time == 500
    playerctl("next")
    assert earmark.transport.time == 1_000
    playerctl("previous")
    assert earmark.transport.time == 0
    assert earmark.session.navigator.history.has_past  # Alt+Left takes the jump back


@pytest.mark.parametrize("microseconds", [2**31 * 1_000, 2**62, -(2**62)])
def test_a_step_of_any_size_is_one(ask: Ask, earmark: Earmark, microseconds: int) -> None:
    seek = called(NAME, mpris.PATH, f"{PLAYER}.Seek")
    assert ask(*seek, "--", str(microseconds)) == "()"
    assert 0 <= earmark.transport.time <= LATEST
    assert ask(*seek, "--", "-1000") == "()"


def test_it_reports_what_is_open(playerctl: Ask, earmark: Earmark) -> None:
    reported = playerctl("metadata")
    assert earmark.session.recording is not None
    assert earmark.session.recording.as_uri() in reported
    assert re.search(r"xesam:title\s+talk", reported)
    assert re.search(r"xesam:artist\s+Mara", reported)


def test_the_picture_of_a_recording_is_shown(
    playerctl: Ask, earmark: Earmark, tmp_path: Path, qtbot: QtBot
) -> None:
    def picture() -> Path:
        return Path(QUrl(playerctl("metadata", "mpris:artUrl")).toLocalFile())

    assert picture().name == "earmark-512.png"
    talk = with_picture(tmp_path / "pictured.mp3")
    earmark.session.open(talk)
    qtbot.waitUntil(lambda: earmark.session.recording == talk)
    qtbot.waitUntil(lambda: not picture().name.startswith("earmark"), timeout=10_000)
    assert QImage(str(picture())).size() == QSize(8, 8)


def test_rate_and_volume_are_ours(ask: Ask, playerctl: Ask, earmark: Earmark) -> None:
    playerctl("volume", "0.4")
    assert earmark.transport.volume == 40
    setting = "org.freedesktop.DBus.Properties.Set"
    ask(*called(NAME, mpris.PATH, setting), PLAYER, "Rate", "<1.5>")
    assert earmark.transport.rate == 1.5
    earmark.transport.set_muted(True)
    assert playerctl("volume") == "0.000000"


def test_it_keeps_what_was_heard(ask: Ask, earmark: Earmark, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notes = notebook_of(earmark).notes
    assert notes is not None
    qtbot.waitUntil(lambda: notes.notebook.is_ready)
    earmark.transport.seek(4_500)
    keep = f"{mpris.OWN_INTERFACE}.Keep"
    assert ask(*called(mpris.BUS_NAMES[1], mpris.OWN_PATH, keep)) == "()"
    qtbot.waitUntil(lambda: len(notes.notebook.kept) == 1)
    assert "Gulls" in notes.notebook.kept[0].annotation.selector.quote.exact


def test_it_opens_and_comes_up(playerctl: Ask, ask: Ask, opened: list[str]) -> None:
    playerctl("open", "/talks/a b.vtt")
    ask(*called(NAME, mpris.PATH, "org.mpris.MediaPlayer2.Raise"))
    assert opened == ["/talks/a b.vtt", ""]


def test_changes_are_reported_to_those_who_listen(
    ask: Ask, earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    command = ("gdbus", "monitor", "--session", "--dest", NAME)
    with heard.open("w") as out, subprocess.Popen(command, stdout=out) as listener:
        qtbot.waitUntil(lambda: "is owned by" in heard.read_text(), timeout=10_000)
        earmark.transport.seek(2_000)
        earmark.transport.set_rate(2.0)
        qtbot.waitUntil(lambda: "'Rate': <2.0>}, @as []" in heard.read_text(), timeout=10_000)
        listener.kill()
    assert f"{PLAYER}.Seeked (int64 2000000,)" in heard.read_text()


def test_a_second_window_has_a_name_of_its_own(opened: list[str], ask: Ask) -> None:
    another = bus.connected(*mpris.BUS_NAMES)
    assert f"earmark.instance{os.getpid()}" in ask("playerctl", "-l")
    another.close()


def test_without_a_bus_it_is_reported_as_a_fault_of_the_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    with pytest.raises(OSError, match="No such file"):
        bus.connected(*mpris.BUS_NAMES)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1")
    with pytest.raises(OSError, match="otherwise"):
        bus.connected()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        bus.connected()


def test_short_recordings_have_a_length_of_the_same_type() -> None:
    assert metadata(NowPlaying(title="a", length=5))["mpris:length"] == ("x", 5_000)
    assert list(metadata(NowPlaying())) == ["mpris:trackid"]
