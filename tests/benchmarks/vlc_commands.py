"""How long the window waits for VLC at each command: VLC works on threads of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from reader.errors import PlayerMissing
from reader.playback.player import PlayerState
from reader.playback.vlc_player import VlcPlayer
from tests.benchmarks.table import ROOT, Row, Skipped

_AUDIO = ROOT / "tests" / "data" / "audio"
_NAMES = ("constant.mp3", "variable.mp3", "no-xing.mp3", "tone.m4a", "tone.opus")
_FRAME = 16  # ms
_PATIENCE = 20_000  # ms for VLC to play or to pause


def rows() -> Iterator[Row | Skipped]:
    """A row for each command, its median over recordings of five kinds."""
    try:
        player = VlcPlayer.load(["--aout=dummy"])
    except PlayerMissing:
        yield Skipped("commands to VLC", "VLC is not installed")
        return
    waits: dict[str, list[float]] = {}
    for name in _NAMES:
        for command, waited in _waits(player, _AUDIO / name):
            waits.setdefault(command, []).append(waited)
    player.shut_down()
    for command, all_waits in waits.items():
        yield Row(f"the window waits for VLC at {command}", median(all_waits), "ms", _FRAME)


def _waits(player: VlcPlayer, recording: Path) -> Iterator[tuple[str, float]]:
    states: list[PlayerState] = []
    player.state_changed.connect(states.append)
    yield "open", _wait(partial(player.open, recording))
    yield "play", _wait(player.play)
    _run_until(lambda: states[-1:] == [PlayerState.PLAYING])
    yield "seek", _wait(partial(player.seek, 2_000))
    yield "rate", _wait(partial(player.set_rate, 1.5, 2_000))
    yield "volume", _wait(partial(player.set_volume, 50))
    yield "pause", _wait(player.pause)
    _run_until(lambda: states[-1:] == [PlayerState.PAUSED])
    yield "close", _wait(player.close)
    player.state_changed.disconnect(states.append)


def _wait(command: Callable[[], object]) -> float:
    """The milliseconds in which this thread did nothing."""
    work, moment = time.thread_time(), time.monotonic()
    command()
    return 1000 * (time.monotonic() - moment - (time.thread_time() - work))


def _run_until(is_done: Callable[[], bool]) -> None:
    loop, deadline = QEventLoop(), QDeadlineTimer(_PATIENCE)
    while not is_done():
        if deadline.hasExpired():
            raise TimeoutError("VLC did not obey")
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
