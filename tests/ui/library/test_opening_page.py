from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.library.opening_page import PATIENCE, OpeningPage
from ui.widgets.wrapped_text import WrappedText


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(480, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def page(window: QWidget) -> OpeningPage:
    return OpeningPage(window)


def _bar(page: OpeningPage) -> QProgressBar:
    bar = page.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    return bar


def _patience(page: OpeningPage) -> QTimer:
    timer = page.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_a_quick_opening_shows_nothing(page: OpeningPage) -> None:
    page.begin("talk.vtt")
    assert page.isHidden()
    assert _patience(page).interval() == PATIENCE == 300
    page.end()
    assert not _patience(page).isActive()
    assert page.isHidden()


def test_a_slow_one_shows_name_and_progress(page: OpeningPage, qtbot: QtBot) -> None:
    page.begin("talk.vtt")
    page.set_progress(0.25)
    qtbot.waitUntil(page.isVisible)
    assert page.geometry() == page.parentWidget().rect()  # type: ignore[union-attr]
    assert [text.toPlainText() for text in page.findChildren(WrappedText)] == ["talk.vtt"]
    assert _bar(page).value() / _bar(page).maximum() == 0.25
    page.end()
    assert page.isHidden()


def test_unknown_progress_is_shown_as_such(page: OpeningPage) -> None:
    page.begin("talk.vtt")
    assert (_bar(page).minimum(), _bar(page).maximum()) == (0, 0)
    page.set_progress(3.0)
    assert _bar(page).value() == _bar(page).maximum() > 0


def test_it_follows_the_size_of_the_window(
    window: QWidget, page: OpeningPage, qtbot: QtBot
) -> None:
    page.begin("talk.vtt")
    qtbot.waitUntil(page.isVisible)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: page.geometry() == window.rect())


def test_esc_cancels_once(page: OpeningPage, qtbot: QtBot) -> None:
    reported: list[bool] = []
    page.cancel_requested.connect(lambda: reported.append(True))
    page.begin("talk.vtt")
    qtbot.waitUntil(page.isVisible)
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert reported == [True]
    with qtbot.waitSignal(page.focus_released):
        page.end()


def test_a_second_opening_can_be_cancelled_too(page: OpeningPage, qtbot: QtBot) -> None:
    for name in ("one.vtt", "two.vtt"):
        page.begin(name)
        qtbot.waitUntil(page.isVisible)
        button = page.findChild(QPushButton)
        assert isinstance(button, QPushButton)
        with qtbot.waitSignal(page.cancel_requested):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        page.end()


def test_tab_does_not_reach_what_is_covered(
    window: QWidget, page: OpeningPage, qtbot: QtBot
) -> None:
    page.begin("talk.vtt")
    qtbot.waitUntil(page.isVisible)
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert button.hasFocus()
