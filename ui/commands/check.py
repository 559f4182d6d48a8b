"""`earmark check [LIBRARY]`: whether the library is sound."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from reader import paths
from ui.commands import output

EPILOG = """\
examples:
  earmark check                    the library of this computer's Earmark
  earmark check ~/copies/notes.db  a backup

It looks at the file, at notes that lost what they belong to, and at the search; it changes
nothing. Where something is wrong it exits with 1; File > Library > Restore From Backup helps."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file, and how it is told."""
    parser.add_argument(
        "library", type=Path, nargs="?", metavar="LIBRARY", help="another library, or a backup"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(options: argparse.Namespace) -> int:
    """Print a line for each fact, the file first."""
    from reader.store.check import check

    path = options.library or paths.library()
    report = check(path)
    if options.json:
        told = {"library": str(path), "is_sound": report.is_sound, "lines": report.lines}
        output.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("\n".join(report.lines) + "\n")
    return 0 if report.is_sound else 1
