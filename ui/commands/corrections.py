"""`earmark corrections ACTION FILE`: what was put right in a transcript, listed and exchanged."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader.correction import Correction, CorrectionScope
from reader.errors import ReaderError
from reader.exporting import save, writer_for, written
from reader.exporting.corrections import (
    as_html,
    as_text,
    corrections_in,
    simple_json,
    written_json,
)
from reader.exporting.files import write_whole
from reader.message import message, unreadable
from reader.regular_file import read_regular
from reader.transcript.model import Transcript
from ui.commands import output, reading

if TYPE_CHECKING:
    from reader.episode import Episode
    from reader.store.library import Library

EPILOG = """\
actions:
  list    print what was corrected, each place in its sentence; OTHER is a file to write it to,
          as a web page where it is called .html
  export  write the corrections as JSON to OTHER, or print them
  import  take the corrections in the JSON file OTHER into the library, for FILE; simple JSON
          ({"Zwickz": "swyx"}) holds in all of FILE, or with --show in all of its show
  apply   write the corrected transcript to OTHER; FILE stays as it is

Corrections of the whole show come along with export and hold for the show of FILE after import.
Importing twice does no harm; Edit > Undo in the window takes an import back.

examples:
  earmark corrections list talk.txt
  earmark corrections list talk.txt changes.html
  earmark corrections export talk.txt talk.corrections.json
  earmark corrections import talk.txt talk.corrections.json
  earmark corrections import --show talk.txt names.json
  earmark corrections apply talk.txt talk.corrected.vtt"""

_ACTIONS = ("list", "export", "import", "apply")
_LARGEST = 64_000_000  # bytes of JSON


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is done, with which transcript, and the other file."""
    parser.add_argument("action", choices=_ACTIONS, metavar="ACTION", help=", ".join(_ACTIONS))
    parser.add_argument("file", type=Path, metavar="FILE", help="a transcript of any format")
    parser.add_argument("other", type=Path, nargs="?", metavar="OTHER", help="see below")
    parser.add_argument("--force", action="store_true", help="write over OTHER if it is there")
    parser.add_argument(
        "--simple", action="store_true", help="export words and replacements alone, without places"
    )
    parser.add_argument(
        "--show", action="store_true", help="import simple JSON for all of the show of FILE"
    )
    parser.add_argument(
        "--by", default="", metavar="NAME", help="who made them, where export is to say so"
    )
    reading.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Do what the action says."""
    if options.action in ("import", "apply") and options.other is None:
        raise output.WrongUse(f"{options.action} needs another file, OTHER")
    if options.action != "import":
        _require_free(options)
    transcript = reading.transcript(options, options.file)
    return {"list": _list, "export": _export, "import": _import, "apply": _apply}[options.action](
        options, transcript
    )


def _list(options: argparse.Namespace, transcript: Transcript) -> int:
    from reader.notes.correcting import corrected_lines
    from reader.overlays.overlays import scripted

    found = _corrections(options, transcript)
    lines = corrected_lines(scripted(options.file, transcript), found)
    is_page = options.other is not None and options.other.suffix.lower() in (".html", ".htm")
    form = as_html if is_page else as_text
    _write(options, form(options.file.name, lines))
    if not found:
        output.report(f"Nothing was corrected in {options.file.name}.")
    waiting = _waiting(options, transcript, found)
    if waiting:
        output.report(f"{waiting} corrections wait for words that {options.file.name} has not.")
    return 0


def _export(options: argparse.Namespace, transcript: Transcript) -> int:
    found = _corrections(options, transcript)
    if options.simple:
        _write(options, simple_json(found))
        return 0
    _write(
        options,
        written_json(
            options.file.name, [each._replace(by=each.by or options.by) for each in found]
        ),
    )
    return 0


def _import(options: argparse.Namespace, transcript: Transcript) -> int:
    from reader.store.change_names import IMPORT_CORRECTIONS
    from ui.commands.corrected import opened_library, placed_in

    other: Path = options.other
    try:
        content = read_regular(other, _LARGEST)
    except OSError as error:
        raise ReaderError(unreadable(other.name, error)) from error
    with opened_library() as (library, annotations):
        episode = _episode(options, library)
        scope = CorrectionScope.SHOW if options.show else CorrectionScope.EPISODE
        given = tuple(corrections_in(content, other.name, episode.id, episode.show, scope))
        placed = placed_in(transcript, options.file, given)
        waiting = _waiting(options, transcript, placed)
        of_words = sum(each.scope is CorrectionScope.WORDS for each in placed)
        if of_words and waiting == of_words and not options.force:
            raise ReaderError(
                message(
                    "{file} is of another transcript: its words are not in {transcript}. "
                    "Nothing was taken in; --force takes it all the same.",
                    file=other.name,
                    transcript=options.file.name,
                )
            )
        annotations.take_corrections(placed, name=IMPORT_CORRECTIONS)
    waits = f", {waiting} of them wait for their words" if waiting else ""
    output.write(f"{other.name}: {len(placed)} corrections{waits}\n")
    return 0


def _episode(options: argparse.Namespace, library: Library) -> Episode:
    """The episode of the file, in the library from now on; with --show it must have a show."""
    file: Path = options.file.absolute()
    episode = library.known_episode(None, file)
    if options.show and not (episode and episode.show):
        raise ReaderError(message("The episode has no show yet: F2 in the window names it."))
    return episode or library.record_opened(None, file, file.stem)


def _apply(options: argparse.Namespace, transcript: Transcript) -> int:
    from reader.overlays.corrections import corrected

    made = corrected(transcript, _corrections(options, transcript))
    writer = writer_for(options.other)
    if writer is None:
        raise output.WrongUse(f"the name {options.other.name} has no known format")
    if str(options.other) == "-":
        output.write(written(made, writer))
    else:
        save(made, options.other, writer, may_replace=options.force)
    return 0


def _corrections(options: argparse.Namespace, transcript: Transcript) -> tuple[Correction, ...]:
    from ui.commands.corrected import corrections_of, placed_in

    return placed_in(transcript, options.file, corrections_of(options.file))


def _waiting(
    options: argparse.Namespace, transcript: Transcript, corrections: tuple[Correction, ...]
) -> int:
    from reader.notes.correcting import waiting
    from reader.overlays.overlays import scripted

    return len(waiting(corrections, scripted(options.file, transcript)))


def _require_free(options: argparse.Namespace) -> None:
    other = options.other
    if other is not None and str(other) != "-" and other.is_file() and not options.force:
        raise ReaderError(
            message("{file} exists already; --force writes over it.", file=other.name)
        )


def _write(options: argparse.Namespace, text: str) -> None:
    if options.other is None or str(options.other) == "-":
        output.write(text)
    else:
        write_whole(options.other, text.encode(), may_replace=options.force)
