"""The first frame: the text is painted where it stays, before anything else is made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader import settings as prefs
from reader.library.first_look import HeadStart
from reader.library.script_reader import read_script
from reader.settings import Settings
from reader.store.library import Library
from tests.reader.formats.test_beginning import subrip
from tests.ui.conftest import end, notebook_of
from ui.app import Earmark
from ui.library.opening_page import OpeningPage
from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.widgets.message_bar import MessageKind
from ui.window.first_frame import FirstFrame

ROOT = Path(__file__).parents[3]
PATIENT = 60_000  # ms: a busy machine may take its time
PROGRAM = f"""
import os, sys
from ui.commands import pyside
pyside.load()
from PySide6 import QtCore
import ui.start, ui.window.first_frame

def tell(start, found):
    loaded = [*sys.modules, *(["Qt"] if "Qt" in vars(QtCore) else [])]
    print(found is not None, *loaded, flush=True)
    os._exit(0)

ui.start._Start._load = tell
ui.window.first_frame.PATIENCE = {PATIENT}
from ui import cli
cli.main(sys.argv[1:])
"""


@pytest.fixture
def first(dressed: None, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[FirstFrame]:
    qapp.setStyleSheet("")
    first = FirstFrame(Settings(tmp_path / "earmark.ini"))
    qtbot.addWidget(first.window)
    yield first
    first.window.close()
    first.opener.close()


def corner(widget: QWidget) -> tuple[QPoint, int, int]:
    """Where a widget is on the screen, and how large."""
    return widget.mapToGlobal(QPoint(0, 0)), widget.width(), widget.height()


def test_the_text_is_painted_first_and_stays_where_it_is(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([paths.sample_episode()]))
    window, (found,) = first.window, passed.args or [None]
    assert not window.findChildren(QMenuBar)
    assert "A tour of Earmark" in window.windowTitle()
    text, before = window.pane.viewport(), corner(window.pane.viewport())
    place, picture = window.pane.boxes(0, 1), text.grab().toImage()
    earmark = Earmark(first, player="silent", database=tmp_path / "earmark.db")
    earmark.go_on(found)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert window.playback_bar.isVisible()
    assert (corner(text), window.pane.boxes(0, 1)) == (before, place)
    assert text.grab().toImage() == picture
    end(earmark)


def test_the_text_is_painted_where_it_was_left_and_stays_there(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    database, talk = tmp_path / "earmark.db", tmp_path / "long.srt"
    talk.write_text(_long_talk(), encoding="utf-8")
    left_at = read_script(talk).reading.ranges(700)[0][0]
    leave(database, talk, left_at)
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([talk], database))
    pane, (found,) = first.window.pane, passed.args or [None]
    assert pane.first_position() <= left_at < pane.first_position() + 160  # two lines
    seen = height_of(pane, left_at)
    earmark = Earmark(first, player="silent", database=database)
    earmark.go_on(found)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert height_of(pane, left_at) == seen
    earmark.controllers.messages.report(MessageKind.INFO, "It has no recording.")
    qtbot.waitUntil(lambda: not earmark.window.message_bar.isHidden())
    qtbot.waitUntil(lambda: earmark.window.message_bar.height() > 20)
    assert height_of(pane, left_at) == seen
    end(earmark)


def test_of_a_long_text_the_beginning_is_read_while_the_rest_is(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    monkeypatch.setattr("ui.library.opening_page.PATIENCE", 0)
    monkeypatch.setattr("reader.library.first_look._LONG", 100_000)
    talk = tmp_path / "long.srt"
    talk.write_text(subrip(), encoding="utf-8")
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([talk], tmp_path / "earmark.db"))
    window, (found,) = first.window, passed.args or [None]
    assert found.is_beginning
    pane, beginning = window.pane, window.pane.reading
    pane.scroll_bar.setValue(2_000)
    position = pane.first_position()
    seen = height_of(pane, position)
    earmark = Earmark(first, player="silent", database=tmp_path / "earmark.db")
    (opening_page,) = window.findChildren(OpeningPage)
    cover = Shown(opening_page)
    earmark.go_on(found)
    painted = PaintedAt(pane.viewport())
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert len(pane.reading) > len(beginning)
    assert earmark.session.script is not None
    assert pane.reading is earmark.session.script.reading
    assert height_of(pane, position) == seen
    assert len(set(painted.places)) <= 1
    assert cover.times == 0
    end(earmark)


def test_another_file_that_is_opened_meanwhile_shows_its_progress(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    monkeypatch.setattr("ui.library.opening_page.PATIENCE", 0)
    monkeypatch.setattr("reader.library.first_look._LONG", 100_000)
    talk, other = tmp_path / "long.srt", tmp_path / "other.srt"
    for each in (talk, other):
        each.write_text(subrip(), encoding="utf-8")
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([talk], tmp_path / "earmark.db"))
    earmark = Earmark(first, player="silent", database=tmp_path / "earmark.db")
    cover = Shown(first.window.findChildren(OpeningPage)[0])
    earmark.go_on((passed.args or [None])[0])
    earmark.session.open(other)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert earmark.session.files.transcript == other
    assert cover.times == 1
    end(earmark)


def test_the_text_does_not_go_sideways_when_the_notes_come(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    first.settings.set(prefs.IS_NOTES_SHOWN, True)
    database, talk = tmp_path / "earmark.db", tmp_path / "long.srt"
    talk.write_text(_long_talk(), encoding="utf-8")
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([talk], database))
    window, (found,) = first.window, passed.args or [None]
    painted = PaintedAt(window.pane.viewport())
    earmark = Earmark(first, player="silent", database=database)
    earmark.go_on(found)
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    panel = notebook_of(earmark).notes.panel
    qtbot.waitUntil(lambda: panel.isVisible() and panel.width() > 0)
    qtbot.waitUntil(lambda: len(painted.places) > 0)
    window.pane.viewport().repaint()
    assert len(set(painted.places)) == 1
    end(earmark)


class Shown(QObject):
    """How often a widget was shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Show
        return False


class PaintedAt(QObject):
    """From where to where a widget was painted each time, in its window."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.places: list[tuple[int, int]] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.places.append((corner(watched)[0].x(), watched.width()))
        return False


def _long_talk() -> str:
    return "\n".join(
        f"00:{k // 60:02}:{k % 60:02},000 --> 00:{k // 60:02}:{k % 60:02},900\nLine {k} of it.\n"
        for k in range(1_000)
    )


def leave(database: Path, talk: Path, scroll: int) -> None:
    """As if a text had been left there."""
    library = Library(database)
    library.remember_place(library.record_opened(None, talk, "talk").id, 0, 0, 1.0, scroll)
    library.close()


def height_of(pane: TranscriptPane, position: int) -> int:
    """How far down on the screen a position of the text is."""
    y = int(pane.boxes(position, position + 1)[0].top()) - pane.scroll_bar.value()
    return pane.viewport().mapToGlobal(QPoint(0, y)).y()


def test_nothing_is_loaded_that_the_first_frame_does_without(tmp_path: Path) -> None:
    """Nor is the namespace `Qt` looked at: that alone takes 15 ms. Where there is no library,
    nothing was corrected and the text is UTF-8, what reads all that is not loaded either.
    """
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}
    reported = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(paths.sample_episode())],
        cwd=ROOT,
        env={**os.environ, **homes},
        capture_output=True,
        text=True,
        check=True,
    )
    was_painted, *loaded = reported.stdout.split()
    assert was_painted == "True"
    assert "ui.window.first_frame" in loaded
    assert (
        set(loaded)
        & {
            "Qt",
            "reader.session.reading_session",
            "ui.actions",
            "ui.menus",
            "ui.window.wiring",
            "sqlite3",
            "vlc",
            "json",
            "reader.formats.zip_parts",
            "reader.formats.encoding_evidence",
            "reader.store.rows",
            "reader.overlays.corrections",
            "reader.overlays.voices",
            "reader.annotation",
            "reader.markdown_text",
        }
        == set()
    )


def test_a_window_that_is_not_seen_gets_the_rest_all_the_same(
    first: FirstFrame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.first_frame.PATIENCE", PATIENT)
    monkeypatch.setattr("ui.window.first_frame.UNSEEN", 1)
    first.window.setUpdatesEnabled(False)  # as if nobody looked
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([paths.sample_episode()]))
    assert not first.window.is_painted
    assert passed.args != [None]
    # Looked at later, it has all of that already.
    again: list[object] = []
    first.passed.connect(again.append)
    looked_at = QTimer(first, singleShot=True, interval=0)  # after all that painting began
    first.window.painted.connect(lambda: QTimer.singleShot(0, looked_at.start))
    with qtbot.waitSignal(looked_at.timeout):
        first.window.setUpdatesEnabled(True)
    assert not again


@pytest.mark.parametrize("name", ["gone.vtt", "empty.vtt"])
def test_what_cannot_be_read_is_left_to_whoever_reports_it(
    first: FirstFrame, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty.vtt").write_text("")
    with qtbot.waitSignal(first.passed) as passed:
        first.show(HeadStart([tmp_path / name]))
    assert passed.args == [None]
    assert not first.window.isVisible()
