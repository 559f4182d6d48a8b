from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.wrapped_text import WrappedText

LONG = "a_name_without_any_space_" * 12 + " and words"


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[WrappedText]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    text = WrappedText(max_height=200)
    layout.addWidget(text)
    layout.addStretch()
    text.set_text(LONG)
    window.show()
    yield text  # the window lives as long


@pytest.mark.parametrize("width", [300, 331, 362, 480, 900])
def test_it_is_as_high_as_its_lines_at_every_width(
    text: WrappedText, qtbot: QtBot, width: int
) -> None:
    for step in (200, 900, width):  # too low for a moment while it shrinks
        text.window().resize(step, 600)
    qtbot.waitUntil(lambda: text.window().width() == width)
    qtbot.waitUntil(lambda: text.height() == text.heightForWidth(text.width()))
    assert text.document().size().height() <= text.height()
    assert not text.verticalScrollBar().isVisible()


def test_more_than_its_highest_scrolls(text: WrappedText, qtbot: QtBot) -> None:
    text.window().resize(300, 600)
    text.set_text("line\n" * 50)
    qtbot.waitUntil(lambda: text.height() == 200)
    assert text.verticalScrollBar().maximum() > 0


def test_markup_is_text(text: WrappedText) -> None:
    text.set_text("<b>bold</b>")
    assert text.toPlainText() == "<b>bold</b>"


def test_a_scroll_bar_that_came_too_early_goes(qtbot: QtBot) -> None:
    text = WrappedText()
    qtbot.addWidget(text)
    text.set_text(LONG)
    text.show()
    for width in range(300, 400):
        text.resize(width, 20)
        text.resize(width, text.heightForWidth(width))
        assert not text.verticalScrollBar().isVisible(), width
