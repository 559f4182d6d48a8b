from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.kept import THREE, kept
from ui.notes.notes_model import NoteFilter, NoteOrder, NoteRole, NotesModel


@pytest.fixture
def model(qtbot: QtBot) -> NotesModel:
    model = NotesModel()
    model.set_annotations(THREE)
    return model


def _ids(model: NotesModel) -> list[str]:
    return [each.id for each in model.rows]


def test_is_a_good_model(model: NotesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_stands_in_order_of_time_or_of_making(model: NotesModel) -> None:
    assert _ids(model) == ["harbour", "gulls", "boats"]
    model.set_order(NoteOrder.BY_MAKING)
    assert _ids(model) == ["gulls", "harbour", "boats"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (NoteFilter(), ["harbour", "gulls", "boats"]),
        (NoteFilter(words="nets GULLS"), ["gulls"]),
        (NoteFilter(words="boats"), ["boats"]),
        (NoteFilter(words="don’t"), ["boats"]),
        (NoteFilter(words="#bird"), ["gulls"]),
        (NoteFilter(words='"nets'), []),
        (NoteFilter(words="#nets"), []),
        (NoteFilter(colours=frozenset({0})), ["harbour"]),
        (NoteFilter(colours=frozenset({2, 4})), ["gulls", "boats"]),
        (NoteFilter(is_noted_only=True), ["boats"]),
        (NoteFilter(is_unreviewed_only=True), ["harbour"]),
        (NoteFilter(words="mara", colours=frozenset({4})), ["boats"]),
    ],
)
def test_a_filter_leaves_the_notes_that_fit(
    model: NotesModel, chosen: NoteFilter, expected: list[str]
) -> None:
    model.set_filter(chosen)
    assert _ids(model) == expected


def test_a_changed_note_is_found_by_its_new_words(model: NotesModel) -> None:
    model.set_filter(NoteFilter(words="oars"))
    assert _ids(model) == []
    model.set_annotations([kept("gulls", "Gulls quarrel.", note="oars")])
    assert _ids(model) == ["gulls"]


def test_leaves_out_what_was_deleted(model: NotesModel) -> None:
    model.set_annotations([*THREE, kept("gone", "Gone", is_deleted=True)])
    assert model.total == 3
    assert "gone" not in _ids(model)


def test_a_row_is_read_aloud_with_all_it_holds(model: NotesModel) -> None:
    model.set_colour_names({4: "Ask"})
    said = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ask, Later the bóats come in., Mara, 20 seconds, Note: Don't ask"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("New, Bookmark, ")
    assert model.index(1).data(NoteRole.TAGS) == "#birds"
    assert model.index(1).data(NoteRole.HEAD) == "0:03 · Mara"


def test_counts_what_waits_and_lists_tags(model: NotesModel) -> None:
    assert model.unreviewed == 1
    assert model.tags == ("birds",)


def test_what_is_not_saved_says_so(model: NotesModel) -> None:
    model.set_unsaved(frozenset({"gulls"}))
    heads = [model.index(row).data(NoteRole.HEAD) for row in range(3)]
    assert heads == ["0:01 · Mara", "0:03 · Not saved · Mara", "0:20 · Mara"]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Not saved, ")
