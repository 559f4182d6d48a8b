"""The lines of a document: a table, a text with times, or paragraphs without."""

from __future__ import annotations

from reader.formats import tables, text_layouts
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder

_HEAD = 200


def add_manuscript(draft: TranscriptBuilder, name: str, lines: list[tuple[int, str]]) -> None:
    """Add numbered lines, tabs between the cells of a table, as cues."""
    head = [line for _, line in lines[:_HEAD]]
    if any("\t" in line for line in head) and tables.is_tsv(head):
        tables.add_rows(draft, Source(name, "\n".join(line for _, line in lines)), "\t")
    else:
        text_layouts.add_lines(draft, lines)
