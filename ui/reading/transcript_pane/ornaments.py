"""What is painted under and beside the text: current line and word, hits, names and times."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from reader.time_text import clock_text
from reader.transcript.spans import SpanIndex
from ui.appearance.theme import Theme
from ui.appearance.voice_shapes import SHAPE, paint_shape, voice_colour
from ui.reading.transcript_pane.marks import MarkPainter
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_style import SIGN_ROOM, PageStyle
from ui.reading.transcript_pane.page_text import PageText, Range
from ui.reading.transcript_pane.pins import PinPainter

_RADIUS = 4.0
_BAR = 3.0  # width of the bar beside the current line
_BAR_DISTANCE = 13.0
_NAME_ROOM = 8.0  # between a name above its paragraph and what stands in its line


class Ornaments:
    """Paints for one page. All positions are the document's."""

    def __init__(self, page: PageText, layout: PageLayout, style: PageStyle, theme: Theme) -> None:
        self.page, self.style, self.theme = page, style, theme
        self.current: tuple[Range, ...] = ()
        self.word: Range | None = None
        self.hits = SpanIndex()
        self.hit: Range | None = None
        self.kept = MarkPainter(page, layout)
        self.pins = PinPainter(page, layout, self.kept.signs)
        self._layout = layout

    def take_page(self, page: PageText) -> None:
        """The same page with some words put right; what is marked of them is not known yet."""
        self.page = page
        self.current, self.word, self.hits, self.hit = (), None, SpanIndex(), None
        self.kept.take_page(page)

    def voice_colour(self, number: int) -> str:
        """The colour of the voice that speaks a block; unnamed voices take turns with two."""
        return voice_colour(self.theme, self.page.reading.voice_number(number))

    def formats(self, number: int) -> list[QTextLayout.FormatRange]:
        """Names in the voice's colour; sounds such as "(laughing)" quieter than speech."""
        start, end = self.page.block_span(number)
        if self.page.reading.is_voice(number):
            style = QTextCharFormat()
            style.setFont(self._name_font(number))
            style.setForeground(solid(self.voice_colour(number)))
            return [_format(0, end - start, style)]
        quiet = QTextCharFormat()
        quiet.setForeground(solid(self.theme.faint))
        quiet.setFontItalic(True)
        return [_format(a - start, b - a, quiet) for a, b in self.page.sounds(number)]

    def inked(self, number: int) -> list[QTextLayout.FormatRange]:
        """Sounds on a mark, in full ink: anything quieter has too little contrast there."""
        sounds = list(self.page.sounds(number))
        if not sounds:
            return []
        start, end = self.page.block_span(number)
        chosen = [mark for mark in (self.word, self.hit) if mark]
        kept = [(mark.start, mark.end) for mark in self.kept.marks.touching(start, end)]
        marks = [*self.current, *self.hits.touching(start, end), *chosen, *kept]
        ink = QTextCharFormat()
        ink.setForeground(solid(self.theme.ink))
        return [
            _format(a - start, b - a, ink)
            for a, b in sounds
            if any(first < b and last > a for first, last in marks)
        ]

    def paint(self, painter: QPainter, number: int, top: int) -> None:
        """Everything of block `number` that is not its text."""
        if self.page.reading.is_voice(number):
            self._paint_name(painter, number, top)
            self._paint_time_by_name(painter, number + 1)
            return
        start, end = self.page.block_span(number)
        current = self._boxes(number, top, self.current)
        if not self._layout.has_time_by_name(number):
            self._paint_time(painter, number, is_current=bool(current))
        kept = self.kept.boxed(number, top)
        self.kept.paint_grounds(painter, self.theme, kept)
        self.kept.paint_signs(painter, self.theme, number, top)
        self.pins.paint(painter, self.theme, number, top)
        self._paint_current(painter, current)
        for box in self._boxes(number, top, self.hits.touching(start, end)):
            self._fill(painter, box, self.theme.hit)
        for box in self._boxes(number, top, [self.hit] if self.hit else []):
            self._fill(painter, box, self.theme.hit_current, is_framed=True)
        for box in self._boxes(number, top, [self.word] if self.word else []):
            self._fill(painter, box, self.theme.word)
            self._underline(painter, box)
        self.kept.paint_lines(painter, self.theme, kept)
        for box in self._boxes(number, top, (span for span, _ in self.page.corrected(number))):
            self._paint_dots(painter, box)

    def paint_fold(self, painter: QPainter, number: int, top: int) -> None:
        """The quiet line that stands for what others say; lit while it is spoken."""
        folds, page = self._layout.folds, self._layout.page
        if folds is None:
            return
        area = QRectF(page.left, top, page.column, page.pitch)
        first, _ = self.page.block_span(number)
        _, last = self.page.block_span(folds.after(number) - 1)
        is_current = any(start < last and end > first for start, end in self.current)
        font = QFont(self.style.time_font())
        font.setItalic(True)
        colour, metrics = self.theme.ink if is_current else self.theme.faint, QFontMetricsF(font)
        label = metrics.elidedText(
            folds.labels[number], QtCore.Qt.TextElideMode.ElideRight, page.column
        )
        if is_current:
            width = metrics.horizontalAdvance(label) + 12
            left = area.right() - width if page.is_mirrored else area.left() - 6
            lit = QRectF(left, area.top() + 4, width, area.height() - 8)
            self._paint_current(painter, [lit])
        _write(painter, area, label, font, colour, is_left=not page.is_mirrored)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where [start, end) lies on the page, a rectangle a line; lays out what it touches."""
        first, last = self.page.block_of(start), self.page.block_of(max(start, end - 1))
        return [
            box
            for number in range(first, last + 1)
            for box in self._boxes(number, self._layout.top(number), [(start, end)])
        ]

    def time_area(self, number: int) -> QRectF:
        """Where a paragraph's time stands in the margin."""
        page = self._layout.page
        top = self._layout.top(number) + self._layout.lines_top(number)
        x, room = page.time_area
        if self._layout.has_time_by_name(number):
            top -= page.name_height - page.turn_gap // 2
        elif page.time_line:
            return QRectF(x, top - page.time_line, room, page.time_line)
        return QRectF(x, top, room, page.pitch)

    def time_sign(self, number: int) -> QRectF:
        """Where the time itself stands in its area, to be clicked."""
        area, page = self.time_area(number), self._layout.page
        if page.are_times_beside:
            return area
        time = self.page.start_time(number)
        width = QFontMetricsF(self.style.time_font()).horizontalAdvance(clock_text(time or 0))
        is_left = self._is_time_left(number)
        area.setLeft(area.left() if is_left else area.right() - width)
        area.setWidth(width)
        return area

    def _is_time_left(self, number: int) -> bool:
        """Above a paragraph it stands where the lines begin; by a name, at the other end."""
        page = self._layout.page
        if page.are_times_beside:
            return not page.is_mirrored
        return self._layout.has_time_by_name(number) == page.is_mirrored

    def time_at(self, point: QPointF) -> int | None:
        """The block whose time is at a point of the page, or near it."""
        number = self._layout.block_at(point.y())
        if self.page.reading.is_voice(number):
            number += 1
            if number >= self.page.reading.block_count or not self._layout.has_time_by_name(number):
                return None
        area = self.time_sign(number).adjusted(-6, 0, 6, 0)
        return number if area.contains(point) else None

    def bar_area(self, top: float, bottom: float) -> QRectF:
        """Where the bar beside a current line from `top` to `bottom` is."""
        page = self._layout.page
        is_left = not page.is_mirrored
        x = page.left - _BAR_DISTANCE if is_left else page.left + page.column + _BAR_DISTANCE - _BAR
        return QRectF(x, top, _BAR, bottom - top)

    def _boxes(self, number: int, top: int, ranges: Iterable[Range]) -> list[QRectF]:
        first, last = self.page.block_span(number)
        return [
            box
            for start, end in ranges
            if start < last and end > first
            for box in self._layout.rectangles(
                number, top, max(start - first, 0), min(end, last) - first
            )
        ]

    def _paint_name(self, painter: QPainter, number: int, top: int) -> None:
        page, area = self._layout.page, self._name_area(number, top)
        if not _is_in_view(painter, area):
            return
        if not page.are_names_beside:  # then it is a line of text like any other
            self._paint_shape(painter, number, area, 0)
            return
        room = area.width() - SIGN_ROOM
        font = self._name_font(number)
        start, end = self.page.reading.block_span(number)
        name = self.page.reading.text[start:end]
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(name) > room:
            name = metrics.elidedText(name, QtCore.Qt.TextElideMode.ElideRight, room)
        colour = self.voice_colour(number)
        self._paint_shape(painter, number, area, metrics.horizontalAdvance(name))
        _write(painter, area, name, font, colour, is_left=page.is_mirrored)

    def _paint_shape(self, painter: QPainter, number: int, area: QRectF, name: float) -> None:
        """The sign of a named voice, before a name so many pixels wide."""
        voice = self.page.reading.voice_number(number)
        if voice < 0:
            return
        page = self._layout.page
        if not page.are_names_beside:
            is_rtl = self._is_name_right_to_left(number)
            x = area.right() + SIGN_ROOM - SHAPE if is_rtl else area.left() - SIGN_ROOM
        elif page.is_mirrored:
            x = area.left() + name + SIGN_ROOM - SHAPE
        else:
            x = area.right() - name - SIGN_ROOM
        box = QRectF(x, area.top(), SHAPE, area.height())
        is_guess = self.page.reading.is_guess(number)
        paint_shape(painter, box, voice, self.voice_colour(number), is_guess=is_guess)

    def _name_font(self, number: int) -> QFont:
        return self.style.name_font(is_guess=self.page.reading.is_guess(number))

    def _is_name_right_to_left(self, number: int) -> bool:
        block = self._layout.document().findBlockByNumber(number)
        return block.textDirection() == QtCore.Qt.LayoutDirection.RightToLeft

    def _name_area(self, number: int, top: int) -> QRectF:
        """Where the name of a turn stands."""
        page = self._layout.page
        if page.are_names_beside:
            x, room = page.name_area
            return QRectF(x, top + page.turn_gap, room, page.pitch)
        return QRectF(page.left, top + self._layout.lines_top(number), page.column, page.pitch)

    def name_sign(self, number: int) -> QRectF:
        """Where the name of a turn, with its sign, is to be clicked: `number` is its name's."""
        area, page = self._name_area(number, self._layout.top(number)), self._layout.page
        start, end = self.page.reading.block_span(number)
        metrics = QFontMetricsF(self._name_font(number))
        width = min(area.width(), metrics.horizontalAdvance(self.page.reading.text[start:end]))
        if not page.are_names_beside:
            is_rtl = self._is_name_right_to_left(number)
            left = area.right() - width if is_rtl else area.left() - SIGN_ROOM
            return QRectF(left, area.top(), width + SIGN_ROOM, area.height())
        width = min(area.width(), width + SIGN_ROOM)
        left = area.left() if page.is_mirrored else area.right() - width
        return QRectF(left, area.top(), width, area.height())

    def room_by_name(self, number: int) -> tuple[QRectF, bool]:
        """What is free under a name in its gutter, or after a name above its paragraph; and whether
        what stands there begins at the left."""
        page, sign = self._layout.page, self.name_sign(number)
        if page.are_names_beside:
            left, right = _NAME_ROOM, sign.right()
            if page.is_mirrored:
                left, right = sign.left(), page.width - _NAME_ROOM
            return QRectF(left, sign.bottom() - 6, right - left, page.pitch), page.is_mirrored
        left, right = _NAME_ROOM, page.width - _NAME_ROOM  # no time stands in its line, but this:
        is_left = not self._is_name_right_to_left(number)
        if self._layout.has_time_by_name(number + 1):
            time = self.time_sign(number + 1)
            left, right = (left, time.left()) if is_left else (time.right(), right)
        left, right = (sign.right(), right) if is_left else (left, sign.left())
        room = QRectF(left, sign.top(), max(0.0, right - left), sign.height())
        return room.adjusted(_NAME_ROOM, 0, -_NAME_ROOM, 0), is_left

    def name_at(self, point: QPointF) -> int | None:
        """The block of the name at a point of the page, or near it."""
        number = self._layout.block_at(point.y())
        if not self.page.reading.is_voice(number):
            number -= 1  # beside its paragraph it has no height
        is_seen = number >= 0 and not self._layout.is_folded(number)
        if not is_seen or not self.page.reading.is_voice(number):
            return None
        return number if self.name_sign(number).adjusted(-6, 0, 6, 0).contains(point) else None

    def _paint_time(self, painter: QPainter, number: int, *, is_current: bool) -> None:
        time, area = self.page.start_time(number), self.time_area(number)
        if time is None or not _is_in_view(painter, area):
            return
        font = self.style.time_font()
        colour = self.theme.ink if is_current else self.theme.faint
        is_left = self._is_time_left(number)
        _write(painter, area, clock_text(time), font, colour, is_left=is_left)

    def _paint_time_by_name(self, painter: QPainter, number: int) -> None:
        """In the name's line, and so painted with the name."""
        if number < self.page.reading.block_count and self._layout.has_time_by_name(number):
            start, end = self.page.block_span(number)
            is_current = any(first < end and last > start for first, last in self.current)
            self._paint_time(painter, number, is_current=is_current)

    def _paint_current(self, painter: QPainter, boxes: list[QRectF]) -> None:
        if not boxes:
            return
        for box in boxes:
            self._fill(painter, box, self.theme.current)
        # A bar beside it: the line shows by shape too, not by colour alone.
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.current_mark))
        bar = self.bar_area(boxes[0].top(), boxes[-1].bottom())
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _fill(
        self, painter: QPainter, box: QRectF, colour: str, *, is_framed: bool = False
    ) -> None:
        is_outlined = is_framed or self.theme.is_outlined
        if is_outlined:
            painter.setPen(QPen(QColor(self.theme.current_mark), 1))
        else:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_dots(self, painter: QPainter, box: QRectF) -> None:
        """Under words that the listener put right."""
        pen = QPen(QColor(self.theme.quiet), 2)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        y = box.bottom() - 2
        painter.drawLine(QPointF(box.left() + 3, y), QPointF(box.right() - 3, y))

    def _underline(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(self.theme.accent), 1.5))
        painter.drawLine(
            QPointF(box.left() + _RADIUS, box.bottom()),
            QPointF(box.right() - _RADIUS, box.bottom()),
        )


def _format(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found


@cache
def solid(colour: str) -> QBrush:
    """A brush of this colour. From a palette, since whatever else could be given a colour would
    first have PySide look whether it is one of those of `Qt`."""
    role, colours = QPalette.ColorRole.Text, QPalette()
    colours.setColor(role, QColor(colour))
    return colours.brush(role)


def _is_in_view(painter: QPainter, area: QRectF) -> bool:
    """Mostly a line lights up, and what stands beside it stays."""
    clip = painter.clipBoundingRect()
    return not clip.isValid() or clip.intersects(area)


def _write(
    painter: QPainter, area: QRectF, text: str, font: QFont, colour: str, *, is_left: bool
) -> None:
    """A line of text in the middle of an area's height. Not by the painter's pen, see `solid`."""
    layout, style = QTextLayout(text, font), QTextCharFormat()
    style.setForeground(solid(colour))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    x = area.left() if is_left else area.right() - line.naturalTextWidth()
    place = QPointF(x, area.center().y() - line.height() / 2)
    layout.draw(painter, place, [_format(0, len(text), style)])
