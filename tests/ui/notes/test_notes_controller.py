"""Keeping while listening, in a real window with a real library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.annotation import NoteDraft
from reader.playback.player import PlayerState
from reader.store.drafts import Drafts
from reader.store.library_file import LibraryFile
from reader.transcript.model import Cue, Transcript
from reader.transcript.reading_text import Place, ReadingText
from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start, end, notebook_of, ready_notebook
from ui.app import Earmark
from ui.appearance.theme import THEMES
from ui.notes.colours_dialog import ColoursDialog
from ui.notes.note_dialog import NoteDialog
from ui.notes.note_requests import Edge
from ui.notes.notes_controller import NotesController
from ui.notes.selection_bar import SelectionBar
from ui.notes.toast import Toast
from ui.reading.transcript_pane.marks import Mark
from ui.widgets.message_bar import BarMessage, MessageKind

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def controller_of(earmark: Earmark, qtbot: QtBot) -> NotesController:
    return ready_notebook(earmark, qtbot).notes


def has_notes(controller: NotesController, count: int) -> bool:
    return len(controller.panel.shown_ids) == count


def does(earmark: Earmark, qtbot: QtBot, name: str, is_done: Callable[[], bool]) -> None:
    action = earmark.window.commands[name]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    qtbot.waitUntil(is_done)


def test_b_keeps_the_sentence_marks_it_and_can_be_undone(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller = controller_of(earmark, qtbot)
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: len(controller.panel.shown_ids) == 1)
    assert "Undo" in earmark.window.commands["undo"].text()
    does(earmark, qtbot, "undo", lambda: not controller.panel.shown_ids)
    does(earmark, qtbot, "redo", lambda: len(controller.panel.shown_ids) == 1)


def has_colour(controller: NotesController, colour: int) -> bool:
    return [each.annotation.colour for each in controller.notebook.kept] == [colour]


def test_a_digit_highlights_what_is_selected_and_another_recolours_it(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    lasting_toast(earmark)
    pane.select(*pane.reading.ranges(1)[0])
    for number in range(1, 6):
        does(earmark, qtbot, f"colour_{number}", partial(has_colour, controller, number))
    controller.panel.requests.copy.emit(controller.panel.shown_ids[:1])
    words = pane.reading.text[slice(*pane.reading.ranges(1)[0])]
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith(f"“{words}”\n— "))


def lasting_toast(earmark: Earmark) -> Toast:
    """However slow the machine is, it stays as long as the test needs it."""
    (toast,) = earmark.window.findChildren(Toast)
    toast._timer.setInterval(3_600_000)
    return toast


def test_b_keeps_what_was_heard_and_not_what_was_found(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, page = controller_of(earmark, qtbot), earmark.window.reading_page
    first, last = (page.pane.reading.ranges(cue)[0] for cue in (1, 5))
    word = page.pane.reading.text[last[0] : last[1]].split()[0]
    page.open_find()
    QTest.keyClicks(page.window().focusWidget(), word)
    page.search_bar.close_bar()
    found = page.selected_span()
    assert found is not None
    assert page.pane.reading.text[slice(*found)] == word
    assert not earmark.window.commands["colour_2"].isEnabled()
    assert earmark.window.commands["copy"].isEnabled()
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: has_notes(controller, 1))
    (kept,) = controller.notebook.kept
    assert kept.span is not None
    assert kept.span != found
    assert kept.span[0] <= first[0] < kept.span[1]
    page.pane.user_selected.emit()  # now with mouse or keyboard
    does(earmark, qtbot, "colour_2", lambda: has_notes(controller, 2))
    assert controller.notebook.of_span(found)


def test_where_nothing_was_said_the_toast_says_so_and_the_moment_has_a_name(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, toast = controller_of(earmark, qtbot), lasting_toast(earmark)
    monkeypatch.setattr(type(earmark.transport), "time", 4_864_000)
    does(earmark, qtbot, "keep", lambda: has_notes(controller, 1))
    (kept,) = controller.notebook.kept
    assert kept.annotation.selector.quote.exact == ""
    assert toast._text == "Nothing was said there: the moment is kept."
    row = controller.panel._list.model().index(0, 0)
    assert row.data() == "Bookmark at 1:21:03"


def test_the_selection_ends_when_it_was_kept_and_nothing_else_changes(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, page = controller_of(earmark, qtbot), earmark.window.reading_page
    earmark.window.resize(480, 320)
    page.pane.scroll_bar.setValue(20)
    seen, heard, follows = page.pane.scroll_bar.value(), earmark.transport.time, page.follow.is_on
    span = page.pane.reading.ranges(1)[0]
    for name, count in (("colour_2", 1), ("keep", 1), ("colour_3", 1)):
        page.pane.select(*span)
        does(earmark, qtbot, name, lambda: page.selected_span() is None)
        assert has_notes(controller, count)
        assert page.pane.caret_position() == span[0]
    page.pane.select(*page.pane.reading.ranges(4)[0])
    controller.panel.requests.move.emit(controller.panel.shown_ids[0])
    qtbot.waitUntil(lambda: page.selected_span() is None)
    assert page.pane.scroll_bar.value() == seen > 0
    assert (earmark.transport.time, page.follow.is_on) == (heard, follows)


def test_what_was_just_kept_is_brought_into_view_in_the_panel(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, first = kept_sentence(earmark, qtbot, 2_000)
    does(earmark, qtbot, "notes", controller.panel.isVisible)
    earmark.window.reading_page.pane.setFocus()
    _, last = kept_sentence(earmark, qtbot, 23_000)
    qtbot.waitUntil(lambda: controller.panel.chosen_ids == [last])
    controller.panel.select(first)
    controller.panel.focus_list()
    kept_sentence(earmark, qtbot, 4_600)
    assert controller.panel.chosen_ids == [first]


def test_a_click_on_a_sign_shows_its_note_also_while_the_notes_are_hidden(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, first = kept_sentence(earmark, qtbot, 2_000)
    _, last = kept_sentence(earmark, qtbot, 23_000)
    for key in (last, first):  # hidden, then shown
        earmark.window.reading_page.pane.mark_requested.emit(key)
        assert controller.panel.isVisible()
        assert controller.panel.chosen_ids == [key]


def _title(toast: Toast) -> str:
    return toast.findChildren(QLabel)[0].text()


def test_what_was_done_is_reported_with_a_way_back_and_the_keyboard_stays(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    toast, pane = lasting_toast(earmark), earmark.window.pane
    controller, key = kept_sentence(earmark, qtbot)
    pane.setFocus()
    buttons = {each.text(): each for each in toast.findChildren(QToolButton)}
    does(earmark, qtbot, "undo", lambda: _title(toast) == "Removed bookmark 0:03")
    assert [name for name, each in buttons.items() if each.isVisible()] == ["Redo", "×"]
    buttons["Redo"].click()
    qtbot.waitUntil(lambda: _title(toast) == "Done again: Add Bookmark")
    kept_sentence(earmark, qtbot, 23_000)
    controller.panel.requests.merge.emit(controller.panel.shown_ids)
    qtbot.waitUntil(lambda: _title(toast) == "Merged 2 notes")
    assert buttons["Undo"].isVisible()
    controller.panel.requests.delete.emit([key])
    qtbot.waitUntil(lambda: _title(toast) == "Removed bookmark 0:03")
    pane.select(*pane.reading.ranges(1)[0])
    for name, said in (("copy", "Copied"), ("copy_with_times", "Copied with time and voice")):
        earmark.window.commands[name].trigger()
        assert _title(toast) == said
    assert pane.hasFocus()


def test_nothing_is_kept_of_the_text_before_while_another_is_opened(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    """The page shows a text before the library has said which episode it is."""
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    (controller, key), page = kept_sentence(earmark, qtbot), earmark.window.reading_page
    saved = list[bool]()

    def keep_at_once() -> None:
        page.pane.select(*page.pane.reading.ranges(1)[0])
        page.pane.user_selected.emit()
        for name in ("colour_1", "keep", "note", "colour_0"):
            earmark.window.commands[name].trigger()
        controller.panel.requests.move.emit(key)
        saved.append(controller.notebook.is_saving)

    earmark.session.script_opened.connect(keep_at_once)
    earmark.session.open(write_talk("other.vtt"))
    qtbot.waitUntil(lambda: controller.notebook.is_placed_in(page.pane.reading) and bool(saved))
    assert saved == [False]
    does(earmark, qtbot, "colour_1", partial(has_colour, controller, 1))


def test_words_selected_while_others_are_being_kept_stay_selected(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    earmark.window.commands["colour_2"].trigger()
    pane.select(*pane.reading.ranges(2)[0])
    qtbot.waitUntil(lambda: has_colour(controller, 2))
    assert pane.selected_span() == pane.reading.ranges(2)[0]


def test_a_digit_colours_what_was_just_kept_as_long_as_the_toast_shows_it(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller_of(earmark, qtbot)
    toast, digit = lasting_toast(earmark), earmark.window.commands["colour_2"]
    controller, _ = kept_sentence(earmark, qtbot)
    does(earmark, qtbot, "colour_2", partial(has_colour, controller, 2))
    assert toast.findChildren(QLabel)[0].text() == "Highlight: Quote"
    does(earmark, qtbot, "keep", lambda: "Already" in toast.findChildren(QLabel)[0].text())
    does(earmark, qtbot, "colour_5", partial(has_colour, controller, 5))
    does(earmark, qtbot, "undo", partial(has_colour, controller, 2))
    assert not toast.is_about_note
    assert not digit.isEnabled()
    controller.passages.refused.emit("Not split", "")
    assert toast.isVisible()
    assert not digit.isEnabled()
    earmark.transport.seek(21_000)
    does(earmark, qtbot, "keep", digit.isEnabled)
    controller.panel.requests.delete.emit(controller.panel.shown_ids)
    qtbot.waitUntil(lambda: not toast.is_about_note)
    assert not digit.isEnabled()


def _is_writing(earmark: Earmark) -> bool:
    return notebook_of(earmark).notes.panel.editor.isVisible()


def test_a_note_is_written_on_what_is_selected_and_comes_back_after_a_restart(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    files = write_talk("talk.vtt", "talk.mp3")
    earmark = start(files)
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "colour_3", partial(has_colour, controller, 3))
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "note", lambda: _is_writing(earmark))
    assert pane.selected_span() is None
    assert has_colour(controller, 3)
    controller.notebook.write(controller.panel.shown_ids[0], "Nets!", ["sea"])
    qtbot.waitUntil(lambda: controller.panel.tags == ("sea",))
    end(earmark)
    again = controller_of(start(files), qtbot)
    qtbot.waitUntil(lambda: again.panel.tags == ("sea",))


def test_words_that_are_not_kept_yet_are_kept_when_a_note_is_written_on_them(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    does(earmark, qtbot, "note", lambda: _is_writing(earmark))
    assert has_notes(controller, 1)


def test_a_note_on_a_selection_is_not_opened_on_what_b_keeps_meanwhile(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    span = pane.reading.ranges(4)[0]
    pane.select(*span)
    controller.notebook.keep_heard(4_600, 0)
    earmark.window.commands["note"].trigger()
    qtbot.waitUntil(lambda: has_notes(controller, 2) and _is_writing(earmark))
    found = controller.notebook.of_span(span)
    assert found is not None
    assert controller.panel.editor.annotation_id == found.annotation.id


def test_a_note_is_written_on_words_that_are_just_being_kept(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, pane = controller_of(earmark, qtbot), earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(1)[0])
    earmark.window.commands["colour_3"].trigger()
    pane.select(*pane.reading.ranges(1)[0])
    earmark.window.commands["note"].trigger()
    qtbot.waitUntil(lambda: _is_writing(earmark))
    assert has_colour(controller, 3)


def test_n_keeps_what_was_just_said_and_writes_on_it_in_one_press(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot, 2_000)
    toast = lasting_toast(earmark)
    editor = controller.panel.editor
    does(earmark, qtbot, "note", editor.isVisible)  # the toast's
    assert editor.annotation_id == key
    editor.finish()
    toast.dismiss()
    earmark.transport.seek(23_900)
    does(earmark, qtbot, "note", editor.isVisible)  # what was said, not what was kept long ago
    assert has_notes(controller, 2)
    assert quote(controller, editor.annotation_id) == "Then it is quiet again."
    editor.finish()
    toast.dismiss()
    does(earmark, qtbot, "note", editor.isVisible)  # the same, not kept once more
    assert has_notes(controller, 2)


def test_without_a_recording_b_and_n_ask_for_words(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt"))
    controller, toast = controller_of(earmark, qtbot), lasting_toast(earmark)
    for name in ("keep", "note"):
        does(earmark, qtbot, name, toast.isVisible)
        assert "select words" in toast.findChildren(QLabel)[1].text()
        toast.dismiss()
    assert has_notes(controller, 0)


def test_the_panel_shows_and_hides_and_deletes(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller = controller_of(earmark, qtbot)
    assert not controller.panel.isVisible()
    does(earmark, qtbot, "notes", controller.panel.isVisible)
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: len(controller.panel.shown_ids) == 1)
    controller.panel.requests.delete.emit(controller.panel.shown_ids)
    qtbot.waitUntil(lambda: not controller.panel.shown_ids)
    does(earmark, qtbot, "notes", lambda: not controller.panel.isVisible())


def test_esc_takes_the_bar_away_and_then_the_selection(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller_of(earmark, qtbot)
    page = earmark.window.reading_page
    bar = page.pane.findChild(SelectionBar)
    assert bar is not None
    page.pane.select(*page.pane.reading.ranges(1)[0])
    page.pane.user_selected.emit()
    place = page.pane.scroll_bar.value()
    assert bar.isVisible()
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.selected_span() is not None
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert page.selected_span() is None
    assert page.pane.scroll_bar.value() == place


def test_shift_alone_does_not_stop_the_following(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    page = start(write_talk("talk.vtt", "talk.mp3")).window.reading_page
    QTest.keyClick(page.pane, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert page.follow.is_on
    QTest.keyClick(page.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not page.follow.is_on


def kept_sentence(earmark: Earmark, qtbot: QtBot, time: int = 4_600) -> tuple[NotesController, str]:
    controller = controller_of(earmark, qtbot)
    earmark.transport.seek(time)
    before = set(controller.panel.shown_ids)
    does(earmark, qtbot, "keep", lambda: has_notes(controller, len(before) + 1))
    return controller, next(iter(set(controller.panel.shown_ids) - before))


def quote(controller: NotesController, key: str) -> str:
    found = controller.notebook.find(key)
    return found.annotation.selector.quote.exact if found else ""


def test_a_mark_in_the_text_has_a_menu(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    pane = earmark.window.reading_page.pane
    menu = QMenu()
    controller.passages.add_mark_actions(menu, pane.mapToGlobal(pane.rect().topLeft()), Place(1, 3))
    actions = {each.text(): each for each in menu.actions()}
    assert {"&Edit Note…", "&Copy", "M&ore", "&Delete"} <= set(actions)
    actions["&Delete"].trigger()
    qtbot.waitUntil(lambda: controller.notebook.find(key) is None)
    empty = QMenu()
    controller.passages.add_mark_actions(
        empty, pane.mapToGlobal(pane.rect().topLeft()), Place(1, 3)
    )
    assert empty.isEmpty()


def offered(earmark: Earmark, place: Place) -> dict[str, QAction]:
    """What a right click on a character of the text offers at once."""
    window = earmark.window
    before = set(window.findChildren(QMenu, options=_DIRECT))
    window.pane.menu_requested.emit(place, window.mapToGlobal(QPoint(90, 90)))
    (menu,) = set(window.findChildren(QMenu, options=_DIRECT)) - before
    menu.hide()
    return {each.text(): each for each in menu.actions() if each.text()}


def test_a_right_click_on_the_text_keeps_its_sentence(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller = controller_of(earmark, qtbot)
    actions = offered(earmark, Place(4, 8))
    assert list(actions) == [
        "&Keep This Sentence",
        *map(controller.panel.colour_name, range(1, 6)),
        "Write a &Note…",
        "&Copy",
        "&Who Says This…",
        "Correct Words…",
        "Play &From Here",
        "Mo&re",
    ]
    actions["&Copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Later the boats come in."
    actions["&Keep This Sentence"].trigger()
    qtbot.waitUntil(lambda: has_notes(controller, 1))
    assert quote(controller, controller.panel.shown_ids[0]) == "Later the boats come in."
    again = offered(earmark, Place(4, 8))
    assert "&Edit Note…" in again
    assert "&Keep This Sentence" not in again
    pane = earmark.window.pane
    pane.select(*pane.reading.ranges(1)[0])
    selected = offered(earmark, Place(1, 2))
    assert {"&Keep Selection", "&Copy"} < set(selected)
    selected["Write a &Note…"].trigger()
    qtbot.waitUntil(lambda: has_notes(controller, 2) and _is_writing(earmark))


def test_it_is_moved_to_what_is_selected(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    pane = earmark.window.reading_page.pane
    controller.panel.requests.move.emit(key)  # nothing is selected: it says what to do
    pane.select(*pane.reading.ranges(4)[0])
    controller.panel.requests.move.emit(key)
    qtbot.waitUntil(lambda: quote(controller, key) == "Later the boats come in.")
    assert earmark.window.commands["undo"].text() == "&Undo Move Bookmark"
    controller.panel.requests.resize.emit(key, Edge.END_LATER)
    qtbot.waitUntil(lambda: quote(controller, key).endswith("it is quiet again."))


def test_playing_a_note_begins_before_it_and_leaves_a_way_back(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    earmark.transport.seek(9_000)
    controller.panel.requests.play.emit(key)
    assert earmark.window.reading_page.follow.is_on
    assert earmark.transport.time in range(2_000, 2_500)
    earmark.transport.pause()
    earmark.settings.set(prefs.LEAD_IN, 0)
    does(earmark, qtbot, "history_back", lambda: earmark.transport.time >= 9_000)
    controller.panel.requests.play.emit(key)
    assert earmark.transport.time >= 3_000


def test_a_recording_without_transcript_takes_bookmarks(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("alone.mp3"))
    controller, _ = kept_sentence(earmark, qtbot, 3_000)
    does(earmark, qtbot, "notes", controller.panel.isVisible)
    (kept,) = controller.notebook.kept
    assert kept.annotation.selector.time == (2_000, 2_000)


def test_the_toast_stays_at_the_foot_when_the_page_scrolls_or_shrinks(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, page = controller_of(earmark, qtbot), earmark.window.reading_page
    earmark.window.resize(480, 320)
    earmark.transport.seek(4_600)
    does(earmark, qtbot, "keep", lambda: has_notes(controller, 1))
    toast = earmark.window.findChild(Toast)
    assert toast is not None
    qtbot.waitUntil(toast.isVisible)
    page.pane.scroll_bar.setValue(page.pane.scroll_bar.maximum())
    page.pane.scroll_bar.setValue(5)
    above = _above_the_foot(toast, earmark)
    assert 0 < above < 100
    earmark.window.message_bar.show_message(BarMessage(MessageKind.INFO, "Something came up."))
    earmark.window.resize(480, 500)
    qtbot.waitUntil(lambda: _above_the_foot(toast, earmark) == above)
    earmark.window.resize(480, 320)
    qtbot.waitUntil(lambda: _above_the_foot(toast, earmark) == above)


def test_the_toast_is_seen_over_notes_that_cover_a_narrow_page(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, page = controller_of(earmark, qtbot), earmark.window.reading_page
    earmark.window.resize(480, 500)
    toast = lasting_toast(earmark)
    kept_sentence(earmark, qtbot)
    does(earmark, qtbot, "notes", controller.panel.isVisible)
    assert not page.isVisible()
    assert toast.isVisible()
    kept_sentence(earmark, qtbot, 21_000)
    assert toast.visibleRegion() == QRegion(toast.rect())
    assert controller.panel.rect().contains(toast.geometry())
    toast.findChildren(QToolButton)[0].setFocus()
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert controller.panel.isAncestorOf(earmark.window.focusWidget())
    kept_sentence(earmark, qtbot, 8_000)
    does(earmark, qtbot, "notes", page.isVisible)
    assert page.rect().contains(toast.geometry())
    assert toast.isVisible()


def test_in_the_lowest_window_the_filter_keeps_its_height(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    panel = controller_of(earmark, qtbot).panel
    kept_sentence(earmark, qtbot)
    does(earmark, qtbot, "notes", panel.isVisible)
    earmark.window.resize(480, 320)
    field = panel.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(lambda: panel.height() < 200)
    assert field.height() == field.sizeHint().height()


def _above_the_foot(toast: Toast, earmark: Earmark) -> int:
    page = earmark.window.reading_page
    foot = toast.mapTo(page, QPoint(0, toast.height())).y()
    return page.height() - foot


OTHER = (
    (1_000, 3_000, "Mara", "A dog barked at dawn."),
    (3_000, 5_000, "Mara", "Girls squabbled about nests."),
    (20_000, 24_000, "Mara", "Rain fell on slates."),
)


def test_what_lost_its_place_waits_in_a_tray_with_a_guess(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    earmark = start(transcript)
    controller, key = kept_sentence(earmark, qtbot)
    does(earmark, qtbot, "notes", controller.panel.isVisible)
    tray = controller.panel.tray
    assert not tray.isVisible()
    transcript.write_text(vtt(OTHER))
    earmark.session.reopen()
    qtbot.waitUntil(tray.isVisible)
    (head,) = tray.findChildren(QToolButton)
    assert head.text() == "1 without a place here"
    head.click()
    shown = [each.text() for each in tray.findChildren(QLabel) if each.isVisible()]
    assert shown[0] == "“Gulls quarrel over the nets.”"
    pane = earmark.window.reading_page.pane
    guess = pane.reading.text[slice(*(pane.selected_span() or (0, 0)))]
    assert guess
    assert " ".join(shown[2].split()) == guess
    buttons = {each.text(): each for each in tray.findChildren(QPushButton)}
    buttons["&Accept"].click()
    qtbot.waitUntil(lambda: not tray.isVisible())
    assert quote(controller, key) == guess
    does(earmark, qtbot, "undo", tray.isVisible)
    assert quote(controller, key) == "Gulls quarrel over the nets."
    pane.select(*pane.reading.ranges(2)[0])
    buttons["P&lace Here"].click()
    qtbot.waitUntil(lambda: quote(controller, key) == "Rain fell on slates.")


def test_the_menu_counts_what_was_not_looked_at(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    action = earmark.window.commands["notes"]
    assert action.text() == "&Show Notes (1 New)"
    controller.panel.requests.keep.emit([key])
    qtbot.waitUntil(lambda: action.text() == "&Show Notes")


def test_better_words_are_taken_from_the_menu(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    earmark = start(transcript)
    controller, key = kept_sentence(earmark, qtbot)
    transcript.write_text(vtt().replace("Gulls quarrel over", "Gulls quarrelled over"))
    earmark.session.reopen()
    actions = {each.text(): each for each in controller.panel.findChildren(QAction)}
    take = actions["Take &Words From This Transcript"]
    qtbot.waitUntil(take.isEnabled)
    assert quote(controller, key) == "Gulls quarrel over the nets."
    take.trigger()
    qtbot.waitUntil(lambda: quote(controller, key) == "Gulls quarrelled over the nets.")
    qtbot.waitUntil(lambda: not take.isEnabled())


def test_colours_are_named_and_tinted_everywhere_and_undone(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, commands = controller_of(earmark, qtbot), earmark.window.commands
    qtbot.waitUntil(lambda: commands["colour_2"].text() == "Highlight: Quote")
    commands["colours"].trigger()
    (dialog,) = earmark.window.findChildren(ColoursDialog)
    dialog.renamed.emit(2, "Look & feel")
    qtbot.waitUntil(lambda: controller.panel.colour_name(2) == "Look & feel")
    assert commands["colour_2"].text() == "Highlight: Look && feel"
    assert commands["undo"].text() == "&Undo Rename Colour"
    before = earmark.appearance.theme
    dialog.hue_chosen.emit(2, "#ff0000")
    qtbot.waitUntil(lambda: earmark.appearance.theme.marks[1] != before.marks[1])
    earmark.settings.set(prefs.THEME, "light" if before.name == "dark" else "dark")
    assert earmark.appearance.theme.marks[1] != THEMES[earmark.appearance.theme.name].marks[1]
    does(
        earmark,
        qtbot,
        "undo",
        lambda: earmark.appearance.theme == THEMES[earmark.appearance.theme.name],
    )
    does(earmark, qtbot, "undo", lambda: controller.panel.colour_name(2) == "Quote")


def test_a_note_being_written_survives_a_crash(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    files = write_talk("talk.vtt", "talk.mp3")
    earmark = start(files)
    controller, key = kept_sentence(earmark, qtbot)
    controller.panel.requests.edit.emit(key)
    controller.panel.editor.findChildren(QPlainTextEdit)[0].setPlainText("Half a thou")
    # As a killed process leaves it: neither saved nor closed.
    with closing(LibraryFile(tmp_path / "data" / "earmark.db")) as file:
        drafts = Drafts(file)
        qtbot.waitUntil(lambda: drafts.all() == {key: NoteDraft("Half a thou", ())})
    shutil.copytree(tmp_path / "data", tmp_path / "after" / "data")
    again = start(files, home=tmp_path / "after")
    controller = controller_of(again, qtbot)
    toast = again.window.findChildren(Toast)[0]
    qtbot.waitUntil(toast.isVisible)
    labels = " ".join(each.text() for each in toast.findChildren(QLabel))
    assert "You were writing a note" in labels
    assert "Half a thou" in labels
    next(x for x in toast.findChildren(QToolButton) if x.text() == "Note").click()
    editor = controller.panel.editor
    assert editor.findChildren(QPlainTextEdit)[0].toPlainText() == "Half a thou"
    editor.finish()
    qtbot.waitUntil(lambda: controller.notebook.kept[0].annotation.note == "Half a thou")
    with closing(LibraryFile(tmp_path / "after" / "data" / "earmark.db")) as file:
        after = Drafts(file)
        qtbot.waitUntil(lambda: after.all() == {})


@pytest.mark.parametrize("text", ["", "Other words."])
def test_notes_of_the_text_before_are_not_marked_in_the_next_one(
    start: Start,
    write_talk: WriteTalk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
) -> None:
    """They are read on another thread, and may come when the next text is shown already."""
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, page = controller_of(earmark, qtbot), earmark.window.reading_page
    earmark.transport.seek(23_000)
    does(earmark, qtbot, "keep", lambda: bool(controller.notebook.kept))
    marked: list[int] = []
    set_marks = page.pane.set_marks

    def note_and_set(marks: Sequence[Mark]) -> None:
        marked.append(len(marks))
        set_marks(marks)

    monkeypatch.setattr(page.pane, "set_marks", note_and_set)
    controller.notebook.changed.emit(controller.notebook.kept)
    assert marked == [1]
    cues = (Cue(0, None, None, text),) if text else ()
    page.pane.show_text(ReadingText(Transcript(cues)))
    controller.notebook.changed.emit(controller.notebook.kept)
    assert marked == [1, 0]


def opened_dialog(
    earmark: Earmark, controller: NotesController, key: str, qtbot: QtBot
) -> NoteDialog:
    """That of a note, in a window without room beside the text."""
    earmark.window.resize(480, 700)
    qtbot.waitUntil(lambda: not controller.has_room_beside())
    controller.panel.requests.edit.emit(key)
    (dialog,) = earmark.window.findChildren(NoteDialog)
    return dialog


def test_in_a_narrow_window_a_note_is_written_in_a_dialog(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    dialog = opened_dialog(earmark, controller, key, qtbot)
    assert dialog.isVisible()
    assert not _is_writing(earmark)
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("Half")
    dialog.reject()
    earmark.window.resize(1000, 700)
    qtbot.waitUntil(controller.has_room_beside)
    controller.panel.requests.edit.emit(key)
    assert controller.panel.editor.findChildren(QPlainTextEdit)[0].toPlainText() == "Half"


def test_what_is_written_is_saved_when_the_window_closes(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    files = write_talk("talk.vtt", "talk.mp3")
    earmark = start(files)
    controller, key = kept_sentence(earmark, qtbot)
    controller.panel.requests.edit.emit(key)
    controller.panel.editor.findChildren(QPlainTextEdit)[0].setPlainText("To the last letter")
    end(earmark)
    again = controller_of(start(files), qtbot)
    qtbot.waitUntil(lambda: has_notes(again, 1))
    assert again.notebook.kept[0].annotation.note == "To the last letter"


def test_what_is_written_in_a_dialog_is_a_draft_when_the_window_closes(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, key = kept_sentence(earmark, qtbot)
    dialog = opened_dialog(earmark, controller, key, qtbot)
    QTest.keyClicks(dialog.findChildren(QPlainTextEdit)[0], "To the last letter")
    end(earmark)  # sooner than it would be kept while one writes
    with closing(Drafts(tmp_path / "data" / "earmark.db")) as drafts:
        assert drafts.all()[key].text == "To the last letter"


@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_recording_pauses_while_a_note_is_written(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, is_wanted: bool
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    earmark.settings.set(prefs.IS_PAUSED_WHILE_WRITING, is_wanted)
    controller, key = kept_sentence(earmark, qtbot)
    does(earmark, qtbot, "play", lambda: earmark.transport.state is PlayerState.PLAYING)
    controller.panel.requests.edit.emit(key)
    assert earmark.transport.state is PlayerState.PLAYING
    QTest.keyClicks(controller.panel.editor.findChildren(QPlainTextEdit)[0], "b")
    left = PlayerState.PAUSED if is_wanted else PlayerState.PLAYING
    qtbot.waitUntil(lambda: earmark.transport.state is left)
    controller.panel.editor.finish()
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)
