"""A transcript as paragraphs, for the formats that people read."""

from __future__ import annotations

from collections.abc import Callable

from reader.exporting.turns import cleaned
from reader.transcript.model import Transcript
from reader.transcript.quoting import SpokenParagraph, passages
from reader.transcript.reading_text import ReadingText


def paragraphs(transcript: Transcript, layout: Callable[[SpokenParagraph], str]) -> str:
    """Each paragraph as `layout` sets it, with a blank line between two."""
    reading = ReadingText(transcript)
    if not len(reading):
        return ""
    found = passages(reading, 0, len(reading))
    text = cleaned("\n\n".join(layout(passage) for passage in found)).lstrip("\ufeff")
    return f"{text}\n"
