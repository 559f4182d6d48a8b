"""The passages alone as WebVTT or as Audacity's labels: what players and editors can show.

Both hold times of one recording, so they hold one episode. Left behind: tags, colours, links.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.exporting import webvtt
from reader.exporting.turns import one_line
from reader.notes.exporting.note import Export, ExportedNote
from reader.time_text import clock_text
from reader.transcript.model import Cue, Transcript, VoiceChange

_MOMENT = 2_000  # ms for which a moment is shown: a cue without length is never


def write_vtt(export: Export) -> str:
    """A cue a passage, with its voice and its id, in order of time."""
    notes = {"notes": export.notes[0].episode.title} if export.notes else {}
    return webvtt.write(Transcript(tuple(_cues(export)), metadata=notes))


def write_labels(export: Export) -> str:
    """A label a passage: start and end in seconds, then its note or its words."""
    return "".join(map(_label, _in_time(export)))


def _in_time(export: Export) -> list[ExportedNote]:
    return sorted(export.notes, key=lambda note: note.annotation.selector.time)


def _cues(export: Export) -> Iterator[Cue]:
    for index, note in enumerate(_in_time(export)):
        start, end = note.annotation.selector.time
        voice = note.annotation.voice
        shown = (VoiceChange(0, voice),) if voice and export.options.has_voice else ()
        until = max(end, start + _MOMENT) if end == start else end
        text = one_line(note.quote) or _label_of(note)
        yield Cue(index, start, until, text, shown, id=note.annotation.id)


def _label(note: ExportedNote) -> str:
    start, end = (f"{time / 1000:.6f}" for time in note.annotation.selector.time)
    return f"{start}\t{end}\t{_label_of(note)}\n"


def _label_of(note: ExportedNote) -> str:
    """Its note, its words, or at least its time: a label must have a text."""
    each = note.annotation
    return one_line(each.note) or one_line(note.quote) or clock_text(each.selector.time[0])
