"""A note written in its row: saved as typed, done with Esc, in view while rows come and go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import paths
from reader.annotation import Annotation, NoteDraft
from tests.ui.kept import THREE, kept
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.notes.note_editor import NoteEditor
from ui.notes.note_list import NoteList
from ui.notes.notes_panel import NotesPanel

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BOATS = THREE[2]


class Beside(QWidget):
    """A page, to which the keyboard can go, and the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.page, self.panel = (
            QLineEdit(),
            NotesPanel(LIGHT, Icons(paths.resources() / "icons", LIGHT)),
        )
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(self.panel)


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[Beside]:
    beside = Beside()
    qtbot.addWidget(beside)
    beside.resize(320, 520)
    beside.panel.set_annotations(THREE)
    with qtbot.waitExposed(beside):
        beside.show()
    beside.activateWindow()
    qtbot.waitUntil(beside.isActiveWindow)
    beside.page.setFocus()
    beside.panel.edit(BOATS)
    yield beside
    beside.close()


@pytest.fixture
def editor(beside: Beside) -> NoteEditor:
    return beside.panel.editor


def text_of(editor: NoteEditor) -> QPlainTextEdit:
    found = editor.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def tags_of(editor: NoteEditor) -> QLineEdit:
    found = editor.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def list_of(beside: Beside) -> NoteList:
    found = beside.panel.findChild(NoteList)
    assert isinstance(found, NoteList)
    return found


def row_area(beside: Beside, annotation: Annotation) -> tuple[int, int]:
    """Top and bottom of a row, where the panel has them."""
    notes = list_of(beside)
    row = beside.panel.shown_ids.index(annotation.id)
    area = notes.visualRect(notes.model().index(row, 0))
    above = notes.viewport().mapTo(beside.panel, QPoint()).y()
    return area.top() + above, area.bottom() + above


def test_it_stands_in_its_row_with_the_keyboard(beside: Beside, editor: NoteEditor) -> None:
    top, bottom = row_area(beside, BOATS)
    assert editor.isVisible()
    assert top < editor.geometry().top() < editor.geometry().bottom() <= bottom
    assert beside.focusWidget() is text_of(editor)
    assert text_of(editor).toPlainText() == "Don't ask"


def test_esc_is_done_and_gives_the_keyboard_back(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    QTest.keyClicks(text_of(editor), " why")
    with qtbot.waitSignal(editor.saved) as reported, qtbot.waitSignal(editor.finished):
        QTest.keyClick(text_of(editor), KEYS.Key_Escape)
    assert reported.args == ["boats", "Don't ask why", ()]
    assert not editor.isVisible()
    assert beside.focusWidget() is beside.page
    assert list_of(beside).note_delegate.hosted == ("", 0)


def test_nothing_changed_is_nothing_saved(editor: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.saved), qtbot.assertNotEmitted(editor.draft_changed):
        QTest.keyClick(text_of(editor), KEYS.Key_Escape)


def test_what_is_typed_is_a_draft_soon_and_saved_is_said_when_it_is(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.draft_changed) as reported:
        QTest.keyClicks(text_of(editor), "!")
    assert reported.args == ["boats", NoteDraft("Don't ask!", ())]
    assert editor._state.text() == ""
    editor.show_draft_kept("boats")
    assert editor._state.text() == "Saved"
    with qtbot.waitSignal(editor.draft_changed) as after:
        editor.finish()
    assert after.args == ["boats", None]


@pytest.mark.parametrize(("key", "modifier"), [(KEYS.Key_Return, CTRL), (KEYS.Key_Escape, None)])
def test_the_tags_are_written_too(
    editor: NoteEditor, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    tags_of(editor).setFocus()
    QTest.keyClicks(tags_of(editor), "#sea, boats")
    with qtbot.waitSignal(editor.saved) as reported:
        QTest.keyClick(tags_of(editor), key, modifier or Qt.KeyboardModifier.NoModifier)
    assert reported.args == ["boats", "Don't ask", ("sea", "boats")]


def test_when_the_keyboard_goes_elsewhere_it_is_saved_and_stays(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    QTest.keyClicks(text_of(editor), " why")
    with qtbot.waitSignal(editor.saved):
        beside.page.setFocus()
    assert editor.isVisible()


def test_it_stays_when_rows_come_and_goes_with_its_own(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    before = editor.geometry().top()
    beside.panel.set_annotations([kept("first", "Before all. " * 12, 10), *THREE])
    qtbot.waitUntil(lambda: editor.geometry().top() > before)
    top, bottom = row_area(beside, BOATS)
    assert top < editor.geometry().top() < editor.geometry().bottom() <= bottom
    with qtbot.waitSignal(editor.finished):
        beside.panel.set_annotations(THREE[:2])
    assert not editor.isVisible()


def test_a_filter_does_not_hide_what_is_written_on(beside: Beside, editor: NoteEditor) -> None:
    beside.panel.findChildren(QLineEdit)[0].setText("gulls")
    assert beside.panel.shown_ids == ["gulls", "boats"]
    editor.finish()
    assert beside.panel.shown_ids == ["gulls"]


def test_another_note_saves_the_one_before(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    QTest.keyClicks(text_of(editor), " why")
    with qtbot.waitSignal(editor.saved) as reported:
        beside.panel.edit(THREE[0])
    assert reported.args == ["boats", "Don't ask why", ()]
    assert text_of(editor).toPlainText() == ""
    editor.finish()
    assert beside.focusWidget() is beside.page


def test_when_the_panel_is_hidden_it_is_done(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    QTest.keyClicks(text_of(editor), " why")
    with qtbot.waitSignals([editor.saved, editor.finished]):
        beside.panel.hide()


def test_it_grows_with_what_is_written(beside: Beside, editor: NoteEditor, qtbot: QtBot) -> None:
    before = editor.height()
    text_of(editor).setPlainText("\n".join("abcde"))
    qtbot.waitUntil(lambda: editor.height() > before)
    _top, bottom = row_area(beside, BOATS)
    assert editor.geometry().bottom() <= bottom


def test_keys_in_it_are_not_the_lists(beside: Beside, editor: NoteEditor, qtbot: QtBot) -> None:
    requests = beside.panel.requests
    with qtbot.assertNotEmitted(requests.delete), qtbot.assertNotEmitted(requests.colour):
        for key in (KEYS.Key_D, KEYS.Key_3, KEYS.Key_Delete, KEYS.Key_K):
            QTest.keyClick(text_of(editor), key)
            QTest.keyClick(editor._done, key)
    assert text_of(editor).toPlainText() == "Don't askd3k"


def test_the_keyboard_comes_back_as_it_went_and_not_as_by_tab(
    beside: Beside, editor: NoteEditor, qtbot: QtBot
) -> None:
    """With Tab a page shows its caret, wherever that was left."""
    reasons: list[Qt.FocusReason] = []
    beside.page.focusInEvent = lambda event: reasons.append(event.reason())  # type: ignore[method-assign]
    QTest.keyClick(text_of(editor), KEYS.Key_Escape)
    qtbot.waitUntil(lambda: bool(reasons))
    assert reasons == [Qt.FocusReason.OtherFocusReason]


def test_nothing_beside_done_reads_like_a_cancel(editor: NoteEditor) -> None:
    assert not [each for each in editor.findChildren(QLabel) if "Esc" in each.text()]
    assert "saved as you type" in text_of(editor).placeholderText()


def test_it_is_a_neighbour_of_the_list_and_cut_where_the_list_ends(
    beside: Beside, editor: NoteEditor
) -> None:
    """Rows are all that a screen reader finds in a list."""
    notes = list_of(beside)
    assert editor.parentWidget() is beside.panel
    beside.resize(320, 330)
    QApplication.processEvents()
    bar = notes.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 20):
        bar.setValue(value)
        area = QRect(notes.viewport().mapTo(beside.panel, QPoint()), notes.viewport().size())
        seen = editor.mask().boundingRect().translated(editor.pos())
        assert editor.isVisible()
        assert area.contains(seen) or not beside.panel.rect().intersects(seen)
    beside.panel.hide()
    assert not editor.isVisible()
