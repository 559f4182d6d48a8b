"""Where one who studies wants to stop and what to leave out: the ends of lines, and the pauses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from reader.transcript.model import CueKind
from reader.transcript.script import Script

PAUSE = 800  # ms of silence, by the text, that are still left whole
TAIL, LEAD = 250, 150  # ms of a shortened pause that are heard: after a line, before the next
_CLEAR = 60  # ms before the next line, so that a stop still lies in its own
_HORIZON = 10_000  # ms: a pause further away is looked for later


class Line(NamedTuple):
    """When a line is spoken, in milliseconds; `is_speech` is false for a mere sound."""

    start: int
    end: int
    is_speech: bool = True


class Pause(NamedTuple):
    """A silence between two lines, in milliseconds, that is long enough to be shortened."""

    start: int
    end: int


def lines_from(script: Script, time: int) -> Iterator[Line]:
    """The lines of a script with words or sounds, from the one at or before `time` on."""
    cues = script.transcript.cues
    for cue, start, end in script.timeline.lines_from(time):
        if cues[cue].kind is not CueKind.BLANK and cues[cue].text:
            yield Line(start, end, cues[cue].kind is CueKind.SPEECH)


def stop_after(lines: Iterator[Line], time: int) -> int | None:
    """The first end of a spoken line after `time`; where two speak at once, that of both."""
    for line, following in pairwise(chain(lines, [None])):
        if line is not None and line.is_speech:
            stop = _stop_of(line, following)
            if stop > time:
                return stop
    return None


def pause_after(lines: Iterator[Line], time: int) -> Pause | None:
    """The first long pause that ends after `time`; None where it is far away."""
    end: int | None = None
    for line in lines:
        if end is not None and line.start - end > PAUSE and line.start - LEAD > time:
            return Pause(end, line.start)
        if line.start > time + _HORIZON:
            return None
        end = max(line.end, end or 0)
    return None


def _stop_of(line: Line, following: Line | None) -> int:
    """At a line's end, but before the next one begins."""
    if following is None or line.end + _CLEAR <= following.start:
        return line.end
    if line.end - following.start > (line.end - line.start) // 2:
        return max(line.end, following.end)
    return max(following.start - _CLEAR, line.start + _CLEAR)
