"""The window of captions: what of a line it shows, its keys, and that it stays apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.playback.player import PlayerState
from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.player.caption_window import caption_span

LONG = "First comes this. " * 8 + "Then that, which is much longer. " * 8


@given(
    st.lists(st.sampled_from(["a", "of", "gull.", "quarrel", "дом", "\U0001f426", "日本。"])),
    st.integers(0, 800),
)
def test_the_spoken_character_is_always_seen(words: list[str], offset: int) -> None:
    text = " ".join(words * 9)
    start, end = caption_span(text, min(offset, max(0, len(text) - 1)))
    assert 0 <= start <= end <= len(text)
    assert end - start <= 2 * 220
    if text and offset < len(text) and not text[offset].isspace():
        assert start <= offset < end


def test_a_short_line_is_shown_whole_and_of_a_long_one_the_sentence() -> None:
    assert caption_span("Gulls quarrel. They do.", 3) == (0, 23)
    assert LONG[slice(*caption_span(LONG, 20))].strip() == "First comes this."
    at = LONG.index("Then that") + 4
    assert LONG[slice(*caption_span(LONG, at))].strip() == "Then that, which is much longer."


def test_a_sentence_without_an_end_is_cut_between_words() -> None:
    text = "on and on " * 100
    start, end = caption_span(text, 500)
    assert text[start - 1] == " "
    assert text[end - 1] == " "


def test_it_shows_the_line_and_obeys_the_players_keys(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    session, commands = earmark.session, earmark.controllers.commands
    session.transport.seek(3_500)
    commands["caption_window"].trigger()
    captions = earmark.controllers.study.captions
    captions.activateWindow()
    qtbot.waitUntil(captions.isActiveWindow)
    assert captions.text == session.line_at(3_500) != ""
    assert captions.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    handle = captions.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Space)  # as the system sends it: to what has the keyboard
    qtbot.waitUntil(lambda: session.transport.state is PlayerState.PLAYING)
    QTest.keyClick(captions, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: captions.text == session.line_at(session.transport.time))
    QTest.keyClick(captions, Qt.Key.Key_Escape)
    assert not captions.isVisible()
    assert not commands["caption_window"].isChecked()
    assert session.settings.get(prefs.CAPTION_GEOMETRY)
    commands["caption_window"].trigger()
    earmark.window.close_anyway()
    assert not captions.isVisible()


def test_study_is_chosen_in_the_menu_and_explained_once(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    session, commands, bar = (
        earmark.session,
        earmark.controllers.commands,
        earmark.window.message_bar,
    )
    commands["pause_after_lines"].trigger()
    assert session.settings.get(prefs.IS_PAUSED_AFTER_LINES)
    session.transport.seek(2_950)
    with qtbot.waitSignal(session.study.paused):
        session.transport.play()
    assert bar.isVisible()
    qtbot.waitUntil(lambda: session.transport.state is PlayerState.PAUSED)
    session.transport.play()
    qtbot.waitUntil(lambda: not bar.isVisible())
    session.settings.set(prefs.IS_PAUSED_AFTER_LINES, False)
    assert not commands["pause_after_lines"].isChecked()


def test_what_explains_the_pause_goes_when_it_is_switched_off(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    session, commands = earmark.session, earmark.controllers.commands
    commands["pause_after_lines"].trigger()
    session.transport.seek(2_950)
    with qtbot.waitSignal(session.study.paused):
        session.transport.play()
    assert earmark.window.message_bar.isVisible()
    commands["pause_after_lines"].trigger()
    qtbot.waitUntil(lambda: not earmark.window.message_bar.isVisible())
