from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reader.recording.clip_format import Passage
from reader.settings import Settings
from ui.sharing.clips_dialog import ClipRequest, ClipsDialog

GULLS = Passage(3_000, 5_000, "Gulls quarrel: over the nets?", "The Harbour", "Mara")
BOATS = Passage(20_000, 22_500, "Later the boats", "The Harbour", "Mara")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "earmark.ini")


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> ClipsDialog:
    dialog = ClipsDialog(settings)
    qtbot.addWidget(dialog)
    return dialog


def saved(dialog: ClipsDialog, qtbot: QtBot) -> ClipRequest:
    """What is reported when Enter is pressed."""
    with qtbot.waitSignal(dialog.requested) as reported:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    request = reported.args[0]
    assert isinstance(request, ClipRequest)
    return request


def labels(dialog: ClipsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_enter_saves_a_passage_under_a_name_of_its_words(
    dialog: ClipsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.ask([GULLS], tmp_path, has_transcript=True)
    assert "2.0 s long, from 0:03 on" in labels(dialog)
    request = saved(dialog, qtbot)
    assert (request.passages, request.folder, request.format.name) == ((GULLS,), tmp_path, "m4a")
    assert request.name == "00-00-03 Gulls quarrel- over the nets"


def test_name_of_ones_own_is_made_safe(dialog: ClipsDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.ask([GULLS], tmp_path, has_transcript=True)
    dialog.findChildren(QLineEdit)[0].setText("a/b")
    assert saved(dialog, qtbot).name == "a-b"


def test_many_are_named_by_themselves(dialog: ClipsDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.ask([GULLS, BOATS], tmp_path, has_transcript=True)
    assert "2 clips, 4.5 s in all" in labels(dialog)
    assert not dialog.findChildren(QLineEdit)[0].isVisible()
    assert saved(dialog, qtbot).name == ""


def test_what_was_chosen_is_remembered(
    dialog: ClipsDialog, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.ask([GULLS], tmp_path, has_transcript=True)
    formats = dialog.findChildren(QComboBox)[0]
    formats.setCurrentIndex(formats.findData("opus"))
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(True)
    saved(dialog, qtbot)
    again = ClipsDialog(settings)
    qtbot.addWidget(again)
    again.ask([BOATS], tmp_path / "elsewhere", has_transcript=True)
    request = saved(again, qtbot)
    assert (request.folder, request.format.name, request.has_captions) == (tmp_path, "opus", True)
    assert request.fade > 0


def test_without_a_transcript_there_are_no_captions(
    dialog: ClipsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.ask([GULLS], tmp_path, has_transcript=True)
    captions = dialog.findChildren(QCheckBox)[0]
    captions.setChecked(True)
    saved(dialog, qtbot)
    dialog.ask([GULLS], tmp_path, has_transcript=False)
    assert not captions.isEnabled()
    assert not saved(dialog, qtbot).has_captions
    dialog.ask([GULLS], tmp_path, has_transcript=True)
    assert captions.isChecked()
