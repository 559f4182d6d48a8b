"""A passage that a listener picked out, to take it away as sound or as a picture."""

from __future__ import annotations

from typing import NamedTuple

from reader.annotation import Annotation
from reader.recording.clip_format import Passage
from reader.transcript.quoting import passages
from reader.transcript.script import Script

MOMENT = 10_000
"""ms that are cut at a bookmark without words."""


class Picked(NamedTuple):
    """Words with their times in the recording, in ms; None where they have none."""

    words: str
    span: tuple[int, int] | None
    voice: str = ""
    colour: int = 0


def passage_of(picked: Picked, episode: str) -> Passage | None:
    """What is cut out for a clip; at a bookmark without words a moment. None without times."""
    if picked.span is None:
        return None
    start, end = picked.span
    lasting = (start, end if end > start else start + MOMENT)
    return Passage.called(lasting, picked.words, episode, picked.voice)


def picked_from(annotation: Annotation) -> Picked:
    """What was kept."""
    selector = annotation.selector
    words = " ".join(selector.quote.exact.split())
    return Picked(words, selector.time, annotation.voice, annotation.colour)


def picked_out_of(script: Script, start: int, end: int) -> Picked:
    """What lies in a span of the reading text: without the names above the turns."""
    found = list(passages(script.reading, start, end))
    voices = dict.fromkeys(each.voice for each in found if each.voice)
    words = " ".join(each.text for each in found)
    return Picked(words, script.times_between(start, end), ", ".join(voices))
