"""The player at the foot of the window: where the recording is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
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
from reader.time_text import clock_text
from ui.actions import (
    Actions,
    keys_text,
    left_to_right,
    plain_text,
    rate_text,
)
from ui.appearance.icons import Icons
from ui.appearance.theme import Theme
from ui.menus import FAVOURITES
from ui.player.episode_sign import EpisodeSign
from ui.player.keep_button import KeepButton
from ui.player.seek_bar import SeekBar
from ui.player.seek_marks import SeekMark
from ui.player.speed_popup import SpeedPopup
from ui.player.spoken_time import spoken_time
from ui.widgets.bar_button import BarButton, SkipButton
from ui.widgets.focus import ShortcutGuard

_PLAY_SIZE = 48
_VOLUME_WIDTH = 96
_SPACING = 4
_MARGIN = 14
_NARROW = 620  # px between the margins
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TIME_PADDING = 22
_JUMP = 1_500  # ms between two times that no playing passes at once
_SPOKEN_EACH = 60_000  # ms
_MOST_COUNTED = 99  # notes for which the button has room from the start


class Fold(NamedTuple):
    """What goes together where there is little room; what `stays` loses its word only.

    What is `for_middle` goes already where Play would have to leave the middle.
    """

    widgets: tuple[QWidget, ...]
    stays: bool = False
    for_middle: bool = False


class VolumeSlider(QSlider):
    """A slider whose arrow keys are its own while it has the focus."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        ShortcutGuard(self)


class PlaybackBar(QWidget):
    """Shows what it is given and emits what is requested; times are milliseconds.

    What does not fit goes into the last button's menu, the least important first; Keep stays.
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
        # Time runs this way also where text runs the other; so do the arrows on every player.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._actions = actions
        self._time = 0
        self._length = 0
        self._rate = 1.0
        self._is_at_rate = False
        self._icons: Icons | None = None
        self._theme: Theme | None = None
        self._is_playing = self._is_narrow = False
        self._sign = EpisodeSign(self)
        self._make_times()
        self._make_buttons(actions)
        self._make_volume()
        self._lay_out()
        self._connect()
        self.set_rate(1.0)
        self.set_length(0)
        self.set_volume(100)
        self.set_sleep("")

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Take on the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self.seek_bar.set_theme(theme)
        self._sign.set_theme(theme)
        self._show_play_icon()
        self._speed.setIcon(icons.icon("speed"))
        self._sleep.setIcon(icons.icon("sleep"))
        self._study.setIcon(icons.icon("study", theme.accent))
        self._keep.set_look(theme)

    def set_time(self, time: int) -> None:
        """Show where the recording is; cheap enough for every tick."""
        before, self._time = self._time, time
        self.seek_bar.set_time(time)
        if time // 1000 != before // 1000:
            self._show_times()
        if abs(time - before) > _JUMP or time // _SPOKEN_EACH != before // _SPOKEN_EACH:
            self._speak_times()

    def set_episode(self, title: str, show_name: str) -> None:
        """Name what plays; empty while nothing is open."""
        self._sign.set_names(title, show_name)
        self._fold()

    def set_picture(self, picture: QImage | None) -> None:
        """The picture of what plays, a square; None where there is none."""
        self._sign.set_picture(picture)
        self._fold()

    def set_length(self, length: int) -> None:
        """Show how long the recording is; 0 where there is none."""
        self._length = length
        self.seek_bar.set_length(length)
        self._remaining.setEnabled(length > 0)
        self._size_times()

    def set_state(self, state: PlayerState) -> None:
        """Show whether the recording plays."""
        self._is_playing = state is PlayerState.PLAYING
        self._show_play_icon()
        self._speak_times()

    def set_rate(self, rate: float) -> None:
        """Show the speed, 1.0 as recorded."""
        self._rate = rate
        self._speed.set_label(rate_text(rate))
        self._speed.setAccessibleName(self.tr("Speed {0}").format(rate_text(rate)))
        self._speed_popup.set_rate(rate)
        self._size_times()

    def set_volume(self, volume: int) -> None:
        """Show the volume, 0 to 100."""
        with QSignalBlocker(self._volume):
            self._volume.setValue(volume)
        self._volume.setToolTip(self._volume_text(volume))

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Show what is being repeated, as start and end."""
        self.seek_bar.set_loop(loop)
        text = "" if loop is None else f"{clock_text(loop[0])}–{clock_text(loop[1])}"
        self._loop.set_label(text)
        self._fold()

    def set_sleep(self, text: str) -> None:
        """Show what is left of the sleep timer; an empty text if it is off."""
        self._sleep.set_label(text)
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

    def set_marks(self, marks: Sequence[SeekMark], describe: Callable[[str], str]) -> None:
        """Show where something was kept, and how much; `describe` gives the text of each."""
        self.seek_bar.set_marks(marks, describe)
        self._words[self._notes] = self._notes_word(len(marks))
        self._fold()

    def set_points(self, points: Sequence[int]) -> None:
        """Show at which times the listener put the text right."""
        self.seek_bar.set_points(points)

    def set_breaks(self, breaks: Sequence[tuple[int, int]]) -> None:
        """Show which spans of the recording the text does not have."""
        self.seek_bar.set_breaks(breaks)

    def groove(self) -> tuple[float, float]:
        """Left and right end of the seek bar's line, in pixels of the window."""
        left, right = self.seek_bar.groove()
        x = self.seek_bar.mapTo(self.window(), QPointF(0, 0)).x()
        return (x + left, x + right) if self.isVisible() else (0.0, 0.0)

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
        self._fold_at_once()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what fits in the fonts and the style of now."""
        super().showEvent(event)
        self._size_times()
        self._size_notes()
        self._fold_at_once()

    def _fold_at_once(self) -> None:
        """Also before it is painted: what folds would lie over the rest until its layout is due."""
        self._fold()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _make_times(self) -> None:
        self.seek_bar = SeekBar(self)
        self._elapsed = QLabel(self)
        self._elapsed.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._elapsed.setIndent(5)
        self._elapsed.setToolTip(self.tr("Elapsed"))
        self._elapsed.setAccessibleName(self.tr("Elapsed"))
        self._remaining = BarButton(self)
        self._remaining.setObjectName("remaining")
        self._remaining.setAccessibleName(self.tr("Remaining time"))
        self._remaining.setToolTip(
            self.tr("Remaining (click to count at this speed, or as recorded)")
        )
        for label in (self._elapsed, self._remaining):
            label.setFont(_digits_of_one_width(label.font()))

    def _make_buttons(self, actions: Actions) -> None:
        self._play = BarButton(self)
        self._play.setObjectName("play")
        self._play.setFixedSize(_PLAY_SIZE, _PLAY_SIZE)
        self._back = SkipButton(self, actions["back"])
        self._forward = SkipButton(self, actions["forward"])
        self._previous = BarButton(self, actions["previous_line"])
        self._next = BarButton(self, actions["next_line"])
        self._repeat = BarButton(self, actions["repeat_line"])
        self._loop = BarButton(self, actions["loop"])
        self._study = self._menu_button(actions.menus["study"])
        self._study.setObjectName("study")
        self._mute = BarButton(self, actions["mute"])
        self._speed = BarButton(self)
        self._speed.setToolTip(self.tr("Speed ({0}, {1})").format("<", ">"))
        self._sleep = self._menu_button(actions.menus["sleep"])
        self._keep = KeepButton(self, actions["keep"])
        self._notes = BarButton(self, actions["notes"])
        self._find = BarButton(self, actions["find"])
        self._notes.setObjectName("notes")
        self._find.setObjectName("find")
        self._words: dict[QWidget, str] = {
            self._study: "",
            self._keep: self.tr("Keep"),
            self._notes: self._notes_word(0),
            self._find: self.tr("Find"),
        }
        for button in (self._keep, self._notes, self._find):
            button.set_label(self._words[button])
        self._size_notes()
        self._more = self._menu_button(QMenu(self))
        self._more.setObjectName("more")
        self._more.set_label("⋯")
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More"))
        favourites = [actions[f"favourite_{n}"] for n in range(1, FAVOURITES + 1)]
        self._speed_popup = SpeedPopup(favourites, self)

    def _menu_button(self, menu: QMenu) -> BarButton:
        button = BarButton(self)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _make_volume(self) -> None:
        self._volume = VolumeSlider(Qt.Orientation.Horizontal, self)
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(5)
        self._volume.setPageStep(10)
        self._volume.setFixedWidth(_VOLUME_WIDTH)
        self._volume.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._volume.setAccessibleName(self.tr("Volume"))

    def _lay_out(self) -> None:
        controls = QGridLayout()
        controls.setHorizontalSpacing(0)
        self._groups = (
            (self._sign, self._speed, self._study, self._repeat, self._loop, self._sleep),
            (self._previous, self._back, self._play, self._forward, self._next),
            (self._keep, self._notes, self._find, self._mute, self._volume, self._more),
        )
        self._folds = (
            Fold((self._sign,), for_middle=True),
            Fold((self._volume,), for_middle=True),
            Fold((self._sleep,)),
            Fold((self._repeat,)),
            Fold((self._loop,)),
            Fold((self._find, self._notes), stays=True),
            Fold((self._study,), stays=True),
            Fold((self._previous, self._next)),
            Fold((self._mute,)),
            Fold((self._keep,), stays=True),
            Fold((self._find,)),
            Fold((self._speed,)),
            Fold((self._notes,)),
            Fold((self._study,)),
        )
        side = Qt.AlignmentFlag
        self._rows = [_row(group) for group in self._groups]
        for column, alignment in enumerate((side.AlignLeft, side.AlignHCenter, side.AlignRight)):
            controls.addLayout(self._rows[column], 0, column, alignment)
        controls.setColumnStretch(0, 1)
        controls.setColumnStretch(2, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, 8, _MARGIN, 10)
        rows.setSpacing(2)
        rows.addLayout(self._time_row())
        rows.addLayout(controls)
        self._order_tabs()

    def _order_tabs(self) -> None:
        untabbed = (self._keep, self._sign)
        row = [widget for group in self._groups for widget in group if widget not in untabbed]
        row.insert(0 if self._is_narrow else row.index(self._notes), self._keep)
        for before, after in pairwise([self.seek_bar, self._remaining, *row]):
            self.setTabOrder(before, after)

    def _set_narrow(self, is_narrow: bool) -> None:
        """In a narrow bar Keep stands by itself, at the thumb's side; else with the notes."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._rows[0 if is_narrow else 2].insertWidget(0, self._keep, 0, _MIDDLE)
            self._order_tabs()

    def _time_row(self) -> QLayout:
        times = QHBoxLayout()
        times.setSpacing(_SPACING)
        times.addWidget(self._elapsed)
        times.addWidget(self.seek_bar, 1)
        times.addWidget(self._remaining)
        return times

    def _connect(self) -> None:
        self.seek_bar.seek_requested.connect(self.seek_requested)
        self._volume.valueChanged.connect(self.volume_requested)
        self._speed_popup.rate_requested.connect(self.rate_requested)
        self._speed.clicked.connect(lambda: self._speed_popup.pop_up(self._speed))
        self._remaining.clicked.connect(
            lambda: self.remaining_at_rate_requested.emit(not self._is_at_rate)
        )
        self._more.menu().aboutToShow.connect(self._fill_more)
        play = self._actions["play"]
        self._play.clicked.connect(play.trigger)
        play.changed.connect(self._follow_play)
        self._follow_play()
        for name in ("pause_after_lines", "shorten_pauses"):
            self._actions[name].toggled.connect(self._show_study)
        self._show_study()

    def _follow_play(self) -> None:
        play = self._actions["play"]
        self._play.setEnabled(play.isEnabled())
        self._play.setToolTip(play.toolTip())
        self._play.setAccessibleName(plain_text(play.text()))

    def _show_study(self) -> None:
        """While it is on, a button says so, and leads to where it is switched off."""
        actions = self._actions
        is_pausing = actions["pause_after_lines"].isChecked()
        is_shortening = actions["shorten_pauses"].isChecked()
        said = [
            *([self.tr("pausing after each line")] if is_pausing else []),
            *([self.tr("shortening pauses")] if is_shortening else []),
        ]
        self._words[self._study] = self.tr("Study") if said else ""
        name = self.tr("Study: {0}").format(", ".join(said))
        self._study.setAccessibleName(name)
        self._study.setToolTip(name)
        self._fold()

    def _show_play_icon(self) -> None:
        if self._icons is not None and self._theme is not None:
            name = "pause" if self._is_playing else "play"
            self._play.setIcon(self._icons.icon(name, self._theme.accent_ink))

    def _show_times(self) -> None:
        remaining = max(0, self._length - self._time)
        self._elapsed.setText(clock_text(self._time) if self._length else "")
        self._remaining.setText(self._remaining_text(remaining) if self._length else "")

    def _speak_times(self) -> None:
        """Assistive technology may read each change aloud: no second by itself is one."""
        remaining = max(0, self._length - self._time)
        self._elapsed.setAccessibleDescription(spoken_time(self._time))
        self._remaining.setAccessibleDescription(spoken_time(self._real_time(remaining)))

    def _remaining_text(self, time: int) -> str:
        text = left_to_right(f"−{clock_text(self._real_time(time))}")
        if self._is_at_rate and self._rate != 1.0:
            return self.tr("{0} at {1}").format(text, rate_text(self._rate))
        return text

    def _real_time(self, time: int) -> int:
        return round(time / self._rate) if self._is_at_rate else time

    def _size_times(self) -> None:
        """Room for the longest times, so that the seek bar stays where it is."""
        for label, text in (
            (self._elapsed, clock_text(self._length)),
            (self._remaining, self._remaining_text(self._length)),
        ):
            widest = "".join("0" if letter.isdigit() else letter for letter in text)
            # Fixed: at any other the whole window would be laid out each second.
            width = label.fontMetrics().horizontalAdvance(widest) + _TIME_PADDING
            label.setFixedSize(width, label.sizeHint().height())
        self._elapsed.clear()  # a label hints at its old width until its text changes
        self._show_times()
        self._speak_times()

    def _volume_text(self, volume: int) -> str:
        up, down = (keys_text(self._actions[name]) for name in ("volume_up", "volume_down"))
        return self.tr("Volume {0} % ({1}, {2})").format(volume, up, down)

    def _fold(self) -> None:
        if not self.isVisible():
            return  # it is done when it is shown
        room = self.width() - 2 * _MARGIN
        self._set_narrow(room < _NARROW)
        shown: set[QWidget] = {widget for group in self._groups for widget in group}
        if not self._words[self._study]:
            shown.discard(self._study)
        if not self._sign.title:
            shown.discard(self._sign)
        self._set_words(self._words, is_folded=False)
        widths = _widths(shown)
        for fold in self._foldable():
            measure = self._needed_with_middle if fold.for_middle else _needed
            is_folded = measure(shown, widths) > room
            if fold.stays:
                self._set_words(fold.widgets, is_folded=is_folded)
                widths |= _widths(fold.widgets)
            elif is_folded:
                shown -= set(fold.widgets)
        shown |= self._needlessly_folded(shown, widths, room)
        for fold in self._folds:
            for widget in fold.widgets:
                widget.setHidden(widget not in shown)

    def _needlessly_folded(
        self, shown: set[QWidget], widths: Mapping[QWidget, int], room: int
    ) -> set[QWidget]:
        """What went first though it was the other side that needed the room."""
        found: set[QWidget] = set()
        for fold in self._folds:
            back = widths.keys() & fold.widgets
            if fold.for_middle and self._needed_with_middle(shown | found | back, widths) <= room:
                found |= back
        return found

    def _needed_with_middle(self, shown: set[QWidget], widths: Mapping[QWidget, int]) -> int:
        parts = map(shown.intersection, self._groups)
        left, middle, right = (_needed(part, widths) for part in parts)
        return middle + 2 * max(left, right)

    def _set_words(self, buttons: Iterable[QWidget], *, is_folded: bool) -> None:
        """Show the words of `buttons`, or their icons alone; Keep folds its key, not its word."""
        for button in buttons:
            if isinstance(button, KeepButton):
                button.set_cap_shown(not is_folded)
            elif isinstance(button, BarButton):
                button.set_label("" if is_folded else self._words[button])
                button.setMinimumWidth(0 if is_folded else self._room_for_word.get(button, 0))

    def _foldable(self) -> list[Fold]:
        """What goes together, the least important first; what is in use goes last."""
        return sorted(self._folds, key=lambda fold: fold.widgets[0] in self._in_use())

    def _in_use(self) -> list[QWidget]:
        return [button for button in (self._loop, self._sleep) if button.label]

    def _fill_more(self) -> None:
        """What the bar has no room for, then what it never shows."""
        menu = self._more.menu()
        menu.clear()
        for button in (
            self._notes,
            self._find,
            self._repeat,
            self._loop,
            self._previous,
            self._next,
            self._mute,
        ):
            if button.isHidden():
                menu.addAction(button.defaultAction())
        if not menu.isEmpty():
            menu.addSeparator()
        for button, name in ((self._speed, "speed"), (self._sleep, "sleep")):
            if button.isHidden():
                menu.addMenu(self._actions.menus[name])
        menu.addMenu(self._actions.menus["device"])

    def _size_notes(self) -> None:
        """Room for its count from the start: the first note must not move the buttons."""
        label = self._notes.label
        self._notes.set_label(self._notes_word(_MOST_COUNTED))
        self._room_for_word = {self._notes: self._notes.sizeHint().width()}
        self._notes.set_label(label)

    def _notes_word(self, count: int) -> str:
        return self.tr("Notes {count}").format(count=count) if count else self.tr("Notes")


def _row(widgets: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_SPACING)
    for widget in widgets:
        row.addWidget(widget, 0, _MIDDLE)
    return row


def _widths(widgets: Iterable[QWidget]) -> dict[QWidget, int]:
    """What each needs. Asked once: to ask all for each that may fold takes 20 ms at the start."""
    return {w: max(w.sizeHint().width(), w.minimumWidth()) + _SPACING for w in widgets}


def _needed(widgets: Iterable[QWidget], widths: Mapping[QWidget, int]) -> int:
    return sum(widths[widget] for widget in widgets)


def _digits_of_one_width(font: QFont) -> QFont:
    steady = QFont(font)
    steady.setFeature(QFont.Tag("tnum"), 1)
    return steady
