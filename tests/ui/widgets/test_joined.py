"""What stands side by side is read in order, whatever its script."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextLayout

from ui.widgets.joined import joined

ARABIC = "راديو العرب"


def _x(line: str, part: str) -> float:
    """Where a part begins when the line is laid out from left to right."""
    layout = QTextLayout(line)
    layout.beginLayout()
    made = layout.createLine()
    layout.endLayout()
    at: Any = made.cursorToX(line.index(part))
    return float(at[0] if isinstance(at, tuple) else at)


def test_what_is_empty_is_left_out() -> None:
    assert joined("", "Radio", "", "3 May 2024") == "Radio · 3 May 2024"


def test_a_date_stays_whole_beside_a_show_that_runs_right_to_left(qapp: object) -> None:
    line = joined(ARABIC, "3 May 2024")
    assert _x(line, "3") < _x(line, "May")
    assert _x(f"{ARABIC} · 3 May 2024", "3") < _x(f"{ARABIC} · 3 May 2024", ARABIC)  # or it is lost
    assert _x(line, "·") < _x(line, "3")
