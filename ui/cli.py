"""The command line: `earmark [FILE...]` opens the window, `earmark play FILE` the terminal.

Qt is imported only once it is known what for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

EXIT_CODES = "exit codes: 0 all went well, 1 it could not be done, 2 the command line is wrong"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["play"]:
        return _play(_play_parser().parse_args(given[1:]))
    return _open(_window_parser().parse_args(given))


def _open(options: argparse.Namespace) -> int:
    from ui.app import run  # noqa: PLC0415

    return run(options.files, player=options.player, sync_log=options.sync_log)


def _play(options: argparse.Namespace) -> int:
    from ui.terminal import run  # noqa: PLC0415

    return run(options.files, player=options.player, sync_log=options.sync_log)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="earmark",
        description="Listen and read at once: opens a transcript with its recording.",
        epilog=f"earmark play FILE follows along in the terminal (see earmark play --help).\n"
        f"{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a transcript, a recording or both; the one finds the other beside it",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    _add_playing(parser)
    return parser


def _play_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="earmark play",
        description="Follow along in the terminal: each line is printed as it is spoken.",
        epilog="keys: Space plays and pauses, ← and → skip, ↑ and ↓ go line by line,\n"
        f"< and > change the speed, q quits\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a transcript, a recording or both"
    )
    _add_playing(parser)
    return parser


def _add_playing(parser: argparse.ArgumentParser) -> None:
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


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415

        parser.exit(message=f"earmark {version('earmark')}\n")


if __name__ == "__main__":
    sys.exit(main())
