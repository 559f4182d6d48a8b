"""`earmark play FILE`: follows along in the terminal."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commands import playing, recording_times

EPILOG = """\
keys: Space plays and pauses, ← and → skip, ↑ and ↓ go line by line,
< and > change the speed, q quits

examples:
  earmark play talk.mp3
  earmark play talk.vtt elsewhere.mp3 --player silent"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The halves of an episode, and how it plays."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a transcript, a recording or both"
    )
    playing.add_arguments(parser)
    recording_times.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Play until the end, or until q is pressed."""
    from ui.commands.terminal import run as run_terminal

    return run_terminal(
        options.files,
        player=options.player,
        sync_log=options.sync_log,
        has_file_times=options.file_times,
    )
