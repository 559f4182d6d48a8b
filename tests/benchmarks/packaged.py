"""The frozen app beside the one from source: its start, its memory, and what is to be downloaded.

`make package` builds it. The start runs from before the process is made to the self-test's first
line: the window is painted and the sample open. Both report it alike.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.table import ROOT, SAMPLE, Row, Skipped, fresh_home

RUNS = 15
_FROZEN = ROOT / "build/dist/earmark-portable/earmark"
_SOURCE = (sys.executable, "-m", "ui")
_SETTLED = 6.0  # s after which nothing is loaded any more
_DOWNLOADS = {"earmark_*.deb": 40.0, "earmark-clips_*.deb": None, "earmark-*.tar.xz": 120.0}


def rows() -> Iterator[Row | Skipped]:
    """What can be measured of what was built."""
    if _FROZEN.exists():
        yield from _starts()
        yield Row("memory (RSS), frozen", _memory((str(_FROZEN),)), "MB")
        yield Row("  from source", _memory(_SOURCE), "MB")
    else:
        yield Skipped("start of the frozen app", "nothing is built: make package")
    for pattern, aim in _DOWNLOADS.items():
        for file in sorted((ROOT / "dist").glob(pattern)):
            yield Row(f"size of {file.name}", file.stat().st_size / 1e6, "MB", aim)


def _starts() -> Iterator[Row]:
    _start((str(_FROZEN),)), _start(_SOURCE)  # warms disk and byte code
    # One after the other, so that a busy moment of the machine meets both.
    pairs = [(_start((str(_FROZEN),)), _start(_SOURCE)) for _ in range(RUNS)]
    frozen, source = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    yield Row("start of the frozen app / from source", frozen / source, "x", 1.05)
    yield Row("  frozen", frozen * 1000, "ms")
    yield Row("  from source", source * 1000, "ms")


def _start(app: Sequence[str]) -> float:
    """Seconds until the window of the self-test is painted."""
    with fresh_home() as environment:
        began = time.monotonic()
        with subprocess.Popen(
            [*app, "--self-test", str(SAMPLE)],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            line = process.stdout.readline() if process.stdout else ""
            took = time.monotonic() - began
            process.kill()
    if not line.startswith("ok    window"):
        raise RuntimeError(f"{app[0]} --self-test said: {line}")
    return took


def _memory(app: Sequence[str]) -> float:
    """MB resident with the sample open, all that is shared with others included."""
    with fresh_home() as environment:
        options = ["--new-window", "--player", "silent", str(SAMPLE)]
        with subprocess.Popen([*app, *options], env=environment, cwd=ROOT) as process:
            time.sleep(_SETTLED)
            rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="utf-8")
            process.kill()
    found = re.search(r"^Rss: +(\d+) kB", rollup, re.M)
    return int(found[1]) / 1000 if found else 0.0
