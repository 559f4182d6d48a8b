"""The sign of a voice: a shape beside its colour, filled where it is sure who speaks."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.appearance.theme import Theme

SHAPE = 9.0
"""Its width and height in pixels."""

_SHAPES = 5
_OUTLINE = 1.6


def voice_colour(theme: Theme, number: int) -> str:
    """The colour of a voice by its number; unnamed ones take turns as -1 and -2."""
    return theme.voices[(number if number >= 0 else -1 - number) % len(theme.voices)]


def paint_shape(
    painter: QPainter, area: QRectF, number: int, colour: str, *, is_guess: bool
) -> None:
    """A disc, square, triangle, diamond or cross in the middle of an area; hollow for a guess.

    With eight colours, forty voices differ by colour and shape together.
    """
    middle, half = area.center(), SHAPE / 2 - (_OUTLINE / 2 if is_guess else 0)
    box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_guess:
        painter.setPen(QPen(QColor(colour), _OUTLINE))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    kind = number % _SHAPES
    if kind == 0:
        painter.drawEllipse(box)
    elif kind == 1:
        painter.drawRect(box)
    else:
        painter.drawPolygon(QPolygonF(_corners(kind, box)))
    painter.restore()


def _corners(kind: int, box: QRectF) -> list[QPointF]:
    x, y = box.center().x(), box.center().y()
    if kind == 2:
        return [QPointF(x, box.top()), box.bottomRight(), box.bottomLeft()]
    if kind == 3:
        sides = QPointF(box.right(), y), QPointF(box.left(), y)
        return [QPointF(x, box.top()), sides[0], QPointF(x, box.bottom()), sides[1]]
    third = box.width() / 6
    near, far = (box.left(), box.right()), (x - third, x + third)
    top, bottom = y - third, y + third
    return [
        *(QPointF(far[0], box.top()), QPointF(far[1], box.top()), QPointF(far[1], top)),
        *(QPointF(near[1], top), QPointF(near[1], bottom), QPointF(far[1], bottom)),
        *(QPointF(far[1], box.bottom()), QPointF(far[0], box.bottom()), QPointF(far[0], bottom)),
        *(QPointF(near[0], bottom), QPointF(near[0], top), QPointF(far[0], top)),
    ]
