"""The transcript that a command is about, with the options that overrule what is found out."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.transcript.model import Transcript
from ui.commands import output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of each command that reads."""
    parser.add_argument(
        "--format",
        metavar="NAME",
        help="read it as this format (default: found by its content); @25 says 25 frames a second",
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="read it in this encoding (default: found out)"
    )


def format_names() -> tuple[str, ...]:
    """What `--format` takes."""
    from reader import formats

    return tuple(row.name for row in formats.FORMATS)


def transcript(options: argparse.Namespace, path: Path) -> Transcript:
    """What is in the file. Raises TranscriptError, and WrongUse for names nobody knows."""
    from reader import formats

    name, _ = formats.chosen_format(options.format)
    if name and name not in format_names():
        names = ", ".join(format_names())
        raise output.WrongUse(f"there is no format {options.format}; there are {names}")
    if options.encoding:
        _check_encoding(options.encoding)
    return formats.load(path, encoding=options.encoding, format=options.format)


def _check_encoding(name: str) -> None:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise output.WrongUse(f"there is no text encoding {name}") from None
