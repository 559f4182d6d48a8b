"""The notes beside the page, or over it in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.notes.notes_panel import NotesPanel
from ui.widgets.focus import has_focus_within

NARROW, WIDE = 480, 900


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    qtbot.waitUntil(earmark.window.isActiveWindow)
    widen(earmark, qtbot, NARROW)
    return earmark


def panel_of(earmark: Earmark) -> NotesPanel:
    return notebook_of(earmark).notes.panel


def widen(earmark: Earmark, qtbot: QtBot, width: int) -> None:
    earmark.window.resize(width, 600)
    qtbot.waitUntil(lambda: earmark.window.content.width() == width)
    QApplication.processEvents()


def seen(earmark: Earmark) -> tuple[bool, bool]:
    """Whether page and panel are."""
    return earmark.window.pane.isVisible(), panel_of(earmark).isVisible()


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def toggle(earmark: Earmark) -> None:
    earmark.window.commands["notes"].trigger()


def test_in_a_narrow_window_the_notes_take_the_place_of_the_page(
    earmark: Earmark, qtbot: QtBot
) -> None:
    toggle(earmark)
    assert seen(earmark) == (False, True)
    qtbot.waitUntil(lambda: panel_of(earmark).width() == NARROW)
    assert has_focus_within(panel_of(earmark))
    widen(earmark, qtbot, WIDE)
    assert seen(earmark) == (True, True)
    assert earmark.window.pane.width() >= 360
    widen(earmark, qtbot, NARROW)  # the keyboard is in the notes: they stay
    assert seen(earmark) == (False, True)
    _press(Qt.Key.Key_Escape)
    assert seen(earmark) == (True, False)
    assert earmark.window.pane.hasFocus()
    assert not earmark.window.commands["notes"].isChecked()


def test_the_page_is_never_squeezed_or_moved(earmark: Earmark, qtbot: QtBot) -> None:
    pane = earmark.window.pane
    earmark.window.reading_page.follow.stop()
    pane.show_position(pane.reading.ranges(4)[0][0])
    place = pane.first_position()
    for width in (NARROW, 590, 610, 640, WIDE, NARROW):
        widen(earmark, qtbot, width)
        toggle(earmark)
        QApplication.processEvents()
        assert not pane.isVisible() or pane.width() >= 360
        toggle(earmark)
        QApplication.processEvents()
        assert pane.width() == width
    assert pane.first_position() == place


def test_narrowing_changes_no_preference(earmark: Earmark, qtbot: QtBot) -> None:
    widen(earmark, qtbot, WIDE)
    toggle(earmark)
    earmark.window.focus_page()
    QApplication.processEvents()
    earmark.window._sides.moveSplitter(WIDE - 350, 1)  # as by its handle
    width = panel_of(earmark).width()
    assert width > 340
    widen(earmark, qtbot, NARROW)
    assert seen(earmark) == (True, False)
    toggle(earmark)
    toggle(earmark)
    assert earmark.settings.get(prefs.IS_NOTES_SHOWN)
    widen(earmark, qtbot, WIDE)
    assert seen(earmark) == (True, True)
    assert panel_of(earmark).width() == width
    assert earmark.window.pane.hasFocus()


def test_playing_a_note_or_finding_brings_the_page_back(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.transport.seek(4_600)
    earmark.window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: len(panel_of(earmark).shown_ids) == 1)
    toggle(earmark)
    _press(Qt.Key.Key_Return)
    assert seen(earmark) == (True, False)
    assert earmark.window.pane.hasFocus()
    toggle(earmark)
    earmark.window.commands["find"].trigger()
    assert seen(earmark) == (True, False)
    assert has_focus_within(earmark.window.reading_page.search_bar)


def test_another_page_is_never_covered(earmark: Earmark) -> None:
    toggle(earmark)
    earmark.window.show_library()
    assert earmark.window.library_page.isVisible()
    assert not panel_of(earmark).isVisible()


def test_the_key_leads_into_open_notes_before_it_closes_them(
    earmark: Earmark, qtbot: QtBot
) -> None:
    widen(earmark, qtbot, WIDE)
    toggle(earmark)
    earmark.window.pane.setFocus()
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(earmark.window.pane, Qt.Key.Key_N, chord)
    assert has_focus_within(panel_of(earmark))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_N, chord)
    assert not panel_of(earmark).isVisible()


def test_the_page_shows_no_caret_when_the_panel_closes(earmark: Earmark, qtbot: QtBot) -> None:
    widen(earmark, qtbot, WIDE)
    toggle(earmark)
    assert has_focus_within(panel_of(earmark))
    toggle(earmark)
    pane = earmark.window.pane
    assert pane.hasFocus()
    assert not pane.page_layout.is_caret_shown
