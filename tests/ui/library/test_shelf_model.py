"""What a row of the library says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.shelved import HOUR, START, shelved
from ui.library.shelf_model import ShelfModel, ShelfRole

RECORDING = Path("/pods/Tea.mp3")


def told(role: int, **changes: Any) -> object:
    model = ShelfModel()
    model.set_episodes([shelved("Tea", **changes)])
    return model.index(0).data(role)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "1:00:00"),
        ({"length": 0}, ""),
        ({"position": HOUR // 2}, "30:00 left"),
        ({"position": HOUR // 2, "rate": 2.0}, "15:00 left"),
        ({"position": 9_000, "length": 0}, "Begun"),
        ({"is_finished": True}, "Heard"),
        ({"position": HOUR - 10_000}, "Heard"),
        ({"recording": None}, "Text only"),
        (
            {
                "recording": None,
                "transcript": Path("/pods/Tea.epub"),
                "is_opened": False,
                "length": 0,
            },
            "",
        ),
        ({"recording": None, "transcript": Path("/pods/Tea.epub")}, "Text only"),
        ({"is_unplugged": True, "folder": Path("/media/Disk")}, "Not connected"),
        ({"missing": frozenset([RECORDING])}, "Recording not found"),
        ({"missing": frozenset([Path("/pods/Tea.vtt")])}, "Transcript not found"),
        ({"missing": frozenset([RECORDING, Path("/pods/Tea.vtt")])}, "Files not found"),
    ],
)
def test_how_far_one_got(qapp: object, changes: dict[str, Any], state: str) -> None:
    assert told(ShelfRole.STATE, **changes) == state


@pytest.mark.parametrize(
    ("changes", "origin"),
    [
        ({}, "pods"),
        ({"show": "Leaves", "date": "2024-01-12"}, "Leaves · 12 Jan 2024"),
        ({"show": "Leaves", "date": "2024"}, "Leaves · 2024"),
        ({"show": "Leaves", "voices": ("Ann", "Bo")}, "Leaves · Ann, Bo"),
        (
            {"show": "Leaves", "is_unplugged": True, "folder": Path("/media/Disk")},
            "Leaves · on “Disk”",
        ),
    ],
)
def test_where_it_comes_from(qapp: object, changes: dict[str, Any], origin: str) -> None:
    assert told(ShelfRole.ORIGIN, **changes) == origin


def test_all_of_it_is_told_to_who_cannot_see_it(qapp: object) -> None:
    said = told(Qt.ItemDataRole.AccessibleTextRole, show="Leaves", notes=2, transcript=None)
    assert said == "Tea, Leaves, New, 1:00:00, 2 notes, No transcript"


def test_a_bar_only_where_it_was_begun(qapp: object) -> None:
    assert told(ShelfRole.PROGRESS) is None
    assert told(ShelfRole.PROGRESS, position=HOUR // 4) == 0.25
    assert told(ShelfRole.PROGRESS, is_finished=True) is None
    assert told(ShelfRole.PROGRESS, position=HOUR // 4, is_unplugged=True) is None


def test_what_stays_keeps_its_row(qtbot: QtBot) -> None:
    model = ShelfModel()
    model.set_episodes([shelved("a"), shelved("b")])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.set_episodes([shelved("a"), shelved("b", heard_at=START, position=60_000)])
    assert changed.args is not None
    assert changed.args[0].row() == 1
    with qtbot.waitSignal(model.modelReset):
        model.set_episodes([shelved("b")])
    assert model.row_of("b") == 0
    assert model.row_of("a") is None
