"""Whatever says a time of a text that was moved to its recording says the recording's."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.library.links import link_in
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.spoken_times import CueTimes
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.desktop.media_controller import now_playing

LATER = TextSync(SyncMap((SyncPoint(0, 60_000),)))
GULLS = "Gulls quarrel over the nets."


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    """A talk that is a minute later in its recording."""
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notebook = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: notebook.is_ready)
    notebook.set_sync(LATER, "Move Text")
    session = earmark.session
    qtbot.waitUntil(lambda: session.script is not None and session.script.sync == LATER)
    qtbot.waitUntil(lambda: notebook.is_ready)
    return earmark


def select(earmark: Earmark, words: str) -> None:
    pane = earmark.window.reading_page.pane
    start = pane.reading.text.index(words)
    pane.select(start, start + len(words))


def test_a_copied_passage_and_a_link_name_when_it_is_heard(earmark: Earmark) -> None:
    select(earmark, GULLS)
    earmark.window.commands["copy_with_times"].trigger()
    assert QGuiApplication.clipboard().text().startswith("[1:03]")
    earmark.window.commands["copy_link"].trigger()
    link = link_in(QGuiApplication.clipboard().text())
    assert link is not None and link.time == 63_000


def test_a_found_phrase_plays_where_it_is_heard(earmark: Earmark, qtbot: QtBot) -> None:
    page = earmark.window.reading_page
    page.open_find()
    page.search_bar.open_with("nets")
    page.find_next()
    page.play_hit()
    qtbot.waitUntil(lambda: 63_000 <= earmark.transport.time < 66_000)


def test_a_click_plays_where_it_is_heard(earmark: Earmark, qtbot: QtBot) -> None:
    page = earmark.window.reading_page
    place = page.pane.reading.place_at(page.pane.reading.text.index(GULLS))
    page.place_requested.emit(place)
    qtbot.waitUntil(lambda: 63_000 <= earmark.transport.time < 65_000)


def test_the_seek_bar_previews_and_the_margin_shows_the_recordings_time(earmark: Earmark) -> None:
    session, reading = earmark.session, earmark.window.reading_page.pane.reading
    assert session.line_at(63_500) == GULLS
    assert session.line_at(3_500) == ""
    assert reading.time_at(reading.text.index(GULLS)) == 63_000


def test_b_keeps_what_is_heard(earmark: Earmark, qtbot: QtBot) -> None:
    notebook = notebook_of(earmark).notes.notebook
    with qtbot.waitSignal(notebook.added) as added:
        notebook.keep_heard(64_500, 500)
    assert added.args is not None
    selector = added.args[0].annotation.selector
    assert (selector.quote.exact, selector.time[0]) == (GULLS, 63_000)
    assert selector.transcript_time[0] == 3_000


def test_line_by_line_goes_by_the_recording(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.transport.seek(61_500)
    earmark.window.commands["next_line"].trigger()
    qtbot.waitUntil(lambda: earmark.transport.time == 63_000)


def test_media_keys_go_by_line_as_soon_as_the_text_has_times(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    """Those of a file without any come from the sound."""
    text = write_talk("talk.txt", "talk.mp3")
    text.write_text("The harbour wakes early today.\n\nGulls quarrel over the nets.\n")
    earmark = start(text)
    session = earmark.session
    assert not now_playing(session, (), text).has_lines
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    heard = (CueTimes(0, 1_000, 3_000), CueTimes(1, 3_000, 5_000))
    notebook_of(earmark).notes.notebook.set_sync(TextSync(times=heard), "Apply Sync")
    qtbot.waitUntil(lambda: session.script is not None and session.script.effective.is_timed)
    assert now_playing(session, (), text).has_lines
    assert session.line_at(3_500) == GULLS
