"""Notes of several episodes played in a row, in a real window with a real library."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.annotation import Selector, TextQuote
from reader.playback.player import PlayerState
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.store.notes import MOMENT, a_note
from tests.ui.conftest import Start, end, notebook_of
from ui.app import Earmark
from ui.notes.all_notes_page import AllNotesPage
from ui.notes.tour_controller import by_episode

LASTS = 60  # ms


class Shelf:
    """A library with two talks and one whose file is gone, and a note or two of each."""

    def __init__(self, path: Path, write_talk: WriteTalk) -> None:
        self.path = path
        self.files = {name: write_talk(f"{name}.mp3", f"{name}.vtt") for name in ("one", "two")}
        for name, recording in self.files.items():  # else they would be one episode
            for file in (recording, recording.with_suffix(".vtt")):
                file.write_bytes(file.read_bytes() + f"\n\nNOTE {name}\n".encode())
        library, store = Library(path), Annotations(path)
        self.ids = {
            name: library.record_opened(file, file.with_suffix(".vtt"), name).id
            for name, file in self.files.items()
        }
        self.ids["gone"] = library.record_opened(path.parent / "gone.mp3", None, "gone").id
        kept = (("two", 9), ("one", 20), ("gone", 1), ("two", 8))  # the last one is the newest
        for age, (name, second) in enumerate(kept):
            made = MOMENT + timedelta(minutes=age)
            when = second * 1_000, second * 1_000 + LASTS
            # Words that are nowhere: else their time would be shown by the transcript.
            selector = Selector(when, quote=TextQuote(f"Elsewhere {second}"))
            store.add(replace(a_note(self.ids[name]), selector=selector, created=made))
        store.close()
        library.close()

    def place(self, name: str) -> int:
        """Where an episode was left, in ms."""
        library = Library(self.path)
        episode = library.episode(self.ids[name])
        library.close()
        assert episode is not None
        return episode.position


@pytest.fixture
def shelf(tmp_path: Path, write_talk: WriteTalk) -> Shelf:
    return Shelf(tmp_path / "data" / "earmark.db", write_talk)


def page_of(earmark: Earmark, qtbot: QtBot) -> AllNotesPage:
    earmark.controllers.commands["all_notes"].trigger()
    page = notebook_of(earmark).all_notes.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 4)
    return page


def places_played(earmark: Earmark) -> list[tuple[str, int]]:
    """Filled with the title and the time of each seek."""
    sought: list[tuple[str, int]] = []
    session, transport = earmark.session, earmark.transport
    transport.seeked.connect(lambda _, to: sought.append((session.title, to)))
    return sought


def test_an_episode_after_the_other_is_opened_and_played(
    start: Start, shelf: Shelf, qtbot: QtBot
) -> None:
    earmark = start(shelf.files["two"])
    page = page_of(earmark, qtbot)
    earmark.transport.seek(4_000)
    sought = places_played(earmark)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ("one", 20_000) in sought)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PAUSED)
    assert sought == [("two", 8_000), ("two", 9_000), ("two", 4_000), ("one", 20_000)]
    assert earmark.window.is_reading
    reported = [each.text for each in earmark.window.message_bar.messages]
    assert reported == ["The files of “gone” are not where they were. Its notes are kept."]
    back = earmark.controllers.commands["history_back"]
    assert back.isEnabled()
    back.trigger()
    assert earmark.transport.time == 0
    end(earmark)
    assert shelf.place("two") == 4_000


def test_it_begins_anew_where_one_is_under_way(start: Start, shelf: Shelf, qtbot: QtBot) -> None:
    earmark = start(shelf.files["two"])
    page = page_of(earmark, qtbot)
    sought = places_played(earmark)
    page.play_all_requested.emit()
    page.play_all_requested.emit()
    qtbot.waitUntil(lambda: ("one", 20_000) in sought)
    assert sought[:2] == [("two", 8_000), ("two", 8_000)]


def test_a_seek_ends_it(start: Start, shelf: Shelf, qtbot: QtBot) -> None:
    earmark = start(shelf.files["two"])
    page = page_of(earmark, qtbot)
    page.play_all_requested.emit()
    qtbot.waitUntil(lambda: earmark.transport.time >= 8_000)
    earmark.transport.seek(1_000)
    qtbot.waitUntil(lambda: earmark.transport.time >= 1_100)
    # A later round of the open episode alone does not wake it.
    with qtbot.waitSignal(notebook_of(earmark).notes.all_played):
        notebook_of(earmark).notes.play_all([each.id for each in page.model.rows])
    assert earmark.session.title == "two"
    assert earmark.transport.state is PlayerState.PAUSED


def test_notes_of_one_episode_come_together() -> None:
    notes = [a_note(name, str(k)) for k, name in enumerate("abacb")]
    stops = by_episode(notes)
    assert [[each.selector.quote.exact for each in stop] for stop in stops] == [
        ["0", "2"],
        ["1", "4"],
        ["3"],
    ]
    assert by_episode([]) == []
