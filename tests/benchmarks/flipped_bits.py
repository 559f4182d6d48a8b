"""One bit of a library is flipped, in its schema, anywhere, or in its log, and it is opened.

Either all notes are read, or the damage is reported, the file is left as it is, and all notes
come back by a salvage. `python -m tests.benchmarks.flipped_bits --count 10000` does it longer.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store import library as store
from reader.store.annotations import Annotations
from reader.store.check import require_sound
from reader.store.library_file import LibraryFile
from reader.store.recovery import salvage_to
from tests.reader.store.notes import a_note, episode_at

NOTES = 40
PAGE = 4096
WRITES = 3  # the use that writes first; a fault that it reports has changed nothing


class Outcome(Enum):
    """What became of a library with a flipped bit."""

    READ = "all notes read"
    SALVAGED = "reported, and all notes salvaged"
    FEWER = "reported, and some notes lost"
    LOST = "LOST IN SILENCE"
    WRITTEN = "REPORTED, AND WRITTEN ALL THE SAME"
    BUG = "A FAULT OF EARMARK"


BAD = (Outcome.LOST, Outcome.WRITTEN, Outcome.BUG)


class State(NamedTuple):
    """A library on the disk: the file and its log, and how many notes it has."""

    file: bytes
    log: bytes
    notes: int


class Flip(NamedTuple):
    """A bit of the file, or of the log of a library whose last notes are in it."""

    is_in_log: bool
    place: int
    bit: int


class Library(NamedTuple):
    """With notes of many lengths: as it was closed, and as it was killed three notes later."""

    episode: str
    closed: State
    killed: State


def library_in(folder: Path) -> Library:
    """Make it in a folder."""
    path = folder / "earmark.db"
    episode = episode_at(path)
    with closing(Annotations(path)) as annotations:
        made = [_note(episode, number) for number in range(NOTES)]
        annotations.add(*made)
        annotations.delete(made[0].id)
        annotations.change(made[1].id, note="changed")
    closed = State(path.read_bytes(), b"", NOTES - 1)
    with closing(Annotations(path)) as annotations:
        for number in range(3):
            annotations.add(_note(episode, NOTES + number))
        log = path.with_name(f"{path.name}-wal").read_bytes()
        return Library(episode, closed, State(path.read_bytes(), log, NOTES + 2))


def flips(library: Library, count: int, chance: random.Random) -> Iterator[Flip]:
    """A third of them in the schema, a third anywhere in the file, a third in the log."""
    file, log = library.closed.file, library.killed.log
    schema = list(schema_bytes(file))
    for _ in range(count // 3):
        yield Flip(False, chance.choice(schema), chance.randrange(8))
        yield Flip(False, chance.randrange(len(file)), chance.randrange(8))
        yield Flip(True, chance.randrange(len(log)), chance.randrange(8))


def schema_bytes(file: bytes) -> Iterator[int]:
    """The bytes that are used of the pages which hold the schema."""
    for start in range(0, len(file), PAGE):
        page = file[start : start + PAGE]
        if start == 0 or b"CREATE " in page:
            yield from (start + place for place, byte in enumerate(page) if byte)


def suffered(library: Library, flip: Flip, folder: Path) -> Outcome:
    """Open the library with this bit flipped, as the window does, and salvage it if asked to."""
    state = library.killed if flip.is_in_log else library.closed
    path = _spoilt(state, flip, folder)
    before = _bytes(path)
    try:
        refused = _refused(path, library.episode)
    except Exception:  # any other than StoreError: that is the point
        return Outcome.BUG
    if refused is None:
        return Outcome.READ if _count(path, library.episode) == state.notes else Outcome.LOST
    if refused <= WRITES and _bytes(path) != before:
        return Outcome.WRITTEN
    _spoilt(state, flip, folder)
    salvaged = salvage_to(path, folder / "salvaged.db")
    return Outcome.SALVAGED if salvaged.notes >= state.notes else Outcome.FEWER


def table(count: int, seed: int) -> dict[Outcome, int]:
    """How often each outcome was seen."""
    chance, seen = random.Random(seed), Counter[Outcome]()
    with TemporaryDirectory() as root:
        library = library_in(Path(root) / "made")
        for flip in flips(library, count, chance):
            outcome = suffered(library, flip, Path(root) / "flipped")
            if outcome not in (Outcome.READ, Outcome.SALVAGED):
                print(f"  seed {seed}, {flip}: {outcome.value}")
            seen[outcome] += 1
    return {outcome: seen[outcome] for outcome in Outcome}


def _note(episode: str, number: int) -> Annotation:
    words = f"quote {number} " + "word " * (number % 30)
    note = "thought " * (800 if number % 10 == 3 else number)
    return a_note(episode, words, start=number * 100, note=note, tags=("sea", f"tag {number % 5}"))


def _spoilt(state: State, flip: Flip, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "earmark.db"
    file, log = bytearray(state.file), bytearray(state.log)
    (log if flip.is_in_log else file)[flip.place] ^= 1 << flip.bit
    path.write_bytes(file)
    if log:
        path.with_name(f"{path.name}-wal").write_bytes(log)
    return path


def _refused(path: Path, episode: str) -> int | None:
    """Which use of the library reported a fault, the look after a while being the last."""
    with closing(LibraryFile(path)) as file:
        annotations = Annotations(file)
        uses: tuple[Callable[[], object], ...] = (
            store.Library(file).recent,
            lambda: annotations.of_episode(episode),
            lambda: annotations.search("quote"),
            lambda: annotations.add(_note(episode, 99)),
            annotations.undo,
            lambda: require_sound(path),
        )
        for number, use in enumerate(uses):
            try:
                use()
            except StoreError:
                return number  # the window writes no more from here on
    return None


def _count(path: Path, episode: str) -> int:
    with closing(Annotations(path)) as annotations:
        return len(annotations.of_episode(episode))


def _bytes(path: Path) -> tuple[bytes, ...]:
    paths = (path, path.with_name(f"{path.name}-wal"))
    return tuple(each.read_bytes() if each.exists() else b"" for each in paths)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how often each outcome was seen; the exit code is 1 if one was bad."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.flipped_bits")
    parser.add_argument("--count", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    given = parser.parse_args(arguments)
    seen = table(given.count, given.seed)
    for outcome, count in seen.items():
        print(f"{count:7} {outcome.value}")
    return 1 if any(seen[outcome] for outcome in BAD) else 0


if __name__ == "__main__":
    sys.exit(main())
