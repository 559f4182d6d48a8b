"""Enter presses what has the focus, and nothing else; a widget keeps the keys it works with; the
keyboard falls on no bar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.focus import EnterActivates, FocusReturn, ShortcutGuard

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
    EnterActivates(window)
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


@pytest.mark.parametrize(
    ("key", "modifier", "is_kept"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, False),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, True),  # its own
        (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_a_widget_keeps_the_keys_of_its_controls_and_its_own(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, is_kept: bool
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    ShortcutGuard(widget, lambda event: event.key() == Qt.Key.Key_B)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    assert event.isAccepted() is is_kept


def _disable(widget: QWidget) -> None:
    widget.setEnabled(False)


def _destroy(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


@pytest.mark.parametrize("leave", [QWidget.hide, _disable, _destroy])
def test_the_keyboard_comes_back_where_it_would_fall_on_a_bar(
    window: QMainWindow, qtbot: QtBot, leave: Callable[[QWidget], None]
) -> None:
    page, button = window.findChild(QLineEdit), _button(window)
    bar = _button(window, QToolButton)
    assert isinstance(page, QLineEdit)
    holder = QWidget(window)
    QVBoxLayout(holder).addWidget(bar)
    holder.show()
    FocusReturn(holder, page.setFocus)
    QWidget.setTabOrder(button, bar)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert bar.hasFocus()  # where a listener leads it, it stays
    button.setFocus()
    leave(button)
    qtbot.waitUntil(page.hasFocus)
