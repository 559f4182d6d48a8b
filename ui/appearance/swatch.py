"""The colours of what is kept as small pictures, for buttons and menus."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from ui.appearance.theme import SANS, Theme, text_font

SWATCH = 18  # px


def swatch(theme: Theme, colour: int, ratio: float) -> QIcon:
    """A highlight's colour with its number, for 0 a bookmark's ribbon; framed while it is on.

    `ratio` is the pixel ratio of the screen.
    """
    icon = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QtCore.Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if colour:
            _paint_colour(painter, theme, colour, is_on=state is QIcon.State.On)
        else:
            _paint_bookmark(painter, theme, is_on=state is QIcon.State.On)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon


def paint_ribbon(painter: QPainter, box: QRectF, colour: str) -> None:
    """A ribbon with a notch at its foot."""
    notch = QPointF(box.center().x(), box.bottom() - box.height() * 0.28)
    corners = [box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()]
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF(corners))


def _paint_colour(painter: QPainter, theme: Theme, colour: int, *, is_on: bool) -> None:
    width = 3.0 if is_on else 1.2
    inset = width / 2 + (0 if is_on else 1)
    painter.setPen(QPen(QColor(theme.mark_bars[colour - 1]), width))
    painter.setBrush(QColor(theme.marks[colour - 1]))
    box = QRectF(0, 0, SWATCH, SWATCH)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
    font = text_font(SANS, 8)
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    painter.drawText(box, QtCore.Qt.AlignmentFlag.AlignCenter, str(colour))


def _paint_bookmark(painter: QPainter, theme: Theme, *, is_on: bool) -> None:
    paint_ribbon(painter, QRectF(4.5, 2, 9, 14), theme.accent)
    if is_on:
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.75, 0.75, SWATCH - 1.5, SWATCH - 1.5), 4, 4)
