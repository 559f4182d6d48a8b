from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.faults.fault_dialog import FaultDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> FaultDialog:
    dialog = FaultDialog(kept="Your place at 12:34 is saved.")
    qtbot.addWidget(dialog)
    return dialog


def _press(dialog: FaultDialog, qtbot: QtBot, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _said(dialog: FaultDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_its_texts_stay_together_where_it_is_enlarged(dialog: FaultDialog) -> None:
    dialog.show_fault("KeyError: 'cue'")
    heading, text = dialog.findChildren(QLabel)
    before = heading.geometry(), text.geometry()
    dialog.resize(dialog.width(), dialog.height() + 300)
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    assert (heading.geometry(), text.geometry()) == before


def test_it_shows_what_was_kept_and_folds_the_report(dialog: FaultDialog, qtbot: QtBot) -> None:
    dialog.show_fault("KeyError: 'cue'")
    assert "Your place at 12:34 is saved." in _said(dialog)
    assert "KeyError" not in _said(dialog)
    report = dialog.findChild(QPlainTextEdit)
    assert isinstance(report, QPlainTextEdit)
    assert report.isHidden()
    _press(dialog, qtbot, "Details")
    assert report.isVisible()
    assert report.toPlainText() == "KeyError: 'cue'"


def test_further_faults_join_the_open_window(dialog: FaultDialog) -> None:
    for number in range(100):
        dialog.show_fault(f"fault {number}")
    assert "100 times" in _said(dialog)
    assert dialog.report.splitlines() == [f"fault {number}" for number in range(5)]


def test_a_closed_one_begins_anew(dialog: FaultDialog, qtbot: QtBot) -> None:
    dialog.show_fault("one")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isHidden()
    dialog.show_fault("two")
    assert dialog.report == "two"
    assert "times" not in _said(dialog)


def test_the_report_is_copied(dialog: FaultDialog, qtbot: QtBot) -> None:
    dialog.show_fault("one")
    _press(dialog, qtbot, "Copy Report")
    assert QGuiApplication.clipboard().text() == "one"
    assert dialog.isVisible()


def test_quit_is_a_request(dialog: FaultDialog, qtbot: QtBot) -> None:
    dialog.show_fault("one")
    with qtbot.waitSignal(dialog.quit_requested):
        _press(dialog, qtbot, "Quit")
    assert dialog.isHidden()


def test_esc_goes_on(dialog: FaultDialog, qtbot: QtBot) -> None:
    dialog.show_fault("one")
    with qtbot.assertNotEmitted(dialog.quit_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_the_page_for_bugs_is_offered_where_it_is_known(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    dialog = FaultDialog(issues="https://example.org/issues")
    qtbot.addWidget(dialog)
    dialog.show_fault("KeyError: 'cue'")
    _press(dialog, qtbot, "Open Issue…")
    assert opened == ["https://example.org/issues"]
    assert QGuiApplication.clipboard().text() == "KeyError: 'cue'"


def test_without_a_page_for_bugs_there_is_no_button(dialog: FaultDialog) -> None:
    dialog.show_fault("KeyError: 'cue'")
    shown = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert "Open Issue…" not in shown
    assert "Copy Report" in shown
