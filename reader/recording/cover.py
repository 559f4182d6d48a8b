"""The picture of an episode: in a file beside it, or in the recording itself."""

from __future__ import annotations

from pathlib import Path

from reader.recording.tags import LARGEST_PICTURE, picture_in_tags
from reader.regular_file import read_regular

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
_OF_FOLDERS = ("cover", "folder", "artwork", "poster", "front")


def picture_in(path: Path) -> bytes | None:
    """The bytes of a picture, or of that in a recording; None where there is none, or one of more
    than 16 MB. Looks at the disk: not for the GUI thread."""
    if path.suffix.lower() not in PICTURE_SUFFIXES:
        return picture_in_tags(path)
    try:
        return read_regular(path, LARGEST_PICTURE)
    except (OSError, ValueError):
        return None


def picture_beside(stem: str, pictures: dict[str, Path]) -> Path | None:
    """Of the pictures in a folder, by their names in lower case, that of an episode: one that is
    named alike, else that of the whole folder."""
    names = (stem.lower(), *_OF_FOLDERS)
    return next(
        (
            pictures[name + suffix]
            for name in names
            for suffix in PICTURE_SUFFIXES
            if name + suffix in pictures
        ),
        None,
    )
