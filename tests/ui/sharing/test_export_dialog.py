from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from reader.notes.exporting import NOTE_FORMATS
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.note import NoteOptions
from reader.notes.note_exporter import ExportRequest, Preview
from ui.sharing.export_dialog import ExportNotesDialog, NoteSource

HERE, ALL = NoteChoice(episodes=frozenset({"a"})), NoteChoice()
SOURCES = [NoteSource("This episode", HERE), NoteSource("Every episode", ALL)]


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportNotesDialog:
    dialog = ExportNotesDialog()
    qtbot.addWidget(dialog)
    dialog.set_options(NoteOptions(context=2, has_links=False))
    dialog.set_formats(NOTE_FORMATS, "obsidian")
    dialog.set_sources(SOURCES)
    dialog.show()
    return dialog


def box(dialog: ExportNotesDialog, number: int) -> QComboBox:
    return dialog.findChildren(QComboBox)[number]


def choose(dialog: ExportNotesDialog, form: str) -> None:
    formats = next(each for each in dialog.findChildren(QComboBox) if each.findData(form) >= 0)
    formats.setCurrentIndex(formats.findData(form))


def button(dialog: ExportNotesDialog, text: str) -> QPushButton:
    found = dialog.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "").startswith(text))


def preview(dialog: ExportNotesDialog) -> QPlainTextEdit:
    (found,) = dialog.findChildren(QPlainTextEdit)
    return found


def test_what_was_chosen_is_requested(dialog: ExportNotesDialog) -> None:
    assert dialog.request == ExportRequest(HERE, "obsidian", NoteOptions(2, has_links=False))
    choose(dialog, "csv")
    assert dialog.request.options.context == 2
    choose(dialog, "json")
    assert dialog.request == ExportRequest(HERE, "json", NoteOptions(0, has_links=False))
    assert dialog.options.context == 2


def test_a_tag_narrows_what_is_requested(dialog: ExportNotesDialog) -> None:
    tags = box(dialog, 1)
    assert not tags.isVisible()
    dialog.set_tags(["boats", "Sea"])
    assert tags.isVisible()
    assert dialog.request.choice == HERE
    tags.setCurrentIndex(tags.findText("#Sea"))
    assert dialog.request.choice == NoteChoice(episodes=frozenset({"a"}), tags=frozenset({"sea"}))
    dialog.show_preview(Preview("", 0, 0))
    assert preview(dialog).placeholderText() == "None of them has this tag."
    dialog.set_tags(["boats", "Sea"])  # as when it is shown again
    assert dialog.request.choice == HERE


def test_changes_ask_for_one_preview(dialog: ExportNotesDialog, qtbot: QtBot) -> None:
    requests: list[ExportRequest] = []
    dialog.request_changed.connect(requests.append)
    choose(dialog, "md")
    dialog.findChildren(QSpinBox)[0].setValue(3)
    qtbot.waitUntil(lambda: bool(requests))
    assert requests == [ExportRequest(HERE, "md", NoteOptions(3, has_links=False))]


def test_the_options_of_people_are_not_for_tables(dialog: ExportNotesDialog) -> None:
    switches, spin = dialog.findChildren(QCheckBox), dialog.findChildren(QSpinBox)[0]
    assert all(each.isEnabled() for each in (*switches, spin))
    choose(dialog, "csv")
    assert not any(each.isEnabled() for each in switches)
    assert spin.isEnabled()
    choose(dialog, "audacity")
    assert not spin.isEnabled()


def test_a_preview_lets_them_be_copied_and_saved(dialog: ExportNotesDialog, qtbot: QtBot) -> None:
    assert not button(dialog, "Save").isEnabled()
    dialog.show_preview(Preview("> Gulls.", 12, 3))
    assert preview(dialog).toPlainText() == "> Gulls."
    with qtbot.waitSignal(dialog.copy_requested) as copied:
        button(dialog, "Copy").click()
    assert copied.args == [dialog.request]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.save_requested) as saved:
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args is not None
    assert saved.args[1].name == "obsidian"


def test_nothing_kept_is_said_with_the_way_on(dialog: ExportNotesDialog) -> None:
    dialog.show_preview(Preview("---", 0, 0))
    assert preview(dialog).toPlainText() == ""
    assert "Press B" in preview(dialog).placeholderText()
    assert not button(dialog, "Save").isEnabled()


def test_what_is_no_text_is_described_and_only_saved(dialog: ExportNotesDialog) -> None:
    choose(dialog, "anki")
    dialog.show_preview(Preview(None, 4, 1))
    assert "deck" in preview(dialog).placeholderText()
    assert button(dialog, "Save").isEnabled()
    assert not button(dialog, "Copy").isEnabled()


def test_a_fault_stands_where_the_preview_would(dialog: ExportNotesDialog) -> None:
    dialog.show_preview(Preview("x", 1, 1))
    dialog.show_fault("The template mine.md, line 3: no.")
    assert "line 3" in preview(dialog).placeholderText()
    assert not button(dialog, "Save").isEnabled()


def test_writing_shows_how_far_it_is_and_esc_stops_it(
    dialog: ExportNotesDialog, qtbot: QtBot
) -> None:
    dialog.show_preview(Preview("x", 1, 1))
    (bar,) = dialog.findChildren(QProgressBar)
    assert not bar.isVisible()
    dialog.begin()
    dialog.set_progress(0.4)
    assert bar.isVisible()
    assert bar.value() == 40
    assert not button(dialog, "Save").isEnabled()
    with qtbot.waitSignal(dialog.cancel_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.end()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name_or_a_label(dialog: ExportNotesDialog) -> None:
    assert preview(dialog).accessibleName()
    assert all(each.text() for each in dialog.findChildren(QCheckBox))
    assert all(each.text() for each in dialog.findChildren(QPushButton))


def test_the_first_preview_is_asked_for_at_once_and_said_to_be_made(qtbot: QtBot) -> None:
    fresh = ExportNotesDialog()
    qtbot.addWidget(fresh)
    requests: list[ExportRequest] = []
    fresh.request_changed.connect(requests.append)
    fresh.set_sources(SOURCES)
    fresh.show()
    assert preview(fresh).placeholderText() == "Making the preview…"
    fresh.set_formats(NOTE_FORMATS, "obsidian")
    assert [each.form for each in requests] == ["obsidian"]
    fresh.set_tags(("birds",))
    fresh.show_preview(Preview("> Gulls.", 1, 1))
    assert not fresh._asking.isActive()  # nothing else was chosen by that


def test_a_preview_that_takes_long_is_told_from_the_one_before(
    dialog: ExportNotesDialog, qtbot: QtBot
) -> None:
    dialog.show_preview(Preview("> Gulls.", 12, 3))
    with qtbot.waitSignal(dialog.request_changed):
        choose(dialog, "md")
    assert preview(dialog).toPlainText() == "> Gulls."
    qtbot.waitUntil(lambda: dialog._count_label.text() == "Making the preview…")
    dialog.show_preview(Preview("Wheels.", 1, 1))
    assert dialog._count_label.text() == "1 note"
