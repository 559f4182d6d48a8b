"""Audacity's label tracks: start, end and label, in seconds, with tabs between.

A line that opens with a backslash gives the frequencies of the label before, as
https://manual.audacityteam.org/man/importing_and_exporting_labels.html says.
"""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_NUMBER = r"-?\d{1,10}(?:[.,]\d{0,12})?"
_LABEL = re.compile(rf"\s{{0,9}}({_NUMBER})\t({_NUMBER})(?:\t(.*))?")
_FREQUENCIES = re.compile(rf"\\\t{_NUMBER}\t{_NUMBER}\s*")


def is_like(head: list[str]) -> bool:
    """Whether most lines are labels; a table with a header is none."""
    lines = [line for line in head if line.strip() and not _FREQUENCIES.fullmatch(line)]
    labels = [found for line in lines if (found := _LABEL.fullmatch(line))]
    return len(labels) > len(lines) / 2 and any(found[3] for found in labels)


def read(source: Source) -> Transcript:
    """A label a cue; one that marks a moment lasts until the next."""
    draft = TranscriptBuilder("Audacity labels", source)
    for number, line in enumerate(source.lines(), 1):
        if found := _LABEL.fullmatch(line):
            start, end = _time(found[1]), _time(found[2])
            is_moment = start == end
            draft.add(number, start, None if is_moment else end, (found[3] or "").strip(), raw=line)
        elif _FREQUENCIES.fullmatch(line):
            continue
        elif line.strip():
            draft.skip(number, message("no label in this line"), line)
    return draft.transcript()


def _time(seconds: str) -> int:
    return round(float(seconds.replace(",", ".")) * 1000)
