"""The menu bar of a window that is as narrow as it gets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Start
from ui.app import Earmark
from ui.appearance import language


@pytest.fixture
def narrow(start: Start, qtbot: QtBot) -> Earmark:
    earmark = start()
    earmark.window.resize(360, 640)
    qtbot.waitUntil(lambda: earmark.window.width() == 360)
    return earmark


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    loaded = language.use_language(qapp, "de")
    yield
    for translator in loaded:
        qapp.removeTranslator(translator)


def more(bar: QMenuBar) -> QToolButton:
    found = bar.findChild(QToolButton)
    assert found is not None
    return found


def test_all_menus_have_room(narrow: Earmark) -> None:
    bar = narrow.window.menuBar()
    assert bar.actionGeometry(bar.actions()[-1]).right() < bar.width()
    assert not more(bar).isVisible()


@pytest.mark.usefixtures("german")
def test_menus_without_room_are_behind_a_button_with_a_name(start: Start, qtbot: QtBot) -> None:
    window = start().window
    bar = window.menuBar()
    window.resize(360, 640)
    qtbot.waitUntil(more(bar).isVisible)
    assert more(bar).accessibleName() == more(bar).toolTip() == "Weitere Menüs"
    assert not more(bar).icon().isNull()
    menu = more(bar).menu()
    assert isinstance(menu, QMenu)
    assert menu.actions()[-1].text() == "&Hilfe"


@pytest.mark.usefixtures("german")
def test_a_menu_without_room_opens_with_its_key(start: Start, qtbot: QtBot) -> None:
    window = start().window
    window.resize(360, 640)
    qtbot.waitUntil(more(window.menuBar()).isVisible)
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    help_menu = window.commands.menus["help"]
    qtbot.waitUntil(help_menu.isVisible)
    help_menu.close()
