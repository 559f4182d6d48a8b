"""How soon the text is painted after the start, beside a bare window with the same text.

Both start the same way: an interpreter runs a few lines that report when the first text was
painted, one through Earmark's own command line, the other through a QTextBrowser. The clock
runs from before the process is made. Settings and library are empty, the disk is warm.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from reader.library.script_reader import read_script
from tests.benchmarks.table import REAL_EPISODE, SAMPLE, Row, Skipped, fresh_home, output_of

RUNS = 15

_REPORT = """
import os, sys, time

def painted():
    moment, cpu = time.monotonic(), time.process_time()
    sys.stdout.write(f"{moment} {cpu}\\n")
    sys.stdout.flush()
    os._exit(0)
"""

_BARE = """
from PySide6.QtWidgets import QApplication, QTextBrowser

class Page(QTextBrowser):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted()

application = QApplication(sys.argv[:1])
page = Page()
with open(sys.argv[1], encoding="utf-8") as file:
    page.setPlainText(file.read())
page.resize(1000, 760)
page.show()
application.exec()
"""

EARMARK = """
from ui.cli import main
from ui.commands import window

begin = window._head_start

def begin_watched(*given):
    # First, as it is without a watch: it loads Qt no sooner than Earmark does.
    begun = begin(*given)
    from ui.reading.transcript_pane.transcript_pane import TranscriptPane

    def paint_event(pane, event):
        super(TranscriptPane, pane).paintEvent(event)
        if len(pane.reading):
            painted()

    TranscriptPane.paintEvent = paint_event
    return begun

window._head_start = begin_watched

main(sys.argv[1:])
"""


class Start(NamedTuple):
    """When the first text was painted, counted from before the process was made."""

    wall: float  # seconds until the text was painted
    cpu: float


def rows() -> Iterator[Row | Skipped]:
    """The sample and, where it is, the real episode."""
    yield from _compared("the sample", SAMPLE, 1.6)
    real = next(iter(sorted(REAL_EPISODE.glob("*.txt"))), None)
    if real is None:
        yield Skipped("cold start with the real episode", f"there is no {REAL_EPISODE.name} here")
    else:
        yield from _compared("the real episode", real, 1.8)


def _compared(title: str, transcript: Path, aim: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        text.write_text(read_script(transcript).reading.text, encoding="utf-8")
        _start(_BARE, text), _start(EARMARK, transcript)  # warms disk and byte code
        # One after the other, so that a busy moment of the machine meets both.
        pairs = [(_start(_BARE, text), _start(EARMARK, transcript)) for _ in range(RUNS)]
    bare = median(pair[0].wall for pair in pairs)
    ours = median(pair[1].wall for pair in pairs)
    yield Row(f"first text painted, {title} / bare window", ours / bare, "x", aim)
    yield Row("  Earmark", ours * 1000, "ms")
    yield Row("  bare window", bare * 1000, "ms")
    cpu = median(pair[1].cpu for pair in pairs) / median(pair[0].cpu for pair in pairs)
    yield Row("  the same in CPU time", cpu, "x")


def _start(program: str, file: Path) -> Start:
    with fresh_home() as environment:
        return start(program, file, environment)


def start(program: str, file: Path, environment: dict[str, str]) -> Start:
    """One start of a program that opens a file."""
    command = [sys.executable, "-c", _REPORT + program, str(file)]
    began = time.monotonic()
    moment, cpu = map(float, output_of(command, environment).split())
    return Start(moment - began, cpu)
