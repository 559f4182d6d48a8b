"""The process that checks a recording against a text, and may be ended at any moment.

It reads a pickled CheckRequest and writes lines of JSON: what it does, what it finds, a fault.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.message import to_json
from reader.sync.check import CheckRequest, GlanceRequest, Stage
from reader.sync.check_state import Window, finding_to_json
from reader.sync.checked_text import CheckedText
from reader.sync.engine import RATE, EngineMissing, how_to_install, is_installed
from reader.sync.finding import TextFinder
from reader.sync.listening import listened, state_for
from reader.sync_map import ONE_CLOCK

_NICENESS = 10  # how much other programs go before, of 19
_REPORT_EVERY = 0.25  # seconds, while it decodes

_Say = Callable[[dict[str, Any]], None]


def main() -> int:
    """Check what standard input asks for."""
    request = pickle.load(sys.stdin.buffer)
    is_glance = isinstance(request, GlanceRequest)
    if (is_glance or request.is_in_background) and hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICENESS)
    try:
        for answer in glanced(request) if is_glance else answers(request, _write):
            _write(answer)
    except ReaderError as error:
        path = error.path and str(error.path)
        _write({"message": to_json(error.message), "path": path})
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(1)
    return 0


def answers(request: CheckRequest, say: _Say) -> Iterator[dict[str, Any]]:
    """What is to be written, line by line. Raises ReaderError."""
    if not is_installed():
        raise EngineMissing(how_to_install())
    from reader.recording.samples import decoded
    from reader.recording.stated_length import stated_length

    text = CheckedText.of(request.cues)
    total = _length(request.recording, stated_length)
    with decoded(request.recording, RATE, _Reading(total, say)) as sound:
        state = state_for(text, sound.length, request.state)
        yield {
            "text": text.fingerprint,
            "length": sound.length,
            "words": len(text.words),
            "is_new": state != request.state,
        }
        if not text.words:
            yield {"is_complete": True}
            return
        from reader.sync.pocketsphinx_engine import PocketSphinx

        for finding in listened(
            text,
            sound,
            PocketSphinx(text.words),
            state,
            are_words_wanted=request.are_words_wanted,
            near=request.near,
            guess=request.guess,
        ):
            stage = Stage.FINDING if isinstance(finding, Window) else Stage.TIMING
            yield {"stage": stage.value, "finding": finding_to_json(finding)}
    yield {"is_complete": True}


def glanced(request: GlanceRequest) -> Iterator[dict[str, Any]]:
    """The one answer to that, as a line. Raises ReaderError."""
    if not is_installed():
        raise EngineMissing(how_to_install())
    from reader.recording.samples import SoughtSamples
    from reader.sync.pocketsphinx_engine import PocketSphinx

    text = CheckedText.of(request.cues)
    sound = SoughtSamples(request.recording, RATE, request.length)
    finder = TextFinder(text, sound, PocketSphinx(text.words), (), ONE_CLOCK)
    yield {"is_astray": finder.is_astray()}


def _length(recording: Path, stated_length: Callable[[Path], int | None]) -> int:
    """For the progress alone: whoever decodes it says why it cannot be read."""
    with suppress(OSError):
        return stated_length(recording) or 0
    return 0


class _Reading:
    """Reports how much is decoded, not too often."""

    def __init__(self, total: int, say: _Say) -> None:
        self._total, self._say, self._last = total, say, 0.0

    def __call__(self, read: int) -> None:
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY:
            self._last = now
            self._say({"read": read, "total": max(read, self._total)})


def _write(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
