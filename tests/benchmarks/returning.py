"""What a listener feels who comes back: the start of the whole app with an episode left midway.

Each start is a fresh process, beside that of a bare window with the same text in the same minute;
ratios of the two are what counts. The library knows the episode's place, the disk is warm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reader.library.script_reader import read_script
from reader.store.library import Library
from tests.benchmarks.parsing import _KINDS, _said, _stamp
from tests.benchmarks.startup import _BARE, Start, _start
from tests.benchmarks.table import ROOT, SAMPLE, Row, Skipped, fresh_home

RUNS, FEW = 9, 3
EPISODE = SAMPLE.with_suffix(".opus")
LENGTH = 163_000  # ms of it
KEYS = ("space", *["greater"] * 5)  # play, five steps faster: 1.25
LARGE = 200_000
_WATCHED = "from tests.benchmarks.watched_start import main; main()"


class _Seen(NamedTuple):
    """One start: seconds from before the process was made, and what `watched_start` reports."""

    at: dict[str, float]
    cpu: dict[str, float]
    jumped: float  # px
    block: float  # seconds
    is_playing: bool
    rate: float


def rows() -> Iterator[Row | Skipped]:
    """Each line of the table, for 2,000, 20,000 and 200,000 cues."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield from _first_starts(folder)
        yield from _later_starts(folder)
        yield from _keys(folder)
        yield from _large(folder)


def _first_starts(folder: Path) -> Iterator[Row]:
    for count, aim in ((2_000, 1.5), (20_000, 2.0)):
        with fresh_home() as home:
            text, file = _episode(folder, count)
            seen, bare = _pairs(home, text, file, RUNS, lambda: _forget(home))
        yield _ratio(f"first start, text at {count:,} cues", "text", seen, bare, aim)


def _later_starts(folder: Path) -> Iterator[Row]:
    for count, aims in ((2_000, (1.6, 3.0)), (20_000, (2.0, None))):
        with fresh_home() as home:
            text, file = _episode(folder, count)
            _leave_midway(home, file, count)
            seen, bare = _pairs(home, text, file, RUNS)
        yield from _later_start(f"{count:,} cues", seen, bare, *aims)


def _later_start(
    title: str, seen: list[_Seen], bare: list[Start], place: float, settled: float | None
) -> Iterator[Row]:
    yield _ratio(f"later start, text at the remembered place, {title}", "place", seen, bare, place)
    yield Row("  the page moves after the first paint by", max(s.jumped for s in seen), "px", 0)
    after = median(each.at["bar"] - each.at["text"] for each in seen)
    yield Row("  bar and menus after the text", 1000 * after, "ms", 350)
    yield _ratio("  whole window settled", "settled", seen, bare, settled)
    cpu = median(each.cpu["settled"] for each in seen) / median(each.cpu for each in bare)
    yield Row("    the same in CPU time", cpu, "x")
    block = 1000 * median(each.block for each in seen)
    yield Row("  longest block of the window after the text", block, "ms")


def _keys(folder: Path) -> Iterator[Row | Skipped]:
    """Pressed on the X server, as a hand does, in the first 0.3 s."""
    if shutil.which("xdotool") is None:
        yield Skipped("keys pressed in the first 0.3 s", "there is no xdotool here")
        return
    lost = 0
    for first in (0.0, 0.05, 0.1, 0.15, 0.2):
        with fresh_home() as home:
            _, file = _episode(folder, 2_000)
            _leave_midway(home, file, 2_000)
            seen = _watched(home, file, first)
        lost += (not seen.is_playing) + round((1.25 - seen.rate) / 0.05)
    yield Row("keys pressed in the first 0.3 s and lost, of 30", lost, "", 0)


def _large(folder: Path) -> Iterator[Row]:
    for kind in _KINDS:
        file = folder / "large" / kind.name
        file.parent.mkdir(exist_ok=True)
        file.write_text(kind.make(LARGE), encoding="utf-8")
        text = _text_of(file)
        title = f"{LARGE:,} cues, {kind.title}"
        with fresh_home() as home:
            seen, bare = _pairs(home, text, file, FEW, partial(_forget, home))
        yield from _large_start(f"{title}, opened for the first time", seen, bare)
        with fresh_home() as home:
            seen, bare = _pairs(home, text, file, FEW)
        yield from _large_start(f"{title}, opened again", seen, bare)


def _large_start(title: str, seen: list[_Seen], bare: list[Start]) -> Iterator[Row]:
    yield _ratio(f"{title}, text shown", "text", seen, bare, 8)
    yield Row("  the same in seconds", median(each.at["text"] for each in seen), "s", 1.2)
    yield Row("  the same in CPU time", median(each.cpu["text"] for each in seen), "s")
    block = 1000 * median(each.block for each in seen)
    yield Row("  longest block of the window after that", block, "ms", 50)


# Episodes


def _episode(folder: Path, count: int) -> tuple[Path, Path]:
    """A text for the bare window, and a transcript with the tour's recording beside it."""
    file = folder / str(count) / "talk.vtt"
    if not file.exists():
        file.parent.mkdir()
        file.write_text(_vtt(count), encoding="utf-8")
        shutil.copyfile(EPISODE, file.with_suffix(".opus"))
    return _text_of(file), file


def _vtt(count: int) -> str:
    step = LENGTH / count
    cues = (
        f"{_stamp(int(i * step))} --> {_stamp(int((i + 1) * step))}\n"
        f"<v {_voice(i)}>{_said(i)}</v>\n"
        for i in range(count)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _voice(cue: int) -> str:
    return ("Ann", "Ben")[cue // 9 % 2]


def _text_of(file: Path) -> Path:
    text = file.with_suffix(".reading")
    if not text.exists():
        text.write_text(read_script(file).reading.text, encoding="utf-8")
    return text


def _leave_midway(home: dict[str, str], file: Path, count: int) -> None:
    """As if it had been read to three fifths in an earlier sitting."""
    reading = read_script(file).reading
    cue = 3 * count // 5
    library = Library(Path(home["XDG_DATA_HOME"]) / "earmark" / "earmark.db")
    episode = library.record_opened(file.with_suffix(".opus"), file, "talk")
    start, _ = reading.ranges(cue)[0]
    library.remember_place(episode.id, cue * LENGTH // count, LENGTH, 1.0, start)
    library.close()


def _forget(home: dict[str, str]) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        shutil.rmtree(home[f"XDG_{name}_HOME"], ignore_errors=True)


# Starts


def _pairs(
    home: dict[str, str],
    text: Path,
    file: Path,
    runs: int,
    before: Callable[[], object] = lambda: None,
) -> tuple[list[_Seen], list[Start]]:
    """One after the other, so that a busy moment of the machine meets both."""
    _watched(home, file), _start(_BARE, text)  # warms disk and byte code
    seen, bare = [], []
    for _ in range(runs):
        before()
        bare.append(_start(_BARE, text))
        seen.append(_watched(home, file))
    return seen, bare


def _watched(home: dict[str, str], file: Path, keys_after: float | None = None) -> _Seen:
    began = time.monotonic()
    command = [sys.executable, "-c", _WATCHED, str(file)]
    with subprocess.Popen(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()  # the text is there
        if keys_after is not None:
            time.sleep(keys_after)
            subprocess.run(["xdotool", "key", "--delay", "15", *KEYS], check=True)
        found = json.loads(child.stdout.readline())
    at = {name: moment - began for name, moment in found.pop("moments").items()}
    return _Seen(at, **found)


def _ratio(name: str, moment: str, seen: list[_Seen], bare: list[Start], aim: float | None) -> Row:
    ours = median(each.at[moment] for each in seen)
    return Row(f"{name} / bare window", ours / median(each.wall for each in bare), "x", aim)


if __name__ == "__main__":
    with TemporaryDirectory() as place, fresh_home() as homes:
        _, talk = _episode(Path(place), 2_000)
        _leave_midway(homes, talk, 2_000)
        print(_watched(homes, talk), _start(_BARE, _text_of(talk)))
