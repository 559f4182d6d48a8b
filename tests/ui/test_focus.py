"""Enter presses what has the focus, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.focus import EnterPresses

Button = QPushButton | QToolButton


def _button(window: QMainWindow, kind: type[Button] = QPushButton) -> Button:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window, page = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(page)
    for widget in (QPushButton("Open"), QToolButton(), QLineEdit()):
        column.addWidget(widget)
    window.setCentralWidget(page)
    EnterPresses(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_focused_button(
    window: QMainWindow, qtbot: QtBot, kind: type[Button], key: Qt.Key
) -> None:
    button = _button(window, kind)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    button.setEnabled(False)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    QTest.keyClick(window, key)
    assert not pressed


def test_enter_with_another_key_or_elsewhere_presses_nothing(
    window: QMainWindow, qtbot: QtBot
) -> None:
    pressed: list[bool] = []
    button, field = _button(window), window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    button.clicked.connect(pressed.append)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not pressed
