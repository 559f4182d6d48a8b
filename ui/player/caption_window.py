"""A small window that stays on top of all others: the line being spoken, and the player's keys."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QByteArray, QSize, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.time_text import clock_text
from ui.actions import Actions
from ui.appearance.identity import NAME
from ui.appearance.theme import LIGHT, SERIF, Theme, text_font
from ui.player.spoken_time import spoken_time
from ui.widgets.bar_button import BarButton
from ui.widgets.key_places import KeyPlaces

KEYS = (
    *("play", "back", "forward", "repeat_line", "loop", "previous_line", "next_line"),
    *("slower", "faster", "normal_speed", "volume_up", "volume_down", "mute", "keep"),
    *("pause_after_lines", "shorten_pauses", "caption_window", "history_back", "history_forward"),
)
"""The actions whose keys work in it."""

_BUTTONS = ("previous_line", "back", "play", "forward", "next_line")
_LONGEST = 220  # characters that are easily read at a glance
_TYPE = 1.45  # times the size of the interface's type
_WIDTH, _HEIGHT = 620, 168
_NARROWEST = 300
_MARGIN = 20
_SLACK = 1.15  # times the mean length of a line: what whole words need
_ABOVE_FOOT = 64  # px between it and the foot of the screen, at first


class CaptionWindow(QWidget):
    """Shows one line; dragged by any part of it. Esc closes it."""

    closed = Signal()

    def __init__(self, commands: Actions) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("caption-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAccessibleName(self.tr("Caption window"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else Space presses its first button
        # Time runs this way also where text runs the other; so do the arrows on every player.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.addActions([commands[name] for name in KEYS])
        KeyPlaces(self)
        self._theme = LIGHT
        self._text, self._word = "", (0, 0)
        # In the order in which assistive technology reads them.
        self._line = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._voice, self._time = QLabel(self), QLabel(self)
        self._buttons = [BarButton(self, commands[name]) for name in _BUTTONS]
        self._lay_out()

    def set_look(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self._show_text()

    def set_title(self, title: str) -> None:
        """Name what is open."""
        self.setWindowTitle(f"{title} — {NAME}" if title else NAME)

    def set_line(self, text: str, voice: str, start: int) -> None:
        """This line is being spoken since `start`; an empty one: none."""
        self._text, self._word = text, (0, 0)
        self._voice.setText(voice)
        self._time.setText(clock_text(start) if text else "")
        self._time.setAccessibleName(spoken_time(start) if text else "")
        self._show_text()

    def set_word(self, offset: int, length: int) -> None:
        """This word of the line is being spoken; a length of 0: none."""
        self._word = offset, length
        self._show_text()

    @property
    def text(self) -> str:
        """What is read in it now."""
        return self._text[slice(*self._shown)]

    def come(self, geometry: bytes) -> None:
        """Open where it was, or at the foot of the screen."""
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            self.resize(_WIDTH, _HEIGHT)
            area = QGuiApplication.primaryScreen().availableGeometry()
            x = area.center().x() - self.width() // 2
            self.move(x, area.bottom() - self.height() - _ABOVE_FOOT)
        self.setFocus()
        self.show()
        self.raise_()

    @property
    def geometry_to_keep(self) -> bytes:
        """Where it is, for `come`."""
        return bytes(self.saveGeometry().data())

    # Qt's events

    def minimumSizeHint(self) -> QSize:
        """Room for its buttons and two lines."""
        return QSize(_NARROWEST, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its lines stay about equally long."""
        super().resizeEvent(event)
        self._balance()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed by whatever."""
        super().hideEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any part of it is a handle."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    # Building

    def _lay_out(self) -> None:
        self._voice.setObjectName("heading")
        self._time.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        font = text_font(SERIF, self.font().pointSizeF() * _TYPE)
        self._line.setFont(font)
        self._line.setTextFormat(Qt.TextFormat.RichText)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self._voice, 1)
        for button in self._buttons:
            foot.addWidget(button)
        foot.addWidget(self._time, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 14, _MARGIN, 8)
        column.setSpacing(6)
        column.addWidget(self._line, 1)
        column.addLayout(foot)

    # What is shown

    @property
    def _shown(self) -> tuple[int, int]:
        return caption_span(self._text, self._word[0])

    def _show_text(self) -> None:
        first, last = self._shown
        start, end = self._word[0], sum(self._word)
        parts = (self._text[first:start], self._text[start:end], self._text[end:last])
        before, word, after = (escape(part).replace("\n", " ") for part in parts)
        if self._word[1] and first <= start and end <= last:
            theme = self._theme
            ground = f"background-color: {theme.word}; color: {theme.ink}"
            rich = f'{before}<span style="{ground}">{word}</span>{after}'
        else:
            rich = escape(self._text[first:last])
        self._line.setText(rich)
        self._balance()
        self._line.setAccessibleName(self.text)

    def _balance(self) -> None:
        """No line with a single word: a narrower column where it takes no more lines."""
        room, text = (
            self.width() - 2 * _MARGIN,
            self._line.fontMetrics().horizontalAdvance(self.text),
        )
        lines = -(-text // max(1, room))
        free = max(0, room - round(text / lines * _SLACK)) // 2 if lines > 1 else 0
        self._line.setContentsMargins(free, 0, free, 0)


def caption_span(text: str, offset: int) -> tuple[int, int]:
    """What of a line is shown: all of it, or of a long one the sentence around a character, or
    of a long sentence the words around it."""
    if len(text) <= _LONGEST:
        return 0, len(text)
    start, end = _sentence(text, offset)
    if end - start <= _LONGEST:
        return start, end
    number = (offset - start) // _LONGEST
    first, last = start + number * _LONGEST, min(end, start + (number + 1) * _LONGEST)
    return _after_blank(text, first, start), _after_blank(text, last, start) if last < end else end


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """In code points; Qt counts in units of UTF-16."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    finder.setPosition(len(text[: offset + 1].encode("utf-16-le")) // 2)
    start = max(0, finder.toPreviousBoundary())
    end = finder.toNextBoundary()
    units = text.encode("utf-16-le")
    first = len(units[: 2 * start].decode("utf-16-le"))
    return first, len(text) if end < 0 else len(units[: 2 * end].decode("utf-16-le"))


def _after_blank(text: str, at: int, start: int) -> int:
    """The beginning of the word at a place, so that none is cut."""
    blank = text.rfind(" ", start, at)
    return at if at <= start or blank < 0 else blank + 1
