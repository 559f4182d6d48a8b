"""Passages of a recording as audio files of their own, exact to the sample.

A time is what is heard at it: the first sample after what an encoder put before the sound is
0 ms, as for the players.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.clip_format import CLIP_FORMATS, ClipFormat, Passage
from reader.errors import ReaderError


def cut(
    recording: Path,
    passage: Passage,
    target: Path,
    format: ClipFormat = CLIP_FORMATS[0],
    *,
    fade: int = 0,
    progress: Callable[[float], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write a passage to `target`, whole or not at all, over what is there.

    It swells and fades for `fade` ms; where the recording ends sooner, so does the clip. Takes its
    time: not for the GUI thread. Raises RecordingError where nothing can be cut, ReaderError
    where PyAV is missing or the file cannot be written, and Cancelled.
    """
    try:
        from reader.av_audio import cut as cut_with_pyav  # noqa: PLC0415 - may not be there
    except ImportError as error:
        raise ReaderError(
            "Audio clips need PyAV, which is not installed. "
            "Install it with “pip install av”, then start Earmark again."
        ) from error
    cut_with_pyav(
        recording,
        passage,
        target,
        format,
        fade=fade,
        progress=progress,
        is_cancelled=is_cancelled,
    )
