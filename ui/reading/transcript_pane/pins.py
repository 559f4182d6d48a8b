"""Pins in the margin of the page: where the listener said that a line is spoken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.appearance.theme import Theme
from ui.reading.transcript_pane.marks import Sign
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_text import PageText

_DISTANCE = 24.0  # between the column and the outer edge of a pin, as of a ribbon
_WIDTH, _HEIGHT = 11.0, 14.0
_ASIDE = 13.0  # further out, where a ribbon stands beside the same line
_NEAR = (-4, -4, 4, 4)

Signs = Callable[[int, int], Sequence[Sign]]


class Pin(NamedTuple):
    """A pin beside the line that has `position` of the reading text; `text` says what it is."""

    id: int
    position: int
    text: str


class PinPainter:
    """Paints the pins of one page, and finds which one is at a point."""

    def __init__(self, page: PageText, layout: PageLayout, signs: Signs) -> None:
        """`signs` gives what else stands in the margin beside a block at some height."""
        self._page, self._layout, self._signs = page, layout, signs
        self._by_block: dict[int, list[Pin]] = {}

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these."""
        self._by_block = defaultdict(list)
        for pin in pins:
            at = self._page.utf16.to_qt(pin.position)
            self._by_block[self._page.block_of(at)].append(pin)

    def paint(self, painter: QPainter, theme: Theme, number: int, top: int) -> None:
        """Paint those beside a block."""
        for _, area in self.placed(number, top):
            _paint_pin(painter, area, theme)

    def at(self, point: QPointF) -> Pin | None:
        """The pin at a point of the page, or near it."""
        number = self._layout.block_at(point.y())
        placed = self.placed(number, self._layout.top(number))
        return next((pin for pin, area in placed if area.adjusted(*_NEAR).contains(point)), None)

    def placed(self, number: int, top: int) -> Iterator[tuple[Pin, QRectF]]:
        """Those of a block, each with where it stands."""
        for pin in self._by_block.get(number, ()):
            yield pin, self._area(pin, number, top)

    def _area(self, pin: Pin, number: int, top: int) -> QRectF:
        page, laid = self._layout.page, self._layout.laid(number)
        first, last = self._page.block_span(number)
        within = max(0, min(self._page.utf16.to_qt(pin.position), last - 1) - first)
        line = laid.layout.lineForTextPosition(within)
        row = line.lineNumber() if line.isValid() else 0
        y = top + self._layout.lines_top(number) + row * laid.pitch + (laid.pitch - _HEIGHT) / 2
        x = page.left - _DISTANCE
        if page.is_mirrored:
            x = page.left + page.column + _DISTANCE - _WIDTH
        area = QRectF(x, y, _WIDTH, _HEIGHT)
        is_taken = any(area.intersects(each.area) for each in self._signs(number, top))
        return area.translated(_ASIDE if page.is_mirrored else -_ASIDE, 0) if is_taken else area


def _paint_pin(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A drop on its tip, with a dot in its head."""
    box = area.adjusted(1, 1, -1, -1)
    head = QRectF(box.left(), box.top(), box.width(), box.width())
    tip = QPointF(box.center().x(), box.bottom())
    drop = QPainterPath(tip)
    drop.cubicTo(QPointF(box.left() + 1, head.bottom() - 1), head.bottomLeft(), _side(head, -1))
    drop.arcTo(head, 180, -180)
    drop.cubicTo(head.bottomRight(), QPointF(box.right() - 1, head.bottom() - 1), tip)
    painter.setPen(QPen(QColor(theme.focus), 1.5))
    painter.setBrush(QColor(theme.paper))
    painter.drawPath(drop)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.focus))
    painter.drawEllipse(head.center(), 1.6, 1.6)


def _side(box: QRectF, side: int) -> QPointF:
    return QPointF(box.left() if side < 0 else box.right(), box.center().y())
