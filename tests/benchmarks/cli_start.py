"""What a start of `earmark` costs in processor time, beside a start of Python itself."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.table import ROOT, Row, Skipped, fresh_home

_SAMPLES = ROOT / "tests" / "data" / "transcripts"
_SCRIPT = Path(sys.executable).with_name("earmark")
_ROUNDS = 20
_AIM = 3.0


def rows() -> Iterator[Row | Skipped]:
    """A row for each kind of start."""
    if not _SCRIPT.exists():
        yield Skipped("start of earmark info", "no console script: pip install -e .")
        return
    seconds = _least_seconds(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "earmark --help": [str(_SCRIPT), "--help"],
            "earmark info --help": [str(_SCRIPT), "info", "--help"],
            "earmark info, whisper.cpp text": [str(_SCRIPT), "info", str(_SAMPLES / "talk.txt")],
            "earmark info, SubRip": [str(_SCRIPT), "info", str(_SAMPLES / "talk.srt")],
            "earmark info, WebVTT": [str(_SCRIPT), "info", str(_SAMPLES / "talk.vtt")],
        }
    )
    python = seconds.pop("python -c pass")
    yield Row("python -c pass", python * 1000, "ms")
    for name, took in seconds.items():
        yield Row(f"start of {name}, {took * 1000:.0f} ms", took / python, "x pass", _AIM)


def _least_seconds(lines: dict[str, list[str]]) -> dict[str, float]:
    """The least of many rounds, in turns, so that a busy moment burdens all alike."""
    least = dict.fromkeys(lines, float("inf"))
    with fresh_home() as environment:
        for _ in range(_ROUNDS):
            for name, line in lines.items():
                least[name] = min(least[name], _seconds(line, environment))
    return least


def _seconds(line: list[str], environment: dict[str, str]) -> float:
    """The processor's time, which the machine's other work disturbs less than the clock's."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(line, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
