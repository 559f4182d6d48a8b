from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.annotation import NoteDraft
from ui.notes.note_dialog import NoteDialog
from ui.notes.tag_field import TagField


@pytest.fixture
def dialog(qtbot: QtBot) -> NoteDialog:
    dialog = NoteDialog()
    qtbot.addWidget(dialog)
    _open(dialog, qtbot)
    return dialog


def _open(dialog: NoteDialog, qtbot: QtBot, name: str = "one", text: str = "Old") -> None:
    dialog.edit(name, "Gulls quarrel.", text, ("birds",), ("birds", "boats", "idea", "ideal"))
    qtbot.waitUntil(dialog.isActiveWindow)


def _text(dialog: NoteDialog) -> QPlainTextEdit:
    field = dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def _tags(dialog: NoteDialog) -> TagField:
    field = dialog.findChild(TagField)
    assert isinstance(field, TagField)
    return field


def _again(dialog: NoteDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(each for each in buttons if each.text().startswith("Start From"))


def test_ctrl_enter_saves_from_both_fields(dialog: NoteDialog, qtbot: QtBot) -> None:
    _text(dialog).selectAll()
    QTest.keyClicks(_text(dialog), "Two")
    QTest.keyClick(_text(dialog), Qt.Key.Key_Return)
    QTest.keyClicks(_text(dialog), "lines")
    with qtbot.waitSignal(dialog.saved) as reported:
        QTest.keyClick(_text(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert reported.args == ["one", "Two\nlines", ("birds",)]
    assert not dialog.isVisible()
    _open(dialog, qtbot)
    _tags(dialog).setFocus()
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(_tags(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_esc_loses_nothing(dialog: NoteDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(_text(dialog), " more")
    with qtbot.waitSignal(dialog.draft_changed) as reported:
        QTest.keyClick(_text(dialog), Qt.Key.Key_Escape)
    assert reported.args == ["one", NoteDraft("Old more", ("birds",))]
    assert not dialog.isVisible()
    _open(dialog, qtbot, "other", "Else")
    assert _text(dialog).toPlainText() == "Else"
    assert not _again(dialog).isVisible()
    _open(dialog, qtbot)
    assert _text(dialog).toPlainText() == "Old more"
    QTest.mouseClick(_again(dialog), Qt.MouseButton.LeftButton)
    assert _text(dialog).toPlainText() == "Old"


def test_another_note_leaves_a_draft_of_the_one_before(dialog: NoteDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(_text(dialog), " more")
    _open(dialog, qtbot, "other", "Else")
    _open(dialog, qtbot)
    assert _text(dialog).toPlainText() == "Old more"


def test_closing_without_a_change_leaves_no_draft(dialog: NoteDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.draft_changed):
        QTest.keyClick(_text(dialog), Qt.Key.Key_Escape)


def test_a_saved_draft_is_gone(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog.fields.drafts["two"] = NoteDraft("From before", ())
    _open(dialog, qtbot, "two")
    assert _text(dialog).toPlainText() == "From before"
    dialog.accept()
    _open(dialog, qtbot, "two", "From before")
    assert not _again(dialog).isVisible()


def test_a_tag_is_completed(dialog: NoteDialog, qtbot: QtBot) -> None:
    field = _tags(dialog)
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, ", boa")
    popup = field._popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "birds, boats, "
    assert field.tags == ("birds", "boats")
    assert dialog.isVisible()


def test_down_shows_all_tags(dialog: NoteDialog, qtbot: QtBot) -> None:
    field = _tags(dialog)
    field.setFocus()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(field._popup.isVisible)
    assert field._popup.model().rowCount() == 4
    QTest.keyClick(field._popup, Qt.Key.Key_Escape)
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" , ,", ()),
        ("#idea, two words ,idea", ("idea", "two words")),
    ],
)
def test_tags_are_parted_by_commas_and_each_taken_once(
    dialog: NoteDialog, typed: str, tags: tuple[str, ...]
) -> None:
    _tags(dialog).setText(typed)
    assert _tags(dialog).tags == tags


def test_it_does_not_stop_the_window(dialog: NoteDialog) -> None:
    assert not dialog.isModal()
    assert QApplication.activeModalWidget() is None


def test_a_draft_is_reported_while_one_writes_on(dialog: NoteDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.draft_changed) as reported:
        QTest.keyClicks(_text(dialog), " and so on")
    assert reported.args == ["one", NoteDraft("Old and so on", ("birds",))]
    reported_again: list[object] = []
    dialog.draft_changed.connect(lambda *values: reported_again.append(values))
    QTest.keyClick(_text(dialog), Qt.Key.Key_Escape)
    assert reported_again == []  # it is known already
