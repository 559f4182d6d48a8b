"""The picture in a recording is found."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reader.recording.artwork import save_artwork

AUDIO = Path(__file__).parents[2] / "data" / "audio"


def with_picture(path: Path) -> Path:
    """A recording with a picture of 8 x 8."""
    red = ("-f", "lavfi", "-i", "color=red:s=8x8:r=1:d=1")
    pictured = ("-map", "0", "-map", "1", "-frames:v", "1", "-disposition:v", "attached_pic")
    kind = ("-c:v", "png", "-id3v2_version", "3") if path.suffix == ".mp3" else ("-c:v", "mjpeg")
    sound = ("-i", str(AUDIO / "constant.mp3"))
    command = ["ffmpeg", "-v", "error", "-y", *sound, *red, *pictured, *kind, str(path)]
    subprocess.run(command, check=True)
    return path


@pytest.mark.parametrize(
    ("name", "suffix", "begin"), [("a.mp3", ".png", b"\x89PNG"), ("a.m4a", ".jpg", b"\xff\xd8")]
)
def test_a_picture_is_written_as_it_is(
    name: str, suffix: str, begin: bytes, tmp_path: Path
) -> None:
    found = save_artwork(with_picture(tmp_path / name), tmp_path / "picture")
    assert found == tmp_path / f"picture{suffix}"
    assert found.read_bytes().startswith(begin)


def test_without_a_picture_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "garbage.mp3").write_bytes(b"no sound" * 99)
    for path in (AUDIO / "constant.mp3", tmp_path / "garbage.mp3", tmp_path / "none.mp3"):
        assert save_artwork(path, tmp_path / "picture") is None
    assert not list(tmp_path.glob("picture*"))
