from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader import paths
from ui.actions import Actions, keys_text
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.notes.note_keys import AFTER_KEEPING, IN_NOTES
from ui.window.keyboard import KeyboardDialog


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions(Icons(paths.resources() / "icons", LIGHT))


@pytest.fixture
def dialog(qtbot: QtBot, actions: Actions) -> KeyboardDialog:
    dialog = KeyboardDialog(actions)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog: KeyboardDialog) -> list[tuple[str, str]]:
    """The rows that are not hidden, headings left out."""
    return [
        (row.text(0), row.text(1))
        for section, rows in dialog._sections
        for row in rows
        if not section.isHidden() and not row.isHidden()
    ]


def search(dialog: KeyboardDialog, text: str) -> list[tuple[str, str]]:
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    return shown(dialog)


def test_every_key_is_listed(dialog: KeyboardDialog, actions: Actions) -> None:
    keys = [keys_text(action) for _title, section in actions.sections() for action in section]
    keys += [actions.native_text(row.keys) for row in (*IN_NOTES, *AFTER_KEEPING)]
    assert [key for _name, key in shown(dialog)] == [key for key in keys if key]
    assert ("Play", "Space") in shown(dialog)


def test_keys_are_listed_by_names_that_last(qtbot: QtBot, actions: Actions) -> None:
    actions.set_undo("Edit note", "")
    actions.set_playing(True)
    dialog = KeyboardDialog(actions)
    qtbot.addWidget(dialog)
    assert {("Undo", "Ctrl+Z"), ("Play", "Space")} <= set(shown(dialog))


def test_the_keys_of_the_notes_are_listed(dialog: KeyboardDialog) -> None:
    assert ("Mark as Looked At", "K") in shown(dialog)
    assert search(dialog, "merge") == [("Merge, One With the Next", "J")]
    assert search(dialog, "sentence shorter") == [("One Sentence Shorter", "[")] * 2
    assert search(dialog, "stays kept") == [("Close; It Stays Kept", "Esc")]


def test_search_finds_actions_and_keys(dialog: KeyboardDialog) -> None:
    assert search(dialog, "repeat") == [("Repeat Line", "R")]
    assert ("Find Next", "F3") in search(dialog, "f3")
    assert search(dialog, "no such thing") == []
    assert len(search(dialog, "")) > 30


def test_it_says_when_nothing_is_found(qtbot: QtBot, dialog: KeyboardDialog) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()
    search(dialog, "no such thing")
    assert not dialog._list.isVisible()
    assert dialog._nothing.isVisible()
