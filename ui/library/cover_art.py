"""How a cover is painted, and what stands in its place where an episode has none."""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from ui.appearance.theme import SERIF, Theme, text_font

_RADIUS = 6.0  # px
_DIMMED = 0.45  # opacity of what cannot be played now
_CORNER = 0.26  # of its side: what is turned down, as in the mark
_CORNER_COLOUR = "#f4b942"
_ARTICLES = {"the", "a", "an", "der", "die", "das"}


class CoverArt(NamedTuple):
    """A picture, or the letter of its show in a colour that this show always has."""

    picture: QPixmap | None
    name: str
    is_dimmed: bool = False


def paint_cover(painter: QPainter, area: QRectF, art: CoverArt, theme: Theme) -> None:
    """Fill a square with a cover."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if art.is_dimmed:
        painter.setOpacity(_DIMMED)
    outline = QPainterPath()
    radius = min(_RADIUS, area.width() / 8)
    outline.addRoundedRect(area, radius, radius)
    if art.picture is not None:
        painter.setClipPath(outline)
        painter.drawPixmap(area, art.picture, QRectF(art.picture.rect()))
    else:
        _paint_letter(painter, area, outline, art.name, theme)
    painter.restore()


def hue_of(name: str, theme: Theme) -> str:
    """One of the voices' colours, the same for this name in each window."""
    # Not `hash`, which differs from start to start.
    return theme.voices[crc32(name.encode()) % len(theme.voices)]


def _paint_letter(
    painter: QPainter, area: QRectF, outline: QPainterPath, name: str, theme: Theme
) -> None:
    side, top, right = area.width() * _CORNER, area.top(), area.right()
    cut, fold = QPainterPath(), QPainterPath()
    cut.addRect(QRectF(right - side, top - 1, side + 1, side + 1))
    fold.addPolygon(
        QPolygonF(
            [
                QPointF(right - side, top),
                QPointF(right, top + side),
                QPointF(right - side, top + side),
            ]
        )
    )
    painter.fillPath(outline.subtracted(cut), QColor(hue_of(name, theme)))
    painter.fillPath(fold, QColor(_CORNER_COLOUR))
    font = text_font(SERIF, 12)
    font.setPixelSize(max(9, round(area.height() * 0.44)))
    painter.setFont(font)
    painter.setPen(QColor(theme.paper))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initial(name))


def initial(name: str) -> str:
    """The letter that a name is known by: of "The Daily" it is D."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return next((each for each in " ".join(words) if each.isalnum()), "♪").upper()
