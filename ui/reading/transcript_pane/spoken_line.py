"""Where the line being spoken lies on the page, and what of it is to be kept in view."""

from __future__ import annotations

from reader.transcript.reading_text import Place
from ui.reading.transcript_pane.ornaments import Ornaments
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_text import Range

_TALL = 0.4  # of the view's height


class SpokenLine:
    """The current cues of one page, and the word being spoken in them."""

    def __init__(self, layout: PageLayout, ornaments: Ornaments) -> None:
        self._layout, self._ornaments = layout, ornaments
        self.cues: tuple[int, ...] = ()
        self.word: Place | None = None
        self.resting: int | None = None  # where the text goes on, while nothing is spoken

    @property
    def lead(self) -> int | None:
        """The cue that leads among the current ones and can be seen."""
        ranges = self._ornaments.page.ranges
        return next((cue for cue in reversed(self.cues) if ranges(cue)), None)

    @property
    def place(self) -> int | None:
        """The cue that leads; while nothing is spoken, the one after which the text goes on."""
        lead, resting = self.lead, self.resting
        if lead is None and resting is not None and self._ornaments.page.ranges(resting):
            return resting
        return lead

    @property
    def is_tall(self) -> bool:
        """Whether not the line that leads is kept in view, but its word."""
        lead = self.lead
        return lead is not None and self._is_tall(lead)

    def extent(self) -> tuple[int, int] | None:
        """Top and bottom of what is to be kept in view: the line that leads, or its place.

        Of one too tall to be seen at ease it is the word being spoken. None with no line.
        """
        place = self.place
        if place is None:
            return None
        word = self._word_in(place)
        return self.extent_of(place) if word is None else self._extent(word)

    def extent_of(self, cue: int) -> tuple[int, int]:
        """Top and bottom of a cue's first piece, exact."""
        ranges = self._ornaments.page.ranges(cue)
        return self._extent(ranges[0]) if ranges else (0, 0)

    def start(self) -> int | None:
        """When the line that leads begins, in ms; of a tall one, the paragraph being spoken."""
        place, page = self.place, self._ornaments.page
        if place is None:
            return None
        word = self._word_in(place)
        if word is None:
            return page.reading.transcript.cues[place].start
        return page.start_time(page.block_of(word[0]))

    def marked(self) -> tuple[Range, ...]:
        """Where the current lines are; of one that is pages long, the paragraph being spoken."""
        return tuple(each for cue in self.cues for each in self._marked_of(cue))

    def _marked_of(self, cue: int) -> list[Range]:
        page, word = self._ornaments.page, self.word
        ranges = page.ranges(cue)
        if len(ranges) < 3 or word is None or word.cue != cue:
            return ranges
        spoken = page.within(cue, word.offset, 1)
        return [r for r in ranges if spoken is None or r[0] <= spoken[0] < r[1]]

    def _word_in(self, cue: int) -> Range | None:
        """The word being spoken, where its line is too tall to be kept in view as a whole."""
        word = self.word
        if word is None or word.cue != cue or not self._is_tall(cue):
            return None
        return self._ornaments.page.within(cue, word.offset, 1)

    def _is_tall(self, cue: int) -> bool:
        """Whether a cue takes more of the view than what is followed may. One of twenty minutes
        has many paragraphs: they are not laid out for it."""
        page, layout = self._ornaments.page, self._layout
        ranges, room = page.ranges(cue), round(layout.view_height * _TALL)
        if len(ranges) > 2:
            first, *_, last = (page.block_of(start) for start, _ in ranges)
            return layout.top(last) - layout.top(first) > room
        return self._extent(ranges[-1])[1] - self._extent(ranges[0])[0] > room

    def _extent(self, shown: Range) -> tuple[int, int]:
        boxes = self._ornaments.boxes(*shown)
        return (int(boxes[0].top()), int(boxes[-1].bottom())) if boxes else (0, 0)
