"""Markdown for people: `[00:12:34] **Name:** text`, a paragraph each, as Descript writes it.

Kept: what is said, who says it, when a paragraph starts, to the second.
"""

from __future__ import annotations

from reader.exporting.paragraphs import paragraphs
from reader.exporting.stamps import stamp
from reader.markdown_text import escaped
from reader.transcript.model import Transcript
from reader.transcript.quoting import SpokenParagraph
from reader.transcript.reading_text import UNNAMED


def write(transcript: Transcript) -> str:
    """The transcript in paragraphs, with what Markdown would act on escaped."""
    return paragraphs(transcript, _paragraph)


def _paragraph(passage: SpokenParagraph) -> str:
    time = "" if passage.start is None else f"[{stamp(passage.start)[:-4]}] "
    text = escaped(passage.text, opens_line=not time and not passage.opens_turn)
    if not passage.opens_turn:
        return time + text
    return (
        f"{time}**{escaped(passage.voice)}:** {text}"
        if passage.voice
        else f"{time}{UNNAMED} {text}"
    )
