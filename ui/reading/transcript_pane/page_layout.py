"""Lays out only the paragraphs that can be seen; the heights of all others are estimated.

Qt's own layout sets a whole document at once, which takes seconds for a long transcript. Each
paragraph is set in a QTextLayout of ours: that of its block keeps what it was shaped in, 50 bytes
a character, for as long as the document lives (Qt 6.11), 4 MB in an hour of listening.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from typing import NamedTuple, Protocol, cast

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.transcript.reading_text import ReadingText
from ui.reading.transcript_pane.folds import Folds
from ui.reading.transcript_pane.heights import Heights
from ui.reading.transcript_pane.page_style import PageMetrics

_REACH = 0.5  # of the view's height, above and below it, in which paragraphs are kept laid out
_MOST_KNOWN = 200  # ranges whose rectangles are remembered
_BELOW = 0.6  # of the view's height stays free under the last line, so that it can be followed
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Laid(NamedTuple):
    """A block that has been laid out; `pitch` is from one line to the next, `is_bidi` whether its
    lines may run in two directions."""

    block: QTextBlock
    layout: QTextLayout
    pitch: int
    is_bidi: bool


class UnderPainter(Protocol):
    """Paints what lies under and beside the text of a block."""

    def paint(self, painter: QPainter, number: int, top: int) -> None:
        """Paint for block `number`, whose top is at `top` in the document."""

    def paint_fold(self, painter: QPainter, number: int, top: int) -> None:
        """Paint the quiet line that stands for folded blocks."""

    def formats(self, number: int) -> list[QTextLayout.FormatRange]:
        """The ranges of a block that are not set in the plain text's ink."""

    def inked(self, number: int) -> list[QTextLayout.FormatRange]:
        """The ranges among them that are painted in ink for now."""


class PageLayout(QAbstractTextDocumentLayout):
    """The lines of a `ReadingText`, one column, a fixed line pitch, times and names in margins."""

    block_grew = Signal(int, int)  # its number, px more (or less) than was estimated

    def __init__(
        self, document: QTextDocument, reading: ReadingText, measure: Callable[[int], PageMetrics]
    ) -> None:
        """The document holds the reading text already."""
        super().__init__(document)
        self.reading = reading
        self.metrics: PageMetrics | None = None
        self.heights = Heights(())
        self.folds: Folds | None = None
        self.under: UnderPainter | None = None
        self.view_height = 0
        self.foot_height = 0  # of what stands below the text
        self.is_caret_shown = False
        self.has_listener: Callable[[], bool] = bool  # assistive technology; nobody so far
        self.is_rewritten = False  # some words are being replaced: nothing is to be set again
        self._measure = measure
        self._laid: dict[int, Laid] = {}
        self._given: set[int] = set()  # the blocks whose lines Qt has
        self._known: dict[tuple[int, int, int, int], tuple[QRectF, ...]] = {}

    # What the pane asks

    @property
    def page(self) -> PageMetrics:
        """The measured page."""
        if self.metrics is None:
            raise RuntimeError("The page has not been measured yet.")
        return self.metrics

    @property
    def is_blank(self) -> bool:
        """Whether nothing lies on it: it has no text, or was not measured yet."""
        return self.metrics is None or not len(self.heights)

    def top(self, number: int) -> int:
        """The y of a block in the document."""
        return self.page.top + self.heights.top(number)

    def block_at(self, y: float) -> int:
        """The number of the block at `y`."""
        return self.heights.block_at(max(0.0, y - self.page.top))

    def refine(self, top: float, bottom: float) -> bool:
        """Lay out what touches [top, bottom]; whether the document's height changed by it.

        What is far from there is released: an hour's listening passes hundreds of paragraphs.
        """
        before = self.heights.total
        number = self.block_at(top)
        y = self.top(number)
        while number < len(self.heights) and y < bottom:
            is_folded = self.is_folded(number)
            if not is_folded:
                self.laid(number)
            y += self.heights[number]
            number = self._after(number) if is_folded else number + 1
        reach = (bottom - top) * _REACH
        self._keep_between(self.block_at(top - reach), self.block_at(bottom + reach))
        return self.heights.total != before

    def laid(self, number: int, block: QTextBlock | None = None) -> Laid:
        """The block with this number, laid out; its height is exact from now on."""
        found = self._laid.get(number)
        if found is not None:
            return found
        block = block or self.document().findBlockByNumber(number)
        estimated = self.heights[number]
        laid = self._lay_out(number, block)
        self._laid[number] = laid
        self._place(number, laid)
        if grown := self.heights[number] - estimated:
            self.block_grew.emit(number, grown)
        return laid

    def fold(self, folds: Folds | None) -> None:
        """Fold blocks to quiet lines, or show all again."""
        self.folds = folds
        if self.metrics is not None:
            self._estimate()
            self.documentSizeChanged.emit(self.documentSize())

    def is_folded(self, number: int) -> bool:
        """Whether a quiet line stands for a block."""
        return self.folds is not None and number in self.folds

    def fold_box(self, number: int) -> QRectF:
        """The quiet line that stands for a folded block."""
        assert self.folds is not None
        first = self.folds.first_of(number)
        return QRectF(self.page.left, self.top(first), self.page.column, self.page.pitch)

    def lines_top(self, number: int) -> int:
        """How far below the top of its block the first line is."""
        page = self.page
        if self.reading.is_voice(number):
            return page.turn_gap // 2 if not page.are_names_beside else 0
        gap = page.turn_gap if page.are_names_beside and self.follows_name(number) else 0
        return gap + (0 if self.has_time_by_name(number) else page.time_line)

    def follows_name(self, number: int) -> bool:
        """Whether a block is the first under a voice's name."""
        return number > 0 and self.reading.is_voice(number - 1)

    def has_time_by_name(self, number: int) -> bool:
        """Whether a paragraph's time stands at the end of the name's line above it."""
        page = self.page
        return page.time_line > 0 and not page.are_names_beside and self.follows_name(number)

    def rectangles(self, number: int, top: int, start: int, end: int) -> tuple[QRectF, ...]:
        """Where characters [start, end) of a block lie in the document, a rectangle a run."""
        if self.is_folded(number):
            return (self.fold_box(number),)
        place = number, top, start, end
        found = self._known.get(place)
        if found is None:  # a line that lights up is asked for five times
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[place] = tuple(self._rectangles(*place))
        return found

    def forget_lines(self) -> None:
        """Forget what was laid out: colours or the measure changed.

        Qt forgets it too: it takes lines that it finds for good ones and does not ask again.
        """
        for number in self._given:
            self.document().findBlockByNumber(number).layout().clearLayout()
        self._given.clear()
        self._laid.clear()
        self._known.clear()

    def take_rewritten(self, reading: ReadingText, numbers: Iterable[int]) -> None:
        """The document says now what `reading` does, which differs in the words of some blocks."""
        self.reading = reading
        self._known.clear()
        for number in numbers:
            was_seen = self._laid.pop(number, None) is not None
            block = self.document().findBlockByNumber(number)
            if number in self._given:
                self._given.discard(number)
                block.layout().clearLayout()
            if was_seen:
                self.laid(number, block)
        self.documentSizeChanged.emit(self.documentSize())

    def forget_measure(self) -> None:
        """Forget how wide and high all is: the type changed."""
        self.metrics = None

    # QAbstractTextDocumentLayout

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """Measure the page again; lines are kept where they break at the same places."""
        if self.is_rewritten:
            return
        width = int(self.document().pageSize().width())
        page = self._measure(width if width > 0 else 800)
        is_kept = not self.is_blank and page.has_same_lines(self.metrics)
        self.metrics = page
        self._known.clear()
        if is_kept:
            for number, laid in self._laid.items():
                self._place(number, laid)
        else:
            self._estimate()
        self.documentSizeChanged.emit(self.documentSize())

    def documentSize(self) -> QSizeF:
        """The page's width and the sum of all heights, exact or estimated."""
        if self.metrics is None:
            return QSizeF(0, 0)
        below = max(self.metrics.pitch * 3, int(self.view_height * _BELOW), self.foot_height)
        return QSizeF(self.metrics.width, self.text_bottom + below)

    @property
    def text_bottom(self) -> int:
        """The y at which the last paragraph ends, exact or estimated."""
        return self.page.top + self.heights.total

    def pageCount(self) -> int:
        """One endless page."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """The whole document: there is one frame."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block lies. Gives Qt its lines: the caret and assistive technology need them."""
        number = block.blockNumber()
        if self.metrics is None or not block.isValid() or number >= len(self.heights):
            return QRectF()
        laid = self.laid(number, block)
        size = QSizeF(self.metrics.column, max(self.heights[number], laid.pitch))
        where = self._place(number, laid)
        if number not in self._given:
            self._given.add(number)
            block.setLineCount(max(1, laid.layout.lineCount()))
            self._set_lines(block.layout(), number, block)
        block.layout().setPosition(where)
        return QRectF(where, size)

    def hitTest(self, point: QPointF, accuracy: QtCore.Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The position nearest to `point`; for an exact hit -1 where there is no text."""
        edge = QTextLine.CursorPosition.CursorBetweenCharacters
        return self._position_at(
            point, edge, is_exact=accuracy == QtCore.Qt.HitTestAccuracy.ExactHit
        )

    def character_at(self, point: QPointF) -> int:
        """The position of the character under `point`; -1 where there is none."""
        return self._position_at(point, QTextLine.CursorPosition.CursorOnCharacter, is_exact=True)

    def _position_at(
        self, point: QPointF, edge: QTextLine.CursorPosition, *, is_exact: bool
    ) -> int:
        if self.is_blank:
            return -1
        number = self.block_at(point.y())
        if self.folds is not None and number in self.folds:
            return self._position_of_fold(point, number, is_exact=is_exact)
        laid = self.laid(number)
        count = laid.layout.lineCount()
        if not count:
            return laid.block.position()
        x, y = point.x() - self.page.left, point.y() - self.top(number) - self.lines_top(number)
        line = laid.layout.lineAt(max(0, min(count - 1, int(y // laid.pitch))))
        text = line.naturalTextRect()
        if is_exact and not (0 <= y < count * laid.pitch and text.left() <= x <= text.right()):
            return -1
        return laid.block.position() + line.xToCursor(x, edge)

    def _position_of_fold(self, point: QPointF, number: int, *, is_exact: bool) -> int:
        """The first words of what a quiet line stands for."""
        if is_exact and not self.fold_box(number).contains(point):
            return -1
        is_name = self.reading.is_voice(number)
        block = self.document().findBlockByNumber(number + 1 if is_name else number)
        return block.position()

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the visible blocks: first what lies under the text, then the text."""
        if self.is_blank:
            return
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The format lives only as long as the context: without the copy Qt reads freed memory.
        selections = [
            (s.cursor.selectionStart(), s.cursor.selectionEnd(), QTextCharFormat(s.format))
            for s in context.selections
        ]
        for number, top in self._lines_for_folds(clip):
            if self.under is not None:
                painter.save()
                self.under.paint_fold(painter, number, top)
                painter.restore()
        for number, top, laid in self._visible(clip):
            inked = []
            if self.under is not None:
                painter.save()  # its pen has the ink of the page
                self.under.paint(painter, number, top)
                painter.restore()
                inked = self.under.inked(number)
            self._place(number, laid)
            if self.has_listener():
                self.blockBoundingRect(laid.block)
            if not self._is_name_beside(number):
                over = inked + _within(laid.block, selections)
                laid.layout.draw(painter, QPointF(0, 0), over, clip)
            if self.is_caret_shown:
                self._draw_caret(painter, laid, context.cursorPosition)

    # Its own work

    def _keep_between(self, first: int, last: int) -> None:
        first -= 1  # a name beside its paragraph has no height
        for far in [number for number in self._laid if not first <= number <= last]:
            del self._laid[far]

    def _place(self, number: int, laid: Laid) -> QPointF:
        """Where a block is; its lines are painted there."""
        page, where = self.page, QPointF(self.page.left, self.top(number))
        if self._is_name_beside(number) and laid.layout.lineCount():
            x, room = page.name_area
            free = 0.0 if page.is_mirrored else room - laid.layout.lineAt(0).naturalTextWidth()
            where = QPointF(x + max(0.0, free), where.y() + page.turn_gap)
        laid.layout.setPosition(where)
        return where

    def _rectangles(self, number: int, top: int, start: int, end: int) -> Iterator[QRectF]:
        laid = self.laid(number)
        if end <= start or laid.layout.lineCount() == 0:
            return
        first_line = laid.layout.lineForTextPosition(start).lineNumber()
        y, pad, left = top + self.lines_top(number), laid.pitch * 0.09, self.page.left
        for k in range(first_line, laid.layout.lineCount()):
            line = laid.layout.lineAt(k)
            if line.textStart() >= end:
                break
            within = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            for x, right in self._runs(laid, k, *within):
                box = QRectF(left + x - 1.5, y + k * laid.pitch + pad, right - x + 3, 0)
                box.setHeight(laid.pitch - 2 * pad)
                yield box

    def _is_name_beside(self, number: int) -> bool:
        return self.page.are_names_beside and self.reading.is_voice(number)

    def _visible(self, clip: QRectF) -> Iterator[tuple[int, int, Laid]]:
        number = self.block_at(clip.top())
        if number and self.reading.is_voice(number - 1):
            number -= 1  # a name beside its paragraph has no height of its own
        y, block = self.top(number), self.document().findBlockByNumber(number)
        while number < len(self.heights) and y < clip.bottom():
            if self.is_folded(number):
                y += self.heights[number]
                number = self._after(number)
                block = self.document().findBlockByNumber(number)
                continue
            laid = self.laid(number, block)
            yield number, y, laid
            y += self.heights[number]
            number, block = number + 1, block.next()

    def _lines_for_folds(self, clip: QRectF) -> Iterator[tuple[int, int]]:
        """The quiet lines in view: the first block of each, and its top."""
        if self.folds is None:
            return
        number = self.block_at(clip.top())
        while number < len(self.heights) and (y := self.top(number)) < clip.bottom():
            if self.folds.is_line(number):
                yield number, y
            number = self._after(number) if number in self.folds else number + 1

    def _after(self, number: int) -> int:
        """The block after the row of a folded one."""
        assert self.folds is not None
        return self.folds.after(number)

    @staticmethod
    def _draw_caret(painter: QPainter, laid: Laid, position: int) -> None:
        within = position - laid.block.position()
        if 0 <= within < laid.block.length():
            laid.layout.drawCursor(painter, QPointF(0, 0), within)

    def _estimate(self) -> None:
        page = self.page
        pitch, gap, name_height = page.pitch, page.gap + page.time_line, page.name_height
        per_line = max(8.0, page.column / page.letter)
        lengths = self.reading.block_lengths
        heights = [(int(length / per_line) + 1) * pitch + gap for length in lengths]
        for number in compress(range(len(heights)), self.reading.block_is_voice):
            heights[number] = name_height
        if self.folds is not None:
            for number in range(len(heights)):
                if number in self.folds:
                    heights[number] = self._fold_height(number)
        self.heights = Heights(heights)
        self.forget_lines()

    def _fold_height(self, number: int) -> int:
        assert self.folds is not None
        return self.page.pitch + self.page.gap if self.folds.is_line(number) else 0

    def _lay_out(self, number: int, block: QTextBlock) -> Laid:
        page = self.page
        layout = QTextLayout(block.text(), self.document().defaultFont())
        layout.setCacheEnabled(True)  # else it is shaped again whenever a word is looked up
        pitch, is_bidi = self._set_lines(layout, number, block)
        if self.is_folded(number):
            self.heights[number] = self._fold_height(number)
        elif self.reading.is_voice(number):
            self.heights[number] = page.name_height
        else:
            lines = layout.lineCount() * pitch
            self.heights[number] = self.lines_top(number) + lines + page.gap
        return Laid(block, layout, pitch, is_bidi)

    def _set_lines(self, layout: QTextLayout, number: int, block: QTextBlock) -> tuple[int, bool]:
        """Their pitch, and whether they may run in two directions."""
        text = block.text()
        is_ascii = text.isascii()
        may_be_rtl = not is_ascii and _RIGHT_TO_LEFT.search(text) is not None
        is_rtl = may_be_rtl and block.textDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        layout.setTextOption(_text_option(is_rtl, is_wrapped=not self.reading.is_voice(number)))
        layout.setFormats(self.under.formats(number) if self.under is not None else [])
        return self._place_lines(layout, self.lines_top(number), is_ascii), may_be_rtl

    def _place_lines(self, layout: QTextLayout, top: int, is_ascii: bool) -> int:
        lines: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.page.column)
            lines.append(line)
        pitch = self.page.pitch
        if not is_ascii:  # another script's font may be taller than the page's own
            pitch = max(pitch, *(round(line.height() * 1.12) for line in lines), 0)
        for k, line in enumerate(lines):
            line.setPosition(QPointF(0, top + k * pitch + (pitch - line.height()) / 2))
        layout.endLayout()
        return pitch

    @staticmethod
    def _runs(laid: Laid, number: int, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of each run of [start, end) in a line."""
        line = laid.layout.lineAt(number)
        if not laid.is_bidi:
            return [(_cursor_x(line, start), _cursor_x(line, end))]
        # cursorToX has two answers where the direction changes: glyphs have one place.
        runs: list[tuple[float, float]] = []
        for run in line.glyphRuns(start, end - start):
            advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
            glyphs = zip(run.positions(), advances, strict=True)
            edges = [(place.x(), place.x() + advance.x()) for place, advance in glyphs]
            if edges:
                runs.append((min(x for x, _ in edges), max(x for _, x in edges)))
        return _merged(sorted(runs))


def _cursor_x(line: QTextLine, position: int) -> float:
    # The stubs say `object` where Qt returns (x, position).
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]


def _merged(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in runs:
        if merged and left - merged[-1][1] < 1:
            merged[-1] = merged[-1][0], max(right, merged[-1][1])
        else:
            merged.append((left, right))
    return merged


def _text_option(is_rtl: bool, *, is_wrapped: bool) -> QTextOption:
    option = QTextOption()
    if is_rtl:
        option.setTextDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        option.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        if is_wrapped
        else QTextOption.WrapMode.NoWrap
    )
    return option


def _within(
    block: QTextBlock, selections: list[tuple[int, int, QTextCharFormat]]
) -> list[QTextLayout.FormatRange]:
    first, last = block.position(), block.position() + block.length() - 1
    ranges = []
    for start, end, style in selections:
        if start < last and end > first:
            found = QTextLayout.FormatRange()
            found.start = max(start - first, 0)
            found.length = min(end, last) - first - found.start
            found.format = style
            ranges.append(found)
    return ranges
