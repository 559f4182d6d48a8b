from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui.widgets.drop_target import DropOverlay, DropTarget, dropped_paths

BUTTON = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
FILES = ["/books/talk.mp3", "/books/talk with spaces é.vtt"]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(480, 600)
    window.show()
    return window


@pytest.fixture
def target(window: QMainWindow) -> DropTarget:
    return DropTarget(window)


def _data(*urls: QUrl, text: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls(urls)
    if text:
        data.setText(text)
    return data


def _files() -> QMimeData:
    return _data(*(QUrl.fromLocalFile(file) for file in FILES))


def _enter(window: QMainWindow, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(10, 10), ANY, data, BUTTON, PLAIN)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event


def _drop(window: QMainWindow, data: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(10, 10), ANY, data, BUTTON, PLAIN, QEvent.Type.Drop)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    return event


def _overlay(window: QMainWindow) -> DropOverlay:
    overlay = window.findChild(DropOverlay)
    assert isinstance(overlay, DropOverlay)
    return overlay


def test_files_over_the_window_bring_the_overlay(window: QMainWindow, target: DropTarget) -> None:
    event = _enter(window, _files())
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert _overlay(window).isVisible()
    assert _overlay(window).geometry() == window.rect()


def test_the_overlay_goes_when_the_files_leave(window: QMainWindow, target: DropTarget) -> None:
    _enter(window, _files())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert _overlay(window).isHidden()


def test_a_drop_gives_all_files_in_order(
    window: QMainWindow, target: DropTarget, qtbot: QtBot
) -> None:
    data = _files()
    _enter(window, data)
    move = QDragMoveEvent(QPoint(20, 20), ANY, data, BUTTON, PLAIN)
    QApplication.sendEvent(window, move)
    assert move.isAccepted()
    with qtbot.waitSignal(target.files_dropped) as reported:
        event = _drop(window, data)
    assert reported.args == [[Path(file) for file in FILES]]
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert _overlay(window).isHidden()


@pytest.mark.parametrize(
    "data",
    [_data(text="words"), _data(QUrl("https://example.org/talk.mp3"))],
    ids=["text", "address"],
)
def test_what_is_no_file_is_not_taken(
    window: QMainWindow, target: DropTarget, qtbot: QtBot, data: QMimeData
) -> None:
    assert not _enter(window, data).isAccepted()
    assert _overlay(window).isHidden()
    with qtbot.assertNotEmitted(target.files_dropped):
        _drop(window, data)


def test_the_mouse_goes_through_the_overlay(window: QMainWindow, target: DropTarget) -> None:
    _enter(window, _files())
    assert window.childAt(10, 10) is not _overlay(window)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_dropped_name_that_is_not_utf8_is_kept_to_the_byte() -> None:
    data = QMimeData()
    data.setData("text/uri-list", b"file:///talks/t%E4lk.vtt\r\n")
    assert dropped_paths(data) == [Path(os.fsdecode(b"/talks/t\xe4lk.vtt"))]
