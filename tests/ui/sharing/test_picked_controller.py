"""Clips of what is selected and kept, in a real window with real files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.errors import Cancelled
from reader.message import Message
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, end, notebook_of
from tests.ui.notes.test_notes_controller import controller_of, does, has_notes
from ui.app import Earmark
from ui.appearance.theme import LIGHT
from ui.sharing.clips_controller import ClipsController
from ui.sharing.picked_controller import PickedController
from ui.sharing.quote_card import Quote


def picked_of(earmark: Earmark, qtbot: QtBot) -> PickedController:
    controller_of(earmark, qtbot)
    return notebook_of(earmark).picked


def select_line(earmark: Earmark, cue: int) -> None:
    pane = earmark.window.reading_page.pane
    pane.select(*pane.reading.ranges(cue)[0])


def message(earmark: Earmark) -> str:
    return "\n".join(each.text for each in earmark.window.message_bar.messages)


def waits_for(earmark: Earmark, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in message(earmark))


def accept(clips: ClipsController, qtbot: QtBot) -> None:
    qtbot.waitUntil(clips.dialog.isVisible)
    clips.dialog.accept()


def test_selected_words_become_a_clip(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    controller = picked_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "save_clip", controller.clips.dialog.isVisible)
    accept(controller.clips, qtbot)
    waits_for(earmark, qtbot, "The clip is saved as “00-00-03 Gulls quarrel over the nets.m4a”.")
    assert (talk.parent / "00-00-03 Gulls quarrel over the nets.m4a").stat().st_size > 1_000


def test_notes_become_clips(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    controller, notes = picked_of(earmark, qtbot), controller_of(earmark, qtbot)
    for number, cue in enumerate((0, 1, 4), 1):  # the last lies beyond the recording's end
        select_line(earmark, cue)
        does(earmark, qtbot, "colour_1", partial(has_notes, notes, number))
    notes.panel.requests.clips.emit(notes.panel.shown_ids)
    accept(controller.clips, qtbot)
    waits_for(earmark, qtbot, "2 clips are in “episodes”. 1 could not be cut.")
    assert len(list(talk.parent.glob("*.m4a"))) == 2


def test_without_a_recording_it_says_why(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    earmark = start(write_talk("alone.vtt"))
    picked_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "save_clip", lambda: "Without its recording" in message(earmark))


def test_without_pyav_it_says_what_to_install(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller = picked_of(earmark, qtbot)
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.delitem(sys.modules, "reader.recording.av_audio", raising=False)
    select_line(earmark, 1)
    does(earmark, qtbot, "save_clip", controller.clips.dialog.isVisible)
    accept(controller.clips, qtbot)
    waits_for(earmark, qtbot, "Audio clips need PyAV")


def test_a_folder_that_is_gone_is_reported_and_asked_for_again(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    controller = picked_of(earmark, qtbot)
    earmark.settings.set(prefs.CLIP_FOLDER, str(talk.parent / "gone"))
    select_line(earmark, 1)
    does(earmark, qtbot, "save_clip", controller.clips.dialog.isVisible)
    accept(controller.clips, qtbot)
    waits_for(earmark, qtbot, "cannot be written: No such file or directory.")
    (again,) = earmark.window.message_bar.messages[0].actions
    again.callback()
    assert controller.clips.dialog.isVisible()
    controller.clips.dialog.reject()


class Cutting:
    """Stands in for `cut`: lasts until it is cancelled."""

    def __init__(self) -> None:
        self.has_ended = False

    def __call__(self, *_: object, is_cancelled: Callable[[], bool], **__: object) -> None:
        while not is_cancelled():
            time.sleep(0.001)
        self.has_ended = True
        raise Cancelled(Message(""))


@pytest.fixture
def cutting(monkeypatch: pytest.MonkeyPatch) -> Cutting:
    cutting = Cutting()
    monkeypatch.setattr("reader.recording.clips.cut", cutting)
    return cutting


def begin_long_clip(earmark: Earmark, qtbot: QtBot) -> QProgressDialog:
    controller = picked_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "save_clip", controller.clips.dialog.isVisible)
    accept(controller.clips, qtbot)
    progress = earmark.window.findChild(QProgressDialog)
    assert isinstance(progress, QProgressDialog)
    qtbot.waitUntil(progress.isVisible)
    return progress


def test_cancel_ends_it(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, cutting: Cutting
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    (cancel,) = begin_long_clip(earmark, qtbot).findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cutting.has_ended)
    qtbot.waitUntil(lambda: not earmark.window.findChildren(QProgressDialog))
    assert message(earmark) == ""


def test_closing_the_window_gives_up_what_is_being_cut(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, cutting: Cutting
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    begin_long_clip(earmark, qtbot)
    end(earmark)
    assert cutting.has_ended


# Cards


def test_selected_words_become_a_card(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    controller = picked_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "quote_card", controller.cards.dialog.isVisible)
    target = talk.parent / "card.png"
    controller.cards.save(controller.cards.dialog.card, target)
    waits_for(earmark, qtbot, "The card is saved as “card.png”.")
    assert QImage(str(target)).size() == controller.cards.dialog.card.size()
    assert not controller.cards.dialog.isVisible()


def test_a_note_becomes_a_card_in_its_colour(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    controller, notes = picked_of(earmark, qtbot), controller_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "colour_3", partial(has_notes, notes, 1))
    notes.panel.requests.card.emit(notes.panel.shown_ids[0])
    words, hue = "Gulls quarrel over the nets.", LIGHT.mark_bars[2]
    assert controller.cards.dialog.quote == Quote(words, "Mara", "talk", "0:03", hue)


def test_card_that_cannot_be_written_is_reported(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    earmark = start(talk)
    controller = picked_of(earmark, qtbot)
    select_line(earmark, 1)
    does(earmark, qtbot, "quote_card", controller.cards.dialog.isVisible)
    controller.cards.save(controller.cards.dialog.card, talk.parent / "none" / "card.png")
    waits_for(earmark, qtbot, "card.png cannot be written")
