"""Changes that the disk refuses: made in memory, saved in order, none lost on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotation import Annotation
from reader.errors import ReaderError, StoreFault
from reader.store import database
from reader.store.annotations import Annotations
from reader.store.file_watch import FileWatch
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.unsaved import Changes
from tests.reader.store.notes import a_note, episode_at
from tests.reader.store.parting import Open, replaced


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.02)


@pytest.fixture
def changes(annotations: Annotations) -> Iterator[Changes]:
    changes = Changes(annotations, list)
    yield changes
    changes.store.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    opened = Open(tmp_path / "parted" / "earmark.db")
    yield opened
    opened.changes.store.close()
    opened.file.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def on_disk(path: Path, note: Annotation) -> Annotation | None:
    with closing(Annotations(path)) as other:
        return other.get(note.id)


def reported(changes: Changes) -> str:
    is_saved = (changes.fault, changes.count, changes.unsaved) == (None, 0, frozenset())
    return "all saved" if is_saved else f"{changes.count} unsaved: {changes.fault}"


def test_without_a_fault_all_goes_to_the_disk(changes: Changes, episode: str, path: Path) -> None:
    note = a_note(episode)
    changes.make(lambda store: store.add(note))
    assert reported(changes) == "all saved"
    assert on_disk(path, note) is not None


def test_any_command_is_made_in_memory_and_saved_in_order(
    changes: Changes, episode: str, path: Path
) -> None:
    old, new, gone = a_note(episode, tags=("sea",)), a_note(episode, start=9_000), a_note(episode)
    changes.make(lambda store: store.add(old))
    with locked(path):
        for change in (
            lambda store: store.add(new),
            lambda store: store.change(new.id, note="later"),
            lambda store: store.merge(old.id, new.id, selector=old.selector),
            lambda store: store.add(gone),
            Annotations.undo,
        ):
            changes.make(change)
        assert changes.fault is not None
        assert changes.fault.fault is StoreFault.BUSY
        assert changes.count == 5
        assert changes.unsaved == {old.id, new.id, gone.id}
        (merged,) = changes.store.of_episode(episode)
        assert (merged.id, merged.note) == (old.id, "later")
        assert changes.store.redo_name() == "Add Highlight"
        changes.save()
        assert changes.count == 5
    changes.save()
    assert reported(changes) == "all saved"
    stored = on_disk(path, old)
    assert stored is not None
    assert (stored.note, stored.tags) == ("later", ("sea",))
    assert changes.store.redo_name() == "Add Highlight"
    assert changes.store.undo_name() == "Merge Highlights"


def test_on_a_disk_without_locks_notes_are_kept_as_unsaved(
    changes: Changes, episode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        error = sqlite3.OperationalError("locking protocol")  # as SQLite says it
        error.sqlite_errorcode = sqlite3.SQLITE_PROTOCOL
        raise error

    note = a_note(episode)
    with monkeypatch.context() as patch:
        patch.setattr(FileWatch, "count_up", refuse)
        changes.make(lambda store: store.add(note))
        assert changes.fault is not None
        assert "its disk offers no locks" in changes.fault.message
    assert changes.unsaved == {note.id}
    changes.save()
    assert reported(changes) == "all saved"


def test_what_was_read_last_is_kept_where_nothing_can_be_read(
    annotations: Annotations, episode: str, path: Path
) -> None:
    note, new = a_note(episode, note="mine"), a_note(episode, start=9_000)
    annotations.add(note)
    annotations.close()
    whole = path.read_bytes()
    path.write_bytes(b"\xff" * len(whole))
    changes = Changes(annotations, lambda: [note])
    changes.make(lambda store: store.add(new))
    assert changes.fault is not None
    assert changes.fault.fault is StoreFault.DAMAGED
    assert [each.id for each in changes.store.of_episode(episode)] == [note.id, new.id]
    changes.make(lambda store: store.change(note.id, note="changed"))
    changes.save()
    assert changes.count == 2
    assert path.read_bytes() == b"\xff" * len(whole)
    annotations.close()
    path.write_bytes(whole)
    changes.save()
    assert reported(changes) == "all saved"
    assert [each.note for each in changes.store.of_episode(episode)] == ["changed", ""]
    annotations.close()


def test_another_library_gets_what_it_lacks(path: Path, episode: str, tmp_path: Path) -> None:
    file = LibraryFile(path)
    disk = Annotations(file)
    note, new = a_note(episode, note="first"), a_note(episode, start=9_000)
    disk.add(note)
    changes = Changes(disk, list)
    with locked(path):
        changes.make(lambda store: store.change(note.id, note="second"))
        changes.make(lambda store: store.add(new))
    file.move_to(tmp_path / "other" / "earmark.db")
    changes.save()
    assert reported(changes) == "all saved"
    assert [each.note for each in changes.store.of_episode(episode)] == ["second", ""]
    assert [each.title for each in Library(file).recent()] == ["Harbour"]
    file.close()


def test_notes_of_an_episode_that_is_recorded_later_wait_for_it(path: Path) -> None:
    file = LibraryFile(path)
    changes = Changes(Annotations(file), list)
    note = a_note("made here")
    with_id = replace(note, id=note.id)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        changes.make(lambda store: store.add(changes.settled(with_id)))
    changes.save()
    assert changes.count == 1
    known = episode_at(path)
    changes.adopt("made here", known)
    assert reported(changes) == "all saved"
    assert [each.id for each in changes.store.of_episode(known)] == [note.id]
    file.close()


def test_notes_of_an_episode_that_is_recorded_while_the_disk_fails_move_to_it_in_memory(
    changes: Changes, episode: str, path: Path
) -> None:
    note = a_note("made here")
    with locked(path):
        changes.make(lambda store: store.add(changes.settled(note)))
        changes.adopt("made here", episode)
        assert changes.count == 1
        assert changes.fault is not None
        assert changes.store.of_episode("made here") == []
        assert [each.id for each in changes.store.of_episode(episode)] == [note.id]
        later = a_note("made here", start=9_000)
        changes.make(lambda store: store.add(changes.settled(later)))
        assert len(changes.store.of_episode(episode)) == 2
    changes.save()
    assert reported(changes) == "all saved"
    for each in (note, later):
        stored = on_disk(path, each)
        assert stored is not None
        assert stored.episode_id == episode


def test_a_change_in_memory_is_counted_with_what_is_only_there(
    opened: Open, tmp_path: Path
) -> None:
    """The one that waits is among what the new file lacks: it is not counted twice."""
    replaced(opened)
    changes = opened.changes
    changes.make(lambda store: store.change(opened.note.id, note="later"))
    assert changes.unsaved == {opened.note.id}
    assert changes.count == 1


def test_a_look_saves_what_waits(changes: Changes, episode: str, path: Path) -> None:
    note = a_note(episode)
    with locked(path):
        changes.make(lambda store: store.add(note))
        changes.look()
        assert changes.count == 1
    changes.look()
    assert reported(changes) == "all saved"
    assert on_disk(path, note) is not None


def test_notes_that_are_joined_to_an_episode_that_is_not_recorded_yet_wait_for_it(
    changes: Changes, episode: str, path: Path
) -> None:
    """The library was locked when it was opened, say; the notes stay where they are till then."""
    note = a_note(episode)
    changes.make(lambda store: store.add(note))
    changes.make(lambda store: store.join_episode(episode, changes.settled_id("not recorded")))
    assert [each.id for each in changes.store.of_episode("not recorded")] == [note.id]
    assert "does not know this episode yet" in reported(changes)
    known = episode_at(path, "another")
    changes.adopt("not recorded", known)
    assert reported(changes) == "all saved"
    saved = on_disk(path, note)
    assert saved is not None
    assert saved.episode_id == known


def test_a_note_on_an_episode_that_is_not_recorded_yet_waits_in_memory(
    changes: Changes, path: Path
) -> None:
    """The library takes other changes: the episode alone could not be recorded when it opened."""
    note = a_note("not recorded")
    changes.make(lambda store: store.add(changes.settled(note)))
    assert reported(changes) == "1 unsaved: The library does not know this episode yet."
    changes.save()
    assert changes.count == 1
    known = episode_at(path)
    changes.adopt("not recorded", known)
    assert reported(changes) == "all saved"
    saved = on_disk(path, note)
    assert saved is not None
    assert saved.episode_id == known


def test_a_note_that_the_library_has_no_more_comes_back_when_it_is_changed(
    annotations: Annotations, episode: str, path: Path
) -> None:
    """A backup was restored, say, while the window showed what was kept since."""
    note, other = a_note(episode, tags=("sea",)), a_note(episode, start=9_000)
    changes = Changes(annotations, lambda: [note, other])
    changes.make(lambda store: store.change(note.id, other.id, colour=3))
    assert reported(changes) == "all saved"
    stored = on_disk(path, note)
    assert stored is not None
    assert (stored.colour, stored.tags) == (3, ("sea",))
    assert on_disk(path, other) is not None


def test_a_note_that_nobody_knows_is_reported(changes: Changes, path: Path) -> None:
    with pytest.raises(ReaderError, match="not in the library any more"):
        changes.make(lambda store: store.delete("nothing"))
    assert reported(changes) == "all saved"
    with locked(path):
        changes.make(lambda store: store.change_colour(1, name="Sea"))
        with pytest.raises(ReaderError, match="not in the library any more"):
            changes.make(lambda store: store.delete("nothing"))
    changes.save()
    assert reported(changes) == "all saved"


def test_what_was_made_in_memory_is_released_once_it_is_saved(opened: Open) -> None:
    with locked(opened.path):
        opened.keep(2_000)
    with opened.changes.store.file.reading() as database:
        memory = database.conn
    assert memory is not None
    opened.changes.save()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        memory.execute("SELECT 1")


def test_a_library_that_a_newer_earmark_changes_meanwhile_is_left_and_what_is_kept_stays(
    changes: Changes, path: Path, episode: str
) -> None:
    known, note = a_note(episode), a_note(episode, start=9_000)
    changes.make(lambda store: store.add(known))
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("ALTER TABLE annotations RENAME COLUMN voice TO speaker")
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('earmark', 'of_tomorrow', '2030-01-01')"
        )
    changes.make(lambda store: store.add(note))
    assert changes.fault is not None
    assert changes.fault.fault is StoreFault.NEWER
    assert note.id in changes.unsaved
    assert {each.id for each in changes.store.of_episode(episode)} >= {note.id}
