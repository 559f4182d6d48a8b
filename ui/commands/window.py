"""`earmark [FILE...]`: opens the window."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from ui.commands import output, playing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The halves of an episode, and how it plays."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a transcript, a recording or both; the one finds the other beside it",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try it with FILE or the sample, tell how each step went, and exit",
    )
    playing.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    gc.disable()  # what is made at the start stays; `run_window` collects on the GUI thread
    if options.self_test:
        from ui.self_test import run as run_self_test  # noqa: PLC0415 - loads Qt

        return run_self_test(options.files, player=options.player)
    from ui.app import run as run_window  # noqa: PLC0415 - loads Qt

    return run_window(options.files, player=options.player, sync_log=options.sync_log)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            found = version("earmark")
        except PackageNotFoundError:
            found = "from source"
        output.write(f"earmark {found}\n")
        parser.exit()
