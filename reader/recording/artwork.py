"""The picture that a recording carries, as podcasts and albums do."""

from __future__ import annotations

from pathlib import Path

import av
from av.stream import Disposition

from reader.recording.recording_file import opened
from reader.whole_file import write_file

_SUFFIXES = {"mjpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif", "bmp": ".bmp"}


def save_artwork(recording: Path, stem: Path) -> Path | None:
    """Write the picture to `stem` with a suffix of its kind; None where none can be read."""
    found = _picture(recording)
    if found is None:
        return None
    suffix, picture = found
    path = stem.with_suffix(suffix)
    write_file(path, picture)
    return path


def _picture(recording: Path) -> tuple[str, bytes] | None:
    try:
        with opened(recording) as container:
            for stream in container.streams.video:
                suffix = _SUFFIXES.get(stream.codec_context.name)
                if suffix and Disposition.attached_pic in stream.disposition:
                    return suffix, bytes(next(container.demux(stream)))
    except (av.FFmpegError, OSError, StopIteration):
        pass
    return None
