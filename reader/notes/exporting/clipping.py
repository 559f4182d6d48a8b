"""Cuts the sound of a passage for what carries sound."""

from __future__ import annotations

from pathlib import Path

from reader.recording.clip_format import AudioClip, Passage, clip_format_for
from reader.recording.clips import cut


def clip(recording: Path, start: int, end: int, path: Path) -> None:
    """Cut [start, end) ms into a file of the kind that its suffix says. Raises ReaderError."""
    chosen = clip_format_for(path)
    if chosen is None:
        raise ValueError(f"no kind of sound is called {path.suffix}")
    cut(AudioClip(recording, Passage(start, end), chosen), path)
