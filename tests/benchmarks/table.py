"""The rows of the table that `make bench` prints, and the fresh processes they come from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "earmark-tour.vtt"
REAL_EPISODE = ROOT.parent / "shared" / "data" / "episode"


class Row(NamedTuple):
    """One measured value beside the greatest that is aimed at; None for what is only shown."""

    name: str
    value: float
    unit: str
    aim: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the aim, if there is one, was reached."""
        return self.aim is None or self.value <= self.aim


class Skipped(NamedTuple):
    """What could not be measured here, and why."""

    name: str
    reason: str


@contextmanager
def fresh_home() -> Iterator[dict[str, str]]:
    """An environment whose settings and library are empty and whose byte code is its own.

    Byte code is written, as on any other machine than one that forbids it.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        homes = {
            f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        byte_code = {"PYTHONPYCACHEPREFIX": f"{tempfile.gettempdir()}/earmark-benchmark-bytecode"}
        yield {**kept, **homes, **byte_code, "PYTHONPATH": str(ROOT)}


def in_fresh_process(module: str, *arguments: object, is_on_screen: bool = False) -> Any:
    """What `python -m MODULE ARGUMENTS` prints as JSON."""
    with fresh_home() as environment:
        if not is_on_screen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, "-m", module, *map(str, arguments)]
        return json.loads(output_of(command, environment))


def output_of(command: Sequence[str], environment: dict[str, str]) -> str:
    """The last line of what a command prints; raises RuntimeError with its errors if it fails."""
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{' '.join(command[-3:])} failed:\n{done.stderr[-2000:]}")
    return done.stdout.splitlines()[-1]
