"""Whether a recording can be heard: asked before it takes the place of what is open.

FFmpeg decodes its first sound, as VLC will. This looks at the disk: not for the GUI thread.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import av

from reader.recording.recording_file import opened

_PACKETS = 40  # among which one must hold sound; the first ones may be cut off
_BEYOND_FFMPEG = frozenset((".it", ".mid", ".mod", ".rmi", ".s3m", ".xm"))
_ALSO_AS = {".mp3": "mp3", ".mp2": "mp3", ".mpga": "mp3", ".aac": "aac", ".adts": "aac"}
"""What to take a file for whose beginning is damaged: VLC finds its way into these."""


def holds_sound(path: Path) -> bool:
    """Whether sound is found in a file; what only VLC could know is believed."""
    suffix = path.suffix.lower()
    if suffix in _BEYOND_FFMPEG or _decodes(path, None):
        return True
    return suffix in _ALSO_AS and _decodes(path, _ALSO_AS[suffix])


def _decodes(path: Path, format: str | None) -> bool:
    try:
        with opened(path, format) as container:
            heard = container.streams.audio
            packets = container.demux(heard[0]) if heard else iter(())
            return any(map(_has_sound, islice(packets, _PACKETS)))
    except (av.error.FFmpegError, OSError):
        return False


def _has_sound(packet: av.Packet[av.AudioStream]) -> bool:
    try:
        return bool(packet.decode())
    except av.error.FFmpegError:
        return False
