"""The options of what plays, in the window and in the terminal."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What plays, and a record of what lit up when."""
    parser.add_argument(
        "--player",
        choices=("vlc", "qt", "silent"),
        help="what plays: VLC, Qt Multimedia, or nothing but the clock (default: the first found)",
    )
    parser.add_argument(
        "--sync-log",
        type=_writable,
        metavar="LOG",
        help="write a JSON line for each change of the current line and word",
    )


def _writable(text: str) -> Path:
    path = Path(text)
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise argparse.ArgumentTypeError(f"{text} can't be written: {reason}") from None
    return path
