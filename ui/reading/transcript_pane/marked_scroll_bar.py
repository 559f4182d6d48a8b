"""A scroll bar that shows where something was found or kept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar


class MarkedScrollBar(QScrollBar):
    """Vertical; marks are fractions of the whole length, 0.0 to 1.0."""

    def __init__(self) -> None:
        super().__init__()  # with a parent PySide would look whether it is an orientation
        self._marks: tuple[float, ...] = ()
        self._kept: tuple[tuple[float, str], ...] = ()
        self._rows: tuple[int, dict[int, str]] = 0, {}  # room, and what is kept by its pixel
        self._colour = QColor("black")

    def set_marks(self, marks: Iterable[float]) -> None:
        """Show other marks."""
        self._marks = tuple(marks)
        self.update()

    def set_kept(self, kept: Iterable[tuple[float, str]]) -> None:
        """Show what was kept on the other side, each in its own colour."""
        self._kept = tuple(kept)
        self._rows = 0, {}
        self.update()

    def set_colour(self, colour: str) -> None:
        """Paint marks in this colour."""
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar as ever, the marks over it."""
        super().paintEvent(event)
        if not self._marks and not self._kept:
            return
        # The groove is the whole bar: it has no buttons at its ends.
        room = self.height() - 2
        painter = QPainter(self)
        for row, colour in self._kept_rows(room).items():
            painter.fillRect(QRectF(2, row, 5, 2), QColor(colour))
        for row in {round(mark * room) for mark in self._marks}:
            painter.fillRect(QRectF(self.width() - 7, row, 5, 2), self._colour)
        painter.end()

    def _kept_rows(self, room: int) -> dict[int, str]:
        """One colour a pixel, however many there are."""
        if self._rows[0] != room:
            self._rows = room, {round(mark * room): colour for mark, colour in self._kept}
        return self._rows[1]
