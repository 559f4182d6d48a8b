from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.folder_row import FolderRow


def label(row: FolderRow) -> str:
    (found,) = row.findChildren(QLabel)
    return found.text()


def test_it_shows_the_folder_or_that_there_is_none(qtbot: QtBot) -> None:
    row = FolderRow("Markdown Folder", "None")
    qtbot.addWidget(row)
    row.resize(600, 40)
    row.show()
    row.set_folder("")
    assert label(row) == "None"
    row.set_folder("/tmp/a vault")
    assert label(row) == "/tmp/a vault"
    row.set_folder("/tmp" + "/long" * 100)
    assert "…" in label(row)
    assert label(row).startswith("/tmp/long")
    assert label(row).endswith("/long")
    row.resize(9_000, 40)
    assert "…" not in label(row)


def test_it_can_be_turned_off(qtbot: QtBot) -> None:
    row = FolderRow("Markdown Folder", "None")
    qtbot.addWidget(row)
    row.set_folder("/tmp/vault")
    row.show()
    off = next(each for each in row.findChildren(QPushButton) if each.text() == "Turn Off")
    with qtbot.waitSignal(row.changed):
        QTest.mouseClick(off, Qt.MouseButton.LeftButton)
    assert row.folder == ""
    assert not off.isVisible()


def test_another_can_be_chosen(qtbot: QtBot) -> None:
    row = FolderRow("Folder for Clips")
    qtbot.addWidget(row)
    row.show()
    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    dialog = row.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(row.changed):
        dialog.fileSelected.emit("/tmp/clips")
    assert row.folder == "/tmp/clips"
    dialog.reject()
