"""`earmark convert IN OUT`: a transcript in another format."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.errors import ReaderError
from reader.exporting import WRITERS, Writer, save, writer_for, writer_named, written
from reader.message import message
from ui.commands import output, reading, recording_times, voice_names

EPILOG = "formats:\n" + "\n".join(f"  {row.name:13} {row.title} ({row.suffix})" for row in WRITERS)
EPILOG += """

examples:
  earmark convert talk.txt talk.vtt
  earmark convert talk.vtt notes.txt --to txt-voices
  earmark convert talk.srt - --to md | less"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is read, and where to write."""
    parser.add_argument("source", type=Path, metavar="IN", help="a transcript of any format")
    parser.add_argument("target", type=Path, metavar="OUT", help="the file to write; - prints it")
    names = [row.name for row in WRITERS]
    parser.add_argument(
        "--to", choices=names, metavar="FORMAT", help="what to write (default: as OUT's name says)"
    )
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there")
    parser.add_argument("--corrected", action="store_true", help="in the words that you put right")
    reading.add_arguments(parser)
    recording_times.add_argument(parser)
    voice_names.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; what could not be read of the source is reported."""
    writer = _writer(options)
    is_printed = str(options.target) == "-"
    if not is_printed and options.target.is_file() and not options.force:
        raise ReaderError(
            message("{file} exists already; --force writes over it.", file=options.target.name)
        )
    said = reading.transcript(options, options.source)
    transcript = voice_names.by_listener(options, said, options.source)
    transcript = recording_times.by_recording(options, transcript, options.source)
    if options.corrected:
        from ui.commands.corrected import as_corrected

        transcript = as_corrected(transcript, options.source, said)
    if is_printed:
        output.write(written(transcript, writer))
    else:
        save(transcript, options.target, writer, may_replace=options.force)
    if problems := len(transcript.problems):
        name = options.source.name
        output.report(f"{problems} problems in {name}; earmark info {name} lists them.")
    return 0


def _writer(options: argparse.Namespace) -> Writer:
    writer = writer_named(options.to) if options.to else writer_for(options.target)
    if writer:
        return writer
    names = ", ".join(row.name for row in WRITERS)
    raise output.WrongUse(
        f"the name {options.target.name} has no known format; --to names one: {names}"
    )
