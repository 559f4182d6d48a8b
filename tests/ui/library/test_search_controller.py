"""From the words that one remembers to the sound, and back: in the whole application."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.folder_scan import FolderScan
from reader.library.indexing import Indexing
from reader.playback.player import PlayerState
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from tests.conftest import TONE
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.library.library_page import LibraryPage
from ui.library.search_view import SearchView
from ui.reading.results_bar import ResultsBar
from ui.window.library_wiring import LibraryControllers

_LONG_AGO = 1_700_000_000
_CTRL = Qt.KeyboardModifier.ControlModifier
TALKS = {
    "Harbour": ("The boats come in.", "A brass telescope lay there.", "Then it is quiet."),
    "Attic": ("My grandmother kept a brass telescope.", "It was never used."),
    "Tea": ("Leaves steep for long.", "Some take milk."),
}


def text_of(lines: tuple[str, ...]) -> str:
    cues = [
        f"00:0{k}.000 --> 00:0{k}.900\n<v Mara>{line}\n" for k, line in enumerate(lines, start=1)
    ]
    return "\n".join(["WEBVTT\n", *cues])


class Kept(NamedTuple):
    """A folder of episodes, and the data of an Earmark that has read it to its end."""

    pods: Path
    data: Path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Read once for all: each test has a copy of the library and of its index."""
    home = tmp_path_factory.mktemp("kept")
    made = Kept(home / "pods", home / "data")
    write_talks(made.pods)
    file, index = LibraryFile(made.data / "earmark.db"), WordIndex(made.data / "words.db")
    with closing(file), closing(index):
        catalogue = Catalogue(file)
        FolderScan(catalogue, catalogue.watch(made.pods)).run()
        Indexing(index, catalogue, Library(file)).run()
    return made


def write_talks(folder: Path) -> None:
    folder.mkdir()
    for name, lines in TALKS.items():
        (folder / f"{name}.mp3").write_bytes(TONE.read_bytes() + name.encode())
        (folder / f"{name}.vtt").write_text(text_of(lines))
        for file in (folder / f"{name}.mp3", folder / f"{name}.vtt"):
            os.utime(file, (_LONG_AGO, _LONG_AGO))  # else it may still be being written


@pytest.fixture
def earmark(start: Start, kept: Kept, tmp_path: Path, qtbot: QtBot) -> Earmark:
    """With a folder that it knows, and every word of it in the index."""
    shutil.copytree(kept.data, tmp_path / "data")
    made = start()
    qtbot.waitUntil(lambda: len(page(made).body.listed) == len(TALKS))
    return made


def parts(earmark: Earmark) -> LibraryControllers:
    assert earmark.controllers.library_page is not None
    return earmark.controllers.library_page


def page(earmark: Earmark) -> LibraryPage:
    return parts(earmark).page


def view(earmark: Earmark) -> SearchView:
    return parts(earmark).search_view


def bar(earmark: Earmark) -> ResultsBar:
    return earmark.window.reading_page.results_bar


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def search(earmark: Earmark, qtbot: QtBot, text: str) -> None:
    earmark.window.commands["search_library"].trigger()
    page(earmark).field.setText(text)
    qtbot.waitUntil(lambda: is_answered(earmark, text))


def is_answered(earmark: Earmark, text: str) -> bool:
    result = view(earmark).result
    return result is not None and result.text == text and view(earmark).isVisible()


def found(earmark: Earmark) -> list[str]:
    result = view(earmark).result
    return sorted(each.title.text for each in result.episodes) if result is not None else []


def marked(earmark: Earmark) -> list[str]:
    text, spans = earmark.window.pane.reading.text, parts(earmark).hits._hits.spans
    return [text[start:end] for start, end in spans]


def test_what_is_dropped_on_the_window_can_be_searched(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    write_talks(tmp_path / "pods")
    earmark = start()
    earmark.controllers.files.folders_dropped.emit([tmp_path / "pods"])
    grown: list[int] = []
    parts(earmark).folders._index.state_changed.connect(lambda state: grown.append(state.episodes))
    qtbot.waitUntil(lambda: len(TALKS) in grown, timeout=60_000)  # by a process, at its leisure
    search(earmark, qtbot, "telescope grandmother")
    assert found(earmark) == ["Attic"]


def test_a_sentence_is_found_played_and_kept(earmark: Earmark, qtbot: QtBot) -> None:
    search(earmark, qtbot, "telescope grandmother")
    assert found(earmark) == ["Attic"]
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view(earmark).list
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)
    assert earmark.session.title == "Attic"
    assert 1_000 <= earmark.transport.time < 3_000
    assert bar(earmark).isVisible()
    qtbot.waitUntil(lambda: marked(earmark) == ["grandmother", "telescope"])
    qtbot.waitUntil(lambda: notebook_of(earmark).notes.notebook.is_ready)
    earmark.window.commands["keep"].trigger()
    notebook = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: len(notebook.kept) == 1)
    assert notebook.kept[0].annotation.selector.quote.exact == TALKS["Attic"][0]


def test_f3_goes_on_into_the_next_episode_and_the_list_waits(
    earmark: Earmark, qtbot: QtBot
) -> None:
    search(earmark, qtbot, "brass telescope")
    assert found(earmark) == ["Attic", "Harbour"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    first = earmark.session.title
    qtbot.waitUntil(lambda: bar(earmark).isVisible())
    assert earmark.transport.state is not PlayerState.PLAYING
    earmark.window.commands["find_next"].trigger()
    qtbot.waitUntil(lambda: earmark.session.title not in {"", first})
    qtbot.waitUntil(lambda: marked(earmark) == ["brass", "telescope"])
    assert bar(earmark).isVisible()
    earmark.window.commands["find_next"].trigger()
    assert bar(earmark)._count.text() == "no more"
    earmark.window.commands["find_previous"].trigger()
    qtbot.waitUntil(lambda: earmark.session.title == first)
    bar(earmark)._back.click()
    assert view(earmark).isVisible()
    assert page(earmark).field.text() == "brass telescope"
    assert view(earmark).list.currentIndex().row() == 1


def test_something_else_ends_what_was_marked(earmark: Earmark, qtbot: QtBot) -> None:
    search(earmark, qtbot, "telescope")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: bar(earmark).isVisible())
    tea = next(each for each in page(earmark).body.listed if each.episode.title == "Tea")
    page(earmark).requests.open.emit(tea)
    qtbot.waitUntil(lambda: not bar(earmark).isVisible())
    assert earmark.session.title == "Tea"


def test_ten_seconds_are_heard_in_place(earmark: Earmark, qtbot: QtBot) -> None:
    search(earmark, qtbot, "steep")
    press(Qt.Key.Key_Down)
    listen = parts(earmark).search._listen
    with qtbot.waitSignal(listen.started):
        press(Qt.Key.Key_Space)
    assert page(earmark).isVisible()
    assert earmark.session.episode is None
    assert view(earmark).list._rows.listening is not None
    qtbot.waitUntil(lambda: view(earmark).list._rows.heard > 0)
    view(earmark).grab()
    with qtbot.waitSignal(listen.ended):
        press(Qt.Key.Key_Space)
    assert view(earmark).list._rows.listening is None


def test_a_word_that_nobody_says_offers_one_that_is_said(earmark: Earmark, qtbot: QtBot) -> None:
    search(earmark, qtbot, "granmother")
    qtbot.waitUntil(lambda: near(earmark) == ["grandmother"])
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: marked(earmark) == ["grandmother"])
    bar(earmark)._back.click()
    view(earmark).replaced.emit("grandmother")
    qtbot.waitUntil(lambda: found(earmark) == ["Attic"])


def near(earmark: Earmark) -> list[str]:
    result = view(earmark).result
    return [each.word for each in result.near] if result is not None else []


def test_escape_shows_the_library_again(earmark: Earmark, qtbot: QtBot) -> None:
    search(earmark, qtbot, "telescope")
    press(Qt.Key.Key_Escape)
    assert page(earmark).field.text() == ""
    assert page(earmark).body.isVisible()


def test_what_narrows_a_search_is_put_into_the_field(start: Start) -> None:
    earmark = start()
    for before, example, after in (
        ("tea", "in:notes", "tea in:notes "),
        ("tea voice:jon", 'voice:"Ann Lee"', 'tea voice:"Ann Lee" '),
        ("tea", "-without", "tea -"),
        ("tea", "“words in a row”", 'tea ""'),
    ):
        page(earmark).field.setText(before)
        view(earmark).added.emit(example)
        assert page(earmark).field.text() == after


def test_what_is_chosen_in_a_box_takes_the_place_of_what_was_typed(start: Start) -> None:
    earmark = start()
    page(earmark).field.setText("tea show:road after:2020 -milk")
    view(earmark).narrowed.emit({"after": "2024", "before": "2025"})
    view(earmark).narrowed.emit({"show": ""})
    assert page(earmark).field.text() == "tea -milk after:2024 before:2025"


def test_a_folder_that_is_gone_is_greyed_and_says_so(
    earmark: Earmark, qtbot: QtBot, kept: Kept
) -> None:
    elsewhere = kept.pods.with_name("elsewhere")
    kept.pods.rename(elsewhere)
    try:
        parts(earmark).folders._scan.scan()
        qtbot.waitUntil(lambda: page(earmark).body.listed[0].is_unplugged, timeout=10_000)
    finally:
        elsewhere.rename(kept.pods)
    page(earmark).requests.open.emit(page(earmark).body.listed[0])
    (said,) = (each.text for each in earmark.window.message_bar.messages)
    assert "which is not connected" in said
    parts(earmark).folders._scan.scan()
    qtbot.waitUntil(lambda: not earmark.window.message_bar.messages, timeout=10_000)


def test_leaving_a_folder_is_undone(earmark: Earmark, qtbot: QtBot, kept: Kept) -> None:
    page(earmark).unwatch_requested.emit(kept.pods)
    qtbot.waitUntil(lambda: parts(earmark).shelf.shelf.folders == ())
    assert len(page(earmark).body.listed) == len(TALKS)
    QTest.keyClick(page(earmark), Qt.Key.Key_Z, _CTRL)
    qtbot.waitUntil(lambda: len(parts(earmark).shelf.shelf.folders) == 1)
