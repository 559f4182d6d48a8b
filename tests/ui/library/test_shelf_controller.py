"""The library page in the whole application."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.library.shelf import Heard, ShelfOrder
from reader.playback.player import PlayerState
from reader.store.library import Library
from tests.conftest import TONE, vtt
from tests.ui.conftest import Start
from ui.app import Earmark
from ui.library.library_page import LibraryPage
from ui.library.names_dialog import NamesDialog
from ui.window.library_wiring import LibraryControllers

Shelve = Callable[..., list[Path]]
WORDS = {"Ice": "Glaciers move slowly.", "Fire": "Sparks fly up.", "Tea": "Leaves steep for long."}


@pytest.fixture
def shelve(tmp_path: Path) -> Shelve:
    """Writes episodes with words of their own; the library gets to know them in this order."""

    def write(*names: str, has_transcript: bool = True) -> list[Path]:
        folder = tmp_path / "pods"
        folder.mkdir(exist_ok=True)
        library, files = Library(tmp_path / "data" / "earmark.db"), []
        for name in names:
            recording, text = folder / f"{name}.mp3", folder / f"{name}.vtt"
            recording.write_bytes(TONE.read_bytes() + name.encode())
            text.write_text(f"{vtt()}\n\n00:24.000 --> 00:25.000\n<v Mara>{WORDS[name]}\n")
            library.record_opened(recording, text if has_transcript else None, name)
            files.append(recording)
        library.close()
        return files

    return write


def begin(start: Start, qtbot: QtBot, count: int) -> Earmark:
    earmark = start()
    qtbot.waitUntil(lambda: len(shown(earmark)) == count)
    return earmark


def parts(earmark: Earmark) -> LibraryControllers:
    assert earmark.controllers.library_page is not None
    return earmark.controllers.library_page


def page(earmark: Earmark) -> LibraryPage:
    return parts(earmark).page


def shown(earmark: Earmark) -> list[str]:
    return [each.episode.title for each in page(earmark).body.listed]


def chosen_id(earmark: Earmark) -> str:
    chosen = page(earmark).body.list.chosen
    return chosen.id if chosen is not None else ""


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def test_an_episode_is_opened_and_the_library_is_as_it_was(
    start: Start, shelve: Shelve, qtbot: QtBot
) -> None:
    shelve("Ice", "Fire", "Tea")
    earmark = begin(start, qtbot, 3)
    assert not earmark.window.playback_bar.isVisible()
    page(earmark).body.go_to(page(earmark).body.listed[1].id)
    chosen = page(earmark).body.list.chosen
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert earmark.window.is_reading
    assert earmark.transport.state is not PlayerState.PLAYING
    earmark.window.commands["show_library"].trigger()
    assert page(earmark).isVisible()
    assert earmark.window.playback_bar.isVisible()
    assert chosen is not None
    qtbot.waitUntil(lambda: chosen_id(earmark) == chosen.id)
    QTest.keyClick(page(earmark), Qt.Key.Key_Escape)
    assert earmark.window.is_reading


def test_play_opens_and_plays(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice", "Fire")
    earmark = begin(start, qtbot, 2)
    first, second = page(earmark).body.listed
    page(earmark).requests.play.emit(first)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)
    assert earmark.session.episode is not None
    assert earmark.session.episode.id == first.id
    earmark.transport.pause()
    page(earmark).requests.play.emit(first)  # it is open already
    assert earmark.transport.state is PlayerState.PLAYING
    page(earmark).requests.play.emit(second)
    qtbot.waitUntil(lambda: earmark.session.title == second.episode.title)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)


def test_forgetting_and_its_undo_are_in_the_library(
    start: Start, shelve: Shelve, qtbot: QtBot, tmp_path: Path
) -> None:
    shelve("Ice", "Fire")
    earmark = begin(start, qtbot, 2)
    page(earmark).body.list.setFocus()
    page(earmark).body.list.go_to(0)
    gone = page(earmark).body.listed[0]

    def is_listed() -> bool:
        return gone.id in {each.id for each in parts(earmark).shelf.shelf.episodes}

    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not is_listed())
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(is_listed)
    qtbot.waitUntil(lambda: gone.episode.title in shown(earmark))


def is_heard(earmark: Earmark, heard: Heard) -> bool:
    return page(earmark).body.listed[0].heard is heard


def test_marking_as_heard_and_back(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice")
    earmark = begin(start, qtbot, 1)
    for heard in (Heard.FINISHED, Heard.NEW):
        page(earmark).requests.mark.emit(page(earmark).body.listed[0])
        qtbot.waitUntil(partial(is_heard, earmark, heard))


def test_renaming_is_shown_at_once(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice")
    earmark = begin(start, qtbot, 1)
    page(earmark).body.list.setFocus()
    press(Qt.Key.Key_F2)
    dialog = earmark.window.findChild(NamesDialog)
    assert isinstance(dialog, NamesDialog)
    names = page(earmark).body.listed[0].episode.names
    dialog.chosen.emit(names._replace(title="Glaciers"))
    dialog.close()
    qtbot.waitUntil(lambda: shown(earmark) == ["Glaciers"])


def test_a_transcript_is_chosen_from_the_list(
    start: Start, shelve: Shelve, qtbot: QtBot, tmp_path: Path
) -> None:
    (recording,) = shelve("Ice", has_transcript=False)
    text = recording.with_name("words.vtt")
    recording.with_suffix(".vtt").rename(text)
    earmark = begin(start, qtbot, 1)
    page(earmark).requests.choose_transcript.emit(page(earmark).body.listed[0])
    (dialog,) = [each for each in earmark.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.filesSelected.emit([str(text)])
    dialog.close()
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert tuple(earmark.session.files) == (recording, text)
    earmark.window.commands["show_library"].trigger()
    qtbot.waitUntil(lambda: page(earmark).body.listed[0].has_transcript)


def test_order_and_covers_outlive_the_window(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice")
    earmark = begin(start, qtbot, 1)
    page(earmark).look_changed.emit(ShelfOrder.TITLE, True)
    assert earmark.settings.get(prefs.LIBRARY_ORDER) == "title"
    assert earmark.settings.get(prefs.ARE_COVERS_SHOWN)


def test_what_is_closed_leads_back_to_the_library(
    start: Start, shelve: Shelve, qtbot: QtBot
) -> None:
    (recording,) = shelve("Ice")
    earmark = start(recording)
    earmark.window.commands["close_episode"].trigger()
    assert page(earmark).isVisible()
    assert not earmark.window.playback_bar.isVisible()
    qtbot.waitUntil(lambda: shown(earmark) == ["Ice"])


def test_an_empty_library_asks_to_begin(start: Start, qtbot: QtBot) -> None:
    earmark = start()
    qtbot.waitUntil(lambda: page(earmark).is_empty)
    assert not page(earmark).field.isVisible()


def test_the_queue_plays_and_outlives_a_restart(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice", "Fire", "Tea")
    earmark = begin(start, qtbot, 3)
    queue = earmark.controllers.queue
    ice, fire = (each for each in page(earmark).body.listed if each.episode.title != "Tea")
    page(earmark).requests.play_later.emit(ice)
    page(earmark).requests.play_next.emit(fire)
    qtbot.waitUntil(lambda: [each.id for each in queue.queued] == [fire.id, ice.id])
    again = start()
    qtbot.waitUntil(lambda: len(again.controllers.queue.queued) == 2)
    assert again.controllers.queue.play_first()
    qtbot.waitUntil(lambda: again.transport.state is PlayerState.PLAYING)
    assert again.session.episode is not None
    assert again.session.episode.id == fire.id
    qtbot.waitUntil(lambda: [each.id for each in again.controllers.queue.queued] == [ice.id])


def test_taking_off_the_queue_is_undone(start: Start, shelve: Shelve, qtbot: QtBot) -> None:
    shelve("Ice", "Fire")
    earmark = begin(start, qtbot, 2)
    queue = earmark.controllers.queue
    for each in page(earmark).body.listed:
        page(earmark).requests.play_later.emit(each)
    qtbot.waitUntil(lambda: len(queue.queued) == 2)
    parts(earmark).queue_view.clear_requested.emit()
    qtbot.waitUntil(lambda: not queue.queued)
    QTest.keyClick(page(earmark), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(queue.queued) == 2)
