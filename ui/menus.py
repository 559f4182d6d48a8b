"""What stands in the menus: each action once, with its text, keys and icon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QLocale

from reader.annotation import COLOURS
from reader.formats import FORMATS
from reader.formats.decoding import ENCODINGS
from reader.formats.frames import FRAME_RATES
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
        MenuRow("colours", _t("&Colours…")),
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


def rows_in(menus: Iterable[MenuRow | Submenu | None]) -> Iterator[MenuRow]:
    """All actions of menus, in their order."""
    for entry in menus:
        if isinstance(entry, MenuRow):
            yield entry
        elif entry is not None:
            yield from rows_in(entry.rows)


def rows_by_menu(menus: Iterable[Submenu]) -> Iterator[tuple[Submenu, MenuRow]]:
    """Each action with the menu that it stands in."""
    for menu in menus:
        for entry in menu.rows:
            if isinstance(entry, MenuRow):
                yield menu, entry
            elif entry is not None:
                yield from rows_by_menu((entry,))


def submenus(menus: Iterable[MenuRow | Submenu | None]) -> Iterator[Submenu]:
    """Menus with all that stand in them."""
    for entry in menus:
        if isinstance(entry, Submenu):
            yield entry
            yield from submenus(entry.rows)
