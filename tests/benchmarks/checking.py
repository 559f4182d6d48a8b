"""What work in the background costs who listens: `python -m tests.benchmarks checking`.

Time-coded audio plays through the real player: alone, while the words of hundreds of episodes are
indexed, and while the real episode is listened to, both in processes of their own. What is shown
is compared with what is heard, as in `sync`. Needs VLC and ffmpeg; for a check, PocketSphinx.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median, quantiles

from reader import formats
from reader.cancelling import Cancellation
from reader.errors import Cancelled
from reader.library.folder_scan import FolderScan
from reader.library.index_process import index_beside
from reader.library.indexing import IndexProgress
from reader.store.catalogue import Catalogue
from reader.store.library_file import LibraryFile
from reader.sync import check_process, engine
from reader.sync.check import CheckRequest, Stage
from tests.benchmarks import sync, thousand, time_code
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped

SECONDS = 12.0
EPISODES = 800  # more than are indexed meanwhile
MEMORY = 200  # MB


def rows(episode: tuple[Path, Path] | None = None) -> Iterator[Row | Skipped]:
    """How far shown and heard are apart alone, beside an index and beside a check, and what a
    check takes.

    `episode` is the text and the recording that are checked, if not the real ones.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        stage = sync.Stage(time_code.write_recording(folder, "mp3", sync.LENGTH))
        yield from _played(stage, "alone")
        with _indexed(folder) as index:
            index.is_begun.wait()
            yield from _played(stage, "while words are indexed")
            yield Row("episodes that were indexed meanwhile", index.done, "")
        if engine.is_installed():
            yield from _beside_a_check(stage, *(episode or _real()))
        else:
            yield Skipped("playing while a recording is checked", "PocketSphinx is not installed")
        stage.shut_down()


def _beside_a_check(stage: sync.Stage, text: Path, recording: Path) -> Iterator[Row | Skipped]:
    with _checked(text, recording) as check:
        check.is_begun.wait()
        yield from _played(stage, "while a recording is checked")
        check.is_listening.wait()  # it takes the most memory then
    yield Row("memory of a check, at most", check.memory, "MB", MEMORY)


def _real() -> tuple[Path, Path]:
    (text,), (recording,) = (list(REAL_EPISODE.glob(f"*.{suffix}")) for suffix in ("txt", "opus"))
    return text, recording


def _played(stage: sync.Stage, how: str) -> Iterator[Row | Skipped]:
    moment = stage.listen(SECONDS, lambda: stage.transport.seek(21_000))
    errors = sorted(map(abs, stage.errors(moment + sync.SETTLED)))
    if len(errors) < 2:
        yield Skipped(f"shown against heard, {how}", "the machine is too busy: nothing was shown")
        return
    yield Row(f"shown against heard, {how}: p50", median(errors), "ms", sync.P50)
    yield Row(f"shown against heard, {how}: p95", quantiles(errors, n=20)[-1], "ms", sync.P95)
    yield Row(f"frames lost in {SECONDS:g} s, {how}", stage.frames_lost(moment), "")


class _Indexing(threading.Thread):
    """Has the episodes of a folder read into an index until it is left; `done` of them are."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self._file, self._index = LibraryFile(folder / "library.db"), folder / "words.db"
        self.is_begun = threading.Event()
        self.leaving = Cancellation()
        self.done = 0
        catalogue = Catalogue(self._file)
        FolderScan(catalogue, catalogue.watch(folder / "episodes")).run()
        self._file.close()

    def run(self) -> None:
        with suppress(Cancelled):
            index_beside(
                self._file,
                self._index,
                None,
                progressed=self._take,
                cancellation=self.leaving,
            )

    def _take(self, progress: IndexProgress) -> None:
        self.done = progress.done
        self.is_begun.set()


@contextmanager
def _indexed(folder: Path) -> Iterator[_Indexing]:
    thousand.make(folder / "episodes", EPISODES)
    index = _Indexing(folder)
    index.start()
    try:
        yield index
    finally:
        index.leaving.cancel()
        index.join()


class _Check(threading.Thread):
    """Listens until it is left; `memory` are the MB that its process took at most."""

    def __init__(self, text: Path, recording: Path) -> None:
        super().__init__(daemon=True)
        self._request = CheckRequest(formats.load(text).cues, recording)
        self.is_begun, self.is_listening = threading.Event(), threading.Event()
        self.left = Cancellation()
        self.memory = 0.0

    def run(self) -> None:
        for step in check_process.checked(self._request, self.left):
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
    try:
        yield check
    finally:
        check.left.cancel()
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
