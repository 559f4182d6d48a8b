"""Whether a text may not be that of a recording, as far as their lengths say: it costs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from reader.transcript.model import Cue

_TOO_SHORT = 3_000  # ms by which a text may go on after the recording's end
_OUTRO = 90_000  # ms of music or adverts that may follow its last line
_SHARE = 0.02  # of the recording, besides


def may_not_fit(cues: Sequence[Cue], length: int) -> bool:
    """Whether a recording of `length` ms ends before its text, or long after it.

    A text without times says nothing of it.
    """
    end = max((cue.end or cue.start for cue in cues if cue.start is not None), default=0)
    if not end or length <= 0:
        return False
    return end > length + _TOO_SHORT or length - end > _OUTRO + _SHARE * length
