"""A column in the middle of a page: it takes what there is, but never more than its width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.column import middle_column


@pytest.mark.parametrize(("room", "left", "width"), [(400, 20, 360), (1000, 200, 600)])
def test_column_lies_in_the_middle(qtbot: QtBot, room: int, left: int, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lines, label = middle_column(page, 600, margin=20), QLabel("Harbour")
    lines.addWidget(label)
    page.resize(room, 300)
    page.ensurePolished()
    layout = page.layout()
    assert layout is not None
    layout.activate()
    column = label.parentWidget()
    assert column is not None
    assert abs(column.x() - left) <= 1
    assert abs(column.width() - width) <= 2
