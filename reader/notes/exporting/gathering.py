"""Gathers what is to be written out of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader.episode import Episode
from reader.library.file_pair import partner_of, sorted_out
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.note import ExportedNote
from reader.regular_file import is_regular
from reader.store.annotations import Annotations
from reader.store.content_key import content_key
from reader.store.library import Library


class Gathered(NamedTuple):
    """Notes without context; for those who want some, how each transcript is to be read: encoding
    and format by the episodes' ids, empty for as guessed."""

    notes: tuple[ExportedNote, ...]
    readings: Mapping[str, tuple[str, str]]


def gathered(
    annotations: Annotations,
    library: Library,
    choice: NoteChoice,
    *,
    files: Iterable[Path] = (),
    has_context: bool = False,
) -> Gathered:
    """The notes that `choice` lets through, the episode opened last first, each in order of time.

    Episodes of `files` that were never opened here, such as imported ones, are known to lie there.
    Quick: it asks the library alone, and looks at the transcripts' files only for context.
    """
    episodes = {each.id: each for each in library.episodes()}
    for path in files:
        episodes |= {each.id: each for each in _found_at(library, path)}
    colours = {each.number: each for each in annotations.colours()}
    kept = filter(choice.passes, annotations.every())
    order = sorted(kept, key=lambda each: episodes[each.episode_id].opened_at, reverse=True)
    notes = []
    for each in order:
        name, look = colours[each.colour][1:] if each.colour in colours else ("", "")
        notes.append(ExportedNote(each, episodes[each.episode_id], name, look))
    found = Gathered(tuple(notes), {})
    return with_readings(found, library) if has_context else found


def with_readings(found: Gathered, library: Library) -> Gathered:
    """With how each transcript is to be read, for whoever wants context. Looks at their files."""
    return found._replace(readings=_readings(found.notes, library))


def _found_at(library: Library, path: Path) -> list[Episode]:
    """The episodes of a file, with its partner where they know of none that is there."""
    pair = sorted_out([path.absolute()])
    pair = pair.with_partner(partner_of(pair, library.chosen_partner(path)).path)
    return [
        replace(
            each,
            recording=_known_or_found(each.recording, pair.recording),
            transcript=_known_or_found(each.transcript, pair.transcript),
        )
        for each in episodes_of_file(library, path)
    ]


def _known_or_found(known: Path | None, found: Path | None) -> Path | None:
    return known if found is None or (known is not None and is_regular(known)) else found


def _readings(notes: Iterable[ExportedNote], library: Library) -> dict[str, tuple[str, str]]:
    transcripts = {note.episode.id: note.episode.transcript for note in notes}
    return {
        key: library.chosen_reading(path) for key, path in transcripts.items() if path is not None
    }


def episodes_named(library: Library, name: str) -> list[Episode]:
    """The episodes whose title has these words, or whose title it is: then that one alone."""
    word = name.casefold()
    found = [each for each in library.episodes() if word in each.title.casefold()]
    return [each for each in found if each.title.casefold() == word] or found


def episodes_of_file(library: Library, path: Path) -> list[Episode]:
    """The episodes that this recording or transcript belongs to. Raises OSError."""
    key, place = content_key(path), path.absolute()
    return [
        each
        for each in library.episodes()
        if place in each.files or (key and key in {each.recording_key, each.transcript_key})
    ]
