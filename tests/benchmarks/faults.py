"""What becomes of notes when the worst happens: `python -m tests.benchmarks.faults` (make faults).

A process that makes notes is killed at random moments; all that it reported as saved must be there.
Then two processes write at once, the disk is full, the folder read-only, the library locked,
damaged in all ways, or of a newer Earmark: each must be reported plainly, leave the file as it
was, show what is kept meanwhile as unsaved, and save it by the way out that is offered. So must
one that another program replaces, moves, deletes or rolls back. At last imports and real windows
are killed.
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
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.check import check
from reader.store.library_file import LibraryFile
from reader.store.recovery import begin_again, restore_newest, salvage, salvage_to
from reader.store.unsaved import Changes
from tests.benchmarks import flipped_bits as flipped
from tests.benchmarks.fault import Fault
from tests.benchmarks.hanging import HANGS
from tests.benchmarks.import_kills import IMPORT_KILLS
from tests.benchmarks.parted_faults import PARTED
from tests.benchmarks.small_disk import small_disk
from tests.benchmarks.table import ROOT
from tests.benchmarks.window_kills import window_kills
from tests.benchmarks.written_over import WRITTEN_OVER
from tests.reader.store.notes import a_note, episode_at

KILLS = 200
FLIPS = 1_500
TOGETHER = 60  # notes that each of two processes makes
LONGEST = 0.4  # seconds that a process lives after its first note, at most
BANDS = (5, 20, 80, 400)  # ms

# Each line is written after the call returned: what it says was shown as kept.
CHILD = """
import json, sys
from pathlib import Path
from reader.store.annotations import Annotations
from tests.reader.store.notes import a_note
annotations, episode = Annotations(Path(sys.argv[1])), sys.argv[2]
count, is_alone = int(sys.argv[3]), sys.argv[4] == "alone"  # undo takes back the last of all
def tell(key, note, is_deleted=False):
    print(json.dumps([key, note, is_deleted]), flush=True)
for number in range(count):
    note = a_note(episode, f"quote {number} " * 40, tags=("sea", f"tag {number}"))
    annotations.add(note)
    tell(note.id, "")
    annotations.change(note.id, note="first thought")
    tell(note.id, "first thought")
    if is_alone and number % 3 == 0:
        annotations.delete(note.id)
        tell(note.id, "first thought", True)
        annotations.undo()
        tell(note.id, "first thought")
"""

# To root, nothing is read-only.
NOBODY = """
import os, sys
from pathlib import Path
from reader.store import annotations, backups, database, unsaved
from tests.benchmarks import faults
if os.geteuid() == 0:
    os.setuid(65534)
path, episode, place = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
file = faults.LibraryFile(path)
changes = unsaved.Changes(annotations.Annotations(file), list)
new = faults.a_note(episode, start=9_000)
changes.make(lambda store: store.add(new))
print(changes.fault.message)
shown = [each.id for each in changes.store.of_episode(episode)]
if len(shown) == 2:
    print("old notes shown")
if new.id in changes.unsaved and new.id in shown:
    print("new note shown, as unsaved")
file.close()
backups.Backups(path).back_up_to(place / "earmark.db")
file.move_to(place / "earmark.db")
changes.save()
if not changes.count and len(changes.store.of_episode(episode)) == 2:
    print("saved at another place")
"""


class Killed(NamedTuple):
    """One process: how many ms it lived after its first note, and what of its notes is there."""

    lived: float
    reported: int
    lost: int
    is_sound: bool


def kills(path: Path, count: int, seed: int | None = None) -> Iterator[Killed]:
    """Start and kill `count` processes that make notes in the library at `path`."""
    chance = random.Random(seed)
    episode = episode_at(path)
    for _ in range(count):
        lived, lines = _killed(path, episode, chance.uniform(0, LONGEST))
        reported = {key: (note, is_deleted) for key, note, is_deleted in map(json.loads, lines)}
        yield Killed(lived, len(lines), _lost(path, reported, lines), check(path).is_sound)


def _making_notes(path: Path, episode: str, count: int, company: str) -> list[str]:
    return [sys.executable, "-c", CHILD, str(path), episode, str(count), company]


def _killed(
    path: Path, episode: str, seconds: float, company: str = "alone"
) -> tuple[float, list[str]]:
    """What a process reported, of which it was made to live for `seconds` after its first note."""
    command = _making_notes(path, episode, 1_000_000, company)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout
        reported = process.stdout.readline()
        start = time.perf_counter()
        while (left := start + seconds - time.perf_counter()) > 0:
            if select.select([process.stdout], [], [], left)[0]:
                reported += os.read(process.stdout.fileno(), 65_536)
        process.kill()
        lived = time.perf_counter() - start
        reported += process.stdout.read()
    return 1000 * lived, [
        line for line in reported.decode().splitlines(True) if line.endswith("\n")
    ]


def _lost(path: Path, reported: dict[str, tuple[str, bool]], lines: Sequence[str]) -> int:
    """How many notes are not as reported; the last may be one command further, not yet reported."""
    if not check(path).is_sound:  # it died amid a write, which looks like a spoilt log
        salvage(path)
    annotations = Annotations(path)
    last = json.loads(lines[-1])[0] if lines else ""
    lost = sum(
        not _is_kept(annotations.get(key), *state, may_be_further=key == last)
        for key, state in reported.items()
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


class Library:
    """A library with a note and a backup, used by an app that keeps another note in a fault."""

    def __init__(self, path: Path, more: int = 0) -> None:
        self.path, self.episode = path, episode_at(path)
        self.note, self.new = a_note(self.episode), a_note(self.episode, start=9_000)
        others = (a_note(self.episode, start=20_000 + number) for number in range(more))
        annotations = Annotations(path)
        annotations.add(self.note, *others)
        annotations.close()
        self.backup = Backups(path).make_daily()
        self._begin()

    def _begin(self) -> None:
        self.file = LibraryFile(self.path)
        self.changes = Changes(Annotations(self.file), list)
        self._before = self._bytes()

    def spoil(self, content: bytes | None, log: bytes = b"") -> None:
        """Write over the file, and over its log; without content the file is gone."""
        self.file.close()
        self.path.unlink()
        if content is not None:
            self.path.write_bytes(content)
        if log:
            self.path.with_name(f"{self.path.name}-wal").write_bytes(log)
        self._begin()

    def keep(self) -> str:
        """Read, as the window does first, and keep another note; returns the message."""
        try:
            self.changes.store.of_episode(self.episode)
        except StoreError as fault:
            self.changes.fall_back(fault)
        self.changes.make(lambda store: store.add(self.changes.settled(self.new)))
        return self.changes.fault.message if self.changes.fault else ""

    def facts(self, *, is_readable: bool = True) -> dict[str, bool]:
        """What must hold while the fault lasts."""
        shown = {each.id for each in self.changes.store.of_episode(self.episode)}
        return {
            "file untouched": self._bytes() == self._before,
            "new note shown, as unsaved": self.new.id in self.changes.unsaved & shown,
            **({"old notes shown": self.note.id in shown} if is_readable else {}),
        }

    def is_saved(self) -> bool:
        """After a way out: whether trying again saves what was in memory only."""
        self.changes.save()
        is_saved = not self.changes.count and self.changes.fault is None
        self.file.close()
        return is_saved and self._holds(self.file.path, self.new)

    def is_restored(self) -> bool:
        """Whether going back to the backup saves all, and sets the damaged file aside."""
        assert self.backup is not None
        self.file.close()
        aside = Backups(self.path).restore_from(self.backup)
        was = self._before.get(self.path.name, b"")
        is_aside = aside.read_bytes() == was if aside is not None else not was
        return is_aside and self.is_saved() and self._holds(self.path, self.note)

    def is_saved_at(self, path: Path, *, is_copied: bool) -> bool:
        """Whether another place saves all; what was there stays in the old one or goes along."""
        self.file.close()
        if is_copied:
            Backups(self.path).back_up_to(path)
        self.file.move_to(path)
        if not is_copied:
            self.changes.adopt(self.episode, episode_at(path))  # as the session sees to
        return self.is_saved() and self._holds(path, self.note) == is_copied

    def _bytes(self) -> dict[str, bytes]:
        """Of the file and its log; the log's index is made again by whoever opens it."""
        paths = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return {path.name: path.read_bytes() for path in paths if _size(path)}

    def holds_first(self) -> bool:
        """Whether the note is there with which it began."""
        return self._holds(self.path, self.note)

    @staticmethod
    def _holds(path: Path, note: Annotation) -> bool:
        with closing(Annotations(path)) as annotations:
            return annotations.get(note.id) is not None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def two_writers(folder: Path) -> Fault:
    """Two processes that write at once, while a third is killed."""
    path = folder / "earmark.db"
    episode = episode_at(path)
    command = _making_notes(path, episode, TOGETHER, "together")
    writers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    _killed(path, episode, 0.3, "together")
    reported = [line for writer in writers for line in writer.communicate()[0].splitlines(True)]
    with closing(Annotations(path)) as annotations:
        states = {key: (note, is_deleted) for key, note, is_deleted in map(json.loads, reported)}
        lost = sum(
            not _is_kept(annotations.get(key), *state, may_be_further=True)
            for key, state in states.items()
        )
    return Fault(
        "two writers at once",
        f"{len(reported)} changes to {len(states)} notes, lost: {lost}",
        {
            "none refused": all(writer.returncode == 0 for writer in writers),
            "none lost": not lost and len(states) == 2 * TOGETHER,
            "library sound": check(path).is_sound,
        },
    )


def full_disk(folder: Path) -> Fault:
    """A disk without room; what is there can be taken to another one."""
    with small_disk(folder) as disk:
        library = Library(disk / "earmark.db")
        if not disk.is_mount():
            _limit_pages(library.file)
        kept = _fill(library)
        message = library.changes.fault.message if library.changes.fault else ""
        shown = {each.id for each in library.changes.store.of_episode(library.episode)}
        facts = {
            "all notes shown": {*kept, library.note.id} <= shown,
            "last one shown as unsaved": kept[-1] in library.changes.unsaved,
            "saved at another place": _is_all_saved_elsewhere(library, folder, kept),
        }
        return Fault("full disk", message, facts)


def read_only_folder(folder: Path) -> Fault:
    """A library that may be read by its user and not be written."""
    library = Library(folder / "data" / "earmark.db")
    place = folder / "elsewhere"
    place.mkdir(mode=0o777)
    for each in (folder, place):
        each.chmod(0o777)
    with _read_only(library.path.parent):
        reported = _as_nobody(library.path, library.episode, place)
    message, *seen = reported.splitlines()
    unchanged = {"file untouched": library.facts()["file untouched"]}
    return Fault("read-only folder", message, dict.fromkeys(seen, True) | unchanged)


def locked(folder: Path) -> Fault:
    """Another program that holds on to the library for longer than one waits."""
    library = Library(folder / "earmark.db")
    with closing(sqlite3.connect(library.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        message, facts = library.keep(), library.facts()
    return Fault("locked", message, {**facts, "saved by trying again": library.is_saved()})


def locked_wholly(folder: Path) -> Fault:
    """Another program that lets nobody even read: also a check does not wait for it."""
    library = Library(folder / "earmark.db")
    library.file.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA user_version = 7")
        report = check(library.path)
        message = library.keep()
        is_shown = library.new.id in library.changes.unsaved
    facts = {"check reports": not report.is_sound, "new note shown, as unsaved": is_shown}
    return Fault("locked wholly", message, {**facts, "saved by trying again": library.is_saved()})


def beginning_overwritten(folder: Path) -> Fault:
    """The header is garbage."""
    return _damaged(folder, "damaged: its beginning", lambda old: os.urandom(4096) + old[4096:])


def middle_overwritten(folder: Path) -> Fault:
    """Pages in the middle are garbage."""
    return _damaged(
        folder,
        "damaged: its middle",
        lambda old: old[:4096] + os.urandom(len(old) - 8192) + old[-4096:],
    )


def cut_off(folder: Path) -> Fault:
    """Its second half is missing."""
    return _damaged(folder, "damaged: cut off", lambda old: old[: len(old) // 2])


def emptied(folder: Path) -> Fault:
    """Nothing is left of it."""
    return _damaged(folder, "damaged: emptied", lambda _: b"")


def log_spoilt(folder: Path) -> Fault:
    """The log of what is not yet in the file is garbage."""
    return _damaged(folder, "damaged: its log", lambda old: old, os.urandom(20_000))


def log_frame_spoilt(folder: Path) -> Fault:
    """One bit of a change that is in the log alone."""
    library = Library(folder / "earmark.db")
    log = library.path.with_name(f"{library.path.name}-wal")
    with closing(Annotations(library.path)) as annotations:
        annotations.add(a_note(library.episode, start=5_000))
        content, spoilt = library.path.read_bytes(), bytearray(log.read_bytes())
    spoilt[len(spoilt) // 2] ^= 4
    return _damage(library, "damaged: a bit of its log", content, bytes(spoilt), notes=2)


def schema_spoilt(folder: Path) -> Fault:
    """One bit of the schema: a column has another name."""
    return _damaged(
        folder,
        "damaged: a bit of its schema",
        lambda old: old.replace(b"exact TEXT", b"dxact TEXT"),
    )


def text_spoilt(folder: Path) -> Fault:
    """One bit of a note: it is not UTF-8 any more."""
    return _damaged(
        folder,
        "damaged: a bit of a note",
        lambda old: old.replace(b"The harbour wakes.", b"The harbo\xf5r wakes."),
    )


def kind_spoilt(folder: Path) -> Fault:
    """One bit of a value that has only some forms."""
    return _damaged(
        folder, "damaged: a bit of a value", lambda old: old.replace(b"highlight", b"highlighu")
    )


def log_alone(folder: Path) -> Fault:
    """The library is gone, and its log was left."""
    library = Library(folder / "earmark.db")
    log = library.path.with_name(f"{library.path.name}-wal")
    with closing(Annotations(library.path)) as annotations:
        annotations.add(a_note(library.episode, start=5_000))
        content = log.read_bytes()
    return _damage(library, "gone, but for its log", None, content, notes=2)


def missing(folder: Path) -> Fault:
    """It is gone, and there are backups: none is begun without being asked for."""
    library = Library(folder / "earmark.db")
    library.spoil(None)
    message, facts = library.keep(), library.facts(is_readable=False)
    begun = library.path.exists()
    library.file.close()
    restored = restore_newest(library.path)
    return Fault(
        "gone, with backups",
        message,
        {
            **facts,
            "none begun": not begun,
            "newest backup restored": restored.backup == library.backup,
            "saved into it": library.is_saved() and library.holds_first(),
        },
    )


def begun_again(folder: Path) -> Fault:
    """It is gone, and the listener begins again: what was full is not pushed out."""
    library = Library(folder / "earmark.db", more=1)
    library.spoil(None)
    message = library.keep()
    library.file.close()
    begin_again(library.path)
    library.changes.adopt(library.episode, episode_at(library.path))  # as the session sees to
    is_saved = library.is_saved()
    for day in range(1, 40):
        moment = datetime.now() + timedelta(days=day)
        Backups(library.path, now=lambda moment=moment: moment).make_daily()  # type: ignore[misc]
    is_there = library.backup is not None and library.backup.exists()
    return Fault("begun again", message, {"saved": is_saved, "full backup kept": is_there})


def flipped_bits(folder: Path) -> Fault:
    """Single bits in its schema, anywhere in the file, and in its log."""
    seen = flipped.table(FLIPS, random.randrange(10_000))
    message = ", ".join(f"{outcome.value}: {count}" for outcome, count in seen.items() if count)
    facts = {f"none: {outcome.value.lower()}": not seen[outcome] for outcome in flipped.BAD}
    return Fault("single bits", message, facts)


def not_a_library(folder: Path) -> Fault:
    """Something else under the library's name."""
    return _damaged(folder, "not a library", lambda _: b"no database at all" * 1000)


def newer(folder: Path) -> Fault:
    """A library that a newer Earmark has changed."""
    library = Library(folder / "earmark.db")
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
        )
    library.spoil(library.path.read_bytes())
    message, facts = library.keep(), library.facts()
    is_saved = library.is_saved_at(folder / "elsewhere" / "earmark.db", is_copied=False)
    return Fault("newer", message, {**facts, "saved at another place": is_saved})


def newer_meanwhile(folder: Path) -> Fault:
    """A newer Earmark changes the library while it is open: a column has another name."""
    library = Library(folder / "earmark.db")
    library.keep()
    library.new = a_note(library.episode, start=12_000)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("ALTER TABLE annotations RENAME COLUMN voice TO speaker")
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
        )
    library._before = library._bytes()
    message, facts = library.keep(), library.facts(is_readable=False)
    is_saved = library.is_saved_at(folder / "elsewhere" / "earmark.db", is_copied=False)
    return Fault("newer while open", message, {**facts, "saved at another place": is_saved})


FAULTS = (
    two_writers,
    full_disk,
    read_only_folder,
    locked,
    locked_wholly,
    beginning_overwritten,
    middle_overwritten,
    cut_off,
    emptied,
    log_spoilt,
    log_frame_spoilt,
    log_alone,
    schema_spoilt,
    text_spoilt,
    kind_spoilt,
    missing,
    begun_again,
    flipped_bits,
    not_a_library,
    newer,
    newer_meanwhile,
)


def _damaged(folder: Path, name: str, spoilt: Callable[[bytes], bytes], log: bytes = b"") -> Fault:
    library = Library(folder / "earmark.db")
    return _damage(library, name, spoilt(library.path.read_bytes()), log)


def _damage(
    library: Library, name: str, content: bytes | None, log: bytes = b"", *, notes: int = 1
) -> Fault:
    """Also of a library that has only its log; `notes` are all that a salvage has to find."""
    library.spoil(content, log)
    message, facts = library.keep(), library.facts(is_readable=False)
    again = Library.keep(library)
    salvaged = salvage_to(library.path, library.path.with_name("salvaged.db"))
    return Fault(
        name,
        message,
        {
            **facts,
            "reported again, not written": bool(again),
            "check reports": not check(library.path).is_sound,
            "all notes salvaged": salvaged.notes == notes,
            "saved into the backup": library.is_restored(),
        },
    )


def _as_nobody(path: Path, episode: str, place: Path) -> str:
    command = [sys.executable, "-c", NOBODY, str(path), episode, str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _fill(library: Library) -> list[str]:
    """The ids of the notes that were made until one had no room."""
    kept: list[str] = []
    while library.changes.fault is None and len(kept) < 1000:
        note = a_note(library.episode, "x" * 5_000, start=len(kept))
        library.changes.make(lambda store, note=note: store.add(note))  # type: ignore[misc]
        kept.append(note.id)
    return kept


def _is_all_saved_elsewhere(library: Library, folder: Path, kept: Sequence[str]) -> bool:
    library.new = library.new if not kept else _note_of(library, kept[-1])
    target = folder / "elsewhere" / "earmark.db"
    is_saved = library.is_saved_at(target, is_copied=True)
    with closing(Annotations(target)) as annotations:
        return is_saved and all(annotations.get(key) for key in kept)


def _note_of(library: Library, key: str) -> Annotation:
    found = library.changes.store.get(key)
    assert found is not None
    return found


def _limit_pages(file: LibraryFile) -> None:
    with file.reading() as database:
        database.execute("PRAGMA max_page_count = 300")


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    paths = (*(path for path in folder.iterdir() if path.is_file()), folder)
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222 | 0o444)
    folder.chmod(0o555)
    try:
        yield
    finally:
        for path in reversed(paths):
            path.chmod(path.stat().st_mode | 0o200)


# --- the table -----------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; the exit code is 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    with TemporaryDirectory() as folder:
        killed = list(kills(Path(folder) / "earmark.db", parser.parse_args(arguments).kills))
    _print_kills(killed)
    print("\nother faults: what is read, and what was expected")
    faults = []
    for fault in (*FAULTS, *PARTED, *WRITTEN_OVER, *HANGS, *IMPORT_KILLS):
        faults.append(_suffered(fault))
        _print_fault(faults[-1])
    for killed_window in window_kills():
        faults.append(killed_window)
        _print_fault(killed_window)
    print(
        f"\n{len(faults)} situations, not as expected: {sum(not each.is_good for each in faults)}"
    )
    is_good = all(not each.lost and each.is_sound for each in killed)
    return 0 if is_good and all(fault.is_good and fault.message for fault in faults) else 1


def _print_fault(fault: Fault) -> None:
    print(f"  {fault.name:46} {'ok' if fault.is_good else 'FAILED':7} {fault.message}")
    seen = (f"{fact}: {'yes' if is_seen else 'NO'}" for fact, is_seen in fault.facts.items())
    print(f"  {'':54} {'; '.join(seen)}", flush=True)


def _print_kills(killed: Sequence[Killed]) -> None:
    print(f"{'killed after':>16} {'kills':>6} {'shown as kept':>14} {'lost':>5} {'library':>9}")
    least = 0
    for most in BANDS:
        _print_band(f"{least} to {most} ms", [k for k in killed if least <= k.lived < most])
        least = most
    _print_band(f"over {least} ms", [k for k in killed if k.lived >= least])
    _print_band("all", killed)


def _print_band(name: str, killed: Sequence[Killed]) -> None:
    reported, lost = sum(each.reported for each in killed), sum(each.lost for each in killed)
    state = "sound" if all(each.is_sound for each in killed) else "DAMAGED"
    print(f"{name:>16} {len(killed):6} {reported:14} {lost:5} {state:>9}")


def _suffered(fault: Callable[[Path], Fault]) -> Fault:
    with TemporaryDirectory() as folder:
        return fault(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
