"""The sound of narrated books, each as one recording: a cache that can be thrown away.

A player plays no sound within a book. Where it is one file it is unpacked, where it is several
they are joined on the clock on which the book's text has its times.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile

from reader.errors import ReaderError, RecordingError
from reader.formats import narrated_book
from reader.formats.narrated_book import SoundFile
from reader.formats.source import Source
from reader.formats.zip_parts import ZipParts
from reader.message import message
from reader.private_files import make_own_folder
from reader.regular_file import open_regular
from reader.store.content_key import content_key
from reader.whole_file import whole_file, write_fault

_HEAD = 1_000  # bytes that say whether it is a book
_ROOM = 4_000_000_000  # bytes of all, some dozen books; what was not opened for longest goes first
_UNKNOWN_LENGTH = message(
    "{file} does not say how long its sound file “{part}” is, so that its sound cannot be played "
    "as one recording."
)
_NO_PYAV = message(
    "The sound of {file} is in several files. To hear it, install the package earmark-clips, or "
    "PyAV with “pip install av”, then start Earmark again."
)


def recording_of_book(
    book: Path, folder: Path, is_cancelled: Callable[[], bool] = lambda: False
) -> Path | None:
    """The recording of a narrated book, made in `folder` where it is not there; None for any
    other file. Takes its time: not for the GUI thread. Raises ReaderError where it cannot be made.
    """
    try:
        with open_regular(book) as file:
            if not narrated_book.is_like(file.read(_HEAD)):
                return None
        place = folder / content_key(book)
        if known := _kept(place):
            os.utime(place)  # opened again: it stays for longer
            return known
        return _made(book, place, is_cancelled)
    except OSError as error:
        raise write_fault(folder, error) from error


def _made(book: Path, place: Path, is_cancelled: Callable[[], bool]) -> Path | None:
    with open_regular(book) as file:
        source = Source(book.name, "", file=file)
        sounds = narrated_book.sound_files(source)
        if not sounds:
            return None
        make_own_folder(place.parent)
        make_own_folder(place)
        if len(sounds) > 1:
            made = _joined(source, sounds, place / book.stem, is_cancelled)
        else:
            made = _unpacked(source, sounds[0], place / book.stem)
    _make_room(place)
    return made


def _unpacked(source: Source, sound: SoundFile, target: Path) -> Path:
    made = target.with_name(f"{target.name}{PurePosixPath(sound.part).suffix}")
    with (
        whole_file(made, may_replace=True, is_private=True) as beside,
        beside.open("wb") as unpacked,
    ):
        ZipParts(source).unpack(sound.part, unpacked)
    return made


def _joined(
    source: Source,
    sounds: tuple[SoundFile, ...],
    target: Path,
    is_cancelled: Callable[[], bool],
) -> Path:
    try:
        from reader.recording.joined_sound import SUFFIX, joined_sound
    except ImportError as error:
        raise ReaderError(_NO_PYAV.filled(file=source.name)) from error
    for sound in sounds[:-1]:
        if sound.end is None:
            part = PurePosixPath(sound.part).name
            raise RecordingError(_UNKNOWN_LENGTH.filled(file=source.name, part=part))
    made = target.with_name(f"{target.name}{SUFFIX}")
    parts = ZipParts(source)
    with joined_sound(made) as recording:
        for sound in sounds:
            with TemporaryFile(dir=made.parent) as unpacked:
                parts.unpack(sound.part, unpacked)
                unpacked.seek(0)
                recording.add(unpacked, sound.part, sound.begin, sound.end, is_cancelled)
    return made


def _kept(place: Path) -> Path | None:
    """The recording in its folder; what is being made is hidden."""
    with suppress(FileNotFoundError):
        return next((path for path in place.iterdir() if not path.name.startswith(".")), None)
    return None


def _size(place: Path) -> int:
    return sum(path.stat().st_size for path in place.iterdir())


def _make_room(kept: Path) -> None:
    others = [place for place in kept.parent.iterdir() if place.is_dir() and place != kept]
    room = _ROOM - _size(kept)
    for place in sorted(others, key=lambda each: each.stat().st_mtime_ns, reverse=True):
        room -= _size(place)
        if room < 0:
            shutil.rmtree(place, ignore_errors=True)
