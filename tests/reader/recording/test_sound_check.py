"""What can be heard, and what only looks like a recording."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from reader.recording.sound_check import holds_sound
from tests.conftest import TONE

AUDIO = TONE.parent
WHOLE = sorted(path.name for path in AUDIO.iterdir() if path.suffix != ".md")


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("talk.txt", "Hello. " * 2_000)
    return packed.getvalue()


SILENT = {
    "empty": b"",
    "text": b"Hello there, this is a text.\n" * 300,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(600),
    "zip": _zip(),
    "noise": Random(2).randbytes(200_000),
    "zeros": bytes(5_000),
    "only a tag": b"ID3\x04" + bytes(6),
    "cut off": TONE.read_bytes()[:300],
    "cut off m4a": (AUDIO / "tone.m4a").read_bytes()[:2_000],
    "header alone": b"RIFF\x24\0\0\0WAVEfmt ",
    "list of others": b"#EXTM3U\n#EXTINF:9,\nhttp://localhost/a.mp3\n",
}


@pytest.mark.parametrize("name", WHOLE)
def test_sound_is_found_in_recordings(name: str) -> None:
    assert holds_sound(AUDIO / name)


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".wav", ".bin"])
@pytest.mark.parametrize("kind", SILENT)
def test_no_sound_is_found_in_what_is_no_recording(tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"talk #1?{suffix}"
    path.write_bytes(SILENT[kind])
    assert not holds_sound(path)


def test_sound_behind_a_damaged_beginning_is_found(tmp_path: Path) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(b"junk" * 300 + TONE.read_bytes())
    assert holds_sound(path)


def test_a_name_says_nothing_of_what_is_inside(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(TONE.read_bytes())
    assert holds_sound(path)


def test_what_only_vlc_could_report_is_believed(tmp_path: Path) -> None:
    tune = tmp_path / "tune.mid"
    tune.write_bytes(b"MThd\0\0\0\x06")
    assert holds_sound(tune)
