"""How a cover is painted, and what stands in its place where an episode has none."""

from __future__ import annotations

from functools import lru_cache
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
    picture = art.picture
    if picture is not None:
        outline = QPainterPath()
        outline.addRoundedRect(area, _radius(area.width()), _radius(area.width()))
        painter.setClipPath(outline)
    else:
        side = round(area.width() * painter.device().devicePixelRatioF())
        hue = hue_of(art.name, theme)
        picture = _letter_picture(initial(art.name), hue, theme.paper, side)
    painter.drawPixmap(area, picture, QRectF(picture.rect()))
    painter.restore()


def hue_of(name: str, theme: Theme) -> str:
    """One of the voices' colours, the same for this name in each window."""
    # Not `hash`, which differs from start to start.
    return theme.voices[crc32(name.encode()) % len(theme.voices)]


@lru_cache(maxsize=64)
def _letter_picture(letter: str, hue: str, paper: str, side: int) -> QPixmap:
    """Painted once: a library may have no covers at all, and a thousand episodes."""
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area, corner = QRectF(0, 0, side, side), side * _CORNER
    outline, cut, fold = QPainterPath(), QPainterPath(), QPainterPath()
    radius = _radius(side)
    outline.addRoundedRect(area, radius, radius)
    cut.addRect(QRectF(side - corner, -1, corner + 1, corner + 1))
    corners = QPointF(side - corner, 0), QPointF(side, corner), QPointF(side - corner, corner)
    fold.addPolygon(QPolygonF(corners))
    painter.fillPath(outline.subtracted(cut), QColor(hue))
    painter.fillPath(fold, QColor(_CORNER_COLOUR))
    font = text_font(SERIF, 12)
    font.setPixelSize(max(9, round(side * 0.44)))
    painter.setFont(font)
    painter.setPen(QColor(paper))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture


def _radius(side: float) -> float:
    return min(_RADIUS, side / 8)


def initial(name: str) -> str:
    """The letter that a name is known by: of "The Daily" it is D."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return next((each for each in " ".join(words) if each.isalnum()), "♪").upper()
