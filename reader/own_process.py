"""Earmark in another process: for what would hold this one's lock, or might never end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HOME = str(Path(__file__).resolve().parents[1])


def started(module: str, option: str, *, is_low: bool = False) -> subprocess.Popen[bytes]:
    """A process that runs `main` of a module, asked through its input and heard at its output.

    `option` makes the frozen program such a process: it has no `python -m`. `is_low` is for work
    that waits for all else; only Windows sets that from outside.
    """
    priority = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if is_low else 0
    return subprocess.Popen(
        _command(module, option),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) | priority,
    )


def _command(module: str, option: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, option]
    start = f"import sys; sys.path.append({_HOME!r}); from {module} import main; sys.exit(main())"
    return [sys.executable, "-P", "-c", start]
