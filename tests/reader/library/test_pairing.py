from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.pairing import Pairing, find_recording, find_transcript, is_too_short
from tests.conftest import MakePipe

SRT = b"1\n00:00:01,000 --> 00:00:02,000\nAlpha\n"

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def fill(*names: str) -> Path:
        for name in names:
            is_text = name.endswith((".vtt", ".srt", ".txt", ".VTT"))
            (tmp_path / name).write_bytes(SRT if is_text else b"ID3\x04")
        return tmp_path

    return fill


@pytest.mark.parametrize(
    ("length", "end", "is_short"),
    [(11_000, 300_000, True), (3_600_000, 3_700_000, False), (40_000, 82_000, False)],
)
def test_a_recording_much_shorter_than_its_text(length: int, end: int, is_short: bool) -> None:
    assert is_too_short(length, end) is is_short


@pytest.mark.parametrize(
    ("transcript", "recording"),
    [
        ("talk.vtt", "talk.mp3"),
        ("Talk.VTT", "talk.MP3"),
        ("talk.en.vtt", "talk.mp3"),
        ("talk.pt-BR.srt", "talk.m4a"),
        ("talk.mp3.vtt", "talk.mp3"),
        ("talk.mp3.en.srt", "talk.mp3"),
        ("talk.mp3.vtt", "talk.ogg"),
        ("talk 1.5.vtt", "talk 1.5.mkv"),
        (unicodedata.normalize("NFC", "Café.srt"), unicodedata.normalize("NFD", "Café.mp3")),
    ],
)
def test_the_same_name_in_all_its_forms(folder: Folder, transcript: str, recording: str) -> None:
    root = folder(transcript, recording, "other.mp3", "other.vtt", "more.txt")
    assert find_recording(root / transcript) == Pairing(root / recording)
    assert find_transcript(root / recording) == Pairing(root / transcript)


def test_the_nearest_name_wins(folder: Folder) -> None:
    root = folder("talk.vtt", "talk.en.vtt", "talk.srt", "talk.mp3", "talk.ogg", "talk.mp4")
    assert find_recording(root / "talk.vtt").match == root / "talk.mp3"
    assert find_transcript(root / "talk.mp3").match == root / "talk.vtt"
    (root / "talk.ogg.vtt").write_bytes(SRT)
    assert find_recording(root / "talk.ogg.vtt").match == root / "talk.ogg"
    assert find_transcript(root / "talk.ogg").match == root / "talk.ogg.vtt"


def test_the_only_one_in_the_folder(folder: Folder) -> None:
    root = folder("transcript.txt", "episode.mp3")
    (root / "notes.txt").write_text("Dear diary,", encoding="utf-8")
    assert find_recording(root / "transcript.txt") == Pairing(root / "episode.mp3")
    assert find_transcript(root / "episode.mp3") == Pairing(root / "transcript.txt")


def test_notes_with_the_same_name_are_no_transcript(folder: Folder) -> None:
    root = folder("talk.mp3", "a.srt", "b.srt")
    (root / "talk.txt").write_text("Show notes: what a talk.", encoding="utf-8")
    assert find_transcript(root / "talk.mp3") == Pairing(None, (root / "a.srt", root / "b.srt"))


def test_several_are_to_be_asked_about(folder: Folder) -> None:
    root = folder("x.vtt", "b.mp3", "a.ogg", "._x.mp3")
    (root / "x.opus").mkdir()
    assert find_recording(root / "x.vtt") == Pairing(None, (root / "a.ogg", root / "b.mp3"))


def test_a_folder_that_cannot_be_read_has_no_candidates(tmp_path: Path) -> None:
    for path in (tmp_path / "gone" / "talk.vtt", Path("nul\0/talk.vtt"), tmp_path / "talk.vtt"):
        assert find_recording(path) == Pairing(None)
        assert find_transcript(path) == Pairing(None)


def test_a_pipe_beside_it_is_nothing_to_choose(folder: Folder, make_pipe: MakePipe) -> None:
    place = folder("talk.vtt", "other.mp3")
    make_pipe(place / "talk.mp3")
    assert find_recording(place / "talk.vtt") == Pairing(place / "other.mp3")
