"""Draws something kept: its colour, when and by whom it was said, the words, the note, the tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from reader.annotation import Annotation
from ui.appearance.swatch import paint_ribbon
from ui.appearance.theme import LIGHT, SERIF, Theme, text_font
from ui.notes.notes_model import NoteRole
from ui.widgets.item_views import DrawnDelegate, Index
from ui.widgets.utf16 import Utf16

_QUOTE_LINES, _NOTE_LINES = 3, 2
_BAR = 4
_INDENT = 22  # from the row's edge to its text
_PADDING = 9
_GAP = 3
_PILL_PADDING = 7
_ABOVE_TITLE, _BELOW_TITLE, _TITLE_INDENT = 16, 6, 9  # of an episode
_WIDE = 560
_LONGEST = 400  # characters that no line has room for

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowFont(NamedTuple):
    """A font of a row, with the height of its lines and the text that stands for it."""

    font: QFont
    height: int
    key: str


class NoteFonts(NamedTuple):
    """The fonts of a row."""

    head: RowFont
    quote: RowFont
    note: RowFont
    pill: int  # width of the word "New" with its ground


class RowLine(NamedTuple):
    """One line of a text, where it starts in it, and start and end of each hit in the line."""

    start: int
    text: str
    hits: tuple[tuple[int, int], ...] = ()


class RowPart(NamedTuple):
    """Some lines of a row, set in one font and colour."""

    lines: tuple[RowLine, ...]
    font: RowFont
    role: QPalette.ColorRole

    @property
    def height(self) -> int:
        """In pixels."""
        return self.font.height * len(self.lines)


class NoteDelegate(DrawnDelegate):
    """Rows as high as what they hold, with at most three lines of quote and two of note."""

    is_uniform = False  # whether all rows are as high as the first

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT
        self._fonts: dict[str, NoteFonts] = {}
        self._sizes: dict[str, tuple[Annotation, QSize]] = {}
        self._room = 0, 0  # the view's width, and that of a row in it
        self.hosted = "", 0
        """The id of what is being written on, and the height that its editor needs, in pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view. To break lines takes its time, so it is done once for each row."""
        annotation: Annotation = index.data(NoteRole.ANNOTATION)
        width, known = self._width(), self._sizes.get(annotation.id)
        is_hosting = annotation.id == self.hosted[0]
        is_known = known is not None and known[0] is annotation and known[1].width() == width
        if known is not None and is_known and not is_hosting:
            return known[1]
        parts = self._parts(index, self._fonts_for(option), _text_width(width))
        height = _height(parts)
        if is_hosting:
            return QSize(width, height + self.hosted[1] + 2 * _GAP + 2 * _PADDING)
        size = QSize(width, height + 2 * _PADDING)
        self._sizes[annotation.id] = annotation, size
        return size

    def hosted_area(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where in a row the editor stands."""
        row = self._beside_bar(row, direction)
        room = row.adjusted(_INDENT, _PADDING, -_PADDING - 4, -_PADDING)
        room.setTop(room.bottom() - self.hosted[1] + 1)
        return QStyle.visualRect(direction, row, room)

    def forget(self) -> None:
        """The font changed: measure all rows again."""
        self._sizes.clear()

    def count_unmeasured(self, annotations: Sequence[Annotation]) -> int:
        """How many of these would have to be measured."""
        known = self._sizes
        return sum(each.id not in known or known[each.id][0] is not each for each in annotations)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row in the colours of the view's palette and of the theme."""
        annotation: Annotation = index.data(NoteRole.ANNOTATION)
        is_hosting = annotation.id == self.hosted[0]
        row = self._beside_bar(option.rect, option.direction)
        _paint_ground(painter, option, row, is_written_on=is_hosting)
        room = row.adjusted(_INDENT, _PADDING, -_PADDING - 4, -_PADDING)
        parts = self._parts(index, self._fonts_for(option), _text_width(self._width()))
        height = room.height() if is_hosting else min(room.height(), _height(parts))
        bar = QRect(row.left() + 9, room.top(), _BAR, height)
        _paint_sign(
            painter,
            QRectF(QStyle.visualRect(option.direction, row, bar)),
            self.theme,
            annotation.colour,
        )
        text = QStyle.visualRect(option.direction, row, room)
        if annotation.is_unreviewed:
            self._paint_pill(painter, option, text, self._fonts_for(option))
        y = text.top()
        for part in parts:
            area = QRect(text.left(), y, text.width(), 0)
            y = _paint_part(painter, option, part, area, self.theme)

    def _beside_bar(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """A row without the place of the scroll bar, also while there is none."""
        width = min(row.width(), self._width())
        return QStyle.visualRect(direction, row, QRect(row.left(), row.top(), width, row.height()))

    def _width(self) -> int:
        """Of a row, with and without a scroll bar: rows must not change with it."""
        view = self._view
        if view.width() != self._room[0]:
            bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            bar = max(bar, view.verticalScrollBar().sizeHint().width())
            self._room = view.width(), view.width() - bar
        return self._room[1]

    def _parts(self, index: Index, fonts: NoteFonts, width: int) -> list[RowPart]:
        ink, quiet = QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText
        note, tags = index.data(NoteRole.NOTE), index.data(NoteRole.TAGS)
        parts = [self._head(index, index.data(NoteRole.HEAD), fonts, width)]
        quote = index.data(NoteRole.QUOTE)
        parts.append(RowPart(_lines(quote, fonts.quote, width, _QUOTE_LINES), fonts.quote, ink))
        if index.data(NoteRole.ANNOTATION).id == self.hosted[0]:
            return parts  # the editor shows the rest
        if note:
            parts.append(RowPart(_lines(note, fonts.note, width, _NOTE_LINES), fonts.note, quiet))
        if tags:
            lines = _lines(tags, fonts.head, width, 1)
            parts.append(RowPart(lines, fonts.head, QPalette.ColorRole.Accent))
        return parts

    def _head(
        self,
        index: Index,
        text: str,
        fonts: NoteFonts,
        width: int,
    ) -> RowPart:
        """One line, with room for the word "New"."""
        annotation: Annotation = index.data(NoteRole.ANNOTATION)
        pill = fonts.pill + _PILL_PADDING if annotation.is_unreviewed else 0
        lines = _lines(text, fonts.head, max(40, width - pill), 1)
        return RowPart(lines, fonts.head, QPalette.ColorRole.PlaceholderText)

    def _fonts_for(self, option: QStyleOptionViewItem) -> NoteFonts:
        key = option.font.key()
        if key not in self._fonts:
            head, quote, note = _row_fonts(option.font)
            pill = QFontMetrics(head.font).horizontalAdvance(self.tr("New")) + 2 * _PILL_PADDING
            self._fonts = {key: NoteFonts(head, quote, note, pill)}
        return self._fonts[key]

    def _paint_pill(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, fonts: NoteFonts
    ) -> None:
        """The word "New" on the row's far side."""
        width, height = fonts.pill, fonts.head.height
        pill = QRect(room.right() - width + 1, room.top(), width, height)
        pill = QStyle.visualRect(option.direction, room, pill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setFont(fonts.head.font)
        painter.setPen(QColor(self.theme.accent_ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.tr("New"))


class FoundDelegate(NoteDelegate):
    """Rows all of one height, so that thousands need no measuring; hits are marked. Only the first
    of a group is higher.

    A note takes one of the lines of the quote; tags stand behind the head. Wide rows need fewer
    lines.
    """

    is_uniform = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view."""
        fonts, width = self._fonts_for(option), self._width()
        text = fonts.head.height + _found_lines(_text_width(width)) * fonts.quote.height
        title = self._title_height(fonts) if index.data(NoteRole.GROUP) else 0
        return QSize(width, title + text + 2 * _GAP + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """The title of the episode stands above its first row."""
        title, below = index.data(NoteRole.GROUP), QStyleOptionViewItem(option)
        if title:
            area = QRect(option.rect)
            area.setHeight(self._title_height(self._fonts_for(option)))
            self._paint_title(painter, option, title, area)
            below.rect.setTop(area.bottom() + 1)
        super().paint(painter, below, index)

    def _title_height(self, fonts: NoteFonts) -> int:
        return fonts.quote.height + _ABOVE_TITLE + _BELOW_TITLE

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, title: str, area: QRect
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        room = area.adjusted(_TITLE_INDENT, _ABOVE_TITLE, -_PADDING, -_BELOW_TITLE)
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.save()
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # that of the title
        side = QStyle.visualAlignment(option.direction, _LEFT) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(QStyle.visualRect(option.direction, area, room), side, shown)
        painter.setPen(QColor(self.theme.line))
        line = area.bottom()
        painter.drawLine(area.left() + _TITLE_INDENT, line, area.right() - _PADDING, line)
        painter.restore()

    def _parts(self, index: Index, fonts: NoteFonts, width: int) -> list[RowPart]:
        ink, quiet = QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText
        note, quote = index.data(NoteRole.NOTE), index.data(NoteRole.QUOTE)
        head = "   ".join(filter(None, (index.data(NoteRole.HEAD), index.data(NoteRole.TAGS))))
        lines = _lines(quote, fonts.quote, width, _found_lines(width) - bool(note))
        parts = [
            self._head(index, head, fonts, width),
            RowPart(_with_hits(lines, index.data(NoteRole.QUOTE_HITS)), fonts.quote, ink),
        ]
        if note:
            lines = _with_hits(_lines(note, fonts.note, width, 1), index.data(NoteRole.NOTE_HITS))
            parts.append(RowPart(lines, fonts.note, quiet))
        return parts


@lru_cache(maxsize=8192)
def _wrapped(text: str, font_key: str, width: int, most: int) -> tuple[RowLine, ...]:
    font, metrics = _font(font_key)
    if len(text) <= _LONGEST and metrics.horizontalAdvance(text) <= width:
        return (RowLine(0, text),)
    starts = [Utf16(text).from_qt(start) for start in _line_starts(text, font, width, most)]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    lines = [
        RowLine(start + len(piece) - len(piece.lstrip()), piece.strip())
        for start, piece in zip(starts, pieces, strict=True)
    ]
    if len(lines) > most or len(text) > (most + 1) * _LONGEST:
        start = starts[min(most, len(starts)) - 1]
        rest = text[start:][:_LONGEST]
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines[most - 1 :] = [RowLine(start, elided)]
    return tuple(lines)


@lru_cache(maxsize=16)
def _font(key: str) -> tuple[QFont, QFontMetrics]:
    font = QFont()
    font.fromString(key)
    return font, QFontMetrics(font)


def wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """The text in lines of at most `width` pixels; the last of `most` lines is elided."""
    return tuple(line.text for line in _wrapped(text, font.toString(), width, most))


def _lines(text: str, font: RowFont, width: int, most: int) -> tuple[RowLine, ...]:
    return _wrapped(text, font.key, width, most)


def _with_hits(lines: tuple[RowLine, ...], hits: Sequence[tuple[int, int]]) -> tuple[RowLine, ...]:
    return tuple(line._replace(hits=tuple(_hits_in(line, hits))) for line in lines)


def _hits_in(line: RowLine, hits: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in hits:
        start, end = max(0, first - line.start), min(len(line.text), last - line.start)
        if start < end:
            yield start, end


def _paint_sign(painter: QPainter, box: QRectF, theme: Theme, colour: int) -> None:
    """The bar of a highlight; for a bookmark (colour 0) a ribbon."""
    painter.setPen(Qt.PenStyle.NoPen)
    if colour:
        painter.setBrush(QColor(theme.mark_bars[colour - 1]))
        painter.drawRoundedRect(box, 2, 2)
        return
    paint_ribbon(painter, QRectF(box.center().x() - 4.5, box.top() + 1, 9, 14), theme.accent)


def _row_fonts(base: QFont) -> tuple[RowFont, RowFont, RowFont]:
    """For the head and tags, for the quote, for the note."""
    head = QFont(base)
    head.setPointSizeF(base.pointSizeF() * 0.88)
    quote = text_font(SERIF, base.pointSizeF() * 1.06)
    note = QFont(base)  # a copy: the option's own goes with the option
    one, two, three = (_row_font(each) for each in (head, quote, note))
    return one, two, three


def _found_lines(width: int) -> int:
    return 2 if width > _WIDE else _QUOTE_LINES


def _row_font(font: QFont) -> RowFont:
    return RowFont(font, QFontMetrics(font).height(), font.toString())


def _text_width(width: int) -> int:
    return max(60, width - _INDENT - _PADDING - 4)


def _line_starts(text: str, font: QFont, width: int, most: int) -> list[int]:
    """Where the lines start, in Qt's positions, one more than wanted if there is one."""
    layout = QTextLayout(text[: (most + 1) * _LONGEST], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _height(parts: Sequence[RowPart]) -> int:
    return sum(part.height for part in parts) + _GAP * (len(parts) - 1)


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, row: QRect, *, is_written_on: bool
) -> None:
    is_selected = is_written_on or bool(option.state & QStyle.StateFlag.State_Selected)
    if not (is_selected or option.state & QStyle.StateFlag.State_MouseOver):
        return
    has_focus = option.widget is not None and option.widget.hasFocus()
    has_ring = is_written_on or (is_selected and has_focus)
    colour = option.palette.color(QPalette.ColorRole.Accent)
    painter.setPen(QPen(colour, 2) if has_ring else Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
    painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -2), 6, 6)


def _paint_part(
    painter: QPainter, option: QStyleOptionViewItem, part: RowPart, area: QRect, theme: Theme
) -> int:
    """Write the lines from the top of `area` on; gives where the next part starts."""
    painter.setFont(part.font.font)
    painter.setPen(option.palette.color(part.role))
    # A quote runs in the direction of its own script, whatever that of the window is.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    height = part.font.height
    for line in part.lines:
        area.setHeight(height)
        if line.hits:
            _paint_hits(painter, line, part.font.font, area, theme)
        else:
            painter.drawText(area, QStyle.visualAlignment(option.direction, _LEFT), line.text)
        area.moveTop(area.top() + height)
    return area.top() + _GAP


def _paint_hits(painter: QPainter, line: RowLine, font: QFont, area: QRect, theme: Theme) -> None:
    """The line with its hits on a ground and underlined: shown by more than colour."""
    mark = QTextCharFormat()
    mark.setBackground(QColor(theme.hit))
    mark.setForeground(QColor(theme.ink))
    mark.setFontUnderline(True)
    to_qt = Utf16(line.text).to_qt
    formats = []
    for start, end in line.hits:
        found = QTextLayout.FormatRange()
        found.start, found.length = to_qt(start), to_qt(end) - to_qt(start)
        found.format = mark
        formats.append(found)
    layout = QTextLayout(line.text, font)
    layout.setFormats(formats)
    layout.beginLayout()
    set_line = layout.createLine()
    set_line.setLineWidth(area.width())
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))
