"""Where parts of the page stand in the view that shows it, in the view's pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QTextEdit

from reader.transcript.reading_text import Place
from ui.reading.transcript_pane.ornaments import Ornaments
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_text import Range
from ui.reading.transcript_pane.under_point import UnderPoint


class InView:
    """Answers for one page, wherever it is scrolled to."""

    def __init__(
        self, pane: QTextEdit, layout: PageLayout, ornaments: Ornaments, under: UnderPoint
    ) -> None:
        self._pane, self._layout, self._ornaments, self._under = pane, layout, ornaments, under

    @property
    def _rect(self) -> QRect:
        return self._pane.viewport().rect()

    @property
    def _scrolled(self) -> int:
        return self._pane.verticalScrollBar().value()

    def line_of(self, boxes: Sequence[QRectF], number: int = 0) -> QRect:
        """Where one of the lines of the page in `boxes` stands; empty where there is none."""
        return _pixels(boxes[number], self._scrolled) if boxes else QRect()

    def names(self) -> list[int]:
        """The blocks of the names that stand in view, with what is free beside them."""
        layout, reading, scrolled = self._layout, self._ornaments.page.reading, self._scrolled
        first, last = (layout.block_at(y) for y in (scrolled, scrolled + self._rect.height()))
        return [
            number
            for number in range(first, min(last + 1, reading.block_count))
            if reading.is_voice(number)
            and not layout.is_folded(number)
            and self._rect.contains(self.room_by_name(number)[0])
        ]

    def room_by_name(self, name: int) -> tuple[QRect, bool]:
        """What is free beside the name that is this block; and whether what stands there begins at
        the left."""
        room, is_left = self._ornaments.room_by_name(name)
        return _pixels(room, self._scrolled), is_left

    def name_box(self, place: Place) -> QRect | None:
        """Where the name of the turn at a place stands; of one without, its first words. None for
        what is hidden."""
        box = self._under.name_box(place)
        return None if box is None else box.translated(0, -self._scrolled).toAlignedRect()

    def region_of(
        self, ranges: Iterable[Range], *, has_bar: bool = False, times: Iterable[int] = ()
    ) -> QRegion:
        """Where these ranges of the document are, the bar beside them and the times of these
        blocks; of ranges, only those whose block is in view."""
        boxes = [
            box for each in ranges if self._is_near(each) for box in self._ornaments.boxes(*each)
        ]
        areas = [*boxes, *map(self._ornaments.time_area, times)]
        if boxes and has_bar:  # the bar runs on between the lines
            first, last = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
            areas.append(self._ornaments.bar_area(first, last))
        region = QRegion()
        for area in areas:
            region += _pixels(area, self._scrolled)
        return region

    def region_of_blocks(self, numbers: Iterable[int], *, is_all_below: bool) -> QRegion:
        """Where these blocks are, from edge to edge of the view; also all that is below them."""
        region, view = QRegion(), self._rect
        for number in numbers:
            top = self._layout.top(number) - self._scrolled
            bottom = view.height() if is_all_below else top + self._layout.heights[number]
            region += QRect(0, top, view.width(), bottom - top).intersected(view)
        return region

    def _is_near(self, span: Range) -> bool:
        number = self._ornaments.page.block_of(span[0])
        top = self._layout.top(number) - self._scrolled
        return top <= self._rect.height() and top + self._layout.heights[number] >= 0


def _pixels(box: QRectF, scrolled: int) -> QRect:
    return box.translated(0, -scrolled).toAlignedRect().adjusted(-2, -2, 2, 3)
