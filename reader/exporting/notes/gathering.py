"""Gathers what is to be written: from the library, and from transcripts what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader import formats
from reader.anchoring import anchor
from reader.episode import Episode
from reader.errors import ReaderError
from reader.exporting.notes.choosing import NoteChoice
from reader.exporting.notes.note import EpisodeNotes, ExportedNote, by_episode
from reader.sentences import Sentences
from reader.spoken_text import SpokenText
from reader.store.annotations import Annotations
from reader.store.content_key import content_key
from reader.store.library import Library

Progressed = Callable[[float], object]


class Gathered(NamedTuple):
    """Notes without context, and how each transcript that could give them some is to be read:
    encoding and format by the episodes' ids, empty for as guessed."""

    notes: tuple[ExportedNote, ...]
    readings: Mapping[str, tuple[str, str]]


def gathered(annotations: Annotations, library: Library, choice: NoteChoice) -> Gathered:
    """The notes that `choice` lets through, the episode opened last first, each in order of time.

    Quick: it asks the library alone.
    """
    episodes = {each.id: each for each in library.episodes()}
    colours = {each.number: each for each in annotations.colours()}
    kept = filter(choice.passes, annotations.every())
    order = sorted(kept, key=lambda each: episodes[each.episode_id].opened_at, reverse=True)
    notes = []
    for each in order:
        name, look = colours[each.colour][1:] if each.colour in colours else ("", "")
        notes.append(ExportedNote(each, episodes[each.episode_id], name, look))
    transcripts = {note.episode.id: note.episode.transcript for note in notes}
    readings = {
        key: library.chosen_reading(path) for key, path in transcripts.items() if path is not None
    }
    return Gathered(tuple(notes), readings)


def with_context(
    found: Gathered, context: int, progressed: Progressed = lambda _: None
) -> tuple[ExportedNote, ...]:
    """Each with so many sentences before and after, where its transcript can be read.

    Takes its time, and asks the library nothing.
    """
    if not context:
        return found.notes
    episodes = by_episode(found.notes)
    widened: list[ExportedNote] = []
    for done, kept in enumerate(episodes):
        progressed(done / len(episodes))
        widened += _around(kept, found.readings.get(kept.episode.id, ("", "")), context)
    return tuple(widened)


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


def _around(kept: EpisodeNotes, reading: tuple[str, str], context: int) -> Sequence[ExportedNote]:
    spoken = _spoken(kept.episode, *reading)
    if spoken is None:
        return kept.notes
    sentences = Sentences(spoken)
    spans = anchor([note.annotation.selector for note in kept.notes], spoken)
    found = zip(kept.notes, (each.span for each in spans), strict=True)
    return [_widened(note, span, spoken, sentences, context) for note, span in found]


def _spoken(episode: Episode, encoding: str, format: str) -> SpokenText | None:
    """The words of its transcript; None where there is none to be read."""
    if episode.transcript is None:
        return None
    try:
        read = formats.load(episode.transcript, encoding=encoding or None, format=format or None)
    except ReaderError:
        return None
    return SpokenText(read)


def _widened(
    note: ExportedNote,
    span: tuple[int, int] | None,
    spoken: SpokenText,
    sentences: Sentences,
    context: int,
) -> ExportedNote:
    if span is None or span[0] == span[1]:
        return note
    wide = span
    for _ in range(context):
        wide = sentences.with_sentence_after(sentences.with_sentence_before(wide))
    text = spoken.text
    before, after = text[wide[0] : span[0]].strip(), text[span[1] : wide[1]].strip()
    return replace(note, before=before, after=after)
