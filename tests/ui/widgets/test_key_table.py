"""Where keys go, by what has the keyboard: the table, and a window that keeps to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.notes.note_list import NoteList
from ui.notes.toast import Toast
from ui.widgets.key_table import KEY_TABLE, FocusKind, KeyTaker, focus_kind, taker_of

Key = Qt.Key
PLAYERS = (Key.Key_Space, Key.Key_Left, Key.Key_Right)
ACTIONS = {
    Key.Key_Space: "play",
    Key.Key_Left: "back",
    Key.Key_Right: "forward",
    Key.Key_B: "keep",
    Key.Key_N: "note",
    **{Key(Key.Key_0 + number): f"colour_{number}" for number in range(6)},
}
PRESSED = (*ACTIONS, Key.Key_Return, Key.Key_Delete, Key.Key_T, Key.Key_Up, Key.Key_Escape)


def test_every_key_of_the_table_is_of_somebody_wherever_the_keyboard_is() -> None:
    keys = {key for key, _ in KEY_TABLE}
    assert set(PRESSED) <= keys
    assert len(KEY_TABLE) == len(keys) * len(FocusKind)


@pytest.mark.parametrize("key", PLAYERS)
def test_the_players_keys_are_its_own_except_where_they_work_what_is_focused(key: Qt.Key) -> None:
    assert taker_of(key, FocusKind.PAGE) is taker_of(key, FocusKind.LIST) is KeyTaker.WINDOW
    for kind in (FocusKind.FIELD, FocusKind.DIALOG, FocusKind.MENU):
        assert taker_of(key, kind) is KeyTaker.WIDGET


class Listening:
    """A window with a note in its panel, and what its actions were asked for."""

    def __init__(self, earmark: Earmark, qtbot: QtBot) -> None:
        self.window, self.earmark = earmark.window, earmark
        (self.toast,) = self.window.findChildren(Toast)
        self.toast._timer.setInterval(3_600_000)
        self.heard: list[str] = []
        self.commands = self.window.commands
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        notes = notebook_of(earmark).notes
        qtbot.waitUntil(lambda: notes.notebook.is_ready)
        self.window.playback_bar.set_length(60_000)
        earmark.transport.seek(4_600)
        self.commands["keep"].trigger()
        qtbot.waitUntil(lambda: len(notes.panel.shown_ids) == 1)
        self.commands["notes"].trigger()
        self.commands["find"].trigger()
        self.panel, self.notebook = notes.panel, notes.notebook
        for name in ACTIONS.values():
            self.commands[name].triggered.disconnect()
            self.commands[name].triggered.connect(lambda _=False, n=name: self.heard.append(n))

    def widget_of(self, kind: FocusKind) -> QWidget:
        field = self.window.reading_page.search_bar.findChild(QLineEdit)
        found: dict[FocusKind, QWidget | None] = {
            FocusKind.PAGE: self.window.pane,
            FocusKind.LIST: self.panel.findChild(NoteList),
            FocusKind.CONTROL: next(
                each
                for each in self.panel.findChildren(QToolButton)
                if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            ),
            FocusKind.SLIDER: self.window.playback_bar.seek_bar,
            FocusKind.FIELD: field,
        }
        widget = found[kind]
        assert widget is not None
        assert focus_kind(widget) is kind
        return widget

    def press(self, widget: QWidget, key: Qt.Key) -> list[str]:
        self.heard.clear()
        widget.setFocus()
        QTest.keyClick(widget, key)
        return list(self.heard)


@pytest.fixture
def listening(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Listening:
    return Listening(start(write_talk("talk.vtt", "talk.mp3")), qtbot)


def test_the_window_keeps_to_the_table(listening: Listening) -> None:
    for kind in (FocusKind.PAGE, FocusKind.LIST, FocusKind.CONTROL, FocusKind.SLIDER):
        widget = listening.widget_of(kind)
        for key, name in ACTIONS.items():
            is_windows = taker_of(key, kind) is not KeyTaker.WIDGET
            assert listening.press(widget, key) == ([name] if is_windows else []), (kind, key)
    field = listening.widget_of(FocusKind.FIELD)
    assert isinstance(field, QLineEdit)
    assert [listening.press(field, key) for key in ACTIONS] == [[]] * len(ACTIONS)
    assert field.text() == " bn012345"


def test_digits_are_the_lists_when_the_toast_is_gone(listening: Listening) -> None:
    notes = listening.widget_of(FocusKind.LIST)
    assert listening.press(notes, Key.Key_4) == ["colour_4"]
    asked: list[tuple[list[str], int]] = []
    listening.panel.requests.colour.connect(lambda ids, colour: asked.append((ids, colour)))
    listening.toast.dismiss()
    assert listening.press(notes, Key.Key_4) == []
    assert asked == [(listening.panel.shown_ids, 4)]


def test_dialogs_and_menus_keep_all_keys(listening: Listening, qtbot: QtBot) -> None:
    dialog, menu = QDialog(listening.window), listening.commands.menus["keeping"]
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert [listening.press(dialog, key) for key in ACTIONS] == [[]] * len(ACTIONS)
    dialog.hide()
    menu.popup(listening.window.pos())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    assert [listening.press(menu, key) for key in PLAYERS[1:]] == [[], []]
    assert {focus_kind(dialog), focus_kind(menu)} == {FocusKind.DIALOG, FocusKind.MENU}
    menu.hide()


def test_enter_plays_the_selected_note_and_space_the_recording(listening: Listening) -> None:
    played: list[str] = []
    listening.panel.requests.play.disconnect()
    listening.panel.requests.play.connect(played.append)
    notes = listening.widget_of(FocusKind.LIST)
    assert listening.press(notes, Key.Key_Space) == ["play"]
    assert played == []
    listening.press(notes, Key.Key_Return)
    assert played == listening.panel.shown_ids
