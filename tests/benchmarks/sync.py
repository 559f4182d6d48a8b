"""Compares what is heard with what is shown: `python -m tests.benchmarks.sync`.

Time-coded audio plays through the real player, clock and timer. What is heard is taken from
VLC's audio callbacks: each block carries the moment at which it is to sound, its pitch reports
its time in the recording. A run of blocks is placed without a seam at the mean of its moments,
since the time stretcher stamps its blocks up to 30 ms off. What is shown is the transport's
time and the ticks it sends at the boundaries of lines of one second.

No sound device is needed, so none is measured: VLC lets a device drift by up to 40 ms before it
corrects it, which comes on top. Needs VLC and ffmpeg; takes four minutes. With
`--packaged build/dist/earmark-portable` it is the VLC in the archive that plays.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
import tempfile
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.playback.vlc_player import VlcPlayer
from tests.benchmarks import time_code

RATES = (0.5, 1.0, 1.5, 2.0, 3.0)
LENGTH = 60  # s
WINDOW = 40  # ms of sound by which a place is recognised
HOP = 15  # ms from one such window to the next
GAP = 0.06  # s by which blocks miss each other that do not run on
LINE = 1_000  # ms
UNCLEAR = 60  # ms around a boundary in which either line is right
SETTLED = 1.0  # s after a command from which the error is taken
STEADY = 4.5  # s
AFTER_COMMAND = 1.5  # s
P50, P95, RIGHT_LINE = 20, 60, 250

FLUSH = -1.0  # the moment of a block that only separates

Point = tuple[float, float]  # moment in s, time in ms


class Row(NamedTuple):
    """One measured value in ms with its aim."""

    name: str
    value: float
    aim: float


class Block(NamedTuple):
    """Samples, and the moment at which VLC wants them to sound."""

    moment: float
    samples: array[int]

    @property
    def length(self) -> float:
        """How long it sounds, in seconds."""
        return len(self.samples) / 2 / time_code.SAMPLE_RATE


class Ear:
    """Takes the place of a sound device: keeps what would be heard, and when."""

    def __init__(self, vlc: Any) -> None:
        kinds = vlc.CallbackDecorators
        self._callbacks = (
            kinds.AudioPlayCb(self._play),
            kinds.AudioPauseCb(self._pause),
            kinds.AudioResumeCb(self._resume),
            kinds.AudioFlushCb(self._flush),
            kinds.AudioDrainCb(lambda _: None),
        )
        self._blocks: list[Block] = []
        self._paused_at: float | None = None

    def attach(self, player: Any) -> None:
        """Listen to this VLC media player, before it plays."""
        player.audio_set_format("S16N", time_code.SAMPLE_RATE, 2)
        player.audio_set_callbacks(*self._callbacks, None)

    def forget(self) -> None:
        """Start again."""
        self._blocks = []

    def heard(self) -> list[Point]:
        """Moments, and the time in the recording that was heard at each."""
        return sorted(point for run in self._runs() for point in _points(run))

    def _runs(self) -> Iterator[list[Block]]:
        """Blocks that follow each other without a flush or a gap."""
        run: list[Block] = []
        end = 0.0
        for block in self._blocks:
            if run and abs(block.moment - end) > GAP:
                yield run
                run = []
            end = (block.moment if not run else end) + block.length
            run.append(block)
        if run:
            yield run

    def _play(self, _: Any, samples: int, count: int, moment: int) -> None:
        block = array("h", ctypes.string_at(samples, count * 4))
        self._blocks.append(Block(moment / 1e6, block))

    def _pause(self, _: Any, moment: int) -> None:
        self._paused_at = moment / 1e6

    def _resume(self, _: Any, moment: int) -> None:
        """What was not yet heard at the pause is heard so much later."""
        if self._paused_at is not None:
            paused, shift = self._paused_at, moment / 1e6 - self._paused_at
            self._blocks = [
                block._replace(moment=block.moment + shift) if block.moment > paused else block
                for block in self._blocks
            ]
            self._paused_at = None

    def _flush(self, _: Any, __: int) -> None:
        now = time.monotonic()
        self._blocks = [block for block in self._blocks if block.moment <= now]
        self._blocks.append(Block(FLUSH, array("h")))


class Listening:
    """VLC's instance with an ear on each media player that it makes."""

    def __init__(self, instance: Any, ear: Ear) -> None:
        self._instance, self._ear = instance, ear

    def __getattr__(self, name: str) -> Any:
        return getattr(self._instance, name)

    def media_player_new(self) -> Any:
        """A media player with the ear on it."""
        player = self._instance.media_player_new()
        self._ear.attach(player)
        return player


class Stage:
    """One recording played through the production path, watched and listened to."""

    def __init__(self, recording: Path) -> None:
        self._offset = time_code.offset(recording)
        player = VlcPlayer.load()
        self._ear = Ear(player._vlc)
        player._instance = Listening(player._instance, self._ear)
        self.transport = Transport(player)
        self.transport.set_boundary_source(lambda now: (now // LINE + 1) * LINE)
        self._shown: list[Point] = []
        self._lines: list[tuple[float, int]] = []
        self._sampler = QTimer(interval=5)
        self._sampler.timeout.connect(self._sample)
        self._sampler.start()
        self.transport.ticked.connect(self._note_line)
        self.transport.open(recording)
        _wait(lambda: self.transport.state is PlayerState.PAUSED)
        self.transport.play()
        _run(0.5)

    def listen(self, seconds: float, *commands: Callable[[], object]) -> float:
        """Forget, run the commands, play on; returns the moment of the last command."""
        self._ear.forget()
        self._shown.clear()
        del self._lines[:-1]
        for command in commands:
            command()
        moment = time.monotonic()
        _run(seconds)
        return moment

    def errors(self, since: float) -> list[float]:
        """Shown minus heard, in ms, at each moment heard from `since` on."""
        return [
            shown - heard
            for moment, heard in self._heard()
            if moment >= since and (shown := _at(self._shown, moment)) is not None
        ]

    def frames_lost(self, since: float) -> int:
        """How many frames of a 60th of a second passed in which nothing could be shown."""
        moments = [moment for moment, _ in self._shown if moment >= since]
        return sum(int(60 * (after - before)) for before, after in pairwise(moments))

    def wrong_until(self, since: float, target: int | None = None) -> float:
        """How many ms after `since` the line shown was last wrong; 0 if it never was.

        After a seek the line of its target is right also while its lead is heard.
        """
        wrong = [moment for moment, heard in self._heard() if self._is_wrong(moment, heard, target)]
        return max((1000 * (moment - since) for moment in wrong if moment >= since), default=0)

    def shut_down(self) -> None:
        """Release VLC."""
        self._sampler.stop()
        self.transport.shut_down()

    def _heard(self) -> list[Point]:
        """VLC hands over a second or two ahead of time; only what was also shown counts."""
        shown_until = self._shown[-1][0]
        points = [(moment, heard - self._offset) for moment, heard in self._ear.heard()]
        return [point for point in points if point[0] <= shown_until]

    def _is_wrong(self, moment: float, heard: float, target: int | None) -> bool:
        index = bisect_left(self._lines, (moment, 0)) - 1
        if index < 0 or min(heard % LINE, LINE - heard % LINE) < UNCLEAR:
            return False
        if target is not None and target - 150 <= heard <= target:
            heard = target
        return self._lines[index][1] != heard // LINE

    def _sample(self) -> None:
        self._shown.append((time.monotonic(), self.transport.time))

    def _note_line(self, now: int) -> None:
        self._lines.append((time.monotonic(), now // LINE))


def rows(encodings: Sequence[str] = tuple(time_code.ENCODINGS)) -> Iterator[Row]:
    """Measures each encoding at each rate and after each kind of command."""
    with tempfile.TemporaryDirectory() as folder:
        for encoding in encodings:
            stage = Stage(time_code.write_recording(Path(folder), encoding, LENGTH))
            for rate in RATES:
                yield from _steady(stage, encoding, rate)
            for rate in (1.0, 2.0):
                yield from _after_commands(stage, encoding, rate)
            stage.shut_down()


def _steady(stage: Stage, encoding: str, rate: float) -> Iterator[Row]:
    transport = stage.transport
    moment = stage.listen(STEADY, lambda: transport.set_rate(rate), lambda: transport.seek(21_000))
    errors = sorted(map(abs, stage.errors(moment + SETTLED)))
    yield Row(f"{encoding} at {rate:g}x: p50", median(errors), P50)
    yield Row(f"{encoding} at {rate:g}x: p95", quantiles(errors, n=20)[-1], P95)


def _after_commands(stage: Stage, encoding: str, rate: float) -> Iterator[Row]:
    transport = stage.transport
    transport.set_rate(rate)
    waits = []
    for target in (9_000, 41_000, 27_000):
        moment = stage.listen(AFTER_COMMAND, lambda to=target: transport.seek(to))  # type: ignore[misc]
        waits.append(stage.wrong_until(moment, target))
    yield Row(f"{encoding} at {rate:g}x: right line after a seek", max(waits), RIGHT_LINE)
    transport.pause()
    _run(0.5)
    moment = stage.listen(AFTER_COMMAND, transport.play)
    yield Row(
        f"{encoding} at {rate:g}x: right line after a pause",
        stage.wrong_until(moment),
        RIGHT_LINE,
    )
    waits = []
    for other in (rate + 0.5, rate):
        moment = stage.listen(AFTER_COMMAND, lambda to=other: transport.set_rate(to))  # type: ignore[misc]
        waits.append(stage.wrong_until(moment))
    yield Row(
        f"{encoding} at {rate:g}x: right line after a change of speed", max(waits), RIGHT_LINE
    )


def _points(run: Sequence[Block]) -> Iterator[Point]:
    """What a run of blocks sounds like on a device: without a seam, at their mean moment.

    The time stretcher stamps what it gives out with the moment of what it takes in, up to a
    block off; a device plays on all the same.
    """
    samples = array("h")
    starts = []
    for block in run:
        starts.append(block.moment - len(samples) / 2 / time_code.SAMPLE_RATE)
        samples += block.samples
    start, size = fmean(starts), time_code.SAMPLE_RATE * WINDOW // 1000
    for hop in range(0, len(samples) // 2 - size, time_code.SAMPLE_RATE * HOP // 1000):
        heard = time_code.heard_time(samples[2 * hop : 2 * (hop + size)])
        if heard is not None:
            yield start + hop / time_code.SAMPLE_RATE + WINDOW / 2000, heard


def _at(points: Sequence[Point], moment: float) -> float | None:
    """The value at `moment` on the line through the points."""
    after = bisect_left(points, (moment, 0.0))
    if not 0 < after < len(points):
        return None
    (moment_1, value_1), (moment_2, value_2) = points[after - 1], points[after]
    return value_1 + (value_2 - value_1) * (moment - moment_1) / (moment_2 - moment_1)


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _wait(is_true: Callable[[], bool], limit: float = 5.0) -> None:
    deadline = time.monotonic() + limit
    while not is_true():
        if time.monotonic() > deadline:
            raise TimeoutError("the player did not get ready")
        _run(0.01)


def _play_with(libraries: Path) -> None:
    """Start again with the VLC that lies in a frozen app: the linker looks only then."""
    libraries = libraries.resolve(strict=True)
    wanted = {"LD_LIBRARY_PATH": str(libraries), "PYTHON_VLC_LIB_PATH": f"{libraries}/libvlc.so.5"}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        command = [sys.executable, "-m", "tests.benchmarks.sync", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | wanted)


def main(arguments: Sequence[str]) -> int:
    """Print the table; fails where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encodings", nargs="*", default=list(time_code.ENCODINGS))
    parser.add_argument("--packaged", type=Path, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    if chosen.packaged:
        _play_with(chosen.packaged / "_internal")
    application = QCoreApplication(sys.argv[:1])
    is_good = True
    for row in rows(chosen.encodings):
        is_met = row.value <= row.aim
        is_good = is_good and is_met
        print(
            f"{row.name:58} {row.value:6.0f} ms  aim {row.aim:4.0f}  {'' if is_met else 'MISSED'}"
        )
        sys.stdout.flush()
    del application
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
