"""Garbage is collected, and on the GUI thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import settings
from reader.transcript.model import Cue
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.window.garbage import GarbageCollection


@pytest.fixture(autouse=True)
def _thaw() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.fixture
def _without_search() -> Iterator[None]:
    """Only what is in no cycle goes; a frozen cycle never does."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


class Cycle(QObject):
    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ends.append(threading.get_ident()))


def test_a_cycle_made_on_another_thread_is_collected_on_this_one(qtbot: QtBot) -> None:
    gc.collect()  # what tests before this one allocated does not count
    collection = GarbageCollection()
    ends: list[int] = []
    Cycle(ends)

    def allocate() -> None:
        assert [[] for _ in range(50_000)]

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert ends == []
    kept: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)
    assert ends == [threading.get_ident()]
    assert kept
    assert not gc.isenabled()
    del collection


def test_a_large_transcript_is_not_searched(qtbot: QtBot) -> None:
    collection = GarbageCollection()
    frozen = gc.get_freeze_count()
    transcript = [Cue(k, 0, 1_000, f"line {k}") for k in range(100_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + 100_000)
    del transcript
    assert gc.get_freeze_count() < frozen + 50_000  # it goes without being searched
    del collection


def test_what_was_frozen_is_searched_when_the_window_is_left(
    qtbot: QtBot, qapp: QApplication
) -> None:
    collection = GarbageCollection()
    ends: list[int] = []
    cycle = Cycle(ends)
    frozen = gc.get_freeze_count()
    transcript = [Cue(k, 0, 1_000, f"line {k}") for k in range(100_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + 100_000)
    del cycle, transcript
    collection.search_all(Qt.ApplicationState.ApplicationActive)
    assert ends == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert len(ends) == 1
    del collection


@pytest.mark.usefixtures("_without_search")
def test_a_text_goes_at_once_when_another_is_opened(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    other = write_talk("other.vtt", folder="elsewhere")
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nAnother one.\n", "utf-8")
    pane = earmark.window.reading_page.pane
    before = weakref.ref(pane.reading)
    earmark.session.open(other)
    qtbot.waitUntil(lambda: "Another one." in pane.toPlainText())
    qtbot.waitUntil(lambda: before() is None)


@pytest.mark.usefixtures("_without_search")
def test_the_icons_of_another_theme_go_at_once(start: Start, write_talk: WriteTalk) -> None:
    earmark = start(write_talk("talk.vtt"))
    before = weakref.ref(earmark.appearance.icons)
    earmark.settings.set(settings.THEME, "sepia")
    assert before() is None
