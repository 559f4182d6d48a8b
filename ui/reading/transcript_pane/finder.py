"""What was found in the reading text, and which of it is on show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.transcript.reading_text import ReadingText
from reader.transcript.search import SearchText, asked_voices, is_one_of

Span = tuple[int, int]


class Finder:
    """The hits of one phrase in one text; a voice's name is not a hit."""

    def __init__(self, reading: ReadingText) -> None:
        self._reading = reading
        self.hits: list[Span] = []
        self.number = -1  # of the hit on show

    @cached_property
    def _text(self) -> SearchText:
        return SearchText(self._reading.text)

    @property
    def hit(self) -> Span | None:
        """The hit on show."""
        return self.hits[self.number] if self.number >= 0 else None

    def find(self, phrase: str, *, is_case_kept: bool, are_accents_kept: bool, near: int) -> None:
        """Look for another phrase and take the first hit from position `near` on.

        With `voice:name` only what that voice says is looked through; alone, it finds its turns.
        """
        words, voices = asked_voices(phrase)
        found = self._text.occurrences(
            words, is_case_kept=is_case_kept, are_accents_kept=are_accents_kept
        )
        if voices and not words:
            found = list(self._turns())
        self.hits = [
            span
            for span in found
            if not self._touches_name(span) and self._is_said_by(span, voices)
        ]
        first = bisect_left(self.hits, (near, 0))
        self.number = first % len(self.hits) if self.hits else -1

    def step(self, by: int) -> None:
        """Take the next hit (1) or the previous one (-1), around the end."""
        if self.hits:
            self.number = (self.number + by) % len(self.hits)

    def _turns(self) -> Iterator[Span]:
        """The first paragraph of each turn."""
        reading = self._reading
        for block in range(1, reading.block_count):
            if reading.is_voice(block - 1):
                yield reading.block_span(block)

    def _is_said_by(self, span: Span, voices: Sequence[str]) -> bool:
        if not voices:
            return True
        name = self._reading.guessed_name(self._reading.block_at(span[0]))
        return bool(name) and is_one_of(name, voices)

    def _touches_name(self, span: Span) -> bool:
        first, last = (self._reading.block_at(position) for position in (span[0], span[1] - 1))
        return any(self._reading.is_voice(block) for block in range(first, last + 1))
