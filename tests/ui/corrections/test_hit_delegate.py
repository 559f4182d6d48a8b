"""Rows of a preview are as high as the sentences in them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ui.corrections.hit_delegate import HIT, HitDelegate, hit_html

SENTENCE = hit_html("0:21", "But in our end of year survey last year, ", "a", "one", " lot " * 30)


@pytest.mark.parametrize("width", range(300, 640, 17))
def test_the_last_line_of_a_row_has_words(qtbot: QtBot, width: int) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderHidden(True)
    tree.setUniformRowHeights(False)
    tree.setItemDelegate(HitDelegate(tree))
    row = QTreeWidgetItem([""])
    row.setData(0, HIT, SENTENCE)
    tree.addTopLevelItem(row)
    tree.resize(width, 400)
    tree.show()
    qtbot.waitExposed(tree)
    area = tree.visualItemRect(row)
    line = QFontMetrics(tree.font()).height()
    last = area.adjusted(0, area.height() - line - 6, 0, -6)
    image = tree.viewport().grab(last).toImage()
    ground = image.pixel(image.width() - 1, image.height() - 1)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert any(image.pixel(*point) != ground for point in points)
