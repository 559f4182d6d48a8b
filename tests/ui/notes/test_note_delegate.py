from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBitmap, QFont, QFontMetrics, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.notes.note_delegate import FoundDelegate, wrapped

LONG = "The harbour wakes early today and those who live there have long been up. " * 20


@pytest.mark.parametrize(
    "text", [LONG, "x" * 3_000, "今日は港が早く目を覚ます。" * 30, "🐟 sea " * 90]
)
def test_the_last_of_the_lines_is_elided(qapp: QApplication, text: str) -> None:
    font = QFont()
    lines = wrapped(text, font, 220, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 222 for line in lines)
    assert text.startswith(lines[0])
    assert text.find(lines[1]) >= 0


def test_a_short_text_is_whole(qapp: QApplication) -> None:
    assert wrapped("Yes.", QFont(), 220, 3) == ("Yes.",)
    lines = wrapped("The harbour wakes early today and 🐟 swim", QFont(), 120, 9)
    assert " ".join(lines) == "The harbour wakes early today and 🐟 swim"


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_title_runs_in_its_own_direction_whatever_that_of_the_window(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    """Else its last sign stands before its first word."""
    view = QListView()
    qtbot.addWidget(view)
    delegate, option = FoundDelegate(view), QStyleOptionViewItem()
    option.direction, option.rect = direction, QRect(0, 0, 600, 60)
    picture = QImage(600, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)  # as the view does
    delegate._paint_title(painter, option, "Hey everyone…", option.rect)
    painter.end()
    ink = _ink(picture.copy(0, 0, 600, 59))  # without the line below it
    first = ink.copy(0, 0, 6, ink.height() // 2)
    assert first.pixelColor(1, 1).lightness() < 128  # the stem of the H, not the dots


def _ink(picture: QImage) -> QImage:
    mask = picture.createMaskFromColor(0xFFFFFFFF, Qt.MaskMode.MaskInColor)
    return picture.copy(QRegion(QBitmap.fromImage(mask)).boundingRect())
