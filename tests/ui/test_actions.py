from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QMenu,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import paths
from reader.playback.player import OutputDevice
from ui.actions import (
    Actions,
    keys_text,
    menu_bar,
    plain_text,
    rate_text,
)
from ui.appearance.icons import Icons
from ui.appearance.theme import DARK, LIGHT
from ui.menus import SLEEP_AT_END

RESERVED = {"[", "]"}  # of the toast
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QMainWindow):
    """A page to read and a field to write in, with all actions."""

    def __init__(self) -> None:
        super().__init__()
        self.icons = Icons(paths.resources() / "icons", LIGHT)
        self.actions_by_name = Actions(self.icons, self)
        self.actions_by_name.add_to(self)
        self.setMenuBar(menu_bar(self.actions_by_name))
        self.page = QTextBrowser()
        self.page.setPlainText("A line.")
        self.field = QLineEdit()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self.page)
        column.addWidget(self.field)
        self.setCentralWidget(middle)
        self.done: list[str] = []
        for _title, section in self.actions_by_name.sections():
            for action in section:
                action.triggered.connect(lambda _=False, action=action: self._note(action))

    def _note(self, action: QAction) -> None:
        self.done.append(action.objectName())


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.actions_by_name.set_available(recording=True, transcript=True, selection=True)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


@pytest.fixture
def actions(window: Window) -> Actions:
    return window.actions_by_name


def all_actions(actions: Actions) -> list[QAction]:
    return [action for _title, section in actions.sections() for action in section]


def menu_actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += menu_actions(inner) if isinstance(inner, QMenu) else [action]
    return found


class TestTable:
    def test_no_key_stands_for_two_actions(self, actions: Actions) -> None:
        keys = Counter(key.toString() for a in all_actions(actions) for key in a.shortcuts())
        assert [key for key, count in keys.items() if count > 1] == []

    def test_every_key_is_one_qt_understands(self, actions: Actions) -> None:
        for action in all_actions(actions):
            for key in action.shortcuts():
                assert key.count() == 1, action.objectName()
                assert not key.toString().endswith("Unknown"), action.objectName()

    def test_keys_kept_for_later_are_free(self, actions: Actions) -> None:
        taken = {key.toString() for a in all_actions(actions) for key in a.shortcuts()}
        assert taken.isdisjoint(RESERVED)

    def test_menu_bar_holds_an_action_at_most_once(self, window: Window) -> None:
        in_menus = Counter(
            action.objectName()
            for top in window.menuBar().actions()
            for action in menu_actions(top.menu())  # type: ignore[arg-type]
            if action.objectName()
        )
        assert max(in_menus.values()) == 1
        others = {each.objectName() for each in all_actions(window.actions_by_name)} - set(in_menus)
        assert "find_next" in others

    def test_every_action_is_listed_once(self, actions: Actions) -> None:
        listed = [each.action.objectName() for each in actions.listed()]
        assert sorted(listed) == sorted(each.objectName() for each in all_actions(actions))

    def test_a_title_in_the_list_needs_no_menu_beside_it(self, actions: Actions) -> None:
        actions.set_favourite_rates((0.8, 1.0, 1.25, 1.5, 2.0))
        titles = Counter(each.title for each in actions.listed())
        assert {"Theme: Dark", "Sleep Timer: 15 Minutes", "Library: Back Up"} <= set(titles)
        assert [title for title, count in titles.items() if count > 1] == []

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("open", ""),
            ("play", "needs a recording"),
            ("find", ""),
            ("copy", "select words first"),
            ("follow", "needs a recording and its transcript"),
            ("undo", "nothing was changed"),
        ],
    )
    def test_the_list_says_why_something_cannot_be_done(
        self, actions: Actions, name: str, reason: str
    ) -> None:
        actions.set_available(transcript=True)
        reasons = {each.action.objectName(): each.reason for each in actions.listed()}
        assert reasons[name] == reason

    def test_a_menu_is_short(self, window: Window) -> None:
        for top in window.menuBar().actions():
            menu = top.menu()
            assert isinstance(menu, QMenu)
            entries = [each for each in menu.actions() if not each.isSeparator()]
            assert len(entries) <= 11, menu.title()

    def test_mnemonics_of_a_menu_differ(self, actions: Actions) -> None:
        for name, menu in actions.menus.items():
            letters = Counter(
                text[text.index("&") + 1].casefold()
                for text in (action.text() for action in menu.actions())
                if "&" in text
            )
            assert [letter for letter, count in letters.items() if count > 1] == [], name

    def test_tooltips_name_the_key(self, actions: Actions) -> None:
        assert actions["play"].toolTip() == "Play (Space)"
        for action in all_actions(actions):
            assert keys_text(action) in action.toolTip()

    @pytest.mark.parametrize(
        ("name", "is_repeated"), [("keep", False), ("play", False), ("forward", True)]
    )
    def test_a_key_that_is_held_moves_on_but_keeps_and_plays_once(
        self, actions: Actions, name: str, is_repeated: bool
    ) -> None:
        assert actions[name].autoRepeat() is is_repeated

    def test_media_keys_play_but_are_not_listed(self, actions: Actions) -> None:
        assert QKeySequence("Media Play") in actions["play"].shortcuts()
        assert keys_text(actions["play"]) == "Space"


class TestState:
    def test_play_says_what_it_would_do(self, actions: Actions) -> None:
        actions.set_playing(True)
        assert plain_text(actions["play"].text()) == "Pause"
        actions.set_playing(False)
        assert actions["play"].toolTip() == "Play (Space)"

    def test_skips_name_their_length(self, actions: Actions) -> None:
        actions.set_skips(7500, 45000)
        assert actions["back"].toolTip() == "Skip Back 7.5 Seconds (Left)"
        assert actions["forward"].toolTip() == "Skip Forward 45 Seconds (Right)"

    def test_icons_follow_the_theme(self, actions: Actions) -> None:
        before = actions["play"].icon().cacheKey()
        actions.set_icons(Icons(paths.resources() / "icons", DARK))
        assert actions["play"].icon().cacheKey() != before

    @pytest.mark.parametrize(
        ("recording", "transcript", "able", "unable"),
        [
            (False, False, {"open", "quit", "keyboard"}, {"play", "find", "close_episode"}),
            (True, False, {"play", "choose_transcript", "close_episode"}, {"find", "next_line"}),
            (False, True, {"find", "choose_recording", "zoom_in"}, {"play", "follow"}),
            (True, True, {"play", "find", "follow", "play_here"}, {"copy"}),
        ],
    )
    def test_available_is_what_can_be_done(
        self, actions: Actions, recording: bool, transcript: bool, able: set[str], unable: set[str]
    ) -> None:
        actions.set_available(recording=recording, transcript=transcript)
        assert all(actions[name].isEnabled() for name in able)
        assert not any(actions[name].isEnabled() for name in unable)


class TestRequests:
    def test_a_theme_is_requested_by_name(self, qtbot: QtBot, actions: Actions) -> None:
        with qtbot.waitSignal(actions.theme_requested) as request:
            actions["theme_sepia"].trigger()
        assert request.args == ["sepia"]

    def test_choosing_checks_without_a_request(self, qtbot: QtBot, actions: Actions) -> None:
        with qtbot.assertNotEmitted(actions.theme_requested):
            actions.choose("theme", "dark")
        assert actions["theme_dark"].isChecked()
        assert not actions["theme_light"].isChecked()

    @pytest.mark.parametrize(("name", "minutes"), [("sleep_15", 15), ("sleep_end", SLEEP_AT_END)])
    def test_the_sleep_timer_is_requested_in_minutes(
        self, qtbot: QtBot, actions: Actions, name: str, minutes: int
    ) -> None:
        with qtbot.waitSignal(actions.sleep_requested) as request:
            actions[name].trigger()
        assert request.args == [minutes]

    def test_a_favourite_speed_is_named_and_requested(self, qtbot: QtBot, actions: Actions) -> None:
        actions.set_favourite_rates((0.8, 1.0, 1.25, 1.5, 2.0))
        assert actions["favourite_3"].text() == "Speed 1.25×"
        with qtbot.waitSignal(actions.rate_requested) as request:
            actions["favourite_3"].trigger()
        assert request.args == [1.25]

    def test_recent_episodes_open_their_files(self, qtbot: QtBot, actions: Actions) -> None:
        file = Path("talks") / "q & a.vtt"
        actions.set_recent([("Q & A", (file,))])
        entry = actions.menus["recent"].actions()[0]
        assert plain_text(entry.text()) == "Q & A"
        with qtbot.waitSignal(actions.recent_requested) as request:
            entry.trigger()
        assert request.args == [(file,)]
        actions.set_recent([("A title that goes on and on. " * 9, (file,))])
        entry = actions.menus["recent"].actions()[0]
        assert entry.text().endswith("…")
        assert actions.menus["recent"].sizeHint().width() < 700
        actions.set_recent([])
        assert not actions.menus["recent"].isEnabled()

    def test_the_device_in_use_is_checked_and_another_requested(
        self, qtbot: QtBot, actions: Actions
    ) -> None:
        devices = [OutputDevice("", "System"), OutputDevice("usb", "Headphones")]
        actions.set_devices(devices, "usb")
        system, usb = actions.menus["device"].actions()
        assert usb.isChecked()
        assert not system.isChecked()
        with qtbot.waitSignal(actions.device_requested) as request:
            system.trigger()
        assert request.args == [""]


class SingleKey(NamedTuple):
    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    action: str
    text: str


SINGLE_KEYS = [
    SingleKey(Qt.Key.Key_Space, PLAIN, "play", " "),
    SingleKey(Qt.Key.Key_R, PLAIN, "repeat_line", "r"),
    SingleKey(Qt.Key.Key_L, PLAIN, "loop", "l"),
    SingleKey(Qt.Key.Key_M, PLAIN, "mute", "m"),
    SingleKey(Qt.Key.Key_Less, PLAIN, "slower", "<"),
    SingleKey(Qt.Key.Key_Greater, PLAIN, "faster", ">"),
    SingleKey(Qt.Key.Key_Question, PLAIN, "keyboard", "?"),
    SingleKey(Qt.Key.Key_1, SHIFT, "favourite_1", "1"),
    SingleKey(Qt.Key.Key_5, SHIFT, "favourite_5", "5"),
]


class TestKeys:
    @pytest.mark.parametrize("single", SINGLE_KEYS)
    def test_on_the_page_a_key_acts_once(self, window: Window, single: SingleKey) -> None:
        window.page.setFocus()
        QTest.keyClick(window.page, single.key, single.modifiers)
        assert window.done == [single.action]

    @pytest.mark.parametrize("single", SINGLE_KEYS)
    def test_in_a_field_it_writes(self, window: Window, single: SingleKey) -> None:
        window.field.setFocus()
        QTest.keyClick(window.field, single.key, single.modifiers)
        assert window.done == []
        assert window.field.text() == single.text

    def test_arrows_skip_on_the_page_and_move_the_caret_in_a_field(self, window: Window) -> None:
        window.page.setFocus()
        QTest.keyClick(window.page, Qt.Key.Key_Left)
        QTest.keyClick(window.page, Qt.Key.Key_Right)
        assert window.done == ["back", "forward"]
        window.field.setFocus()
        window.field.setText("ab")
        QTest.keyClick(window.field, Qt.Key.Key_Left)
        QTest.keyClick(window.field, Qt.Key.Key_Left, CTRL)
        QTest.keyClick(window.field, Qt.Key.Key_Right)
        assert window.done == ["back", "forward"]
        assert window.field.cursorPosition() == 1

    def test_a_field_leaves_the_window_its_keys(self, window: Window) -> None:
        window.field.setFocus()
        QTest.keyClick(window.field, Qt.Key.Key_F1)
        QTest.keyClick(window.field, Qt.Key.Key_G, CTRL)
        assert window.done == ["keyboard", "current_line"]

    def test_play_here_works_only_where_it_was_added(self, window: Window) -> None:
        window.page.addAction(window.actions_by_name["play_here"])
        window.field.setFocus()
        QTest.keyClick(window.field, Qt.Key.Key_Return)
        assert window.done == []
        window.page.setFocus()
        QTest.keyClick(window.page, Qt.Key.Key_Return)
        assert window.done == ["play_here"]

    def test_keys_work_without_a_menu_bar(self, window: Window) -> None:
        window.menuBar().hide()
        window.page.setFocus()
        QTest.keyClick(window.page, Qt.Key.Key_Space)
        assert window.done == ["play"]


def test_rates_are_written_without_needless_zeros() -> None:
    assert [rate_text(rate) for rate in (1.0, 1.5, 1.25, 0.8)] == ["1×", "1.5×", "1.25×", "0.8×"]
