"""The tour of the sample waits for its listener, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.playback.player import PlayerState
from reader.playback.trials import trials_of
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.notes.trial_card import TrialCard

PLAYING, PAUSED = PlayerState.PLAYING, PlayerState.PAUSED


class Tour:
    """The sample, and a listener who follows it."""

    def __init__(self, earmark: Earmark, qtbot: QtBot) -> None:
        self.earmark, self.qtbot, self.transport = earmark, qtbot, earmark.transport
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        self.notebook = notebook_of(earmark).notes.notebook
        qtbot.waitUntil(lambda: self.notebook.is_ready)
        script = earmark.session.script
        assert script is not None
        self.times = {trial.name: trial.time for trial in trials_of(script.source)}

    @property
    def card(self) -> TrialCard:
        return notebook_of(self.earmark).trials.card

    def come_to(self, name: str) -> None:
        self.transport.seek(self.times[name] - 50)
        self.transport.play()
        self.qtbot.waitUntil(self.card.isVisible)
        self.qtbot.waitUntil(lambda: self.transport.state is PAUSED)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.earmark.window.pane, key)

    def has_gone_on(self) -> bool:
        return self.transport.state is PLAYING and not self.card.isVisible()


@pytest.fixture
def tour(start: Start, qtbot: QtBot) -> Tour:
    return Tour(start(paths.sample_episode()), qtbot)


def test_it_waits_for_b_and_then_for_a_colour(tour: Tour, qtbot: QtBot) -> None:
    tour.come_to("keep")
    tour.press(Qt.Key.Key_B)
    qtbot.waitUntil(tour.has_gone_on)
    (kept,) = tour.notebook.kept
    assert kept.annotation.selector.quote.exact.startswith("A conversation is the only thing")
    tour.come_to("colour")
    tour.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: len(tour.notebook.kept) == 2)
    assert tour.card.isVisible()
    tour.press(Qt.Key.Key_3)
    qtbot.waitUntil(tour.has_gone_on)
    assert [each.annotation.colour for each in tour.notebook.kept] == [0, 3]


def test_space_goes_on_without_it_and_it_is_not_asked_for_twice(tour: Tour, qtbot: QtBot) -> None:
    tour.come_to("note")
    tour.press(Qt.Key.Key_Space)
    qtbot.waitUntil(tour.has_gone_on)
    tour.transport.seek(tour.times["note"] - 50)
    qtbot.waitUntil(lambda: tour.transport.time > tour.times["note"] + 100)
    assert tour.has_gone_on()


def test_what_was_tried_before_is_not_waited_for(tour: Tour, qtbot: QtBot) -> None:
    tour.transport.seek(tour.times["keep"] - 1_000)
    tour.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: len(tour.notebook.kept) == 1)
    tour.transport.seek(tour.times["keep"] - 50)
    tour.transport.play()
    qtbot.waitUntil(lambda: tour.transport.time > tour.times["keep"] + 100)
    assert tour.has_gone_on()


def test_the_list_and_the_way_out_are_waited_for(tour: Tour, qtbot: QtBot) -> None:
    tour.come_to("notes")
    tour.earmark.window.commands["notes"].trigger()
    qtbot.waitUntil(tour.has_gone_on)
    tour.come_to("export")
    tour.earmark.window.commands["export_notes"].trigger()
    assert not tour.card.isVisible()
    assert tour.transport.state is PAUSED  # while the dialog is open


def test_going_elsewhere_ends_the_waiting(tour: Tour) -> None:
    tour.come_to("keep")
    tour.transport.seek(1_000)
    assert not tour.card.isVisible()


def test_no_other_episode_waits(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    talk = write_talk("talk.mp3", "talk.vtt")
    script = talk.with_suffix(".vtt")
    script.write_bytes(script.read_bytes().replace(b"\n\n00:", b"\n\ntry keep\n00:"))
    earmark = start(talk)
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    assert earmark.session.script is not None
    assert trials_of(earmark.session.script.source)
    assert notebook_of(earmark).trials._next_stop(0) is None


def test_it_says_how_it_begins_until_it_has_begun(tour: Tour, qtbot: QtBot) -> None:
    qtbot.waitUntil(tour.card.isVisible)
    assert tour.card.accessibleDescription().startswith("Space: ")
    assert not tour.card._go_on.isVisible()
    tour.press(Qt.Key.Key_Space)
    qtbot.waitUntil(tour.has_gone_on)
    tour.transport.pause()
    qtbot.waitUntil(lambda: tour.transport.state is PAUSED)
    assert not tour.card.isVisible()


def test_no_other_episode_says_how_it_begins(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3", "talk.vtt"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    qtbot.waitUntil(lambda: notebook_of(earmark).notes.notebook.is_ready)
    assert not notebook_of(earmark).trials._is_inviting
