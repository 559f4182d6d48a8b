"""The beginning of a long text, read alone: it can be shown while all of it is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats import Format, recognised
from reader.formats.decoding import decode
from reader.formats.source import Source
from reader.formats.times import ARROW, GAP, STAMP, milliseconds
from reader.formats.voices import are_sure
from reader.regular_file import open_regular, read_regular
from reader.time_bounds import is_late
from reader.transcript.model import Cue, Transcript

_MOST = 50_000_000  # bytes of a file, more than any text takes
_HEAD = 1 << 16  # bytes that show what it is
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
        with open_regular(path) as file:
            row = recognised(file.read(_HEAD), path.name)
        if row is None or not row.parted_by:
            return None
        return _beginning(row, read_regular(path, _MOST), path.name)
    except (OSError, ValueError, TranscriptError):
        return None


def _beginning(row: Format, data: bytes, name: str) -> Beginning | None:
    decoded = decode(data)
    text = decoded.text
    cut = text.rfind(row.parted_by, 0, _PART) + 1
    part = row.read(Source(name, text[:cut], decoded.encoding))
    cues = part.cues[:-1]  # to the last one, more may belong
    if len(cues) < _LEAST_CUES or not _are_settled(cues):
        return None
    ends = (milliseconds(found[1]) for found in _ENDS.finditer(text, len(text) - _END))
    end = max((each for each in ends if not is_late(each)), default=0)
    return Beginning(replace(part, cues=cues, other_encoding=decoded.other), end)


def _are_settled(cues: Sequence[Cue]) -> bool:
    """Whether the rest of the file makes nothing else of them: neither voices nor rolling lines."""
    return are_sure([cue.text for cue in cues]) and not any(
        set(before.text.split("\n")) & set(cue.text.split("\n")) for before, cue in pairwise(cues)
    )
