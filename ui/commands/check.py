"""`earmark check [LIBRARY]`: whether the library is sound."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from reader.errors import StoreError
from ui.commands import output

EPILOG = """\
examples:
  earmark check                    the library of this computer's Earmark
  earmark check ~/copies/notes.db  a backup
  earmark check --salvage new.db   copy what can be read of a damaged library

It looks at the file, at notes that lost what they belong to, and at the search; it changes
nothing. Where something is wrong it exits with 1; then File > Advanced > Library > Restore From
Backup helps, or --salvage, which copies all that can still be read into a new file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file, and how it is reported."""
    parser.add_argument(
        "library", type=Path, nargs="?", metavar="LIBRARY", help="another library, or a backup"
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--salvage", type=Path, metavar="FILE", help="copy all that can be read into a new FILE"
    )
    group.add_argument("--json", action="store_true", help="print it as JSON")


def run(options: argparse.Namespace) -> int:
    """Print a line for each fact, the file first."""
    from reader.store.check import check
    from reader.store.library_file import LibraryFile, own_library

    file = LibraryFile(options.library) if options.library else own_library()
    path = options.library or file.path
    report = check(path, must_exist=file.must_exist)
    if options.json:
        fields = {"library": str(path), "is_sound": report.is_sound, "lines": report.lines}
        output.write(json.dumps(fields, ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("\n".join(report.lines) + "\n")
    if options.salvage:
        return _salvage(path, options.salvage)
    return 0 if report.is_sound else 1


def _salvage(path: Path, target: Path) -> int:
    """Copy what can be read; 0 if that was done, whatever the check found."""
    from reader.store.recovery import salvage_to

    try:
        found = salvage_to(path, target)
    except StoreError as error:
        output.report(error.message)
        return 1
    output.write(f"Copied to {target}: episodes: {found.episodes}, notes: {found.notes}.\n")
    return 0
