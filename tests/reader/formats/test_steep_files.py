"""Small files that once took minutes are read within seconds of CPU, else their process ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timer that ends a process"
)

ROOT = Path(__file__).parents[3]
SECONDS = 10.0  # of CPU; each took minutes, and takes less than one
READ = """
import signal, sys
from reader import formats
from reader.errors import TranscriptError
signal.setitimer(signal.ITIMER_VIRTUAL, float(sys.argv[1]))
try:
    formats.read(sys.stdin.buffer.read(), sys.argv[2])
except TranscriptError as error:
    print(error)
"""


class Steep(NamedTuple):
    """A file by its name and content."""

    name: str
    text: str


FILES = (
    Steep("layout.srt", f"1\n00:00:01,000 --> 00:00:02,000 {'a:' * 60} -\nhello\n"),
    Steep("blanks.csv", f"start,end,te{' ' * 60_000}xt\n0,1,a\n"),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_is_read_at_once(file: Steep) -> None:
    command = [sys.executable, "-c", READ, str(SECONDS), file.name]
    done = subprocess.run(
        command, input=file.text.encode(), cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
