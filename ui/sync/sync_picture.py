"""A picture of how a text lies in its recording: two bars, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.sync_map import Span, SyncMap
from ui.appearance.theme import LIGHT, Theme

LINE = 18
"""Px from its upper edge within which the recording lies, and from its lower edge the text."""

_BAR, _GAP = 8.0, 26.0  # px
_EDGE = (LINE - _BAR) / 2  # px over and under the bars, for breaks
_HEIGHT = round(2 * _BAR + _GAP + 2 * _EDGE)
_LEAST = 4.0  # px that a break is wide at least


class Stretch(NamedTuple):
    """Passages of both that belong together, in ms."""

    recording: Span
    transcript: Span


def stretches(sync_map: SyncMap, recording: int, transcript: int) -> Iterator[Stretch]:
    """What lies between the breaks, of two that are so long."""
    begin = _beginning(sync_map)
    for each in sync_map.breaks:
        yield Stretch((begin[0], each.recording[0]), (begin[1], each.transcript[0]))
        begin = each.recording[1], each.transcript[1]
    yield Stretch((begin[0], recording), (begin[1], transcript))


def _beginning(sync_map: SyncMap) -> tuple[int, int]:
    shift = sync_map.shift_at(0)
    return (shift, 0) if shift >= 0 else (0, -shift)


class SyncPicture(QWidget):
    """The recording above, the text below; what only one of them has is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._map, self._recording, self._transcript = SyncMap(), 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def set_map(self, sync_map: SyncMap, recording: int, transcript: int) -> None:
        """Show a map, and how long both are (ms)."""
        self._map, self._recording, self._transcript = sync_map, recording, transcript
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars, the bands between them, and the breaks."""
        if not self._recording:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        upper = QRectF(0, _EDGE, self._x(self._recording), _BAR)
        lower = QRectF(0, _EDGE + _BAR + _GAP, self._x(self._transcript), _BAR)
        self._paint_bands(painter, upper.bottom(), lower.top())
        for bar, colour in ((upper, self._theme.accent), (lower, self._theme.edge)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(bar, 2, 2)
        for each in self._map.breaks:
            bar, span = (upper, each.recording) if each.is_advert else (lower, each.transcript)
            self._paint_break(painter, bar, span)

    def _paint_bands(self, painter: QPainter, top: float, bottom: float) -> None:
        ground = QColor(self._theme.accent)
        ground.setAlphaF(0.14)
        painter.setBrush(ground)
        for each in stretches(self._map, self._recording, self._transcript):
            (a, b), (c, d) = each.recording, each.transcript
            if a < b and c < d:
                corners = ((a, top), (b, top), (d, bottom), (c, bottom))
                painter.drawPolygon(QPolygonF([QPointF(self._x(x), y) for x, y in corners]))

    def _paint_break(self, painter: QPainter, bar: QRectF, span: Span) -> None:
        left = self._x(span[0])
        width = max(_LEAST, self._x(span[1]) - left)
        box = QRectF(left, bar.top() - 2, width, bar.height() + 4)
        ink = QColor(self._theme.chrome_ink)
        painter.setPen(QPen(ink, 1))
        for brush in (QBrush(QColor(self._theme.chrome)), QBrush(ink, Qt.BrushStyle.BDiagPattern)):
            painter.setBrush(brush)
            painter.drawRoundedRect(box, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)

    def _x(self, time: int) -> float:
        longest = max(1, self._recording, self._transcript)
        return self.width() * max(0, time) / longest
