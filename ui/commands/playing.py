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
    """Made here, empty, so that a mistake is reported before a window opens."""
    path = Path(text)
    try:
        path.open("x", encoding="utf-8").close()
    except FileExistsError:
        if path.is_file() and path.stat().st_size:
            raise argparse.ArgumentTypeError(f"{text} exists already") from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise argparse.ArgumentTypeError(f"{text} can't be written: {reason}") from None
    return path
