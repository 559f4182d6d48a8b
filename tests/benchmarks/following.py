"""What it costs to follow a playing mp3: CPU with the window shown and minimised, and memory.

VLC plays into its dummy output, which keeps real time without a sound device. CPU is that of
the whole process, VLC's threads included. Memory is by default taken over three minutes at
three times the speed; `--long` takes it over an hour as recorded.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.errors import PlayerMissing
from reader.playback import choosing
from reader.playback.player import PlayerState
from reader.playback.vlc_player import VlcPlayer
from tests.benchmarks.pane import _resident
from tests.benchmarks.parsing import _vtt
from tests.benchmarks.table import SAMPLE, Row, Skipped, in_fresh_process
from ui.app import Earmark
from ui.window.garbage import GarbageCollection

SECONDS = 40  # of play over which CPU is taken
SETTLE = 4  # seconds after the start or a change of the window
SHORT, LONG = 3, 60  # minutes of play over which memory is taken
LINE = 2  # seconds, as `_vtt` writes them


def rows(*, is_long: bool = False) -> Iterator[Row | Skipped]:
    """CPU shown and minimised, then memory."""
    if reason := _what_is_missing():
        yield Skipped("following a playing mp3", reason)
        return
    minutes, rate = (LONG, 1.0) if is_long else (SHORT, 3.0)
    with TemporaryDirectory() as folder:
        length = int(max(3 * (SECONDS + SETTLE) + 30, minutes * 60 * rate + 60))
        transcript = _write_episode(Path(folder), length)
        measured = partial(
            in_fresh_process, "tests.benchmarks.following", transcript, is_on_screen=True
        )
        shares = measured("cpu")
        yield Row("paused in the first lines", shares["paused"][0], "% of a core", 0.05)
        woken, own = shares["woken"]
        yield Row("wakeups a second while following, shown", woken, "", 190)
        yield Row("  of that, the window's thread; the rest is VLC", own, "", 25)
        for state, aim in (("shown", 3), ("minimised", 1.5)):
            whole, window = shares[state]
            yield Row(f"following a playing mp3, window {state}", whole, "% of a core", aim)
            yield Row("  of that, the window's thread; the rest is VLC", window, "% of a core")
        grown = measured("memory", minutes, rate)["grown"]
    name = f"memory after {minutes} min at {rate:g}x above the first minute's"
    yield Row(name, grown, "MB", 5)


def main(transcript: str, what: str, minutes: str = "0", rate: str = "1") -> None:
    """Follow an episode in this process and print the figures as JSON."""
    application = QApplication(sys.argv[:1])
    GarbageCollection(application)  # as in the app
    choosing.PLAYERS["dummy"] = partial(VlcPlayer.prepare, ["--aout=dummy"])
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        earmark = Earmark(player="dummy", database=Path(folder) / "earmark.db")
        _play(earmark, Path(transcript))
        print(json.dumps(_cpu(earmark) if what == "cpu" else _memory(earmark, minutes, rate)))
        earmark.shut_down()
    del application


def _play(earmark: Earmark, transcript: Path) -> None:
    transport = earmark.transport
    earmark.start([transcript])
    deadline = time.monotonic() + 30
    while transport.state is not PlayerState.PLAYING:
        if time.monotonic() > deadline:
            raise TimeoutError("the recording does not play")
        _run(0.1)
        if transport.state is PlayerState.PAUSED:
            transport.play()
    _run(SETTLE)


def _cpu(earmark: Earmark) -> dict[str, tuple[float, ...]]:
    earmark.transport.pause()
    earmark.transport.seek(0)
    _run(SETTLE)
    paused = _shares()
    earmark.transport.play()
    _run(SETTLE)
    before, moment = _wakeups(), time.monotonic()
    shown = _shares()
    passed = time.monotonic() - moment
    woken = [(after - since) / passed for after, since in zip(_wakeups(), before, strict=True)]
    earmark.window.hide()  # as a window manager does to minimise; there may be none here
    _run(SETTLE)
    minimised = _shares()
    if earmark.transport.state is not PlayerState.PLAYING:
        raise RuntimeError("the recording stopped playing")
    return {"paused": paused, "shown": shown, "woken": tuple(woken), "minimised": minimised}


def _memory(earmark: Earmark, minutes: str, rate: str) -> dict[str, float]:
    earmark.transport.set_rate(float(rate))
    _run(60)
    first = _resident()
    _run((int(minutes) - 1) * 60)
    return {"grown": _resident() - first}


def _wakeups() -> tuple[int, int]:
    """How often a thread of this process was woken so far: any, and the window's."""
    try:
        tasks = {each.name: _switches(each) for each in Path("/proc/self/task").iterdir()}
    except OSError:  # not on Linux
        return 0, 0
    return sum(tasks.values()), tasks[str(os.getpid())]


def _switches(task: Path) -> int:
    lines = (task / "status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("voluntary")).split()[1])


def _shares() -> tuple[float, float]:
    """Percent of one core, over `SECONDS`: of the process and of this thread."""
    whole, window, moment = time.process_time(), time.thread_time(), time.monotonic()
    _run(SECONDS)
    percent = 100 / (time.monotonic() - moment)
    return (time.process_time() - whole) * percent, (time.thread_time() - window) * percent


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _what_is_missing() -> str:
    if shutil.which("ffmpeg") is None:
        return "there is no ffmpeg here to make the mp3"
    try:
        VlcPlayer.load().shut_down()
    except PlayerMissing:
        return "there is no VLC here"
    return ""


def _write_episode(folder: Path, length: int) -> Path:
    """An mp3 of so many seconds, the sample over and over, with lines of its whole length."""
    sound, transcript = SAMPLE.with_suffix(".opus"), folder / "talk.vtt"
    endless = ["ffmpeg", "-v", "error", "-stream_loop", "-1", "-i", str(sound)]
    cut = ["-t", str(length), "-b:a", "64k", str(folder / "talk.mp3")]
    subprocess.run(endless + cut, check=True)
    transcript.write_text(_vtt(length // LINE), encoding="utf-8")
    return transcript


if __name__ == "__main__":
    main(*sys.argv[1:])
