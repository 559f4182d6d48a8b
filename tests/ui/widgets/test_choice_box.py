from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.appearance.theme import LIGHT, style_sheet
from ui.widgets.choice_box import ChoiceBox

LONG = "This episode: The harbour at dawn, and what the gulls know of the nets"


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItems([LONG, "All"])
    box.setStyleSheet(style_sheet(LIGHT))  # it is the style sheet that cuts letters
    box.resize(250, 32)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    return box


def test_what_has_no_room_ends_in_an_ellipsis(box: ChoiceBox) -> None:
    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    box.setCurrentIndex(1)
    assert box.shown_text() == "All"


def test_no_letter_is_cut_at_the_edge(box: ChoiceBox) -> None:
    """The last pixels before the arrow are the ground's alone."""
    picture = box.grab().toImage()
    ground = picture.pixelColor(box.width() // 2, 4)
    long_edge = [picture.pixelColor(box.width() - 30, y) for y in range(6, box.height() - 6)]
    assert all(abs(each.lightness() - ground.lightness()) < 40 for each in long_edge)


def test_the_list_shows_all_of_each(box: ChoiceBox, qtbot: QtBot) -> None:
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().width() >= box.fontMetrics().horizontalAdvance(LONG)
    box.hidePopup()
