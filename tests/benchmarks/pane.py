"""What the page costs at 2,000, 20,000 and 200,000 cues, in the application's own window.

All times are CPU time of the process; offscreen, 1000 x 800, each size in a fresh process.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from reader import settings as prefs
from reader.overlays.overlays import scripted
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.script import Script
from tests.benchmarks.table import Row, in_fresh_process
from ui.app import Earmark

SIZES = (2_000, 20_000, 200_000)
FIRST_PAINT = {2_000: 50, 20_000: 60, 200_000: 150}  # ms
MEMORY = {2_000: 10, 20_000: 15, 200_000: 60}  # MB
RUNS = 3  # fresh processes for what happens once in each

_SAID = (
    "and today I am joined just by my host, for",  # as long as the real episode's are
    "a new format where we talk about one thing.",
    "Right, and the first thing that comes to",
    "mind is how long we have done this. Years.",
)


def rows() -> Iterator[Row]:
    """Each cost at each size."""
    for size in SIZES:
        runs = [in_fresh_process("tests.benchmarks.pane", size) for _ in range(RUNS)]
        took = {name: median(run[name] for run in runs) for name in runs[0]}
        title = f"{size:,} cues"
        yield Row(f"first text painted, {title}", took["first paint"], "ms", FIRST_PAINT[size])
        yield Row("  set as reading text, off the GUI thread", took["scripted"], "ms")
        yield Row(f"memory added, {title}", took["memory"], "MB", MEMORY[size])
        yield Row(f"a change of highlight painted, {title}", took["highlight"], "ms", 1)
        yield Row(f"a change of word painted, {title}", took["word"], "ms", 1)
        yield Row(f"a seek to anywhere painted, {title}", took["seek"], "ms", 10)
        yield Row(f"a scrolled frame, {title}", took["scroll"], "ms", 8)
        yield Row(f"a resize painted, {title}", took["resize"], "ms", 30)
        yield Row(f"a step of zoom painted, {title}", took["zoom"], "ms", 30)


def main() -> None:
    """Measure one size in this process and print the figures as JSON."""
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        earmark = Earmark(player="silent", database=Path(folder) / "earmark.db")
        print(json.dumps(_Stage(earmark).measured(int(sys.argv[1]))))
        earmark.shut_down()
    del application


class _Stage:
    """The window with one long script, and what is done to it."""

    def __init__(self, earmark: Earmark) -> None:
        self._earmark, self._window = earmark, earmark.window
        self._page, self._pane = earmark.window.reading_page, earmark.window.reading_page.pane
        earmark.start([])
        self._window.resize(1000, 800)
        QApplication.processEvents()

    def measured(self, size: int) -> dict[str, float]:
        """Every cost by its name: ms, memory in MB."""
        transcript = _transcript(size)
        gc.collect()
        start = time.process_time()
        script = scripted(Path("talk.vtt"), transcript)
        took = {"scripted": 1000 * (time.process_time() - start)}
        gc.collect()
        before = _resident()
        took["first paint"] = _painted(lambda: self._show(script))
        gc.collect()
        took["memory"] = _resident() - before
        return took | {
            "highlight": self._highlight(size),
            "word": self._word(size),
            "seek": self._seek(size),
            "scroll": self._scroll(),
            "resize": self._resize(),
            "zoom": self._zoom(),
        }

    def _show(self, script: Script) -> None:
        session = self._earmark.session
        session._show_script(script, session.script_opened)

    def _highlight(self, size: int) -> float:
        first = size // 2
        self._page.set_current((first,))
        self._page.follow.start()
        QApplication.processEvents()
        self._page.follow.is_motion_reduced = True
        near = (first + k % 4 for k in range(1, 201))  # in view: no scrolling is measured
        return median(_painted(partial(self._page.set_current, (cue,))) for cue in near)

    def _word(self, size: int) -> float:
        cue = size // 2
        self._page.set_current((cue,))
        QApplication.processEvents()
        offsets = (4 * (k % 6) for k in range(1, 201))
        return median(_painted(partial(self._page.set_word, cue, at, 3)) for at in offsets)

    def _seek(self, size: int) -> float:
        self._page.set_word(-1, 0, 0)
        places = random.Random(1).sample(range(size), 60)
        return median(_painted(partial(self._page.set_current, (cue,))) for cue in places)

    def _scroll(self) -> float:
        self._page.follow.stop()
        bar = self._pane.scroll_bar
        return median(_painted(lambda: bar.setValue(bar.value() + 70)) for _ in range(200))

    def _resize(self) -> float:
        """From 1000 x 800 to narrow and back: at most of these widths, lines break again."""
        widths = [*range(980, 580, -20), *range(600, 1000, 20)]
        return median(_painted(partial(self._window.resize, to, 800)) for to in widths)

    def _zoom(self) -> float:
        keep, size = self._earmark.settings.set, prefs.TYPE_SIZE.default
        steps = [size + step for step in (1, 2, 3, 4, 3, 2, 1, 0, -1, -2, -3, -2, -1, 0)]
        return median(_painted(partial(keep, prefs.TYPE_SIZE, to)) for to in steps)


def _painted(act: Callable[[], object]) -> float:
    """The CPU time of an act with all that follows from it until it is painted, in ms."""
    start = time.process_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.process_time() - start)


def _resident() -> float:
    """The memory of this process, in MB; its greatest where the system reports no other."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6


def _transcript(size: int) -> Transcript:
    return Transcript(tuple(_cue(index) for index in range(size)))


def _cue(index: int) -> Cue:
    text, turn = _SAID[index % len(_SAID)], index // 9
    voices = (VoiceChange(0, ("Ann", "Ben")[turn % 2]),) if index % 9 == 0 else ()
    return Cue(index, index * 2_500, index * 2_500 + 2_400, text, voices)


if __name__ == "__main__":
    main()
