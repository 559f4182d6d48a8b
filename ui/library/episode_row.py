"""An episode as a row of the library: cover, title, where it comes from, how far one got."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reader.library.shelf import Heard, ShelfEpisode
from ui.appearance.cover_art import paint_cover
from ui.appearance.swatch import paint_ribbon
from ui.library.shelf_model import ShelfRole
from ui.library.shelf_paint import (
    BAR,
    TRAILING,
    ShelfFonts,
    ShelfLook,
    fonts_for,
    paint_button,
    paint_dots,
    paint_ground,
    paint_progress,
    write,
)
from ui.widgets.item_views import DrawnDelegate, Index

NARROW = 620  # px below which covers are smaller and the notes are not counted
_INSET, _GAP = 12, 16
_COVER, _SMALL_COVER = 48, 44
_STATE, _SMALL_STATE = 118, 92
_NOTES = 56
_BUTTON, _DOTS = 32, 34
_DOT = 4.0


class RowButton(Enum):
    """What can be pressed in a row."""

    PLAY = "play"
    MORE = "more"
    CHOOSE = "choose"


class RowAreas(NamedTuple):
    """Where the parts of one row lie."""

    cover: QRect
    title: QRect
    origin: QRect
    notes: QRect
    state: QRect
    bar: QRect
    play: QRect
    more: QRect


class EpisodeRow(DrawnDelegate):
    """Paints a row; under the mouse, what stands on its far side gives way to buttons."""

    def __init__(self, look: ShelfLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.pressed_at: tuple[int, RowButton] | None = None  # row and button under the mouse

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for cover and two lines."""
        fonts = fonts_for(option.font)
        return QSize(200, max(64, fonts.title_line + fonts.second_line + 22))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        areas, fonts = self.areas(option), fonts_for(option.font)
        self._paint_line(painter, option, areas)
        paint_ground(painter, option, theme)
        paint_cover(painter, QRectF(areas.cover), self.look.art(each), theme)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._paint_title(painter, option, index, areas, fonts)
        self._paint_origin(painter, option, index, areas, fonts)
        if is_hovered and each.is_there:
            self._paint_buttons(painter, index, areas, fonts)
        else:
            self._paint_state(painter, option, index, areas, fonts)

    def button_at(
        self,
        option: QStyleOptionViewItem,
        index: Index,
        point: QPoint,
    ) -> RowButton | None:
        """What a press at `point` is on."""
        areas, each = self.areas(option), index.data(ShelfRole.EPISODE)
        if each.is_there and areas.play.contains(point):
            return RowButton.PLAY
        if areas.more.contains(point):
            return RowButton.MORE
        if not each.has_transcript and self._choose_area(option, index, areas).contains(point):
            return RowButton.CHOOSE
        return None

    def areas(self, option: QStyleOptionViewItem) -> RowAreas:
        """Where everything lies in a row of this size."""
        fonts, room = fonts_for(option.font), option.rect.adjusted(_INSET, 0, -_INSET, 0)
        is_narrow = room.width() < NARROW - 2 * _INSET
        side = _SMALL_COVER if is_narrow else _COVER
        far = _SMALL_STATE if is_narrow else _STATE
        notes = 0 if is_narrow else _NOTES
        middle = room.center().y() + 1
        cover = QRect(room.left(), middle - side // 2, side, side)
        left = cover.right() + 1 + (12 if is_narrow else _GAP)
        width = max(20, room.right() + 1 - left - far - notes - _GAP)
        top = middle - (fonts.title_line + fonts.second_line) // 2
        title = QRect(left, top, width, fonts.title_line)
        origin = QRect(left, title.bottom() + 1, width, fonts.second_line)
        state = QRect(room.right() + 1 - far, middle - fonts.second_line // 2, far, 20)
        state.setHeight(fonts.second_line)
        bar = QRect(state.left(), middle + 8, far, BAR)
        kept = QRect(state.left() - notes, state.top(), notes - 8, state.height())
        more = QRect(room.right() + 1 - _DOTS, middle - _BUTTON // 2, _DOTS, _BUTTON)
        play = QRect(more.left() - 86 - 4, more.top(), 86, _BUTTON)
        if is_narrow:
            play.setLeft(play.right() - 43)
        areas = (cover, title, origin, kept, state, bar, play, more)
        return RowAreas(*(QStyle.visualRect(option.direction, room, each) for each in areas))

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, areas: RowAreas) -> None:
        """What parts it from the next."""
        y = option.rect.bottom()
        start, end = sorted((areas.title.left(), areas.state.right()))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            start, end = areas.state.left(), areas.title.right()
        painter.fillRect(start, y, end - start, 1, QColor(self.look.theme.line))

    def _paint_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        areas: RowAreas,
        fonts: ShelfFonts,
    ) -> None:
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        is_new = each.heard is Heard.NEW
        painter.setFont(fonts.title)
        painter.setPen(QColor(theme.ink if each.is_there else theme.quiet))
        room = QRect(areas.title)
        if is_new:
            dot = QRect(room.left(), room.top(), room.width() - 20, room.height())
            room = QStyle.visualRect(option.direction, room, dot)
        width = write(painter, option, room, each.episode.title)
        if is_new:
            at = QRectF(room.left() + width + 8, room.center().y() - _DOT + 2, 2 * _DOT, 2 * _DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(
                QStyle.visualRect(option.direction, room, at.toRect())
                if option.direction == Qt.LayoutDirection.RightToLeft
                else at
            )

    def _paint_origin(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        areas: RowAreas,
        fonts: ShelfFonts,
    ) -> None:
        theme, lack = self.look.theme, index.data(ShelfRole.LACK)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        if not lack:
            write(painter, option, areas.origin, index.data(ShelfRole.ORIGIN))
            return
        choose = self._choose_area(option, index, areas)
        before = self._origin_text(index)
        room = QRect(areas.origin)
        taken = choose.width() + 8
        shorter = QRect(room.left(), room.top(), room.width() - taken, room.height())
        write(painter, option, QStyle.visualRect(option.direction, room, shorter), before)
        font = QFont(fonts.second)
        font.setWeight(QFont.Weight.DemiBold)
        font.setUnderline(self.pressed_at == (index.row(), RowButton.CHOOSE))
        painter.setFont(font)
        painter.setPen(QColor(theme.accent))
        painter.drawText(choose, Qt.AlignmentFlag.AlignCenter, self.tr("Choose…"))

    def _origin_text(self, index: Index) -> str:
        parts = index.data(ShelfRole.ORIGIN), index.data(ShelfRole.LACK)
        return " · ".join(filter(None, parts))

    def _choose_area(
        self,
        option: QStyleOptionViewItem,
        index: Index,
        areas: RowAreas,
    ) -> QRect:
        """Behind the text, in bold letters."""
        fonts = fonts_for(option.font)
        bold = QFont(fonts.second)
        bold.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(self.tr("Choose…")) + 6
        text = QFontMetrics(fonts.second).horizontalAdvance(self._origin_text(index))
        room = areas.origin
        start = min(text + 6, room.width() - width)
        area = QRect(room.left() + start, room.top(), width, room.height())
        return QStyle.visualRect(option.direction, room, area)

    def _paint_state(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        areas: RowAreas,
        fonts: ShelfFonts,
    ) -> None:
        theme, each = self.look.theme, index.data(ShelfRole.EPISODE)
        heard, state = index.data(ShelfRole.PROGRESS), QRect(areas.state)
        painter.setFont(fonts.second)
        if heard is not None:
            state.moveBottom(areas.bar.top() - 4)
            paint_progress(painter, areas.bar, heard, theme, option.direction)
        painter.setPen(QColor(theme.ink if heard is not None else theme.quiet))
        width = write(painter, option, state, index.data(ShelfRole.STATE), TRAILING)
        if each.heard is Heard.FINISHED and each.is_there:
            sign = QRect(state.right() - width - 22, state.center().y() - 8, 16, 16)
            sign = QStyle.visualRect(option.direction, state, sign)
            self.look.icons.icon("check", theme.quiet).paint(painter, sign)
        if each.notes and areas.notes.width() > 0:
            self._paint_notes(painter, option, each, areas)

    def _paint_notes(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        each: ShelfEpisode,
        areas: RowAreas,
    ) -> None:
        room = areas.notes
        sign = QRect(room.left(), room.center().y() - 5, 9, 12)
        paint_ribbon(
            painter,
            QRectF(QStyle.visualRect(option.direction, room, sign)),
            self.look.theme.quiet,
        )
        painter.setPen(QColor(self.look.theme.quiet))
        number = QRect(room.left() + 16, room.top(), room.width() - 16, room.height())
        write(painter, option, QStyle.visualRect(option.direction, room, number), str(each.notes))

    def _paint_buttons(
        self,
        painter: QPainter,
        index: Index,
        areas: RowAreas,
        fonts: ShelfFonts,
    ) -> None:
        theme, at = self.look.theme, self.pressed_at
        painter.setFont(fonts.action)
        is_wide = areas.play.width() > 60
        text = self.tr("Play") if is_wide else ""
        is_on_play = at == (index.row(), RowButton.PLAY)
        icon = self.look.icons.icon("play")
        paint_button(painter, areas.play, text, icon, theme, is_hovered=is_on_play)
        is_on_more = at == (index.row(), RowButton.MORE)
        paint_dots(painter, areas.more, theme, is_hovered=is_on_more)
