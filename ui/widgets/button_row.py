"""Buttons with what belongs to them: in one row, or below one another where that is too wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As it would be laid out in that width."""
        self._arrange(width)
        height = self._row.heightForWidth(width)
        return height if height > 0 else self._row.sizeHint().height()

    def hasHeightForWidth(self) -> bool:
        """It may wrap."""
        return True

    def sizeHint(self) -> QSize:
        """As it is now."""
        return self._row.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row or two."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        directions = QBoxLayout.Direction
        self._row.setDirection(
            directions.TopToBottom if width < _NARROW else directions.LeftToRight
        )
