"""Garbage is collected, and on the GUI thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue
from ui.window.garbage import GarbageCollection


@pytest.fixture(autouse=True)
def _thaw() -> Iterator[None]:
    yield
    gc.unfreeze()


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
