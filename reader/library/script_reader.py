"""Reads a transcript and makes it ready to be followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader import formats
from reader.overlays.overlays import NO_OVERLAYS, Overlays, scripted
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script


def read_script(
    path: Path,
    options: ReadingOptions = AS_GUESSED,
    overlays: Overlays = NO_OVERLAYS,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Script:
    """A transcript with all that following needs. Takes its time: not for the GUI thread.

    Raises TranscriptError, and OpeningCancelled when `is_cancelled` says so.
    """
    source = formats.load(
        path,
        progress=progress,
        is_cancelled=is_cancelled,
        encoding=options.encoding,
        format=options.format,
    )
    return scripted(path, source, options, overlays)
