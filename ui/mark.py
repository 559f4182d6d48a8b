"""The mark of Earmark: a page with a folded ear and one line lit up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIDE = 64.0  # of the square it is drawn in
_FOLD = QPointF(36, 8)
_EAR = QPointF(50, 22)


class Mark(QWidget):
    """Drawn in the colours of the palette, at any size."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw page, ear and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _SIDE, self.height() / _SIDE)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 2.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Light))
        painter.drawPath(_page())
        painter.setBrush(accent)
        painter.drawPolygon([_FOLD, _EAR, QPointF(_FOLD.x(), _EAR.y())])
        self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(QRectF(20, 34, 24, 5), 2.5, 2.5)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Dark))
        for top, width in ((26.5, 12), (44, 24)):
            painter.drawRoundedRect(QRectF(20, top, width, 2.5), 1.25, 1.25)


def _page() -> QPainterPath:
    page = QPainterPath(_FOLD)
    for corner in (_EAR, QPointF(50, 56), QPointF(14, 56), QPointF(14, 8)):
        page.lineTo(corner)
    page.closeSubpath()
    return page
