"""What an episode is called, asked for and changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.episode import Names
from ui.library.names_dialog import NamesDialog

FOUND = Names("000", "", "2024-01-12")


@pytest.fixture
def dialog(qtbot: QtBot) -> NamesDialog:
    dialog = NamesDialog(Names("The four wars", "History", "2024-01-12"), FOUND)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fields(dialog: NamesDialog) -> list[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def test_it_begins_with_the_title_ready_to_be_replaced(dialog: NamesDialog, qtbot: QtBot) -> None:
    title = fields(dialog)[0]
    dialog.activateWindow()
    qtbot.waitUntil(title.hasFocus)
    assert (title.selectedText(), title.cursorPosition()) == ("The four wars", 0)
    QTest.keyClicks(title, "  Wars  ")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(title, Qt.Key.Key_Return)
    assert chosen.args == [Names("Wars", "History", "2024-01-12")]


def test_escape_changes_nothing(dialog: NamesDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_was_found_comes_back(dialog: NamesDialog) -> None:
    (reset,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "&As Found")
    assert reset.isEnabled()
    reset.click()
    assert dialog.names == FOUND
    assert not reset.isEnabled()
