"""The sheet of watched folders and of the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.library.library_index import IndexState
from reader.library.shelf import WatchedFolder
from ui.library.library_details import LibraryDetails

FOLDERS = [WatchedFolder(Path("/pods"), 8), WatchedFolder(Path("/disk"), 1, is_connected=False)]


@pytest.fixture
def details(qtbot: QtBot) -> LibraryDetails:
    made = LibraryDetails()
    qtbot.addWidget(made)
    made.set_folders(FOLDERS)
    made.set_index(IndexState(True, 312, 63_000_000))
    made.show()
    return made


def texts(details: LibraryDetails) -> list[str]:
    return [label.text() for label in details.findChildren(QLabel) if label.isVisible()]


def button(details: LibraryDetails, name: str) -> QPushButton:
    return next(
        each
        for each in details.findChildren(QPushButton)
        if name in {each.text(), each.accessibleName()} and each.isVisible()
    )


def test_each_folder_can_be_left(details: LibraryDetails, qtbot: QtBot) -> None:
    assert {"/pods", "8 episodes", "/disk", "not connected"} <= set(texts(details))
    with qtbot.waitSignal(details.unwatch_requested) as asked:
        button(details, "Stop watching pods").click()
    assert asked.args == [Path("/pods")]
    details.set_folders(FOLDERS[:1])
    assert "/disk" not in texts(details)


def test_without_a_folder_it_says_what_one_is_for(details: LibraryDetails) -> None:
    details.set_folders([])
    assert any(text.startswith("None yet.") for text in texts(details))
    assert not button(details, "Read Again").isEnabled()


def test_reading_can_be_cancelled(details: LibraryDetails, qtbot: QtBot) -> None:
    details.set_progress((3, 9))
    assert "Reading 3 of 9 files" in texts(details)
    with qtbot.waitSignal(details.cancel_requested):
        button(details, "Cancel Reading").click()
    details.set_progress(None)
    assert button(details, "Read Again").isVisible()


def test_the_index_says_its_size_and_can_be_switched_off(
    details: LibraryDetails, qtbot: QtBot
) -> None:
    assert "312 episodes have been read; the index takes 63 MB." in texts(details)
    switch = details.findChild(QCheckBox)
    assert isinstance(switch, QCheckBox)
    with qtbot.waitSignal(details.index_switched) as asked:
        switch.click()
    assert asked.args == [False]
    with qtbot.assertNotEmitted(details.index_switched):
        details.set_index(IndexState(is_on=False))
    assert any(text.startswith("Switched off") for text in texts(details))
