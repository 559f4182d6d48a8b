"""What the rows, tiles and cards of the library are painted with."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.library.shelf import ShelfEpisode
from ui.appearance.cover_art import CoverArt
from ui.appearance.icons import Icons
from ui.appearance.theme import SERIF, Theme, text_font
from ui.library.covers import Covers

BAR = 4  # px, the height of how far one got
_ROUND = 8.0

_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ShelfLook(NamedTuple):
    """Colours, icons and covers, as all lists of the library have them."""

    theme: Theme
    icons: Icons
    covers: Covers

    def art(self, each: ShelfEpisode) -> CoverArt:
        """What stands for an episode."""
        name = each.show or each.episode.title
        return CoverArt(self.covers.picture(each.cover), name, is_dimmed=not each.is_there)


class ShelfFonts(NamedTuple):
    """Of titles, of the second line and of what is pressed; each with its line's height."""

    title: QFont
    second: QFont
    action: QFont
    title_line: int
    second_line: int


@lru_cache(maxsize=16)
def _fonts(size: float, scale: float, family: str) -> ShelfFonts:
    second = QFont(family)
    second.setPointSizeF(size * 0.92)
    action = QFont(family)
    action.setPointSizeF(size)
    title = text_font(SERIF, size * scale)
    return ShelfFonts(
        title,
        second,
        action,
        QFontMetrics(title).height(),
        QFontMetrics(second).height(),
    )


def fonts_for(base: QFont, scale: float = 1.28) -> ShelfFonts:
    """For the size of a view's font; titles are larger by `scale`."""
    return _fonts(base.pointSizeF(), scale, base.family())


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The ground of what is chosen or under the mouse, and a ring where the keyboard is."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if not (is_selected or option.state & QStyle.StateFlag.State_MouseOver):
        return
    has_ring = is_selected and option.widget is not None and option.widget.hasFocus()
    painter.setPen(QPen(QColor(theme.accent), 2) if has_ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    alignment: Qt.AlignmentFlag = _LEADING,
) -> int:
    """One line, cut where it is too long; gives how wide it came."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, QStyle.visualAlignment(option.direction, alignment), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def paint_progress(
    painter: QPainter, area: QRect, heard: float, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    """A slim bar, filled from the side on which lines begin."""
    radius = area.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.groove))
    painter.drawRoundedRect(area, radius, radius)
    filled = QRect(area.topLeft(), QSize(max(BAR, round(area.width() * heard)), area.height()))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(QStyle.visualRect(direction, area, filled), radius, radius)


def paint_button(
    painter: QPainter, area: QRect, text: str, icon: QIcon, theme: Theme, *, is_hovered: bool
) -> None:
    """A button that is part of a row."""
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(QColor(theme.pressed if is_hovered else theme.raised))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    sign = QRect(area.left() + 10, area.center().y() - 9, 20, 20)
    icon.paint(painter, sign)
    painter.setPen(QColor(theme.chrome_ink))
    words = area.adjusted(34, 0, -8, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_dots(painter: QPainter, area: QRect, theme: Theme, *, is_hovered: bool) -> None:
    """The button for everything else."""
    painter.setPen(Qt.PenStyle.NoPen)
    if is_hovered:
        painter.setBrush(QColor(theme.pressed))
        painter.drawRoundedRect(area, 6, 6)
    painter.setBrush(QColor(theme.chrome_ink))
    middle = QPointF(QRectF(area).center())
    for shift in (-6, 0, 6):
        painter.drawEllipse(middle + QPointF(shift, 0), 1.6, 1.6)


def lines_of(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """A text in at most so many lines, the last one cut."""
    return _lines(text, font.toString(), width, most)


@lru_cache(maxsize=512)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= most:
        ends = [*starts[1:], None]
        return tuple(text[a:b].strip() for a, b in zip(starts, ends, strict=True))
    metrics = QFontMetrics(font)
    rest = metrics.elidedText(text[starts[most - 1] :], Qt.TextElideMode.ElideRight, width)
    whole = [text[a:b].strip() for a, b in pairwise(starts[:most])]
    return (*whole, rest)
