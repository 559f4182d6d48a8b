"""MicroDVD: `{100}{150}First line|second line`, times counted in frames.

The rate may stand in the first line, as `{1}{1}25`; else it is guessed and said.
"""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_LINE = re.compile(r"\s{0,9}\{(\d{1,9})\}\{(\d{0,9})\}(.*)")
_RATE = re.compile(r"\s*+(\d{2,3}(?:[.,]\d{1,6})?)\s*+")
_TAG = re.compile(r"\{[YyFfSsCcPpHho]:[^{}]{0,60}\}")
_USUAL = 23.976
"""What most films run at that are sold or shared; nothing in the frames themselves says so."""


def is_like(head: list[str]) -> bool:
    """Whether most lines open with two numbers in braces."""
    lines = [line for line in head if line.strip()]
    return sum(map(bool, map(_LINE.fullmatch, lines))) > len(lines) / 2


def read(source: Source) -> Transcript:
    """A cue for each line; tags for its looks are left out."""
    draft = TranscriptBuilder("MicroDVD", source)
    rate: float | None = source.frame_rate
    for number, line in enumerate(source.lines(), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            if line.strip():
                draft.skip(number, message("no frames in this line"), line)
            continue
        said = _RATE.fullmatch(found[3])
        if said and draft.is_empty and int(found[1]) <= 1:
            rate = rate or float(said[1].replace(",", "."))
            draft.metadata["frame rate"] = f"{rate:g}"
            continue
        if rate is None:
            rate = _USUAL
            draft.guess_rate(rate, f"{{{found[1]}}}{{{found[2]}}}")
        _add(draft, number, found, rate)
    return draft.transcript()


def _add(draft: TranscriptBuilder, number: int, found: re.Match[str], rate: float) -> None:
    start = round(1000 * int(found[1]) / rate)
    end = round(1000 * int(found[2]) / rate) if found[2] else None
    lines = (_plain(line) for line in found[3].split("|"))
    draft.add(number, start, end, "\n".join(filter(None, lines)), raw=found[0])


def _plain(line: str) -> str:
    text = _TAG.sub("", line).strip()
    return text.removeprefix("/") if text.startswith("/") and " " not in text[:2] else text
