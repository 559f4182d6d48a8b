"""The player at the foot of the window: where the recording is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.playback.player import PlayerState
from reader.time_text import clock_text, spoken_time
from ui.actions import FAVOURITES, Actions, rate_text
from ui.bar_button import BarButton, SkipButton
from ui.icons import LARGE, Icons
from ui.seek_bar import SeekBar
from ui.speed_popup import SpeedPopup
from ui.theme import Theme

_PLAY_SIZE = 48
_VOLUME_WIDTH = 96
_SPACING = 4
_MARGIN = 14


class PlaybackBar(QWidget):
    """Shows what it is told and asks for what is wished; times are milliseconds.

    What does not fit goes into the last button's menu, the least important first.
    """

    seek_requested = Signal(int)
    rate_requested = Signal(float)
    volume_requested = Signal(int)
    remaining_at_rate_requested = Signal(bool)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playback-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Player"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._actions = actions
        self._time = 0
        self._length = 0
        self._rate = 1.0
        self._is_at_rate = False
        self._icons: Icons | None = None
        self._theme: Theme | None = None
        self._state = PlayerState.EMPTY
        self._make_times()
        self._make_buttons()
        self._make_volume()
        self._make_menus()
        self._lay_out()
        self._connect()
        self.set_rate(1.0)
        self.set_length(0)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Take on the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self.seek_bar.set_theme(theme)
        self._show_play_icon()
        self._speed.setIcon(icons.icon("speed"))
        self._sleep.setIcon(icons.icon("sleep"))

    def set_time(self, time: int) -> None:
        """Show where the recording is; cheap enough for every tick."""
        is_new_second = time // 1000 != self._time // 1000
        self._time = time
        self.seek_bar.set_time(time)
        if is_new_second:
            self._show_times()

    def set_length(self, length: int) -> None:
        """Show how long the recording is; 0 where there is none."""
        self._length = length
        self.seek_bar.set_length(length)
        self._remaining.setEnabled(length > 0)
        self._size_times()
        self._show_times()

    def set_state(self, state: PlayerState) -> None:
        """Show whether the recording plays."""
        self._state = state
        self._play.setEnabled(self._actions["play"].isEnabled())
        self._show_play_icon()

    def set_rate(self, rate: float) -> None:
        """Show the speed, 1.0 as recorded."""
        self._rate = rate
        self._speed.set_texted(rate_text(rate))
        self._speed.setAccessibleName(self.tr("Speed {0}").format(rate_text(rate)))
        self._speed_popup.set_rate(rate)
        self._size_times()
        self._show_times()

    def set_volume(self, volume: int) -> None:
        """Show the volume, 0 to 100."""
        with QSignalBlocker(self._volume):
            self._volume.setValue(volume)
        self._volume.setToolTip(self._volume_text(volume))

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Show what is being repeated, as start and end."""
        self.seek_bar.set_loop(loop)
        text = "" if loop is None else f"{clock_text(loop[0])}–{clock_text(loop[1])}"
        self._loop.set_texted(text)
        self._fold()

    def set_sleep(self, text: str) -> None:
        """Show what is left of the sleep timer; an empty text if it is off."""
        self._sleep.set_texted(text)
        name = self.tr("Sleep timer, {0} left").format(text) if text else self.tr("Sleep timer")
        self._sleep.setAccessibleName(name)
        self._sleep.setToolTip(name)
        self._fold()

    def set_skips(self, back: int, forward: int) -> None:
        """Show how far the skips go."""
        self._back.set_length(back)
        self._forward.set_length(forward)

    def set_remaining_at_rate(self, is_at_rate: bool) -> None:
        """Count what remains in recorded time, or in the time it takes at this speed."""
        self._is_at_rate = is_at_rate
        self._size_times()
        self._show_times()

    def set_line_source(self, line_at: Callable[[int], str]) -> None:
        """Where the seek bar asks for the line at a time."""
        self.seek_bar.set_line_source(line_at)

    def sizeHint(self) -> QSize:
        """Two rows, as wide as there is room for."""
        return QSize(960, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """What is left when all that can be folded is."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits now."""
        super().resizeEvent(event)
        self._fold()
