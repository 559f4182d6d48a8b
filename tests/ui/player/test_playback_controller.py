"""The player's requests in a real window, as far as no other test of the window has them."""

from __future__ import annotations

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
    assert pane.lead is None
    top, _ = pane.extent_of(len(LINES) - 1)
    assert 0 < top - pane.scroll_bar.value() < pane.viewport().height()
