"""Gathers what is to be written: from the library, and from transcripts what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reader import formats
from reader.anchoring import anchor
from reader.annotation import Annotation
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


def gathered(
    annotations: Annotations,
    library: Library,
    choice: NoteChoice,
    context: int = 0,
    progressed: Progressed = lambda _: None,
) -> tuple[ExportedNote, ...]:
    """The notes that `choice` lets through, the episode heard last first, each in order of time.

    With `context` each has so many sentences before and after, where its transcript can be read.
    """
    episodes = {each.id: each for each in library.episodes()}
    colours = {each.number: each for each in annotations.colours()}
    kept = filter(choice.passes, annotations.every())
    order = sorted(kept, key=lambda each: episodes[each.episode_id].opened_at, reverse=True)
    notes = []
    for each in order:
        name, look = colours[each.colour][1:] if each.colour in colours else ("", "")
        notes.append(ExportedNote(each, episodes[each.episode_id], name, look))
    if context:
        return tuple(_with_context(notes, library, context, progressed))
    return tuple(notes)


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


def _with_context(
    notes: Iterable[ExportedNote], library: Library, context: int, progressed: Progressed
) -> Iterable[ExportedNote]:
    episodes = by_episode(notes)
    for done, kept in enumerate(episodes):
        progressed(done / len(episodes))
        yield from _around(kept, library, context)


def _around(kept: EpisodeNotes, library: Library, context: int) -> Sequence[ExportedNote]:
    spoken = _spoken(kept.episode, library)
    if spoken is None:
        return kept.notes
    sentences = Sentences(spoken)
    spans = anchor([note.annotation.selector for note in kept.notes], spoken)
    found = zip(kept.notes, (each.span for each in spans), strict=True)
    return [_widened(note, span, spoken, sentences, context) for note, span in found]


def _spoken(episode: Episode, library: Library) -> SpokenText | None:
    """The words of its transcript; None where there is none to be read."""
    if episode.transcript is None:
        return None
    encoding, name = library.chosen_reading(episode.transcript)
    try:
        read = formats.load(episode.transcript, encoding=encoding or None, format=name or None)
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


def of_annotations(
    notes: Iterable[Annotation], episode: Episode, colour_names: dict[int, str]
) -> tuple[ExportedNote, ...]:
    """Notes of one episode without asking the library: for the clipboard."""
    return tuple(ExportedNote(each, episode, colour_names.get(each.colour, "")) for each in notes)
