"""The player's requests in a real window, as far as no other test of the window has them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start

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
