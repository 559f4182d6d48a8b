"""How what was found in the library is painted: voice, time, the words with the hits marked."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from reader.library.shelf import ShelfEpisode
from reader.playback.listen_in import LENGTH
from reader.time_text import clock_text
from ui.appearance.cover_art import CoverArt, hue_of, paint_cover
from ui.appearance.theme import SERIF, Theme, text_font
from ui.library.hits_model import HitKind, HitRole, HitRow
from ui.library.marked_text import MarkedText
from ui.library.shelf_paint import (
    BAR,
    TRAILING,
    ShelfLook,
    fonts_for,
    paint_ground,
    paint_progress,
    write,
)
from ui.widgets.item_views import DrawnDelegate, Index

NARROW = 620  # px below which voice and time stand above the words
_INSET, _COVER, _GAP = 12, 40, 12
_VOICE, _TIME = 88, 68
_ABOVE = 16  # px above an episode
_PAD = 6
_ACTIONS = 28
_MOST_LINES, _MOST_NARROW = 2, 5
_CAP = 6  # px around a key
_BESIDE_BAR = 16  # px from the bar of a note to its words
_LISTEN = 22  # px, the sign for listening in place
_HEARD, _LEAST_HEARD = 160, 40  # px of the bar that shows how much was heard


class HitButton(Enum):
    """What can be pressed in a row."""

    LISTEN = "listen"
    PLAY = "play"
    OPEN = "open"


class HitFonts(NamedTuple):
    """Of the words, of who says them and when, of a key's cap; with the heights of their lines."""

    words: QFont
    note: QFont
    voice: QFont
    second: QFont
    words_line: int
    second_line: int


@lru_cache(maxsize=8)
def _fonts(size: float, family: str) -> HitFonts:
    words = text_font(SERIF, size * 1.22)
    note = QFont(family)
    note.setPointSizeF(size)
    second = QFont(family)
    second.setPointSizeF(size * 0.92)
    voice = QFont(second)
    voice.setWeight(QFont.Weight.DemiBold)
    return HitFonts(
        words, note, voice, second, QFontMetrics(words).height(), QFontMetrics(second).height()
    )


class HitRows(DrawnDelegate):
    """Paints each kind of row; the chosen one says what can be done, with the keys for it."""

    def __init__(self, look: ShelfLook, view: QListView) -> None:
        super().__init__(view)
        self.look, self._view = look, view
        self.listening: tuple[str, int] | None = None  # episode and time that are heard now
        self.heard = 0  # ms of that
        self.pressed_at: tuple[int, HitButton] | None = None  # under the mouse

    def fonts(self, option: QStyleOptionViewItem) -> HitFonts:
        """For the size of the view's font."""
        return _fonts(option.font.pointSizeF(), option.font.family())

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need."""
        row: HitRow = index.data(HitRole.ROW)
        width, fonts = (
            self._view.viewport().width(),
            self.fonts(option),
        )
        if row.kind is HitKind.EPISODE:
            titles = fonts_for(option.font)
            text = titles.title_line + titles.second_line
            return QSize(width, max(_COVER, text) + _ABOVE + 6)
        if row.kind is HitKind.MORE:
            return QSize(width, fonts.second_line + 14)
        height = sum(each.height for each in self._texts(row, width, fonts)) + 2 * _PAD
        if self._is_narrow(width):
            height += fonts.second_line + 2
        if self._has_actions(index):
            height += _ACTIONS
        return QSize(width, height)

    def _is_narrow(self, width: int) -> bool:
        return width < NARROW

    def _text_left(self, width: int) -> int:
        """Where the words begin."""
        return _INSET if self._is_narrow(width) else _INSET + _VOICE + _TIME + _GAP

    def _text_width(self, width: int) -> int:
        return width - self._text_left(width) - _INSET

    def _texts(self, row: HitRow, width: int, fonts: HitFonts) -> list[MarkedText]:
        """The words of a line; of an annotation its note and its quote."""
        room, most = self._text_width(width), self._most(width)
        if row.line is not None:
            return [MarkedText(*row.line.snippet, fonts.words, room, most)]
        assert row.note is not None
        room -= _BESIDE_BAR
        return [
            MarkedText(*row.note.note, fonts.note, room, most),
            MarkedText(*row.note.quote, fonts.words, room, most),
        ]

    def _most(self, width: int) -> int:
        return _MOST_NARROW if self._is_narrow(width) else _MOST_LINES

    def _has_actions(self, index: Index) -> bool:
        row: HitRow = index.data(HitRole.ROW)
        is_current = self._view.currentIndex() == index
        return is_current and row.kind in {HitKind.LINE, HitKind.NOTE} and self._is_there(index)

    def _is_there(self, index: Index) -> bool:
        shelved = index.data(HitRole.SHELVED)
        return not isinstance(shelved, ShelfEpisode) or shelved.is_there

    # Painting

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: HitRow = index.data(HitRole.ROW)
        fonts = self.fonts(option)
        if row.kind is HitKind.EPISODE:
            self._paint_episode(painter, option, index, row)
        else:
            paint_ground(painter, option, self.look.theme)
            if row.kind is HitKind.MORE:
                self._paint_more(painter, option, index, fonts)
            else:
                self._paint_hit(painter, option, index, row, fonts)

    def _paint_episode(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: HitRow
    ) -> None:
        fonts = fonts_for(option.font)
        ground = QStyleOptionViewItem(option)
        ground.rect = option.rect.adjusted(0, _ABOVE - 4, 0, 0)
        paint_ground(painter, ground, self.look.theme)
        room = option.rect.adjusted(_INSET, _ABOVE, -_INSET, -6)
        cover = QRect(room.left(), room.center().y() - _COVER // 2, _COVER, _COVER)
        self._paint_cover(painter, QStyle.visualRect(option.direction, room, cover), index, row)
        count = str(index.data(HitRole.COUNT))
        if not self._is_there(index):
            count = ", ".join(filter(None, (count, self.tr("not connected"))))
        wide = QFontMetrics(fonts.second).horizontalAdvance(count) + 8
        left = cover.right() + 13
        title = QRect(left, room.top(), room.right() - left - wide, fonts.title_line)
        origin = QRect(left, title.bottom() + 1, title.width(), fonts.second_line)
        self._paint_title(
            painter, option, QStyle.visualRect(option.direction, room, title), index, row
        )
        painter.setFont(fonts.second)
        painter.setPen(QColor(self.look.theme.quiet))
        origin_text = str(index.data(HitRole.ORIGIN))
        write(painter, option, QStyle.visualRect(option.direction, room, origin), origin_text)
        write(painter, option, room, count, TRAILING)

    def _paint_cover(self, painter: QPainter, area: QRect, index: Index, row: HitRow) -> None:
        shelved = index.data(HitRole.SHELVED)
        art = (
            self.look.art(shelved)
            if isinstance(shelved, ShelfEpisode)
            else CoverArt(None, row.found.show.text or row.found.title.text)
        )
        paint_cover(painter, QRectF(area), art, self.look.theme)

    def _paint_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        index: Index,
        row: HitRow,
    ) -> None:
        theme, font = self.look.theme, fonts_for(option.font).title
        painter.setPen(QColor(theme.ink if self._is_there(index) else theme.quiet))
        painter.setFont(font)
        if option.direction == Qt.LayoutDirection.LeftToRight and row.found.title.marks:
            self._paint_one_line(painter, area, row, font)
        else:
            write(painter, option, area, row.found.title.text)

    def _paint_one_line(self, painter: QPainter, area: QRect, row: HitRow, font: QFont) -> None:
        painter.save()
        painter.setClipRect(area)
        text = MarkedText(*row.found.title, font, area.width(), 1)
        text.paint(painter, QPointF(area.topLeft()), self.look.theme)
        painter.restore()

    def _paint_more(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, fonts: HitFonts
    ) -> None:
        painter.setFont(fonts.voice)
        painter.setPen(QColor(self.look.theme.accent))
        left = self._text_left(option.rect.width())
        area = option.rect.adjusted(left, 0, -_INSET, 0)
        text = str(index.data(HitRole.TEXT))
        write(painter, option, QStyle.visualRect(option.direction, option.rect, area), text)

    def _paint_hit(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        row: HitRow,
        fonts: HitFonts,
    ) -> None:
        width = option.rect.width()
        top = option.rect.top() + _PAD
        self._paint_head(painter, option, row, fonts)
        if self._is_narrow(width):
            top += fonts.second_line + 2
        left = option.rect.left() + self._text_left(width)
        room = QRect(left, top, self._text_width(width), 10)
        room = QStyle.visualRect(option.direction, option.rect, room)
        self._paint_texts(painter, room, row, fonts, width)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if self._has_actions(index):
            self._paint_actions(painter, option, index, fonts)
        elif is_hovered and self._is_there(index):
            self._paint_listen(painter, option, index)

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow, fonts: HitFonts
    ) -> None:
        """Who says it, and when."""
        theme, rect = self.look.theme, option.rect
        voice = row.line.voice if row.line is not None else self.tr("Your note")
        time = clock_text(row.start) if row.start is not None else ""
        baseline = (fonts.words_line - fonts.second_line) // 2
        if self._is_narrow(rect.width()):
            who = QRect(rect.left() + _INSET, rect.top() + _PAD, rect.width() // 2, 1)
            when = QRect(rect.right() - _INSET - 90, who.top(), 90, 1)
            alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        else:
            who = QRect(rect.left() + _INSET, rect.top() + _PAD + baseline, _VOICE, 1)
            when = QRect(who.right() + 1, who.top(), _TIME, 1)
            alignment = TRAILING
        for area in (who, when):
            area.setHeight(fonts.second_line)
        painter.setFont(fonts.voice if row.line is not None else fonts.second)
        painter.setPen(QColor(hue_of(voice, theme) if row.line is not None else theme.quiet))
        write(painter, option, QStyle.visualRect(option.direction, rect, who), voice, alignment)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        write(painter, option, QStyle.visualRect(option.direction, rect, when), time, TRAILING)

    def _paint_texts(
        self, painter: QPainter, room: QRect, row: HitRow, fonts: HitFonts, width: int
    ) -> None:
        theme, top = self.look.theme, room.top()
        inset = 0 if row.line is not None else _BESIDE_BAR
        for text in self._texts(row, width, fonts):
            is_quote = row.note is not None and text.font == fonts.words
            painter.setPen(QColor(theme.quiet if is_quote else theme.ink))
            text.paint(painter, QPointF(room.left() + inset, top), theme)
            top += text.height
        if row.note is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            bar = QRectF(room.left(), room.top() + 2, 4, top - room.top() - 4)
            painter.drawRoundedRect(bar, 2, 2)

    def _paint_listen(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Under the mouse: a sign for hearing it here."""
        theme, area = self.look.theme, self._listen_area(option)
        is_on = self.pressed_at == (index.row(), HitButton.LISTEN)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.setBrush(QColor(theme.pressed if is_on else theme.raised))
        painter.drawEllipse(area)
        name = "pause" if self._is_heard(index) else "play"
        self.look.icons.icon(name, theme.accent).paint(painter, area.adjusted(4, 4, -4, -4))

    def _is_heard(self, index: Index) -> bool:
        row: HitRow = index.data(HitRole.ROW)
        return self.listening is not None and self.listening == (row.found.episode_id, row.start)

    def _paint_actions(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, fonts: HitFonts
    ) -> None:
        theme, actions = self.look.theme, self._actions(option, index, fonts)
        if self._is_heard(index) and actions:
            self._paint_heard(painter, option, fonts, actions[-1][1])
        for button, area, text, key in actions:
            is_on = self.pressed_at == (index.row(), button)
            is_first = button is HitButton.LISTEN
            font = QFont(fonts.voice if is_first else fonts.second)
            font.setUnderline(is_on)
            painter.setFont(font)
            painter.setPen(QColor(theme.accent if is_first else theme.chrome_ink))
            words = QRect(area)
            if is_first:
                name = "pause" if self._is_heard(index) else "play"
                sign = QRect(area.left(), area.center().y() - 8, 16, 16)
                self.look.icons.icon(name, theme.accent).paint(painter, sign)
                words.setLeft(sign.right() + 5)
            painter.drawText(
                words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
            )
            if key:
                self._paint_cap(
                    painter, words, QFontMetrics(font).horizontalAdvance(text), key, fonts
                )

    def _paint_heard(
        self, painter: QPainter, option: QStyleOptionViewItem, fonts: HitFonts, last: QRect
    ) -> None:
        """Behind the last of what can be done: how much of the moment was heard, if there is
        room for it."""
        rect = option.rect
        text = self.tr("{0} of {1} s").format(self.heard // 1_000, LENGTH // 1_000)
        wide = QFontMetrics(fonts.second).horizontalAdvance(text) + 12
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = rect.right() - last.left() + rect.left() if is_mirrored else last.right()
        room = min(_HEARD, rect.right() - _INSET - wide - left - 24)
        if room < _LEAST_HEARD:
            return
        bar = QRect(left + 24, last.center().y() - 1, room, BAR)
        words = QRect(bar.right() + 12, last.top(), wide, last.height())
        bar, words = (QStyle.visualRect(option.direction, rect, each) for each in (bar, words))
        theme = self.look.theme
        paint_progress(painter, bar, self.heard / LENGTH, theme, option.direction)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        write(painter, option, words, text)

    def _paint_cap(
        self, painter: QPainter, words: QRect, text: int, key: str, fonts: HitFonts
    ) -> None:
        theme: Theme = self.look.theme
        metrics = QFontMetrics(fonts.second)
        cap = QRect(words.left() + text + 8, words.center().y() - metrics.height() // 2 - 1, 1, 1)
        cap.setSize(QSize(metrics.horizontalAdvance(key) + 2 * _CAP, metrics.height() + 2))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.chrome))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(fonts.second)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    # What can be pressed

    def button_at(
        self, option: QStyleOptionViewItem, index: Index, point: QPoint
    ) -> HitButton | None:
        """What a press at `point` is on."""
        row: HitRow = index.data(HitRole.ROW)
        if row.kind not in {HitKind.LINE, HitKind.NOTE} or not self._is_there(index):
            return None
        fonts = self.fonts(option)
        if self._has_actions(index):
            for button, area, _, _ in self._actions(option, index, fonts):
                if area.contains(point):
                    return button
            return None
        return HitButton.LISTEN if self._listen_area(option).contains(point) else None

    def _listen_area(self, option: QStyleOptionViewItem) -> QRect:
        """Where nothing else is: before the voice's name."""
        rect = option.rect
        area = QRect(rect.left() + 4, rect.top() + _PAD, _LISTEN, _LISTEN)
        if self._is_narrow(rect.width()):
            area.moveLeft(rect.center().x())
        return QStyle.visualRect(option.direction, rect, area)

    def _actions(
        self, option: QStyleOptionViewItem, index: Index, fonts: HitFonts
    ) -> list[tuple[HitButton, QRect, str, str]]:
        """Each with its place, its words and its key; the keys only where there is room."""
        rect = option.rect
        is_narrow = self._is_narrow(rect.width())
        listen = self.tr("Stop") if self._is_heard(index) else self.tr("Listen here")
        x = rect.left() + self._text_left(rect.width())
        y, found = rect.bottom() - _ACTIONS, []
        for button, text, key in (
            (HitButton.LISTEN, listen, self.tr("Space")),
            (HitButton.PLAY, self.tr("Play from here"), self.tr("Enter")),
            (HitButton.OPEN, self.tr("Open without playing"), self.tr("Ctrl Enter")),
        ):
            is_first = button is HitButton.LISTEN
            font = fonts.voice if is_first else fonts.second
            width = QFontMetrics(font).horizontalAdvance(text) + (22 if is_first else 0)
            cap = "" if is_narrow else key
            if cap:
                width += QFontMetrics(fonts.second).horizontalAdvance(cap) + 2 * _CAP + 8
            if is_narrow and x + width > rect.right():
                break
            area = QRect(x, y, width, _ACTIONS - 4)
            found.append((button, QStyle.visualRect(option.direction, rect, area), text, cap))
            x += width + (14 if is_narrow else 24)
        return found
