"""Files are known again wherever they were moved, with those that moved along."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.reader.store.notes import a_note


@pytest.fixture
def file(path: Path) -> Iterator[LibraryFile]:
    file = LibraryFile(path)
    yield file
    file.close()


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    for name in ("one.mp3", "one.vtt", "two.mp3", "two.vtt"):
        (folder / name).write_text(f"what {name} holds")
    return folder


@pytest.fixture
def library(file: LibraryFile, talks: Path) -> Library:
    """Two episodes."""
    library = Library(file)
    for name in ("two", "one"):
        library.record_opened(talks / f"{name}.mp3", talks / f"{name}.vtt", name)
    return library


def files_of(library: Library, title: str) -> list[Path]:
    return [path for each in library.recent() if each.title == title for path in each.files]


def test_neighbours_that_moved_along_are_found_by_themselves(
    library: Library, talks: Path, tmp_path: Path
) -> None:
    new = talks.rename(tmp_path / "elsewhere")
    library.record_opened(new / "one.mp3", None, "one")
    assert files_of(library, "one") == [new / "one.mp3", new / "one.vtt"]
    assert files_of(library, "two") == [new / "two.mp3", new / "two.vtt"]
    assert len(library.recent()) == 2


def test_another_file_of_the_same_name_is_not_taken_for_a_neighbour(
    library: Library, talks: Path, tmp_path: Path
) -> None:
    new = talks.rename(tmp_path / "elsewhere")
    (new / "two.mp3").write_text("something else")
    library.record_opened(new / "one.mp3", None, "one")
    assert files_of(library, "two") == [talks / "two.mp3", new / "two.vtt"]


def test_of_a_copy_the_neighbours_stay_where_they_are(
    library: Library, talks: Path, tmp_path: Path
) -> None:
    shutil.copytree(talks, tmp_path / "copy")
    library.record_opened(tmp_path / "copy" / "one.mp3", None, "one")
    assert files_of(library, "two") == [talks / "two.mp3", talks / "two.vtt"]


def test_what_holds_something_else_is_reported_to_be_another(library: Library, talks: Path) -> None:
    renamed = (talks / "one.mp3").rename(talks / "renamed.mp3")
    assert not library.is_another(talks / "one.mp3", renamed)
    assert library.is_another(talks / "one.mp3", talks / "two.mp3")
    assert not library.is_another(talks / "never known.mp3", renamed)


def test_another_is_taken_where_the_listener_says_so(library: Library, talks: Path) -> None:
    (before,) = [each for each in library.recent() if each.title == "one"]
    (talks / "one.mp3").unlink()
    (talks / "one.m4a").write_text("the same talk, made again")
    library.replace_file(talks / "one.mp3", talks / "one.m4a")
    episode = library.record_opened(talks / "one.m4a", talks / "one.vtt", "one")
    assert episode.id == before.id


def test_notes_are_shown_with_another_recording_of_the_same_words(
    library: Library, file: LibraryFile, talks: Path
) -> None:
    annotations = Annotations(file)
    (one,) = [each for each in library.recent() if each.title == "one"]
    annotations.add(a_note(one.id))
    other = library.record_opened(talks / "two.mp3", talks / "one.vtt", "other")
    assert other.id != one.id
    assert len(annotations.of_episode(other.id)) == 1
