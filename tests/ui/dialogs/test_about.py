from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.about import AboutDialog


def test_it_tells_versions_licences_and_folders(qtbot: QtBot) -> None:
    dialog = AboutDialog({"Earmark": "0.1.0", "VLC": "3.0.24"}, {"Library": Path("some/where")})
    qtbot.addWidget(dialog)
    text = "\n".join(part.text() for part in dialog.findChildren(QLabel))
    assert "VLC 3.0.24" in text
    assert f"Library: {Path('some/where')}" in text
    assert "Literata and Inter" in text


def test_diagnostics_hold_versions_and_no_path(qtbot: QtBot) -> None:
    dialog = AboutDialog({"Earmark": "0.1.0"}, {"Library": Path("home/somebody")})
    qtbot.addWidget(dialog)
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Earmark 0.1.0\n"
