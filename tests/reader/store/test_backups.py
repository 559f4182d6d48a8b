from __future__ import annotations

import errno
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store import copying
from reader.store.annotations import Annotations
from reader.store.backups import KEPT, Backups
from reader.store.database import DatabaseFile
from reader.store.recovery import begin_again
from tests.reader.store.notes import a_note, episode_at

NIGHT = datetime(2026, 11, 23, 23, 59)


def notes_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM annotations").fetchone()[0]
    return count


def overwrite(path: Path) -> bytes:
    """Spoil a part of the file that is not looked at when it is opened."""
    content = bytearray(path.read_bytes())
    content[-8192:] = b"\xff" * 8192
    path.write_bytes(content)
    return bytes(content)


def all_copies(path: Path) -> list[Path]:
    """As they are listed when all their days are over."""
    return Backups(path, now=lambda: NIGHT + timedelta(days=100)).all()


@pytest.fixture
def note(annotations: Annotations, episode: str) -> Annotation:
    (note,) = annotations.add(a_note(episode)).annotations
    return note


def test_one_is_made_a_day_also_while_the_library_is_in_use(note: Annotation, path: Path) -> None:
    backups = Backups(path, now=lambda: NIGHT)
    made = backups.make_daily()
    assert made == path.parent / "backups" / "earmark-2026-11-23.db"
    assert backups.make_daily() is None
    assert backups.all() == list(made.parent.iterdir()) == [made]
    assert notes_in(made) == 1  # though it was still in the log


def test_the_last_ten_are_kept(note: Annotation, path: Path) -> None:
    (path.parent / "backups").mkdir()
    mine = path.parent / "backups" / "earmark-mine.db"
    mine.touch()
    days = [NIGHT + timedelta(days=day) for day in range(KEPT + 3)]
    made = [Backups(path, now=lambda day=day: day).make_daily() for day in days]  # type: ignore[misc]
    assert all_copies(path) == made[: -KEPT - 1 : -1]
    assert mine.exists()


def test_notes_that_no_later_copy_has_are_kept(tmp_path: Path) -> None:
    """The library was lost within the month, and begun again with as many other notes."""
    path = tmp_path / "earmark.db"

    def live(starts: Sequence[int], days: range) -> list[Path | None]:
        annotations = Annotations(path)
        for start in starts:
            annotations.add(a_note(episode_at(path), start=start))
        annotations.close()
        moments = [NIGHT.replace(day=day) for day in days]
        return [Backups(path, now=lambda moment=moment: moment).make_daily() for moment in moments]  # type: ignore[misc]

    lost = live([1_000], range(1, 3))
    path.unlink()
    begin_again(path)
    live([2_000, 9_000], range(3, KEPT + 6))
    assert lost[1] in all_copies(path)
    assert lost[0] not in all_copies(path)


def test_other_work_that_no_later_copy_has_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "earmark.db"
    made = []
    for day in range(1, KEPT + 4):
        moment = NIGHT.replace(day=day)
        if day == 2:
            colour = Annotations(path)
            colour.change_colour(1, name="Mine")
            colour.close()
        elif day == 3:
            path.unlink()
            begin_again(path)
        episode_at(path)
        made.append(Backups(path, now=lambda moment=moment: moment).make_daily())  # type: ignore[misc]
    assert made[1] in all_copies(path)
    assert made[0] not in all_copies(path)


def test_a_copy_of_a_day_to_come_is_the_oldest(path: Path, note: Annotation) -> None:
    """The clock was wrong for a day. Who flies west has one of tomorrow."""
    days = [NIGHT + timedelta(days=day) for day in (900, 0, 1)]
    made = [Backups(path, now=lambda day=day: day).make_daily() for day in days]  # type: ignore[misc]
    assert Backups(path, now=lambda: NIGHT).all() == [made[2], made[1], made[0]]


def test_a_link_to_the_library_stays_one(path: Path, episode: str, tmp_path: Path) -> None:
    link = tmp_path / "linked" / "earmark.db"
    link.parent.mkdir()
    link.symlink_to(path)
    backup = Backups(link).make_daily()
    assert backup is not None
    with closing(Annotations(link)) as annotations:
        annotations.add(a_note(episode))
    kept = Backups(link).restore_from(backup)
    assert kept is not None
    assert kept.parent == path.parent
    assert link.is_symlink()
    assert (notes_in(path), notes_in(kept)) == (0, 1)


def test_without_a_library_none_is_made(tmp_path: Path) -> None:
    assert Backups(tmp_path / "earmark.db").make_daily() is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_library_takes_no_sound_backup_away(
    annotations: Annotations, note: Annotation, path: Path
) -> None:
    days = [NIGHT + timedelta(days=day) for day in range(KEPT)]
    for day in days:
        Backups(path, now=lambda day=day: day).make_daily()  # type: ignore[misc]
    annotations.close()
    spoiled = overwrite(path)
    backups = Backups(path, now=lambda: NIGHT + timedelta(days=99))
    with pytest.raises(StoreError, match="is damaged, so it was not copied") as reported:
        backups.make_daily()
    assert reported.value.path == path
    assert len(list(backups.folder.iterdir())) == KEPT
    assert path.read_bytes() == spoiled


def test_it_is_copied_to_any_place(note: Annotation, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "my notes.db"
    Backups(path).back_up_to(target)
    Backups(path).back_up_to(target, may_replace=True)  # again, over the first
    assert notes_in(target) == 1
    assert list(target.parent.iterdir()) == [target]


def test_it_is_not_copied_over_a_file_that_nobody_gave_up(
    note: Annotation, path: Path, tmp_path: Path
) -> None:
    target, download = tmp_path / "earmark.db", tmp_path / "earmark.db.part"
    target.write_bytes(b"another's")
    download.write_bytes(b"half")
    with pytest.raises(StoreError, match="exists already"):
        Backups(path).back_up_to(target)
    assert target.read_bytes() == b"another's"
    Backups(path).back_up_to(target, may_replace=True)
    assert download.read_bytes() == b"half"


def test_a_copy_that_fails_leaves_nothing_behind(
    note: Annotation, path: Path, tmp_path: Path
) -> None:
    """As on a full disk, where SQLite cannot take its journal away."""
    folder = tmp_path / "copies"
    folder.mkdir()

    def fail(*_: object) -> bool:
        for part in list(folder.iterdir()):
            for ending in ("-journal", "-wal", "-shm"):
                part.with_name(part.name + ending).touch()
        raise OSError(errno.ENOSPC, "full")

    with (
        pytest.MonkeyPatch.context() as patch,
        pytest.raises(StoreError, match="the disk is full"),
    ):
        patch.setattr(copying, "_copied", fail)
        Backups(path).back_up_to(folder / "copy.db")
    assert list(folder.iterdir()) == []


def test_it_is_not_copied_over_itself(note: Annotation, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    for target in (path, link):
        with pytest.raises(StoreError, match="is the library itself"):
            Backups(path).back_up_to(target)
    assert notes_in(path) == 1


def test_a_place_that_cannot_be_written_is_reported(
    note: Annotation, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be opened") as reported:
        Backups(path).back_up_to(tmp_path / "file" / "copy.db")
    assert reported.value.path == tmp_path / "file" / "copy.db"


def test_what_is_restored_is_as_it_was_and_the_other_is_kept(
    annotations: Annotations, note: Annotation, episode: str, path: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.db"
    backups = Backups(path, now=lambda: NIGHT)
    backups.back_up_to(backup)
    annotations.add(a_note(episode))
    annotations.close()
    kept = backups.restore_from(backup)
    assert kept == path.with_name("earmark.replaced-2026-11-23-235900.db")
    assert annotations.of_episode(episode) == [note]
    annotations.close()
    assert (notes_in(kept), notes_in(backup)) == (2, 1)
    again = backups.restore_from(kept)
    assert again == path.with_name("earmark.replaced-2026-11-23-235900-2.db")
    assert len(annotations.of_episode(episode)) == 2
    annotations.close()
    assert set(path.parent.iterdir()) == {path, kept, again}


def test_a_damaged_library_is_replaced_and_kept_as_it_is(
    annotations: Annotations, note: Annotation, episode: str, path: Path
) -> None:
    made = Backups(path).make_daily()
    annotations.close()
    spoiled = overwrite(path)
    log = path.with_name("earmark.db-wal")
    log.write_bytes(b"left behind")
    assert made
    kept = Backups(path).restore_from(made)
    assert kept
    assert kept.read_bytes() == spoiled
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left behind"
    assert not log.exists()
    assert annotations.of_episode(episode) == [note]


def test_a_missing_library_is_restored(
    annotations: Annotations, note: Annotation, episode: str, path: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.db"
    Backups(path).back_up_to(backup)
    annotations.close()
    path.unlink()
    assert Backups(path).restore_from(backup) is None
    assert annotations.of_episode(episode) == [note]


def test_a_library_in_use_is_not_replaced(
    annotations: Annotations, note: Annotation, path: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.db"
    Backups(path).back_up_to(backup)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="in use by another program"):
        Backups(path).restore_from(backup)
    assert path.read_bytes() == before
    assert annotations.get(note.id) == note
    assert not list(path.parent.glob("*restoring*"))


@pytest.mark.parametrize("kind", ["missing", "no database", "another database", "damaged"])
def test_what_is_no_sound_backup_is_refused(
    annotations: Annotations, note: Annotation, path: Path, tmp_path: Path, kind: str
) -> None:
    backup = tmp_path / "copy.db"
    if kind == "no database":
        backup.write_text("no database" * 1000)
    elif kind == "another database":
        with closing(sqlite3.connect(backup)) as connection:
            connection.execute("CREATE TABLE recipes (name)")
    elif kind == "damaged":
        Backups(path).back_up_to(backup)
        overwrite(backup)
    annotations.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="backup") as reported:
        Backups(path).restore_from(backup)
    assert reported.value.path == backup
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_backup_of_before_a_change_of_shape_is_brought_up_to_date(
    annotations: Annotations, path: Path, tmp_path: Path, episode: str
) -> None:
    from reader.store.migrations import STEPS

    old = tmp_path / "old.db"
    file = DatabaseFile(old, STEPS[:2])
    with file.writing():
        pass
    file.close()
    annotations.close()
    Backups(path).restore_from(old)
    assert annotations.search("") == []
