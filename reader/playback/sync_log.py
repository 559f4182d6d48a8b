"""A record of every change of the highlight, for bug reports and benchmarks."""

from __future__ import annotations

import json
import time
from pathlib import Path

from reader.playback.cue_tracker import Highlight


class SyncLog:
    """Adds a JSON line per change to `path`; raises OSError where that cannot be written."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8", buffering=1)

    def note(self, highlight: Highlight, media_ms: int, rate: float, cause: str) -> None:
        """The highlight changed to this one now, at this time of the recording, for this cause."""
        line = {
            "mono": round(time.monotonic(), 4),
            "media_ms": media_ms,
            "rate": rate,
            "cause": cause,
            "cue": highlight.cue,
            "word": highlight.word,
        }
        self._file.write(json.dumps(line) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
