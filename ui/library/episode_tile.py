"""An episode as a tile under its cover, and as a card on the shelf of what was begun."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reader.library.shelf import Heard
from ui.appearance.cover_art import paint_cover
from ui.library.shelf_model import ShelfRole
from ui.library.shelf_paint import (
    BAR,
    ShelfLook,
    fonts_for,
    lines_of,
    paint_ground,
    paint_progress,
    write,
)
from ui.widgets.item_views import DrawnDelegate, Index

_INSET = 12
WIDTH = 172
"""Of a tile, in px, at least."""

_TITLE_SCALE = 1.15
_CARD_COVER, _SMALL_CARD_COVER = 96, 72
CARD_WIDTH, _SMALL_CARD_WIDTH = 330, 328


class EpisodeTile(DrawnDelegate):
    """A cover with two lines of title and one that shows how far one got."""

    def __init__(self, look: ShelfLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.width = look, WIDTH

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As wide as its cover."""
        fonts = fonts_for(option.font, _TITLE_SCALE)
        text = 2 * fonts.title_line + fonts.second_line
        return QSize(self.width, self.width + text + 12)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        fonts = fonts_for(option.font, _TITLE_SCALE)
        paint_ground(painter, option, theme)
        side = self.width - 2 * _INSET
        cover = QRect(option.rect.left() + _INSET, option.rect.top() + _INSET, side, side)
        paint_cover(painter, QRectF(cover), self.look.art(each), theme)
        heard = index.data(ShelfRole.PROGRESS)
        if heard is not None:
            bar = QRect(cover.left(), cover.bottom() + 5, cover.width(), BAR)
            paint_progress(painter, bar, heard, theme, option.direction)
        painter.setFont(fonts.title)
        painter.setPen(QColor(theme.ink if each.is_there else theme.quiet))
        line = QRect(cover.left(), cover.bottom() + 13, cover.width(), fonts.title_line)
        for text in lines_of(each.episode.title, fonts.title, line.width(), 2):
            write(painter, option, line, text)
            line.translate(0, fonts.title_line)
        self._paint_state(painter, option, index, line.topLeft().y(), cover)

    def _paint_state(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        top: int,
        cover: QRect,
    ) -> None:
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        fonts = fonts_for(option.font, _TITLE_SCALE)
        area = QRect(cover.left(), top + 1, cover.width(), fonts.second_line)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        if each.heard is Heard.NEW:
            dot = QRect(area.left(), area.center().y() - 3, 8, 8)
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QStyle.visualRect(option.direction, area, dot))
            painter.restore()
            rest = QRect(area.left() + 14, area.top(), area.width() - 14, area.height())
            area = QStyle.visualRect(option.direction, area, rest)
        parts = index.data(ShelfRole.STATE), index.data(ShelfRole.LACK)
        write(painter, option, area, " · ".join(filter(None, parts)))


class EpisodeCard(DrawnDelegate):
    """What was begun: a cover, beside it the title, the show and what is left."""

    def __init__(self, look: ShelfLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.is_small = look, False

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A cover high."""
        fonts = fonts_for(option.font, _TITLE_SCALE)
        text = (1 if self.is_small else 2) * fonts.title_line + 2 * fonts.second_line + 14
        width = _SMALL_CARD_WIDTH if self.is_small else CARD_WIDTH
        return QSize(width, max(self._side, text) + 2 * _INSET)

    @property
    def _side(self) -> int:
        return _SMALL_CARD_COVER if self.is_small else _CARD_COVER

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        fonts = fonts_for(option.font, _TITLE_SCALE)
        paint_ground(painter, option, theme)
        room, side = option.rect.adjusted(_INSET, _INSET, -_INSET, -_INSET), self._side
        cover = QRect(room.left(), room.center().y() - side // 2, side, side)
        text = QRect(cover.right() + 17, cover.top(), room.width() - side - 16, side)
        cover, text = (QStyle.visualRect(option.direction, room, each) for each in (cover, text))
        paint_cover(painter, QRectF(cover), self.look.art(each), theme)
        line = QRect(text.left(), text.top() - 2, text.width(), fonts.title_line)
        painter.setFont(fonts.title)
        painter.setPen(QColor(theme.ink if each.is_there else theme.quiet))
        most = 1 if self.is_small else 2
        for words in lines_of(each.episode.title, fonts.title, line.width(), most):
            write(painter, option, line, words)
            line.translate(0, fonts.title_line)
        line.setHeight(fonts.second_line)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        write(painter, option, line, each.show or index.data(ShelfRole.ORIGIN))
        self._paint_left(painter, option, index, text)

    def _paint_left(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        text: QRect,
    ) -> None:
        theme, fonts = self.look.theme, fonts_for(option.font, _TITLE_SCALE)
        heard = index.data(ShelfRole.PROGRESS)
        bar = QRect(text.left(), text.bottom() - BAR + 1, text.width(), BAR)
        left = QRect(bar.left(), bar.top() - fonts.second_line - 4, bar.width(), 1)
        left.setHeight(fonts.second_line)
        painter.setPen(QColor(theme.ink))
        write(painter, option, left, index.data(ShelfRole.STATE))
        if heard is not None:
            paint_progress(painter, bar, heard, theme, option.direction)
