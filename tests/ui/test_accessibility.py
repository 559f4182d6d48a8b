"""The window as a screen reader meets it: the real app, read through the accessibility bus.

`atspi_client.py` does the reading, in the system's Python: pyatspi is Debian's, not PyPI's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Self

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import formats
from reader.library.indexing import Indexing
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from reader.transcript.model import Cue, CueKind, Transcript
from reader.transcript.reading_text import ReadingText
from tests.conftest import TONE
from tests.ui.conftest import Start, notebook_of
from tests.ui.reading.transcript_pane.conftest import Open
from tests.ui.reading.transcript_pane.conftest import open_pane as open_pane  # noqa: PLC0414 - a fixture
from tests.ui.voices.talk import DASHES
from ui.appearance.theme import THEMES, Theme
from ui.notes.unplaced_tray import Unplaced
from ui.reading.transcript_pane.page_style import PageStyle
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "earmark-tour.vtt"
PANE = ("text", "Transcript")
CONTROLS = {"push button", "check box", "radio button", "slider", "spin button", "menu item"}
PATIENCE = 40  # seconds for anything to come


def _missing() -> str:
    """What the bus needs and this machine lacks; empty where all is there."""
    if not sys.platform.startswith("linux"):
        return "the accessibility bus is Linux's"
    for program in ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return f"there is no {program}"
    imports = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if subprocess.run(imports, capture_output=True, check=False).returncode:
        return f"{SYSTEM_PYTHON} has no pyatspi"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "there is no at-spi2-core"
    return ""


_lacking = _missing()
on_bus = pytest.mark.skipif(bool(_lacking), reason=f"cannot read the window: {_lacking}")


class ScreenReader:
    """The app and its reader, on a screen and a bus of their own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._log = folder / "log"
        # The bus inside the screen: its registry, too, must find the screen to press keys.
        own = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
        app = [sys.executable, "-X", "faulthandler", "-m", "ui", *arguments]
        with self._log.open("w") as log:
            self._client = subprocess.Popen(
                [*own, SYSTEM_PYTHON, str(CLIENT), *app],
                cwd=ROOT,
                env=_environment(folder),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """End the app, which must end well."""
        with self._client:  # closes what leads to it
            assert self._client.stdin is not None
            self._client.stdin.close()
            code = self._client.wait(2 * PATIENCE)
        assert kind or code == 0, self._log.read_text()[-4_000:]

    def ask(self, question: str, *arguments: object) -> Any:
        """What the client's method of this name answers."""
        assert self._client.stdin is not None
        self._client.stdin.write(json.dumps([question, *arguments]) + "\n")
        self._client.stdin.flush()
        answer = self._answer()
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["answer"]

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for something to become so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end:
                pytest.fail(f"Never came: {what}. {self._log.read_text()[-2_000:]}")
            self.ask("rest")

    def until_shown(self, start: str, role: str = "push button") -> None:
        """Wait for a control whose name begins like this."""
        self.until(lambda: self.shows(start, role), f"{role} {start}")

    def until_focused(self, role: str, name: str) -> None:
        """Wait for a control to get the keyboard."""
        self.until(lambda: self.focused() == (role, name), f"focus on {role} {name}")

    def shows(self, start: str, role: str = "push button") -> bool:
        """Whether a control can be seen whose name begins like this."""
        return bool(self.ask("shows", role, start))

    def focused(self) -> tuple[str, str]:
        """Role and name of what has the keyboard."""
        found = self.ask("focused")
        return (found["role"], found["name"]) if found else ("", "")

    def press(self, keys: str) -> tuple[str, str]:
        """Press a key that moves the focus; role and name of where it came to."""
        before = self.focused()
        self.ask("press", keys)
        self.until(lambda: self.focused() != before, f"another focus than {before} by {keys}")
        return self.focused()

    def activate(self) -> None:
        """Give the window the keyboard, as there is no window manager to do it."""
        x, y, width, height = self.ask("area", "filler", "Player")
        self.ask("click", x + width // 2, y + height - 4)

    def _answer(self) -> dict[str, Any]:
        assert self._client.stdout is not None
        for line in self._client.stdout:
            if line.startswith("{"):  # the bus talks too
                answer: dict[str, Any] = json.loads(line)
                return answer
        raise AssertionError(f"The app or its reader ended:\n{self._log.read_text()[-4_000:]}")


def _environment(folder: Path) -> dict[str, str]:
    unset = {"WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    names = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    homes = dict.fromkeys(names, str(folder))
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return kept | homes | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@pytest.fixture(scope="module")
def open_episode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    with ScreenReader(tmp_path_factory.mktemp("episode"), str(SAMPLE)) as reader:
        reader.until_shown("Position: 0 seconds of", "slider")
        yield reader


@pytest.fixture
def episode(open_episode: ScreenReader) -> ScreenReader:
    """The sample from its start, paused, followed, the keyboard in the transcript."""
    reader = open_episode
    reader.activate()
    if reader.shows("Pause"):
        reader.ask("act", "push button", "Pause")
    reader.until_shown("Play")
    reader.ask("set_value", "slider", "Position", 0.0)
    reader.until_shown("Position: 0 seconds of", "slider")
    reader.ask("focus", *PANE)
    reader.until_focused(*PANE)
    reader.ask("press", "Ctrl+g")
    reader.until(lambda: not reader.shows("Back to"), "following")
    return reader


@on_bus
def test_every_control_says_its_name_and_the_window_its_episode(episode: ScreenReader) -> None:
    assert episode.shows("A tour of Earmark", "frame")
    seen = [each for each in episode.ask("tree") if each["role"] in CONTROLS]
    items = [each for each in episode.ask("tree", True) if each["role"] == "menu item"]
    assert len(seen) > 15
    assert len(items) > 50
    assert not [each for each in seen + items if not each["name"]]


@on_bus
def test_the_seek_bar_speaks_the_time_and_can_be_moved(episode: ScreenReader) -> None:
    episode.ask("set_value", "slider", "Position", 60.0)
    episode.until_shown("Position: 1 minute of 2 minutes", "slider")


@on_bus
def test_the_transcript_offers_its_text_caret_and_selection(episode: ScreenReader) -> None:
    shown = next(each for each in episode.ask("tree") if each["name"] == "Transcript")
    assert shown["role"] == "text"  # Qt calls a QTextBrowser a label
    assert {"multi line", "read only", "focusable", "focused"} <= set(shown["states"])
    whole = formats.read(SAMPLE.read_bytes(), SAMPLE.name)
    assert episode.ask("text", *PANE)["text"] == ReadingText(whole).text
    episode.ask("set_caret", *PANE, 40)
    assert episode.ask("text", *PANE)["caret"] == 40
    episode.ask("select", *PANE, 10, 25)
    assert episode.ask("text", *PANE)["selections"] == [[10, 25]]


@on_bus
def test_a_character_far_down_has_a_place_once_its_line_was_asked_for(
    episode: ScreenReader,
) -> None:
    far = episode.ask("text", *PANE)["count"] - 3
    line, start, end = episode.ask("line", *PANE, far)
    assert line.strip()
    assert start <= far < end <= start + 120
    _, y, width, height = episode.ask("extents", *PANE, far)
    _, top, _, room = episode.ask("area", *PANE)
    assert width > 0
    assert height > 10
    assert y > top + room  # below what can be seen
    episode.ask("scroll_to", *PANE, far, far + 1)
    _, y, _, _ = episode.ask("extents", *PANE, far)
    assert top < y < top + room


@on_bus
def test_play_can_be_pressed_without_a_key(episode: ScreenReader) -> None:
    episode.ask("act", "push button", "Skip Forward")
    episode.until_shown("Position: 30 seconds of", "slider")
    assert not episode.shows("Pause")
    episode.ask("act", "push button", "Play")
    episode.until_shown("Pause")


def _hears(reader: ScreenReader, words: str) -> bool:
    return any(kind == "announcement" and words in what for kind, _, what in reader.ask("heard"))


@on_bus
def test_the_list_of_actions_is_said_row_by_row(episode: ScreenReader) -> None:
    episode.ask("heard")
    episode.ask("press", "Ctrl+Shift+P")
    episode.until_focused("text", "Find an action")
    for letter in "copy l":
        episode.ask("press", "Space" if letter == " " else letter)
    episode.until(lambda: _hears(episode, "Copy Link to Here, Ctrl+Shift+L"), "the row")
    episode.ask("press", "Escape")
    episode.until_focused(*PANE)


def _is_listed(reader: ScreenReader, words: str) -> bool:
    return any(each["role"] == "list item" and words in each["name"] for each in reader.ask("tree"))


@on_bus
def test_keep_and_the_note_beside_the_text_are_read(episode: ScreenReader) -> None:
    assert episode.shows("Keep What Was Said")
    episode.ask("set_value", "slider", "Position", 30.0)
    episode.until_shown("Position: 30 seconds of", "slider")
    episode.ask("press", "n")
    episode.until_focused("text", "Note")
    assert episode.shows("Note", "text")  # found from the window down, not only by its focus
    episode.ask("press", "x")
    episode.ask("press", "Escape")
    episode.until_focused(*PANE)
    episode.until(lambda: _is_listed(episode, "Note: x"), "what was written")
    episode.ask("act", "push button", "Close notes")
    episode.until(lambda: not episode.shows("Close notes"), "the notes closed")
    for _ in range(2):  # the note, then what it was written on
        episode.ask("press", "Ctrl+z")


@on_bus
def test_who_says_this_is_asked_answered_and_read(episode: ScreenReader) -> None:
    episode.ask("press", "v")
    episode.until_focused("text", "Who says this?")
    assert episode.shows("All of this voice", "radio button")
    for key in ("Home", "x"):
        episode.ask("press", key)
    episode.ask("press", "Enter")
    episode.until_focused(*PANE)
    episode.until(lambda: _begins_with(episode, "xNora\n"), "the name in the text")
    episode.ask("press", "Shift+v")
    episode.until_shown("Save Picture")
    episode.ask("press", "Shift+v")
    episode.until(lambda: not episode.shows("Save Picture"), "the strip closed")
    episode.ask("press", "Ctrl+z")
    episode.until(lambda: _begins_with(episode, "Nora\n"), "the name of the file")


def _has_focus(reader: ScreenReader, start: str) -> bool:
    return reader.focused()[1].startswith(start)


@on_bus
def test_a_guess_is_confirmed_under_its_name_and_read(tmp_path: Path) -> None:
    talk = tmp_path / "talk.vtt"
    talk.write_text(DASHES, encoding="utf-8")
    with ScreenReader(tmp_path, str(talk)) as reader:
        reader.until_shown("Play")
        reader.activate()
        reader.ask("focus", *PANE)
        reader.until_focused(*PANE)
        reader.ask("press", "v")
        for field, name in (("Who says this?", "ann"), ("Who takes turns", "bo")):
            reader.until(partial(_has_focus, reader, field), field)
            for key in (*name, "Enter"):
                reader.ask("press", key)
        reader.until_focused(*PANE)
        reader.until_shown("Confirm that bo says this")
        assert reader.press("Tab") == ("push button", "Confirm that bo says this")
        reader.ask("press", "Enter")
        reader.until_shown("Confirm that ann says this")


@on_bus
def test_a_corrected_word_says_what_the_file_has_as_long_as_the_caret_is_in_it(
    episode: ScreenReader,
) -> None:
    before = episode.ask("text", *PANE)["text"]
    start = before.index("hearing a voice")
    episode.ask("set_caret", *PANE, start + 2)
    episode.ask("press", "c")
    episode.until_focused("text", "What is said")
    for key in ("x", "Enter"):
        episode.ask("press", key)
    episode.until_focused(*PANE)
    episode.until(
        lambda: episode.ask("text", *PANE)["text"][start : start + 2] == "x ", "the correction"
    )
    episode.ask("heard")
    episode.ask("set_caret", *PANE, start)
    said, heard = "corrected, was hearing", list[list[str]]()
    episode.until(lambda: ["property-change", "Transcript", said] in _heard(episode, heard), said)
    # Orca says the word when it hears of the caret, and then what is new in the description.
    kinds = [kind for kind, source, _ in heard if source == "Transcript"]
    assert kinds == ["text-caret-moved", "property-change"]
    assert episode.ask("description", *PANE) == said
    episode.ask("set_caret", *PANE, start - 3)
    episode.until(lambda: not episode.ask("description", *PANE), "nothing said elsewhere")
    episode.ask("press", "Ctrl+z")
    episode.until(lambda: episode.ask("text", *PANE)["text"] == before, "the file's words")


def _heard(reader: ScreenReader, so_far: list[list[str]]) -> list[list[str]]:
    so_far += reader.ask("heard")
    return so_far


def _begins_with(reader: ScreenReader, text: str) -> bool:
    return str(reader.ask("text", *PANE)["text"]).startswith(text)


@on_bus
def test_b_is_answered_in_words(episode: ScreenReader) -> None:
    episode.ask("set_value", "slider", "Position", 30.0)
    episode.until_shown("Position: 30 seconds of", "slider")
    episode.ask("focus", *PANE)
    episode.until_focused(*PANE)
    episode.ask("heard")
    episode.ask("press", "b")
    episode.until(lambda: _hears(episode, "Kept at 0:"), "that it was kept")
    episode.ask("press", "Ctrl+z")
    episode.until(lambda: _hears(episode, "Removed bookmark"), "that it was taken back")


@on_bus
def test_the_line_is_said_on_demand_and_never_while_following(episode: ScreenReader) -> None:
    text = episode.ask("text", *PANE)["text"]
    episode.ask("heard")
    episode.ask("press", "Space")
    episode.until(lambda: _seconds(episode) >= 7, "7 seconds of playing")  # some lines
    reported = episode.ask("heard")
    assert not [what for kind, _, what in reported if kind == "announcement" and what in text]
    assert ["text-caret-moved", "Transcript"] not in [each[:2] for each in reported]
    episode.ask("press", "Ctrl+.")
    episode.until(lambda: _is_line_said(episode, text), "the line said")


def _seconds(reader: ScreenReader) -> int:
    """The time, as the seek bar speaks it within the first minute."""
    found = next(each for each in reader.ask("tree") if each["name"].startswith("Position: "))
    return int(found["name"].split()[1])


def _is_line_said(reader: ScreenReader, text: str) -> bool:
    return any(kind == "announcement" and what in text for kind, _, what in reader.ask("heard"))


@on_bus
def test_tab_goes_in_reading_order_and_comes_back(episode: ScreenReader) -> None:
    places = [_middle(episode, *PANE)]
    while (here := episode.press("Tab")) != PANE:
        places.append(_middle(episode, *here))
        assert len(places) < 40, "Tab never comes back to the transcript"
    assert len(places) > 10
    top = places.index(min(places))
    assert places[top:] + places[:top] == sorted(places), "not row by row from left to right"


def _middle(reader: ScreenReader, role: str, name: str) -> tuple[int, int]:
    """In which row of controls, and how far from the left."""
    x, y, width, height = reader.ask("area", role, name.partition(":")[0])
    return (y + height // 2) // 20, x + width // 2


@on_bus
def test_the_library_is_read_out_and_walked_by_keys(tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    talks.mkdir()
    library = Library(tmp_path / "earmark" / "earmark.db")
    for name in ("Ice", "Fire"):
        recording = talks / f"{name}.mp3"
        recording.write_bytes(TONE.read_bytes() + name.encode())
        library.record_opened(recording, None, name, show="Deep Time", date="2024-01-12")
    library.close()
    fire, ice = (f"{name}, Deep Time · 12 Jan 2024, New, No transcript" for name in ("Fire", "Ice"))
    with ScreenReader(tmp_path) as reader:
        reader.until_shown(ice, "list item")
        assert reader.shows("Search titles, words spoken and notes", "text")
        assert reader.shows("Episodes", "list")
        assert reader.ask("area", "list item", fire)[2] > 400  # px wide
        x, y, _, height = reader.ask("area", "text", "Search titles, words spoken and notes")
        reader.ask("click", x + 60, y + height // 2)
        reader.until_focused("text", "Search titles, words spoken and notes")
        reader.ask("press", "Down")
        reader.until_focused("list item", fire)
        reader.ask("press", "Down")
        reader.until_focused("list item", ice)
        reader.ask("press", "Enter")
        reader.until_shown("Play")
        reader.ask("press", "Ctrl+q")
        reader.until(lambda: bool(reader.ask("has_ended")), "the end")


@on_bus
def test_what_is_found_is_read_out_and_opened_by_keys(tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    talks.mkdir()
    file = LibraryFile(tmp_path / "earmark" / "earmark.db")
    for name, said in (("Ice", "The glacier sings."), ("Fire", "Lava is slow.")):
        recording, transcript = talks / f"{name}.mp3", talks / f"{name}.vtt"
        recording.write_bytes(TONE.read_bytes() + name.encode())
        transcript.write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>{said}\n")
        Library(file).record_opened(recording, transcript, name, show="Deep Time")
    # Made here, it need not be waited for there.
    index = WordIndex(tmp_path / "earmark" / "words.db")
    Indexing(index, Catalogue(file), Library(file)).run()
    index.close()
    file.close()
    line = "Mara, 0:01, The glacier sings., Ice"
    with ScreenReader(tmp_path) as reader:
        reader.until_shown("Episodes", "list")
        x, y, _, height = reader.ask("area", "text", "Search titles, words spoken and notes")
        reader.ask("click", x + 60, y + height // 2)
        reader.until_focused("text", "Search titles, words spoken and notes")
        for key in "glacier":
            reader.ask("press", key)
        reader.until_shown(line, "list item")
        assert reader.shows("Spoken, 1", "check box")
        for name in ("Any show", "Any voice", "Best first"):
            assert reader.shows(name, "combo box")
        reader.until(
            lambda: any("Found in 1" in each[-1] for each in reader.ask("heard")), "a word"
        )
        reader.ask("press", "Down")
        reader.until_focused("list item", line)
        reader.ask("press", "Ctrl+Enter")
        reader.until_shown("Play")
        reader.ask("press", "Ctrl+q")
        reader.until(lambda: bool(reader.ask("has_ended")), "the end")


@on_bus
def test_the_whole_window_can_be_walked_by_keys(tmp_path: Path) -> None:
    with ScreenReader(tmp_path) as reader:
        _walk_from_library_to_playing(reader)
        _walk_through_find(reader)
        _walk_back_to_the_line(reader)
        _walk_through_preferences(reader)
        reader.ask("press", "Ctrl+q")
        reader.until(lambda: bool(reader.ask("has_ended")), "the end")


def _walk_from_library_to_playing(reader: ScreenReader) -> None:
    reader.until_shown("Try the Sample")
    x, y, width, _ = reader.ask("area", "label", "Or drop")
    reader.ask("click", x + width // 2, y + 4)
    reader.until_focused("push button", "Watch a Folder…")
    assert reader.press("Tab")[1] == "Open…"
    assert reader.press("Tab")[1] == "Try the Sample"
    reader.ask("press", "Space")
    reader.until_focused(*PANE)  # after "Cancel", where the opening takes long
    reader.until_shown("Position: 0 seconds of", "slider")
    reader.ask("press", "Space")
    reader.until_shown("Pause")


def _walk_through_find(reader: ScreenReader) -> None:
    field = reader.press("Ctrl+f")
    assert field == ("text", "Find in the transcript")
    for key in ("l", "i", "n", "e", "Space"):  # Space writes, and does not pause
        reader.ask("press", key)
    reader.until(lambda: reader.ask("text", *field)["text"] == "line ", "what was typed")
    assert reader.shows("Pause")
    assert reader.press("Escape") == PANE


def _walk_back_to_the_line(reader: ScreenReader) -> None:
    reader.ask("press", "Ctrl+End")
    reader.until_shown("Back to ")
    assert reader.press("Tab")[1].startswith("Back to ")
    assert reader.press("Space") == PANE  # presses the button, and does not pause
    assert not reader.shows("Back to ")
    assert reader.shows("Pause")
    reader.ask("press", "Space")  # now it does
    reader.until_shown("Play")


def _walk_through_preferences(reader: ScreenReader) -> None:
    first = reader.press("Ctrl+,")
    assert first[0] == "page tab list"
    stops = 1
    while reader.press("Tab") != first:
        stops += 1
        assert stops < 30, "Tab never comes back to the first control"
    assert stops > 5
    reader.ask("press", "Escape")
    reader.until(lambda: not reader.shows("Reset to Defaults"), "the dialog gone")
    reader.activate()
    reader.until_focused(*PANE)


@on_bus
def test_what_is_kept_is_reported_and_found_again_by_keys(episode: ScreenReader) -> None:
    reader = episode
    reader.ask("set_caret", *PANE, 0)  # what is selected would be kept
    reader.ask("set_value", "slider", "Position", 20.0)
    reader.until_shown("Position: 20 seconds of", "slider")
    reader.ask("press", "b")
    reader.until_shown("One sentence longer")
    reader.ask("press", "Ctrl+Shift+a")
    reader.until_focused("text", "Search all notes by words or tags")
    reader.until_shown("New, Bookmark, ", "list item")
    assert reader.press("Down")[0] in {"list", "list item"}
    for each in reader.ask("tree"):
        assert each["name"] or each["role"] not in CONTROLS
    reader.ask("press", "Escape")
    reader.until_focused(*PANE)
    reader.ask("press", "Ctrl+z")


# What the pane reports, seen from inside: so much needs no bus


def _place_reported(pane: TranscriptPane, position: int) -> QPoint:
    text = QAccessible.queryAccessibleInterface(pane).textInterface()
    return pane.viewport().mapFromGlobal(text.characterRect(position).topLeft())


def _place_painted(pane: TranscriptPane, position: int) -> QPoint:
    box = pane.boxes(position, position + 1)[0]
    return box.topLeft().toPoint() - QPoint(0, pane.scroll_bar.value())


@pytest.mark.parametrize("position", [200, 9_000])
def test_a_character_is_where_it_is_painted_after_zoom_and_resize(
    open_pane: Open, position: int
) -> None:
    pane = open_pane()
    pane.page_layout.has_listener = lambda: True
    for width, size in ((900, 15.0), (1_300, 15.0), (1_300, 22.0), (500, 11.0)):
        pane.resize(width, 600)
        pane.set_page_style(PageStyle(size=size))
        pane.show_position(position)
        pane.grab()
        apart = _place_reported(pane, position) - _place_painted(pane, position)
        assert apart.manhattanLength() < 12


def test_nothing_is_reported_of_lines_that_another_size_has_broken_again(open_pane: Open) -> None:
    pane = open_pane()
    pane.page_layout.has_listener = lambda: True
    position = 9_000
    pane.show_position(position)
    pane.grab()
    assert pane.document().findBlock(position).layout().lineCount()
    pane.scroll_to(0)
    pane.set_page_style(PageStyle(size=30.0))
    assert not pane.document().findBlock(position).layout().lineCount()


def test_assistive_technology_can_scroll_the_page(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    last = len(pane.reading.text) - 10
    text = QAccessible.queryAccessibleInterface(pane).textInterface()
    with qtbot.waitSignal(pane.user_scrolled):
        text.scrollToSubstring(last, last + 1)
    assert 0 <= _place_painted(pane, last).y() < pane.viewport().height()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_sound_is_painted_in_ink_where_quieter_text_could_not_be_read(
    open_pane: Open, theme: Theme
) -> None:
    sound = Cue(1, 2_000, 4_000, "(laughing)", kind=CueKind.SOUND)
    pane = open_pane(Transcript((Cue(0, 0, 2_000, "Good morning."), sound)))
    pane.set_theme(theme)
    assert _inmost_colour(pane, theme) == theme.faint
    pane.set_current((1,))
    assert _inmost_colour(pane, theme) == theme.ink
    pane.set_current((0,))
    pane.set_hits([pane.reading.ranges(1)[0]], 0)
    assert _inmost_colour(pane, theme) == theme.ink


def _inmost_colour(pane: TranscriptPane, theme: Theme) -> str:
    """Which of the text's two colours comes nearest to what is painted over the sound."""
    area = pane.boxes(*pane.reading.ranges(1)[0])[0].toRect()
    image = pane.viewport().grab(area).toImage()
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    is_dark = QColor(theme.paper).lightness() < 128
    inmost = (max if is_dark else min)(dot.lightness() for dot in dots)
    colours = {abs(QColor(each).lightness() - inmost): each for each in (theme.faint, theme.ink)}
    return colours[min(colours)]


def test_focus_can_be_seen_on_every_control(start: Start, qtbot: QtBot) -> None:
    window = start(SAMPLE).window
    window.reading_page.open_find()
    window.reading_page.follow.stop()
    assert _unseen_stops(window, 16) == []


def test_focus_can_be_seen_among_the_notes(start: Start, qtbot: QtBot) -> None:
    earmark = start(SAMPLE)
    window, controllers = earmark.window, earmark.controllers
    qtbot.waitUntil(
        lambda: controllers.notebook is not None and notebook_of(earmark).notes.notebook.is_ready
    )
    earmark.transport.seek(20_000)
    controllers.commands["keep"].trigger()
    qtbot.waitUntil(
        lambda: (
            controllers.notebook is not None and notebook_of(earmark).notes.panel.shown_ids != []
        )
    )
    tray = notebook_of(earmark).notes.panel.tray
    tray.set_unplaced((Unplaced("one", "Words.", "Other words."),))
    tray.findChildren(QToolButton)[0].click()
    controllers.commands["notes"].trigger()
    qtbot.waitUntil(lambda: tray.width() > 200)
    assert _unseen_stops(window, 25) == []
    controllers.commands["all_notes"].trigger()
    qtbot.waitUntil(
        lambda: (
            controllers.notebook is not None
            and len(notebook_of(earmark).all_notes.page.model.rows) > 0
        )
    )
    assert _unseen_stops(window, 8) == []


def _unseen_stops(window: QWidget, least: int) -> list[str]:
    """Where Tab leads and nothing shows it."""
    unseen, seen = [], set[QWidget]()
    while (widget := _next_stop(window)) not in seen:
        seen.add(widget)
        if not _looks_focused(window, widget):
            unseen.append(widget.accessibleName() or str(widget))
    assert len(seen) >= least
    return unseen


def _next_stop(window: QWidget) -> QWidget:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    widget = window.focusWidget()
    assert widget is not None
    return widget


def _looks_focused(window: QWidget, widget: QWidget) -> bool:
    with_focus = widget.grab().toImage()
    widget.clearFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return with_focus != without
