"""The end of an episode in a real window: what was kept, and what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.playback.player import PlayerState
from reader.recording import cover as recording_cover
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from tests.ui.player.test_playback_bar import PICTURE
from ui.app import Earmark
from ui.notes.end_card import EndCard
from ui.notes.toast import Toast


class Ending:
    """An episode with another one after it."""

    def __init__(self, earmark: Earmark, qtbot: QtBot) -> None:
        self.earmark, self.qtbot = earmark, qtbot
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        self.notebook = notebook_of(earmark).notes.notebook
        qtbot.waitUntil(lambda: self.notebook.is_ready)
        self.controller = notebook_of(earmark).end_card

    @property
    def card(self) -> EndCard:
        return self.controller.card

    @property
    def texts(self) -> list[str]:
        """What it shows."""
        labels, buttons = self.card.findChildren(QLabel), self.card.findChildren(QPushButton)
        shown = [each.text() for each in labels if each.isVisible()]
        return shown + [each.text() for each in buttons if each.isVisible()]

    def keep(self, time: int) -> None:
        count = len(self.notebook.kept)
        self.earmark.transport.seek(time)
        self.earmark.controllers.commands["keep"].trigger()
        self.qtbot.waitUntil(lambda: len(self.notebook.kept) > count)

    def end(self) -> None:
        self.earmark.window.pane.setFocus()
        self.earmark.transport._on_state(PlayerState.ENDED)

    def press(self, name: str) -> None:
        (button,) = (b for b in self.card.findChildren(QPushButton) if b.text() == name)
        button.click()


@pytest.fixture
def ending(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Ending:
    first = write_talk("1.mp3", "1.vtt", "2.mp3", "2.vtt")
    second = first.with_name("2.vtt")
    second.write_bytes(second.read_bytes() + b"\n\nNOTE another\n")
    recording = second.with_suffix(".mp3")
    recording.write_bytes(recording.read_bytes() + b"\0")
    return Ending(start(first), qtbot)


def test_it_stands_below_the_text_and_says_what_was_kept(ending: Ending, qtbot: QtBot) -> None:
    ending.keep(4_600)
    ending.keep(21_000)
    qtbot.waitUntil(lambda: ending.controller._next is not None)
    ending.end()
    qtbot.waitUntil(ending.card.isVisible)
    pane = ending.earmark.window.pane
    assert ending.card.y() >= pane.page_layout.text_bottom - pane.scroll_bar.value()
    assert {"You kept 2", "2 new", "Next in this folder", "2"} <= set(ending.texts)


def test_what_was_kept_is_not_said_over_it(ending: Ending, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ending.controller._next is not None)
    ending.end()
    qtbot.waitUntil(ending.card.isVisible)
    ending.keep(21_000)
    toast = ending.earmark.window.findChild(Toast)
    assert toast is not None
    qtbot.waitUntil(toast.isVisible)
    assert not toast.geometry().intersects(ending.card.geometry())
    ending.earmark.window.pane.scroll_bar.setValue(0)
    assert not toast.geometry().intersects(ending.card.geometry())


def test_enter_at_the_end_reviews_and_space_is_the_players(ending: Ending, qtbot: QtBot) -> None:
    ending.keep(4_600)
    ending.end()
    qtbot.waitUntil(ending.card.review.hasFocus)
    QTest.keyClick(ending.card.review, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ending.earmark.transport.state is PlayerState.PLAYING)
    assert ending.earmark.window.pane.hasFocus()
    assert not notebook_of(ending.earmark).notes.panel.isVisible()
    ending.end()
    qtbot.waitUntil(ending.card.review.hasFocus)
    QTest.keyClick(ending.card.review, Qt.Key.Key_Return)
    panel = notebook_of(ending.earmark).notes.panel
    assert panel.isVisible()
    assert len(panel.shown_ids) == 1


def test_the_keyboard_goes_to_the_page_when_the_card_scrolls_away(
    ending: Ending, qtbot: QtBot
) -> None:
    window = ending.earmark.window
    ending.keep(4_600)
    window.commands["notes"].trigger()
    window.resize(900, 320)
    ending.end()
    qtbot.waitUntil(ending.card.review.hasFocus)
    qtbot.waitUntil(ending.card.isVisible)
    window.pane.scroll_to(0)
    assert not ending.card.isVisible()
    assert window.pane.hasFocus()


def test_who_looks_elsewhere_is_left_there(ending: Ending) -> None:
    ending.keep(4_600)
    page = ending.earmark.window.reading_page
    page.follow.stop()
    ending.end()
    assert page.pane.scroll_bar.value() == 0
    assert not ending.card.review.hasFocus()


def test_the_next_one_plays_when_asked_for_and_not_before(ending: Ending, qtbot: QtBot) -> None:
    session = ending.earmark.session
    qtbot.waitUntil(lambda: ending.controller._next is not None)
    ending.end()
    qtbot.waitUntil(ending.card.isVisible)
    assert "You kept 0" not in ending.texts
    ending.press("Play Next")
    qtbot.waitUntil(lambda: session.recording is not None and session.recording.name == "2.mp3")
    qtbot.waitUntil(lambda: ending.earmark.transport.state is PlayerState.PLAYING)
    qtbot.waitUntil(lambda: ending.controller._next is None)
    assert not ending.card.isVisible()


def test_export_is_about_this_episode(ending: Ending, qtbot: QtBot) -> None:
    ending.keep(4_600)
    notes = notebook_of(ending.earmark).notes
    notes.export_requested.disconnect()
    with qtbot.waitSignal(notes.export_requested) as asked:
        ending.press("Export…")
    assert asked.args == [[each.annotation.id for each in notes.notebook.kept]]


def test_the_next_one_is_shown_with_its_cover(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def picture_in(recording: Path) -> bytes:
        asked.append(recording)
        return PICTURE

    monkeypatch.setattr(recording_cover, "picture_in", picture_in)
    first = write_talk("1.mp3", "1.vtt", "2.mp3", "2.vtt")
    ending = Ending(start(first), qtbot)
    ending.end()
    cover = ending.card._cover
    qtbot.waitUntil(lambda: _middle_of(cover) == "#123456")
    assert first.with_name("2.mp3") in asked


def test_without_a_cover_the_letter_of_the_show_stands_there(qtbot: QtBot) -> None:
    card = EndCard()
    qtbot.addWidget(card)
    card.set_next("Harbours", "8:26 left", "Next of this show", "The Sea Radio")
    assert card._cover.art.name == "The Sea Radio"
    card.set_next("Harbours", "8:26 left")
    assert card._cover.art.name == "Harbours"


def _middle_of(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(widget.rect().center()).name()
