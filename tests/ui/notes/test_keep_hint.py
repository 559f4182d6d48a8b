"""The line that names B, once, to who listens and never pressed it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.playback.player import PlayerState
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.notes.keep_hint_controller import LISTENED, KeepHintController


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    earmark = start(write_talk("talk.vtt"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notebook = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: notebook.is_ready)
    return earmark


def hint_of(earmark: Earmark) -> KeepHintController:
    """One that need not wait for long."""
    notebook = notebook_of(earmark).notes.notebook
    messages = earmark.controllers.messages
    return KeepHintController(earmark.session, notebook, messages, after=0)


def reported(earmark: Earmark) -> list[str]:
    return [each.text for each in earmark.window.message_bar.messages if "Press B" in each.text]


def timer_of(hint: KeepHintController) -> QTimer:
    timer = hint.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_it_is_reported_once(earmark: Earmark, qtbot: QtBot) -> None:
    hint = hint_of(earmark)
    hint._count(PlayerState.PLAYING)
    qtbot.waitUntil(lambda: len(reported(earmark)) == 1)
    assert earmark.settings.get(prefs.IS_KEEPING_KNOWN)
    hint._count(PlayerState.PAUSED)
    hint._count(PlayerState.PLAYING)
    assert not timer_of(hint).isActive()


def test_only_what_plays_counts(earmark: Earmark) -> None:
    hint = notebook_of(earmark).keep_hint
    timer = timer_of(hint)
    assert not timer.isActive()
    hint._count(PlayerState.PLAYING)
    assert timer.isActive()
    assert timer.interval() == LISTENED
    hint._count(PlayerState.PAUSED)
    assert not timer.isActive()
    assert hint._left == pytest.approx(LISTENED, rel=0.05)  # a coarse timer


def test_whoever_keeps_something_needs_no_hint(earmark: Earmark, qtbot: QtBot) -> None:
    hint = notebook_of(earmark).keep_hint
    hint._count(PlayerState.PLAYING)
    notebook_of(earmark).notes.notebook.keep_heard(500, 0)
    qtbot.waitUntil(lambda: earmark.settings.get(prefs.IS_KEEPING_KNOWN))
    assert not timer_of(hint).isActive()
    assert reported(earmark) == []
