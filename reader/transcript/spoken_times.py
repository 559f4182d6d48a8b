"""When the lines of a transcript and their words were heard in a recording. Times are ms of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.sync_map import Span
from reader.transcript.model import Word

_LONGEST_PAUSE = 8_000  # ms; where nothing of the text is heard for longer, something else is


class CueTimes(NamedTuple):
    """When the cue with the index `cue` is spoken; `words` are those of its words that were found.

    `probability` of a word is how sure the engine was, from 0 to 1, where it says so.
    """

    cue: int
    start: int
    end: int
    words: tuple[Word, ...] = ()


SpokenTimes = tuple[CueTimes, ...]
"""One for each cue that was heard, in the order of the cues."""


def passages_between(times: SpokenTimes) -> tuple[Span, ...]:
    """Where the recording has something else than a text whose times were all heard in it.

    That is where no word of it is heard for long, before its end.
    """
    return tuple(_gaps(sorted(span for line in times for span in _spans(line))))


def _spans(line: CueTimes) -> Iterator[Span]:
    yield from ((word.start, word.end) for word in line.words)
    if not line.words:
        yield line.start, line.end


def _gaps(heard: list[Span]) -> Iterator[Span]:
    end = 0
    for start, later in heard:
        if start - end > _LONGEST_PAUSE:
            yield end, start
        end = max(end, later)
