"""What is done while the window answers."""

from __future__ import annotations

import subprocess
import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.window.turns import do_in_turns, loading


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()

    def step(name: str) -> None:
        done.append(name)
        QTimer.singleShot(0, owner, lambda: done.append("the window's turn"))

    do_in_turns(owner, (lambda: step("first"), lambda: step("second")))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == ["first", "the window's turn", "second", "the window's turn"]


def test_the_window_has_its_turn_after_each_step(qtbot: QtBot) -> None:
    """As its clock has here, which is always due."""
    owner, done = QObject(), list[str]()
    clock = QTimer(owner, interval=1, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: done.append("window"))
    clock.start()

    def step() -> None:
        done.append("step")
        until = time.monotonic() + 0.005
        while time.monotonic() < until:
            pass

    do_in_turns(owner, [step] * 8)
    qtbot.waitUntil(lambda: done.count("step") == 8)
    assert "step step" not in " ".join(done)


def test_a_step_that_fails_holds_up_no_other(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()

    def fail() -> None:
        raise ValueError("as a bug would")

    with qtbot.capture_exceptions() as failed:
        do_in_turns(owner, (fail, lambda: done.append(2)))
        qtbot.waitUntil(lambda: done == [2])
    assert [kind for kind, *_ in failed] == [ValueError]


def test_what_ends_with_its_owner_is_not_gone_on_with(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    do_in_turns(owner, (owner.deleteLater, lambda: done.append(2)))
    qtbot.waitUntil(lambda: not isValid(owner))
    QCoreApplication.processEvents()
    assert done == []


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
