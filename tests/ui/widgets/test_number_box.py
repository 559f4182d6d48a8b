"""Fields for numbers in the application's look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionSpinBox
from pytestqt.qtbot import QtBot

from ui.appearance.theme import LIGHT, apply_theme
from ui.widgets.number_box import DecimalBox, NumberBox


@pytest.fixture(autouse=True)
def _dressed(dressed: None, qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    apply_theme(qapp, LIGHT)


@pytest.fixture(params=[NumberBox, DecimalBox])
def box(request: pytest.FixtureRequest, qtbot: QtBot) -> NumberBox | DecimalBox:
    box: NumberBox | DecimalBox = request.param()
    box.setRange(1, 99)
    box.setSuffix(" letters")
    box.setValue(98)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2], ids=lambda each: each.name)
def test_its_number_stands_in_from_the_border_and_is_whole(
    box: NumberBox | DecimalBox, direction: Qt.LayoutDirection
) -> None:
    box.setLayoutDirection(direction)
    edit = box.lineEdit()
    room = edit.textMargins()
    assert min(room.left(), room.right()) >= 6
    width = edit.fontMetrics().horizontalAdvance(edit.text())
    assert width <= edit.width() - room.left() - room.right()


def test_it_is_as_high_as_a_field_to_choose_in(box: NumberBox | DecimalBox, qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    assert box.sizeHint().height() == choice.sizeHint().height()


def test_its_arrows_can_be_hit(box: NumberBox | DecimalBox) -> None:
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    for arrow, value in (
        (QStyle.SubControl.SC_SpinBoxUp, 99),
        (QStyle.SubControl.SC_SpinBoxDown, 98),
    ):
        where = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, arrow, box)
        assert where.width() >= 18
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=where.center())
        assert box.value() == value
