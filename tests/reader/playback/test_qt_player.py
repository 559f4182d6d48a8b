"""Qt Multimedia on real files; it paces itself without a sound device."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import PlayerMissing, RecordingError
from reader.playback.player import PlayerState
from reader.playback.qt_player import QtPlayer

pytestmark = [
    pytest.mark.needs_sound,
    pytest.mark.qt_log_ignore(
        "Couldn't (load|resolve) pipewire", "PulseAudio", "No audio device", "Could not open media"
    ),
]

Recording = Callable[..., Path]


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[QtPlayer]:
    try:
        player = QtPlayer()
    except PlayerMissing:
        pytest.skip("Qt Multimedia is not installed")
    yield player
    player.shut_down()


class Reported:
    """All that a player reported."""

    def __init__(self, player: QtPlayer) -> None:
        self.states: list[PlayerState] = []
        self.times: list[int] = []
        self.failures: list[RecordingError] = []
        self.lengths: list[int] = []
        player.state_changed.connect(self.states.append)
        player.time_reported.connect(lambda time, _: self.times.append(time))
        player.failed.connect(self.failures.append)
        player.length_changed.connect(self.lengths.append)

    def is_in(self, state: PlayerState) -> Callable[[], bool]:
        return lambda: self.states[-1:] == [state]


@pytest.fixture
def reported(player: QtPlayer) -> Reported:
    return Reported(player)


def test_opens_paused_plays_seeks_and_ends(
    player: QtPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("tone.opus"), 1_000)
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    assert reported.lengths == [pytest.approx(5_000, abs=20)]
    assert reported.times == []
    player.play()
    qtbot.waitUntil(lambda: len(reported.times) >= 5)
    assert 900 <= reported.times[0] < 2_000
    player.seek(4_000)
    qtbot.waitUntil(lambda: reported.times[-1] > 4_100)
    qtbot.waitUntil(reported.is_in(PlayerState.ENDED))
    player.seek(2_000)
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    reported.times.clear()
    player.play()
    qtbot.waitUntil(lambda: len(reported.times) >= 3)
    assert 1_900 <= reported.times[0] < 3_000


def test_plays_again_from_the_start(
    player: QtPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("tone.m4a"), 4_500)
    player.play()
    qtbot.waitUntil(reported.is_in(PlayerState.ENDED))
    reported.times.clear()
    player.play()
    qtbot.waitUntil(lambda: len(reported.times) >= 3)
    assert reported.times[-1] < 2_000


def test_pauses_and_closes(
    player: QtPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.play()
    player.set_rate(2.0, 0)
    player.set_volume(30)
    player.set_muted(True)
    qtbot.waitUntil(lambda: len(reported.times) >= 2)
    player.pause()
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    player.close()
    assert reported.states[-1] is PlayerState.EMPTY
    assert player.devices()[0].id == ""


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "picture"])
def test_what_is_no_recording_is_reported(
    player: QtPlayer, reported: Reported, broken: Callable[[str], Path], qtbot: QtBot, kind: str
) -> None:
    path = broken(kind)
    player.open(path)
    qtbot.waitUntil(lambda: bool(reported.failures))
    assert path.name in reported.failures[0].message
    assert reported.states[-1] is PlayerState.FAILED


def test_without_the_module_or_its_libraries_there_is_no_player() -> None:
    code = (
        "import sys; sys.modules['PySide6.QtMultimedia'] = None\n"
        "from reader.errors import PlayerMissing\n"
        "from reader.playback.choosing import load_player\n"
        "try: load_player('qt')\n"
        "except PlayerMissing as missing: print(missing.message)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "could not be loaded" in result.stdout, result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_utf8_plays(
    player: QtPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    given = recording("constant.mp3")
    odd = given.with_name(os.fsdecode(b"t\xe4lk.mp3"))
    odd.write_bytes(given.read_bytes())
    player.open(odd)
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    assert reported.lengths[-1:] > [1_000]
    assert reported.failures == []
