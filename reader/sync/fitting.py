"""Whether a text may be that of another copy of a recording, by their lengths alone."""

from __future__ import annotations

from collections.abc import Iterable

from reader.transcript.model import Cue

_LEAD_OUT = 30_000  # ms of music or silence that nobody transcribes
_SHARE = 0.02  # of the length, of the same
_LACK = 5_000  # ms by which the last line may end after the sound


def may_not_fit(cues: Iterable[Cue], length: int) -> bool:
    """Whether a recording of `length` ms is longer or shorter than it should be for these cues."""
    end = max((cue.end or cue.start or 0 for cue in cues), default=0)
    if not end or not length:
        return False
    return length - end > max(_LEAD_OUT, _SHARE * length) or end - length > _LACK
