"""What narrated books sound like, over real sound files."""

from __future__ import annotations

import shutil
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from reader import formats, paths
from reader.episode import Episode, missing_files
from reader.errors import ReaderError
from reader.library import book_sounds
from reader.library.book_sounds import recording_of_book
from reader.library.file_pair import FilePair
from reader.library.next_episode import next_files
from tests.reader.formats.packed_files import book, par, zipped
from tests.reader.sounds import AUDIO, length_of, samples_of, time_at

MP3 = AUDIO / "constant.mp3"
PAGES = {"one": "<p id='p'>Salt stings.</p>", "two": "<p id='p'>Gulls cry.</p>"}


def narrated(folder: Path, overlays: dict[str, str], **sounds: Path) -> Path:
    """A book with the sound files `one.mp3`, ...; each chapter narrated as its overlay says."""
    with zipfile.ZipFile(BytesIO(book(PAGES, overlays))) as made:
        parts: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    parts |= {f"OEBPS/audio/{name}.mp3": sound.read_bytes() for name, sound in sounds.items()}
    path = folder / "harbour.epub"
    path.write_bytes(zipped(parts))
    return path


@pytest.fixture
def two_files(tmp_path: Path) -> Path:
    overlays = {
        "one": par("one", "p", "one.mp3", "0s", "4s"),
        "two": par("two", "p", "two.mp3", "1s", "3s"),
    }
    return narrated(tmp_path, overlays, one=MP3, two=MP3)


def test_sound_files_follow_one_another_on_the_clock_of_the_text(
    two_files: Path, tmp_path: Path
) -> None:
    recording = recording_of_book(two_files, tmp_path / "cache")
    assert recording is not None
    assert recording.stem == "harbour"
    heard = samples_of(recording)
    assert length_of(heard) == pytest.approx(7_000, abs=60)
    for time, sound in ((1_000, 1_000), (3_500, 3_500), (5_000, 1_000), (6_500, 2_500)):
        assert time_at(heard, time) == pytest.approx(sound, abs=40)
    assert [cue.start for cue in formats.load(two_files).cues] == [0, 5_000]


def test_the_same_book_gives_the_same_bytes(two_files: Path, tmp_path: Path) -> None:
    first, again = (recording_of_book(two_files, tmp_path / name) for name in "ab")
    assert first and again
    assert first.read_bytes() == again.read_bytes()


def test_what_was_made_is_found_again(two_files: Path, tmp_path: Path) -> None:
    first = recording_of_book(two_files, tmp_path / "cache")
    assert first is not None
    first.write_bytes(b"as it was")
    again = recording_of_book(two_files.rename(tmp_path / "moved.epub"), tmp_path / "cache")
    assert again == first
    assert again.read_bytes() == b"as it was"


def test_one_sound_file_is_unpacked_as_it_is(tmp_path: Path) -> None:
    overlays = {
        name: par(name, "p", "one.mp3", f"{k}s", f"{k + 1}s") for k, name in enumerate(PAGES)
    }
    path = narrated(tmp_path, overlays, one=MP3)
    recording = recording_of_book(path, tmp_path / "cache")
    assert recording is not None
    assert recording.name == "harbour.mp3"
    assert recording.read_bytes() == MP3.read_bytes()


def test_other_files_and_books_without_sound_have_none(tmp_path: Path) -> None:
    silent = narrated(tmp_path, {})
    assert recording_of_book(silent, tmp_path / "cache") is None
    assert recording_of_book(MP3, tmp_path / "cache") is None
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("overlay", "sound", "said"),
    [
        (par("one", "p", "one.mp3", "0s", ""), MP3, "does not say how long"),
        (par("one", "p", "one.mp3", "0s", "4s"), AUDIO / "tone.opus", "compressed otherwise"),
        (par("one", "p", "gone.mp3", "0s", "4s"), MP3, "lacks a part"),
        (par("one", "p", "one.mp3", "0s", "4s"), AUDIO / "README.md", "one.mp3"),
    ],
)
def test_what_cannot_be_played_is_said(
    overlay: str, sound: Path, said: str, tmp_path: Path
) -> None:
    overlays = {"one": overlay, "two": par("two", "p", "two.mp3", "1s", "3s")}
    path = narrated(tmp_path, overlays, one=sound, two=MP3)
    with pytest.raises(ReaderError, match=said):
        recording_of_book(path, tmp_path / "cache")
    assert not [each for each in (tmp_path / "cache").rglob("*") if each.is_file()]


def test_a_sound_file_of_unknown_length_makes_later_times_uncertain(tmp_path: Path) -> None:
    overlays = {
        "one": par("one", "p", "one.mp3", "0s", ""),
        "two": par("two", "p", "two.mp3", "1s", "3s"),
    }
    transcript = formats.load(narrated(tmp_path, overlays, one=MP3, two=MP3))
    assert [problem.text for problem in transcript.problems] == ["OEBPS/audio/one.mp3"]


def test_a_sound_that_made_room_is_not_missed(two_files: Path) -> None:
    """It is made again when the book is opened."""
    now = datetime.now(UTC)
    sound = paths.book_sounds() / "key" / "harbour.mka"
    episode = Episode("1", "The Harbour", sound, two_files, now, now)
    assert missing_files([episode]) == frozenset()
    two_files.unlink()
    assert missing_files([episode]) == {two_files}


def test_what_lies_beside_the_book_comes_next(two_files: Path) -> None:
    sound = paths.book_sounds() / "key" / "harbour.mka"
    after = shutil.copy(two_files, two_files.with_name("island.epub"))
    assert next_files(FilePair(sound, two_files)) == (None, after)


def test_what_was_not_opened_for_longest_makes_room(
    two_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_sounds, "_ROOM", 100)
    old = tmp_path / "cache" / "old"
    old.mkdir(parents=True)
    (old / "old.mp3").write_bytes(bytes(101))
    recording = recording_of_book(two_files, tmp_path / "cache")
    assert recording is not None
    assert recording.exists()
    assert not old.exists()
