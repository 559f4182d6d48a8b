"""Selections of whole words: a drag that began or ended in the midst of one means all of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

from reader.transcript.reading_text import ReadingText
from reader.transcript.spans import trimmed
from ui.widgets.utf16 import Utf16

_JOINING = frozenset("'’-‐‑")
_Span = tuple[int, int]


def whole_words(reading: ReadingText, span: _Span) -> _Span:
    """`span` grown to the words that it cuts, blanks at its ends apart."""
    start, end = trimmed(reading.text, *span)
    if start >= end:
        return span
    return _word_at(reading, start)[0], _word_at(reading, end)[1]


def words(text: str) -> Iterator[_Span]:
    """By the rules of Unicode, as Qt has them; parts joined by a hyphen or apostrophe are one."""
    before: _Span | None = None
    for start, end in _parts(text):
        if before is not None and start - before[1] == 1 and text[before[1]] in _JOINING:
            before = before[0], end
            continue
        if before is not None:
            yield before
        before = start, end
    if before is not None:
        yield before


def _word_at(reading: ReadingText, position: int) -> _Span:
    """The word that a position lies within; between words the position itself."""
    first, last = reading.block_span(reading.block_at(position))
    at = position - first
    found = next((each for each in words(reading.text[first:last]) if each[0] < at < each[1]), None)
    return (position, position) if found is None else (first + found[0], first + found[1])


def _parts(text: str) -> Iterator[_Span]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    from_qt, start, at = Utf16(text).from_qt, 0, 0
    reason = QTextBoundaryFinder.BoundaryReason
    while at >= 0:
        reasons = finder.boundaryReasons()
        if reasons & reason.EndOfItem:
            yield from_qt(start), from_qt(at)
        if reasons & reason.StartOfItem:
            start = at
        at = finder.toNextBoundary()
