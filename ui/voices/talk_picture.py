"""The picture of a talk: a lane for each voice, on the page and as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from reader.errors import ReaderError
from reader.message import message
from reader.time_text import clock_text
from reader.transcript.talk import Lane
from reader.whole_file import write_fault, write_file
from ui.appearance.theme import SANS, Theme, text_font
from ui.appearance.voice_shapes import SHAPE, paint_shape, voice_colour

_BLOCK = 10.0  # px high is what is said, in its lane
_LEAST = 1.2  # px wide at least
_THIN = 4.0  # px, below which a guess has no room for an outline
_WIDTH, _MARGIN, _NAMES, _SHARES, _ROW = 1200, 32, 170, 70, 30
_HEAD, _FOOT = 56, 40
_STEPS = (60, 300, 600, 900, 1_800, 3_600, 7_200, 14_400)  # seconds between two times on the axis
_MOST_TIMES = 10
_SCALE = 2  # a saved picture has twice the pixels


def lane_colour(theme: Theme, lane: Lane) -> str:
    """The colour of a lane; quiet where nobody was named."""
    return voice_colour(theme, lane.number) if lane.number >= 0 else theme.quiet


def share_text(lane: Lane) -> str:
    """`40 %`, with a narrow blank that breaks no line."""
    return f"{lane.share:.0%}".replace("%", "\u202f%")


def paint_lane(
    painter: QPainter, theme: Theme, lane: Lane, area: QRectF, x_of: Callable[[int], float]
) -> None:
    """What a voice says, in an area; filled where it is sure, outlined where it is a guess."""
    colour = QColor(lane_colour(theme, lane))
    faint = QColor(colour)
    faint.setAlphaF(0.55)
    painter.fillRect(area, QColor(theme.paper))
    top = area.center().y() - _BLOCK / 2
    for turn in lane.turns:
        left, right = x_of(turn.start), x_of(turn.end)
        box = QRectF(left, top, max(_LEAST, right - left), _BLOCK)
        if not turn.is_guess and turn.voice:
            painter.fillRect(box, colour)
        elif box.width() < _THIN:
            painter.fillRect(box, faint)
        else:
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class TalkPicture(NamedTuple):
    """What a picture shows: lanes over `length` ms, under a title."""

    lanes: Sequence[Lane]
    length: int
    title: str
    unnamed: str  # what stands for voices without a name


def save_picture(picture: TalkPicture, theme: Theme, path: Path, *, may_replace: bool) -> None:
    """Write a picture as SVG or PNG, by the suffix. For another thread than the GUI's.

    Raises ReaderError.
    """
    sheet = _Sheet(picture, theme)
    content = sheet.svg() if path.suffix.lower() == ".svg" else sheet.png()
    if not content:
        raise ReaderError(message("{file} cannot be written.", file=path.name), path=path)
    try:
        write_file(path, content, may_replace=may_replace)
    except OSError as error:
        raise write_fault(path, error) from error


class _Sheet:
    """A title, a lane for each voice, and the times below."""

    def __init__(self, picture: TalkPicture, theme: Theme) -> None:
        self._lanes, self._length = picture.lanes, max(1, picture.length)
        self._title, self._unnamed, self._theme = picture.title, picture.unnamed, theme
        self._size = QSize(_WIDTH, _HEAD + _ROW * len(picture.lanes) + _FOOT)

    def svg(self) -> bytes:
        buffer = _opened()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self._size)
        generator.setViewBox(QRect(0, 0, self._size.width(), self._size.height()))
        generator.setTitle(self._title)
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        return bytes(buffer.data().data())

    def png(self) -> bytes:
        image = QImage(self._size * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        buffer = _opened()
        is_written = image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data()) if is_written else b""

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        painter.fillRect(QRect(0, 0, self._size.width(), self._size.height()), QColor(theme.chrome))
        painter.setFont(text_font(SANS, 13))
        self._write(painter, QRectF(_MARGIN, 12, _WIDTH - 2 * _MARGIN, 32), self._title)
        painter.setFont(text_font(SANS, 10))
        left, right = _MARGIN + _NAMES, _WIDTH - _MARGIN - _SHARES
        for number, lane in enumerate(self._lanes):
            top = float(_HEAD + number * _ROW)
            self._paint_name(painter, lane, QRectF(_MARGIN, top, _NAMES - 12, _ROW))
            area = QRectF(left, top + _ROW / 2 - 7, right - left, 14)
            paint_lane(painter, theme, lane, area, self._x_of)
            share = QRectF(right, top, _SHARES, _ROW)
            self._write(painter, share, share_text(lane), Qt.AlignmentFlag.AlignRight)
        self._paint_times(painter, _HEAD + _ROW * len(self._lanes))

    def _paint_name(self, painter: QPainter, lane: Lane, area: QRectF) -> None:
        if lane.number >= 0:
            box = QRectF(area.left(), area.top(), SHAPE, area.height())
            colour = lane_colour(self._theme, lane)
            paint_shape(painter, box, lane.number, colour, is_guess=lane.is_guess)
        name = lane_name(lane, self._unnamed)
        self._write(painter, area.adjusted(SHAPE + 8, 0, 0, 0), name)

    def _paint_times(self, painter: QPainter, top: int) -> None:
        seconds = self._length // 1000
        step = next((each for each in _STEPS if seconds // each <= _MOST_TIMES), _STEPS[-1])
        for time in range(0, self._length, step * 1000):
            x = self._x_of(time)
            painter.setPen(QPen(QColor(self._theme.edge), 1))
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + 7))
            self._write(painter, QRectF(x, top + 8, 80, 20), clock_text(time), is_quiet=True)

    def _x_of(self, time: int) -> float:
        left, right = _MARGIN + _NAMES, _WIDTH - _MARGIN - _SHARES
        return left + (right - left) * min(1.0, time / self._length)

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        is_quiet: bool = False,
    ) -> None:
        painter.setPen(QColor(self._theme.quiet if is_quiet else self._theme.chrome_ink))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def lane_name(lane: Lane, unnamed: str) -> str:
    """What stands before a lane; a guess has its mark."""
    if not lane.voice:
        return unnamed
    return f"{lane.voice}?" if lane.is_guess else lane.voice


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    return buffer
