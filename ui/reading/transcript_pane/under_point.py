"""What lies under a point of the page: words, and the signs that stand beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from reader.transcript.reading_text import Place
from ui.reading.transcript_pane.marks import Mark
from ui.reading.transcript_pane.ornaments import Ornaments
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.pins import Pin


class UnderPoint:
    """Answers for one page, in its pixels; nothing lies anywhere on a blank one."""

    def __init__(self, layout: PageLayout, ornaments: Ornaments) -> None:
        self._layout, self._ornaments = layout, ornaments

    def place(self, point: QPointF) -> Place | None:
        """The character; None beside and between the paragraphs."""
        position = self._layout.character_at(point)
        return None if position < 0 else self._ornaments.page.place_at(position)

    def corrected(self, point: QPointF) -> Place | None:
        """The character, if it is in a word that was put right."""
        reading = self._ornaments.page.reading
        place = self.place(point) if reading.corrected else None
        if place is None or place.cue not in reading.corrected:
            return None
        found = reading.transcript.cues[place.cue].corrected
        is_in = any(each.offset <= place.offset < each.offset + each.length for each in found)
        return place if is_in else None

    def margin_marks(self, point: QPointF) -> tuple[Mark, ...]:
        """What was kept, by its sign or bar in the margin."""
        return () if self._layout.is_blank else self._ornaments.kept.margin_marks_at(point)

    def marks(self, point: QPointF) -> tuple[Mark, ...]:
        """What was kept, by its sign or bar, else by its words."""
        return self.margin_marks(point) or tuple(self._ornaments.kept.text_marks_at(point))

    def pin(self, point: QPointF) -> Pin | None:
        """The pin in the margin."""
        return None if self._layout.is_blank else self._ornaments.pins.at(point)

    def time(self, point: QPointF) -> int | None:
        """The block whose time in the margin it is."""
        return None if self._layout.is_blank else self._ornaments.time_at(point)

    def name(self, point: QPointF) -> int | None:
        """The block that is the name of a turn."""
        return None if self._layout.is_blank else self._ornaments.name_at(point)

    def is_sign(self, point: QPointF) -> bool:
        """Whether it is something in the margin that can be clicked."""
        is_time_or_pin = self.time(point) is not None or self.pin(point) is not None
        return is_time_or_pin or bool(self.margin_marks(point))

    def turn(self, y: float) -> int | None:
        """The block that is the name of the turn at a height of the page, in the margin too."""
        if self._layout.is_blank:
            return None
        page = self._ornaments.page
        start, _ = page.reading.block_span(self._layout.block_at(y))
        place = page.reading.place_at(start)
        return None if place is None else page.reading.name_of(place)

    def name_box(self, place: Place) -> QRectF | None:
        """Where the name of the turn at a place stands; of one without, its first words. None for
        what is hidden."""
        reading = self._ornaments.page.reading
        position = reading.position_of(place)
        if position is None or self._layout.is_blank:
            return None
        self._layout.laid(reading.block_at(position))
        name = reading.name_of(place)
        if name is not None:
            return self._ornaments.name_sign(name)
        to_qt = self._ornaments.page.utf16.to_qt
        boxes = self._ornaments.boxes(to_qt(position), to_qt(position + 1))
        return boxes[0] if boxes else None
