"""One start of Earmark that reports, as JSON, what a listener sees and when.

`python -c "from tests.benchmarks.watched_start import main; main()" FILE`. Nothing is imported
here that Earmark would not have imported by then.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.app import Earmark
    from ui.reading.transcript_pane.transcript_pane import TranscriptPane

BEAT = 5  # ms between two looks at how long the window's thread was busy
WATCH = 2_000  # ms after the start has settled, and after the keys


class _Watch:
    """What was seen so far: moments by the monotonic clock, and CPU times in seconds."""

    def __init__(self) -> None:
        self.moments: dict[str, float] = {}
        self.cpu: dict[str, float] = {}
        self.tops: list[int] = []  # where in the window a word stood, from paint to paint
        self._word = 0  # its position in the text: the first one that was painted
        self.beats: list[float] = []
        self._heart: Any = None

    def note(self, name: str) -> None:
        """Only the first time counts."""
        self.moments.setdefault(name, time.monotonic())
        self.cpu.setdefault(name, time.process_time())

    def see(self, pane: TranscriptPane) -> None:
        """The page was painted."""
        from PySide6.QtCore import QPoint

        if not len(pane.reading):
            return
        if not self.tops:
            self._word = pane.first_position()
        page = pane.viewport().mapTo(pane.window(), QPoint(0, 0)).y()
        box = pane.boxes(self._word, self._word + 1)[0]
        top = page + int(box.top()) - pane.scroll_bar.value()
        if not self.tops or top != self.tops[-1]:
            self.tops.append(top)
            self.moments["place"] = time.monotonic()
        if "text" not in self.moments:
            self.note("text")
            pane.window().activateWindow()  # as a window manager does
            self._beat()
            print("text", flush=True)

    def _beat(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._heart = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(lambda: self.beats.append(time.monotonic()))
        self._heart.start()

    def report(self, earmark: Earmark) -> None:
        """Print all, and end."""
        import json

        transport = earmark.transport
        beats = [self.moments["text"], *self.beats]
        found = {
            "moments": self.moments,
            "cpu": self.cpu,
            "jumped": max(self.tops) - min(self.tops),
            "block": max(after - before for before, after in pairwise(beats)),
            "is_playing": transport.is_wanted_playing,
            "rate": transport.rate,
        }
        print(json.dumps(found), flush=True)
        os._exit(0)


def main() -> None:
    """Start Earmark as its command does, watched."""
    from ui.cli import main as start
    from ui.commands import window

    watch, begin = _Watch(), window._head_start

    def begin_watched(*given: Any) -> Any:
        # First, as it is without a watch: it loads Qt no sooner than Earmark does.
        begun = begin(*given)
        _follow_pane(watch)
        _follow_start(watch)
        return begun

    window._head_start = begin_watched  # type: ignore[assignment]
    start(sys.argv[1:])


def _follow_pane(watch: _Watch) -> None:
    from ui.reading.transcript_pane.transcript_pane import TranscriptPane

    def paint_event(pane: TranscriptPane, event: Any) -> None:
        super(TranscriptPane, pane).paintEvent(event)
        watch.see(pane)

    TranscriptPane.paintEvent = paint_event  # type: ignore[assignment, method-assign]


def _follow_start(watch: _Watch) -> None:
    from ui import start

    begin = start._Start._go_on

    def go_on(self: start._Start, *given: Any) -> None:
        begin(self, *given)
        earmark = self._earmark
        assert earmark is not None
        _follow_furniture(watch, earmark)
        _follow_settling(watch, earmark)

    start._Start._go_on = go_on  # type: ignore[assignment, method-assign]


def _follow_furniture(watch: _Watch, earmark: Earmark) -> None:
    from PySide6.QtCore import QEvent, QObject

    class _Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watch.note("bar")
            return False

    bar = earmark.window.playback_bar
    bar.installEventFilter(_Painted(bar))


def _follow_settling(watch: _Watch, earmark: Earmark) -> None:
    from PySide6.QtCore import QTimer

    missing = {"player", "episode"}

    def settle() -> None:
        watch.note("settled")
        QTimer.singleShot(WATCH, lambda: watch.report(earmark))

    def tick_off(name: str) -> None:
        watch.note(name)
        missing.discard(name)
        if not missing and "done" not in watch.moments:
            watch.note("done")
            QTimer.singleShot(0, settle)  # what else hears of them comes first

    earmark.settled.connect(lambda: tick_off("player"))
    earmark.session.episode_opened.connect(lambda _: tick_off("episode"))
