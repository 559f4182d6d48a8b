"""When the lines of a transcript and their words were heard in a recording. Times are ms of it."""

from __future__ import annotations

import json
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


def times_column(times: SpokenTimes) -> str:
    """A JSON array; of each cue its index, both times and the words, of these all but the sureness.

    An hour of talk takes some 300 kB.
    """
    rows = [
        [cue, start, end, [[w.start, w.end, w.offset, w.length] for w in words]]
        for cue, start, end, words in times
    ]
    return json.dumps(rows, separators=(",", ":"))


def times_in(column: str) -> SpokenTimes:
    """What `times_column` gave. Raises ValueError for another text."""
    match json.loads(column):
        case [*rows]:
            return tuple(map(_cue_times, rows))
    raise ValueError("Spoken times are a list of cues.")


def _cue_times(row: object) -> CueTimes:
    match row:
        case [int(cue), int(start), int(end), [*words]]:
            return CueTimes(cue, start, end, tuple(map(_word, words)))
    raise ValueError(f"{row} is not a cue with its times.")


def _word(row: object) -> Word:
    match row:
        case [int(start), int(end), int(offset), int(length)]:
            return Word(start, end, offset, length)
    raise ValueError(f"{row} is not a word with its times.")
