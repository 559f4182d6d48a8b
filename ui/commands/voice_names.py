"""The voices of a transcript as its listener named them in Earmark."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.transcript.model import Transcript
from ui.commands import output


def add_argument(parser: argparse.ArgumentParser) -> None:
    """The switch for those who want what the file says."""
    parser.add_argument(
        "--file-voices",
        action="store_true",
        help="keep the file's own voices, also where you said who speaks",
    )


def by_listener(options: argparse.Namespace, transcript: Transcript, path: Path) -> Transcript:
    """`transcript`, read from `path`, with the names that its listener gave; that is reported."""
    if options.file_voices:
        return transcript
    from reader import paths
    from reader.overlays.overlays import Overlays
    from reader.store.known_episodes import voices_of

    voices = voices_of(paths.library(), path)
    if not voices.turns and not voices.voices:
        return transcript
    output.report(f"voices as you named them; --file-voices keeps those of {path.name}")
    return Overlays(voices=voices).laid_over(transcript)
