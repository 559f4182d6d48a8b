"""SubRip: times, text, sounds, overlaps; voices as `Name: ` or `- ` in the text where they change.

Left behind: ids, word times, blank lines inside a cue, blanks around it. SubRip knows no
escapes, so only what would be misread as a tag, an entity or times is written as entities, which
players and Earmark understand.
"""

from __future__ import annotations

import re

from reader.exporting.stamps import stamp
from reader.exporting.turns import timed, with_voices
from reader.formats.markup import SUBTITLE_TAG
from reader.formats.times import BROKEN_TIMES, TIMES
from reader.transcript.model import Transcript

_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_ARROWS = str.maketrans({">": "&gt;", "→": "&rarr;"})
_OPENERS = str.maketrans({"<": "&lt;", "{": "&#123;"})


def write(transcript: Transcript) -> str:
    """The transcript as SubRip, numbered from 1."""
    rows = list(timed(transcript))
    texts = with_voices(cue for _, _, cue in rows)
    blocks = (
        f"{number}\n{stamp(start, ',')} --> {stamp(end, ',')}\n{_lines(text)}\n"
        for number, ((start, end, _), text) in enumerate(zip(rows, texts, strict=True), 1)
    )
    return "\n".join(blocks)


def _lines(text: str) -> str:
    safe = _ENTITY.sub("&amp;", text)
    safe = SUBTITLE_TAG.sub(lambda found: found[0].translate(_OPENERS), safe)
    return "\n".join(map(_line, filter(str.strip, safe.split("\n"))))


def _line(line: str) -> str:
    return line.translate(_ARROWS) if TIMES.match(line) or BROKEN_TIMES.match(line) else line
