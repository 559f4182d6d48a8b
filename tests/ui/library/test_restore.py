from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from reader.store.backups import Backup
from ui.library.restore import RestoreDialog
from ui.widgets.wrapped_text import WrappedText

TODAY = datetime.now().astimezone().replace(hour=9, minute=5)
NEW = Backup(Path("/data/new.db"), TODAY, 150_000, 3, 1_200)
OLD = Backup(Path("/data/old.db"), TODAY - timedelta(days=1), 120_000, 2, 7)
BAD = Backup(Path("/data/bad.db"), TODAY, 3_000)


@pytest.fixture
def dialog(qtbot: QtBot) -> RestoreDialog:
    QLocale.setDefault(QLocale.c())
    dialog = RestoreDialog(Path("/data"))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def rows(dialog: RestoreDialog) -> list[list[str]]:
    tree = the_list(dialog)
    items = map(tree.topLevelItem, range(tree.topLevelItemCount()))
    return [[item.text(column) for column in range(4)] for item in items if item is not None]


def the_list(dialog: RestoreDialog) -> QTreeWidget:
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    return tree


def button(dialog: RestoreDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def test_it_lists_what_each_backup_holds(dialog: RestoreDialog) -> None:
    dialog.set_backups([NEW, OLD, BAD])
    assert rows(dialog) == [
        ["Today, 09:05", "3", "1200", "150.0 kB"],
        ["Yesterday, 09:05", "2", "7", "120.0 kB"],
        ["Today, 09:05 (cannot be read)", "–", "–", "3.0 kB"],
    ]
    assert the_list(dialog).accessibleName() == "Backups"


def test_keys_choose_one(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.set_backups([BAD, NEW, OLD])
    tree = the_list(dialog)
    assert tree.hasFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert chosen.args == [OLD]


def test_what_cannot_be_read_cannot_be_chosen(dialog: RestoreDialog) -> None:
    dialog.set_backups([BAD])
    assert not button(dialog, "&Restore").isEnabled()


def test_without_any_it_says_where_they_come_from(dialog: RestoreDialog) -> None:
    dialog.set_backups([])
    shown = [each for each in dialog.findChildren(WrappedText) if each.isVisible()]
    assert "one a day by itself" in shown[0].toPlainText()
    assert button(dialog, "Choose a &File…").hasFocus()
    assert not the_list(dialog).isVisible()


def test_another_file_is_added_and_chosen(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.set_backups([OLD])
    button(dialog, "Choose a &File…").click()
    browser = dialog.findChild(QFileDialog)
    assert isinstance(browser, QFileDialog)
    with qtbot.waitSignal(dialog.file_chosen) as chosen:
        browser.fileSelected.emit("/elsewhere/mine.db")
    assert chosen.args == [Path("/elsewhere/mine.db")]
    browser.close()
    dialog.add_backup(NEW)
    assert rows(dialog)[0][0] == "new.db, Today, 09:05"
    with qtbot.waitSignal(dialog.chosen) as restored:
        button(dialog, "&Restore").click()
    assert restored.args == [NEW]


def test_esc_leaves_all_as_it_is(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.set_backups([NEW])
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
