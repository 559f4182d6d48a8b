"""`earmark import FILE...`: notes that were written as JSON, taken in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands import output

if TYPE_CHECKING:
    from reader.notes.note_import import Imported

EPILOG = """\
A note is known by its id, so importing a file again does no harm. Of two versions of a note the
newer stays; one that you deleted comes back. Edit > Undo takes an import back, a thousand notes
at a time. Notes of an episode that was never opened here wait for it; it is known by the content
of its files.

examples:
  earmark notes --format json --output notes.json     on one computer
  earmark import notes.json                           on the other"""

_MOST = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="what earmark notes --format json wrote"
    )


def run(options: argparse.Namespace) -> int:
    """Report what came, a line a file; returns 1 where something could not be understood."""
    from reader.notes.note_import import import_notes
    from reader.store.annotations import Annotations
    from reader.store.library import Library
    from reader.store.library_file import own_library

    file = own_library()
    annotations, library = Annotations(file), Library(file)
    has_faults = False
    try:
        for path in options.files:
            imported = import_notes(path, annotations, library)
            output.write(f"{path.name}: {_said(imported)}\n")
            _report_faults(imported.faults)
            has_faults = has_faults or bool(imported.faults)
    finally:
        file.close()
    return int(has_faults)


def _said(imported: Imported) -> str:
    counts = (
        (imported.added, "added"),
        (imported.renewed, "renewed"),
        (imported.known, "known already"),
        (imported.episodes, "new episodes"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "no notes"


def _report_faults(faults: tuple[str, ...]) -> None:
    for fault in faults[:_MOST]:
        output.report(fault)
    if len(faults) > _MOST:
        output.report(f"and {len(faults) - _MOST} more")
