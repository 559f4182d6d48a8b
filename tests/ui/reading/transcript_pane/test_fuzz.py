"""The pane under random treatment, in a process of its own: a crash must not end the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[4]
_LIVES = 3
_LAST_LINES = 60


@pytest.mark.parametrize("seed", [20, 30])
def test_random_treatment_neither_fails_nor_crashes(seed: int) -> None:
    # The command that repeats it stands in the assertion's message.
    command = [sys.executable, "-m", "tests.benchmarks.fuzz_pane", str(seed)]
    done = subprocess.run(
        [*command, "--lives", str(_LIVES)],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    lines = done.stdout.splitlines()
    life = next((line for line in reversed(lines) if line.startswith("life ")), "no life")
    story = "\n".join(lines[-_LAST_LINES:])
    assert done.returncode == 0, (
        f"Exit code {done.returncode} in {life}.\nThe last of {' '.join(command)}:\n{story}"
    )
    assert lines[-1].endswith("no failure")
    assert int(lines[-1].split()[0]) > 100, "hardly anything was tried"
