from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.hanging import HangingFolder
from ui.window.about import AboutDialog
from ui.window.parts import _PACKAGES, Part, parts

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> AboutDialog:
    dialog = AboutDialog(
        {"Earmark": "0.1.0", "System": "Linux"},
        [Part("Qt", "6.11", "LGPL 3")],
        {"Library": tmp_path, "Log": tmp_path / "none"},
    )
    qtbot.addWidget(dialog)
    return dialog


def _buttons(dialog: AboutDialog, text: str) -> list[QPushButton]:
    return [each for each in dialog.findChildren(QPushButton) if text in each.text()]


def test_it_shows_version_parts_and_licences(dialog: AboutDialog) -> None:
    text = "\n".join(part.text() for part in dialog.findChildren(QLabel))
    assert "Version 0.1.0" in text
    shown = dialog.findChild(QTreeWidget)
    assert isinstance(shown, QTreeWidget)
    item = shown.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(3)] == ["Qt", "6.11", "LGPL 3"]


def test_a_folder_that_is_there_can_be_opened(
    dialog: AboutDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    there, missing = _buttons(dialog, "Open")
    qtbot.waitUntil(there.isEnabled)
    there.click()
    missing.click()
    assert opened == [str(tmp_path)]


def test_it_waits_for_no_folder(qtbot: QtBot, mount: HangingFolder) -> None:
    mount.hang()
    dialog = AboutDialog({}, [], {"Library": Path(mount.folder) / "library"})
    qtbot.addWidget(dialog)
    (button,) = _buttons(dialog, "Open")
    assert mount.asked.wait(5)
    assert not button.isEnabled()
    mount.answer()


def test_diagnostics_hold_versions_and_no_path(dialog: AboutDialog) -> None:
    _buttons(dialog, "Copy")[0].click()
    assert QGuiApplication.clipboard().text() == "Earmark 0.1.0\nSystem Linux\n"


def test_each_requirement_is_listed_with_its_licence() -> None:
    needs = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[ ;<>=!~\[(]", need)[0].lower() for need in needs}
    assert names <= {package.lower() for package, _ in _PACKAGES.values()}
    assert all(part.licence for part in parts())
    assert {"Earmark", "Qt", "VLC", "RapidFuzz"} <= {part.name for part in parts()}
