"""A text with what was found in it marked, broken into lines and kept as it was set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.appearance.theme import Theme
from ui.widgets.utf16 import Utf16

_KEPT = 1_024  # texts


@lru_cache(maxsize=_KEPT)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[QTextLayout, float]:
    """A layout of at most so many lines, and its height in px."""
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


class MarkedText(NamedTuple):
    """A text with its hits, to be set in at most so many lines of some width in px."""

    text: str
    marks: Sequence[tuple[int, int]]
    font: QFont
    width: int
    most: int

    @property
    def height(self) -> int:
        """Of its lines; none without a text."""
        return round(self._set[1]) if self.text else 0

    def paint(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Write it with each hit on a ground and underlined: shown by more than colour."""
        if self.text:
            self._set[0].draw(painter, at, _formats(self.text, self.marks, theme))

    @property
    def _set(self) -> tuple[QTextLayout, float]:
        return _lines(self.text, self.font.toString(), max(40, self.width), self.most)


def _formats(
    text: str, marks: Sequence[tuple[int, int]], theme: Theme
) -> list[QTextLayout.FormatRange]:
    mark = QTextCharFormat()
    mark.setBackground(QColor(theme.hit))
    mark.setForeground(QColor(theme.ink))
    mark.setFontUnderline(True)
    to_qt, formats = Utf16(text).to_qt, []
    for start, end in marks:
        found = QTextLayout.FormatRange()
        found.start, found.length = to_qt(start), to_qt(end) - to_qt(start)
        found.format = mark
        formats.append(found)
    return formats
