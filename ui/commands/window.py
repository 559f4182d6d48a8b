"""`earmark [FILE...]`: opens the window."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from ui.commands import output, playing, pyside

if TYPE_CHECKING:
    from reader.library.first_look import HeadStart

_HEAD_START = 0.05  # s for which reading a file has the machine to itself


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The halves of an episode, and how it plays."""
    parser.add_argument(
        "files",
        nargs="*",
        type=_file_or_link,
        metavar="FILE",
        help="a transcript, a recording or both; the one finds the other beside it",
    )
    parser.add_argument(
        "--new-window",
        action="store_true",
        help="open a window of its own, though Earmark is running (--player and --sync-log do too)",
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        default=argparse.SUPPRESS,
        help="print the version and exit",
    )
    parser.add_argument("--sample", action="store_true", help="open the tour of Earmark")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try it with FILE or the sample, report how each step went, and exit",
    )
    playing.add_arguments(parser)


def options_of(files: Sequence[str]) -> argparse.Namespace:
    """What the parser makes of files alone, and takes 4 ms for."""
    return argparse.Namespace(
        files=[_file_or_link(each) for each in files],
        new_window=False,
        sample=False,
        self_test=False,
        player=None,
        sync_log=None,
        run=run,
    )


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    gc.disable()  # what is made at the start stays; `run_window` collects on the GUI thread
    if options.self_test:
        from ui.commands.self_test import run as run_self_test

        return run_self_test(options.files, player=options.player)
    if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
        # Until there is a window. As an exception, Ctrl+C can get lost while PySide is loaded.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    files = [paths.sample_episode()] if options.sample else options.files
    library = paths.library()
    head_start = _head_start(files, library)
    from ui.desktop.single_instance import SingleInstance

    is_own = options.new_window or options.player or options.sync_log
    instance = None if is_own else SingleInstance(library)
    if instance is not None and not instance.is_first([_absolute(each) for each in files]):
        return 0
    if not has_display():
        output.report("There is no display to open a window on; earmark play FILE needs none.")
        return 1
    from ui.start import run as run_window

    return run_window(
        files,
        player=options.player,
        sync_log=options.sync_log,
        instance=instance,
        head_start=head_start,
    )


def _head_start(files: Sequence[Path | str], library: Path) -> HeadStart:
    from reader.library.first_look import HeadStart
    from reader.library.script_cache import ScriptCache

    given = [each for each in files if isinstance(each, Path)]
    head_start = HeadStart(given, library, ScriptCache(paths.read_texts()))
    head_start.wait(_HEAD_START)
    pyside.load()
    return head_start


def has_display() -> bool:
    """Whether a window can be seen: on Linux, Qt aborts without a server to connect to."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    is_named = any(os.environ.get(name, "") not in {"", "xcb", "wayland"} for name in names)
    return is_named or sys.platform != "linux"


def _file_or_link(name: str) -> Path | str:
    """A path would lose one of the slashes of `earmark://`; menus pass files as `file://`."""
    if name.lower().startswith("file:"):
        from reader.foreign_names import path_of

        return path_of(name)
    return name if name.startswith("earmark:") else Path(name)


def _absolute(name: Path | str) -> str:
    return name if isinstance(name, str) else str(name.absolute())


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("earmark")
        except PackageNotFoundError:
            found = "from source"
        output.write(f"earmark {found}\n")
        parser.exit()
