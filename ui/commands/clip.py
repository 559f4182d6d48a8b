"""`earmark clip FILE --from 12:34 --to 12:58`: a passage as an audio file."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.message import message
from reader.recording.clip_format import CLIP_FORMATS, ClipFormat, Passage, clip_format_for
from ui.commands import output, recording_times, voice_names

if TYPE_CHECKING:
    from reader.library.file_pair import FilePair
    from reader.transcript.model import Transcript

EPILOG = "formats, chosen by the name of OUT:\n"
EPILOG += "\n".join(f"  {row.suffix:6} {row.title}" for row in CLIP_FORMATS)
EPILOG += """

examples:
  earmark clip talk.mp3 --from 12:34 --to 12:58
  earmark clip talk.vtt --from 1:02:03.5 --to 1:02:20 --output quote.opus --captions"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Of what, from when to when, and where to."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a recording, a transcript or both; the one finds the other beside it",
    )
    parser.add_argument(
        "--from", dest="start", type=_time, required=True, metavar="TIME", help="where it begins"
    )
    parser.add_argument(
        "--to", dest="end", type=_time, required=True, metavar="TIME", help="where it ends"
    )
    parser.add_argument(
        "--output", type=Path, metavar="OUT", help="the file to write (default: by time and words)"
    )
    parser.add_argument(
        "--captions", action="store_true", help="write what is said beside it as WebVTT"
    )
    parser.add_argument(
        "--fade", type=int, default=0, metavar="MS", help="swell and fade for so many milliseconds"
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="write over OUT if it is there, and over its captions",
    )
    recording_times.add_argument(parser)
    voice_names.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Cut it and print the name of its file."""
    from reader.recording.clip_format import AudioClip
    from reader.recording.clips import save_clip

    if options.end <= options.start:
        raise output.WrongUse("--to is not after --from")
    files = _episode(options.files)
    assert files.recording is not None
    transcript = _transcript(options, files)
    passage = _passage(options.start, options.end, files.title, transcript)
    target, format = _target(options, passage)
    _spare_sources(files, target, has_captions=options.captions)
    save_clip(
        AudioClip(files.recording, passage, format, max(0, options.fade)),
        target,
        transcript=transcript if options.captions else None,
        may_replace=options.force,
    )
    output.write(f"{target}\n")
    return 0


def _episode(paths: list[Path]) -> FilePair:
    """Both halves as far as they are found; the recording must be."""
    from reader.library.book_sounds import recording_of_book
    from reader.library.file_pair import partner_of, sorted_out
    from reader.paths import book_sounds

    files = sorted_out([path.absolute() for path in paths])
    if files.transcript is not None and files.recording is None:
        files = files.with_partner(recording_of_book(files.transcript, book_sounds()))
    files = files.with_partner(partner_of(files, None).path)
    if files.recording is None:
        raise ReaderError(
            message("No recording was found beside {file}; name it too.", file=files.known.name)
        )
    return files


def _transcript(options: argparse.Namespace, files: FilePair) -> Transcript | None:
    from reader import formats

    if files.transcript is None:
        return None
    transcript = formats.load(files.transcript)
    transcript = voice_names.by_listener(options, transcript, files.transcript)
    return recording_times.by_recording(options, transcript, files.transcript, files.recording)


def _passage(start: int, end: int, episode: str, transcript: Transcript | None) -> Passage:
    from reader.transcript.excerpt import excerpt

    cues = excerpt(transcript, start, end).cues if transcript else ()
    voice = next((cue.voice for cue in cues if cue.voice), "")
    return Passage.called((start, end), " ".join(cue.text for cue in cues), episode, voice)


def _spare_sources(files: FilePair, target: Path, *, has_captions: bool) -> None:
    """Not even --force means the files that the clip is made from."""
    from reader.recording.clips import captions_of

    written = (target, captions_of(target)) if has_captions else (target,)
    for path in written:
        if any(_is_same(path, source) for source in files if source is not None):
            raise ReaderError(
                message(
                    "{file} is what the clip is made from; --output names another.", file=path.name
                )
            )


def _is_same(path: Path, source: Path) -> bool:
    return os.path.exists(path) and os.path.samefile(path, source)  # noqa: PTH110, PTH121


def _target(options: argparse.Namespace, passage: Passage) -> tuple[Path, ClipFormat]:
    from reader.recording.clips import clip_name, free_clip_path

    if options.output is None:
        format, name = CLIP_FORMATS[0], clip_name(passage)
        return free_clip_path(Path(), name, format, has_captions=options.captions), format
    found = clip_format_for(options.output)
    if found is None:
        suffixes = ", ".join(row.suffix for row in CLIP_FORMATS)
        raise output.WrongUse(f"the name {options.output.name} has no known format; use {suffixes}")
    if options.output.exists() and not options.force:
        raise ReaderError(
            message("{file} exists already; --force writes over it.", file=options.output.name)
        )
    return options.output, found


def _time(text: str) -> int:
    """`12:34`, `1:02:03.5` or seconds, as ms."""
    from reader.formats.times import STAMP, milliseconds

    if not re.fullmatch(rf"{STAMP}|\d+", text) or text.startswith("-"):
        raise argparse.ArgumentTypeError(f"{text} is not a time; write 12:34, 1:02:03.5 or seconds")
    return milliseconds(text)
