"""Where words lie in the lines of a text in which a search has found them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.transcript.reading_text import ReadingText
from reader.transcript.search import SearchText

Span = tuple[int, int]


class LineHits(NamedTuple):
    """Spans of the reading text, in order, and for each line the number of its first one."""

    spans: tuple[Span, ...] = ()
    firsts: tuple[int, ...] = ()


def line_hits(reading: ReadingText, cues: Sequence[int], words: Sequence[str]) -> LineHits:
    """The words in the lines that begin with these cues; a phrase may go on into the next line.

    A line in which none of them stands as such is a hit as a whole.
    """
    text = SearchText(reading.text)
    found = sorted(span for word in words for span in text.occurrences(word))
    by_line = [_in_line(reading, cue, found) for cue in cues]
    spans = sorted({span for line in by_line for span in line})
    place = {span: k for k, span in enumerate(spans)}
    return LineHits(tuple(spans), tuple(place[line[0]] for line in by_line if line))


def _in_line(reading: ReadingText, cue: int, found: Sequence[Span]) -> list[Span]:
    ranges = reading.ranges(cue)
    if not ranges:
        return []
    start, end = ranges[0][0], ranges[-1][1]
    among = found[bisect_left(found, (start, 0)) : bisect_left(found, (end, 0))]
    return list(among) or [(start, end)]
