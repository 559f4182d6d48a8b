"""All actions in one list: found, chosen, done, remembered, read aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QTextBrowser
from pytestqt.qtbot import QtBot

from reader import paths
from ui.actions import Actions
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.window.action_palette import ActionPalette, ActionRole

KEYS = Qt.Key


class Window(QMainWindow):
    """A page with all actions and their list."""

    def __init__(self) -> None:
        super().__init__()
        self.commands = Actions(Icons(paths.resources() / "icons", LIGHT), self)
        self.commands.add_to(self)
        self.page = QTextBrowser()
        self.setCentralWidget(self.page)
        self.palette_of_actions = ActionPalette(self.commands, self, "full_screen,about")
        self.done: list[str] = []
        for each in self.commands.listed():
            name = each.action.objectName()
            each.action.triggered.connect(lambda _=False, name=name: self.done.append(name))
        self.commands.on("find_action", self.palette_of_actions.open)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.commands.set_available(transcript=True)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.setFocus()
    yield window
    window.close()


@pytest.fixture
def palette(window: Window) -> ActionPalette:
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.page, KEYS.Key_P, ctrl_shift)
    assert window.palette_of_actions.isVisible()
    window.done.clear()
    return window.palette_of_actions


def field_of(palette: ActionPalette) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def list_of(palette: ActionPalette) -> QListView:
    view = palette.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def titles(palette: ActionPalette) -> list[str]:
    model = list_of(palette).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(palette: ActionPalette, *keys: KEYS) -> None:
    for key in keys:
        QTest.keyClick(field_of(palette), key)


def test_the_field_has_the_keyboard(window: Window, palette: ActionPalette) -> None:
    assert window.focusWidget() is field_of(palette)


def test_what_was_used_last_stands_first(palette: ActionPalette) -> None:
    assert titles(palette)[:3] == ["Full Screen", "About Earmark", "Open"]


def test_typing_finds_and_enter_does_it(
    qtbot: QtBot, window: Window, palette: ActionPalette
) -> None:
    QTest.keyClicks(field_of(palette), "preferen")
    with qtbot.waitSignal(palette.used) as used:
        press(palette, KEYS.Key_Return)
    assert window.done == ["preferences"]
    assert not palette.isVisible()
    assert used.args == ["preferences,full_screen,about"]
    assert window.focusWidget() is window.page
    window.palette_of_actions.open()
    assert titles(palette)[0] == "Preferences"


def test_the_arrows_move_and_go_round(window: Window, palette: ActionPalette) -> None:
    QTest.keyClicks(field_of(palette), "theme")
    rows = list_of(palette)
    press(palette, KEYS.Key_Up)
    assert rows.currentIndex().row() == rows.model().rowCount() - 1
    press(palette, KEYS.Key_Down, KEYS.Key_Down)
    assert rows.currentIndex().row() == 1
    press(palette, KEYS.Key_Enter)
    assert window.done == ["theme_light"]


def test_what_cannot_be_done_says_why_and_stays(window: Window, palette: ActionPalette) -> None:
    QTest.keyClicks(field_of(palette), "skip back")
    index = list_of(palette).currentIndex()
    assert index.data(ActionRole.REASON) == "needs a recording"
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Skip Back, unavailable: needs a recording, Left"
    press(palette, KEYS.Key_Return)
    assert window.done == []
    assert palette.isVisible()


def test_what_is_on_is_marked_and_said(window: Window, palette: ActionPalette) -> None:
    window.commands.choose("theme", "dark")
    QTest.keyClicks(field_of(palette), "theme: dark")
    index = list_of(palette).currentIndex()
    assert index.data() == "✓ Theme: Dark"
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)) == "Theme: Dark, on"


def test_where_nothing_is_like_it_enter_does_nothing(palette: ActionPalette) -> None:
    QTest.keyClicks(field_of(palette), "xylophone")
    assert list_of(palette).isHidden()
    press(palette, KEYS.Key_Return)
    assert palette.isVisible()


def test_esc_gives_the_keyboard_back(window: Window, palette: ActionPalette) -> None:
    press(palette, KEYS.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is window.page
    assert window.done == []


def test_a_click_elsewhere_closes_it(window: Window, palette: ActionPalette) -> None:
    QTest.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton)
    window.page.setFocus()
    assert not palette.isVisible()


def test_a_click_does_it(window: Window, palette: ActionPalette) -> None:
    rows = list_of(palette)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == ["about"]


@pytest.mark.parametrize(("width", "height"), [(360, 400), (900, 700), (1240, 760)])
def test_it_fits_into_the_window(
    window: Window, palette: ActionPalette, width: int, height: int
) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    assert window.rect().contains(palette.geometry())
