"""The library's file is replaced, moved, deleted or rolled back while it is open: nothing is lost,
and nothing is called saved that is not in the file at its path."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.correction import Correction
from reader.errors import StoreError, StoreFault
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.check import check
from reader.store.joining import Stamp, stamps
from reader.store.library_file import LibraryFile
from reader.store.sync_maps import SyncKeys
from reader.store.unsaved import Changes
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from reader.voice_names import NO_VOICES, NamedVoice, VoiceNames
from tests.reader.store.notes import MOMENT, a_note, episode_at
from tests.reader.store.parting import (
    Happening,
    Open,
    dead_link_in_place,
    deleted,
    emptied,
    file_in_place_of_the_folder,
    folder_deleted,
    folder_in_place,
    folder_moved,
    loop_in_place,
    moved,
    pipe_in_place,
    replaced,
    replaced_by_another_library,
    replaced_by_garbage,
    replaced_by_nothing,
    written_over,
)


@pytest.fixture(name="opened")
def _opened(tmp_path: Path) -> Iterator[Open]:
    opened = Open(tmp_path / "data" / "earmark.db")
    yield opened
    opened.changes.store.close()
    opened.file.close()


MERGED = (replaced, written_over, replaced_by_another_library)
REPLACED = (*MERGED, replaced_by_garbage, replaced_by_nothing, emptied)
GONE = (moved, deleted, folder_moved, folder_deleted)
IN_PLACE = (
    folder_in_place,
    pipe_in_place,
    loop_in_place,
    dead_link_in_place,
    file_in_place_of_the_folder,
)


CORRECTION = Correction("c1", "", a_note("").selector, "The harbor wakes.", MOMENT.astimezone(UTC))
SYNC = TextSync(SyncMap((SyncPoint(0, 7_000),)))
VOICES = VoiceNames(voices=(NamedVoice("Speaker 1", "Ada"),))
KEPT_BESIDE_NOTES: dict[str, Callable[[Annotations, str], object]] = {
    "a correction": lambda store, episode: store.correct(
        [CORRECTION._replace(episode_id=episode)], name="Correct"
    ),
    "a voice": lambda store, _: store.change_voices("text", NO_VOICES, VOICES, name="Name"),
    "a sync map": lambda store, _: store.change_sync(SyncKeys("mp3", "vtt"), SYNC, name="Sync"),
    "a colour": lambda store, _: store.change_colour(1, name="Mine"),
}


def name(happening: Happening) -> str:
    return happening.__name__.replace("_", " ")


@pytest.mark.parametrize("happening", REPLACED + GONE + IN_PLACE, ids=name)
def test_what_is_kept_then_is_called_unsaved_and_nothing_shown_goes(
    opened: Open, happening: Happening
) -> None:
    happening(opened)
    new = opened.keep(9_000)
    changes = opened.changes
    assert changes.fault is not None
    assert changes.fault.fault is (
        StoreFault.REPLACED if happening in REPLACED else StoreFault.GONE
    )
    assert opened.shown() == changes.unsaved == {opened.note.id, new.id}
    assert changes.count == 2
    changes.save()
    assert changes.count == 2
    changes.look()
    assert changes.count == 2


@pytest.mark.parametrize("happening", REPLACED + GONE + IN_PLACE, ids=name)
def test_a_look_sees_it_before_anything_is_kept(opened: Open, happening: Happening) -> None:
    happening(opened)
    opened.changes.look()
    assert opened.changes.fault is not None
    assert opened.shown() == opened.changes.unsaved == {opened.note.id}


@pytest.mark.parametrize("happening", (replaced, written_over), ids=name)
def test_saved_over_what_is_there_after_a_merge(opened: Open, happening: Happening) -> None:
    with closing(Annotations(opened.copy)) as other:
        theirs = a_note(opened.episode, start=20_000)
        other.add(theirs)
    happening(opened)
    new = opened.keep(9_000)
    opened.file.begin_again()
    opened.changes.save()
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.shown() == opened.at(opened.path) == {opened.note.id, new.id, theirs.id}
    assert opened.changes.store.undo_name() == "Merge Libraries"
    assert check(opened.path).is_sound


@pytest.mark.parametrize("happening", MERGED, ids=name)
def test_saved_beside_what_is_there(opened: Open, happening: Happening) -> None:
    happening(opened)
    new = opened.keep(9_000)
    beside = opened.path.with_name("earmark.beside.db")
    opened.changes.save_beside(beside)
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.shown() == opened.at(opened.path) == set()
    assert opened.at(beside) == {opened.note.id, new.id}


@pytest.mark.parametrize("happening", GONE, ids=name)
def test_saved_again_at_its_place_with_its_history(opened: Open, happening: Happening) -> None:
    happening(opened)
    new = opened.keep(9_000)
    opened.file.begin_again()
    opened.changes.save()
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.shown() == opened.at(opened.path) == {opened.note.id, new.id}
    opened.changes.make(Annotations.undo)
    assert opened.at(opened.path) == {opened.note.id}
    assert check(opened.path).is_sound


@pytest.mark.parametrize("happening", REPLACED + GONE + IN_PLACE, ids=name)
def test_saved_at_another_place(opened: Open, happening: Happening, tmp_path: Path) -> None:
    happening(opened)
    new = opened.keep(9_000)
    opened.file.move_to(tmp_path / "elsewhere" / "earmark.db")
    opened.changes.save()
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.at(opened.file.path) == {opened.note.id, new.id}


def test_a_file_that_has_all_of_it_is_used_at_once(opened: Open, tmp_path: Path) -> None:
    """A sync tool brought what another computer kept: nothing is missing, so nothing is asked."""
    opened.file.settle()
    newer = tmp_path / "newer"
    shutil.copy(opened.path, newer)
    with closing(Annotations(newer)) as other:
        theirs = a_note(opened.episode, start=20_000)
        other.add(theirs)
    newer.replace(opened.path)
    new = opened.keep(9_000)
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.shown() == opened.at(opened.path) == {opened.note.id, new.id, theirs.id}


@pytest.mark.parametrize("kind", KEPT_BESIDE_NOTES)
def test_what_is_kept_beside_notes_is_missed_too(opened: Open, tmp_path: Path, kind: str) -> None:
    opened.file.settle()
    earlier = Path(shutil.copy(opened.path, tmp_path / "earlier"))
    keep = KEPT_BESIDE_NOTES[kind]
    opened.changes.make(lambda store: keep(store, opened.episode))
    opened.file.settle()
    earlier.replace(opened.path)
    with pytest.raises(StoreError):
        opened.file.look()
    opened.changes.look()
    changes = opened.changes
    assert changes.fault is not None
    assert (changes.fault.fault, changes.count) == (StoreFault.REPLACED, 1)
    shown = stamps_of(changes.store.file)
    opened.file.begin_again()
    changes.save()
    assert reported(changes) == (None, 0)
    assert stamps_of(opened.file).items() >= shown.items()


def reported(changes: Changes) -> tuple[StoreError | None, int]:
    return changes.fault, changes.count


def test_a_note_of_another_episode_is_missed_too(opened: Open) -> None:
    """The window shows another one by now, and so knows nothing of it."""
    note = a_note(episode_at(opened.path, "Mountain"), start=9_000)
    opened.changes.make(lambda store: store.add(note))
    assert note.id not in {each.id for each in opened.known()}
    written_over(opened)
    opened.changes.look()
    assert opened.changes.unsaved == {opened.note.id, note.id}


def test_what_was_made_before_a_backup_was_restored_is_not_missed(opened: Open) -> None:
    backup = Backups(opened.path).make_daily()
    assert backup is not None
    later = opened.keep(9_000)
    opened.file.close()
    Backups(opened.path).restore_from(backup)
    assert later.id not in opened.shown()
    written_over(opened)
    opened.changes.look()
    assert opened.changes.unsaved == {opened.note.id}


def stamps_of(file: LibraryFile) -> dict[str, Stamp]:
    with file.reading() as database:
        return stamps(database.conn)


def test_a_clock_that_was_set_back_makes_no_change_an_earlier_one(tmp_path: Path) -> None:
    path, late = tmp_path / "data" / "earmark.db", datetime(2031, 1, 1, tzinfo=UTC)
    clock = [late]
    file = LibraryFile(path)
    note = a_note(episode_at(path), updated=late)
    changes = Changes(Annotations(file, lambda: clock[-1]), list)
    changes.make(lambda store: store.add(note))
    file.settle()
    earlier = Path(shutil.copy(path, tmp_path / "earlier"))
    clock.append(late - timedelta(days=400))
    changes.make(lambda store: store.change(note.id, note="a thought"))
    file.settle()
    earlier.replace(path)
    changes.look()
    assert changes.fault is not None
    file.begin_again()
    changes.save()
    assert [each.note for each in changes.store.every()] == ["a thought"]
    file.close()


def test_a_file_that_comes_back_gets_what_was_kept_meanwhile(opened: Open) -> None:
    moved(opened)
    new = opened.keep(9_000)
    assert opened.changes.count == 2
    opened.path.with_name("moved.db").rename(opened.path)
    opened.changes.look()
    assert (opened.changes.fault, opened.changes.count) == (None, 0)
    assert opened.at(opened.path) == {opened.note.id, new.id}
    assert opened.changes.store.undo_name() == "Add Highlight"


def test_a_moved_file_is_whole_without_the_log_that_stayed(opened: Open, tmp_path: Path) -> None:
    moved(opened)
    opened.changes.look()
    alone = tmp_path / "alone.db"
    shutil.copy(opened.path.with_name("moved.db"), alone)
    assert opened.at(alone) == {opened.note.id}


def test_what_another_window_writes_is_not_taken_for_a_replacement(opened: Open) -> None:
    for start in range(2_000, 12_000, 1_000):
        with closing(Annotations(opened.path)) as other:
            other.add(a_note(opened.episode, start=start))
            with other.file.reading() as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        opened.keep(start + 500)
        opened.changes.look()
        assert opened.changes.fault is None
    assert len(opened.shown()) == 21


def test_what_other_programs_do_through_sqlite_is_no_replacement(opened: Open) -> None:
    with closing(sqlite3.connect(opened.path)) as other:
        other.execute("VACUUM")
    opened.changes.look()
    opened.keep(2_000)
    assert opened.changes.fault is None


@pytest.mark.parametrize("happening", (*MERGED, *GONE), ids=name)
def test_what_another_part_of_the_program_saw_first_loses_nothing(
    opened: Open, happening: Happening
) -> None:
    happening(opened)
    with pytest.raises(StoreError):
        opened.file.look()
    opened.changes.save()
    assert opened.changes.fault is not None
    assert opened.shown() == opened.changes.unsaved == {opened.note.id}
