"""The line across the window that shows and sets the time of the recording."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QLabel, QSizePolicy, QWidget

from reader.time_text import clock_text
from ui.appearance.theme import LIGHT, Theme
from ui.player.seek_marks import SeekMark, SeekMarks
from ui.player.spoken_time import spoken_time

STEP = 5_000
PAGE = 60_000

_HEIGHT = 26
_MARGIN = 9  # room for the handle and the focus ring at both ends
_BREAK, _LEAST_BREAK = 10, 6  # px: how high and at least how wide a break is
_POINT, _ABOVE = 3.5, 8.0  # px: half as wide as a point is, and how far over the groove
_JUMP = 1_500  # milliseconds between two ticks that no playing explains
_SPOKEN_AT_MOST = 1_000  # how often assistive technology gets a new time, in milliseconds
_PREVIEW_WIDTH = 320
_PREVIEW_PADDING = QSize(24, 16)
_PREVIEW_LETTERS = 110


class SeekBar(QAbstractSlider):
    """Times are milliseconds; the slider's own value is whole seconds, for assistive technology.

    A number says little, so the accessible name speaks the time. While the bar has the focus the
    name changes with steps and jumps only, or a screen reader would talk all the time.
    """

    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSingleStep(STEP // 1000)
        self.setPageStep(PAGE // 1000)
        self._theme = LIGHT
        self._time = 0
        self._length = 0
        self._loop: tuple[int, int] | None = None
        self._breaks: tuple[tuple[int, int], ...] = ()
        self._points: tuple[int, ...] = ()
        self._scrubbed: int | None = None
        self._painted_x = 0.0
        self._is_announcing = False
        self._line_at: Callable[[int], str] = lambda _time: ""
        self._preview: SeekPreview | None = None
        self._marks = SeekMarks()
        self._announcing = QTimer(self, singleShot=True, interval=_SPOKEN_AT_MOST)
        self._announcing.timeout.connect(self._announce_unfocused)
        self.valueChanged.connect(self._follow_assistive_technology)
        self._announce()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Wide enough to aim at."""
        return QSize(80, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def set_length(self, length: int) -> None:
        """Show a recording of `length` milliseconds; 0 disables the bar."""
        self._length = max(0, length)
        self.setEnabled(self._length > 0)
        self._announce()
        self.update()

    def set_time(self, time: int) -> None:
        """Show that the recording is at `time`; cheap enough for every tick."""
        is_jump = abs(time - self._time) > _JUMP
        self._time = max(0, time)
        if is_jump:
            self._announce()
        if abs(self._x_of(self._time) - self._painted_x) >= 1 / self.devicePixelRatioF():
            self.update()
        if not self._announcing.isActive():
            self._announcing.start()

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Show what is being repeated, as start and end."""
        self._loop = loop
        self.update()

    def set_marks(self, marks: Sequence[SeekMark], describe: Callable[[str], str]) -> None:
        """Show where something was kept; `describe` says what, by a mark's id."""
        self._marks.set_marks(marks, describe)
        self.update()

    def set_breaks(self, breaks: Sequence[tuple[int, int]]) -> None:
        """Show which spans of the recording the text does not have."""
        self._breaks = tuple(breaks)
        self.update()

    def set_points(self, points: Sequence[int]) -> None:
        """Show at which times the listener put the text right."""
        self._points = tuple(points)
        self.update()

    def set_line_source(self, line_at: Callable[[int], str]) -> None:
        """Where to ask for the line at a time, for the preview."""
        self._line_at = line_at

    def groove(self) -> tuple[float, float]:
        """Left and right end of the line, in pixels."""
        return _MARGIN, _MARGIN + self._width()

    def shown_time(self) -> int:
        """Where the handle is: the time of the recording, or where it is being dragged to."""
        return self._time if self._scrubbed is None else self._scrubbed

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move the handle from the window's shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._target_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, leap, or go to an end."""
        target = self._target_of(event)
        if target is None:
            event.ignore()
        else:
            self._seek(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a seek must be meant."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._length:
            self.setSliderDown(True)
            self._scrub(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle, or only show what is there."""
        if self._scrubbed is not None:
            self._scrub(event.position().x())
        elif self._length:
            self._hover(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Seek to where the handle was left."""
        if event.button() == Qt.MouseButton.LeftButton and self._scrubbed is not None:
            target, self._scrubbed = self._scrubbed, None
            self.setSliderDown(False)
            self._seek(target)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Make the handle easier to hit."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the preview away."""
        super().leaveEvent(event)
        self._end_hover()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the preview away."""
        super().hideEvent(event)
        self._end_hover()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the time ready before it is read out."""
        self._announce()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview points at a place that is gone."""
        super().resizeEvent(event)
        self._end_hover()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Groove, played part, what was kept, loop, handle, focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_groove(painter)
        for span in self._breaks if self._length else ():
            self._paint_break(painter, *span)
        for time in self._points if self._length else ():
            self._paint_point(painter, time)
        scale = self._length, float(_MARGIN)
        self._marks.paint(painter, self.size(), self.devicePixelRatioF(), self._theme, scale)
        if self._loop is not None and self._length:
            self._paint_loop(painter, *self._loop)
        if self.isEnabled():
            self._paint_handle(painter)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_groove(self, painter: QPainter) -> None:
        """The played part differs from the rest by its height too, not by its colour alone."""
        rest = 6 if self.underMouse() and self.isEnabled() else 4
        self._painted_x = self._x_of(self.shown_time())
        self._paint_line(painter, _MARGIN + self._width(), rest, self._theme.edge)
        self._paint_line(painter, self._painted_x, rest + 2, self._theme.accent)

    def _paint_line(self, painter: QPainter, end: float, thickness: int, colour: str) -> None:
        line = QRectF(_MARGIN, (self.height() - thickness) / 2, end - _MARGIN, thickness)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(line, thickness / 2, thickness / 2)

    def _paint_break(self, painter: QPainter, start: int, end: int) -> None:
        """A hatched box in the groove."""
        left, right = self._x_of(start), max(self._x_of(end), self._x_of(start) + _LEAST_BREAK)
        box = QRectF(left, (self.height() - _BREAK) / 2, right - left, _BREAK)
        ink = QColor(self._theme.chrome_ink)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QColor(self._theme.chrome))
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_point(self, painter: QPainter, time: int) -> None:
        """A diamond over the groove."""
        x, y = self._x_of(time), self.height() / 2 - _ABOVE
        corners = [
            QPointF(x, y - _POINT),
            QPointF(x + _POINT, y),
            QPointF(x, y + _POINT),
            QPointF(x - _POINT, y),
        ]
        painter.setBrush(QColor(self._theme.focus))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_loop(self, painter: QPainter, start: int, end: int) -> None:
        left, right = self._x_of(start), max(self._x_of(end), self._x_of(start) + 3)
        colour = QColor(self._theme.focus)
        painter.setBrush(colour)
        for x in (left, right):
            painter.drawRoundedRect(QRectF(x - 1.5, self.height() / 2 - 9, 3, 18), 1.5, 1.5)
        painter.drawRect(QRectF(left, self.height() / 2 + 6, right - left, 3))

    def _paint_handle(self, painter: QPainter) -> None:
        is_near = self.underMouse() or self.hasFocus() or self._scrubbed is not None
        radius = 8 if is_near else 6
        painter.setBrush(QColor(self._theme.accent))
        painter.setPen(QPen(QColor(self._theme.chrome), 2))
        centre = QPointF(self._x_of(self.shown_time()), self.height() / 2)
        painter.drawEllipse(centre, radius, radius)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _target_of(self, event: QKeyEvent) -> int | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._length:
            return None
        time, key = self.shown_time(), Qt.Key(event.key())
        back, on = self._arrows()
        return {
            back: time - STEP,
            Qt.Key.Key_Down: time - STEP,
            on: time + STEP,
            Qt.Key.Key_Up: time + STEP,
            Qt.Key.Key_PageDown: time - PAGE,
            Qt.Key.Key_PageUp: time + PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._length,
        }.get(key)

    def _arrows(self) -> tuple[Qt.Key, Qt.Key]:
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return arrows if not self._is_mirrored() else (arrows[1], arrows[0])

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _seek(self, time: int) -> None:
        self.set_time(min(max(0, time), self._length))
        self._announce()
        self._end_hover()
        self.seek_requested.emit(self._time)

    def _scrub(self, x: float) -> None:
        self._scrubbed = self._time_at(x)
        self._show_preview(self._scrubbed)
        self.update()

    def _hover(self, x: float) -> None:
        mark = self._marks.near(x, self._x_of)
        if mark is None:
            self._show_preview(self._time_at(x))
        else:
            self._show_preview(mark.time, self._marks.text_of(mark))

    def _end_hover(self) -> None:
        if self._preview is not None:
            self._preview.hide()
        self.update()

    def _show_preview(self, time: int, text: str = "") -> None:
        if self._preview is None or self._preview.parent() is not self.window():
            self._preview = SeekPreview(self.window())
        top = self.mapTo(self.window(), QPointF(self._x_of(time), 0).toPoint())
        said = text or self._line_at(time) or self._unsaid(time)
        self._preview.show_at(top.x(), top.y(), clock_text(time), said)

    def _unsaid(self, time: int) -> str:
        is_break = any(start <= time < end for start, end in self._breaks)
        return self.tr("Not in the text") if is_break else ""

    def _width(self) -> float:
        return max(1.0, self.width() - 2.0 * _MARGIN)

    def _x_of(self, time: int) -> float:
        share = min(1.0, time / self._length) if self._length else 0.0
        return _MARGIN + self._width() * share

    def _time_at(self, x: float) -> int:
        return round(min(1.0, max(0.0, (x - _MARGIN) / self._width())) * self._length)

    def _announce_unfocused(self) -> None:
        if not self.hasFocus():
            self._announce()

    def _announce(self) -> None:
        self._is_announcing = True
        self.setRange(0, -(-self._length // 1000))
        self.setValue(self._time // 1000)
        self._is_announcing = False
        position = self.tr("Position: {0} of {1}")
        self.setAccessibleName(
            position.format(spoken_time(self._time), spoken_time(self._length))
            if self._length
            else self.tr("Position: no recording")
        )

    def _follow_assistive_technology(self, seconds: int) -> None:
        if not self._is_announcing:
            self._seek(seconds * 1000)


class SeekPreview(QLabel):
    """A small sheet over the seek bar: the time, and the line spoken then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("seek-preview")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.hide()

    def show_at(self, x: int, bottom: int, time: str, line: str) -> None:
        """Stand above (`x`, `bottom`) of the window, inside it."""
        self.setText(f"{time}\n{_shortened(line)}" if line else time)
        self.resize(self._fitting_size())
        left = min(max(8, x - self.width() // 2), self.window().width() - self.width() - 8)
        self.move(left, bottom - self.height() - 4)
        self.show()
        self.raise_()

    def _fitting_size(self) -> QSize:
        self.ensurePolished()
        room = QRect(0, 0, min(_PREVIEW_WIDTH, self.window().width() - 40), 1000)
        text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return text.size() + _PREVIEW_PADDING


def _shortened(line: str) -> str:
    return line if len(line) <= _PREVIEW_LETTERS else line[: _PREVIEW_LETTERS - 1].rstrip() + "…"
