"""Keys of keyboards that write another script, or that need Shift for the digits."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_actions import Window
from ui.widgets.key_places import KeyPlaces, meant_key

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier

# X11's numbers of keys, by what a US keyboard writes on them.
KEYS = {"B": 56, "N": 57, "R": 27, "L": 46, "M": 58, "O": 32, "0": 19, ",": 59, ".": 60}
DIGITS = {str(number): 9 + number for number in range(1, 6)}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    KeyPlaces(window)
    window.actions_by_name.set_available(recording=True, transcript=True)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page)
    yield window
    window.close()


def pressed(key: int, code: int, modifiers: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, "?")


def press(widget: QWidget, event: QKeyEvent) -> None:
    QApplication.sendEvent(widget, event)


RUSSIAN_B, GREEK_R, A_GRAVE = 0x418, 0x3A1, 0xE0


@pytest.mark.parametrize(
    ("key", "code", "modifiers", "action"),
    [
        (RUSSIAN_B, KEYS["B"], PLAIN, "keep"),
        (GREEK_R, KEYS["R"], PLAIN, "repeat_line"),
        (0x429, KEYS["O"], CTRL, "open"),
        (0x411, KEYS[","], SHIFT, "slower"),
        (Qt.Key.Key_1, DIGITS["1"], SHIFT, "favourite_1"),
        (A_GRAVE, KEYS["0"], SHIFT, "normal_speed"),
    ],
)
def test_a_key_means_what_it_does_on_a_us_keyboard(
    window: Window, key: int, code: int, modifiers: Qt.KeyboardModifier, action: str
) -> None:
    press(window.page, pressed(key, code, modifiers))
    assert window.done == [action]


@pytest.mark.parametrize(
    ("key", "code"),
    [(Qt.Key.Key_Comma, KEYS["M"]), (0xF6, 47), (RUSSIAN_B, 200), (Qt.Key.Key_F5, KEYS["B"])],
)
def test_a_latin_letter_means_what_it_writes(window: Window, key: int, code: int) -> None:
    press(window.page, pressed(key, code))
    assert window.done == []


def test_what_cannot_be_done_is_not_done(window: Window) -> None:
    window.actions_by_name.set_available()
    press(window.page, pressed(RUSSIAN_B, KEYS["B"]))
    press(window.page, pressed(0x26, DIGITS["1"]))
    assert window.done == []


def test_in_a_field_it_writes_or_is_left_alone(window: Window) -> None:
    window.field.setFocus()
    press(window.field, pressed(RUSSIAN_B, KEYS["B"]))
    press(window.field, pressed(0x421, 54, CTRL))  # Ctrl+C must not copy from the page
    assert window.done == []
    assert window.field.text() == "?"


def test_the_key_that_is_meant() -> None:
    assert meant_key(pressed(RUSSIAN_B, KEYS["B"])) == Qt.Key.Key_B
    assert meant_key(pressed(Qt.Key.Key_N, KEYS["B"])) == Qt.Key.Key_N
    assert meant_key(pressed(Qt.Key.Key_Escape, 9)) == Qt.Key.Key_Escape
    assert meant_key(pressed(0xF6, 47)) == 0xF6


# Real keys, of real keyboards


@pytest.fixture
def use_layout() -> Iterator[Callable[[str], None]]:
    if QGuiApplication.platformName() != "xcb" or not shutil.which("xdotool"):
        pytest.skip("needs an X server and xdotool to press real keys")
    query = subprocess.run(["setxkbmap", "-query"], check=True, capture_output=True, text=True)
    before = query.stdout.partition("layout:")[2].split()[0]
    yield lambda name: _run("setxkbmap", name)
    _run("setxkbmap", before)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


@pytest.mark.parametrize("layout", ["us", "de", "fr", "cz", "ru", "gr", "il", "ara"])
def test_the_keys_of_the_player_work_on_any_keyboard(
    qtbot: QtBot, window: Window, use_layout: Callable[[str], None], layout: str
) -> None:
    use_layout(layout)
    for code in (KEYS["B"], KEYS["R"], KEYS["L"], KEYS["N"]):
        _run("xdotool", "key", str(code))
    for code in (*DIGITS.values(), KEYS["0"]):
        _run("xdotool", "keydown", "shift", "key", str(code), "keyup", "shift")
    _run("xdotool", "keydown", "ctrl", "key", str(KEYS["O"]), "keyup", "ctrl")
    favourites = [f"favourite_{number}" for number in range(1, 6)]
    wanted = ["keep", "repeat_line", "loop", "note", *favourites, "normal_speed", "open"]
    qtbot.waitUntil(lambda: len(window.done) >= len(wanted))
    assert window.done == wanted


@pytest.mark.parametrize("layout", ["us", "fr", "cz", "ru"])
def test_with_a_selection_the_digits_highlight_on_any_keyboard(
    qtbot: QtBot, window: Window, use_layout: Callable[[str], None], layout: str
) -> None:
    window.actions_by_name.set_available(recording=True, transcript=True, selection=True)
    use_layout(layout)
    for code in DIGITS.values():
        _run("xdotool", "key", str(code))
    _run("xdotool", "keydown", "shift", "key", str(DIGITS["1"]), "keyup", "shift")
    qtbot.waitUntil(lambda: len(window.done) >= 6)
    is_digit_shifted = layout in {"fr", "cz"}
    assert window.done[:5] == [f"colour_{number}" for number in range(1, 6)]
    assert window.done[5] == ("colour_1" if is_digit_shifted else "favourite_1")
