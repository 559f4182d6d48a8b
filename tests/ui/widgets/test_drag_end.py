from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QCursor, QDrag
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui.widgets.drag_end import DragEnd

pytestmark = pytest.mark.needs_screen


def test_a_drag_whose_button_was_let_go_before_it_began_ends(qtbot: QtBot) -> None:
    if QApplication.platformName() != "xcb":
        pytest.skip("other platforms drag with a loop of their own")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setAcceptDrops(True)
    with qtbot.waitExposed(window):
        window.show()
    DragEnd(window)
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    ended = []

    def drag() -> None:
        words = QMimeData()
        words.setText("words")
        dragged = QDrag(window)
        dragged.setMimeData(words)
        dragged.exec()
        ended.append(dragged)

    too_late = QTimer(window, singleShot=True, interval=5_000)  # ms; else a failure never returns
    too_late.timeout.connect(QDrag.cancel)
    too_late.start()
    QTimer.singleShot(0, drag)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert too_late.isActive()
