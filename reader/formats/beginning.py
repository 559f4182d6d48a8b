"""The beginning of a long text, read alone: it can be shown while all of it is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats import LARGEST, format_of
from reader.formats.decoding import decode
from reader.formats.signatures import foreign
from reader.formats.source import Source
from reader.formats.times import ARROW, GAP, STAMP, milliseconds
from reader.formats.voices import are_sure
from reader.regular_file import read_regular
from reader.transcript.model import Cue, Transcript

_PART = 120_000  # characters
_LEAST_CUES = 600  # by as many is judged how sentences are written
_END = 4_096  # characters in which the last line is
_ENDS = re.compile(rf"(?:{ARROW}){GAP}({STAMP})")


class Beginning(NamedTuple):
    """The first cues of a text, as they are in all of it, and when (ms) its last line ends."""

    transcript: Transcript
    end: int


def beginning_of(path: Path) -> Beginning | None:
    """The beginning of a text; None of a short one, and where the rest may change it.

    Never raises: whoever reads all of it says what is wrong.
    """
    try:
        data = read_regular(path, LARGEST)
        return None if foreign(data[:_END]) else _beginning(data, path.name)
    except (OSError, ValueError, TranscriptError):
        return None


def _beginning(data: bytes, name: str) -> Beginning | None:
    decoded = decode(data)
    text = decoded.text
    source = Source(name, text, decoded.encoding)
    row = format_of(source)
    if row is None or not row.parted_by:
        return None
    part = row.read(replace(source, text=text[: text.rfind(row.parted_by, 0, _PART) + 1]))
    cues = part.cues[:-1]  # to the last one, more may belong
    if len(cues) < _LEAST_CUES or not _are_settled(cues):
        return None
    ends = [milliseconds(found[1]) for found in _ENDS.finditer(text, len(text) - _END)]
    return Beginning(replace(part, cues=cues, other_encoding=decoded.other), max(ends, default=0))


def _are_settled(cues: Sequence[Cue]) -> bool:
    """Whether the rest of the file makes nothing else of them: neither voices nor rolling lines."""
    return are_sure([cue.text for cue in cues]) and not any(
        set(before.text.split("\n")) & set(cue.text.split("\n")) for before, cue in pairwise(cues)
    )
