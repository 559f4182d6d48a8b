"""What a check costs whoever listens meanwhile: `python -m tests.benchmarks checking`.

Time-coded audio plays through the real player, first alone and then while the real episode is
listened to in a process of its own; what is shown is compared with what is heard, as in `sync`.
Needs VLC, ffmpeg and PocketSphinx.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from reader import formats
from reader.sync import check_process, engine
from reader.sync.check import CheckRequest, Stage
from tests.benchmarks import sync, time_code
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped

SECONDS = 12.0
MEMORY = 200  # MB


def rows(episode: tuple[Path, Path] | None = None) -> Iterator[Row | Skipped]:
    """How far shown and heard are apart without and with a check, and what a check takes.

    `episode` is the text and the recording that are checked, if not the real ones.
    """
    if not engine.is_installed():
        yield Skipped("playing while a recording is checked", "PocketSphinx is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        stage = sync.Stage(time_code.write_recording(Path(folder), "mp3", sync.LENGTH))
        yield from _played(stage, "alone")
        with _checked(*(episode or _real())) as check:
            check.is_begun.wait()
            yield from _played(stage, "while a recording is checked")
            check.is_listening.wait()  # it takes the most memory then
        stage.shut_down()
    yield Row("memory of a check, at most", check.memory, "MB", MEMORY)


def _real() -> tuple[Path, Path]:
    (text,), (recording,) = (list(REAL_EPISODE.glob(f"*.{suffix}")) for suffix in ("txt", "opus"))
    return text, recording


def _played(stage: sync.Stage, how: str) -> Iterator[Row]:
    moment = stage.listen(SECONDS, lambda: stage.transport.seek(21_000))
    errors = sorted(map(abs, stage.errors(moment + sync.SETTLED)))
    yield Row(f"shown against heard, {how}: p50", median(errors), "ms", sync.P50)
    yield Row(f"shown against heard, {how}: p95", quantiles(errors, n=20)[-1], "ms", sync.P95)


class _Check(threading.Thread):
    """Listens until it is left; `memory` are the MB that its process took at most."""

    def __init__(self, text: Path, recording: Path) -> None:
        super().__init__(daemon=True)
        self._request = CheckRequest(formats.load(text).cues, recording)
        self.is_begun, self.is_listening = threading.Event(), threading.Event()
        self.is_left = False
        self.memory = 0.0

    def run(self) -> None:
        for step in check_process.checked(self._request, lambda: self.is_left):
            self.is_begun.set()
            self.memory = max(self.memory, _memory_of_children())
            if step.stage is not Stage.READING:
                self.is_listening.set()
        self.is_begun.set()
        self.is_listening.set()


@contextmanager
def _checked(text: Path, recording: Path) -> Iterator[_Check]:
    check = _Check(text, recording)
    check.start()
    yield check
    check.is_left = True
    check.join()


def _memory_of_children() -> float:
    """The most that any of our processes took so far, in MB."""
    children = Path("/proc/self/task").glob("*/children")
    numbers = {number for each in children for number in each.read_text().split()}
    lines = [
        line
        for number in numbers
        for line in Path(f"/proc/{number}/status").read_text().splitlines()
        if line.startswith("VmHWM")
    ]
    return max((int(line.split()[1]) for line in lines), default=0) / 1_000
