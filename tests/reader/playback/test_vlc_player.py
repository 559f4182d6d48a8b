"""A real VLC on real files, without a sound device."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import PlayerMissing, RecordingError
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.playback.vlc_player import VlcPlayer
from reader.time_bounds import LATEST
from tests.conftest import MakePipe
from tests.hanging import HangingFolder

pytestmark = pytest.mark.needs_sound

Recording = Callable[..., Path]
NAMES = ["constant.mp3", "variable.mp3", "no-xing.mp3", "tone.m4a", "tone.opus"]
_PATIENCE = 20_000  # ms, on a machine that has much else to do


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[VlcPlayer]:
    try:
        player = VlcPlayer.load(["--aout=dummy"])
    except PlayerMissing:
        pytest.skip("VLC is not installed")
    yield player
    player.shut_down()


@pytest.fixture
def transport(player: VlcPlayer) -> Transport:
    return Transport(player)


class Reported:
    """All that a player reported."""

    def __init__(self, player: VlcPlayer) -> None:
        self.states: list[PlayerState] = []
        self.reports: list[tuple[int, float]] = []
        self.failures: list[RecordingError] = []
        self.lengths: list[int] = []
        player.state_changed.connect(self.states.append)
        player.time_reported.connect(lambda time, moment: self.reports.append((time, moment)))
        player.failed.connect(self.failures.append)
        player.length_changed.connect(self.lengths.append)

    def is_in(self, state: PlayerState) -> Callable[[], bool]:
        return lambda: self.states[-1:] == [state]


@pytest.fixture
def reported(player: VlcPlayer) -> Reported:
    return Reported(player)


@pytest.mark.parametrize("name", NAMES)
def test_opens_paused_and_plays_at_its_pace(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot, name: str
) -> None:
    player.open(recording(name))
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    assert reported.reports == []
    assert reported.lengths
    player.play()
    qtbot.waitUntil(lambda: len(reported.reports) >= 5)
    (first, moment_1), (last, moment_2) = reported.reports[1], reported.reports[-1]
    assert last - first == pytest.approx((moment_2 - moment_1) * 1000, abs=60)
    assert reported.states == [PlayerState.PAUSED, PlayerState.PLAYING]


@pytest.mark.parametrize("name", NAMES)
def test_lands_where_a_seek_goes(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot, name: str
) -> None:
    player.open(recording(name))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    reported.reports.clear()
    player.seek(2_500)
    qtbot.waitUntil(lambda: len(reported.reports) >= 3)
    measured = [time for time, _ in reported.reports if time > 2_500]
    assert 2_500 < measured[0] < 3_400


def test_starts_where_it_is_asked_to(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("tone.opus"), 3_000)
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    assert 2_900 <= reported.reports[0][0] < 3_600


def test_a_seek_before_vlc_is_ready_is_not_lost(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("tone.m4a"))
    player.seek(3_000)
    player.play()
    qtbot.waitUntil(lambda: len(reported.reports) >= 2)
    assert reported.reports[-1][0] >= 3_000


def test_at_twice_the_rate_time_passes_twice_as_fast(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    player.set_rate(2.0, reported.reports[-1][0])
    reported.reports.clear()
    qtbot.waitUntil(lambda: len(reported.reports) >= 4)
    (first, moment_1), (last, moment_2) = reported.reports[1], reported.reports[-1]
    assert last - first == pytest.approx((moment_2 - moment_1) * 2000, abs=100)


def test_vlc_keeps_nothing_of_a_recording_that_was_closed(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    assert player._deck is not None
    before = weakref.ref(player._deck.player)
    player.open(recording("tone.opus"))
    qtbot.waitUntil(lambda: gc.collect() >= 0 and before() is None)


@pytest.mark.parametrize("rate", [-1.0, 0.0, 40.0])
def test_a_senseless_rate_is_bounded(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot, rate: float
) -> None:
    player.set_rate(rate, 0)
    player.open(recording("constant.mp3"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))


def test_ends_and_plays_again(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.play()
    player.seek(4_500)
    qtbot.waitUntil(reported.is_in(PlayerState.ENDED))
    reported.reports.clear()
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    assert reported.reports[0][0] < 1_000
    assert reported.states[-1] is PlayerState.PLAYING


def test_a_seek_after_the_end_waits_there(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.play()
    player.seek(4_500)
    qtbot.waitUntil(reported.is_in(PlayerState.ENDED))
    player.seek(2_000)
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
    reported.reports.clear()
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    assert 1_900 <= reported.reports[0][0] < 2_800


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "picture", "cut off"])
def test_what_is_no_recording_is_reported_at_once(
    player: VlcPlayer, reported: Reported, broken: Callable[[str], Path], qtbot: QtBot, kind: str
) -> None:
    path = broken(kind)
    player.open(path)
    qtbot.waitUntil(lambda: bool(reported.failures))
    assert reported.failures[0].path == path
    assert path.name in reported.failures[0].message
    assert reported.states[-1] is PlayerState.FAILED


def test_garbage_is_reported_when_it_is_to_be_played(
    player: VlcPlayer, reported: Reported, broken: Callable[[str], Path], qtbot: QtBot
) -> None:
    player.open(broken("garbage"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.failures))


def test_goes_on_with_a_good_file_after_a_bad_one(
    player: VlcPlayer,
    reported: Reported,
    broken: Callable[[str], Path],
    recording: Recording,
    qtbot: QtBot,
) -> None:
    player.open(broken("text"))
    qtbot.waitUntil(lambda: bool(reported.failures))
    player.open(recording("tone.opus"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))


def test_a_recording_that_shrinks_while_playing_is_a_failure(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    path = recording("constant.mp3")
    player.open(path)
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    with path.open("r+b") as file:
        file.truncate(4_000)
    player.seek(4_000)
    qtbot.waitUntil(lambda: bool(reported.failures), timeout=10_000)
    assert path.name in reported.failures[0].message


def test_a_recording_that_is_gone_at_its_end_is_a_failure(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    path = recording("constant.mp3")
    player.open(path)
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    path.unlink()
    player.seek(4_500)
    qtbot.waitUntil(lambda: bool(reported.failures))
    assert "no longer there" in reported.failures[0].message


@pytest.mark.parametrize("name", ["100% #1? yes.mp3", "ÄÖ 日本.mp3", "-rate.mp3"])
def test_any_file_name_plays(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot, name: str
) -> None:
    player.open(recording("constant.mp3", to=name))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))


def test_the_window_does_not_wait_for_vlc_to_stop(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    """A sound server that takes its time to let go is waited for on another thread."""
    player.open(recording("tone.opus"))
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    may_stop, stopped_on = threading.Event(), []
    deck: Any = player._deck
    stop = deck.player.stop

    def slow_stop() -> None:
        assert may_stop.wait(10)
        stopped_on.append(threading.current_thread())
        stop()

    deck.player.stop = slow_stop
    player.open(recording("tone.m4a"))
    reported.reports.clear()
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports))
    assert not stopped_on
    may_stop.set()
    qtbot.waitUntil(lambda: bool(stopped_on))
    assert stopped_on[0] is not threading.current_thread()


def test_the_system_default_is_the_first_device(player: VlcPlayer, recording: Recording) -> None:
    assert player.devices()[0].id == ""
    player.open(recording("tone.opus"))
    assert player.devices()[0].id == ""
    player.set_device("")


def test_the_transport_shows_what_vlc_plays(
    transport: Transport, recording: Recording, qtbot: QtBot
) -> None:
    ticks: list[tuple[int, str]] = []
    transport.ticked.connect(lambda time, cause: ticks.append((time, cause)))
    transport.open(recording("tone.opus"))
    transport.play()
    qtbot.waitUntil(lambda: transport.time > 700)
    transport.seek(3_000)
    assert transport.time == 3_000
    qtbot.waitUntil(lambda: transport.time > 3_700)
    sought = [cause for _, cause in ticks].index("seek")
    times = [time for time, _ in ticks[sought:]]
    assert times == sorted(times)
    transport.pause()
    held = transport.time
    qtbot.waitUntil(lambda: transport.state is PlayerState.PAUSED)
    assert transport.time == held


def test_the_transport_loops(transport: Transport, recording: Recording, qtbot: QtBot) -> None:
    returns: list[int] = []
    transport.seeked.connect(lambda _, to: returns.append(to))
    transport.open(recording("tone.m4a"))
    transport.set_loop((1_000, 1_400))
    transport.seek(1_000)
    transport.play()
    qtbot.waitUntil(lambda: returns == [1_000, 1_000, 1_000])


def _run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "", "PYTHONPATH": str(Path(__file__).parents[3]), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


LOAD = """
from reader.errors import PlayerMissing
from reader.playback.vlc_player import VlcPlayer
{before}
try:
    VlcPlayer.load({options})
except PlayerMissing as missing:
    print(missing.message)
"""


@pytest.mark.parametrize(
    ("before", "options", "environment"),
    [
        ("", "", {"PYTHON_VLC_LIB_PATH": "/nowhere/libvlc.so"}),
        ("", "['--no-such-option']", {}),
        ("import sys; sys.modules['vlc'] = None", "", {}),
        ("import vlc; vlc.dll = None; vlc.Instance = lambda *_: undefined", "", {}),
        ("import vlc; vlc.Instance = lambda *_: None", "", {}),
    ],
    ids=["wrong path", "no instance", "no module", "no library", "no plugins"],
)
def test_every_way_of_missing_vlc_is_the_same_error(
    before: str, options: str, environment: dict[str, str]
) -> None:
    result = _run(LOAD.format(before=before, options=options), **environment)
    assert "Install VLC" in result.stdout, result.stderr


def test_vlc_is_not_loaded_before_it_is_wanted() -> None:
    result = _run(
        "import sys, reader.playback.choosing\n"
        "print([name for name in ('vlc', 'PySide6.QtMultimedia') if name in sys.modules])"
    )
    assert result.stdout.strip() == "[]", result.stderr


@pytest.mark.parametrize(("output", "is_heard"), [("none", False), ("dummy", True)])
def test_sound_that_no_output_takes_is_reported(
    recording: Recording, qtbot: QtBot, output: str, is_heard: bool
) -> None:
    player = VlcPlayer.load([f"--aout={output}"])
    try:
        player.open(recording("tone.opus"))
        with qtbot.waitSignal(player.unheard, timeout=4_000, raising=not is_heard) as reported:
            player.play()
        assert reported.signal_triggered is not is_heard
        count = player.sound_count()
        assert count is not None
        assert count.decoded > 0
        assert (count.played > 0) is is_heard
    finally:
        player.shut_down()


class SoundServer:
    """A PulseAudio of its own with one output, headphones; `stand_in` is how desktops set it up."""

    def __init__(self, folder: Path, *, stand_in: bool) -> None:
        self._environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
        self._environment["XDG_RUNTIME_DIR"] = str(folder)
        self.address = f"unix:{folder / 'pulse' / 'native'}"
        modules = ["module-native-protocol-unix", "module-null-sink sink_name=headphones"]
        modules += ["module-always-sink"] if stand_in else []
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        self._process = subprocess.Popen(
            ["pulseaudio", *options, *(f"--load={module}" for module in modules)],
            env=self._environment,
            stderr=subprocess.DEVNULL,
        )

    def is_up(self) -> bool:
        return "headphones" in self._control("list", "short", "sinks")

    def pull_headphones(self) -> None:
        self._control("unload-module", "module-null-sink")

    def plug_speakers(self) -> None:
        self._control("load-module", "module-null-sink", "sink_name=speakers")

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _control(self, *command: str) -> str:
        pactl = ["pactl", "--server", self.address, *command]
        return subprocess.run(
            pactl, env=self._environment, capture_output=True, text=True, check=False
        ).stdout


@pytest.fixture(params=[False, True], ids=["alone", "with a stand-in"])
def sound_server(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[SoundServer]:
    if not shutil.which("pulseaudio") or not shutil.which("pactl"):
        pytest.skip("PulseAudio is not installed")
    with tempfile.TemporaryDirectory() as folder:  # a socket's path must be short
        server = SoundServer(Path(folder), stand_in=request.param)
        monkeypatch.setenv("PULSE_SERVER", server.address)
        try:
            qtbot.waitUntil(server.is_up, timeout=_PATIENCE)
            yield server
        finally:
            server.stop()


def test_an_output_that_is_taken_out_pauses_until_there_is_another(
    sound_server: SoundServer, tmp_path: Path, qtbot: QtBot
) -> None:
    player = VlcPlayer.load(["--aout=pulse"])
    transport = Transport(player)
    reported = Reported(player)
    try:
        transport.open(silence(tmp_path / "long.wav", seconds=60))
        transport.play()
        qtbot.waitUntil(lambda: reported.reports[-1:] > [(3_000, 0)], timeout=_PATIENCE)
        with qtbot.waitSignal(transport.silenced, timeout=_PATIENCE):
            sound_server.pull_headphones()
        qtbot.waitUntil(reported.is_in(PlayerState.PAUSED))
        kept = transport.time
        sound_server.plug_speakers()
        transport.play()
        qtbot.waitUntil(lambda: reported.reports[-1][0] > kept + 500, timeout=_PATIENCE)
        count = player.sound_count()
        assert count is not None
        assert count.played > 0
        assert reported.failures == []
    finally:
        transport.shut_down()


def silence(path: Path, seconds: int) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(bytes(2 * 8_000 * seconds))
    return path


def test_a_length_that_no_recording_has_is_reported_within_bounds(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED), timeout=_PATIENCE)
    assert player._deck is not None
    event = SimpleNamespace(u=SimpleNamespace(new_length=2**40))
    player._deck._report(event, "MediaPlayerLengthChanged", "new_length")
    qtbot.waitUntil(lambda: LATEST in reported.lengths)


def test_a_pipe_is_refused_in_words(
    player: VlcPlayer, reported: Reported, qtbot: QtBot, make_pipe: MakePipe, tmp_path: Path
) -> None:
    player.open(make_pipe(tmp_path / "pipe.mp3"))
    qtbot.waitUntil(reported.is_in(PlayerState.FAILED))
    (failure,) = reported.failures
    assert failure.message == "pipe.mp3 cannot be read: a pipe or a device, not a file."


def test_a_seek_before_the_file_was_looked_at_counts(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot
) -> None:
    player.open(recording("constant.mp3"))
    player.seek(3_000)
    player.play()
    qtbot.waitUntil(lambda: bool(reported.reports), timeout=_PATIENCE)
    assert reported.reports[0][0] >= 2_500


def test_a_disk_that_hangs_keeps_nobody_waiting(
    player: VlcPlayer, reported: Reported, recording: Recording, qtbot: QtBot, mount: HangingFolder
) -> None:
    far = recording("constant.mp3", "mount/far.mp3")
    mount.hang()
    player.open(far)
    qtbot.waitUntil(mount.asked.is_set)
    player.open(recording("constant.mp3"))
    qtbot.waitUntil(reported.is_in(PlayerState.PAUSED), timeout=_PATIENCE)
    player.open(far)
    player.shut_down()
