from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ui.notes.unplaced_tray import Unplaced, UnplacedTray

TWO = (Unplaced("one", "Gulls quarrel.", "Girls squabble."), Unplaced("two", "Nets " * 80))


@pytest.fixture
def tray(qtbot: QtBot) -> UnplacedTray:
    tray = UnplacedTray()
    qtbot.addWidget(tray)
    tray.resize(300, 300)
    tray.show()
    tray.set_unplaced(TWO)
    return tray


def head(tray: UnplacedTray) -> QToolButton:
    (button,) = tray.findChildren(QToolButton)
    return button


def button(tray: UnplacedTray, text: str) -> QPushButton:
    return next(each for each in tray.findChildren(QPushButton) if each.text() == text)


def texts(tray: UnplacedTray) -> str:
    return " ".join(each.text() for each in tray.findChildren(QLabel) if each.isVisible())


def test_it_is_a_quiet_line_until_unfolded(tray: UnplacedTray) -> None:
    assert head(tray).text() == "2 without a place here"
    assert texts(tray) == ""
    shown: list[str] = []
    tray.show_requested.connect(shown.append)
    head(tray).click()
    assert "Gulls quarrel." in texts(tray)
    assert "Girls squabble." in texts(tray)
    assert shown == ["one"]
    tray.resize(280, 300)
    assert shown == ["one"]


def test_one_follows_the_other(tray: UnplacedTray) -> None:
    heard: list[tuple[str, str]] = []
    tray.accept_requested.connect(lambda key: heard.append(("accept", key)))
    tray.place_requested.connect(lambda key: heard.append(("place", key)))
    head(tray).click()
    button(tray, "&Accept").click()
    button(tray, "Leave &It").click()
    assert not button(tray, "&Accept").isEnabled()
    assert "Nothing like it was found" in texts(tray)
    button(tray, "P&lace Here").click()
    assert heard == [("accept", "one"), ("place", "two")]
    button(tray, "Leave &It").click()
    assert texts(tray) == ""
    tray.set_unplaced(TWO[:1])
    assert head(tray).text() == "1 without a place here"
    tray.set_unplaced(())
    assert not tray.isVisible()


def test_esc_folds_it_and_every_control_has_a_name(tray: UnplacedTray) -> None:
    head(tray).click()
    for each in (head(tray), *tray.findChildren(QPushButton)):
        assert each.text()
        assert each.toolTip()
    QTest.keyClick(button(tray, "&Accept"), Qt.Key.Key_Escape)
    assert texts(tray) == ""
