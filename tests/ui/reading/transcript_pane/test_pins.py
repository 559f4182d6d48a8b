"""Pins in the margin of a real page: painted, pointed at and clicked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.transcript.reading_text import ReadingText
from tests.ui.reading.transcript_pane.conftest import Open
from tests.ui.reading.transcript_pane.test_marks import TALK, beside, box, click
from tests.ui.reading.transcript_pane.test_ornaments import count, picture
from ui.appearance.theme import THEMES
from ui.reading.transcript_pane.marks import Mark
from ui.reading.transcript_pane.pins import Pin
from ui.reading.transcript_pane.transcript_pane import TranscriptPane


@pytest.fixture
def pane(open_pane: Open) -> TranscriptPane:
    return open_pane(TALK)


def pin_at(pane: TranscriptPane, text: str, number: int = 0) -> Pin:
    return Pin(number, pane.reading.text.index(text), f"About {text}")


def area_of(pane: TranscriptPane, number: int = 0) -> QRectF:
    pins, layout = pane._ornaments.pins, pane.page_layout
    blocks = range(pane.reading.block_count)
    placed = [each for block in blocks for each in pins.placed(block, layout.top(block))]
    return next(area for pin, area in placed if pin.id == number)


@pytest.mark.parametrize("name", list(THEMES))
def test_a_pin_stands_beside_its_line(pane: TranscriptPane, name: str) -> None:
    theme = THEMES[name]
    pane.set_theme(theme)
    pane.set_pins([pin_at(pane, "Gulls")])
    image, (signs, _) = picture(pane), beside(pane, "Gulls")
    assert count(image, signs, theme.focus) > 3
    other, _ = beside(pane, "Later")
    assert count(image, other, theme.focus) == 0
    pane.set_pins([])
    assert count(picture(pane), signs, theme.focus) == 0


def test_it_says_what_it_is_and_asks_for_its_menu(pane: TranscriptPane, qtbot: QtBot) -> None:
    pane.set_pins([pin_at(pane, "Gulls", 3), pin_at(pane, "Later", 4)])
    place = area_of(pane, 4).center()
    assert pane._tip(place) == "About Later"
    with (
        qtbot.waitSignal(pane.pin_requested) as asked,
        qtbot.assertNotEmitted(pane.place_requested),
    ):
        click(pane, place)
    assert asked.args is not None and asked.args[0] == 4
    point = QPoint(int(place.x()), int(place.y()))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point)
    )
    with qtbot.waitSignal(pane.pin_requested), qtbot.assertNotEmitted(pane.menu_requested):
        QApplication.sendEvent(pane.viewport(), event)


def test_it_makes_room_for_a_ribbon_and_for_the_other_side(pane: TranscriptPane) -> None:
    pane.set_pins([pin_at(pane, "Gulls")])
    alone = area_of(pane)
    where = pane.reading.text.index("Gulls")
    pane.set_marks([Mark("kept", where, where + 5)])
    aside = area_of(pane)
    assert aside.right() < alone.right()
    block = pane.reading.block_at(where)
    (sign,) = pane._ornaments.kept.signs(block, pane.page_layout.top(block))
    assert not aside.intersects(sign.area)
    assert pane._tip(aside.center()) == "About Gulls"


def test_another_text_has_none(pane: TranscriptPane) -> None:
    pane.set_pins([pin_at(pane, "Gulls")])
    place = area_of(pane).center()
    pane.show_text(ReadingText(TALK))
    assert "About" not in pane._tip(place)


def test_a_pointer_over_it_is_a_hand(pane: TranscriptPane, qtbot: QtBot) -> None:
    pane.set_pins([pin_at(pane, "Gulls")])
    place = area_of(pane).center()
    QTest.mouseMove(pane.viewport(), QPoint(int(place.x()), int(place.y())))
    shape = Qt.CursorShape.PointingHandCursor
    qtbot.waitUntil(lambda: pane.viewport().cursor().shape() is shape)
    line = box(pane, "nets").center()
    QTest.mouseMove(pane.viewport(), QPoint(int(line.x()), int(line.y())))
    qtbot.waitUntil(lambda: pane.viewport().cursor().shape() is not shape)
