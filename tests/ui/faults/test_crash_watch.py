"""The next start knows how the last one ended."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import paths
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.faults.crash_controller import CrashController
from ui.faults.crash_watch import CrashWatch
from ui.faults.fault_dialog import FaultDialog
from ui.faults.fault_report import crash_report

ROOT = Path(__file__).parents[3]


Begin = Callable[[Path], CrashWatch]


def offer_crash(earmark: Earmark, watch: CrashWatch) -> CrashController:
    controllers = earmark.controllers
    return CrashController(earmark.session, controllers.messages, controllers.faults, watch)


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Begins to watch, and gives the tests their own faulthandler back."""
    begun: list[CrashWatch] = []

    def run(folder: Path) -> CrashWatch:
        begun.append(CrashWatch(folder))
        return begun[-1]

    yield run
    for watch in begun:
        watch.end()
    if sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def crash(begin: Begin, folder: Path, *files: Path) -> None:
    """A run that does not come to its end."""
    watch = begin(folder)
    watch.note_open(files)
    mark = (folder / "running").read_bytes()
    watch.end()
    (folder / "running").write_bytes(mark)


def test_after_a_proper_end_there_is_nothing_to_report(begin: Begin, tmp_path: Path) -> None:
    watch = begin(tmp_path)
    watch.note_open([Path("/a.vtt")])
    watch.end()
    assert begin(tmp_path).crash is None


def test_what_was_open_is_known_after_a_crash(begin: Begin, tmp_path: Path) -> None:
    files = (Path("/talks/a b.mp3"), Path("/talks/ä\nb.vtt"))
    crash(begin, tmp_path, *files)
    assert begin(tmp_path).crash == (files, "")
    assert begin(tmp_path).crash == ((), "")  # the one before had nothing open


def test_without_a_folder_it_goes_on(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    watch = begin(tmp_path / "file")
    watch.note_open([])
    assert watch.crash is None


@pytest.fixture
def killed(tmp_path: Path, write_talk: WriteTalk, qtbot: QtBot) -> Path:
    """The folder of logs of an Earmark that died while a talk was open."""
    places = {"DATA": "d", "CONFIG": "c", "STATE": "s", "RUNTIME": "r"}
    given = {f"XDG_{name}_HOME": str(tmp_path / place) for name, place in places.items()}
    environment = os.environ | given | {"XDG_RUNTIME_DIR": str(tmp_path / "r")}
    command = [sys.executable, "-m", "ui", str(write_talk("talk.vtt"))]
    mark = tmp_path / "s" / "earmark" / "log" / "running"
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        qtbot.waitUntil(lambda: mark.exists() and "talk" in mark.read_text(), timeout=30_000)
        process.send_signal(signal.SIGSEGV)
    return mark.parent


def test_a_crash_leaves_a_report_and_the_episode_is_offered(
    killed: Path, begin: Begin, start: Start, qtbot: QtBot
) -> None:
    earmark = start()
    offer_crash(earmark, begin(killed))
    qtbot.waitUntil(lambda: earmark.window.message_bar.messages != ())
    (message,) = earmark.window.message_bar.messages
    assert "did not end properly" in message.text
    reopen, show = message.actions
    assert reopen.label == "Reopen “talk”"
    show.callback()
    dialog = earmark.window.findChild(FaultDialog)
    assert dialog is not None
    report = dialog.report
    assert "Segmentation fault" in report
    assert "ui/start.py" in report
    assert str(ROOT) not in report
    reopen.callback()
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert earmark.session.title == "talk"


def test_what_is_open_again_is_not_offered(
    begin: Begin, start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    for lost in (talk, tmp_path / "gone.vtt"):
        crash(begin, tmp_path / "log", lost)
        watch = begin(tmp_path / "log")
        earmark = start(talk)
        controller = offer_crash(earmark, watch)
        qtbot.waitUntil(lambda controller=controller: controller.has_looked)  # type: ignore[misc]
        assert earmark.window.message_bar.messages == ()


def test_what_is_open_is_noted(
    begin: Begin, start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    offer_crash(earmark, begin(tmp_path / "log"))

    def noted() -> set[str]:
        return set((tmp_path / "log" / "running").read_text("utf-8").split("\0"))

    qtbot.waitUntil(lambda: noted() == {str(talk), str(talk.with_suffix(".mp3"))})
    earmark.session.close()
    qtbot.waitUntil(lambda: noted() == {""})


def test_the_report_shortens_paths() -> None:
    trace = (
        "Fatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n"
        f'  File "{paths.resources().parent}/ui/app.py", line 59 in run\n'
        '  File "/home/ann/.local/lib/python3.11/threading.py", line 982 in run\n'
        "Extension modules: a, b (total: 2)\n"
    )
    assert crash_report(trace, {"Earmark": "1"}) == (
        "Earmark 1\n\nFatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n"
        "  ui/app.py:59 in run\n  threading.py:982 in run\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_names_that_are_not_utf8_are_known_after_a_crash(begin: Begin, tmp_path: Path) -> None:
    files = (Path(os.fsdecode(b"/f\xf6lder/t\xe4lk.mp3")), Path("/talks/b.vtt"))
    crash(begin, tmp_path, *files)
    assert begin(tmp_path).crash == (files, "")
