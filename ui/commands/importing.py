"""`earmark import FILE...`: notes that were written as JSON, or another library, taken in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands import output

if TYPE_CHECKING:
    from reader.episode import Episode
    from reader.notes.note_import import Imported
    from reader.store.annotations import Annotations
    from reader.store.library import Library

EPILOG = """\
A note is known by its id, so importing a file again does no harm. Of two versions of a note the
newer stays; one that you deleted comes back. All of a file comes or nothing, and Edit > Undo takes
it back. Notes of an episode that was never opened here wait for it; it is known by the content of
its files. Of another library, such as the copy that a sync tool makes of a conflict, all comes that
is missing here, corrections and voices too. Annotations that other programs made name no such
files: with --to they are of an episode here, and their quotes find their words when it is opened.

examples:
  earmark notes --format json --output notes.json     on one computer
  earmark import notes.json                           on the other
  earmark import notes.json --to talk.vtt             of whatever they were, now of this one
  earmark import earmark.sync-conflict-20261201.db    what two computers wrote at one time"""

_MOST = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="what earmark notes --format json wrote, Web Annotations, or another library",
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="EPISODE",
        help="a transcript or recording that notes of no known file belong to",
    )


def run(options: argparse.Namespace) -> int:
    """Report what came, a line a file; returns 1 where something could not be understood."""
    from reader.store.annotations import Annotations
    from reader.store.library import Library
    from reader.store.library_file import own_library

    file = own_library()
    annotations, library = Annotations(file), Library(file)
    try:
        episode = _episode(options.to, library) if options.to else None
        were_understood = [_take_in(each, episode, annotations, library) for each in options.files]
    finally:
        file.close()
    return int(not all(were_understood))


def _take_in(
    path: Path, episode: Episode | None, annotations: Annotations, library: Library
) -> bool:
    """Report what came with a file; whether all of it was understood. Raises ReaderError."""
    from reader.notes.note_import import is_library, join_library, join_to, notes_of, take_in

    if is_library(path):
        output.write(f"{path.name}: {_said(join_library(path, annotations))}\n")
        return True
    given = notes_of(path)
    imported = take_in(given, annotations, library)
    said = _said(imported)
    if episode is not None:
        joined = join_to(given, episode, annotations, library)
        said += f", {joined} joined to “{episode.title}”"
    output.write(f"{path.name}: {said}\n")
    _report_faults(imported.faults)
    return not imported.faults


def _episode(path: Path, library: Library) -> Episode:
    """The episode of a file, in the library from now on. Raises ReaderError."""
    from reader.library.file_pair import partner_of, sorted_out

    pair = sorted_out([path.absolute()])
    pair = pair.with_partner(partner_of(pair, library.chosen_partner(path.absolute())).path)
    return library.known_episode(*pair) or library.record_opened(*pair, pair.title)


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
