"""Ways back from a library that is damaged or gone: nothing that can be read is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reader.annotation import Annotation
from reader.errors import StoreError, StoreFault
from reader.store.annotations import Annotations
from reader.store.backups import KEPT, Backups
from reader.store.check import check, require_sound
from reader.store.recovery import begin_again, restore_newest, salvage, salvage_to
from tests.reader.store.notes import a_note

SPOILT_SCHEMA = Path(__file__).parents[4] / "shared" / "data" / "faults" / "bitflip-in-schema.db"
LONG = "a long thought, " * 1_000  # over several pages
NIGHT = datetime(2026, 11, 23, 23, 59)


@pytest.fixture
def notes(annotations: Annotations, episode: str) -> list[Annotation]:
    """Ten of them, on the disk and out of the log; one was deleted, one changed."""
    made = [a_note(episode, f"quote {n}", start=n, tags=("sea", f"tag {n}")) for n in range(11)]
    annotations.add(*made)
    annotations.delete(made[10].id)
    annotations.change(made[0].id, note=LONG)
    kept = annotations.of_episode(episode)
    annotations.close()
    return kept


def written(path: Path, place: int, *bits: int) -> None:
    """Change one byte, or one bit of it."""
    content = bytearray(path.read_bytes())
    for bit in bits:
        content[place] ^= 1 << bit
    path.write_bytes(content)


def kept_in(path: Path, episode: str) -> list[Annotation]:
    with closing(Annotations(path)) as annotations:
        return annotations.of_episode(episode)


def words_of(notes: list[Annotation]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.selector.quote.exact, each.note, each.tags) for each in notes]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE TABLE annotations",
        'CREATE TABLE "episodes',
        'CREATE TABLE "_sqlite_migrations',
        "exact TEXT",
        "AFTER INSERT",
    ],
)
def test_a_spoilt_schema_is_damage_and_all_notes_come_back(
    notes: list[Annotation], episode: str, path: Path, text: str
) -> None:
    written(path, path.read_bytes().index(text.encode()) + len(text) - 1, 1)
    spoilt = path.read_bytes()
    with closing(Annotations(path)) as annotations, pytest.raises(StoreError) as reported:
        annotations.of_episode(episode)
    assert reported.value.fault is StoreFault.DAMAGED
    assert not check(path).is_sound
    assert path.read_bytes() == spoilt
    recovery = salvage(path)
    assert recovery.salvaged == (1, 10, 0, 0)
    assert recovery.kept is not None
    assert recovery.kept.read_bytes() == spoilt
    assert words_of(kept_in(path, episode)) == words_of(notes)
    assert check(path).is_sound


@pytest.mark.skipif(not SPOILT_SCHEMA.exists(), reason="the faults found by attack are not here")
def test_a_bit_in_the_schema_of_a_real_library_costs_no_note(tmp_path: Path) -> None:
    path = Path(shutil.copy(SPOILT_SCHEMA, tmp_path / "earmark.db"))
    path.chmod(0o600)
    assert salvage_to(path, tmp_path / "new.db").notes == 30
    assert path.read_bytes() == SPOILT_SCHEMA.read_bytes()


def test_a_text_that_is_no_text_any_more_costs_one_character(
    notes: list[Annotation], episode: str, path: Path
) -> None:
    written(path, path.read_bytes().index(b"quote 7"), 7)
    with closing(Annotations(path)) as annotations, pytest.raises(StoreError, match="damaged"):
        annotations.of_episode(episode)
    assert check(path).lines[1] == "There are notes that cannot be read: 1."
    salvage(path)
    quotes = [each.selector.quote.exact for each in kept_in(path, episode)]
    assert quotes == [f"quote {n}".replace("quote 7", "\ufffduote 7") for n in range(10)]


def test_what_is_spoilt_beyond_reading_comes_from_the_newest_backup(
    notes: list[Annotation], episode: str, path: Path
) -> None:
    Backups(path).make_daily()
    new = a_note(episode, "kept since", start=99)
    with closing(Annotations(path)) as annotations:
        annotations.add(*[a_note(episode, LONG, start=n) for n in range(50, 90)], new)
    content = bytearray(path.read_bytes())
    leaf = content.index(b"quote 9") // 4096 * 4096
    assert content.index(b"kept since") // 4096 * 4096 != leaf
    content[leaf : leaf + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(StoreError):
        require_sound(path)
    recovery = salvage(path)
    assert recovery.salvaged is not None
    assert recovery.salvaged.notes == 51
    assert recovery.salvaged.from_backup > 0
    kept = kept_in(path, episode)
    assert words_of([*kept[:10], kept[-1]]) == words_of([*notes, new])


def test_with_a_spoilt_log_the_last_notes_are_not_dropped_in_silence(
    notes: list[Annotation], episode: str, path: Path, tmp_path: Path
) -> None:
    with closing(Annotations(path)) as annotations:
        for n in range(20, 24):
            annotations.add(a_note(episode, f"late {n}", start=n))
        shutil.copytree(path.parent, tmp_path / "killed")
    killed = tmp_path / "killed" / path.name
    log = killed.with_name(f"{path.name}-wal")
    place = log.read_bytes().index(b"late 22")
    written(log, place + 5, 0)
    before = log.read_bytes()
    with closing(Annotations(killed)) as annotations, pytest.raises(StoreError) as reported:
        annotations.of_episode(episode)
    assert "not all of its log can be read" in reported.value.message
    assert reported.value.message in check(killed).lines
    assert log.read_bytes() == before
    salvage(killed)
    late = [each.selector.quote.exact for each in kept_in(killed, episode)][-4:]
    assert late == ["late 20", "late 21", "late 22", "late 23"]


def test_a_log_that_outlived_its_library_is_read(
    annotations: Annotations, episode: str, path: Path
) -> None:
    annotations.add(a_note(episode, "only in the log"))
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes()
    annotations.close()
    path.unlink()
    log.write_bytes(content)
    with closing(Annotations(path)) as again, pytest.raises(StoreError, match="its log is there"):
        again.of_episode(episode)
    salvage(path)
    assert [each.selector.quote.exact for each in kept_in(path, episode)] == ["only in the log"]


def test_a_missing_library_is_not_begun_in_silence_beside_its_backups(
    notes: list[Annotation], episode: str, path: Path
) -> None:
    for day in range(2):
        Backups(path, now=lambda day=day: NIGHT + timedelta(days=day)).make_daily()  # type: ignore[misc]
    path.unlink()
    with closing(Annotations(path)) as annotations, pytest.raises(StoreError) as reported:
        annotations.add(a_note(episode))
    assert reported.value.fault is StoreFault.MISSING
    assert not path.exists()
    newest = Backups(path).all()[0]
    newest.write_bytes(b"\xff" * 9_000)
    recovery = restore_newest(path)
    assert recovery.backup == Backups(path).all()[1]  # the newest that opens
    assert kept_in(path, episode) == notes


def test_a_missing_library_can_be_begun_again(
    notes: list[Annotation], episode: str, path: Path
) -> None:
    Backups(path).make_daily()
    path.unlink()
    assert begin_again(path) == (None, None, None)
    assert kept_in(path, episode) == []
    assert check(path).is_sound
    assert list(path.parent.glob("*.new*")) == []


def test_without_a_sound_backup_that_is_reported(notes: list[Annotation], path: Path) -> None:
    made = Backups(path).make_daily()
    assert made is not None
    made.write_bytes(b"\xff" * 9_000)
    path.unlink()
    with pytest.raises(StoreError, match="no backup that can be read"):
        restore_newest(path)


def test_an_empty_library_pushes_no_full_backup_out(notes: list[Annotation], path: Path) -> None:
    full = Backups(path, now=lambda: NIGHT).make_daily()
    path.unlink()
    begin_again(path)
    for day in range(1, 3 * KEPT):
        now = NIGHT + timedelta(days=day)
        Backups(path, now=lambda now=now: now).make_daily()  # type: ignore[misc]
    copies = Backups(path, now=lambda: now).all()
    assert full in copies
    assert len(copies) == KEPT + 1  # the ten, and the fullest of November
    with closing(sqlite3.connect(copies[-1])) as oldest:
        assert oldest.execute("SELECT count(*) FROM annotations").fetchone() == (11,)


def test_nothing_is_copied_over_a_file_that_is_there(notes: list[Annotation], path: Path) -> None:
    target = path.with_name("mine.db")
    target.write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        salvage_to(path, target)
    assert target.read_text() == "mine"
