"""Markdown for people: `[00:12:34] **Name:** text`, a paragraph each, as Descript writes it.

Kept: what is said, who says it, when a paragraph starts, to the second.
"""

from __future__ import annotations

import re

from reader.exporting.paragraphs import paragraphs
from reader.exporting.stamps import stamp
from reader.transcript.model import Transcript
from reader.transcript.quoting import SpokenParagraph, escaped
from reader.transcript.reading_text import UNNAMED

_LIST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def write(transcript: Transcript) -> str:
    """The transcript in paragraphs, with what Markdown would act on escaped."""
    return paragraphs(transcript, _paragraph)


def _paragraph(passage: SpokenParagraph) -> str:
    text = escaped(passage.text)
    time = "" if passage.start is None else f"[{stamp(passage.start)[:-4]}] "
    if not passage.opens_turn:
        return time + text if time else without_list(text)
    return (
        f"{time}**{escaped(passage.voice)}:** {text}"
        if passage.voice
        else f"{time}{UNNAMED} {text}"
    )


def without_list(text: str) -> str:
    """`text`, escaped already, so that its first dash or number opens no list."""
    return _LIST.sub(_plain_opening, text)


def _plain_opening(found: re.Match[str]) -> str:
    """A dash or number that would open a list: `- ` -> `\\- `, `1.` -> `1\\.`."""
    return f"{found[1]}{found[2]}\\" if found[2].isdecimal() else f"{found[1]}\\{found[2]}"
