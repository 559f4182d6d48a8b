"""Corrections for tests, made as a listener makes them."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.annotation import Selector, TextQuote
from reader.correction import Correction, CorrectionScope
from reader.notes.anchoring import selector_for
from reader.transcript.model import Cue, Transcript
from reader.transcript.spoken_text import SpokenText

MADE = datetime(2026, 11, 30, 12, tzinfo=UTC)


def talk(*lines: str) -> Transcript:
    """Lines of two seconds each."""
    return Transcript(tuple(Cue(k, k * 2000, k * 2000 + 1800, s) for k, s in enumerate(lines)))


def at_span(
    transcript: Transcript, start: int, end: int, replacement: str, key: str = "one"
) -> Correction:
    """Of some characters of the spoken text."""
    selector = selector_for(SpokenText(transcript), start, end)
    return Correction(key, "episode", selector, replacement, MADE)


def at(transcript: Transcript, words: str, replacement: str, key: str = "one") -> Correction:
    """Of the first such words."""
    start = SpokenText(transcript).text.index(words)
    return at_span(transcript, start, start + len(words), replacement, key)


def everywhere(
    words: str,
    replacement: str,
    scope: CorrectionScope = CorrectionScope.EPISODE,
    key: str = "rule",
) -> Correction:
    """Of all such words."""
    return Correction(
        key, "episode", Selector((0, 0), quote=TextQuote(words)), replacement, MADE, scope
    )
