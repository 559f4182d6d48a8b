"""Buttons with what belongs to them: in one row, or below one another where that is too wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_NARROW = 420  # px


class ButtonRow(QWidget):
    """A text or widget takes the room that the buttons leave. A single button stands behind it,
    several before it."""

    def __init__(self, buttons: Sequence[QWidget], beside: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        inner = QHBoxLayout()
        inner.setSpacing(8)
        for button in buttons:
            inner.addWidget(button)
        if len(buttons) == 1:
            self._row.addWidget(beside, 1)
            self._row.addLayout(inner)
            inner.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        else:
            self._row.addLayout(inner)
            self._row.addStretch(1)
            self._row.addWidget(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row or two."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
