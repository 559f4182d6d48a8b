"""Preferences: typed, with defaults, kept in an INI file, with a signal when they change."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from reader import paths
from reader.foreign_names import path_of, shown

T = TypeVar("T")

SAVE_DELAY = 500  # milliseconds in which changes gather, as a slider makes many

_log = logging.getLogger(__name__)


class Preference(Generic[T]):
    """One row of the table: `check` makes a good value of what is set or read from the file,
    or raises ValueError; `stored` turns it into what the file holds."""

    __slots__ = ("check", "default", "key", "stored")

    def __init__(
        self,
        key: str,
        default: T,
        check: Callable[[Any], T],
        stored: Callable[[T], object] = str,
    ) -> None:
        self.key, self.default, self.check, self.stored = key, default, check, stored


def choice(key: str, *options: str) -> Preference[str]:
    """One of `options`; the first is the default."""

    def check(value: object) -> str:
        if value not in options:
            raise ValueError(f"{key} is one of {', '.join(options)}, not {value!r}")
        return str(value)

    return Preference(key, options[0], check)


def switch(key: str, *, default: bool) -> Preference[bool]:
    """On or off."""
    return Preference(key, default, _bool, lambda is_on: "true" if is_on else "false")


def whole(key: str, default: int, low: int, high: int) -> Preference[int]:
    """A whole number, kept between `low` and `high`."""
    return Preference(key, default, lambda value: max(low, min(high, int(value))))


def decimal(key: str, default: float, low: float, high: float) -> Preference[float]:
    """A number, kept between `low` and `high`."""
    return Preference(key, default, lambda value: max(low, min(high, _finite(value))))


def text(key: str) -> Preference[str]:
    """Any text; empty by default."""
    return Preference(key, "", _text)


def folder(key: str) -> Preference[str]:
    """The path of a folder; empty by default. One that is not UTF-8 is stored as an address."""
    return Preference(key, "", _folder, _stored_folder)


def state(key: str) -> Preference[bytes]:
    """What Qt's `saveGeometry` and `saveState` gave, as `bytes`; empty by default."""
    return Preference(key, b"", _bytes, QByteArray)


def rates(key: str, *default: float) -> Preference[tuple[float, ...]]:
    """As many playback rates as there are in `default`."""

    def check(value: Sequence[object]) -> tuple[float, ...]:
        if isinstance(value, str) or len(value) != len(default):
            raise ValueError(f"{key} takes {len(default)} rates, not {value!r}")
        return tuple(RATE.check(rate) for rate in value)

    return Preference(key, default, check, lambda values: [str(rate) for rate in values])


def _bool(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise ValueError(f"neither true nor false: {value!r}")


def _finite(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"not a number to use: {value!r}")
    return number


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {value!r}")  # noqa: TRY004 - a bad value is a ValueError
    return value


def _folder(value: object) -> str:
    text = _text(value)
    return str(path_of(text)) if text.startswith("file:") else text


def _stored_folder(text: str) -> str:
    return text if shown(text) == text else Path(text).absolute().as_uri()


def _bytes(value: object) -> bytes:
    if isinstance(value, QByteArray):
        return bytes(value.data())
    if isinstance(value, bytes):
        return value
    raise ValueError(f"not bytes: {value!r}")


THEME = choice("theme", "system", "light", "dark", "sepia", "contrast")
TYPE_FAMILY = choice("type_family", "serif", "sans")
TYPE_SIZE = whole("type_size", 15, 8, 48)  # points
LINE_HEIGHT = decimal("line_height", 1.7, 1.2, 2.6)  # times the size of the type
COLUMN_WIDTH = whole("column_width", 68, 40, 110)  # characters
IS_CLICK_TO_PLAY = switch("is_click_to_play", default=True)
IS_WORD_MARKED = switch("is_word_marked", default=True)
# Words are also marked where the file has no times for them, by an estimate.
ARE_WORDS_ESTIMATED = switch("are_words_estimated", default=True)
ARE_BLANKS_SHOWN = switch("are_blanks_shown", default=False)
ARE_ROLLS_COLLAPSED = switch("are_rolls_collapsed", default=True)
ARE_LOOPS_FOLDED = switch("are_loops_folded", default=True)
ARE_LINES_JOINED = switch("are_lines_joined", default=False)
VIEWS = {  # by their names in `reader.overlays.views`
    "rolls": ARE_ROLLS_COLLAPSED,
    "loops": ARE_LOOPS_FOLDED,
    "sentences": ARE_LINES_JOINED,
}
LIBRARY_ORDER = choice("library_order", "newest", "title", "last_heard", "length")
ARE_COVERS_SHOWN = switch("are_covers_shown", default=False)  # of the library's episodes
IS_MOTION_REDUCED = choice("is_motion_reduced", "system", "on", "off")
BACK_STEP = whole("back_step", 10_000, 1_000, 600_000)  # milliseconds, as the next three
FORWARD_STEP = whole("forward_step", 30_000, 1_000, 600_000)
REACTION_LEAD = whole("reaction_lead", 1_000, 0, 30_000)  # from the words to the key B
OUTPUT_DELAY = whole("output_delay", 0, 0, 3_000)  # ms from playing to hearing, by Bluetooth
LEAD_IN = whole("lead_in", 1_000, 0, 30_000)  # heard before a note that is played
IS_PAUSED_WHILE_WRITING = switch("is_paused_while_writing", default=False)
NOTE_COLOUR = whole("note_colour", 1, 1, 5)  # of words that a note is written on
IS_NOTES_SHOWN = switch("is_notes_shown", default=False)
IS_KEEPING_KNOWN = switch("is_keeping_known", default=False)  # B was pressed, or named once
REWIND_ON_RESUME = whole("rewind_on_resume", 2_000, 0, 60_000)
REWIND_AFTER = whole("rewind_after", 60_000, 0, 86_400_000)  # the pause that calls for it
IS_PAUSED_AFTER_LINES = switch("is_paused_after_lines", default=False)
ARE_PAUSES_SHORTENED = switch("are_pauses_shortened", default=False)
CAPTION_GEOMETRY = state("caption_geometry")
RATE = decimal("rate", 1.0, 0.5, 3.0)
FAVOURITE_RATES = rates("favourite_rates", 0.8, 1.0, 1.25, 1.5, 2.0)
VOLUME = whole("volume", 80, 0, 100)
IS_MUTED = switch("is_muted", default=False)
OUTPUT_DEVICE = text("output_device")  # empty: the system's default
WINDOW_GEOMETRY = state("window_geometry")
IS_TRAY_SHOWN = switch("is_tray_shown", default=False)
IS_REMAINING_AT_RATE = switch("is_remaining_at_rate", default=True)
FIND_MATCHES_CASE = switch("find_matches_case", default=False)
FIND_MATCHES_ACCENTS = switch("find_matches_accents", default=False)
NOTE_FORMAT = text("note_format")  # of exported notes, as `reader.notes.exporting` calls it
NOTE_TEXT_FORMAT = text("note_text_format")  # of copied ones; empty: quotes with their source
NOTE_CONTEXT = whole("note_context", 0, 0, 50)  # sentences
HAS_NOTE_TIMES = switch("has_note_times", default=True)
HAS_NOTE_VOICES = switch("has_note_voices", default=True)
HAS_NOTE_LINKS = switch("has_note_links", default=True)
RECENT_ACTIONS = text("recent_actions")  # their names, the newest first, between commas
LAST_FOLDER = folder("last_folder")
MARKDOWN_FOLDER = folder("markdown_folder")  # where what is kept is written; empty: nowhere
CARD_STYLE = choice("card_style", "paper", "night", "colour")
CARD_SHAPE = choice("card_shape", "square", "wide")
CLIP_FORMAT = choice("clip_format", "m4a", "mp3", "opus", "wav")
CLIP_FOLDER = folder("clip_folder")  # empty: beside the recording
HAS_CLIP_CAPTIONS = switch("has_clip_captions", default=False)
IS_CLIP_FADED = switch("is_clip_faded", default=False)


class Settings(QObject):
    """The preferences of one file. `changed` carries the key of what has another value now.

    Changes are written within `SAVE_DELAY`; `save` at the end writes the last of them.
    """

    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or paths.config_folder() / "earmark.ini"
        # Qt writes to another place where it cannot hold the name: then nothing is kept.
        place = str(self.path) if shown(str(self.path)) == str(self.path) else ""
        self._file = QSettings(place, QSettings.Format.IniFormat)
        self._unsaved: dict[str, object] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_DELAY)
        self._timer.timeout.connect(self.save)

    def get(self, preference: Preference[T]) -> T:
        """The value set or kept; the default where the file has none or a bad one."""
        stored = self._unsaved.get(preference.key, self._file.value(preference.key))
        try:
            return preference.default if stored is None else preference.check(stored)
        except (ValueError, TypeError, OverflowError):
            return preference.default

    def set(self, preference: Preference[T], value: T) -> None:
        """Use `value` from now on, numbers brought into their range; saved within a moment.

        Raises ValueError for a value that the preference cannot have.
        """
        checked = preference.check(value)
        if checked == self.get(preference):
            return
        self._unsaved[preference.key] = preference.stored(checked)
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit(preference.key)

    def save(self) -> None:
        """Write what is not written yet; a file that can't be written is logged, no more."""
        self._timer.stop()
        for key, value in self._unsaved.items():
            self._file.setValue(key, value)
        self._unsaved.clear()
        self._file.sync()
        if self._file.status() == QSettings.Status.AccessError:
            _log.warning("The settings could not be written to %s", self.path)
