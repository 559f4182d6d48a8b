"""Keeping while listening, in a real window with a real library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk
from tests.ui.conftest import Start, end
from ui.app import Earmark
from ui.notes_desk import NotesDesk


def desk_of(earmark: Earmark, qtbot: QtBot) -> NotesDesk:
    qtbot.waitUntil(lambda: earmark.window.notes_desk is not None)
    desk = earmark.window.notes_desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.notebook.is_ready)
    return desk


def has_notes(desk: NotesDesk, count: int) -> bool:
    return len(desk.panel.shown_ids) == count


def does(earmark: Earmark, qtbot: QtBot, name: str, is_done: Callable[[], bool]) -> None:
    action = earmark.window.commands[name]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    qtbot.waitUntil(is_done)


def test_b_keeps_the_sentence_marks_it_and_can_be_undone(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    desk = desk_of(earmark, qtbot)
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: len(desk.panel.shown_ids) == 1)
    assert "Undo" in earmark.window.commands["undo"].text()
    does(earmark, qtbot, "undo", lambda: not desk.panel.shown_ids)
    does(earmark, qtbot, "redo", lambda: len(desk.panel.shown_ids) == 1)


def test_a_digit_highlights_what_is_selected(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    desk, pane = desk_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    for number in range(1, 6):
        does(earmark, qtbot, f"colour_{number}", partial(has_notes, desk, number))
    desk.panel.wishes.copy.emit(desk.panel.shown_ids[:1])
    assert (
        QGuiApplication.clipboard().text() == pane.reading.text[slice(*pane.reading.ranges(1)[0])]
    )


def test_a_note_is_written_on_what_is_selected_and_comes_back_after_a_restart(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    files = write_talk("talk.vtt", "talk.mp3")
    earmark = start(files)
    desk, pane = desk_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "note", lambda: len(desk.panel.shown_ids) == 1)
    desk.notebook.write(desk.panel.shown_ids[0], "Nets!", ["sea"])
    qtbot.waitUntil(lambda: desk.panel.tags == ("sea",))
    end(earmark)
    again = desk_of(start(files), qtbot)
    qtbot.waitUntil(lambda: again.panel.tags == ("sea",))


def test_the_panel_shows_and_hides_and_deletes(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    desk = desk_of(earmark, qtbot)
    assert not desk.panel.isVisible()
    does(earmark, qtbot, "notes", desk.panel.isVisible)
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: len(desk.panel.shown_ids) == 1)
    desk.panel.wishes.delete.emit(desk.panel.shown_ids)
    qtbot.waitUntil(lambda: not desk.panel.shown_ids)
    does(earmark, qtbot, "notes", lambda: not desk.panel.isVisible())


def test_shift_alone_does_not_stop_the_following(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    page = start(write_talk("talk.vtt", "talk.mp3")).window.reading_page
    QTest.keyClick(page.pane, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert page.follow.is_on
    QTest.keyClick(page.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not page.follow.is_on
