"""A reading text in Qt's positions, as the document of the pane holds it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reader.transcript.model import Corrected
from reader.transcript.reading_text import Place, ReadingText
from ui.widgets.utf16 import Utf16

Range = tuple[int, int]


class PageText:
    """Where cues, blocks and places lie in the document."""

    def __init__(self, reading: ReadingText, positions: Utf16 | None = None) -> None:
        """`positions` are those of the text, where they are known already."""
        self.reading = reading
        self.utf16 = positions or Utf16(reading.text)

    def rewritten(self, reading: ReadingText) -> PageText:
        """The same for a text of which some words were put right."""
        words = (each.text for each in reading.rewritten)
        return PageText(reading, self.utf16.rewritten(reading.text, words))

    def ranges(self, cue: int) -> list[Range]:
        """Where a cue lies."""
        to_qt = self.utf16.to_qt
        return [(to_qt(start), to_qt(end)) for start, end in self.reading.ranges(cue)]

    def within(self, cue: int, offset: int, length: int) -> Range | None:
        """Where some characters of a cue lie; None where they are hidden."""
        start = self.reading.position_of(Place(cue, offset))
        if start is None:
            return None
        return self.utf16.to_qt(start), self.utf16.to_qt(start + length)

    def place_at(self, position: int) -> Place | None:
        """The cue and character at a position of the document."""
        return self.reading.place_at(self.utf16.from_qt(position))

    def block_span(self, number: int) -> Range:
        """Where a block starts and ends."""
        start, end = self.reading.block_span(number)
        return self.utf16.to_qt(start), self.utf16.to_qt(end)

    def block_of(self, position: int) -> int:
        """The number of the block at a position of the document."""
        return self.reading.block_at(self.utf16.from_qt(position))

    def start_time(self, number: int) -> int | None:
        """When the first words of a block are spoken, in milliseconds."""
        return self.reading.time_at(self.reading.block_span(number)[0])

    def corrected(self, number: int) -> Iterator[tuple[Range, Corrected]]:
        """The words of a block that the listener put right, with what the file says there."""
        if not self.reading.corrected:
            return
        start, end = self.reading.block_span(number)
        for cue in self.reading.cues_between(start, end):
            if cue in self.reading.corrected:
                for each in self.reading.transcript.cues[cue].corrected:
                    found = self.within(cue, each.offset, each.length) if each.length else None
                    if found is not None:
                        yield found, each

    def sounds(self, number: int) -> Iterator[Range]:
        """Where a block holds something heard and not said."""
        sounds = self.reading.sounds
        if not sounds:
            return
        for cue in self.reading.cues_between(*self.reading.block_span(number)):
            if cue in sounds:
                yield from self.ranges(cue)


def is_right_to_left(text: str) -> bool:
    """Whether most letters at the start of a text are of a right-to-left script."""
    sample = text[:2_000]
    if sample.isascii():
        return False
    directions = [unicodedata.bidirectional(letter) for letter in sample]
    return directions.count("R") + directions.count("AL") > directions.count("L")
