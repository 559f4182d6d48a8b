"""Links followed and copied in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.library.links import EpisodeLink, link_in, link_text
from reader.playback.player import PlayerState
from reader.store.content_key import content_key
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, end
from ui.app import Earmark

UNKNOWN = link_text(EpisodeLink("0" * 32, "", 1_000, "Lost & found"))


def reported(earmark: Earmark) -> str:
    return " ".join(message.text for message in earmark.window.message_bar.messages)


def link(talk: Path, time: int | None = 20_000) -> str:
    return link_text(
        EpisodeLink(content_key(talk.with_suffix(".mp3")), content_key(talk), time, "Talk")
    )


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    return write_talk("talk.vtt", "talk.mp3")


def test_a_link_in_the_open_episode_plays_from_there(
    start: Start, talk: Path, qtbot: QtBot
) -> None:
    earmark = start(talk)
    earmark.open_link(link(talk))
    assert 20_000 <= earmark.transport.time < 21_000
    assert earmark.transport.state is PlayerState.PLAYING
    assert earmark.session.navigator.history.has_past


def test_an_episode_that_was_opened_once_is_opened_there(
    start: Start, talk: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    end(start(talk))
    other = tmp_path / "other.vtt"
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nElsewhere.\n")
    earmark = start(other)
    earmark.open_link(link(talk))
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    qtbot.waitUntil(lambda: earmark.transport.time >= 20_000)


def test_without_anything_open_a_link_opens_its_episode(
    start: Start, talk: Path, qtbot: QtBot
) -> None:
    end(start(talk))
    earmark = start()
    earmark.open_link(link(talk))
    qtbot.waitUntil(lambda: earmark.session.title == "talk")
    qtbot.waitUntil(lambda: earmark.transport.time >= 20_000)


def test_a_moved_file_is_asked_for(start: Start, talk: Path, qtbot: QtBot) -> None:
    end(start(talk))
    sound = talk.with_suffix(".mp3")
    address = link(talk)
    moved = talk.parent / "moved"
    moved.mkdir()
    for file in (talk, sound):
        file.rename(moved / file.name)
    earmark = start()
    earmark.open_link(address)
    qtbot.waitUntil(lambda: "are not where they were" in reported(earmark))
    (message,) = earmark.window.message_bar.messages
    assert [each.label for each in message.actions] == ["Choose Files…"]
    earmark._links._opener.open_with(link_in(address), moved / talk.name, moved / sound.name)
    qtbot.waitUntil(lambda: earmark.transport.time >= 20_000)
    assert reported(earmark) == ""


def test_an_episode_never_opened_is_asked_for(start: Start, talk: Path, qtbot: QtBot) -> None:
    earmark = start()
    earmark.open_link(UNKNOWN)
    qtbot.waitUntil(lambda: "“Lost & found” was never opened here" in reported(earmark))
    earmark._links._opener.open_with(link_in(UNKNOWN), talk)
    qtbot.waitUntil(lambda: "not the same file" in reported(earmark))


@pytest.mark.parametrize("text", ["earmark://open", "earmark://open?recording=x", "earmark:"])
def test_what_is_no_link_is_reported(start: Start, text: str) -> None:
    earmark = start()
    earmark.open_link(text)
    assert reported(earmark).startswith("This")


def test_a_text_without_sound_is_shown_there(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    talk = write_talk("alone.vtt")
    earmark = start(talk)
    earmark.open_link(link_text(EpisodeLink("", content_key(talk), 20_500)))
    page = earmark.window.reading_page
    start_at = page.pane.reading.text.index("Later")
    assert page.selected_span() == (start_at, start_at + len("Later the boats come in."))


def test_a_link_to_here_leads_back(start: Start, talk: Path, qtbot: QtBot) -> None:
    earmark = start(talk)
    earmark.transport.seek(6_500)
    earmark.controllers.commands["copy_link"].trigger()
    said = link_in(QGuiApplication.clipboard().text())
    assert said.recording == content_key(talk.with_suffix(".mp3"))
    assert said.transcript == content_key(talk)
    assert said.time == 6_500
    pane = earmark.window.reading_page.pane
    start_at = pane.reading.text.index("Later")
    pane.select(start_at, start_at + 5)
    earmark.controllers.commands["copy_link"].trigger()
    assert link_in(QGuiApplication.clipboard().text()).time == 20_000


@pytest.mark.parametrize("seconds", ["2147484", "9999999", "99999999999999"])
def test_after_a_link_to_no_time_the_next_one_works(
    start: Start, talk: Path, seconds: str, qtbot: QtBot
) -> None:
    earmark = start(talk)
    earmark.open_link(f"{link(talk, None)}&t={seconds}")
    assert reported(earmark) == "The time in this link is later than any recording ends."
    earmark.open_link(link(talk))
    assert 20_000 <= earmark.transport.time < 21_000
