from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.notes.note_delegate import wrapped

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
