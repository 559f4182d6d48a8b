"""What a command says: data to standard output, faults to standard error in one line."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys

from reader.foreign_names import shown

# All but line feed and tab; in UTF-8 a terminal acts on those above 0x80 as on Esc and a letter.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PIECE = 1 << 13  # characters; an unbuffered pipe takes 64 kB at once and drops the rest in silence


def write(text: str) -> None:
    """Data for whatever reads it, in UTF-8 on every system; a terminal gets it as `harmless`."""
    if sys.stdout.isatty():
        text = harmless(text)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for start in range(0, len(text), _PIECE):
        sys.stdout.write(text[start : start + _PIECE])
    sys.stdout.flush()


def harmless(text: str) -> str:
    """`text` without what a terminal would act on: it comes from files of others."""
    return _CONTROLS.sub(lambda found: "" if found[0] == "\r" else "\ufffd", text)


def report(message: str) -> None:
    """A line for the person at the terminal."""
    line = harmless(" ".join(message.split()))
    print(f"earmark: {shown(line)}", file=sys.stderr)


def close() -> None:
    """Say nothing more: nobody reads on, and Python would complain when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class WrongUse(Exception):  # noqa: N818 - the command line is at fault, nothing else
    """A command line that makes no sense as a whole; its text says why."""
