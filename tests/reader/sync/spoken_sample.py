"""The sample episode, a piece of it, and silence before it: made speech with its true times."""

from __future__ import annotations

import wave
from pathlib import Path

from reader import formats
from reader.recording.av_audio import samples
from reader.sync.engine import RATE
from reader.transcript.model import Cue, Transcript
from tests.test_architecture import ROOT

SAMPLE = ROOT / "resources/sample/earmark-tour.opus"
TEXT = SAMPLE.with_suffix(".vtt")


def sample_cues(end: int) -> tuple[Cue, ...]:
    """The lines of the sample that end before a time, without times of their words."""
    text: Transcript = formats.load(TEXT)
    return tuple(
        cue._replace(words=()) for cue in text.cues if cue.end is not None and cue.end <= end
    )


def write_later(path: Path, later: int, end: int) -> Path:
    """The sample up to `end` ms as a WAVE file, after `later` ms of silence."""
    sound = b"".join(samples(SAMPLE, RATE))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(bytes(2 * RATE * later // 1_000))
        file.writeframes(sound[: 2 * RATE * end // 1_000])
    return path
