"""A quote as a picture to post: set large, with who said it, where and when.

Sizes are pixels of the finished picture.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QTextLayout,
    QTextOption,
)

from reader.notes.sentences import sentence_spans
from reader.transcript.word_timing import token_spans
from ui.appearance.hues import contrast, mixed
from ui.appearance.theme import SANS, SERIF, text_font
from ui.reading.transcript_pane.page_text import is_right_to_left
from ui.widgets.joined import joined

_INK = 0.31  # the height of a quotation mark, in sizes of the type
_BALANCED = 5  # lines up to which they are made alike long
_LEADING = 1.34  # from line to line, in sizes of the type
_READABLE = 7.0  # contrast of the quote on its ground (WCAG 2.2, AAA)


class CardStyle(Enum):
    """What a card looks like."""

    PAPER = "paper"
    NIGHT = "night"
    COLOUR = "colour"


class CardShape(Enum):
    """How wide and how high it is: for a post, or for the preview of a link."""

    SQUARE = (1080, 1080)
    WIDE = (1200, 675)


class Quote(NamedTuple):
    """What a card says. `time` is where in the episode, `hue` the highlight's "#rrggbb"."""

    words: str
    voice: str
    episode: str
    time: str
    hue: str

    @property
    def source(self) -> str:
        """Where it is from, in words."""
        return joined(self.episode, self.time)


class _Colours(NamedTuple):
    top: str
    bottom: str  # the ground goes over from one to the other
    ink: str
    quiet: str
    sign: str  # the quotation mark and the bar


class _Set(NamedTuple):
    """Words set in lines: `size` of their type, `width` of the longest line allowed."""

    words: str
    size: float
    width: float
    height: float


def painted(quote: Quote, style: CardStyle, shape: CardShape) -> QImage:
    """The card; what does not fit even in small type ends with the last sentence that does."""
    image = QImage(QSize(*shape.value), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _Card(painter, quote, _colours(style, quote.hue), QRectF(image.rect())).paint()
    painter.end()
    return image


def shown_words(quote: Quote, shape: CardShape) -> str:
    """The words that a card of this shape has room for; where some are missing, dots show it."""
    frame = _Frame(QRectF(0, 0, *shape.value))
    return _fitted(_clean(quote.words), frame.room, frame.sizes).words


def is_shortened(quote: Quote, shape: CardShape) -> bool:
    """Whether a card of this shape lacks some of the words."""
    return shown_words(quote, shape) != _clean(quote.words)


class _Frame:
    """Where the parts of a card of this size are."""

    def __init__(self, card: QRectF) -> None:
        self.card = card
        self.unit = min(card.width(), card.height()) / 100
        is_wide = card.width() > card.height()
        margin = self.unit * (11 if is_wide else 9.5)
        self.inner = card.adjusted(margin, margin, -margin, -margin)
        self.mark_size = self.unit * (34 if is_wide else 26)
        self.mark_gap = self.unit * 3  # between it and the words
        self.voice_size = self.unit * (4.3 if is_wide else 2.9)
        self.source_size = self.unit * (3.5 if is_wide else 2.4)
        self.foot = self.unit * (19 if is_wide else 14.5)
        self.sizes = (self.unit * (10.5 if is_wide else 8.6), self.unit * (4.4 if is_wide else 2.9))
        top = self.mark_size * _INK + self.mark_gap
        self.room = self.inner.adjusted(0, top, 0, -self.foot - self.unit * (5.5 if is_wide else 4))


class _Card:
    """Paints one card."""

    def __init__(self, painter: QPainter, quote: Quote, colours: _Colours, card: QRectF) -> None:
        self._painter, self._quote, self._colours = painter, quote, colours
        self._frame = _Frame(card)
        self._is_mirrored = is_right_to_left(quote.words)

    def paint(self) -> None:
        """Ground, quotation mark, words, and at the foot who said them."""
        frame = self._frame
        self._paint_ground()
        block = _fitted(_clean(self._quote.words), frame.room, frame.sizes)
        spare = frame.room.height() - block.height
        top = frame.room.top() + spare * 0.42  # the eye's middle is a little above the middle
        self._paint_mark(top)
        self._paint_words(block, top)
        self._paint_foot()

    def _paint_ground(self) -> None:
        card = self._frame.card
        ground = QLinearGradient(card.topLeft(), card.bottomLeft())
        ground.setColorAt(0, QColor(self._colours.top))
        ground.setColorAt(1, QColor(self._colours.bottom))
        self._painter.fillRect(card, ground)

    def _paint_mark(self, top: float) -> None:
        """A large quotation mark above the words, its ink flush with their edge."""
        frame, sign = self._frame, QPainterPath()
        font = _font(SERIF, frame.mark_size, QFont.Weight.Bold)
        sign.addText(QPointF(), font, "”" if self._is_mirrored else "“")
        ink = sign.boundingRect()  # font metrics would measure it from the baseline up
        left = frame.inner.right() - ink.width() if self._is_mirrored else frame.inner.left()
        sign.translate(left - ink.left(), top - frame.mark_gap - ink.bottom())
        self._painter.fillPath(sign, QColor(self._colours.sign))

    def _paint_words(self, block: _Set, top: float) -> None:
        inner = self._frame.inner
        left = inner.right() - block.width if self._is_mirrored else inner.left()
        self._painter.setPen(QColor(self._colours.ink))
        layout = _laid(block.words, block.size, block.width)
        layout.draw(self._painter, QPointF(left, top))

    def _paint_foot(self) -> None:
        frame, colours, quote = self._frame, self._colours, self._quote
        top = frame.inner.bottom() - frame.foot
        bar = QRectF(frame.inner.left(), top, frame.unit * 7, frame.unit * 0.75)
        if self._is_mirrored:
            bar.moveRight(frame.inner.right())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colours.sign))
        self._painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        voice = _font(SANS, frame.voice_size, QFont.Weight.DemiBold)
        source = _font(SANS, frame.source_size)
        last = frame.inner.bottom() - QFontMetricsF(source).descent()
        above = last - frame.source_size * 1.65
        if quote.voice:
            baseline = above if quote.source else last
            self._write_line(quote.voice, "", voice, colours.ink, baseline)
        self._write_line(quote.episode, quote.time, source, colours.quiet, last)

    def _write_line(self, text: str, end: str, font: QFont, colour: str, baseline: float) -> None:
        """One line at the edge where the words begin; what is too long is cut before its end."""
        inner, metrics = self._frame.inner, QFontMetricsF(font)
        ending = f" · {end}" if text and end else end
        room = inner.width() - metrics.horizontalAdvance(ending)
        short = metrics.elidedText(_clean(text), Qt.TextElideMode.ElideRight, room) + ending
        left = inner.right() - metrics.horizontalAdvance(short)
        start = left if self._is_mirrored else inner.left()
        self._write(short, font, colour, QPointF(start, baseline))

    def _write(self, text: str, font: QFont, colour: str, where: QPointF) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(where, text)


# Setting the words


def _fitted(words: str, room: QRectF, sizes: tuple[float, float]) -> _Set:
    """The words as large as the room allows; if too long for the smallest, their beginning."""
    size = _largest(words, room, sizes)
    if _height(words, size, room.width()) > room.height():
        words = _beginning(words, size, room)
    width = room.width()
    if _height(words, size, width) <= _BALANCED * size * _LEADING:
        width = _balanced(words, size, width)
    return _Set(words, size, width, _height(words, size, width))


def _largest(words: str, room: QRectF, sizes: tuple[float, float]) -> float:
    """The size in which the words fill the room, found in steps of a whole pixel."""

    def fits(size: int) -> bool:
        return _height(words, size, room.width()) <= room.height()

    largest, smallest = map(round, sizes)
    steps = range(smallest, largest + 1)
    return steps[max(0, bisect_left(steps, True, key=lambda size: not fits(size)) - 1)]


def _beginning(words: str, size: float, room: QRectF) -> str:
    """As many whole sentences as there is room for; of a single one as many words."""

    def fits(text: str) -> bool:
        return _height(text, size, room.width()) <= room.height()

    ends = [end for _, end in sentence_spans(words)]
    by_sentence = _longest((f"{words[:end]} …" for end in ends), fits)
    return by_sentence or _longest((f"{words[:end]}…" for end in _word_ends(words)), fits) or "…"


def _longest(texts: Iterable[str], fits: Callable[[str], bool]) -> str:
    """The last of the growing texts that fits; empty where none does."""
    growing = list(texts)
    count = bisect_left(growing, True, key=lambda text: not fits(text))
    return growing[count - 1] if count else ""


def _word_ends(words: str) -> list[int]:
    return [end for _, end in token_spans(words)]


def _balanced(words: str, size: float, width: float) -> float:
    """The least width that needs no more lines: so that no word stands alone on the last."""
    height = _height(words, size, width)
    narrow, wide = width / 3, width
    while wide - narrow > size / 8:
        middle = (narrow + wide) / 2
        if _height(words, size, middle) > height:
            narrow = middle
        else:
            wide = middle
    return wide


def _height(words: str, size: float, width: float) -> float:
    return _laid(words, size, width).lineCount() * size * _LEADING


def _laid(words: str, size: float, width: float) -> QTextLayout:
    layout = QTextLayout(words, _font(SERIF, size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left(words):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Other scripts' fonts are higher: lines keep their distance all the same.
        line.setPosition(QPointF(0, top + size * 1.06 - line.ascent()))
        top += size * _LEADING
    layout.endLayout()
    return layout


def _font(family: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = text_font(family, 12)
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font


def _clean(words: str) -> str:
    return " ".join(words.split())


# Colours


def _colours(style: CardStyle, hue: str) -> _Colours:
    match style:
        case CardStyle.PAPER:
            sign = _until(hue, "#fbf7ee", 3.2, darker=True)
            return _Colours("#fdfaf3", "#f6f0e3", "#26211a", "#6e6454", sign)
        case CardStyle.NIGHT:
            sign = _until(hue, "#1c1a18", 4.5, darker=False)
            return _Colours("#24211e", "#171513", "#f1eadc", "#a79d8d", sign)
        case CardStyle.COLOUR:
            ground = _until(hue, "#fffaf0", _READABLE + 1, darker=True)
            top = QColor(ground).lighter(108).name()
            quiet = mixed(ground, "#fffaf0", 0.78)
            return _Colours(top, ground, "#fffaf0", quiet, quiet)


def _until(colour: str, against: str, least: float, *, darker: bool) -> str:
    """The colour, darker or lighter until it stands out from `against`."""
    start = QColor(colour)
    lightness, limit, step = start.lightnessF(), 0.0 if darker else 1.0, -0.01 if darker else 0.01
    while contrast(colour, against) < least and lightness != limit:
        lightness = min(1.0, max(0.0, lightness + step))
        hue = max(0.0, start.hslHueF())  # -1 where there is none
        colour = QColor.fromHslF(hue, start.hslSaturationF(), lightness).name()
    return colour
