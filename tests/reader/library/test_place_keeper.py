"""Places come back; while the library takes nothing, none is forgotten."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.episode import Episode
from reader.errors import RecordingError, StoreError, StoreFault
from reader.jobs import Worker
from reader.library.place_keeper import PlaceKeeper
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.store import database
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.conftest import Rig, drain, open_all

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "earmark.db")


@pytest.fixture
def places(library: Library, qtbot: QtBot) -> Iterator[PlaceKeeper]:
    keeper = Worker()
    yield PlaceKeeper(Transport(), library, keeper)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def unrecorded(tmp_path: Path, position: int) -> Episode:
    transcript = tmp_path / "a.vtt"
    return Episode(
        "made here", "A", None, transcript, NOW, NOW, position=position, is_recorded=False
    )


def test_an_episode_is_recorded_under_its_id_when_the_library_takes_it(
    places: PlaceKeeper, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with qtbot.waitSignal(places.failed) as reported:
            places.open(unrecorded(tmp_path, 1_000))
            places.save()
    assert reported.args
    assert isinstance(reported.args[0], StoreError)
    assert reported.args[0].fault is StoreFault.BUSY
    with qtbot.waitSignal(places.recorded) as recorded:
        places.open(unrecorded(tmp_path, 2_000))
        places.save()
    assert recorded.args == ["made here", "made here"]
    assert places.episode is not None
    assert places.episode.is_recorded
    with closing(Library(tmp_path / "earmark.db")) as library:
        (stored,) = library.recent()
    assert (stored.id, stored.position) == ("made here", 2_000)


def test_one_that_the_library_knew_all_along_gets_its_id(
    places: PlaceKeeper, qtbot: QtBot, tmp_path: Path
) -> None:
    other = Library(tmp_path / "earmark.db")
    known = other.record_opened(None, tmp_path / "a.vtt", "A")
    other.close()
    with qtbot.waitSignal(places.recorded) as recorded:
        places.open(unrecorded(tmp_path, 2_000))
        places.save()
    assert recorded.args == ["made here", known.id]
    assert places.episode is not None
    assert places.episode.id == known.id


# In a session


def test_position_rate_and_scroll_come_back(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    first = new_rig()
    open_all(first, qtbot, transcript)
    first.transport.seek(21_000)
    first.transport.set_rate(1.5)
    first.session.places.set_scroll(40)
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.transport.time == 21_000
    assert second.transport.rate == 1.5
    assert second.session.follower.lead == 4
    (episode,) = second.values("episode_opened")
    assert isinstance(episode, Episode)
    assert (episode.position, episode.scroll) == (21_000, 40)


def test_opening_does_not_forget_the_scroll(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    first = new_rig()
    open_all(first, qtbot, transcript)
    first.session.places.set_scroll(40)
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    drain(second, qtbot)
    third = new_rig()
    open_all(third, qtbot, transcript)
    assert third.session.episode is not None
    assert third.session.episode.scroll == 40


def test_nothing_is_written_again_while_nobody_moves(
    places: PlaceKeeper, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    talk = write_talk("talk.vtt")
    written: list[str] = []
    places._library.remember_place = (  # type: ignore[method-assign]
        lambda id, *_: written.append(id)
    )
    places.open(Episode("an id", "A", None, talk, NOW, NOW))
    for _ in range(3):
        places._timer.timeout.emit()
        qtbot.waitUntil(lambda: not places._waiting)
    assert written == ["an id"]
    places.set_scroll(7)
    with qtbot.waitSignal(places.kept):
        places._timer.timeout.emit()
    assert len(written) == 2


def test_the_scroll_of_a_text_without_recording_comes_back(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt")
    first = new_rig()
    open_all(first, qtbot, transcript)
    first.session.places.set_scroll(40)
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.session.episode is not None
    assert second.session.episode.scroll == 40


def test_an_episode_heard_to_the_end_starts_again(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    first = new_rig()
    open_all(first, qtbot, transcript)
    first.transport.seek(59_000)
    first.transport.play()
    first.player.run(1.5)
    assert first.transport.state is PlayerState.ENDED
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.transport.time == 0


def test_a_recording_that_fails_keeps_its_place(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    first = new_rig()
    open_all(first, qtbot, transcript)
    first.transport.seek(21_000)
    assert first.session.recording is not None
    first.player.fail("talk.mp3 is no longer there.", first.session.recording)
    assert first.errors == ["talk.mp3 is no longer there."]
    assert isinstance(first.values("failed")[0], RecordingError)
    assert first.session.script is not None
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.transport.time == 21_000


PLAYING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.jobs import Worker
from reader.playback.silent_player import SilentPlayer
from reader.playback.transport import Transport
from reader.session.reading_session import ReadingSession
from reader.settings import Settings
from reader.store.library import Library

application = QCoreApplication([])
home = Path(sys.argv[1])
transport = Transport(SilentPlayer(600_000))
session = ReadingSession(
    transport, Settings(home / "e.ini"), Library(home / "earmark.db"),
    opener=Worker(), keeper=Worker(),
)
session.episode_opened.connect(lambda _: (transport.set_rate(3.0), transport.play()))
transport.ticked.connect(lambda time, _: print(time, flush=True))
session.open(Path(sys.argv[2]))
application.exec()
"""


def test_a_killed_process_loses_at_most_five_seconds(
    new_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    command = [sys.executable, "-c", PLAYING, str(tmp_path), str(transcript)]
    reached = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdout is not None
        for line in playing.stdout:
            reached = int(line)
            if reached > 16_000:  # more than 5 s at triple speed
                playing.send_signal(signal.SIGKILL)
                break
    rig = new_rig()
    open_all(rig, qtbot, transcript)
    assert reached - 3 * 5_000 <= rig.transport.time <= reached
