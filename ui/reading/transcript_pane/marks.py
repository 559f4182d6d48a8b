"""What the listener kept, on the page: grounds under the text, bars and signs in the margins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reader.transcript.spans import SpanIndex
from ui.appearance.theme import Theme
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_style import PageMetrics
from ui.reading.transcript_pane.page_text import PageText

_LANES = 3  # bars side by side, and lines under the text one below the other
_LINE = 80  # characters that two marks are apart at least if no line has both
_LANE_WIDTH = 4.0
_BAR = 2.5
_BAR_DISTANCE = 4.0  # between the column and the first bar
_SIGN_DISTANCE = 23.0  # between the column and the outer edge of its signs
_SIGN_WIDTH = 9.0
_RADIUS = 4.0
_MOST_KNOWN = 200  # blocks
_UNDERLINES = ("SolidLine", "DashLine", "DotLine", "DashDotLine", "DashDotDotLine")
"""A colour shows by its line's pattern too."""


class Mark(NamedTuple):
    """Something kept in [start, end) of the reading text; colour 0 is a bookmark's.

    `name` is what its colour is called.
    """

    id: str
    start: int
    end: int
    colour: int = 0
    note: str = ""
    name: str = ""

    @property
    def has_note(self) -> bool:
        """Whether a sign for a note stands beside it."""
        return bool(self.note)


class PlacedMark(NamedTuple):
    """A mark in the document's positions, which bar beside its lines it has, and how deep its
    line lies under the text."""

    mark: Mark
    start: int
    end: int
    lane: int
    depth: int


BoxedMark = tuple[PlacedMark, tuple[QRectF, ...]]


class Sign(NamedTuple):
    """A ribbon or a note sign in the margin, for all marks that begin in its line."""

    area: QRectF
    is_note: bool
    marks: tuple[Mark, ...]


class _Places(NamedTuple):
    """Where the marks of a block are, as long as it stands at `top` of `page`."""

    page: PageMetrics
    top: int
    boxed: list[BoxedMark]
    signs: list[Sign]


class Marks:
    """The marks of one page, found by where they are."""

    def __init__(self, page: PageText | None = None, marks: Iterable[Mark] = ()) -> None:
        self.by_block: dict[int, list[PlacedMark]] = defaultdict(list)
        self._by_span: dict[tuple[int, int], list[PlacedMark]] = defaultdict(list)
        if page is not None:
            for placed in _placed(page, marks):
                self._add(placed, _spoken_block(page, placed.start))
        self._index = SpanIndex(self._by_span)

    def touching(self, start: int, end: int) -> Iterator[PlacedMark]:
        """What shares a character with [start, end) of the document."""
        for span in self._index.touching(start, end):
            yield from self._by_span[span]

    def _add(self, placed: PlacedMark, block: int) -> None:
        self.by_block[block].append(placed)
        if placed.mark.colour or placed.mark.end > placed.mark.start:
            self._by_span[placed.start, placed.end].append(placed)


class MarkPainter:
    """Paints the marks of a page, and finds which one is at a point."""

    def __init__(self, page: PageText, layout: PageLayout) -> None:
        self._marks = Marks()
        self._page, self._layout = page, layout
        self._places: dict[int, _Places] = {}

    def take_page(self, page: PageText) -> None:
        """The same page with some words put right."""
        self._page = page

    @property
    def marks(self) -> Marks:
        """What is painted."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        self._marks = marks
        self._places.clear()

    def boxed(self, number: int, top: int) -> list[BoxedMark]:
        """What is kept of the words of block `number`, each with a rectangle a line."""
        return self._places_in(number, top).boxed

    def paint_grounds(self, painter: QPainter, theme: Theme, kept: list[BoxedMark]) -> None:
        """What lies under the highlights of a block, and the bars beside it."""
        kept = _highlights(kept)
        if not kept:
            return
        clip = painter.clipBoundingRect()
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for placed, boxes in kept:
            if not boxes or boxes[0].top() > clip.bottom() or boxes[-1].bottom() < clip.top():
                continue
            painter.setBrush(QColor(theme.marks[placed.mark.colour - 1]))
            for box in boxes:
                if box.intersects(clip):
                    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            bar = self._bar(placed, boxes)
            if bar.intersects(clip):
                painter.setBrush(QColor(theme.mark_bars[placed.mark.colour - 1]))
                painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def paint_signs(self, painter: QPainter, theme: Theme, number: int, top: int) -> None:
        """The ribbons and note signs beside a block."""
        clip = painter.clipBoundingRect()
        for sign in self.signs(number, top):
            if sign.area.intersects(clip):
                (_paint_note if sign.is_note else _paint_ribbon)(painter, sign, theme)

    def paint_lines(self, painter: QPainter, theme: Theme, kept: list[BoxedMark]) -> None:
        """A line under all that is kept: a highlight is seen by it where another ground lies over
        its own, and a bookmark by it alone."""
        if not kept:
            return
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        clip = painter.clipBoundingRect()
        for placed, boxes in kept:
            if not boxes or boxes[0].top() > clip.bottom() or boxes[-1].bottom() + 4 < clip.top():
                continue
            painter.setPen(_line_pen(placed.mark.colour, theme))
            below = min(placed.depth, 1) * 2.5 - 0.5
            for box in boxes:
                y = box.bottom() + below
                if clip.top() < y + 2 and y - 2 < clip.bottom():
                    painter.drawLine(QPointF(box.left() + 3, y), QPointF(box.right() - 3, y))

    def signs(self, number: int, top: int) -> list[Sign]:
        """The signs beside a block, a ribbon over a note where a line has both."""
        return self._places_in(number, top).signs

    def margin_marks_at(self, point: QPointF) -> tuple[Mark, ...]:
        """The marks whose sign or bar is under a point of the page."""
        number = self._layout.block_at(point.y())
        top = self._layout.top(number)
        for sign in self.signs(number, top):
            if sign.area.adjusted(-6, -2, 4, 2).contains(point):
                return sign.marks
        return tuple(
            placed.mark
            for placed, boxes in _highlights(self.boxed(number, top))
            if boxes and self._bar(placed, boxes).adjusted(-1, 0, 1, 0).contains(point)
        )

    def text_marks_at(self, point: QPointF) -> tuple[Mark, ...]:
        """What is kept of the character under a point of the page."""
        position = self._layout.character_at(point)
        found = self.marks.touching(position, position + 1) if position >= 0 else ()
        return tuple(placed.mark for placed in found)

    # Its own work

    def _places_in(self, number: int, top: int) -> _Places:
        """Where all is in a block; the highlight moves often, and they do not."""
        known, page = self._places.get(number), self._layout.page
        if known is None or known.page is not page or known.top != top:
            boxed = [(each, self._boxes(each, number, top)) for each in self._touching(number)]
            known = _Places(page, top, boxed, self._signs_in(number, top))
            if len(self._places) > _MOST_KNOWN:
                self._places.clear()
            self._places[number] = known
        return known

    def _signs_in(self, number: int, top: int) -> list[Sign]:
        top += self._layout.lines_top(number)
        lines: dict[int, list[Mark]] = defaultdict(list)
        for placed in self.marks.by_block.get(number, ()):
            lines[self._line_of(placed, number)].append(placed.mark)
        if not lines:
            return []
        pitch = self._layout.laid(number).pitch
        return [
            sign
            for line, marks in lines.items()
            for sign in self._signs(marks, top + line * pitch, pitch)
        ]

    def _touching(self, number: int) -> Iterator[PlacedMark]:
        return self.marks.touching(*self._page.block_span(number))

    def _boxes(self, placed: PlacedMark, number: int, top: int) -> tuple[QRectF, ...]:
        first, last = self._page.block_span(number)
        start, end = max(placed.start, first) - first, min(placed.end, last) - first
        return self._layout.rectangles(number, top, start, end)

    def _bar(self, placed: PlacedMark, boxes: Sequence[QRectF]) -> QRectF:
        page, away = self._layout.page, _BAR_DISTANCE + placed.lane * _LANE_WIDTH
        x = page.left - away - _BAR if page.is_mirrored else page.left + page.column + away
        return QRectF(x, boxes[0].top(), _BAR, boxes[-1].bottom() - boxes[0].top())

    def _line_of(self, placed: PlacedMark, number: int) -> int:
        first, last = self._page.block_span(number)
        within = max(0, min(placed.start, last - 1) - first)
        line = self._layout.laid(number).layout.lineForTextPosition(within)
        return line.lineNumber() if line.isValid() else 0

    def _signs(self, marks: list[Mark], top: int, pitch: int) -> list[Sign]:
        """Beside the line at `top`."""
        kinds = [
            (False, tuple(mark for mark in marks if not mark.colour)),
            (True, tuple(mark for mark in marks if mark.has_note)),
        ]
        shown = [(is_note, found) for is_note, found in kinds if found]
        page = self._layout.page
        x = page.left - _SIGN_DISTANCE
        if page.is_mirrored:
            x = page.left + page.column + _SIGN_DISTANCE - _SIGN_WIDTH
        height = min(11.0, pitch * 0.4)
        y = top + (pitch - len(shown) * (height + 3) + 3) / 2
        return [
            Sign(QRectF(x, y + k * (height + 3), _SIGN_WIDTH, height), is_note, found)
            for k, (is_note, found) in enumerate(shown)
        ]


def _placed(page: PageText, marks: Iterable[Mark]) -> Iterator[PlacedMark]:
    """In order of their starts, each with the first bar and line that is free there."""
    to_qt, lanes, depths = page.utf16.to_qt, [-_LINE] * _LANES, [0] * _LANES
    for mark in sorted(marks, key=lambda each: (each.start, -each.end, each.id)):
        start, end = to_qt(mark.start), to_qt(max(mark.end, mark.start + 1))
        lane, depth = _free(lanes, start - _LINE), _free(depths, start)
        if mark.colour:
            lanes[lane] = max(end, lanes[lane])
        if mark.colour or mark.end > mark.start:
            depths[depth] = max(end, depths[depth])
        yield PlacedMark(mark, start, end, lane, depth)


def _highlights(kept: list[BoxedMark]) -> list[BoxedMark]:
    return [each for each in kept if each[0].mark.colour]


def _line_pen(colour: int, theme: Theme) -> QPen:
    if not colour:
        return QPen(QColor(theme.accent), 1.5)
    pattern = QtCore.Qt.PenStyle[_UNDERLINES[colour - 1]]
    return QPen(QColor(theme.mark_bars[colour - 1]), 1.5, pattern)


def _free(ends: list[int], start: int) -> int:
    """The first that is free from `start` on, or the one that will be the soonest."""
    for k, end in enumerate(ends):
        if end <= start:
            return k
    return ends.index(min(ends))


def _spoken_block(page: PageText, position: int) -> int:
    """The block of a position; what begins at a name stands beside the words under it."""
    number = page.block_of(position)
    last = page.reading.block_count - 1
    return min(number + 1, last) if page.reading.is_voice(number) else number


def _paint_ribbon(painter: QPainter, sign: Sign, theme: Theme) -> None:
    from ui.appearance.swatch import paint_ribbon

    paint_ribbon(painter, sign.area.adjusted(1, 0, -1, 0), theme.accent)


def _paint_note(painter: QPainter, sign: Sign, theme: Theme) -> None:
    """A leaf with two lines of writing."""
    box = sign.area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(theme.ink), 1))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(box, 1.5, 1.5)
    for part in (0.36, 0.66):
        y = box.top() + box.height() * part
        painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))
