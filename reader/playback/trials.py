"""What the sample episode asks its listener to try, and where it waits for that.

A cue that is named `try NAME` in the file is the last one before a trial.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.annotation import Annotation
from reader.transcript.model import Transcript

_MARK = "try "
_REST = 300  # ms after the last word, so that it is over when the sound stops


class Trial(NamedTuple):
    """Something to be tried, and the time in milliseconds at which the sound waits for it."""

    name: str
    time: int


def trials_of(transcript: Transcript) -> tuple[Trial, ...]:
    """All trials of a transcript, in order of time; none in any but the sample."""
    found = (
        Trial(cue.id.removeprefix(_MARK), cue.end + _REST)
        for cue in transcript.cues
        if cue.id.startswith(_MARK) and cue.end is not None
    )
    return tuple(sorted(found, key=lambda trial: trial.time))


Snapshot = Mapping[str, tuple[int, str]]
"""The colour and the note of each annotation, by its id."""


def snapshot(annotations: Iterable[Annotation]) -> Snapshot:
    """What is kept now."""
    return {each.id: (each.colour, each.note) for each in annotations}


def is_tried(name: str, before: Snapshot, now: Snapshot) -> bool:
    """Whether what was kept since then shows that it was tried: `keep`, `colour` or `note`."""
    new = {key: value for key, value in now.items() if before.get(key) != value}
    changed = [(value, before.get(key, (0, ""))) for key, value in new.items()]
    return {
        "keep": any(key not in before for key in new),
        "colour": any(colour and colour != was for (colour, _), (was, _) in changed),
        "note": any(note and note != was for (_, note), (_, was) in changed),
    }.get(name, False)
