"""The times of a transcript as its recording runs, where the listener brought both in sync."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.transcript.model import Transcript
from ui.commands import output


def add_argument(parser: argparse.ArgumentParser) -> None:
    """The switch for those who want what the file says."""
    parser.add_argument(
        "--file-times",
        action="store_true",
        help="keep the file's own times, also where you brought it in sync with a recording",
    )


def by_recording(
    options: argparse.Namespace, transcript: Transcript, path: Path, recording: Path | None = None
) -> Transcript:
    """`transcript`, read from `path`, with the times that its words have in the recording.

    Which recording it is, is reported; by default it is the one that it was opened with.
    """
    if options.file_times or not transcript.is_timed:
        return transcript
    from reader import paths
    from reader.overlays.overlays import Overlays
    from reader.store.known_episodes import sync_of

    known = sync_of(paths.library(), path, recording)
    if known is None:
        return transcript
    output.report(f"times as in {known.recording.name}; --file-times keeps those of {path.name}")
    return Overlays(sync=known.sync).laid_over(transcript)
