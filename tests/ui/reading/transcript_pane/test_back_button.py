from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.reading.transcript_pane.back_button import BackButton


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


@pytest.fixture
def back(view: QWidget) -> BackButton:
    button = BackButton(view)
    button.set_icons(_icon("red"), _icon("blue"))
    return button


def _icon(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)


def _colour(button: BackButton) -> str:
    return button.icon().pixmap(16, 16).toImage().pixelColor(8, 8).name()


def test_it_is_hidden_until_it_is_of_use(back: BackButton) -> None:
    assert not back.isVisible()


@pytest.mark.parametrize(("direction", "colour"), [(-1, "#ff0000"), (1, "#0000ff")])
def test_it_says_where_the_line_is(back: BackButton, direction: int, colour: str) -> None:
    back.offer(754_000, direction)
    assert back.isVisible()
    assert back.text() == "Back to 12:34"
    assert back.accessibleName() == "Back to 12 minutes 34 seconds"
    assert _colour(back) == colour
    assert "Ctrl+G" in back.toolTip()


def test_with_the_line_in_view_it_offers_to_follow(back: BackButton) -> None:
    back.offer(754_000, 0)
    assert back.text() == "Follow from 12:34"
    assert back.icon().isNull()


def test_it_stays_in_the_middle_of_the_foot(back: BackButton, view: QWidget, qtbot: QtBot) -> None:
    back.offer(0, 1)
    for width, height in ((600, 400), (320, 250)):
        view.resize(width, height)
        qtbot.waitUntil(lambda: back.geometry().bottom() < view.height())
        assert abs(back.geometry().center().x() - view.rect().center().x()) <= 1
        assert view.rect().contains(back.geometry())
        assert back.geometry().bottom() > view.height() * 0.85


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_a_click_does_not_take_the_keyboard(
    back: BackButton, view: QWidget, button: Qt.MouseButton, qtbot: QtBot
) -> None:
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    back.offer(754_000, 1)
    QTest.mouseClick(back, button)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert back.hasFocus()
