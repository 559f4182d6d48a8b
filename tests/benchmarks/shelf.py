"""The library's page with 1,000 episodes, and the start of Earmark beside such a library."""

from __future__ import annotations

import gc
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from reader.episode import Episode
from reader.store.catalogue import Catalogue
from reader.store.library_file import LibraryFile
from tests.benchmarks import startup
from tests.benchmarks.pane import _resident
from tests.benchmarks.table import SAMPLE, Row, fresh_home, in_fresh_process
from ui.app import Earmark
from ui.window.garbage import GarbageCollection

COUNT, SHOWS = 1_000, 20
SHOWN, GROWN, FRAME = 100, 40, 16  # ms, MB, ms
START = 1.1  # times as long as without a library
RUNS = 9
STEP = 40  # px
_PATIENCE = 120  # s


def rows() -> Iterator[Row]:
    """What the page costs, then the start."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library, small = Path(folder) / "earmark.db", Path(folder) / "small" / "earmark.db"
        small.parent.mkdir()
        fill(library, COUNT)
        fill(small, 1)
        took = in_fresh_process("tests.benchmarks.shelf", library, is_on_screen=True)
        least = in_fresh_process("tests.benchmarks.shelf", small, is_on_screen=True)
        name, grown = f"library page of {COUNT:,}", took["memory"] - least["memory"]
        yield Row(f"{name}, listed and painted", took["shown"], "ms of CPU", SHOWN)
        yield Row(f"{name}, memory above that of one, all scrolled", grown, "MB", GROWN)
        yield Row(f"{name}, p95 of a frame while it is scrolled", took["rows"], "ms of CPU", FRAME)
        yield Row("  the same of covers side by side", took["covers"], "ms of CPU", FRAME)
        yield from _starts(library)


def fill(path: Path, count: int) -> None:
    """A library with so many episodes of 20 shows, each with a cover."""
    covers = [path.with_name(f"cover{number}.png") for number in range(SHOWS)]
    for number, cover in enumerate(covers):
        image = QImage(800, 800, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(18 * number, 160, 160))
        image.save(str(cover))
    file, moment = LibraryFile(path), datetime(2024, 1, 1, tzinfo=UTC)
    made = Episode("", "", None, None, moment, moment, is_opened=False, added_at=moment)
    episodes = [
        replace(
            made,
            id=f"episode{number}",
            title=f"Episode {number}: a title as long as most titles are",
            show=f"Show {number % SHOWS}",
            date=f"{moment + timedelta(days=number):%Y-%m-%d}",
            transcript=path.with_name(f"{number}.vtt"),
            recording=path.with_name(f"{number}.mp3"),
            length=4_800_000,
            position=60_000 * (number % 70),
            is_opened=number % 3 == 0,
        )
        for number in range(count)
    ]
    catalogue = Catalogue(file)
    catalogue.write([(each, covers[k % SHOWS]) for k, each in enumerate(episodes)], [])
    file.close()


def main(library: str) -> None:
    """Show the page in this process and print the figures as JSON."""
    application = QApplication(sys.argv[:1])
    GarbageCollection(application)  # as in the app
    earmark = Earmark(player="silent", database=Path(library))
    earmark.start([])
    earmark.window.resize(1280, 860)
    _wait(lambda: earmark.controllers.library_page is not None)
    parts = earmark.controllers.library_page
    assert parts is not None
    page = parts.page
    _wait(lambda: len(page.body.all_episodes) > 0)
    episodes = page.body.all_episodes
    page.set_shelf(())
    _run(1.0)
    begun = time.thread_time()
    page.set_shelf(episodes)
    page.grab()
    shown = time.thread_time() - begun
    _run(2.0)
    figures = {"shown": 1_000 * shown}
    for name, is_covers in (("rows", False), ("covers", True)):
        page.set_order(page.body._view.order, is_covers=is_covers)
        _run(0.5)
        figures[name] = _scrolled(page.body.verticalScrollBar().setValue)
    gc.collect()
    figures["memory"] = _resident()
    print(json.dumps(figures))
    earmark.shut_down()
    del application


def _scrolled(scroll: Callable[[int], object]) -> float:
    """The 95th of 100 frames, in ms; covers that come meanwhile are part of it."""
    took = []
    for step in range(400):
        begun = time.thread_time()
        scroll(step * STEP)
        QApplication.processEvents()
        took.append(1_000 * (time.thread_time() - begun))
    return quantiles(took, n=20)[-1]


def _starts(library: Path) -> Iterator[Row]:
    pairs = [(_start(None), _start(library)) for _ in range(RUNS)]
    without, beside = (median(pair[k] for pair in pairs[1:]) for k in (0, 1))
    name = f"first text painted, with a library of {COUNT:,} / with none"
    yield Row(name, beside / without, "x in CPU", START)


def _start(library: Path | None) -> float:
    """CPU time in seconds until the text was painted."""
    with fresh_home() as environment:
        if library is not None:
            place = Path(environment["XDG_DATA_HOME"]) / "earmark" / "earmark.db"
            place.parent.mkdir(parents=True)
            shutil.copy(library, place)
        return startup.start(startup.EARMARK, SAMPLE, environment).cpu


def _wait(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_done():
        if time.monotonic() > end:
            raise TimeoutError("the library is not shown")
        _run(0.05)


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1_000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
