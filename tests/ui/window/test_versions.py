from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from pytestqt.qtbot import QtBot

from ui.window.versions import versions


def test_versions_name_what_runs_and_nothing_of_the_reader(qtbot: QtBot) -> None:
    found = versions("VLC")
    reported = "Earmark Python PySide Qt Player System Display Screen Language"
    assert list(found) == reported.split()
    assert all(found.values())
    assert found["Qt"] == qVersion()
    assert found["Player"] == "VLC"
    assert platform.node() not in " ".join(found.values())
    assert versions("")["Player"] == "none"
