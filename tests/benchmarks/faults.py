"""What becomes of notes when the worst happens: `python -m tests.benchmarks.faults` (make faults).

A process that makes notes is killed at random moments; all that it told as kept must be there.
Then the disk is full, the folder read-only, the library locked, damaged, or of a newer Earmark:
each must be told in plain words and leave the file as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.check import check
from tests.benchmarks.table import ROOT
from tests.reader.store.notes import a_note, episode_at

KILLS = 200
LONGEST = 0.4  # seconds that a process lives after its first note, at most
BANDS = (5, 20, 80, 400)  # ms

# Each line is written after the call returned: what it says was shown as kept.
CHILD = """
import json, sys
from pathlib import Path
from reader.store.annotations import Annotations
from tests.reader.store.notes import a_note
annotations, episode = Annotations(Path(sys.argv[1])), sys.argv[2]
def tell(key, note, is_deleted=False):
    print(json.dumps([key, note, is_deleted]), flush=True)
for number in range(1_000_000):
    note = a_note(episode, f"quote {number} " * 40, tags=("sea", f"tag {number}"))
    annotations.add(note)
    tell(note.id, "")
    annotations.change(note.id, note="first thought")
    tell(note.id, "first thought")
    if number % 3 == 0:
        annotations.delete(note.id)
        tell(note.id, "first thought", True)
        annotations.undo()
        tell(note.id, "first thought")
"""

NOBODY = """
import os, sys
from pathlib import Path
from reader.errors import StoreError
from reader.store import annotations, backups, database
from tests.reader.store.notes import a_note
if os.geteuid() == 0:
    os.setuid(65534)  # to root, nothing is read-only
try:
    annotations.Annotations(Path(sys.argv[1])).add(a_note(sys.argv[2]))
except StoreError as error:
    print(error.message)
"""


class Killed(NamedTuple):
    """One process: how many ms it lived after its first note, and what of its notes is there."""

    lived: float
    told: int
    lost: int
    is_sound: bool


class Fault(NamedTuple):
    """What a listener reads when something is wrong, and whether all is as it should be."""

    name: str
    message: str
    is_kept: bool


def kills(path: Path, count: int, seed: int | None = None) -> Iterator[Killed]:
    """Start and kill `count` processes that make notes in the library at `path`."""
    chance = random.Random(seed)
    episode = episode_at(path)
    for _ in range(count):
        lived, lines = _killed(path, episode, chance.uniform(0, LONGEST))
        told = {key: (note, is_deleted) for key, note, is_deleted in map(json.loads, lines)}
        yield Killed(lived, len(lines), _lost(path, told, lines), check(path).is_sound)


def _killed(path: Path, episode: str, seconds: float) -> tuple[float, list[str]]:
    """What a process told, of which it was made to live for `seconds` after its first note."""
    command = [sys.executable, "-c", CHILD, str(path), episode]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout
        told = process.stdout.readline()
        start = time.perf_counter()
        while (left := start + seconds - time.perf_counter()) > 0:
            if select.select([process.stdout], [], [], left)[0]:
                told += os.read(process.stdout.fileno(), 65_536)
        process.kill()
        lived = time.perf_counter() - start
        told += process.stdout.read()
    return 1000 * lived, [line for line in told.decode().splitlines(True) if line.endswith("\n")]


def _lost(path: Path, told: dict[str, tuple[str, bool]], lines: Sequence[str]) -> int:
    """How many notes are not as told; the last may be one command further, not yet told."""
    annotations = Annotations(path)
    last = json.loads(lines[-1])[0] if lines else ""
    lost = sum(
        not _is_kept(annotations.get(key), *state, may_be_further=key == last)
        for key, state in told.items()
    )
    annotations.close()
    return lost


def _is_kept(
    found: Annotation | None, note: str, is_deleted: bool, *, may_be_further: bool
) -> bool:
    if found is None or not found.selector.quote.exact or len(found.tags) != 2:
        return False
    if (found.note, found.is_deleted) == (note, is_deleted):
        return True
    return may_be_further and found.note == "first thought"


# --- other faults --------------------------------------------------------------------------


def full_disk(folder: Path) -> Fault:
    """A disk without room; what is there can still be copied to another one."""
    with _small_disk(folder) as disk:
        path = disk / "earmark.db"
        episode = episode_at(path)
        annotations = Annotations(path)
        if not disk.is_mount():
            _limit_pages(annotations)
        kept, message = _fill(annotations, episode)
        is_kept = bool(kept) and [one.id for one in annotations.of_episode(episode)] == kept
        is_copied = _copied(path, folder / "elsewhere.db") == len(kept)
        annotations.close()
        return Fault("full disk", message, is_kept and is_copied)


def read_only_folder(folder: Path) -> Fault:
    """A library that may be read by its user and not be written."""
    path, episode, note = _library_with_a_note(folder)
    before = path.read_bytes()
    folder.chmod(0o755)
    with _read_only(path.parent):
        told = _as_nobody(path, episode)
    return Fault("read-only folder", told, path.read_bytes() == before and _holds(path, note))


def locked(folder: Path) -> Fault:
    """Another program that holds on to the library for longer than one waits."""
    path, episode, note = _library_with_a_note(folder)
    annotations = Annotations(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        new = a_note(episode)
        message = _told(lambda: annotations.add(new))
        can_read = annotations.get(note.id) is not None
    annotations.add(new)  # what was in memory is kept when the other has let go
    is_kept = can_read and annotations.get(new.id) is not None
    annotations.close()
    return Fault("locked library", message, is_kept)


def damaged(folder: Path) -> Fault:
    """A library of which a part was overwritten."""
    path, episode, _ = _library_with_a_note(folder)
    content = bytearray(path.read_bytes())
    content[4096:-4096] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    annotations = Annotations(path)
    message = _told(lambda: annotations.add(a_note(episode)))
    _told(lambda: annotations.add(a_note(episode)))
    annotations.close()
    is_untouched = path.read_bytes() == content
    return Fault("damaged library", message, is_untouched and not check(path).is_sound)


def not_a_library(folder: Path) -> Fault:
    """Something else under the library's name."""
    path = folder / "earmark.db"
    path.write_bytes(b"no database at all" * 1000)
    before = path.read_bytes()
    message = _told(lambda: Annotations(path).add(a_note("")))
    return Fault("not a library", message, path.read_bytes() == before)


def newer(folder: Path) -> Fault:
    """A library that a newer Earmark has changed."""
    path, episode, note = _library_with_a_note(folder)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
        )
    before = path.read_bytes()
    annotations = Annotations(path)
    message = _told(lambda: annotations.add(a_note(episode)))
    can_read = annotations.get(note.id) == note
    annotations.close()
    return Fault("newer library", message, can_read and path.read_bytes() == before)


FAULTS = (full_disk, read_only_folder, locked, damaged, not_a_library, newer)


def _library_with_a_note(folder: Path) -> tuple[Path, str, Annotation]:
    path = folder / "data" / "earmark.db"
    episode = episode_at(path)
    annotations = Annotations(path)
    (note,) = annotations.add(a_note(episode)).annotations
    annotations.close()
    return path, episode, note


def _holds(path: Path, note: Annotation) -> bool:
    annotations = Annotations(path)
    found = annotations.get(note.id)
    annotations.close()
    return found == note


def _told(command: Callable[[], object]) -> str:
    try:
        command()
    except StoreError as error:
        return error.message
    return ""


def _as_nobody(path: Path, episode: str) -> str:
    command = [sys.executable, "-c", NOBODY, str(path), episode]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _fill(annotations: Annotations, episode: str) -> tuple[list[str], str]:
    """The ids of the notes for which there was room, and what was told when there was none."""
    kept: list[str] = []
    for number in range(1000):
        note = a_note(episode, "x" * 5_000, start=number)
        message = _told(lambda note=note: annotations.add(note))  # type: ignore[misc]
        if message:
            return kept, message
        kept.append(note.id)
    return kept, ""


def _copied(path: Path, target: Path) -> int:
    """How many notes a backup on another disk holds."""
    Backups(path).back_up_to(target)
    with closing(sqlite3.connect(target)) as connection:
        count: int = connection.execute("SELECT count(*) FROM annotations").fetchone()[0]
    return count


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    """A folder that is a disk of two megabytes; just a folder where one may not make one."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    with suppress(OSError):
        subprocess.run(mount, check=False, capture_output=True)
    try:
        yield disk
    finally:
        if disk.is_mount():
            subprocess.run(["umount", str(disk)], check=True)


def _limit_pages(annotations: Annotations) -> None:
    with annotations._file.reading() as database:
        database.execute("PRAGMA max_page_count = 300")


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    for path in (*folder.iterdir(), folder):
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        yield
    finally:
        for path in (folder, *folder.iterdir()):
            path.chmod(path.stat().st_mode | 0o200)


# --- the table -----------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; the exit code is 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    with TemporaryDirectory() as folder:
        killed = list(kills(Path(folder) / "earmark.db", parser.parse_args(arguments).kills))
    _print_kills(killed)
    print("\nother faults")
    faults = [_suffered(fault) for fault in FAULTS]
    for fault in faults:
        print(f"  {fault.name:18} {'kept' if fault.is_kept else 'LOST':5} {fault.message}")
    is_good = all(not each.lost and each.is_sound for each in killed)
    return 0 if is_good and all(fault.is_kept and fault.message for fault in faults) else 1


def _print_kills(killed: Sequence[Killed]) -> None:
    print(f"{'killed after':>16} {'kills':>6} {'shown as kept':>14} {'lost':>5} {'library':>9}")
    least = 0
    for most in BANDS:
        _print_band(f"{least} to {most} ms", [k for k in killed if least <= k.lived < most])
        least = most
    _print_band(f"over {least} ms", [k for k in killed if k.lived >= least])
    _print_band("all", killed)


def _print_band(name: str, killed: Sequence[Killed]) -> None:
    told, lost = sum(each.told for each in killed), sum(each.lost for each in killed)
    state = "sound" if all(each.is_sound for each in killed) else "DAMAGED"
    print(f"{name:>16} {len(killed):6} {told:14} {lost:5} {state:>9}")


def _suffered(fault: Callable[[Path], Fault]) -> Fault:
    with TemporaryDirectory() as folder:
        return fault(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
