"""Where a correction would hold in a text, each place in its sentence, to be looked over."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.correction import Correction
from reader.overlays.corrections import hits, in_case_of
from reader.transcript.spoken_text import SpokenText

_REACH = 220  # characters on either side in which a sentence is looked for
_SHORT = 70  # characters to show where it does not end
_ENDS = re.compile(r"[.?!…]['\")\]’”]*\s|[。！？]")


class CorrectionHit(NamedTuple):
    """Words that a correction would replace: where the file's spoken text has them, when they are
    said (ms of the file, None without times), their sentence around them, and what would be read.
    """

    span: tuple[int, int]
    time: int | None
    before: str
    said: str
    after: str
    text: str


def hits_in(spoken: SpokenText, correction: Correction) -> list[CorrectionHit]:
    """All places in a text; none where it would only read as the file says."""
    found = (
        hit_at(spoken, span, in_case_of(spoken.text[slice(*span)], correction))
        for span in hits(spoken, correction.words)
    )
    return [each for each in found if each.text != each.said]


def may_hold(content: bytes, correction: Correction) -> bool:
    """Whether a file may say the words at all: seen by its bytes, quicker than by reading it."""
    words = correction.words.split()
    is_wide = b"\0" in content[:200] or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_wide or not correction.words.isascii():
        return True
    letters = content.lower()
    return all(word.lower().encode() in letters for word in words)


def hit_at(spoken: SpokenText, span: tuple[int, int], text: str) -> CorrectionHit:
    """A place where `text` is read, in its sentence."""
    start, end = span
    before, after = spoken.text[max(0, start - _REACH) : start], spoken.text[end : end + _REACH]
    return CorrectionHit(
        span,
        spoken.time_at(start),
        _before(before, is_first=start <= _REACH),
        spoken.text[start:end],
        _after(after, is_last=end + _REACH >= len(spoken.text)),
        text,
    )


def _before(text: str, *, is_first: bool) -> str:
    ends = list(_ENDS.finditer(text))
    if ends:
        return text[ends[-1].end() :]
    return text if is_first and len(text) <= _SHORT else "…" + text[-_SHORT:].partition(" ")[2]


def _after(text: str, *, is_last: bool) -> str:
    end = _ENDS.search(f"{text} ")
    if end is not None:
        return text[: end.end()].rstrip()
    return text if is_last and len(text) <= _SHORT else text[:_SHORT].rpartition(" ")[0] + "…"
