"""The sign of a voice: a shape beside its colour, filled where it is sure who speaks."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPolygonF

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

    With eight colours, forty voices differ by colour and shape together. Filled alone, without a
    pen: the first frame paints it, and does without the namespace `Qt`.
    """
    path = _shape(number % _SHAPES, area.center(), SHAPE / 2)
    if is_guess:
        path.addPath(_shape(number % _SHAPES, area.center(), SHAPE / 2 - _OUTLINE))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, _solid(colour))
    painter.restore()


def _shape(kind: int, middle: QPointF, half: float) -> QPainterPath:
    box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    path = QPainterPath()
    if kind == 0:
        path.addEllipse(box)
    elif kind == 1:
        path.addRect(box)
    else:
        path.addPolygon(QPolygonF(_corners(kind, box)))
        path.closeSubpath()
    return path


@cache
def _solid(colour: str) -> QBrush:
    role, colours = QPalette.ColorRole.Text, QPalette()
    colours.setColor(role, QColor(colour))
    return colours.brush(role)


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
