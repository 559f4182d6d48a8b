"""Full screen: nothing but the text, until pointer or key ask for more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.notes.notes_panel import NotesPanel
from ui.widgets.message_bar import MessageKind
from ui.window.reading_mode import ReadingMode


@pytest.fixture
def full(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    earmark.window.pane.setFocus()
    earmark.window.commands["full_screen"].trigger()
    qtbot.waitUntil(lambda: earmark.window.is_floating)
    return earmark


def mode_of(earmark: Earmark) -> ReadingMode:
    mode = earmark.window.findChild(ReadingMode)
    assert isinstance(mode, ReadingMode)
    return mode


def seen(earmark: Earmark) -> tuple[bool, bool]:
    window = earmark.window
    return window.menu_bar.isVisible(), window.playback_bar.isVisible()


def test_menu_and_player_make_room_for_the_text(full: Earmark) -> None:
    assert seen(full) == (False, False)


@pytest.mark.parametrize("edge", [0, 1])
def test_the_pointer_at_an_edge_brings_them_over_the_text(full: Earmark, edge: int) -> None:
    before = full.window.pane.geometry()
    mode_of(full)._edges[edge].touched.emit()
    assert seen(full) == (True, True)
    assert full.window.pane.geometry() == before
    assert full.window.playback_bar.geometry().bottom() == full.window.content.rect().bottom()


@pytest.mark.parametrize("key", [Qt.Key.Key_Alt, Qt.Key.Key_F10])
def test_a_key_brings_them(full: Earmark, key: Qt.Key) -> None:
    QTest.keyPress(full.window.pane, key)
    assert seen(full) == (True, True)


def test_they_go_when_nobody_is_at_them(full: Earmark, qtbot: QtBot) -> None:
    mode = mode_of(full)
    mode._timer.setInterval(0)
    mode._show()
    full.window.playback_bar._keep.setFocus()
    mode._hide()
    assert seen(full) == (True, True)
    full.window.pane.setFocus()
    qtbot.waitUntil(lambda: seen(full) == (False, False))


def test_esc_in_a_menu_leads_back_to_the_page(full: Earmark, qtbot: QtBot) -> None:
    mode_of(full)._show()
    bar = full.window.menu_bar
    bar.setActiveAction(bar.actions()[3])
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bar.activeAction() is None)
    mode_of(full)._hide()
    assert seen(full) == (False, False)


def shown_notes(earmark: Earmark) -> NotesPanel:
    panel = earmark.window.findChild(NotesPanel)
    assert isinstance(panel, NotesPanel)
    if not panel.isVisible():
        earmark.window.commands["notes"].trigger()
    return panel


def test_the_menu_does_not_cover_the_head_of_the_notes(full: Earmark, qtbot: QtBot) -> None:
    window, panel = full.window, shown_notes(full)
    mode_of(full)._show()
    room = window.menu_bar.height()
    qtbot.waitUntil(lambda: panel.childrenRect().top() >= room)
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(lambda: panel.contentsMargins().top() == 0)


def test_the_player_does_not_cover_the_foot_of_the_notes(full: Earmark, qtbot: QtBot) -> None:
    window, panel = full.window, shown_notes(full)
    mode_of(full)._show()
    foot = window.playback_bar.height()
    qtbot.waitUntil(lambda: panel.childrenRect().bottom() < panel.height() - foot)
    mode_of(full)._hide_now()
    assert panel.contentsMargins().bottom() == 0


def test_a_message_takes_no_room_for_a_menu_that_is_gone_and_moves_no_text(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt")
    lines = tuple((k * 5_000, k * 5_000 + 4_000, f"{k % 2}", "Gulls. " * 40) for k in range(60))
    talk.write_text(vtt(lines))
    earmark = start(talk)
    window, pane = earmark.window, earmark.window.pane
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(lambda: window.is_floating)
    window.reading_page.follow.stop()
    pane.scroll_to(400)

    def text_top() -> int:
        return pane.mapToGlobal(QPoint()).y() - pane.scroll_bar.value()

    before, bar = text_top(), window.message_bar
    message = bar.report(MessageKind.INFO, "Kept.")
    qtbot.waitUntil(lambda: pane.mapTo(window.content, QPoint()).y() == bar.height() > 0)
    assert (bar.contentsMargins().top(), text_top()) == (0, before)
    for change in (mode_of(earmark)._show, mode_of(earmark)._hide_now):
        change()
        qtbot.waitUntil(lambda: pane.mapTo(window.content, QPoint()).y() == bar.height())
        assert text_top() == before
    bar.withdraw(message)
    QApplication.processEvents()
    assert text_top() == before


def test_esc_sends_them_away_at_once_and_only_then_leads_out(full: Earmark, qtbot: QtBot) -> None:
    QTest.keyClick(full.window.pane, Qt.Key.Key_F10)
    QTest.keyClick(full.window.pane, Qt.Key.Key_Escape)
    assert seen(full) == (False, False)
    assert full.window.isFullScreen()


def test_they_go_at_once_with_the_keyboard(full: Earmark, qtbot: QtBot) -> None:
    mode = mode_of(full)
    mode._timer.setInterval(1_000_000)
    mode._show()
    full.window.playback_bar._keep.setFocus()
    full.window.pane.setFocus()
    qtbot.waitUntil(lambda: seen(full) == (False, False))


def test_keys_of_the_player_work_without_them(full: Earmark, qtbot: QtBot) -> None:
    with qtbot.waitSignal(full.window.commands["keep"].triggered):
        QTest.keyClick(full.window.pane, Qt.Key.Key_B)
    assert seen(full) == (False, False)


def test_another_page_does_not_bring_the_player(full: Earmark) -> None:
    full.window.show_reading("talk")
    assert seen(full) == (False, False)


def test_esc_leads_out_and_puts_them_back(full: Earmark, qtbot: QtBot) -> None:
    QTest.keyClick(full.window.pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not full.window.isFullScreen() and not full.window.is_floating)
    assert seen(full) == (True, True)
    window = full.window
    qtbot.waitUntil(lambda: window.content.geometry().top() >= window.menu_bar.height())
    assert window.menuBar() is window.menu_bar


def test_the_caret_shows_when_arrows_move_it_not_with_any_key(full: Earmark) -> None:
    pane = full.window.pane
    pane._show_caret(is_shown=False)
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Z):
        QTest.keyClick(pane, key)
    assert not pane.page_layout.is_caret_shown
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.page_layout.is_caret_shown
