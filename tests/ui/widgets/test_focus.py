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
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.focus import EnterActivates, FocusReturn, MenuKeys, ShortcutGuard

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


def test_f10_leads_to_the_menu_bar(window: QMainWindow, qtbot: QtBot) -> None:
    menu = window.menuBar().addMenu("File")
    menu.addAction("Open")
    MenuKeys(window, window.menuBar())
    QTest.keyClick(_button(window), Qt.Key.Key_F10)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


@pytest.mark.parametrize("make", [QListWidget, QPlainTextEdit])
def test_shift_f10_asks_for_the_menu_of_what_has_the_keyboard(
    window: QMainWindow, qtbot: QtBot, make: type[QWidget]
) -> None:
    MenuKeys(window, window.menuBar())
    widget = make()
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    window.setCentralWidget(widget)
    widget.show()
    widget.setFocus()
    with qtbot.waitSignal(widget.customContextMenuRequested) as asked:
        QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args is not None
    assert widget.rect().contains(asked.args[0])
