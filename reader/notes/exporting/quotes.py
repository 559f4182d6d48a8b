"""Quotes as one pastes them: the words, who said them, where and when, and the link back."""

from __future__ import annotations

from reader.foreign_names import shown
from reader.notes.exporting.note import Export, ExportedNote, NoteOptions
from reader.time_text import clock_text


def write(export: Export) -> str:
    """A paragraph a note, with a blank line between them."""
    return shown("\n\n".join(_quote(note, export.options) for note in export.notes) + "\n")


def _quote(note: ExportedNote, options: NoteOptions) -> str:
    lines = (
        f"“{note.quote}”" if note.quote else "",
        f"— {_source(note, options)}",
        note.link_by(options),
        note.annotation.note,
    )
    return "\n".join(filter(None, lines))


def _source(note: ExportedNote, options: NoteOptions) -> str:
    each = note.annotation
    parts = (
        each.voice if options.has_voice else "",
        note.episode.title,
        clock_text(each.selector.time[0]) if options.has_times else "",
    )
    return ", ".join(filter(None, parts))
