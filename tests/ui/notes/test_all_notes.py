"""The notes of all episodes, in a real window with a real library."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.library.names_dialog import NamesDialog
from ui.notes.all_notes_page import AllNotesPage
from ui.notes.notes_model import NoteRole

HARD = {
    "don't": "I don't know.",
    "C++": "He wrote C++.",
    "3.5": "Version 3.5.",
    "天気": "今日は天気がいい",
}


@pytest.fixture
def kept(tmp_path: Path, write_talk: WriteTalk) -> dict[str, str]:
    """Two episodes with notes; the ids of those notes by their words."""
    path = tmp_path / "data" / "earmark.db"
    library, store = Library(path), Annotations(path)
    here = write_talk("here.vtt", "here.mp3")
    one = library.record_opened(here.with_suffix(".mp3"), here, "Harbour talk").id
    gone = tmp_path / "gone.mp3"
    other = library.record_opened(gone, None, "Lost tape").id
    made = [
        a_note(one, "Gulls quarrel over the nets.", start=3_000, note="Ask about *gulls*"),
        a_note(one, "Later the boats come in.", start=20_000, tags=("sea", "boats"), colour=3),
        *(a_note(other, quote, start=k * 1_000) for k, quote in enumerate(HARD.values())),
        a_note(other, "Nothing looked at.", is_unreviewed=True, start=90_000),
    ]
    store.add(*made)
    store.close()
    library.close()
    return {each.selector.quote.exact: each.id for each in made}


@pytest.fixture
def earmark(start: Start, kept: dict[str, str]) -> Earmark:
    assert kept
    return start()


@pytest.fixture
def page(earmark: Earmark, qtbot: QtBot) -> AllNotesPage:
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 7)
    qtbot.waitUntil(lambda: page.tags != ())
    return page


def quotes(page: AllNotesPage) -> list[str]:
    return [each.selector.quote.exact for each in page.model.rows]


def finds(page: AllNotesPage, qtbot: QtBot, words: str, expected: list[str]) -> None:
    page.filters.field.setText(words)
    qtbot.waitUntil(lambda: quotes(page) == expected)


def texts(page: AllNotesPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_it_is_searched_as_one_types_with_the_hits_marked(page: AllNotesPage, qtbot: QtBot) -> None:
    assert page.filters.field.hasFocus()
    QTest.keyClicks(page.filters.field, "gull")
    qtbot.waitUntil(lambda: quotes(page) == ["Gulls quarrel over the nets."])
    row = page.model.index(0)
    assert row.data(NoteRole.HEAD) == "0:03 · Harbour talk"
    assert row.data(NoteRole.QUOTE_HITS) == ((0, 4),)
    assert row.data(NoteRole.NOTE_HITS) == ((11, 15),)
    assert "1 of 7" in texts(page)
    for typed, quote in HARD.items():
        finds(page, qtbot, typed, [quote])
    finds(page, qtbot, '"over the', ["Gulls quarrel over the nets."])
    finds(page, qtbot, "nowhere at all", [])
    assert "Nothing here matches" in texts(page)
    QTest.keyClick(page.filters.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.model.rows) == 7)


def test_while_nothing_is_searched_the_latest_episode_comes_first(
    page: AllNotesPage, qtbot: QtBot
) -> None:
    rows = [page.model.index(row) for row in range(7)]
    titles = [row.data(NoteRole.GROUP) for row in rows]
    assert [title for title in titles if title] == list(dict.fromkeys(filter(None, titles)))
    assert titles[0] in {"Harbour talk", "Lost tape"}
    assert len([title for title in titles if title]) == 2
    heights = [page.list.visualRect(row).height() for row in rows]
    assert {heights[k] for k in range(7) if titles[k]} == {max(heights)}
    assert {heights[k] for k in range(7) if not titles[k]} == {min(heights)} != {max(heights)}
    assert "Harbour talk" not in "".join(str(row.data(NoteRole.HEAD)) for row in rows)
    finds(page, qtbot, "gull", ["Gulls quarrel over the nets."])
    assert not page.model.index(0).data(NoteRole.GROUP)


def test_tags_colours_new_and_episode_narrow_it(page: AllNotesPage, qtbot: QtBot) -> None:
    finds(page, qtbot, "#se", ["Later the boats come in."])
    finds(page, qtbot, "#sea #boats later", ["Later the boats come in."])
    finds(page, qtbot, "#sea gulls", [])
    page.filters.clear()
    episodes = page.findChildren(QComboBox)[0]
    episodes.setCurrentIndex(episodes.findText("Harbour talk (2)"))
    qtbot.waitUntil(lambda: len(page.model.rows) == 2)
    episodes.setCurrentIndex(0)
    orders = page.findChildren(QComboBox)[1]
    orders.setCurrentIndex(2)
    qtbot.waitUntil(lambda: quotes(page)[0] == "Gulls quarrel over the nets.")
    assert quotes(page)[-1] == "Nothing looked at."


def test_enter_opens_the_episode_at_the_note_and_plays(
    earmark: Earmark, page: AllNotesPage, qtbot: QtBot, kept: dict[str, str]
) -> None:
    finds(page, qtbot, "boats", ["Later the boats come in."])
    QTest.keyClick(page.filters.field, Qt.Key.Key_Down)
    qtbot.waitUntil(page.list.hasFocus)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: earmark.window.is_reading)
    qtbot.waitUntil(lambda: earmark.transport.time >= 19_000)
    assert earmark.session.title == "here"
    notes = notebook_of(earmark).notes
    assert notes is not None
    assert set(notes.panel.shown_ids) <= set(kept.values())
    earmark.controllers.commands["all_notes"].trigger()
    qtbot.waitUntil(lambda: quotes(page) == ["Later the boats come in."])
    assert earmark.window.playback_bar.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert earmark.window.is_reading


def test_missing_files_are_reported_and_can_be_chosen(
    earmark: Earmark, page: AllNotesPage, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    finds(page, qtbot, "C++", ["He wrote C++."])
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    bar = earmark.window.message_bar
    qtbot.waitUntil(lambda: any("Lost tape" in each.text for each in bar.messages))
    assert [each.label for each in bar.messages[0].actions] == ["Choose Files…"]
    earmark.session.open(write_talk("else.vtt"))
    qtbot.waitUntil(lambda: any("another episode" in each.text for each in bar.messages))


def test_what_is_new_is_worked_through_and_undone(
    earmark: Earmark, page: AllNotesPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    page.list.select(page.model.rows[quotes(page).index("Nothing looked at.")].id)
    QTest.keyClick(page.list, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: not any(each.is_unreviewed for each in page.model.rows))
    QTest.keyClick(page.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: "Nothing looked at." not in quotes(page))
    undo = earmark.controllers.commands["undo"]
    qtbot.waitUntil(lambda: undo.text() == "&Undo Delete Highlight")
    undo.trigger()
    qtbot.waitUntil(lambda: "Nothing looked at." in quotes(page))


def test_what_was_done_is_said_there_and_can_be_taken_back(
    earmark: Earmark, page: AllNotesPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    page.list.select(page.model.rows[quotes(page).index("Nothing looked at.")].id)
    QTest.keyClick(page.list, Qt.Key.Key_D)
    toast = notebook_of(earmark).notes._toast
    qtbot.waitUntil(lambda: toast.isVisible() and toast.parentWidget() is page)
    assert page.rect().contains(toast.geometry())
    assert toast.findChildren(QLabel)[0].text().startswith("Removed highlight")
    undo = next(each for each in toast.findChildren(QToolButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "Nothing looked at." in quotes(page))


def test_a_quote_becomes_a_card_without_opening_its_episode(
    earmark: Earmark, page: AllNotesPage, qtbot: QtBot
) -> None:
    finds(page, qtbot, "C++", ["He wrote C++."])
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Q)
    dialog = notebook_of(earmark).picked.cards.dialog
    assert dialog.isVisible()
    assert (dialog.quote.words, dialog.quote.episode) == ("He wrote C++.", "Lost tape")
    assert earmark.session.episode is None


def test_the_text_comes_back_without_a_caret(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    qtbot.waitUntil(earmark.window.isActiveWindow)
    earmark.window.pane.setFocus()
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(page.filters.field.hasFocus)
    QTest.keyClick(page.filters.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(earmark.window.pane.hasFocus)
    assert not earmark.window.pane.page_layout.is_caret_shown


def test_with_nothing_kept_it_teaches_b(start: Start, qtbot: QtBot) -> None:
    earmark = start()
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(lambda: "Press B" in texts(page))
    QTest.keyClick(page.filters.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())


def test_the_episode_of_a_note_is_renamed_there(
    earmark: Earmark, page: AllNotesPage, kept: dict[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(page.model.rows) == len(kept))
    page.requests.rename.emit(kept[HARD["C++"]])
    qtbot.waitUntil(lambda: bool(earmark.window.findChildren(NamesDialog)))
    (dialog,) = earmark.window.findChildren(NamesDialog)
    assert dialog.names.title == "Lost tape"
    dialog.findChildren(QLineEdit)[0].setText("Found tape")
    dialog.accept()
    found = kept[HARD["C++"]]

    def is_shown() -> bool:
        row = page.model.found(found)
        return row is not None and row.episode_title == "Found tape"

    qtbot.waitUntil(is_shown)
