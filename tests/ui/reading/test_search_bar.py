from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.reading.search_bar import SearchBar

ICONS = Path(__file__).parents[3] / "resources" / "icons"
PLAYER_KEYS = ("Space", "Left", "Right", "Up", "Down", "Return", "Enter", "Esc", "R", "<", "M")


class Window(QMainWindow):
    """A window with the player's keys, and the search bar in it."""

    def __init__(self) -> None:
        super().__init__()
        self.leaked: list[str] = []
        for key in PLAYER_KEYS:
            action = QAction(key, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.leaked.append(key))
            self.addAction(action)
        self.bar = SearchBar(Icons(ICONS, LIGHT))
        self.setCentralWidget(self.bar)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.resize(900, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    assert window.leaked == []


@pytest.fixture
def bar(window: Window) -> SearchBar:
    window.bar.open_with("")
    return window.bar


def _button(bar: SearchBar, name: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.accessibleName() == name)


def _field(bar: SearchBar) -> QLineEdit:
    field = bar.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def _count(bar: SearchBar) -> str:
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_a_narrow_window_leaves_the_field_its_width(bar: SearchBar) -> None:
    """At 480 px it had 130 of them."""
    window = bar.window()
    window.resize(480, 400)
    bar.open_with("")
    QApplication.processEvents()
    field = bar.findChild(QLineEdit)
    assert field is not None
    assert field.width() > 400
    window.resize(1_000, 400)
    QApplication.processEvents()
    assert 300 < field.width() <= 460


def test_typing_reports_the_phrase_letter_by_letter(bar: SearchBar, qtbot: QtBot) -> None:
    reported: list[tuple[str, bool, bool]] = []
    bar.phrase_changed.connect(lambda *phrase: reported.append(phrase))
    QTest.keyClicks(_field(bar), "r m")
    assert reported == [("r", False, False), ("r ", False, False), ("r m", False, False)]


def test_the_keys_of_the_player_stay_in_the_field(bar: SearchBar, qtbot: QtBot) -> None:
    bar.set_count(1, 3)
    field = _field(bar)
    QTest.keyClicks(field, "a < R")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    assert bar.phrase == "a < R"


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "next_requested"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "next_requested"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "previous_requested"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "play_requested"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "closed"),
    ],
)
def test_each_key_does_its_one_thing(
    bar: SearchBar, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    names = ("next_requested", "previous_requested", "play_requested", "closed")
    reported: list[str] = []
    for name in names:
        getattr(bar, name).connect(lambda name=name: reported.append(name))
    QTest.keyClicks(_field(bar), "a")
    bar.set_count(1, 3)
    QTest.keyClick(_field(bar), key, modifier)
    assert reported == [signal]


def test_enter_asks_for_nothing_where_nothing_was_found(bar: SearchBar, qtbot: QtBot) -> None:
    QTest.keyClicks(_field(bar), "zzz")
    bar.set_count(0, 0)
    with qtbot.assertNotEmitted(bar.next_requested):
        QTest.keyClick(_field(bar), Qt.Key.Key_Return)


def test_alt_c_and_alt_a_ask_for_case_and_accents(bar: SearchBar, qtbot: QtBot) -> None:
    _field(bar).insert("é")
    reported: list[tuple[str, bool, bool]] = []
    bar.phrase_changed.connect(lambda *phrase: reported.append(phrase))
    QTest.keyClick(_field(bar), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(_field(bar), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert reported == [("é", True, False), ("é", True, True)]


def test_toggles_that_are_pressed_are_reported_and_not_those_that_are_set(bar: SearchBar) -> None:
    reported: list[tuple[bool, bool]] = []
    bar.matching_changed.connect(lambda *matching: reported.append(matching))
    bar.set_matching(is_case_kept=True, are_accents_kept=False)
    assert reported == []
    assert _button(bar, "Match case").isChecked()
    _button(bar, "Match accents").click()
    assert reported == [(True, True)]


def test_space_on_a_toggle_presses_it(bar: SearchBar, qtbot: QtBot) -> None:
    toggle = _button(bar, "Match case")
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    assert toggle.font().underline()


@pytest.mark.parametrize(
    ("current", "total", "text"),
    [(3, 15, "3 of 15"), (0, 0, "No matches"), (0, 15, "15 found")],
)
def test_the_count_is_shown(
    bar: SearchBar, qtbot: QtBot, current: int, total: int, text: str
) -> None:
    QTest.keyClicks(_field(bar), "a")
    bar.set_count(current, total)
    assert _count(bar) == text
    assert _button(bar, "Next match").isEnabled() == (total > 0)


def test_an_emptied_field_has_no_count(bar: SearchBar, qtbot: QtBot) -> None:
    QTest.keyClicks(_field(bar), "a")
    bar.set_count(1, 2)
    QTest.keyClick(_field(bar), Qt.Key.Key_Backspace)
    assert _count(bar) == ""
    assert not _button(bar, "Play from here").isEnabled()


def test_the_count_is_said_once_typing_pauses(
    bar: SearchBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    QTest.keyClicks(_field(bar), "ab")
    bar.set_count(1, 9)
    bar.set_count(2, 9)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["2 of 9"]


def test_opening_with_a_selection_looks_for_its_first_line(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.bar.phrase_changed) as reported:
        window.bar.open_with("  two words\nmore")
    assert reported.args == ["two words", False, False]
    field = _field(window.bar)
    assert field.hasFocus()
    assert field.selectedText() == "two words"


def test_opening_again_looks_for_the_last_phrase(bar: SearchBar, qtbot: QtBot) -> None:
    QTest.keyClicks(_field(bar), "again")
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert bar.isHidden()
    with qtbot.waitSignal(bar.phrase_changed) as reported:
        bar.open_with("")
    assert reported.args == ["again", False, False]


def test_every_button_has_a_name_and_a_tooltip_with_its_key(bar: SearchBar) -> None:
    own = [each for each in bar.findChildren(QToolButton) if each.parent() is bar]
    assert len(own) == 6
    for button in own:
        assert button.accessibleName()
        assert button.toolTip().endswith(")")


def test_the_bar_fits_into_a_small_window(window: Window, bar: SearchBar) -> None:
    window.resize(480, 600)
    QApplication.processEvents()
    assert bar.width() <= 480
    play = _button(bar, "Play from here")
    assert play.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_files_over_the_field_are_left_to_the_window(bar: SearchBar) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/talk.mp3")])
    drag = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    _field(bar).dragEnterEvent(drag)
    assert not drag.isAccepted()


def test_the_two_switches_are_told_from_one_another_at_a_glance(bar: SearchBar) -> None:
    """Two faces that differ in an accent alone are the same to whoever glances."""
    faces = (bar._case.text(), bar._accents.text())
    plain = {normalize("NFD", face).encode("ascii", "ignore").lower() for face in faces}
    assert len(plain) == 2
