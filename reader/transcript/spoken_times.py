"""When the lines of a transcript and their words were heard in a recording. Times are ms of it."""

from __future__ import annotations

from typing import NamedTuple

from reader.transcript.model import Word


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
