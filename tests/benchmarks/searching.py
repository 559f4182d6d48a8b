"""The library of 1,000 episodes: scanned, indexed, and searched at each key."""

from __future__ import annotations

import gc
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from reader.library.folder_scan import FolderScan
from reader.library.indexing import Indexing
from reader.library.searching import LibrarySearcher
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from tests.benchmarks import thousand
from tests.benchmarks.table import Row, Skipped

TYPED = (
    *("open source", '"open source', "the", "people that", "mid-journey", "don't", "transformer"),
    *("latent space podcast", "Zwickz", '"a bit uncomfortable"', "models voice:anna", "3.5"),
    *("gpu -cloud", "data show:nothing", "before:2024-06 training", "zzzz", "in:titles episode"),
)
"""Each is looked for at every key."""

P95, WORST = 30, 60  # ms
CUES_A_SECOND = 60_000
MEMORY, SIZE = 300, 90  # MB
FIRST_SCAN, LATER_SCAN = 60, 2  # s


def rows(folder: Path | None = None) -> Iterator[Row | Skipped]:
    """All rows of the library; `folder` keeps what was generated for the next time."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as made:
        episodes = (folder or Path(made)) / "episodes"
        if not episodes.exists():
            thousand.make(episodes)
        _let_rest(episodes)
        place = Path(made)
        file, index = LibraryFile(place / "earmark.db"), WordIndex(place / "words.db")
        yield from _scanning(Catalogue(file), episodes)
        yield from _indexing(file, index)
        yield from _searching(LibrarySearcher(file, index))
        yield from _beside(episodes, place)
        file.close()
        index.close()


def _let_rest(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def _scanning(catalogue: Catalogue, folder: Path) -> Iterator[Row]:
    watched = catalogue.watch(folder)
    for name, aim in (("first scan", FIRST_SCAN), ("scan again, unchanged", LATER_SCAN)):
        took = _seconds(lambda: FolderScan(catalogue, watched).run())
        yield Row(f"{name} of {thousand.COUNT:,} episodes", took, "s", aim)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """As in the application: neither the process that makes the index nor the thread that searches
    looks for garbage."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _indexing(file: LibraryFile, index: WordIndex) -> Iterator[Row]:
    with _garbage_left():
        start = time.process_time()
        Indexing(index, Catalogue(file), Library(file)).run()
        took = time.process_time() - start
    cues = sum(each.cues for each in index.episodes().values())
    # Aims are greatest values: hence the time for so many.
    name = f"index {CUES_A_SECOND:,} of {cues:,} cues, with parsing"
    yield Row(name, took * CUES_A_SECOND / cues, "s of CPU", 1.0)
    yield Row("index, memory of the process", _memory(), "MB", MEMORY)
    yield Row(f"index of {cues / 1e6:.1f} M cues", index.size / 1e6, "MB", SIZE)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def _searching(searcher: LibrarySearcher) -> Iterator[Row]:
    keys = [text[: end + 1] for text in TYPED for end in range(len(text))]
    random.Random(1).shuffle(keys)
    searcher.find("warm")
    waits, busy = {}, {}
    with _garbage_left():
        for key in keys:
            begun = time.thread_time()
            waits[key] = 1_000 * _seconds(partial(searcher.find, key))
            busy[key] = 1_000 * (time.thread_time() - begun)
    took, used = sorted(waits.values()), sorted(busy.values())
    slowest = max(busy, key=lambda key: busy[key])
    yield Row(f"search, each of {len(keys)} keys, p95", quantiles(used, n=20)[-1], "ms of CPU", P95)
    yield Row(f"search, the slowest key: {slowest!r}", used[-1], "ms of CPU", WORST)
    yield Row("search, median", used[len(used) // 2], "ms of CPU")
    yield Row("search, p95 by the clock", quantiles(took, n=20)[-1], "ms")
    near = 1_000 * _seconds(lambda: searcher.with_near(searcher.find("Zwix ")))
    yield Row("words that are spelled much like one, after the answer", near, "ms")


def _beside(folder: Path, place: Path) -> Iterator[Row | Skipped]:
    """What others take for one word, in the same files."""
    if shutil.which("rg"):
        command = ["rg", "--count", "--ignore-case", "transformer", str(folder)]
        took = _seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))
        yield Row("ripgrep over the same files", 1_000 * took, "ms")
    else:
        yield Skipped("ripgrep over the same files", "there is no rg")
    with closing(sqlite3.connect(place / "like.db")) as database:
        database.execute("CREATE TABLE cues (text TEXT)")
        for path in folder.rglob("*.vtt"):
            lines = path.read_text(encoding="utf-8").splitlines()
            said = ((line,) for line in lines if line and "-->" not in line)
            database.executemany("INSERT INTO cues VALUES (?)", said)
        database.commit()
        question = "SELECT count(*) FROM cues WHERE text LIKE '%transformer%'"
        took = _seconds(lambda: database.execute(question).fetchone())
    yield Row("SQLite LIKE over the same lines", 1_000 * took, "ms")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
