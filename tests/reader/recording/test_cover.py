"""Pictures of episodes."""

from __future__ import annotations

from pathlib import Path

from reader.recording.cover import picture_beside, picture_in
from reader.recording.tags import LARGEST_PICTURE


def test_a_picture_named_alike_comes_before_that_of_the_folder() -> None:
    pictures = {name: Path(name) for name in ("folder.png", "talk.jpeg", "other.jpg")}
    assert picture_beside("Talk", pictures) == Path("talk.jpeg")
    assert picture_beside("Else", pictures) == Path("folder.png")
    assert picture_beside("Else", {"other.jpg": Path("other.jpg")}) is None


def test_pictures_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "cover.jpg"
    path.write_bytes(b"x" * 10)
    assert picture_in(path) == b"x" * 10
    path.write_bytes(bytes(LARGEST_PICTURE + 1))
    assert picture_in(path) is None
    assert picture_in(tmp_path / "gone.png") is None
    assert picture_in(tmp_path / "gone.mp3") is None
