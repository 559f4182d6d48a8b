from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader.annotation import HUES
from ui.appearance.theme import DARK
from ui.notes.colours_dialog import ColoursDialog

NAMES = {1: "Idea", 2: "Quote", 3: "Ask", 4: "To Do", 5: "Favourite"}


@pytest.fixture
def dialog(qtbot: QtBot) -> ColoursDialog:
    dialog = ColoursDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(DARK)
    dialog.set_names(NAMES)
    dialog.set_hues(dict(enumerate(HUES, start=1)) | {4: "#123456"})
    dialog.show()
    return dialog


def field(dialog: ColoursDialog, number: int) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[number - 1]


def resets(dialog: ColoursDialog) -> list[QPushButton]:
    return [each for each in dialog.findChildren(QPushButton) if each.text() == "Reset"]


def test_a_name_is_reported_when_it_is_left(dialog: ColoursDialog, qtbot: QtBot) -> None:
    reported: list[tuple[int, str]] = []
    dialog.renamed.connect(lambda *values: reported.append(values))
    field(dialog, 3).setFocus()
    field(dialog, 3).selectAll()
    QTest.keyClicks(field(dialog, 3), "  Look  up ")
    dialog.set_names(NAMES)  # something else changed meanwhile
    QTest.keyClick(field(dialog, 3), Qt.Key.Key_Return)
    assert reported == [(3, "Look up")]
    field(dialog, 2).clear()
    field(dialog, 2).editingFinished.emit()
    assert field(dialog, 2).text() == "Quote"
    assert len(reported) == 1


def test_a_hue_is_chosen_and_put_back(dialog: ColoursDialog, qtbot: QtBot) -> None:
    reported: list[tuple[int, str]] = []
    dialog.hue_chosen.connect(lambda *values: reported.append(values))
    assert [each.isEnabled() for each in resets(dialog)] == [False, False, False, True, False]
    resets(dialog)[3].click()
    swatches = [
        each for each in dialog.findChildren(QToolButton) if "Colour of" in each.accessibleName()
    ]
    swatches[0].click()
    (chooser,) = dialog.findChildren(QColorDialog)
    assert chooser.currentColor().name() == DARK.mark_bars[0]
    chooser.setCurrentColor(QColor("#abcdef"))
    chooser.accept()
    assert reported == [(4, HUES[3]), (1, "#abcdef")]


def test_every_control_has_a_name_and_a_tip(dialog: ColoursDialog) -> None:
    controls = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QToolButton), *resets(dialog)]
    assert len(controls) == 15
    assert all(each.accessibleName() and each.toolTip() for each in controls)
