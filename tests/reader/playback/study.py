"""Scripts made of cues, for tests of what is played of them."""

from __future__ import annotations

from pathlib import Path

from reader.overlays.overlays import scripted
from reader.transcript.model import Cue, Transcript
from reader.transcript.script import Script


def script_of(*cues: Cue) -> Script:
    """A script of just these."""
    return scripted(Path("talk.vtt"), Transcript(cues))


def spoken(*spans: tuple[int, int]) -> Script:
    """A script with a line for each span, in milliseconds."""
    return script_of(*(Cue(k, *span, f"Line {k}.") for k, span in enumerate(spans)))
