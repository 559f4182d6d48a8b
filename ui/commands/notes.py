"""`earmark notes [EPISODE...]`: what was kept, in any format."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ReaderError
from reader.message import message, system_reason
from reader.recording.clip_format import CLIP_FORMATS
from ui.commands import note_clips, output

if TYPE_CHECKING:
    from reader.episode import Episode
    from reader.notes.exporting import NoteFormat
    from reader.notes.exporting.choosing import NoteChoice
    from reader.notes.exporting.note import Export, ExportedNote, NoteOptions
    from reader.store.annotations import Annotations
    from reader.store.library import Library

_OF_THE_SOUND = ("json", "html", "anki")  # forms that say or play when a passage is heard

EPILOG = """\
An EPISODE is one of its files, or words of its title; without any, all are meant. --tag, --colour
and --kind can be given several times: one of them has to fit.

formats:
  md, obsidian, logseq     Markdown, as these like it
  apa, chicago             Markdown with citations
  template:FILE            Markdown as your own template sets it (Jinja); those in
                           {folder} are also known by their names
  csv, excel               all fields as a table; Excel reads its letters right by a mark.
                           A cell that opens as a formula (= + - @) gets a ' in front
  readwise                 the columns that Readwise imports, cells as they are
  json                     W3C Web Annotation: everything; earmark import reads it back
  vtt, audacity            the passages alone, of one episode
  html                     a page for the browser, which plays the passages
  anki                     a deck an episode, with the sound of the passages

examples:
  earmark notes --since yesterday
  earmark notes talk.mp3 --format obsidian --output ~/vault/talk.md
  earmark notes --tag birds --colour Idea --context 1
  earmark notes --format vtt --output ~/passages      a file an episode, in a folder
  earmark notes --since 7d --clips ~/clips --audio mp3
  earmark notes --format json > notes.json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which notes, in which form, and where to."""
    parser.epilog = (parser.epilog or "").replace("{folder}", str(_template_folder()))
    parser.add_argument("episodes", nargs="*", metavar="EPISODE", help="a file or words of a title")
    which = parser.add_argument_group("which notes")
    which.add_argument(
        "--since", metavar="WHEN", help="made since today, yesterday, 7d, 12h, 2w or 2026-11-20"
    )
    which.add_argument("--tag", action="append", default=[], metavar="TAG", help="with this tag")
    which.add_argument(
        "--colour", action="append", default=[], metavar="COLOUR", help="its number or name"
    )
    which.add_argument(
        "--kind", action="append", choices=("bookmark", "highlight", "note"), help="of this kind"
    )
    which.add_argument("--words", default="", metavar="WORDS", help="with all of these words")
    form = parser.add_argument_group("in which form")
    form.add_argument(
        "--format", default="md", metavar="FORMAT", help="one of the formats below (default: md)"
    )
    form.add_argument(
        "--context", type=int, default=0, metavar="N", help="with N sentences before and after"
    )
    for what in ("times", "voice", "links"):
        form.add_argument(f"--no-{what}", action="store_true", help=f"without {what}")
    form.add_argument(
        "--output", type=Path, metavar="PATH", help="a file, or a folder for a file an episode"
    )
    form.add_argument(
        "--clips", type=Path, metavar="FOLDER", help="cut them as audio clips into FOLDER instead"
    )
    form.add_argument(
        "--audio",
        choices=[row.name for row in CLIP_FORMATS],
        default=CLIP_FORMATS[0].name,
        help="what clips are written as (default: m4a)",
    )
    form.add_argument(
        "--file-times",
        action="store_true",
        help="times as the transcript's file has them, not the recording's; without links",
    )
    form.add_argument("--force", action="store_true", help="write over what is there")


def run(options: argparse.Namespace) -> int:
    """Print or write the notes, or report that there are none."""
    chosen = _format(options.format)
    if options.file_times and (options.clips is not None or chosen.name in _OF_THE_SOUND):
        what = "clips" if options.clips is not None else chosen.name
        raise output.WrongUse(f"{what} needs the times of the recording: leave out --file-times")
    export = _gathered(options)
    if not export.notes:
        output.report("no notes fit" if _is_narrowed(options) else "nothing is kept yet")
    elif options.clips is not None:
        note_clips.save(export.notes, options.clips, options.audio)
    elif options.output is None:
        _print(export, chosen)
    else:
        _save(export, chosen, options)
    return 0


def format_names() -> tuple[str, ...]:
    """What `--format` takes, without the prefix of a template that lies elsewhere."""
    from reader.notes.exporting import NOTE_FORMATS

    return (*(row.name for row in NOTE_FORMATS), *_own_templates())


def _format(name: str) -> NoteFormat:
    from reader.notes.exporting import format_named, templated

    try:
        return format_named(name)
    except KeyError:
        own = _own_templates()
    if name in own:
        return templated(own[name])
    raise output.WrongUse(f"there is no format {name}; there are {', '.join(format_names())}")


def _template_folder() -> Path:
    return paths.config_folder() / "templates"


def _own_templates() -> dict[str, Path]:
    return {path.stem: path for path in sorted(_template_folder().glob("*.md"))}


def _gathered(options: argparse.Namespace) -> Export:
    from reader.notes.exporting.clipping import clip
    from reader.notes.exporting.gathering import gathered
    from reader.notes.exporting.note import Export
    from reader.store.annotations import Annotations
    from reader.store.faults import damage_seen
    from reader.store.library import Library
    from reader.store.library_file import own_library

    asked = _options(options)
    file = own_library()
    if not file.must_exist and not file.path.exists() and not damage_seen(file.path):
        return Export((), asked)
    annotations, library = Annotations(file), Library(file)
    try:
        choice = _choice(options, annotations, library)
        files = [path for path in map(Path, options.episodes) if path.is_file()]
        found = gathered(annotations, library, choice, files=files, has_context=asked.context > 0)
    finally:
        file.close()
    if options.file_times:
        found = found._replace(notes=tuple(map(_by_file, found.notes)))
    if not asked.context:
        return Export(found.notes, asked, clip=clip)
    from reader.notes.exporting.context import with_context

    return Export(with_context(found, asked.context), asked, clip=clip)


def _options(options: argparse.Namespace) -> NoteOptions:
    from reader.notes.exporting.note import NoteOptions

    if not 0 <= options.context <= 50:
        raise output.WrongUse("--context takes 0 to 50 sentences")
    has_links = not (options.no_links or options.file_times)
    return NoteOptions(options.context, not options.no_times, not options.no_voice, has_links)


def _by_file(note: ExportedNote) -> ExportedNote:
    """With the times of its transcript's file; what has none there keeps those of the sound."""
    selector = note.annotation.selector
    selector = selector._replace(time=selector.transcript_time or selector.time)
    return replace(note, annotation=replace(note.annotation, selector=selector))


def _choice(options: argparse.Namespace, annotations: Annotations, library: Library) -> NoteChoice:
    from reader.notes.exporting.choosing import NoteChoice, since_in

    named = [each.id for name in options.episodes for each in _episodes(library, name)]
    now = datetime.now().astimezone()
    return NoteChoice(
        episodes=frozenset(named) if options.episodes else None,
        since=since_in(options.since, now) if options.since else None,
        tags=frozenset(tag.lstrip("#").casefold() for tag in options.tag),
        colours=frozenset(_colour(annotations, name) for name in options.colour),
        kinds=frozenset(options.kind or ()),
        words=options.words,
    )


def _episodes(library: Library, name: str) -> list[Episode]:
    from reader.notes.exporting.gathering import episodes_named, episodes_of_file

    path = Path(name)
    found = episodes_of_file(library, path) if path.is_file() else episodes_named(library, name)
    if not found:
        raise ReaderError(
            message("No episode here is called “{file}”, and no file of one.", file=name)
        )
    return found


def _colour(annotations: Annotations, name: str) -> int:
    colours = annotations.colours()
    for each in colours:
        if name.casefold() in {str(each.number), each.name.casefold()}:
            return each.number
    names = ", ".join(f"{each.number} {each.name}" for each in colours)
    raise output.WrongUse(f"there is no colour {name}; there are {names}")


def _is_narrowed(options: argparse.Namespace) -> bool:
    which = (options.episodes, options.since, options.tag, options.colour, options.kind)
    return any((*which, options.words))


def _print(export: Export, chosen: NoteFormat) -> None:
    from reader.notes.exporting import written

    content = written(export._replace(folder=Path.cwd()), chosen)
    if isinstance(content, str):
        output.write(content)
    elif sys.stdout.isatty():
        raise output.WrongUse(f"{chosen.title} is not for reading: --output takes a file")
    else:
        sys.stdout.buffer.write(content)


def _save(export: Export, chosen: NoteFormat, options: argparse.Namespace) -> None:
    from reader.notes.exporting import save, save_by_episode

    _make_folder(options.output, chosen)
    if options.output.is_dir():
        files = save_by_episode(export, options.output, chosen, may_replace=options.force)
        output.report(
            f"{len(export.notes)} notes written to {len(files)} files in {options.output}"
        )
        return
    if options.output.exists() and not options.force:
        raise ReaderError(
            message("{file} exists already; --force writes over it.", file=options.output)
        )
    save(export, options.output, chosen, may_replace=options.force)
    output.report(f"{len(export.notes)} notes written to {options.output}")


def _make_folder(path: Path, chosen: NoteFormat) -> None:
    """What holds one episode a file is written into a folder, where the path names no file."""
    if not chosen.is_of_one or path.suffix or path.exists():
        return
    try:
        path.mkdir(parents=True)
    except OSError as error:
        raise ReaderError(
            message("{folder} cannot be made: {reason}.", folder=path, reason=system_reason(error))
        ) from error
