"""An episode whose names are not UTF-8, from the file manager to the last export."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.exporting import writer_named
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.desktop.arrivals import arrival
from ui.desktop.media_controls import NowPlaying
from ui.desktop.mpris import metadata

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
ODD = os.fsdecode(b"t\xe4lk")


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    folder = os.fsdecode(b"f\xf6lder")
    return write_talk(f"{ODD}.vtt", f"{ODD}.mp3", folder=folder)


def test_it_is_opened_played_kept_linked_and_exported(
    talk: Path, start: Start, qtbot: QtBot
) -> None:
    (file,) = arrival([talk.as_uri()]).files
    earmark = start(file, player="vlc")
    session = earmark.session
    assert (session.recording, session.title) == (talk.with_suffix(".mp3"), "t\ufffdlk")
    session.transport.play()
    qtbot.waitUntil(lambda: session.transport.time > 0)
    session.transport.pause()
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    with qtbot.waitSignal(notebook_of(earmark).notes.notebook.added):
        earmark.controllers.commands["keep"].trigger()
    earmark.controllers.commands["copy_link"].trigger()
    link = QGuiApplication.clipboard().text()
    assert link.startswith("earmark://open?recording=")
    with qtbot.waitSignal(session.exported):
        session.export(talk.with_suffix(".srt"), writer_named("srt"))
    assert talk.with_suffix(".srt").is_file()
    with qtbot.waitSignal(session.recent.changed) as recent:
        session.close()
    assert recent.args is not None
    assert recent.args[0][0].files == (talk.with_suffix(".mp3"), talk)
    earmark.open_link(link)
    qtbot.waitUntil(lambda: session.recording == talk.with_suffix(".mp3"))


def test_the_panel_gets_texts_that_dbus_can_carry() -> None:
    playing = NowPlaying(
        episode_id="x", title=ODD, voices=(ODD, "a\0b"), show=ODD, recording="file:///t%E4lk.mp3"
    )
    reported = metadata(playing)
    panel = DBusAddress("/x", interface="a.b")
    assert b"t%E4lk" in new_signal(panel, "X", "a{sv}", (reported,)).serialise(serial=1)
    assert reported["xesam:artist"] == ("as", ["t\ufffdlk", "ab"])
