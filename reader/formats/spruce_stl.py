"""The text form of STL, as Spruce and DVD Studio Pro write it: `00:00:01:12 , 00:00:03:00 , Text`.

Lines that open with `$` set how it looks, `//` is a comment, `|` begins a line. Times count
frames at a rate that the file does not say: it is guessed.
"""

from __future__ import annotations

import re

from reader.formats.frames import frame_time, guessed_rate
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_FRAMES = r"\d{1,3}[:;.]\d\d[:;.]\d\d[:;.]\d\d"
_LINE = re.compile(rf"\s{{0,9}}({_FRAMES})\s{{0,9}},\s{{0,9}}({_FRAMES})\s{{0,9}},(.*)")
_LOOKS = re.compile(r"\s{0,9}\$(\w{1,40})\s{0,9}=\s{0,9}(.{0,200})")
_TAG = re.compile(r"\^[BIU]")


def is_like(head: list[str]) -> bool:
    """Whether most lines that set no looks have two times and a text, the first one too."""
    lines = [line for line in head if line.strip() and not line.lstrip().startswith(("$", "//"))]
    is_headed = bool(lines) and not _LINE.fullmatch(lines[0])  # as a table is
    return (
        bool(lines)
        and not is_headed
        and sum(map(bool, map(_LINE.fullmatch, lines))) > len(lines) / 2
    )


def read(source: Source) -> Transcript:
    """A cue for each line with times."""
    draft = TranscriptBuilder("Spruce STL", source)
    found = [each for line in source.head() if (each := _LINE.fullmatch(line))]
    stamps = [_colons(stamp) for each in found for stamp in (each[1], each[2])]
    rate = source.frame_rate or guessed_rate(stamps)
    if stamps and source.frame_rate is None:
        draft.guess_rate(rate, stamps[0])
    for number, line in enumerate(source.lines(), 1):
        _take(draft, number, line, rate)
    return draft.transcript()


def _take(draft: TranscriptBuilder, number: int, line: str, rate: float) -> None:
    found = _LINE.fullmatch(line)
    if found:
        start, end = (frame_time(_colons(stamp), rate) for stamp in found.group(1, 2))
        lines = (_TAG.sub("", each).strip() for each in found[3].split("|"))
        draft.add(number, start, end, "\n".join(filter(None, lines)), raw=line)
    elif line.lstrip().startswith("//"):
        draft.add_metadata("comment", line.strip("/ "))
    elif _LOOKS.fullmatch(line):
        draft.add_metadata("style", line.strip())
    elif line.strip():
        draft.skip(number, message("no times in this line"), line)


def _colons(stamp: str) -> str:
    return stamp.replace(".", ":")
