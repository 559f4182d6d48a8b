"""From the corrected text of a cue to what its file says, and back.

Offsets are characters of a cue. A corrected word is one with what the file says there: a place
within it is its beginning, or its end where a span ends there.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from reader.transcript.model import Cue, Transcript


def file_offset(cue: Cue, offset: int, *, is_end: bool = False) -> int:
    """Where a character of the shown text of a cue lies in what the file says."""
    pairs = [(each.offset, each.length, len(each.said)) for each in cue.corrected]
    return _mapped(pairs, offset, is_end=is_end)


def shown_offset(cue: Cue, offset: int, *, is_end: bool = False) -> int:
    """Where a character that the file has in a cue lies in its shown text."""
    shifts = accumulate((len(each.said) - each.length for each in cue.corrected), initial=0)
    pairs = [
        (each.offset + shift, len(each.said), each.length)
        for each, shift in zip(cue.corrected, shifts, strict=False)
    ]
    return _mapped(pairs, offset, is_end=is_end)


def file_text(cue: Cue) -> str:
    """What the file says in a cue."""
    parts, position = [], 0
    for each in cue.corrected:
        parts += [cue.text[position : each.offset], each.said]
        position = each.offset + each.length
    return "".join([*parts, cue.text[position:]])


def as_said(transcript: Transcript) -> Transcript:
    """A transcript in the words of its file; itself where nothing is corrected.

    The times of single words are left out where a cue is corrected.
    """
    if not any(cue.corrected for cue in transcript.cues):
        return transcript
    return replace(transcript, cues=tuple(map(_as_said, transcript.cues)))


def _as_said(cue: Cue) -> Cue:
    if not cue.corrected:
        return cue
    voices = tuple(change._replace(offset=file_offset(cue, change.offset)) for change in cue.voices)
    return cue._replace(text=file_text(cue), voices=voices, words=(), corrected=())


def _mapped(pairs: list[tuple[int, int, int]], offset: int, *, is_end: bool) -> int:
    """`pairs` are of each place its offset and its length here, and its length there."""
    shift = 0
    for start, length, other in pairs:
        if offset < start or (is_end and offset == start and length):
            break
        if offset <= start + length if is_end else offset < start + length:
            return start + shift + (other if is_end else 0)
        shift += other - length
    return offset + shift
