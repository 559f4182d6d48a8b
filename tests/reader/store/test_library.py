from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reader.episode import Names
from reader.jobs import Worker
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.time_bounds import LATEST


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    seconds = count()
    start = datetime(2026, 1, 1, tzinfo=UTC)
    library = Library(
        tmp_path / "data" / "library.db", now=lambda: start + timedelta(seconds=next(seconds))
    )
    yield library
    library.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "podcasts").mkdir()
    return tmp_path / "podcasts"


def made(path: Path, content: str = "") -> Path:
    path.write_text(content or f"content of {path}")
    return path


@contextmanager
def again(library: Library) -> Iterator[Library]:
    """Another look at the same file, past everything the first has in memory."""
    with closing(Library(library._file.path)) as other:
        yield other


def catalogue_of(library: Library) -> Catalogue:
    """The same library with all its episodes, also those that were not opened lately."""
    return Catalogue(library._file, library._now)


def test_a_library_not_used_touches_no_disk(tmp_path: Path) -> None:
    Library(tmp_path / "data" / "library.db")
    assert list(tmp_path.iterdir()) == []


def test_a_new_episode_is_at_its_beginning(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), made(folder / "a.vtt"), "A")
    assert (episode.title, episode.position, episode.length, episode.scroll) == ("A", 0, 0, 0)
    assert episode.rate is None
    assert episode.progress == 0
    assert episode.opened_at.tzinfo is UTC
    with again(library) as other:
        assert other.recent() == [episode]


def test_the_place_is_found_again(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), None, "A")
    library.remember_place(episode.id, position=25_000, length=100_000, rate=1.25, scroll=4711)
    with again(library) as other:
        found = other.record_opened(folder / "a.mp3", None, "A")
    assert found.id == episode.id
    assert (found.position, found.length, found.rate, found.scroll) == (25_000, 100_000, 1.25, 4711)
    assert found.progress == 0.25


def test_names_are_those_of_the_files_until_the_listener_chooses(
    library: Library, folder: Path
) -> None:
    file = made(folder / "a.mp3")
    first = library.record_opened(file, None, "000_c5", show="Show", date="2024")
    assert first.names == Names("000_c5", "Show", "2024")
    assert library.record_opened(file, None, "A", show="Other").names == Names("A", "Other", "")
    annotations = Annotations(library._file)
    annotations.rename_episode(first.id, Names("The four wars", "Other", "2024-01-12"))
    library.record_opened(file, None, "B", show="Third")
    with again(library) as other:
        found = other.episode(first.id)
    assert found is not None
    assert found.names == Names("The four wars", "Third", "2024-01-12")
    assert found.found == Names("B", "Third", "")


def test_without_a_title_it_has_the_one_that_was_found(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), None, "A")
    annotations = Annotations(library._file)
    annotations.rename_episode(episode.id, Names("Mine", "Show", ""))
    annotations.rename_episode(episode.id, Names())
    assert library.record_opened(folder / "a.mp3", None, "C").names == Names("C")
    with pytest.raises(KeyError):
        annotations.rename_episode("unknown", Names("A"))


def test_a_length_not_known_keeps_the_one_before(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), None, "A")
    library.remember_place(episode.id, 1, 100_000, 1.0, 0)
    library.remember_place(episode.id, 2, 0, 1.0, 0)
    (found,) = library.recent()
    assert (found.position, found.length) == (2, 100_000)


def test_the_last_opened_comes_first_and_only_so_many(library: Library, folder: Path) -> None:
    for name in "abcd":
        library.record_opened(made(folder / name), None, name)
    library.record_opened(folder / "b", None, "b")
    assert [episode.title for episode in library.recent(3)] == ["b", "d", "c"]


def test_a_renamed_recording_is_the_same_episode(library: Library, folder: Path) -> None:
    first = library.record_opened(made(folder / "a.mp3"), made(folder / "a.vtt"), "A")
    (folder / "a.mp3").rename(folder / "b.mp3")
    second = library.record_opened(folder / "b.mp3", folder / "a.vtt", "A")
    assert second.id == first.id
    assert second.recording == folder / "b.mp3"


def test_a_moved_pair_is_the_same_episode(library: Library, folder: Path, tmp_path: Path) -> None:
    first = library.record_opened(made(folder / "a.mp3"), made(folder / "a.vtt"), "A")
    moved = Path(shutil.move(folder, tmp_path / "elsewhere"))
    second = library.record_opened(moved / "a.mp3", moved / "a.vtt", "A")
    assert second.id == first.id
    assert second.transcript == moved / "a.vtt"
    assert len(library.recent()) == 1


def test_an_edited_transcript_is_the_same_episode(library: Library, folder: Path) -> None:
    first = library.record_opened(None, made(folder / "a.vtt"), "A")
    made(folder / "a.vtt", "corrected")
    second = library.record_opened(None, folder / "a.vtt", "A")
    assert second.id == first.id
    assert second.transcript_key != first.transcript_key


def test_what_an_edited_transcript_held_is_reported_once(library: Library, folder: Path) -> None:
    transcript = made(folder / "a.vtt", "one")
    first = library.record_opened(None, transcript, "A")
    assert first.former is None
    made(transcript, "another")
    second = library.record_opened(None, transcript, "A")
    assert second.former == ("", first.transcript_key)
    assert second.is_other
    assert library.record_opened(None, transcript, "A").former is None


def test_with_its_recording_an_edited_transcript_is_no_other_episode(
    library: Library, folder: Path
) -> None:
    recording, transcript = made(folder / "a.mp3"), made(folder / "a.vtt", "one")
    library.record_opened(recording, transcript, "A")
    made(transcript, "another")
    assert not library.record_opened(recording, transcript, "A").is_other
    made(recording, "another sound")
    made(transcript, "a third")
    assert library.record_opened(recording, transcript, "A").is_other


def test_files_that_hold_another_become_a_new_episode(library: Library, folder: Path) -> None:
    transcript = made(folder / "a.vtt", "one")
    library.record_opened(None, transcript, "A")
    made(transcript, "another")
    former = library.record_opened(None, transcript, "A")
    assert former.former is not None
    library.leave_files(former.id, former.former)
    new = library.record_opened(None, transcript, "A")
    assert new.id != former.id
    assert [episode.id for episode in library.recent()] == [new.id]
    back = library.record_opened(None, made(folder / "back.vtt", "one"), "A")
    assert back.id == former.id


def test_a_file_that_joins_later_belongs_to_the_episode(library: Library, folder: Path) -> None:
    first = library.record_opened(None, made(folder / "a.vtt"), "A")
    both = library.record_opened(made(folder / "a.mp3"), folder / "a.vtt", "A")
    alone = library.record_opened(folder / "a.mp3", None, "A")
    assert first.id == both.id == alone.id
    assert alone.transcript == folder / "a.vtt"


def test_another_transcript_of_the_recording_is_another_episode(
    library: Library, folder: Path
) -> None:
    english = library.record_opened(made(folder / "a.mp3"), made(folder / "en.vtt"), "A")
    german = library.record_opened(folder / "a.mp3", made(folder / "de.vtt"), "A")
    assert english.id != german.id
    assert library.record_opened(folder / "a.mp3", folder / "en.vtt", "A").id == english.id


def test_content_counts_more_than_an_old_name(library: Library, folder: Path) -> None:
    two = library.record_opened(made(folder / "two.mp3", "two"), None, "2")
    one = library.record_opened(made(folder / "latest.mp3", "one"), None, "1")
    (folder / "latest.mp3").rename(folder / "one.mp3")
    (folder / "two.mp3").rename(folder / "latest.mp3")
    assert library.record_opened(folder / "latest.mp3", None, "2").id == two.id
    assert library.record_opened(folder / "one.mp3", None, "1").id == one.id


def test_empty_files_are_not_the_same(library: Library, folder: Path) -> None:
    for name in ("a.mp3", "b.mp3"):
        (folder / name).touch()
        library.record_opened(folder / name, None, name)
    assert len(library.recent()) == 2


def test_a_file_that_vanished_keeps_its_episode_and_key(library: Library, folder: Path) -> None:
    first = library.record_opened(made(folder / "a.mp3"), None, "A")
    (folder / "a.mp3").unlink()
    second = library.record_opened(folder / "a.mp3", None, "A")
    assert (second.id, second.recording_key) == (first.id, first.recording_key)


def test_paths_are_kept_absolute(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = library.record_opened(made(folder / "a.mp3"), None, "A")
    monkeypatch.chdir(folder)
    (folder / "a.mp3").unlink()  # known by its path alone
    second = library.record_opened(Path("../podcasts/a.mp3"), None, "A")
    assert second.id == first.id
    assert second.recording == folder / "a.mp3"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has such names")
def test_names_that_are_not_utf8_are_kept(library: Library, folder: Path) -> None:
    path = made(folder / os.fsdecode(b"caf\xe9.mp3"), "x")
    first = library.record_opened(path, None, path.stem)
    assert first.recording == path
    assert first.title == "caf\ufffd"
    with again(library) as other:
        assert other.recent() == [first]
    path.unlink()
    assert library.record_opened(path, None, path.stem).id == first.id


def test_a_forgotten_episode_is_gone_with_its_place(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), None, "A")
    library.remember_place(episode.id, 5, 10, 2.0, 3)
    catalogue_of(library).forget([episode.id])
    assert library.recent() == []
    library.remember_place(episode.id, 6, 10, 2.0, 3)  # it was still playing
    assert library.recent() == []
    back = library.record_opened(folder / "a.mp3", None, "A")
    assert (back.position, back.rate, back.scroll) == (0, None, 0)


def test_forgetting_can_be_undone(library: Library, folder: Path) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), made(folder / "a.vtt"), "A")
    library.remember_place(episode.id, 5, 10, 2.0, 3)
    library.record_opened(made(folder / "b.mp3"), None, "B")
    before = library.recent()
    catalogue_of(library).forget([episode.id])
    catalogue_of(library).restore([before[1]])
    with again(library) as other:
        after = other.recent()
    assert [found.id for found in after] == [found.id for found in before]
    assert (after[1].position, after[1].rate, after[1].scroll) == (5, 2.0, 3)


def test_undo_after_opening_again_makes_no_second_episode(library: Library, folder: Path) -> None:
    library.record_opened(made(folder / "a.mp3"), None, "A")
    (episode,) = library.recent()
    catalogue_of(library).forget([episode.id])
    library.record_opened(folder / "a.mp3", None, "A")
    catalogue_of(library).restore([episode])
    assert len(library.recent()) == 1


def test_a_chosen_pair_is_found_from_either_side(library: Library, folder: Path) -> None:
    transcript, recording = made(folder / "talk.vtt"), made(folder / "rec_0815.mp3")
    assert library.chosen_partner(transcript) is None
    library.remember_partner(transcript, recording)
    for half, partner in ((transcript, recording), (recording, transcript)):
        with again(library) as other:
            assert other.chosen_partner(half) == partner


def test_the_later_choice_counts(library: Library, folder: Path) -> None:
    transcript, old, new = (made(folder / name) for name in ("a.vtt", "old.mp3", "new.mp3"))
    library.remember_partner(transcript, old)
    library.remember_partner(transcript, new)
    assert library.chosen_partner(transcript) == new
    assert library.chosen_partner(old) is None


def test_a_recording_with_two_transcripts_gives_the_last_chosen(
    library: Library, folder: Path
) -> None:
    recording, english, german = (made(folder / name) for name in ("a.mp3", "en.vtt", "de.vtt"))
    library.remember_partner(german, recording)
    library.remember_partner(english, recording)
    assert library.chosen_partner(recording) == english
    assert library.chosen_partner(german) == recording
    english.unlink()
    assert library.chosen_partner(recording) == german


def test_a_pair_moved_together_is_found(library: Library, folder: Path, tmp_path: Path) -> None:
    (folder / "audio").mkdir()
    library.remember_partner(made(folder / "a.vtt"), made(folder / "audio" / "b.mp3"))
    moved = Path(shutil.move(folder, tmp_path / "elsewhere"))
    assert library.chosen_partner(moved / "a.vtt") == moved / "audio" / "b.mp3"
    assert library.chosen_partner(moved / "audio" / "b.mp3") == moved / "a.vtt"


def test_a_look_alike_at_the_new_place_is_not_taken(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    library.remember_partner(made(folder / "a.vtt"), made(folder / "b.mp3"))
    moved = Path(shutil.move(folder, tmp_path / "elsewhere"))
    made(moved / "b.mp3", "something else")
    assert library.chosen_partner(moved / "a.vtt") is None


def test_a_partner_that_vanished_is_no_partner(library: Library, folder: Path) -> None:
    transcript, recording = made(folder / "a.vtt"), made(folder / "b.mp3")
    library.remember_partner(transcript, recording)
    recording.unlink()
    assert library.chosen_partner(transcript) is None


def test_how_a_transcript_is_to_be_read_is_remembered_also_when_it_moves(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    file = tmp_path / "talk.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:02,000\nHello\n")
    assert library.chosen_reading(file) == ("", "")
    library.remember_reading(file, "cp1250", "")
    library.remember_reading(file, "cp1250", "subrip")
    moved = file.rename(tmp_path / "other.srt")
    assert library.chosen_reading(moved) == ("cp1250", "subrip")
    library.close()


def test_a_place_later_than_any_recording_is_read_within_bounds(
    library: Library, folder: Path
) -> None:
    episode = library.record_opened(made(folder / "a.mp3"), None, "A")
    library.remember_place(episode.id, 2**40, 2**41, 1.0, 2**42)
    (found,) = library.recent()
    assert (found.position, found.length, found.scroll) == (LATEST, LATEST, LATEST)


def test_files_are_looked_at_by_the_thread_that_asks_and_never_by_the_librarys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """The one that writes notes must not wait for a disk."""
    for name in ("a.mp3", "a.vtt", "b.mp3"):
        (tmp_path / name).write_text(name)
    keeper, lookers = Worker(), set()
    place = tmp_path / "data" / "library.db"
    library = Library(place).asked_by(keeper.ask)

    def looked(path: str | os.PathLike[str], *_: object, **__: object) -> os.stat_result:
        if str(path).startswith(str(tmp_path)) and "data" not in str(path):
            lookers.add(threading.current_thread())
        return real(path)

    real = os.stat
    monkeypatch.setattr(os, "stat", looked)
    recording, transcript, other = (tmp_path / name for name in ("a.mp3", "a.vtt", "b.mp3"))
    library.remember_partner(transcript, recording)
    assert library.chosen_partner(transcript) == recording
    library.remember_reading(transcript, "utf-8", "")
    assert library.chosen_reading(transcript) == ("utf-8", "")
    episode = library.record_opened(recording, transcript, "A")
    known = library.known_episode(recording, transcript)
    assert known is not None
    assert known.id == episode.id
    assert library.is_another(recording, other)
    library.replace_file(recording, other)
    (tmp_path / "moved").mkdir()
    for name in ("b.mp3", "a.vtt"):
        (tmp_path / name).rename(tmp_path / "moved" / name)
    moved = library.record_opened(tmp_path / "moved" / "b.mp3", None, "A")
    assert moved.transcript == tmp_path / "moved" / "a.vtt"
    assert lookers == {threading.current_thread()}
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def test_without_files_no_episode_is_known(library: Library, folder: Path) -> None:
    library.record_opened(made(folder / "a.mp3"), None, "A")
    assert library.known_episode(None, None) is None
