"""What is on the screen is what the page is: nothing torn, nothing drawn twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.library.names_dialog import NamesDialog
from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.widgets.message_bar import MessageKind

WORDS = "Gulls quarrel over the nets, and boats come home with what the night has left them. "
LINES = tuple(
    (k * 6_000, k * 6_000 + 5_500, ("Mara", "Jon")[k % 2], WORDS * (1 + k * 7 % 5))
    for k in range(120)
)


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    """Far down in a text, above which no paragraph has been set yet."""
    talk = write_talk("talk.vtt", "talk.mp3")
    talk.write_text(vtt(LINES))
    earmark = start(talk)
    earmark.window.activateWindow()
    pane = earmark.window.pane
    earmark.window.reading_page.follow.stop()
    pane.show_from(pane.reading.text.index("Gulls", len(pane.reading.text) * 2 // 3))
    return earmark


def speak(earmark: Earmark, line: int, qtbot: QtBot) -> None:
    earmark.transport.seek(LINES[line][0] + 3_000)
    qtbot.waitUntil(lambda: earmark.window.pane.spoken.lead == line)


def on_screen(pane: TranscriptPane) -> QImage:
    """What the X server has, where the page lies."""
    view, window = pane.viewport(), pane.window()
    corner = view.mapTo(window, QPoint())
    screen = window.screen()
    picture = screen.grabWindow(window.winId(), corner.x(), corner.y(), view.width(), view.height())
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_again(pane: TranscriptPane) -> QImage:
    return pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def is_as_painted(pane: TranscriptPane) -> bool:
    return on_screen(pane) == painted_again(pane)


def test_a_message_that_comes_and_goes_tears_no_text(earmark: Earmark, qtbot: QtBot) -> None:
    """Also while the voice goes on in paragraphs above that no one has seen yet: when they are set,
    their heights turn out to be others than was guessed."""
    window, pane, bar = earmark.window, earmark.window.pane, earmark.window.message_bar
    qtbot.waitUntil(lambda: is_as_painted(pane))
    for line, height in ((20, 1), (33, 4), (51, 1)):  # one line of a message, and more
        speak(earmark, line, qtbot)
        message = bar.report(MessageKind.INFO, "Kept. " * 30 * height)
        qtbot.waitUntil(bar.isVisible)
        qtbot.waitUntil(lambda: is_as_painted(pane))
        speak(earmark, line - 5, qtbot)
        qtbot.waitUntil(lambda: is_as_painted(pane))
        bar.withdraw(message)
        qtbot.waitUntil(lambda: is_as_painted(pane))
    assert window.isVisible()


def test_a_name_that_is_changed_tears_no_text(earmark: Earmark, qtbot: QtBot) -> None:
    pane = earmark.window.pane
    QTest.keyClick(pane, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: earmark.window.findChild(NamesDialog) is not None)
    dialog = earmark.window.findChild(NamesDialog)
    assert isinstance(dialog, NamesDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.move(
        earmark.window.frameGeometry().bottomRight()
    )  # the X server keeps no covered pixels
    qtbot.waitUntil(lambda: is_as_painted(pane))
    dialog.reject()
    qtbot.waitUntil(lambda: is_as_painted(pane))


def test_scrolling_up_into_what_was_never_set_tears_no_text(earmark: Earmark, qtbot: QtBot) -> None:
    pane = earmark.window.pane
    for step in (-37, -160, -1_000, 90, -701, 333):
        pane.scroll_bar.setValue(pane.scroll_bar.value() + step)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: is_as_painted(pane))
