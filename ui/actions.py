"""Every action once: its text, keys and icon, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from reader.annotation import COLOURS
from reader.formats import FORMATS
from reader.formats.decoding import ENCODINGS
from reader.formats.frames import FRAME_RATES
from reader.playback.player import OutputDevice
from ui.appearance.icons import Icons
from ui.appearance.reader_texts import translated
from ui.appearance.theme import SANS, SERIF, SYSTEM

SLEEP_OFF = 0
SLEEP_AT_END = -1
SLEEP_MINUTES = (5, 10, 15, 30, 45, 60)
FAVOURITES = 5

RECORDING = "recording"
TRANSCRIPT = "transcript"
SELECTION = "selection"
COLOURABLE = "colourable"  # a selection, or what was just kept
EPISODE = "episode"  # a recording or a transcript
BOTH = "both"
HISTORY = "history"  # something to be undone or redone


_KEYS_TEXT = "keys_text"
_REPEATING = frozenset(
    "back forward previous_line next_line slower faster volume_up volume_down zoom_in zoom_out"
    " find_next find_previous history_back history_forward undo redo previous_turn"
    " next_turn".split()
)
"""What goes on while its key is held; a sentence is kept once, however long B is pressed."""
_SELDOM = frozenset({"advanced", "encoding", "format", "frame_rate", "library"})
_OF_READER = ("encoding", "format")  # choices whose texts are titles of `reader`


class MenuRow(NamedTuple):
    """One action as a menu shows it.

    `more_keys` work as well but are not listed: the same key on another keyboard. `needs` says what
    must be open for it to work. The actions of one `choice` exclude each other and pass on their
    `value`. The keys of a local action work only inside the widgets it was added to. What is not in
    a menu is found by its key or in the list of all actions.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    is_checkable: bool = False
    choice: str = ""
    value: object = None
    is_local: bool = False
    more_keys: tuple[str, ...] = ()
    is_in_menu: bool = True


class Submenu(NamedTuple):
    """A menu and what stands in it; None is a divider. Without rows it is filled later.

    Where it `names_rows`, these are not understood without its title: Theme: Dark.
    """

    name: str
    text: str
    rows: tuple[MenuRow | Submenu | None, ...] = ()
    names_rows: bool = False


class ListedAction(NamedTuple):
    """An action as a list of all of them shows it; `reason` says why it can't be done now."""

    action: QAction
    title: str
    reason: str


def _t(text: str) -> str:
    """Mark `text` for `lupdate -tr-function-alias QT_TR_NOOP+=_t`; `Actions` translates it."""
    return text


_MEDIA_KEYS = ("Media Play", "Toggle Media Play/Pause")


def _favourite(number: int) -> MenuRow:
    return MenuRow(f"favourite_{number}", "", (f"Shift+{number}",), needs=RECORDING)


def _reopenings(choice: str, titles: Mapping[str, str]) -> tuple[MenuRow | None, ...]:
    """What a transcript can be read as, where the guess was wrong."""

    def row(name: str, title: str) -> MenuRow:
        return MenuRow(f"{choice}_{name}", title, needs=TRANSCRIPT, choice=choice, value=name)

    return row("", _t("As &Guessed")), None, *(row(*each) for each in titles.items())


_FORMAT_TITLES = {row.name: row.title for row in FORMATS}
_RATE_TITLES = {rate: rate.replace(".", QLocale().decimalPoint()) for rate in FRAME_RATES}

_VIEWS = (
    MenuRow("view_rolls", _t("&Collapse Rolling Captions"), needs=TRANSCRIPT, is_checkable=True),
    MenuRow("view_loops", _t("Fold &Repetitions"), needs=TRANSCRIPT, is_checkable=True),
    MenuRow("view_sentences", _t("&Join Lines to Sentences"), needs=TRANSCRIPT, is_checkable=True),
)

_LIBRARY = Submenu(
    "library",
    _t("Li&brary"),
    (
        MenuRow("library_details", _t("&Details…")),
        None,
        MenuRow("back_up", _t("&Back Up…")),
        MenuRow("restore_backup", _t("&Restore From Backup…")),
        MenuRow("check_library", _t("&Check")),
        MenuRow("move_library", _t("Use Another &Place…")),
    ),
    names_rows=True,
)

_FILE = Submenu(
    "file",
    _t("&File"),
    (
        MenuRow("open", _t("&Open…"), ("Ctrl+O",)),
        MenuRow("watch_folder", _t("&Watch a Folder…")),
        Submenu("recent", _t("Open &Recent")),
        None,
        MenuRow("choose_recording", _t("Choose Re&cording…"), ("Ctrl+Shift+R",), needs=TRANSCRIPT),
        MenuRow("choose_transcript", _t("Choose &Transcript…"), ("Ctrl+Shift+T",), needs=RECORDING),
        MenuRow("export", _t("&Export Transcript…"), ("Ctrl+Shift+E",), needs=TRANSCRIPT),
        None,
        MenuRow("rename_episode", _t("Rena&me Episode…"), ("F2",), needs=EPISODE),
        MenuRow("show_in_folder", _t("Show in &Folder"), needs=EPISODE),
        Submenu(
            "advanced",
            _t("&Advanced"),
            (
                Submenu(
                    "encoding",
                    _t("Reopen With E&ncoding"),
                    _reopenings("encoding", ENCODINGS),
                    names_rows=True,
                ),
                Submenu(
                    "format",
                    _t("Reopen &As"),
                    _reopenings("format", _FORMAT_TITLES),
                    names_rows=True,
                ),
                Submenu(
                    "frame_rate",
                    _t("Reopen With &Frame Rate"),
                    _reopenings("frame_rate", _RATE_TITLES),
                    names_rows=True,
                ),
                None,
                *_VIEWS,
                None,
                _LIBRARY,
            ),
        ),
        None,
        MenuRow("close_episode", _t("C&lose Episode"), ("Ctrl+W",), needs=EPISODE),
        MenuRow("quit", _t("&Quit"), ("Ctrl+Q",)),
    ),
)

_EDIT = Submenu(
    "edit",
    _t("&Edit"),
    (
        MenuRow("undo", _t("&Undo"), ("Ctrl+Z",), needs=HISTORY),
        MenuRow("redo", _t("R&edo"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs=HISTORY),
        None,
        MenuRow("copy", _t("&Copy"), ("Ctrl+C",), needs=SELECTION),
        MenuRow(
            "copy_with_times",
            _t("Copy With &Times and Voices"),
            ("Ctrl+Shift+C",),
            needs=SELECTION,
            is_in_menu=False,
        ),
        MenuRow("copy_as_quote", _t("Copy as &Quote"), ("Ctrl+Alt+C",), needs=SELECTION),
        MenuRow("copy_link", _t("Copy Lin&k to Here"), ("Ctrl+Shift+L",), needs=EPISODE),
        MenuRow("correct", _t("Correct &Words…"), ("C",), needs=TRANSCRIPT),
        MenuRow("corrections", _t("Correction&s…"), needs=TRANSCRIPT),
        MenuRow("save_corrected", _t("Sa&ve Corrected Transcript"), needs=TRANSCRIPT),
        MenuRow("select_all", _t("Select &All"), ("Ctrl+A",), needs=TRANSCRIPT, is_in_menu=False),
        None,
        MenuRow("find", _t("&Find…"), ("Ctrl+F",), "find", TRANSCRIPT),
        MenuRow("find_next", _t("Find &Next"), ("F3",), needs=TRANSCRIPT, is_in_menu=False),
        MenuRow(
            "find_previous", _t("Find &Previous"), ("Shift+F3",), needs=TRANSCRIPT, is_in_menu=False
        ),
        MenuRow("search_library", _t("Find in &Library…"), ("Ctrl+Shift+F",)),
        None,
        MenuRow("preferences", _t("P&references…"), ("Ctrl+,",)),
    ),
)

_VOICES = Submenu(
    "voices",
    _t("V&oices"),
    (
        MenuRow("name_voice", _t("&Who Says This?…"), ("V",), needs=TRANSCRIPT),
        MenuRow(
            "who_speaks",
            _t("Who &Speaks When"),
            ("Shift+V",),
            needs=TRANSCRIPT,
            is_checkable=True,
        ),
        MenuRow(
            "only_voice",
            _t("Show &Only This Voice"),
            ("Ctrl+Alt+V",),
            needs=TRANSCRIPT,
            is_checkable=True,
        ),
        None,
        MenuRow("previous_turn", _t("&Previous Turn of This Voice"), ("Alt+Up",), needs=BOTH),
        MenuRow("next_turn", _t("&Next Turn of This Voice"), ("Alt+Down",), needs=BOTH),
        MenuRow(
            "play_voice",
            _t("P&lay Only This Voice"),
            ("Ctrl+Shift+V",),
            needs=BOTH,
            is_checkable=True,
        ),
        None,
        MenuRow("guesses", _t("&Guesses…"), needs=TRANSCRIPT),
        MenuRow("confirm_voices", _t("&Confirm All Guesses"), needs=TRANSCRIPT),
        MenuRow("take_voices", _t("&Take Voices Into Notes"), needs=TRANSCRIPT),
        MenuRow("reset_voices", _t("Voices as the &File Says"), needs=TRANSCRIPT),
    ),
)

_VIEW = Submenu(
    "view",
    _t("&View"),
    (
        Submenu(
            "text_size",
            _t("Te&xt Size"),
            (
                MenuRow("zoom_in", _t("&Larger Text"), ("Ctrl++", "Ctrl+="), needs=TRANSCRIPT),
                MenuRow("zoom_out", _t("&Smaller Text"), ("Ctrl+-",), needs=TRANSCRIPT),
                MenuRow("zoom_reset", _t("&Normal Text Size"), ("Ctrl+0",), needs=TRANSCRIPT),
            ),
        ),
        Submenu(
            "typeface",
            _t("&Typeface"),
            (
                MenuRow("typeface_serif", _t("&Serif"), choice="typeface", value=SERIF),
                MenuRow("typeface_sans", _t("S&ans-serif"), choice="typeface", value=SANS),
            ),
            names_rows=True,
        ),
        Submenu(
            "theme",
            _t("T&heme"),
            (
                MenuRow("theme_system", _t("&As the System"), choice="theme", value=SYSTEM),
                MenuRow("theme_light", _t("&Light"), choice="theme", value="light"),
                MenuRow("theme_dark", _t("&Dark"), choice="theme", value="dark"),
                MenuRow("theme_sepia", _t("&Sepia"), choice="theme", value="sepia"),
                MenuRow("theme_contrast", _t("&High Contrast"), choice="theme", value="contrast"),
            ),
            names_rows=True,
        ),
        None,
        MenuRow("as_file_says", _t("Text &as the File Says"), needs=TRANSCRIPT, is_checkable=True),
        MenuRow("mark_word", _t("Mark Current &Word"), is_checkable=True),
        _VOICES,
        None,
        MenuRow("full_screen", _t("&Full Screen"), ("F11",), is_checkable=True),
    ),
)

_PLAYBACK = Submenu(
    "playback",
    _t("&Playback"),
    (
        MenuRow("play", _t("&Play"), ("Space",), "play", RECORDING, more_keys=_MEDIA_KEYS),
        MenuRow("back", _t("Skip &Back"), ("Left",), "back", RECORDING),
        MenuRow("forward", _t("Skip &Forward"), ("Right",), "forward", RECORDING),
        MenuRow("repeat_line", _t("&Repeat Line"), ("R",), "repeat-line", BOTH),
        MenuRow("loop", _t("&Loop Selection"), ("L",), "loop", BOTH, is_checkable=True),
        MenuRow(
            "play_here",
            _t("Play From &Here"),
            ("Return", "Enter"),
            needs=BOTH,
            is_local=True,
            is_in_menu=False,
        ),
        None,
        Submenu(
            "sync",
            _t("S&ync"),
            (
                MenuRow("spoken_now", _t("This Line Is Spoken &Now"), ("Ctrl+T",), needs=BOTH),
                MenuRow("check_sync", _t("&Check Sync…"), needs=BOTH),
                None,
                MenuRow("sync_points", _t("&Points and Breaks…"), needs=BOTH),
            ),
        ),
        None,
        Submenu(
            "speed",
            _t("&Speed"),
            (
                MenuRow("slower", _t("&Slower"), ("<",), needs=RECORDING),
                MenuRow("faster", _t("&Faster"), (">",), needs=RECORDING),
                MenuRow("normal_speed", _t("&Normal Speed"), ("Shift+0",), needs=RECORDING),
                None,
                *(_favourite(number) for number in range(1, FAVOURITES + 1)),
            ),
        ),
        Submenu(
            "study",
            _t("S&tudy"),
            (
                MenuRow(
                    "pause_after_lines",
                    _t("&Pause After Each Line"),
                    ("Shift+L",),
                    is_checkable=True,
                ),
                MenuRow("shorten_pauses", _t("&Shorten Pauses"), ("Shift+P",), is_checkable=True),
                None,
                MenuRow(
                    "caption_window",
                    _t("&Caption Window"),
                    ("Shift+C",),
                    needs=BOTH,
                    is_checkable=True,
                ),
            ),
        ),
        Submenu(
            "volume",
            _t("&Volume"),
            (
                MenuRow("volume_up", _t("&Volume Up"), ("Ctrl+Shift+Up",)),
                MenuRow("volume_down", _t("Volume &Down"), ("Ctrl+Shift+Down",)),
                MenuRow("mute", _t("&Mute"), ("M",), "volume", is_checkable=True),
                None,
                Submenu("device", _t("&Output Device")),
            ),
        ),
        Submenu(
            "sleep",
            _t("Sl&eep Timer"),
            (
                MenuRow("sleep_off", _t("&Off"), choice="sleep", value=SLEEP_OFF),
                *(
                    MenuRow(f"sleep_{minutes}", "", choice="sleep", value=minutes)
                    for minutes in SLEEP_MINUTES
                ),
                MenuRow("sleep_end", _t("&End of Episode"), choice="sleep", value=SLEEP_AT_END),
            ),
            names_rows=True,
        ),
    ),
)

_GO = Submenu(
    "go",
    _t("&Go"),
    (
        MenuRow("show_library", _t("&Library"), ("Alt+Home",)),
        None,
        MenuRow("previous_line", _t("&Previous Line"), ("Ctrl+Up",), "previous-line", BOTH),
        MenuRow("next_line", _t("&Next Line"), ("Ctrl+Down",), "next-line", BOTH),
        None,
        MenuRow("current_line", _t("Back to &Current Line"), ("Ctrl+G",), needs=BOTH),
        MenuRow("follow", _t("&Follow Along"), ("Ctrl+Shift+G",), needs=BOTH, is_checkable=True),
        MenuRow("announce", _t("&Say Current Line"), ("Ctrl+.",), needs=BOTH, is_in_menu=False),
        None,
        MenuRow("history_back", _t("Where You Listened &Before"), ("Alt+Left",)),
        MenuRow("history_forward", _t("Where You Listened &After"), ("Alt+Right",)),
    ),
)

_NOTES = Submenu(
    "keeping",
    _t("&Notes"),
    (
        MenuRow("keep", _t("&Keep What Was Said"), ("B",), "bookmark", EPISODE),
        MenuRow("note", _t("Write a &Note…"), ("N",), needs=EPISODE),
        Submenu(
            "highlight",
            _t("&Highlight"),
            (
                *(
                    MenuRow(f"colour_{number}", "", (str(number),), needs=COLOURABLE)
                    for number in range(1, COLOURS + 1)
                ),
                MenuRow("colour_0", _t("Bookmark, &Without Colour"), ("0",), needs=COLOURABLE),
            ),
        ),
        None,
        MenuRow("save_clip", _t("Sa&ve Audio Clip…"), ("Ctrl+Alt+S",), needs=SELECTION),
        MenuRow("quote_card", _t("Quote Car&d…"), ("Ctrl+Alt+Q",), needs=SELECTION),
        None,
        MenuRow("notes", _t("&Show Notes"), ("Ctrl+Shift+N",), "notes", EPISODE, is_checkable=True),
        MenuRow("all_notes", _t("&All Notes"), ("Ctrl+Shift+A",)),
        None,
        MenuRow("export_notes", _t("E&xport Notes…"), ("Ctrl+Alt+E",)),
        MenuRow("import_notes", _t("&Import Notes…")),
        MenuRow("colours", _t("&Colours…"), needs=EPISODE),
    ),
)

_HELP = Submenu(
    "help",
    _t("&Help"),
    (
        MenuRow("find_action", _t("&Find an Action…"), ("Ctrl+Shift+P",)),
        MenuRow("keyboard", _t("&Keyboard Shortcuts"), ("F1", "?")),
        MenuRow("sample", _t("Try the &Sample Episode")),
        None,
        MenuRow("about", _t("&About Earmark")),
    ),
)

MENUS = (_FILE, _EDIT, _VIEW, _PLAYBACK, _GO, _NOTES, _HELP)


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
        self._rows = {row.name: row for row in _rows(MENUS)}
        self._actions = {row.name: self._action(row) for row in self._rows.values()}
        self._choices = {
            name: self._choice(name) for name in dict.fromkeys(self._choice_names()) if name
        }
        self._devices = QActionGroup(self)
        self.menus = {menu.name: self._menu(menu) for menu in _submenus(MENUS)}
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

    def sections(self) -> list[tuple[str, list[QAction]]]:
        """The actions by the menu they stand in, for a list of all keys."""
        return [
            (plain_text(self.menus[menu.name].title()), [self[row.name] for row in _rows((menu,))])
            for menu in MENUS
        ]

    def listed(self) -> list[ListedAction]:
        """All actions in the order of the menus, what is seldom asked for last; with titles that
        need no menu beside them."""
        rows = sorted(_rows_by_menu(MENUS), key=lambda found: found[0].name in _SELDOM)
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
            action = menu.addAction(title.replace("&", "&&"))
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
        for submenu in _submenus(MENUS):
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


def _rows(menus: Iterable[MenuRow | Submenu | None]) -> Iterator[MenuRow]:
    for entry in menus:
        if isinstance(entry, MenuRow):
            yield entry
        elif entry is not None:
            yield from _rows(entry.rows)


def _rows_by_menu(menus: Iterable[Submenu]) -> Iterator[tuple[Submenu, MenuRow]]:
    """Each action with the menu that it stands in."""
    for menu in menus:
        for entry in menu.rows:
            if isinstance(entry, MenuRow):
                yield menu, entry
            elif entry is not None:
                yield from _rows_by_menu((entry,))


def _submenus(menus: Iterable[MenuRow | Submenu | None]) -> Iterator[Submenu]:
    for entry in menus:
        if isinstance(entry, Submenu):
            yield entry
            yield from _submenus(entry.rows)
