"""What a command says: data to standard output, faults to standard error in one line."""

from __future__ import annotations

import contextlib
import io
import os
import sys

_PIECE = 1 << 13  # characters; an unbuffered pipe takes 64 kB at once and drops the rest in silence


def write(text: str) -> None:
    """Data for whatever reads it, in UTF-8 on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for start in range(0, len(text), _PIECE):
        sys.stdout.write(text[start : start + _PIECE])
    sys.stdout.flush()


def tell(message: str) -> None:
    """A line for the person at the terminal."""
    line = " ".join(message.split())
    print(f"earmark: {line}".encode("utf-8", "replace").decode(), file=sys.stderr)


def close() -> None:
    """Say nothing more: nobody reads on, and Python would complain when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class WrongUse(Exception):  # noqa: N818 - the command line is at fault, nothing else
    """A command line that makes no sense as a whole; its text says why."""
