"""Passages of a recording as audio files of their own, exact to the sample.

A time is what is heard at it: the first sample after what an encoder put before the sound is
0 ms, as for the players.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.errors import Cancelled, ReaderError
from reader.file_names import free_path, safe_name
from reader.message import message
from reader.recording.clip_format import AudioClip, ClipFormat, Passage
from reader.transcript.excerpt import excerpt
from reader.transcript.model import Transcript

Progress = Callable[[float], None]
Asked = Callable[[], bool]
_NAME = 40  # characters of a clip's words in its name
_CAPTIONS = ".vtt"


class SavedClips(NamedTuple):
    """The files written, and why others were not."""

    paths: tuple[Path, ...]
    faults: tuple[ReaderError, ...] = ()


def clip_name(passage: Passage) -> str:
    """`00-12-34 Its first words`: clips sort by their time."""
    seconds = passage.start // 1000
    time = f"{seconds // 3600:02}-{seconds // 60 % 60:02}-{seconds % 60:02}"
    return f"{time} {safe_name(passage.title, longest=_NAME)}".strip()


def free_clip_path(
    folder: Path, name: str, format: ClipFormat, *, has_captions: bool = False
) -> Path:
    """Where a clip called `name` can lie in a folder, and its captions beside it."""
    also = (_CAPTIONS,) if has_captions else ()
    return free_path(folder, name, format.suffix, also=also)


def captions_of(clip: Path) -> Path:
    """Where the captions of a clip lie."""
    return clip.with_suffix(_CAPTIONS)


def save_clips(
    clips: Sequence[AudioClip],
    folder: Path,
    *,
    transcript: Transcript | None = None,
    progress: Progress = lambda _: None,
    is_cancelled: Asked = lambda: False,
) -> SavedClips:
    """Cut each into a file of its own in `folder`; nothing there is written over.

    Where one cannot be cut, the others are. What was cut before it was cancelled stays. Raises
    ReaderError where no clip could be written, and Cancelled.
    """
    paths: list[Path] = []
    faults: list[ReaderError] = []
    for number, clip in enumerate(clips):
        name, has_captions = clip_name(clip.passage), transcript is not None
        target = free_clip_path(folder, name, clip.format, has_captions=has_captions)
        share = partial(_report_share, progress, number, len(clips))
        try:
            save_clip(
                clip, target, transcript=transcript, progress=share, is_cancelled=is_cancelled
            )
            paths.append(target)
        except Cancelled:
            raise
        except ReaderError as error:
            faults.append(error)
    if faults and not paths:
        raise faults[0]
    return SavedClips(tuple(paths), tuple(faults))


def save_clip(
    clip: AudioClip,
    target: Path,
    *,
    transcript: Transcript | None = None,
    may_replace: bool = False,
    progress: Progress = lambda _: None,
    is_cancelled: Asked = lambda: False,
) -> None:
    """Cut a clip; with a `transcript`, what is said in it is written beside it as WebVTT.

    What is at `target` or at the place of the captions is replaced only if it may be; where it may
    not, ReaderError is raised before anything is written. Raises as `cut` does.
    """
    start, end = clip.passage.start, clip.passage.end
    part = excerpt(transcript, start, end) if transcript is not None else None
    captions = captions_of(target)
    if part is not None and part.cues and not may_replace and os.path.lexists(captions):
        raise ReaderError(message("{file} exists already.", file=captions.name), path=captions)
    cut(clip, target, may_replace=may_replace, progress=progress, is_cancelled=is_cancelled)
    if part is not None and part.cues:
        _save_captions(part, captions, may_replace=may_replace)


def _save_captions(part: Transcript, path: Path, *, may_replace: bool) -> None:
    from reader.exporting import save, writer_named

    save(part, path, writer_named("vtt"), may_replace=may_replace)


def _report_share(progress: Progress, number: int, count: int, fraction: float) -> None:
    progress((number + fraction) / count)


def cut(
    clip: AudioClip,
    target: Path,
    *,
    may_replace: bool = False,
    progress: Progress = lambda _: None,
    is_cancelled: Asked = lambda: False,
) -> None:
    """Write a clip to `target`, whole or not at all; over what is there only if it may be.

    Where the recording ends sooner, so does the clip. Takes its time: not for the GUI thread.
    Raises RecordingError where nothing can be cut, ReaderError where PyAV is missing or the file
    cannot be written, and Cancelled.
    """
    try:
        from reader.recording.av_audio import cut as cut_with_pyav
    except ImportError as error:
        raise ReaderError(
            message(
                "Audio clips need PyAV, which is not installed. Install the package "
                "earmark-clips, or PyAV with “pip install av”, then start Earmark "
                "again."
            )
        ) from error
    cut_with_pyav(
        clip, target, may_replace=may_replace, progress=progress, is_cancelled=is_cancelled
    )
