from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance.icons import Icons
from ui.appearance.theme import DARK, LIGHT
from ui.notes.selection_bar import SelectionBar

ICONS = Path(__file__).parents[3] / "resources" / "icons"


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(480, 400)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def bar(view: QWidget) -> SelectionBar:
    bar = SelectionBar(view, LIGHT, Icons(ICONS, LIGHT))
    bar.set_colour_names({1: "Idea"})
    bar.offer(QRect(50, 150, 200, 24), QRect(20, 220, 100, 24))
    return bar


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (QRect(50, 150, 200, 24), QRect(20, 220, 100, 24)),
        (QRect(50, 5, 200, 24), QRect(20, 60, 100, 24)),
        (QRect(400, 0, 60, 24), QRect(400, 0, 60, 24)),
        (QRect(50, 5, 200, 24), QRect(20, 9_000, 100, 24)),
        (QRect(0, 370, 480, 24), QRect(0, 370, 480, 24)),
    ],
)
def test_never_covers_the_first_line(
    bar: SelectionBar, view: QWidget, first: QRect, last: QRect
) -> None:
    bar.offer(first, last)
    assert bar.isVisible()
    assert not bar.geometry().intersects(first)
    assert view.rect().contains(bar.geometry())


def test_does_not_take_the_focus(bar: SelectionBar) -> None:
    assert not bar.isAncestorOf(QApplication.focusWidget() or bar.window())


def test_keys_press_the_buttons(bar: SelectionBar, qtbot: QtBot) -> None:
    colours: list[int] = []
    bar.highlight_requested.connect(colours.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_5):
        bar.show()
        bar.focus_first()
        _press(key)
        assert not bar.isVisible()
    assert colours == [1, 5]
    for key, signal in (
        (Qt.Key.Key_B, bar.bookmark_requested),
        (Qt.Key.Key_N, bar.note_requested),
    ):
        bar.show()
        bar.focus_first()
        with qtbot.waitSignal(signal):
            _press(key)
    bar.show()
    bar.focus_first()
    with qtbot.waitSignal(bar.copy_requested):
        _press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_arrows_go_along_and_enter_presses(bar: SelectionBar, qtbot: QtBot) -> None:
    bar.focus_first()
    for _ in range(2):
        _press(Qt.Key.Key_Right)
    with qtbot.waitSignal(bar.highlight_requested) as reported:
        _press(Qt.Key.Key_Return)
    assert reported.args == [3]


def test_esc_closes_and_gives_the_focus_back(bar: SelectionBar, qtbot: QtBot) -> None:
    bar.focus_first()
    with qtbot.waitSignal(bar.focus_released):
        _press(Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_shows_names_and_keys(bar: SelectionBar) -> None:
    bar.set_look(DARK, Icons(ICONS, DARK))
    buttons = bar.findChildren(QToolButton)
    assert buttons[0].toolTip() == "Idea (1)"
    assert buttons[1].toolTip() == "Colour 2 (2)"
    assert all(each.accessibleName() and "(" in each.toolTip() for each in buttons)
