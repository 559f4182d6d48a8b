"""What was said before and after a note, out of its transcript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader import formats
from reader.episode import Episode
from reader.errors import ReaderError
from reader.notes.anchoring import anchor
from reader.notes.exporting.gathering import Gathered
from reader.notes.exporting.note import ExportedEpisode, ExportedNote, by_episode
from reader.notes.sentences import Sentences
from reader.transcript.spoken_text import SpokenText

Progressed = Callable[[float], object]


def with_context(
    found: Gathered, context: int, progressed: Progressed = lambda _: None
) -> tuple[ExportedNote, ...]:
    """Each with so many sentences before and after, where its transcript can be read.

    Takes its time, and asks the library nothing.
    """
    episodes = by_episode(found.notes)
    widened: list[ExportedNote] = []
    for done, kept in enumerate(episodes):
        progressed(done / len(episodes))
        widened += _around(kept, found.readings.get(kept.episode.id, ("", "")), context)
    return tuple(widened)


def _around(
    kept: ExportedEpisode, reading: tuple[str, str], context: int
) -> Sequence[ExportedNote]:
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
