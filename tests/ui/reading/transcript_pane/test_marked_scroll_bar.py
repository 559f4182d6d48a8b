from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.reading.transcript_pane.marked_scroll_bar import MarkedScrollBar


@pytest.fixture
def bar(qtbot: QtBot) -> MarkedScrollBar:
    bar = MarkedScrollBar()
    qtbot.addWidget(bar)
    bar.resize(16, 400)
    bar.setRange(0, 1_000)
    bar.setPageStep(100)
    bar.set_colour("#ff00ff")
    bar.show()
    return bar


def rows(bar: MarkedScrollBar) -> list[int]:
    """Where something is painted in the marks' colour."""
    image: QImage = bar.grab().toImage()
    x = image.width() - 5
    wanted = QColor("#ff00ff")
    return [y for y in range(image.height()) if image.pixelColor(x, y) == wanted]


def test_without_marks_it_is_a_scroll_bar(bar: MarkedScrollBar) -> None:
    assert rows(bar) == []


def test_marks_stand_where_they_are_in_the_whole(bar: MarkedScrollBar) -> None:
    bar.set_marks([0.5])
    found = rows(bar)
    assert len(found) == 2
    assert abs(found[0] - 200) < 15


def test_first_and_last_are_inside(bar: MarkedScrollBar) -> None:
    bar.set_marks([0.0, 1.0])
    found = rows(bar)
    assert len(found) == 4
    assert found[0] < 25
    assert found[-1] > 375


def test_many_marks_are_painted_once_a_row(bar: MarkedScrollBar) -> None:
    bar.set_marks(k / 100_000 for k in range(100_000))
    assert len(rows(bar)) > 300
    bar.set_marks(())
    assert rows(bar) == []
