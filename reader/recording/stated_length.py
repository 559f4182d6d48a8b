"""How long a recording says it is: read from its head, so that it takes no time."""

from __future__ import annotations

from pathlib import Path

import av

from reader.recording.recording_file import opened

_A_MILLISECOND = 1_000  # FFmpeg's lengths of files are in microseconds


def stated_length(recording: Path) -> int | None:
    """Milliseconds; None where it does not say. Raises OSError."""
    try:
        with opened(recording) as container:
            return container.duration // _A_MILLISECOND if container.duration else None
    except av.FFmpegError:
        return None
