"""The actions of the window by name, as the menus have them, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from reader.annotation import COLOURS
from reader.playback.player import OutputDevice
from ui.appearance.icons import Icons
from ui.appearance.reader_texts import translated
from ui.menus import (
    BOTH,
    COLOURABLE,
    EPISODE,
    FAVOURITES,
    HISTORY,
    MENUS,
    RECORDING,
    SELECTION,
    SLEEP_OFF,
    TRANSCRIPT,
    MenuRow,
    Submenu,
    rows_by_menu,
    rows_in,
    submenus,
)

_KEYS_TEXT = "keys_text"
_REPEATING = frozenset(
    "back forward previous_line next_line slower faster volume_up volume_down zoom_in zoom_out"
    " find_next find_previous history_back history_forward undo redo previous_turn"
    " next_turn".split()
)
"""What goes on while its key is held; a sentence is kept once, however long B is pressed."""
_SELDOM = frozenset({"advanced", "encoding", "format", "frame_rate", "library"})
_OF_NOW = frozenset({"undo", "redo", "play", "notes"})  # their texts change with what they would do
_WIDEST_TITLE = 480  # px of an episode in a menu
_OF_READER = ("encoding", "format")  # choices whose texts are titles of `reader`


class ListedAction(NamedTuple):
    """An action as a list of all of them shows it; `reason` says why it can't be done now."""

    action: QAction
    title: str
    reason: str


class Actions(QObject):
    """The actions by name, the menus they stand in, and the requests of those with a value."""

    recent_requested = Signal(object)  # a sequence of Path
    typeface_requested = Signal(str)
    theme_requested = Signal(str)
    encoding_requested = Signal(str)  # empty: as guessed
    format_requested = Signal(str)  # empty: as guessed
    frame_rate_requested = Signal(str)  # frames a second; empty: as guessed
    sleep_requested = Signal(int)  # minutes, SLEEP_OFF or SLEEP_AT_END
    rate_requested = Signal(float)
    device_requested = Signal(str)

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = {row.name: row for row in rows_in(MENUS)}
        self._actions = {row.name: self._action(row) for row in self._rows.values()}
        self._choices = {
            name: self._choice(name) for name in dict.fromkeys(self._choice_names()) if name
        }
        self._devices = QActionGroup(self)
        self.menus = {menu.name: self._menu(menu) for menu in submenus(MENUS)}
        self._fill_menus()
        self._is_playing = False
        self._is_muted = False
        self._has_selection, self._is_just_kept = False, False
        self._connect()
        self.choose("sleep", SLEEP_OFF)
        self.set_icons(icons)
        self.set_available()
        self.set_undo("", "")
        self.set_colour_names({})

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, request: Callable[[], object]) -> None:
        """Connect an action; whether it is checked is not passed on."""
        self[name].triggered.connect(lambda _=False: request())

    def add_to(self, window: QWidget) -> None:
        """Make the keys work in `window`, also while its menu bar is hidden."""
        window.addActions([self[row.name] for row in self._rows.values() if not row.is_local])

    def add_history_to(self, sheet: QWidget) -> None:
        """Make the keys of undo and redo work in a sheet too, whose changes count at once."""
        sheet.addActions([self["undo"], self["redo"]])

    def sections(self) -> list[tuple[str, list[QAction]]]:
        """The actions by the menu they stand in, for a list of all keys."""
        return [
            (
                plain_text(self.menus[menu.name].title()),
                [self[row.name] for row in rows_in(menu.rows)],
            )
            for menu in MENUS
        ]

    def lasting_text(self, action: QAction) -> str:
        """What it is called, whatever there is to undo, to pause or to look at now."""
        name = action.objectName()
        return plain_text(self._text(self._rows[name]) if name in _OF_NOW else action.text())

    def listed(self) -> list[ListedAction]:
        """All actions in the order of the menus, what is seldom asked for last; with titles that
        need no menu beside them."""
        rows = sorted(rows_by_menu(MENUS), key=lambda found: found[0].name in _SELDOM)
        return [
            ListedAction(self[row.name], self._title(row, menu), self._reason(row))
            for menu, row in rows
        ]

    def _title(self, row: MenuRow, menu: Submenu) -> str:
        text = plain_text(self[row.name].text())
        if not menu.names_rows:
            return text
        return self.tr("{menu}: {action}").format(
            menu=plain_text(self.menus[menu.name].title()), action=text
        )

    def _reason(self, row: MenuRow) -> str:
        """Why it is disabled, where that is known."""
        if self[row.name].isEnabled():
            return ""
        return {
            EPISODE: self.tr("open an episode first"),
            RECORDING: self.tr("needs a recording"),
            TRANSCRIPT: self.tr("needs a transcript"),
            BOTH: self.tr("needs a recording and its transcript"),
            SELECTION: self.tr("select words first"),
            COLOURABLE: self.tr("select words first"),
            HISTORY: self.tr("nothing was changed"),
        }.get(row.needs, self.tr("not now"))

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons again, as after a change of theme."""
        self._icons = icons
        for row in self._rows.values():
            if row.icon:
                self[row.name].setIcon(icons.icon(row.icon))
        self.set_playing(self._is_playing)
        self.set_muted(self._is_muted)

    def set_available(
        self,
        *,
        recording: bool = False,
        transcript: bool = False,
        selection: bool = False,
        is_found: bool = False,
    ) -> None:
        """Enable what can be done with what is open; `selection` is text selected, by finding it
        where it `is_found`."""
        self._has_selection = selection and not is_found
        met = {
            "": True,
            EPISODE: recording or transcript,
            RECORDING: recording,
            TRANSCRIPT: transcript,
            SELECTION: selection,
            COLOURABLE: self._has_selection or self._is_just_kept,
            BOTH: recording and transcript,
        }
        for row in self._rows.values():
            if row.needs != HISTORY:
                self[row.name].setEnabled(met[row.needs])

    def set_just_kept(self, is_just_kept: bool) -> None:
        """Whether something was kept a moment ago, so that it can still take a colour."""
        self._is_just_kept = is_just_kept
        for row in self._rows.values():
            if row.needs == COLOURABLE:
                self[row.name].setEnabled(self._has_selection or is_just_kept)

    def set_playing(self, is_playing: bool) -> None:
        """Let the play action say what it would do now."""
        self._is_playing = is_playing
        self._reword("play", self.tr("&Pause") if is_playing else self.tr("&Play"))
        self["play"].setIcon(self._icons.icon("pause" if is_playing else "play"))

    def set_muted(self, is_muted: bool) -> None:
        """Show whether the sound is muted."""
        self._is_muted = is_muted
        self["mute"].setChecked(is_muted)
        self["mute"].setIcon(self._icons.icon("volume-muted" if is_muted else "volume"))

    def set_skips(self, back: int, forward: int) -> None:
        """Name how far the skips go, in milliseconds."""
        self._reword("back", self.tr("Skip &Back {0} Seconds").format(seconds_text(back)))
        self._reword("forward", self.tr("Skip &Forward {0} Seconds").format(seconds_text(forward)))

    def set_favourite_rates(self, rates: Sequence[float]) -> None:
        """Offer these playback rates under Shift+1, Shift+2, ..."""
        for number, rate in enumerate(rates[:FAVOURITES], start=1):
            self._reword(f"favourite_{number}", self.tr("Speed {0}").format(rate_text(rate)))
            self[f"favourite_{number}"].setData(rate)

    def set_undo(self, undo_name: str, redo_name: str) -> None:
        """Name what would be undone and redone; empty for nothing."""
        for name, bare, text, subject in (
            ("undo", self.tr("&Undo"), self.tr("&Undo {0}"), undo_name),
            ("redo", self.tr("R&edo"), self.tr("R&edo {0}"), redo_name),
        ):
            self._reword(name, text.format(translated(subject)) if subject else bare)
            self[name].setEnabled(bool(subject))

    def allow_undo(self) -> None:
        """Something is being done, whose name is not known yet."""
        self["undo"].setEnabled(True)

    def set_colour_names(self, names: Mapping[int, str]) -> None:
        """Name the highlights as their colours are called."""
        for number in range(1, COLOURS + 1):
            name = names.get(number) or self.tr("Colour {0}").format(number)
            text = self.tr("Highlight: {0}").format(name.replace("&", "&&"))
            self._reword(f"colour_{number}", text)

    def set_unreviewed(self, count: int) -> None:
        """Name how many notes were not looked at yet."""
        text, counted = self.tr("&Show Notes"), self.tr("&Show Notes ({0} New)")
        self._reword("notes", counted.format(count) if count else text)

    @property
    def more_menus(self) -> str:
        """The name of the button that Qt shows where a menu bar has no room for all menus."""
        return self.tr("More menus")

    def set_recent(self, episodes: Iterable[tuple[str, Sequence[Path]]]) -> None:
        """Fill Open Recent with titles and the files they open."""
        menu = self.menus["recent"]
        menu.clear()
        for title, files in episodes:
            shown = menu.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST_TITLE)
            action = menu.addAction(shown.replace("&", "&&"))
            action.setToolTip(str(files[0]))
            action.triggered.connect(lambda _=False, files=files: self.recent_requested.emit(files))
        menu.setEnabled(not menu.isEmpty())

    def set_devices(self, devices: Iterable[OutputDevice], current: str) -> None:
        """Fill the output devices; `current` is the id of the one in use."""
        menu = self.menus["device"]
        menu.clear()
        for device in devices:
            name = device.name or self.tr("System Default")
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(device.id)
            action.setCheckable(True)
            action.setChecked(device.id == current)
            self._devices.addAction(action)
        menu.setEnabled(not menu.isEmpty())

    def choose(self, choice: str, value: object) -> None:
        """Check what is chosen now, such as the theme, without asking for it."""
        for action in self._choices[choice].actions():
            action.setChecked(action.data() == value)

    def chosen(self, choice: str) -> object:
        """The value that is checked; None where none is."""
        return next(
            (each.data() for each in self._choices[choice].actions() if each.isChecked()), None
        )

    def _choice_names(self) -> Iterator[str]:
        return (row.choice for row in self._rows.values())

    def _action(self, row: MenuRow) -> QAction:
        action = QAction(self)
        action.setObjectName(row.name)
        action.setCheckable(row.is_checkable or bool(row.choice))
        action.setData(row.value)
        action.setAutoRepeat(row.name in _REPEATING)
        action.setIconVisibleInMenu(False)
        action.setShortcuts([QKeySequence(key) for key in row.keys + row.more_keys])
        action.setProperty(_KEYS_TEXT, self.native_text(row.keys))
        if row.is_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        _set_text(action, self._text(row))
        return action

    def native_text(self, keys: Iterable[str]) -> str:
        """Keys as people know them: `F1 or ?`."""
        native = QKeySequence.SequenceFormat.NativeText
        either = self.tr(" or ", "between two keys")
        return either.join(QKeySequence(key).toString(native) for key in keys)

    def _text(self, row: MenuRow) -> str:
        if row.choice == "sleep" and not row.text:
            return self.tr("%n Minute(s)", "", cast(int, row.value))
        if row.choice in _OF_READER and row.value:
            return translated(row.text)
        return self.tr(row.text) if row.text else ""

    def _reword(self, name: str, text: str) -> None:
        _set_text(self[name], text)

    def _choice(self, name: str) -> QActionGroup:
        group = QActionGroup(self)
        for row in self._rows.values():
            if row.choice == name:
                group.addAction(self[row.name])
        return group

    def _menu(self, submenu: Submenu) -> QMenu:
        menu = QMenu(self.tr(submenu.text))
        menu.setObjectName(submenu.name)
        menu.setEnabled(bool(submenu.rows))
        return menu

    def _fill_menus(self) -> None:
        for submenu in submenus(MENUS):
            menu = self.menus[submenu.name]
            for row in submenu.rows:
                if row is None:
                    menu.addSeparator()
                elif isinstance(row, Submenu):
                    menu.addMenu(self.menus[row.name])
                elif row.is_in_menu:
                    menu.addAction(self[row.name])

    def _connect(self) -> None:
        for choice, request in {
            "typeface": self.typeface_requested,
            "theme": self.theme_requested,
            "sleep": self.sleep_requested,
            "encoding": self.encoding_requested,
            "format": self.format_requested,
            "frame_rate": self.frame_rate_requested,
        }.items():
            self._choices[choice].triggered.connect(
                lambda action, request=request: request.emit(action.data())
            )
        self._devices.triggered.connect(lambda action: self.device_requested.emit(action.data()))
        for number in range(1, FAVOURITES + 1):
            action = self[f"favourite_{number}"]
            action.triggered.connect(
                lambda _=False, action=action: self.rate_requested.emit(action.data())
            )


def menu_bar(actions: Actions) -> QMenuBar:
    """A menu bar with every action."""
    bar = QMenuBar()
    for menu in MENUS:
        bar.addMenu(actions.menus[menu.name])
    more = bar.findChild(QToolButton)
    if more is not None:
        more.setToolTip(actions.more_menus)
        more.setAccessibleName(actions.more_menus)
    return bar


def keys_text(action: QAction) -> str:
    """The keys of an action as people know them: `F1 or ?`; empty without any."""
    return str(action.property(_KEYS_TEXT) or "")


def plain_text(text: str) -> str:
    """A menu's text without the mark of its mnemonic and the dots that promise a dialog."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("… ")


def seconds_text(milliseconds: int) -> str:
    """`10000` -> `10`."""
    return f"{milliseconds / 1000:g}".replace(".", QLocale().decimalPoint())


def rate_text(rate: float) -> str:
    """`1.5` -> `1.5×`."""
    number = f"{rate:.2f}".rstrip("0").rstrip(".").replace(".", QLocale().decimalPoint())
    return left_to_right(f"{number}×")


def left_to_right(text: str) -> str:
    """Keep a number's sign in its place where text runs from right to left."""
    return f"\u200e{text}\u200e" if QGuiApplication.isRightToLeft() else text


def _set_text(action: QAction, text: str) -> None:
    action.setText(text)
    keys = keys_text(action)
    action.setToolTip(f"{plain_text(text)} ({keys})" if keys else plain_text(text))
