"""Episodes of a folder taken into the library: pairs, changes, moves, disks that are away."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import folder_scan
from reader.library.folder_scan import FolderScan, ScanReport, Watcher
from reader.store.catalogue import Catalogue, CatalogueEpisode, StoredFolder
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.conftest import WriteTalk

LONG_AGO = 1_700_000_000


class Place:
    """A watched folder with its library."""

    def __init__(self, folder: Path, database: Path, write: WriteTalk) -> None:
        self.folder, self.write = folder, write
        self.file = LibraryFile(database)
        self.catalogue, self.library = Catalogue(self.file), Library(self.file)
        self.watched: StoredFolder = self.catalogue.watch(folder)

    def put(self, *names: str, below: str = "") -> None:
        """Write files that rest, each of its own content."""
        for name in names:
            place = self.folder / below
            place.mkdir(parents=True, exist_ok=True)
            source = self.write(name, folder="made")
            content = source.read_bytes()
            mark = b"\nNOTE " + name.encode() if name.endswith(".vtt") else name.encode()
            (place / name).write_bytes(content + mark)
            os.utime(place / name, (LONG_AGO, LONG_AGO))

    def scan(self, watcher: Watcher | None = None) -> ScanReport:
        return FolderScan(self.catalogue, self.watched, watcher=watcher or Watcher()).run()

    @property
    def rows(self) -> list[CatalogueEpisode]:
        return sorted(self.catalogue.episodes(), key=lambda row: row.episode.title)

    @property
    def pairs(self) -> list[tuple[str, ...]]:
        return [tuple(file.name for file in row.episode.files) for row in self.rows]


@pytest.fixture
def place(tmp_path: Path, write_talk: WriteTalk) -> Iterator[Place]:
    folder = tmp_path / "podcasts"
    folder.mkdir()
    made = Place(folder, tmp_path / "earmark.db", write_talk)
    yield made
    made.file.close()


def test_recordings_come_with_their_transcripts(place: Place) -> None:
    place.put("2024-01-12 The four wars.mp3", "2024-01-12 The four wars.en.vtt", "Zen.mp3")
    place.put("b.mp3", "b.vtt", "b.de.vtt", below="Season 1")
    place.put("alone.vtt", "notes.txt", below="texts")
    (place.folder / "texts" / "notes.txt").write_text("no times here")
    assert place.scan() == ScanReport(added=4)
    assert place.pairs == [
        ("2024-01-12 The four wars.mp3", "2024-01-12 The four wars.en.vtt"),
        ("Zen.mp3",),
        ("alone.vtt",),
        ("b.mp3", "b.vtt"),
    ]
    first = place.rows[0].episode
    assert (first.title, first.date, first.is_opened) == ("The four wars", "2024-01-12", False)
    assert first.length > 0


def test_what_is_unchanged_is_not_read_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.put("a.mp3", "a.vtt", "b.mp3")
    place.scan()

    def refuse(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(folder_scan, "content_key", refuse)
    monkeypatch.setattr(folder_scan, "tags_of", refuse)
    assert place.scan() == ScanReport()


def test_a_transcript_that_comes_later_joins_its_recording(place: Place) -> None:
    place.put("a.mp3", "b.mp3")
    place.scan()
    place.put("a.vtt")
    assert place.scan() == ScanReport(changed=1)
    assert place.pairs == [("a.mp3", "a.vtt"), ("b.mp3",)]


def test_a_file_known_by_content_gets_its_episode(place: Place, tmp_path: Path) -> None:
    place.put("a.mp3", "a.vtt")
    elsewhere = tmp_path / "desk"
    shutil.copytree(place.folder, elsewhere)
    opened = place.library.record_opened(elsewhere / "a.mp3", elsewhere / "a.vtt", "Talk")
    shutil.rmtree(elsewhere)
    assert place.scan() == ScanReport(changed=1)
    (row,) = place.rows
    assert (row.episode.id, row.episode.recording) == (opened.id, place.folder / "a.mp3")


def test_a_copy_of_an_episode_that_is_still_there_is_listed_once(place: Place) -> None:
    place.put("a.mp3")
    place.scan()
    shutil.copy2(place.folder / "a.mp3", place.folder / "copy.mp3")
    assert place.scan() == ScanReport()
    assert place.pairs == [("a.mp3",)]


def test_a_moved_file_keeps_its_episode(place: Place) -> None:
    place.put("a.mp3", "b.mp3")
    place.scan()
    key = place.rows[0].episode.id
    (place.folder / "old").mkdir()
    (place.folder / "a.mp3").rename(place.folder / "old" / "a.mp3")
    assert place.scan() == ScanReport(changed=1)
    row = next(each for each in place.rows if each.episode.id == key)
    assert (row.episode.recording, row.missing) == (place.folder / "old" / "a.mp3", frozenset())


def test_what_is_gone_is_missing_and_comes_back(place: Place) -> None:
    place.put("a.mp3", "b.mp3")
    place.scan()
    content = (place.folder / "a.mp3").read_bytes()
    (place.folder / "a.mp3").unlink()
    assert place.scan() == ScanReport(missing=1)
    assert place.scan() == ScanReport()
    assert [bool(row.missing) for row in place.rows] == [True, False]
    (place.folder / "a.mp3").write_bytes(content)
    os.utime(place.folder / "a.mp3", (LONG_AGO, LONG_AGO))
    place.scan()
    assert [bool(row.missing) for row in place.rows] == [False, False]


def test_a_folder_that_is_away_loses_nothing(place: Place, tmp_path: Path) -> None:
    place.put("a.mp3")
    place.scan()
    place.folder.rename(tmp_path / "unplugged")
    assert place.scan() == ScanReport(away=(place.folder,))
    assert place.catalogue.folders()[0].is_away
    assert place.pairs == [("a.mp3",)]
    (tmp_path / "unplugged").rename(place.folder)
    assert place.scan() == ScanReport()
    assert not place.catalogue.folders()[0].is_away


@pytest.mark.parametrize("is_known", [False, True])
def test_a_folder_that_goes_in_the_middle_of_a_scan_loses_nothing(
    place: Place, tmp_path: Path, is_known: bool
) -> None:
    names = [f"{number}{ending}" for number in range(4) for ending in (".mp3", ".vtt")]
    place.put(*names[:4])
    place.put(*names[4:], below="more")
    if is_known:
        place.scan()
        for path in place.folder.rglob("*.*"):
            os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))

    def unplug(_progress: object) -> None:
        if place.folder.exists():
            place.folder.rename(tmp_path / "unplugged")

    place.scan(Watcher(progressed=unplug))
    assert len(place.rows) >= 1
    assert not is_known or len(place.rows) == 4
    (tmp_path / "unplugged").rename(place.folder)
    place.scan()
    assert place.pairs == [(f"{number}.mp3", f"{number}.vtt") for number in range(4)]
    assert {row.missing for row in place.rows} == {frozenset()}
    assert all(row.episode.recording_key for row in place.rows)
    assert place.scan() == ScanReport()


def test_a_file_that_is_being_written_waits(place: Place) -> None:
    place.put("a.mp3", "b.mp3")
    os.utime(place.folder / "b.mp3")
    assert place.scan() == ScanReport(added=1, resting=1)
    os.utime(place.folder / "b.mp3", (LONG_AGO, LONG_AGO))
    assert place.scan() == ScanReport(added=1)


def test_what_the_listener_forgot_stays_forgotten(place: Place) -> None:
    place.put("a.mp3")
    place.scan()
    place.catalogue.forget([place.rows[0].episode.id])
    place.put("b.mp3")
    assert place.scan() == ScanReport(added=1)
    assert place.pairs == [("b.mp3",)]


def test_a_chosen_recording_counts_more_than_names(place: Place) -> None:
    place.put("a.mp3", "b.mp3", "a.vtt")
    place.library.remember_partner(place.folder / "a.vtt", place.folder / "b.mp3")
    place.scan()
    assert place.pairs == [("a.mp3",), ("b.mp3", "a.vtt")]


def test_links_and_loops_are_gone_through_once(place: Place) -> None:
    place.put("a.mp3", below="deep")
    (place.folder / "deep" / "loop").symlink_to(place.folder)
    (place.folder / "again.mp3").symlink_to(place.folder / "deep" / "a.mp3")
    (place.folder / "nowhere.mp3").symlink_to(place.folder / "gone.mp3")
    (place.folder / ".hidden.mp3").write_bytes(b"x")
    place.scan()
    assert len(place.rows) == 1


def test_what_is_named_like_a_recording_and_is_none_is_left(place: Place) -> None:
    place.put("a.mp3")
    (place.folder / "code.ts").write_text("export const a = 1;\n" * 20)
    (place.folder / "empty.mp3").write_bytes(b"")
    for name in ("code.ts", "empty.mp3"):
        os.utime(place.folder / name, (LONG_AGO, LONG_AGO))
    place.scan()
    assert place.pairs == [("a.mp3",)]


def test_covers_lie_beside_or_in_the_recording(place: Place) -> None:
    place.put("a.mp3", "b.mp3")
    (place.folder / "Cover.JPG").write_bytes(b"picture")
    (place.folder / "b.png").write_bytes(b"picture")
    place.scan()
    assert [row.cover and row.cover.name for row in place.rows] == ["Cover.JPG", "b.png"]


def test_a_scan_that_is_broken_off_goes_on_where_it_was(place: Place) -> None:
    place.put(*(f"{number}.mp3" for number in range(6)))
    seen: list[object] = []
    watcher = Watcher(progressed=seen.append, is_cancelled=lambda: len(seen) >= 2)
    report = place.scan(watcher)
    assert (report.added, report.is_whole) == (2, False)
    assert len(place.rows) == 2
    assert place.scan() == ScanReport(added=4)


def test_a_folder_below_that_cannot_be_read_loses_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.put("a.mp3", below="locked")
    place.scan()
    look = os.scandir

    def refusing(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise PermissionError(13, "denied", str(folder))
        return look(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    assert place.scan() == ScanReport()
    assert [row.missing for row in place.rows] == [frozenset()]
