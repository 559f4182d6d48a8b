"""Text without times: it is read and searched, but nothing can be followed."""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.transcript.model import Transcript

_OTHER = re.compile(r"\s*(?:<[!?/a-zA-Z]|\{\\rtf|\{\s*[\"}]|\[\s*[\[{\"\]])")
_LETTER = re.compile(r"[^\W\d_]")


def is_like(head: list[str]) -> bool:
    """Whether there are words, and they are not those of XML, HTML, JSON or RTF."""
    text = "\n".join(head).lstrip("\ufeff")
    return bool(_LETTER.search(text)) and not _OTHER.match(text)


def read(source: Source) -> Transcript:
    """A cue for each line that is not blank."""
    draft = TranscriptBuilder("Plain text", source)
    for number, line in enumerate(source.lines(), 1):
        if text := line.strip():
            draft.add(number, None, None, text)
    return draft.transcript()
