"""What was heard of a recording laid over a transcript: lines and words get their true times."""

from __future__ import annotations

from dataclasses import replace

from reader.transcript.model import Cue, Transcript
from reader.transcript.spoken_times import CueTimes, SpokenTimes

_MOVED = 1_000  # ms; a line that lies further from where it was heard has been moved by hand


def with_spoken_times(transcript: Transcript, times: SpokenTimes) -> Transcript:
    """The transcript, by the recording's clock, with the times at which its words were heard.

    A line that the listener has put elsewhere since keeps what the sync map says of it.
    """
    if not times:
        return transcript
    heard = {each.cue: each for each in times}
    cues = (_spoken(cue, heard.get(cue.index)) for cue in transcript.cues)
    return replace(transcript, cues=tuple(cues))


def _spoken(cue: Cue, heard: CueTimes | None) -> Cue:
    if heard is None or (cue.start is not None and abs(cue.start - heard.start) > _MOVED):
        return cue
    return cue._replace(start=heard.start, end=heard.end, words=heard.words or cue.words)
