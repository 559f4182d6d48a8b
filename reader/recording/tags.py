"""What the tags of a recording call it. Looks at the disk: not for the GUI thread."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from reader.episode import NO_NAMES, Names
from reader.regular_file import open_regular

if TYPE_CHECKING:
    from tinytag import TinyTag

LARGEST_PICTURE = 16_000_000
"""Bytes."""

_MOST_BYTES, _MOST_READS = 32_000_000, 20_000  # pictures are among the tags
_LONGEST = 1_000  # characters of a name
_LONGEST_RECORDING = 1_000_000  # seconds
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


class RecordingTags(NamedTuple):
    """What a recording says of itself; `length` in ms, 0 where it does not say."""

    names: Names = NO_NAMES
    length: int = 0
    has_picture: bool = False


def names_in_tags(recording: Path) -> Names:
    """Title, show (the album, else the artist) and date; empty where there are no tags."""
    found = _read(recording)
    return _names(found) if found else NO_NAMES


def tags_of(recording: Path) -> RecordingTags:
    """All of it. Pictures that are too large are as if there were none."""
    found = _read(recording, duration=True, image=True) or _read(recording, duration=True)
    if found is None:
        return RecordingTags(names_in_tags(recording))
    return RecordingTags(_names(found), _length(found), found.images.any is not None)


def picture_in_tags(recording: Path) -> bytes | None:
    """The picture that a recording carries; None where there is none, or one too large."""
    found = _read(recording, image=True)
    picture = found.images.any if found else None
    return picture.data if picture and len(picture.data) <= LARGEST_PICTURE else None


def _read(recording: Path, *, duration: bool = False, image: bool = False) -> TinyTag | None:
    from tinytag import TinyTag, TinyTagException

    try:
        with open_regular(recording) as file:
            source = cast("BinaryIO", _Source(file))
            name = os.fsdecode(recording.name)
            return TinyTag.get(name, source, duration=duration, image=image)
    except (TinyTagException, OSError, ValueError):
        return None


def _names(found: TinyTag) -> Names:
    day = _DATE.match(_text(found.year))
    show = _text(found.album) or _text(found.artist) or _text(found.albumartist)
    return Names(_text(found.title), show, day[0] if day else "")


def _length(found: TinyTag) -> int:
    seconds = found.duration
    is_length = isinstance(seconds, int | float) and 0 < seconds < _LONGEST_RECORDING
    return round(1_000 * seconds) if is_length and seconds else 0


def _text(value: object) -> str:
    return value[:_LONGEST].strip().replace("\0", "") if isinstance(value, str) else ""


class _Source:
    """What tags are read from: an error ends it where a file makes their reader read too much."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left, self._reads = _MOST_BYTES, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises OSError where they are too many."""
        self._reads += 1
        content = self._file.read(self._left + 1 if size < 0 else min(size, self._left + 1))
        self._left -= len(content)
        if self._left < 0 or self._reads > _MOST_READS:
            raise OSError("These tags are too large.")
        return content

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go there; it counts as well, since a file may send its reader round in a ring."""
        self._reads += 1
        if self._reads > _MOST_READS:
            raise OSError("These tags have no end.")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Where it is."""
        return self._file.tell()
