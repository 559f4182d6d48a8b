"""What 2,000 annotations cost the window that opens their episode, with the notes beside it.

Times of the GUI thread alone, offscreen, 1200 x 800, each count in a fresh process.
"""

from __future__ import annotations

import json
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import settings as prefs
from reader.annotation import Annotation, AnnotationKind
from reader.exporting import WRITERS, save
from reader.notes.kept import KeptText
from reader.overlays.overlays import scripted
from reader.settings import Settings
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.benchmarks.pane import _transcript
from tests.benchmarks.table import Row, in_fresh_process
from tests.ui.conftest import notebook_of
from ui.app import Earmark

CUES = COUNT = 2_000
RUNS = 3
BEAT = 2  # ms


def rows() -> Iterator[Row]:
    """With 2,000 and with none."""
    found = {}
    for count in (0, COUNT):
        runs = [in_fresh_process("tests.benchmarks.kept", count) for _ in range(RUNS)]
        found[count] = {name: median(run[name] for run in runs) for name in runs[0]}
    none, many = found[0], found[COUNT]
    more = many["first paint"] - none["first paint"]
    yield Row(f"first paint of an episode with {COUNT:,} kept, added", more, "ms", 30)
    yield Row(
        "  longest stall until all are listed, added", many["stall"] - none["stall"], "ms", 30
    )
    yield Row("  GUI thread's time until all are listed, added", many["all"] - none["all"], "ms")
    yield Row(f"a change of highlight painted, {COUNT:,} kept", many["highlight"], "ms", 1)
    yield Row(f"one more kept, shown among {COUNT:,}", many["change"], "ms")


def main(count: int) -> None:
    """Measure one count in this process and print the figures as JSON."""
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        path = _written(home, count)
        settings = Settings(home / "earmark.ini")
        settings.set(prefs.IS_NOTES_SHOWN, True)
        earmark = Earmark(player="silent", settings=settings, database=home / "earmark.db")
        earmark.start([])
        earmark.window.resize(1200, 800)
        QTest.qWait(500)
        print(json.dumps(_opened(earmark, path, count)))
        earmark.window.close()
        earmark.shut_down()
    del application


def _opened(earmark: Earmark, path: Path, count: int) -> dict[str, float]:
    beats: list[float] = []
    took: dict[str, float] = {}
    heart = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(time.thread_time()))
    heart.start()
    earmark.session.script_opened.connect(
        lambda: took.setdefault("first paint", _painted(lambda: None)),
        Qt.ConnectionType.QueuedConnection,
    )
    start = time.thread_time()
    earmark.session.open(path)
    QTest.qWait(300)
    while (
        earmark.controllers.notebook is None
        or len(notebook_of(earmark).notes.notebook.kept) < count
    ):
        QTest.qWait(20)
    QTest.qWait(1_500)
    took["all"] = 1000 * (time.thread_time() - start)
    took["stall"] = 1000 * max(after - before for before, after in pairwise(beats))
    heart.stop()
    took["highlight"] = _highlight(earmark)
    took["change"] = _change(earmark)
    return took


def _highlight(earmark: Earmark) -> float:
    page = earmark.window.reading_page
    page.set_current((CUES // 2,))
    page.follow.start()
    QTest.qWait(100)
    page.follow.is_motion_reduced = True
    near = (CUES // 2 + k % 4 for k in range(1, 201))
    return median(_painted(partial(page.set_current, (cue,))) for cue in near)


def _change(earmark: Earmark) -> float:
    """The GUI thread's share of keeping one more; the library's is not part of it."""
    notes = notebook_of(earmark).notes
    assert notes is not None
    times = []
    for k in range(5):
        before, place = len(notes.notebook.kept), 900 * (k + 1)
        start = time.thread_time()
        notes.notebook.highlight((place, place + 60), 1)
        while len(notes.notebook.kept) == before:
            QApplication.processEvents()
            time.sleep(0.001)
        QTest.qWait(50)
        times.append(1000 * (time.thread_time() - start))
    return median(times)


def _painted(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.thread_time() - start)


def _written(home: Path, count: int) -> Path:
    """An episode, with so many of its sentences in the library."""
    source, path = _transcript(CUES), home / "talk.vtt"
    writer = next(each for each in WRITERS if each.suffix == ".vtt")
    save(source, path, writer)
    library, store = Library(home / "earmark.db"), Annotations(home / "earmark.db")
    episode = library.record_opened(None, path, "Talk").id
    text, now = KeptText(scripted(path, source)), datetime.now(UTC)
    ends = list(text.sentences)
    made = [_annotation(text, ends[k % len(ends)], k, episode, now) for k in range(count)]
    if made:
        store.add(*made)
    store.close()
    library.close()
    return path


def _annotation(
    text: KeptText, span: tuple[int, int], k: int, episode: str, now: datetime
) -> Annotation:
    selector, voice = text._quoted(span)
    colour = k % 6
    kind = AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK
    note = f"What I think of it, the {k}th time I hear it. " * (k % 3)
    tags = ("sea", f"tag {k % 40}")[: k % 3]
    return Annotation(
        str(uuid.uuid4()), episode, kind, selector, now, now, note, tags, colour, voice
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
