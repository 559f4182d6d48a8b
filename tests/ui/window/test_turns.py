"""What is done while the window answers."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from ui.window.turns import Turns, loading


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    turns, done = Turns(), list[str]()

    def step(name: str) -> None:
        done.append(name)
        QTimer.singleShot(0, turns, lambda: done.append("the window's turn"))

    turns.add([lambda: step("first")], [lambda: step("second")])
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 4)
    turns.add([lambda: step("third")])
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == [
        *("first", "the window's turn", "second", "the window's turn"),
        *("third", "the window's turn"),
    ]


def test_the_window_has_its_turn_after_each_step(qtbot: QtBot) -> None:
    """As its clock has here, which is always due."""
    turns, done = Turns(), list[str]()
    clock = QTimer(turns, interval=1, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: done.append("window"))
    clock.start()

    def step() -> None:
        done.append("step")
        until = time.monotonic() + 0.005
        while time.monotonic() < until:
            pass

    turns.add([step] * 8)
    qtbot.waitUntil(lambda: done.count("step") == 8)
    assert "step step" not in " ".join(done)


def test_a_step_that_fails_holds_up_no_other(qtbot: QtBot) -> None:
    turns, done = Turns(), list[int]()

    def fail() -> None:
        raise ValueError("as a bug would")

    with qtbot.capture_exceptions() as failed:
        turns.add([fail, lambda: done.append(2)])
        qtbot.waitUntil(lambda: done == [2])
    assert [kind for kind, *_ in failed] == [ValueError]


@pytest.mark.parametrize("is_late", [False, True])
def test_once_stopped_no_step_is_begun(is_late: bool, qtbot: QtBot) -> None:
    turns, others, done = Turns(), Turns(), list[int]()
    turns.add([lambda: done.append(1), turns.stop, lambda: done.append(2)])
    if is_late:
        turns.stop()
        turns.add([lambda: done.append(3)])
    passed = list[int]()
    others.add([lambda: passed.append(1)] * 10)
    qtbot.waitUntil(lambda: len(passed) == 10)  # as many turns as all of them would have had
    assert done == ([] if is_late else [1])


def test_a_module_is_a_step() -> None:
    _, step = loading(("this_is_not_there", "json"))
    assert step() is sys.modules["json"]


NEEDED = """
import sys
import ui.app, ui.window.notebook_wiring
print(*sys.modules)
"""


def test_nothing_is_loaded_that_few_listeners_use() -> None:
    """What writes a folder of Markdown loads all that writes transcripts."""
    loaded = subprocess.run(
        [sys.executable, "-c", NEEDED], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "ui.notes.notes_controller" in loaded
    assert (
        set(loaded) & {"reader.notes.markdown_folder", "reader.exporting", "av", "jinja2"} == set()
    )
