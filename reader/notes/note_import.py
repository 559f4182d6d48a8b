"""Takes notes of another library into this one.

Episodes are known by the content of their files; one that is not known here is made, without
files, and its notes wait until it is opened. `Annotations.take_in` says what becomes of a note
that is here already.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.episode import Episode
from reader.errors import ReaderError
from reader.message import message, unreadable
from reader.notes.web_annotation import (
    ImportedEpisode,
    ImportedNote,
    ImportedNotes,
    known_id,
    notes_in,
)
from reader.regular_file import open_regular
from reader.store.annotations import Annotations
from reader.store.conflicts import take_in as join
from reader.store.library import Library

_SQLITE = b"SQLite format 3\0"
LARGEST = 200_000_000  # bytes of a file


class Imported(NamedTuple):
    """What came: notes new here, newer than here, and known; episodes new here; what was not
    understood."""

    added: int
    renewed: int
    known: int
    episodes: int
    faults: tuple[str, ...]


def import_notes(path: Path, annotations: Annotations, library: Library) -> Imported:
    """Take in a file that `earmark notes --format json` wrote, or another library.

    Raises ReaderError.
    """
    if is_library(path):
        return join_library(path, annotations)
    return take_in(notes_of(path), annotations, library)


def take_in(given: ImportedNotes, annotations: Annotations, library: Library) -> Imported:
    """Take in all that a file holds, or nothing; both rooms are of one library file.

    A window with the library open keeps in memory what it is given meanwhile: some 3,000 notes
    take a second. Raises StoreError.
    """
    with annotations.file.writing():
        episodes, made = _episodes(given.notes, library)
        notes = [replace(note, episode_id=episodes[episode.id]) for note, episode in given.notes]
        taken = annotations.take_in(*notes)
    return Imported(*taken, made, given.faults)


def is_library(path: Path) -> bool:
    """Whether a file is one of SQLite: a library, say, and no text with notes."""
    try:
        with open_regular(path) as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def join_library(path: Path, annotations: Annotations) -> Imported:
    """Take in all that another library has and this one lacks, corrections and voices too; such as
    the copy that a sync tool makes of a conflict, which stays as it is. Raises StoreError."""
    ours = {each.id: each.updated for each in annotations.every()}
    theirs = join(path, annotations)
    added = sum(each.id not in ours for each in theirs)
    renewed = sum(each.id in ours and ours[each.id] < each.updated for each in theirs)
    return Imported(added, renewed, len(theirs) - added - renewed, 0, ())


def join_to(
    given: ImportedNotes, episode: Episode, annotations: Annotations, library: Library
) -> int:
    """Let the notes of a file that was taken in, as far as their episode has no files here, be of
    this episode; gives how many. Where it is opened, quotes find their words. Raises StoreError."""
    count = 0
    for each in {note.episode.id: note.episode for note in given.notes}.values():
        found = _known(each, library)
        if found is None or found.files or found.id == episode.id:
            continue
        if annotations.of_episode(found.id):
            count += len(annotations.join_episode(found.id, episode.id).annotations)
    return count


def notes_of(path: Path) -> ImportedNotes:
    """What a file of notes holds. Raises ReaderError."""
    try:
        return notes_in(_text(path), _written_at(path))
    except UnicodeDecodeError:
        raise ReaderError(message("{file} is not UTF-8 text.", file=path.name), path=path) from None
    except OSError as error:
        raise ReaderError(unreadable(path.name, error), path=path) from error
    except ReaderError as error:
        if error.path is not None:
            raise
        fault = (
            message("{file}, line {line}: {fault}") if error.line else message("{file}: {fault}")
        )
        fault = fault.filled(file=path.name, line=error.line, fault=error.message)
        raise ReaderError(fault, path=path) from None


def _written_at(path: Path) -> datetime:
    """Notes without a date are as old as their file: else each import would renew them, over what
    the listener wrote since. Raises OSError."""
    return datetime.fromtimestamp(min(path.stat().st_mtime, time.time()), UTC)


def _text(path: Path) -> str:
    with open_regular(path) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ReaderError(
            message("{file} is too large to be a file of notes.", file=path.name), path=path
        )
    return content.decode("utf-8-sig")


def _episodes(notes: Iterable[ImportedNote], library: Library) -> tuple[dict[str, str], int]:
    """The ids here by those of the document, and how many had to be made."""
    ids: dict[str, str] = {}
    made = 0
    for given in {note.episode.id: note.episode for note in notes}.values():
        found = _known(given, library)
        if found is None:
            found = _made(given)
            library.adopt(found)
            made += 1
        ids[given.id] = found.id
    return ids, made


def _known(given: ImportedEpisode, library: Library) -> Episode | None:
    return library.find(given.recording_key, given.transcript_key, known_id(given.id))


def _made(given: ImportedEpisode) -> Episode:
    """It keeps its id, by which it is known the next time even if its files are not."""
    now = datetime.now(UTC)
    return Episode(
        known_id(given.id),
        given.title or "Imported notes",
        None,
        None,
        opened_at=now,
        updated_at=now,
        recording_key=given.recording_key,
        transcript_key=given.transcript_key,
        length=given.length,
        show=given.show,
        date=given.date,
    )
