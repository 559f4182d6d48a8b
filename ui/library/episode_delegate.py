"""Draws a recent episode: title and origin, its state and how far it was heard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.library.recent_episodes_model import EpisodeRole

_PADDING = 10
_GAP = 14
_BAR_HEIGHT = 4

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowAreas(NamedTuple):
    """Where the parts of one row lie."""

    title: QRect
    origin: QRect
    state: QRect
    bar: QRect


class EpisodeDelegate(QStyledItemDelegate):
    """Two lines of text; on the other side the state over a slim bar."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for two lines."""
        return QSize(200, 2 * QFontMetrics(option.font).height() + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row in the colours of the view's palette."""
        painter.save()
        painter.setFont(option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        areas = _row_areas(option)
        ink, quiet = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText
        is_missing = index.data(EpisodeRole.IS_MISSING)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        title_role = quiet if is_missing else ink
        title = index.data(Qt.ItemDataRole.DisplayRole)
        origin, state = index.data(EpisodeRole.ORIGIN), index.data(EpisodeRole.STATE)
        painter.setPen(option.palette.color(quiet))
        _write(painter, option, areas.origin, origin)
        _write(painter, option, areas.state, state, _RIGHT)
        painter.setFont(bold)
        painter.setPen(option.palette.color(title_role))
        _write(painter, option, areas.title, title)
        heard = index.data(EpisodeRole.PROGRESS)
        if heard is not None:
            _paint_bar(painter, option.palette, areas.bar, heard, option.direction)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = is_selected and bool(option.state & QStyle.StateFlag.State_Active)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (is_selected or is_hovered):
            return
        ring = has_focus and option.widget is not None and option.widget.hasFocus()
        colour = option.palette.color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(colour, 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6)


def _row_areas(option: QStyleOptionViewItem) -> RowAreas:
    room = option.rect.adjusted(_PADDING + 2, _PADDING, -_PADDING - 2, -_PADDING)
    line = room.height() // 2
    side = QFontMetrics(option.font).horizontalAdvance(_longest_state())
    text = QRect(room.left(), room.top(), room.width() - side - _GAP, line)
    state = QRect(text.right() + _GAP, room.top(), side, line)
    bar = QRect(state.left(), room.bottom() - line // 2, side, _BAR_HEIGHT)
    return RowAreas(
        *(
            QStyle.visualRect(option.direction, room, area)
            for area in (text, text.translated(0, line), state, bar)
        )
    )


def _longest_state() -> str:
    return QCoreApplication.translate("RecentEpisodesModel", "Transcript not found")


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    alignment: Qt.AlignmentFlag = _LEFT,
) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, QStyle.visualAlignment(option.direction, alignment), shown)


def _paint_bar(
    painter: QPainter,
    palette: QPalette,
    area: QRect,
    heard: float,
    direction: Qt.LayoutDirection,
) -> None:
    radius = _BAR_HEIGHT / 2
    painter.setPen(Qt.PenStyle.NoPen)
    track = palette.color(QPalette.ColorRole.Dark)
    track.setAlphaF(0.35)
    painter.setBrush(track)
    painter.drawRoundedRect(area, radius, radius)
    filled = QRect(area.left(), area.top(), round(area.width() * heard), area.height())
    painter.setBrush(palette.color(QPalette.ColorRole.Accent))
    painter.drawRoundedRect(QStyle.visualRect(direction, area, filled), radius, radius)
