"""How long opening 200,000 cues takes off the GUI thread, and for how long the window stalls.

A timer of 5 ms beats in the window's thread; the longest time between two beats is the stall.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from tests.benchmarks.parsing import _KINDS
from tests.benchmarks.table import SAMPLE, Row, in_fresh_process
from ui.app import Earmark
from ui.window.garbage import GarbageCollection

CUES = 200_000
SECOND = 20_000
AIMS = {"a.txt": 2, "a.vtt": 6, "a.srt": 6}  # seconds
BEAT = 5  # ms
STALL = 50  # ms
REST = 1.0  # seconds in which what follows an opening comes to rest


def rows() -> Iterator[Row]:
    """Each format, opened in a running window that shows the sample."""
    with TemporaryDirectory() as folder:
        yield from _second(Path(folder))
        for kind in _KINDS:
            path = Path(folder) / kind.name
            path.write_text(kind.make(CUES), encoding="utf-8")
            took = in_fresh_process("tests.benchmarks.opening", path, is_on_screen=True)
            yield Row(f"open {CUES:,} cues, {kind.title}", took["opening"], "s", AIMS[kind.name])
            yield Row("  the same in CPU time", took["cpu"], "s")
            yield Row("  longest stall of the window meanwhile", took["meanwhile"], "ms", STALL)
            yield Row("  longest stall once it is shown", took["showing"], "ms", STALL)
            yield Row("    most work of the window's thread at once", took["work"], "ms")


def _second(folder: Path) -> Iterator[Row]:
    """What a listener opens while another episode plays."""
    for kind in _KINDS:
        path = folder / f"second-{kind.name}"
        path.write_text(kind.make(SECOND), encoding="utf-8")
        took = in_fresh_process("tests.benchmarks.opening", path, "playing", is_on_screen=True)
        name = f"open a second episode of {SECOND:,} cues while one plays, {kind.title}"
        yield Row(name, took["opening"], "s", 0.25)
        yield Row("  the same in CPU time", took["cpu"], "s")


def main(path: str, first: str = "") -> None:
    """Open one file in this process and print the figures as JSON."""
    application = QApplication(sys.argv[:1])
    GarbageCollection(application)  # as in the app
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        earmark = Earmark(player="silent", database=Path(folder) / "earmark.db")
        earmark.start([SAMPLE])
        _run_until(earmark.session.episode_opened)
        if first == "playing":
            earmark.transport.play()
        _run(REST)
        print(json.dumps(_opened(earmark, Path(path))))
        earmark.shut_down()
    del application


def _opened(earmark: Earmark, path: Path) -> dict[str, float]:
    beats: list[tuple[float, float]] = []
    heart = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    heart.start()
    _run(REST)
    moments: list[float] = []  # taken at once: the loop may beat again before it ends
    earmark.session.script_opened.connect(lambda _: moments.append(time.perf_counter()))
    start, cpu = time.perf_counter(), time.process_time()
    earmark.session.open(path)
    _run_until(earmark.session.script_opened)
    cpu, shown = time.process_time() - cpu, moments[0]
    _run(REST)
    waits = [(before, after) for before, after in pairwise(beats) if after[0] > start]
    meanwhile = [after[0] - before[0] for before, after in waits if after[0] < shown]
    showing = [(before, after) for before, after in waits if after[0] >= shown]
    return {
        "opening": shown - start,
        "cpu": cpu,
        "meanwhile": 1000 * max(meanwhile),
        "showing": 1000 * max(after[0] - before[0] for before, after in showing),
        "work": 1000 * max(after[1] - before[1] for before, after in showing),
    }


def _run_until(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
