"""The library's file in other hands: replaced, moved, deleted, rolled back, or no file at all,
while it is open and before it is opened. Part of `make faults`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from reader.correction import Correction
from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.check import check
from reader.store.conflicts import conflicts, take_in
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.log_frames import log_of
from reader.store.recovery import restore_newest, salvage_to
from reader.store.unsaved import Changes
from tests.benchmarks.fault import Fault
from tests.reader.store import parting
from tests.reader.store.notes import a_note, episode_at
from tests.reader.store.parting import Happening, Open

Recovery = Callable[[Open, set[str]], bool]
"""Saves what is in memory, and shows whether all of it is where it should be."""

Situation = Callable[[Path], Fault]


# --- recoveries ----------------------------------------------------------------------------


def merged(opened: Open, kept: set[str]) -> bool:
    """Save over what is there now, after a merge; or where nothing is."""
    opened.file.begin_again()
    if opened.path.exists():  # the session sees to it that the open episode is known there
        harbour = Path("/nowhere/Harbour.mp3")
        Library(opened.file).record_opened(harbour, None, "Harbour", new_id=opened.episode)
    opened.changes.save()
    return _is_saved(opened) and kept <= opened.at(opened.path) and check(opened.path).is_sound


def saved_beside(opened: Open, kept: set[str]) -> bool:
    """Save to another file, and leave alone what is there now."""
    before = opened.path.read_bytes()
    beside = opened.path.with_name("earmark.kept.db")
    opened.changes.save_beside(beside)
    is_untouched = opened.path.read_bytes() == before
    return _is_saved(opened) and kept <= opened.at(beside) and is_untouched


def saved_elsewhere(opened: Open, kept: set[str]) -> bool:
    """Save at another place."""
    opened.file.move_to(opened.path.parent.with_name("elsewhere") / "earmark.db")
    opened.changes.save()
    return _is_saved(opened) and kept <= opened.at(opened.file.path)


def come_back(opened: Open, kept: set[str]) -> bool:
    """The file or its folder is moved back."""
    away = opened.path.with_name("moved.db")
    if away.exists():
        away.rename(opened.path)
    else:
        opened.path.parent.with_name("moved").rename(opened.path.parent)
    opened.changes.look()
    return _is_saved(opened) and kept <= opened.at(opened.path)


def cleared_away(opened: Open, kept: set[str]) -> bool:
    """Take away what is in its place; then save there again."""
    path = opened.path if os.path.lexists(opened.path) else opened.path.parent
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    return merged(opened, kept)


def _is_saved(opened: Open) -> bool:
    return opened.changes.fault is None and not opened.changes.count


_IN_PLACE = (cleared_away, saved_elsewhere)
_MERGED = (merged, saved_beside, saved_elsewhere)
RECOVERIES: dict[Happening, tuple[Recovery, ...]] = {
    parting.replaced: _MERGED,
    parting.written_over: _MERGED,
    parting.replaced_by_another_library: _MERGED,
    parting.replaced_by_nothing: (merged, saved_elsewhere),
    parting.emptied: (merged, saved_elsewhere),
    parting.replaced_by_garbage: (saved_elsewhere,),
    parting.moved: (merged, come_back, saved_elsewhere),
    parting.deleted: (merged, saved_elsewhere),
    parting.folder_moved: (merged, come_back, saved_elsewhere),
    parting.folder_deleted: (merged, saved_elsewhere),
    parting.file_in_place_of_the_folder: _IN_PLACE,
    parting.folder_in_place: _IN_PLACE,
    parting.pipe_in_place: _IN_PLACE,
    parting.loop_in_place: _IN_PLACE,
    parting.dead_link_in_place: _IN_PLACE,
}


def while_open() -> Iterator[Situation]:
    """Each happening with each of its recoveries."""
    for happening, recoveries in RECOVERIES.items():
        for recovery in recoveries:
            yield partial(_parted, happening, recovery)


def _parted(happening: Happening, recovery: Recovery, folder: Path) -> Fault:
    opened = Open(folder / "data" / "earmark.db")
    happening(opened)
    new = opened.keep(9_000)
    changes, kept = opened.changes, {opened.note.id, new.id}
    message = changes.fault.message if changes.fault else ""
    facts = {
        "all shown, as unsaved": opened.shown() == changes.unsaved == kept,
        "quitting asks": changes.count > 0,
    }
    name = recovery.__name__.replace("_", " ")
    facts[name] = recovery(opened, kept) and opened.shown() >= (
        set() if recovery is saved_beside else kept
    )
    changes.store.close()
    opened.file.close()
    what = happening.__name__.replace("_", " ")
    return Fault(f"{what}: {name}", message.replace(str(folder), "..."), facts)


# --- before it is opened -------------------------------------------------------------------


def _make_loop(path: Path) -> None:
    path.symlink_to(path)


def _log(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def make_log(path: Path) -> None:
        make(path.with_name(f"{path.name}-wal"))

    make_log.__name__ = f"{make.__name__} as log"
    return make_log


OBSTACLES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("a folder at the start", Path.mkdir),
    ("a pipe at the start", os.mkfifo),
    ("a link loop at the start", _make_loop),
    ("a folder as log", _log(Path.mkdir)),
    ("a pipe as log", _log(os.mkfifo)),
)


def at_the_start() -> Iterator[Situation]:
    """What is not a file, where the library or its log should be."""
    for name, make in OBSTACLES:
        yield partial(_obstructed, name, make)


def _obstructed(name: str, make: Callable[[Path], object], folder: Path) -> Fault:
    path = folder / "data" / "earmark.db"
    path.parent.mkdir()
    make(path)
    file = LibraryFile(path)
    changes = Changes(Annotations(file), list)
    note = a_note("an episode not recorded yet")
    changes.make(lambda store: store.add(changes.settled(note)))
    message = changes.fault.message if changes.fault else ""
    facts = {
        "shown, as unsaved": note.id in changes.unsaved,
        "check reports it": not check(path).is_sound,
    }
    for each in list(path.parent.iterdir()):
        shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
    changes.adopt(note.episode_id, episode_at(path))
    facts["saved once it is away"] = changes.fault is None and not changes.count
    file.close()
    return Fault(name, message.replace(str(folder), "..."), facts)


# --- others that use it in good order --------------------------------------------------------


def added_to_elsewhere(folder: Path) -> Fault:
    """A sync tool brings what another computer added to the same library."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.settle()
    theirs = Path(shutil.copy(opened.path, folder / "theirs.db"))
    with closing(Annotations(theirs)) as other:
        note = a_note(opened.episode, start=20_000)
        other.add(note)
    theirs.replace(opened.path)
    new = opened.keep(9_000)
    facts = {
        "nothing asked": _is_saved(opened),
        "all there": opened.at(opened.path) == {opened.note.id, new.id, note.id},
        "all shown": opened.shown() == {opened.note.id, new.id, note.id},
    }
    opened.file.close()
    return Fault("replaced by a later version", "nothing: it has all that was there", facts)


def copied_when_idle(folder: Path) -> Fault:
    """The file alone is copied while the library is open."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.settle()
    copy = Path(shutil.copy(opened.path, folder / "copy.db"))
    facts = {"whole": opened.at(copy) == {opened.note.id}, "sound": check(copy).is_sound}
    opened.file.close()
    return Fault("copied while it is open", "nothing", facts)


def rolled_back_without_a_correction(folder: Path) -> Fault:
    """A sync tool brings an earlier version, which has all notes and lacks a correction."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.settle()
    earlier = Path(shutil.copy(opened.path, folder / "earlier.db"))
    made = opened.note.updated.astimezone(UTC)
    correction = Correction("c1", opened.episode, opened.note.selector, "The harbor wakes.", made)
    opened.changes.make(lambda store: store.correct([correction], name="Correct"))
    return _rolled_back("rolled back without a correction", opened, earlier, "correction")


def rolled_back_after_the_clock(folder: Path) -> Fault:
    """The clock was set back before a note was written on, which an earlier version lacks."""
    clock = [datetime(2099, 1, 1, tzinfo=UTC)]
    opened = Open(folder / "data" / "earmark.db", lambda: clock[-1])
    opened.file.settle()
    earlier = Path(shutil.copy(opened.path, folder / "earlier.db"))
    clock.append(datetime.now(UTC))
    opened.changes.make(lambda store: store.change(opened.note.id, note="a thought"))
    return _rolled_back("rolled back, clock set back", opened, earlier, "thought")


def _rolled_back(name: str, opened: Open, earlier: Path, what: str) -> Fault:
    opened.file.settle()
    earlier.replace(opened.path)
    opened.changes.look()
    changes = opened.changes
    message = changes.fault.message if changes.fault else ""
    is_asked = changes.count > 0
    opened.file.begin_again()
    changes.save()
    (note,) = changes.store.of_episode(opened.episode)
    kept = {"correction": bool(changes.store.corrections(opened.episode)), "thought": note.note}
    facts = {"quitting asks": is_asked, f"{what} there after a merge": bool(kept[what])}
    opened.file.close()
    return Fault(name, message.replace(str(opened.path.parent), "..."), facts)


def written_over_beside_another_episode(folder: Path) -> Fault:
    """An earlier version is written over it, while another episode is shown than the last."""
    opened = Open(folder / "data" / "earmark.db")
    note = a_note(episode_at(opened.path, "Mountain"))
    opened.changes.make(lambda store: store.add(note))
    parting.written_over(opened)
    opened.changes.look()
    changes = opened.changes
    message = changes.fault.message if changes.fault else ""
    facts = {"both notes as unsaved": changes.unsaved == {opened.note.id, note.id}}
    opened.file.close()
    return Fault(
        "written over beside another episode",
        message.replace(str(opened.path.parent), "..."),
        facts,
    )


def restored_behind_a_link(folder: Path) -> Fault:
    """The library is a link into a synced folder; a copy is restored, and a log is spoilt there."""
    opened = Open(folder / "synced" / "earmark.db")
    link = folder / "data" / "earmark.db"
    link.parent.mkdir()
    link.symlink_to(opened.path)
    opened.file.close()
    backup = Backups(link).make_daily()
    assert backup is not None
    Backups(link).restore_from(backup)
    facts = {
        "link stays": link.is_symlink(),
        "restored": opened.at(opened.path) == {opened.note.id},
    }
    with closing(Annotations(link)) as annotations:
        annotations.add(a_note(opened.episode, start=9_000))
        content, log = opened.path.read_bytes(), bytearray(log_of(opened.path).read_bytes())
    log[len(log) // 2] ^= 4
    opened.path.write_bytes(content)
    log_of(opened.path).write_bytes(log)
    facts["spoilt log seen"] = not check(link).is_sound
    found = salvage_to(link, folder / "salvaged.db")
    facts["all notes salvaged"] = found.notes == 2
    return Fault("a link as library", "restored in its place", facts)


def restored_after_a_wrong_clock(folder: Path) -> Fault:
    """A copy was made on a day to come; then the clock was put right, and the library is lost."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.close()
    Backups(opened.path, now=lambda: datetime(2099, 1, 1)).make_daily()
    new = opened.keep(9_000)
    opened.file.close()
    Backups(opened.path).make_daily()
    opened.path.unlink()
    restored = restore_newest(opened.path)
    facts = {"newest copy restored": opened.at(opened.path) == {opened.note.id, new.id}}
    name = restored.backup.name if restored.backup else ""
    return Fault("restored after a wrong clock", name, facts)


def changed_on_two_computers(folder: Path) -> Fault:
    """A sync tool lays the version of the other computer beside ours, under a name of its own."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.settle()
    theirs = opened.path.with_name("earmark.sync-conflict-20261201-120000-ABCDEFG.db")
    shutil.copy(opened.path, theirs)
    with closing(Annotations(theirs)) as other:
        note = a_note(opened.episode, start=20_000)
        other.add(note)
    before, found = theirs.read_bytes(), conflicts(opened.path)
    take_in(theirs, Annotations(opened.file))
    facts = {
        "found": found == [theirs],
        "taken in": opened.at(opened.path) == {opened.note.id, note.id},
        "copy untouched": theirs.read_bytes() == before,
        "found once": not conflicts(opened.path),
    }
    opened.file.close()
    return Fault("changed on two computers", "offered", facts)


def undone_in_another_window(folder: Path) -> Fault:
    """Two windows: what one undoes, the other sees at its next look."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.look()
    with closing(Annotations(opened.path)) as other:
        other.undo()
    facts = {
        "seen": opened.file.look(),
        "once": not opened.file.look(),
        "gone in both": opened.shown() == set(),
    }
    opened.file.close()
    return Fault("undone in another window", "nothing", facts)


def merged_by_two_windows(folder: Path) -> Fault:
    """Two windows have a library open that is replaced; both merge."""
    opened = Open(folder / "data" / "earmark.db")
    file = LibraryFile(opened.path)
    second = Changes(Annotations(file), list)
    note = a_note(opened.episode, start=20_000)
    second.make(lambda store: store.add(note))
    parting.replaced(opened)
    new = opened.keep(9_000)
    other = a_note(opened.episode, start=30_000)
    second.make(lambda store: store.add(other))
    kept = {opened.note.id, note.id, new.id, other.id}
    message = second.fault.message if second.fault else ""
    is_first_saved = merged(opened, {opened.note.id, note.id, new.id})
    file.begin_again()
    second.save()
    opened.changes.look()
    facts = {
        "saved by the first": is_first_saved,
        "saved by the second": second.fault is None and kept == opened.at(opened.path),
        "both show all": opened.shown() == kept,
    }
    file.close()
    opened.file.close()
    return Fault("replaced under two windows", message.replace(str(folder), "..."), facts)


def garbage_written_into_it(folder: Path) -> Fault:
    """The open file's pages are written over: it is damaged, and written no more."""
    opened = Open(folder / "data" / "earmark.db")
    opened.file.settle()
    spoilt = opened.path.read_bytes()[:4096] + b"\xff" * 90_000
    opened.path.write_bytes(spoilt)
    new = opened.keep(9_000)
    changes = opened.changes
    facts = {
        "all shown": opened.shown() == {opened.note.id, new.id},
        "new one as unsaved": new.id in changes.unsaved,
        "quitting asks": changes.count > 0,
    }
    message = changes.fault.message if changes.fault else ""
    with suppress(StoreError):
        opened.file.settle()
    facts["file untouched"] = opened.path.read_bytes() == spoilt
    opened.file.close()
    return Fault("garbage written into it", message.replace(str(folder), "..."), facts)


PARTED: tuple[Situation, ...] = (
    *while_open(),
    *at_the_start(),
    added_to_elsewhere,
    copied_when_idle,
    rolled_back_without_a_correction,
    rolled_back_after_the_clock,
    written_over_beside_another_episode,
    restored_behind_a_link,
    restored_after_a_wrong_clock,
    changed_on_two_computers,
    undone_in_another_window,
    merged_by_two_windows,
    garbage_written_into_it,
)
