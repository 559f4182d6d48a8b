"""Transcripts written out: a format is one module and one row of `WRITERS`.

What each keeps is said where it is written; nothing that was said is left out by any.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.exporting import earmark_json, markdown, podcast_json, subrip, text, webvtt
from reader.exporting.files import write_whole
from reader.message import message
from reader.transcript.model import Transcript


class Writer(NamedTuple):
    """How a format is called, by which suffix it is known, and what writes it."""

    name: str
    title: str
    suffix: str
    write: Callable[[Transcript], str]
    needs_times: bool = False


WRITERS = (
    Writer("vtt", "WebVTT", ".vtt", webvtt.write, needs_times=True),
    Writer("srt", "SubRip", ".srt", subrip.write, needs_times=True),
    Writer("txt", "Text", ".txt", text.write),
    Writer(
        "txt-times", message("Text with times"), ".txt", text.write_with_times, needs_times=True
    ),
    Writer("txt-voices", message("Text with voices"), ".txt", text.write_with_voices),
    Writer("md", "Markdown", ".md", markdown.write),
    Writer("earmark-json", "Earmark JSON", ".earmark.json", earmark_json.write),
    Writer("podcast-json", "Podcasting 2.0 JSON", ".json", podcast_json.write, needs_times=True),
)
"""Where a suffix has several, the first is meant by it."""


def writer_for(path: Path) -> Writer | None:
    """The writer that a file's name asks for, or None."""
    name = path.name.lower()
    return next((row for row in WRITERS if name.endswith(row.suffix)), None)


def writer_named(name: str) -> Writer:
    """The writer called `name`. Raises KeyError."""
    return {row.name: row for row in WRITERS}[name]


def written(transcript: Transcript, writer: Writer) -> str:
    """The transcript as text of that format. Raises ReaderError where it needs times."""
    if writer.needs_times and transcript.cues and not transcript.is_timed:
        raise ReaderError(
            message(
                "This transcript has no times, and {format} cannot be without them.",
                format=writer.title,
            )
        )
    return writer.write(transcript)


def save(transcript: Transcript, path: Path, writer: Writer, *, may_replace: bool = False) -> None:
    """Write a file whole or not at all; one that is there is replaced only if it may be.

    Raises ReaderError where the format cannot hold the transcript or the file cannot be written.
    """
    write_whole(path, written(transcript, writer).encode(), may_replace=may_replace)
