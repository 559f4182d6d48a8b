"""A scroll bar that shows where something was found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class MarkedScrollBar(QScrollBar):
    """Vertical; marks are fractions of the whole length, 0.0 to 1.0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[float, ...] = ()
        self._colour = QColor("black")

    def set_marks(self, marks: Iterable[float]) -> None:
        """Show other marks."""
        self._marks = tuple(marks)
        self.update()

    def set_colour(self, colour: str) -> None:
        """Paint marks in this colour."""
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar as ever, the marks over it."""
        super().paintEvent(event)
        if not self._marks:
            return
        # The groove is the whole bar: it has no buttons at its ends.
        rows = {round(mark * (self.height() - 2)) for mark in self._marks}
        painter = QPainter(self)
        for row in rows:
            painter.fillRect(QRectF(self.width() - 7, row, 5, 2), self._colour)
        painter.end()
