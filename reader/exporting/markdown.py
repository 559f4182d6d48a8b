"""Markdown for people: `[00:12:34] **Name:** text`, a paragraph each, as Descript writes it.

Kept: what is said, who says it, when a paragraph starts, to the second.
"""

from __future__ import annotations

import re

from reader.exporting.paragraphs import paragraphs
from reader.exporting.stamps import stamp
from reader.quoting import Passage
from reader.reading_text import UNNAMED
from reader.transcript import Transcript

_ACTIVE = re.compile(r"([\\`*_\[\]<>#])")
_LIST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def write(transcript: Transcript) -> str:
    """The transcript in paragraphs, with what Markdown would act on escaped."""
    return paragraphs(transcript, _paragraph)


def _paragraph(passage: Passage) -> str:
    text = _escaped(passage.text)
    time = "" if passage.start is None else f"[{stamp(passage.start)[:-4]}] "
    if not passage.opens_turn:
        return time + text if time else _LIST.sub(_plain_opening, text)
    return (
        f"{time}**{_escaped(passage.voice)}:** {text}"
        if passage.voice
        else f"{time}{UNNAMED} {text}"
    )


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)


def _plain_opening(found: re.Match[str]) -> str:
    """A dash or number that would open a list: `- ` -> `\\- `, `1.` -> `1\\.`."""
    return f"{found[1]}{found[2]}\\" if found[2].isdecimal() else f"{found[1]}\\{found[2]}"
