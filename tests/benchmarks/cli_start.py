"""What a start of `earmark` costs, in starts of Python itself, by the console script."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_SAMPLES = Path(__file__).parents[1] / "data" / "transcripts"
_SCRIPT = Path(sys.executable).with_name("earmark")
_ROUNDS = 20
_AIM = 3


def rows() -> Iterator[tuple[str, str, str]]:
    """Name, value and aim of each measurement."""
    if not _SCRIPT.exists():
        yield "start of earmark info", "no console script", "pip install -e ."
        return
    lines = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "earmark info --help": [str(_SCRIPT), "info", "--help"],
        "earmark info, whisper.cpp text": [str(_SCRIPT), "info", str(_SAMPLES / "talk.txt")],
        "earmark info, SubRip": [str(_SCRIPT), "info", str(_SAMPLES / "talk.srt")],
        "earmark info, WebVTT": [str(_SCRIPT), "info", str(_SAMPLES / "talk.vtt")],
        "earmark --help": [str(_SCRIPT), "--help"],
    }
    seconds = _least_seconds(lines)
    python = seconds.pop("python -c pass")
    yield "python -c pass", f"{python * 1000:.1f} ms", ""
    for name, took in seconds.items():
        aim = f"<= {_AIM} x" if "info" in name else ""
        yield f"start of {name} ({took * 1000:.1f} ms)", f"{took / python:.2f} x", aim


def _least_seconds(lines: dict[str, list[str]]) -> dict[str, float]:
    """The quickest of many rounds, in turns, so that a busy moment slows all alike."""
    least = dict.fromkeys(lines, float("inf"))
    for _ in range(_ROUNDS):
        for name, line in lines.items():
            least[name] = min(least[name], _seconds(line))
    return least


def _seconds(line: list[str]) -> float:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    subprocess.run(line, stdout=subprocess.DEVNULL, check=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value, aim in rows():
        print(f"{name:60} {value:>12}   {aim}")
