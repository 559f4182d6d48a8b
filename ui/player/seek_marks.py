"""Where something was kept, as ticks under a seek bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.appearance.theme import Theme

_NEAR = 4.0  # px from which a tick is meant
_WIDTH, _HEIGHT = 2.0, 5.0
_BELOW = 5.0  # px from the middle of the groove to a tick


class SeekMark(NamedTuple):
    """Something kept at `time` (ms), known as `id`; colour 0 is a bookmark's."""

    time: int
    colour: int
    id: str


class SeekMarks:
    """The ticks of one bar. Thousands are painted once and kept as a picture."""

    def __init__(self) -> None:
        self.marks: Sequence[SeekMark] = ()
        self._describe: Callable[[str], str] = str
        self._picture = QPixmap()
        self._painted_for: object = None

    def set_marks(self, marks: Sequence[SeekMark], describe: Callable[[str], str]) -> None:
        """Show others; `describe` says by its id what one is, for whoever points at it."""
        self.marks, self._describe, self._painted_for = marks, describe, None

    def text_of(self, mark: SeekMark) -> str:
        """What was kept."""
        return self._describe(mark.id)

    def near(self, x: float, x_of: Callable[[int], float]) -> SeekMark | None:
        """The mark whose tick is meant by a point at `x`."""
        found = min(self.marks, key=lambda mark: abs(x_of(mark.time) - x), default=None)
        return found if found and abs(x_of(found.time) - x) <= _NEAR else None

    def paint(
        self, painter: QPainter, size: QSize, ratio: float, theme: Theme, scale: tuple[int, float]
    ) -> None:
        """Paint over a bar of this size; `scale` is its length in ms and its margin in pixels."""
        if not self.marks or not scale[0]:
            return
        key = size, ratio, theme, scale
        if key != self._painted_for:
            self._picture, self._painted_for = self._painted(size, ratio, theme, scale), key
        painter.drawPixmap(0, 0, self._picture)

    def _painted(
        self, size: QSize, ratio: float, theme: Theme, scale: tuple[int, float]
    ) -> QPixmap:
        length, margin = scale
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        colours = theme.accent, *theme.mark_bars
        for mark in self.marks:
            x = margin + (size.width() - 2 * margin) * min(1.0, mark.time / length)
            tick = QRectF(round(x) - _WIDTH / 2, size.height() / 2 + _BELOW, _WIDTH, _HEIGHT)
            painter.fillRect(tick, QColor(colours[mark.colour]))
        painter.end()
        return picture
