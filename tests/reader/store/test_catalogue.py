"""The shelf in the library: episodes that were found or opened, and the folders they lie in."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.episode import Episode
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue, StoredFile
from reader.store.library import Library
from reader.store.up_next import UpNext
from tests.reader.store.notes import a_note, episode_at

MOMENT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(name="catalogue")
def opened_catalogue(path: Path) -> Iterator[Catalogue]:
    store = Catalogue(path, now=lambda: MOMENT)
    yield store
    store.close()


def found(key: str, recording: str = "/disk/talk.mp3") -> Episode:
    """An episode as a scan finds it."""
    return Episode(
        key, key, Path(recording), None, opened_at=MOMENT, updated_at=MOMENT, is_opened=False
    )


def seen(key: str, folder_id: str, episode_id: str, *, is_missing: bool = False) -> StoredFile:
    path = Path(f"/disk/{key}.mp3")
    return StoredFile(key, folder_id, path, "recording", "key", 5, 7, episode_id, is_missing)


def test_a_found_episode_is_on_the_shelf_and_not_among_the_recent(
    catalogue: Catalogue, path: Path
) -> None:
    folder = catalogue.watch(Path("/disk"))
    catalogue.write([(found("a"), Path("/disk/cover.jpg"))], [seen("a", folder.id, "a")])
    (row,) = catalogue.episodes()
    assert (row.episode.id, row.episode.is_opened) == ("a", False)
    assert (row.cover, row.folder_id, row.missing) == (
        Path("/disk/cover.jpg"),
        folder.id,
        frozenset(),
    )
    library = Library(path)
    assert library.recent() == []
    library.record_opened(Path("/disk/talk.mp3"), None, "Talk")
    assert [each.id for each in library.recent()] == ["a"]
    library.close()


def test_notes_and_missing_files_are_counted(
    catalogue: Catalogue, path: Path, annotations: Annotations, episode: str
) -> None:
    annotations.add(a_note(episode), a_note(episode))
    catalogue.write([], [seen("a", "folder", episode, is_missing=True)])
    (row,) = catalogue.episodes()
    assert (row.notes, row.missing) == (2, frozenset({Path("/disk/a.mp3")}))
    catalogue.set_missing(["a"], False)
    assert catalogue.episodes()[0].missing == frozenset()


def test_forgetting_is_undone_as_it_was(catalogue: Catalogue, path: Path) -> None:
    catalogue.write([(found("a"), None)], [])
    before = catalogue.episodes()[0].episode
    catalogue.forget(["a"])
    assert catalogue.episodes() == []
    catalogue.restore([before])
    after = catalogue.episodes()[0].episode
    assert (after.is_opened, after.added_at) == (False, before.added_at)


def test_a_mark_as_heard_stays_and_goes(catalogue: Catalogue) -> None:
    catalogue.write([(found("a"), None), (found("b"), None)], [])
    catalogue.set_finished(["a"], True)
    assert [row.is_finished for row in catalogue.episodes()] == [True, False]
    catalogue.set_finished(["a"], False)
    assert not any(row.is_finished for row in catalogue.episodes())


def test_a_folder_is_watched_once_and_knows_when_it_was_scanned(catalogue: Catalogue) -> None:
    folder = catalogue.watch(Path("/disk"))
    assert catalogue.watch(Path("/disk")) == folder
    catalogue.note_scan(folder.id, is_away=False)
    assert catalogue.folders()[0].scanned_at == MOMENT
    catalogue.note_scan(folder.id, is_away=True)
    assert catalogue.folders() == [folder._replace(is_away=True, scanned_at=MOMENT)]


def test_a_folder_that_is_left_takes_along_what_nobody_opened(
    catalogue: Catalogue, path: Path, episode: str
) -> None:
    folder = catalogue.watch(Path("/disk"))
    files = [seen("a", folder.id, "a"), seen("b", folder.id, episode)]
    catalogue.write([(found("a"), None)], files)
    gone = catalogue.unwatch(folder.id, forget=True)
    assert [each.id for each in gone] == ["a"]
    assert [row.episode.id for row in catalogue.episodes()] == [episode]
    assert (catalogue.folders(), catalogue.files(folder.id)) == ([], [])


def test_files_come_back_as_they_were_seen(catalogue: Catalogue) -> None:
    file = seen("a", "folder", "")._replace(path=Path("/disk/caf\udce9.mp3"))
    catalogue.write([], [file])
    assert catalogue.files("folder") == [file]


def test_the_queue_keeps_its_order_and_leaves_out_the_forgotten(
    catalogue: Catalogue, path: Path
) -> None:
    catalogue.write([(found(key), None) for key in "abc"], [])
    with closing(UpNext(path)) as queue:
        queue.put(["c", "a", "c", "b"])
        catalogue.forget(["a"])
        assert [each.id for each in queue.episodes()] == ["c", "b"]


def test_other_programs_find_shows_and_notes_by_name(path: Path) -> None:
    key = episode_at(path)
    annotations = Annotations(path)
    annotations.add(a_note(key, "The harbour wakes.", note="Why?", tags=("sea", "ask")))
    annotations.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE episodes SET show = 'Coast', date = '2024-01-12'")
        (note,) = other.execute("SELECT episode, show, quote, note, tags, colour FROM notes")
        (episode,) = other.execute("SELECT title, notes FROM episodes_with_notes")
        (show,) = other.execute("SELECT name, episodes, newest FROM shows")
    assert note == ("Harbour", "Coast", "The harbour wakes.", "Why?", "sea, ask", "Idea")
    assert (episode, show) == (("Harbour", 1), ("Coast", 1, "2024-01-12"))


def test_what_the_docs_ask_can_be_asked(path: Path, episode: str) -> None:
    text = (Path(__file__).parents[3] / "docs" / "library.md").read_text(encoding="utf-8")
    questions = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    assert len(questions) == 3
    with closing(sqlite3.connect(path)) as other:
        for question in questions:
            other.execute(question).fetchall()
        tables = {name for (name,) in other.execute("SELECT name FROM sqlite_master")}
    named = re.findall(r"^\| (`[a-z_`, ]+) \|", text, re.MULTILINE)
    assert {name.strip("` ") for row in named for name in row.split(",")} <= tables
