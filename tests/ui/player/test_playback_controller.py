"""The player's requests in a real window, as far as no other test of the window has them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start, notebook_of

LINES = tuple((k * 50, k * 50 + 40, ("Mara", "Jon")[k % 2], "Gulls. " * 40) for k in range(60))


def test_a_seek_into_the_music_after_the_last_line_shows_that_line(
    start: Start, write_talk: WriteTalk
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    talk.write_text(vtt(LINES))
    earmark = start(talk)
    pane = earmark.window.pane
    earmark.transport.set_sure_length(100_000)
    earmark.window.playback_bar.seek_requested.emit(95_000)
    assert pane.spoken.lead is None
    top, _ = pane.spoken.extent_of(len(LINES) - 1)
    assert 0 < top - pane.scroll_bar.value() < pane.viewport().height()


@pytest.mark.parametrize("was_following", [True, False])
def test_a_seek_into_an_advert_leaves_the_page_where_it_is(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, was_following: bool
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    talk.write_text(vtt(LINES))
    earmark = start(talk)
    pane, page = earmark.window.pane, earmark.window.reading_page
    earmark.transport.set_sure_length(40_000)
    controllers = notebook_of(earmark)
    qtbot.waitUntil(lambda: controllers.notes.notebook.is_ready)
    advert = SyncMap((SyncPoint(0, 0), SyncPoint(1_600, 31_600, is_after_break=True)))
    controllers.notes.notebook.set_sync(TextSync(advert), "")
    qtbot.waitUntil(lambda: earmark.session.follower.is_in_advert(15_000))
    if not was_following:
        page.follow.stop()
    before = pane.top()
    earmark.window.playback_bar.seek_requested.emit(15_000)
    assert (pane.spoken.cues, pane.top()) == ((), before)
    assert page.follow.is_on
    assert page.back_button.text() == "Back to 0:01"
    page.back_button.click()
    assert not page.back_button.isVisible()
    earmark.window.playback_bar.seek_requested.emit(100)
    earmark.window.playback_bar.seek_requested.emit(15_000)
    earmark.transport.seek(31_610)
    assert pane.spoken.lead == 32
    assert not page.back_button.isVisible()


def test_the_player_says_what_plays_with_the_picture_that_it_carries(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    monkeypatch.setattr("reader.recording.cover.picture_in", lambda _: svg)
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    sign = earmark.window.playback_bar._sign
    qtbot.waitUntil(lambda: sign.title == earmark.session.title != "")
    qtbot.waitUntil(lambda: sign._picture is not None)
    earmark.session.close()
    assert (sign.title, sign._picture) == ("", None)
