"""Podcasting 2.0 JSON: times, text, and on every cue the voice that opens it.

Left behind: ids, word times, blanks around a text. A voice that changes in a cue is named in its
text. Source: https://github.com/Podcastindex-org/podcast-namespace, transcripts.
"""

from __future__ import annotations

import json

from reader.exporting.turns import Turn, timed, turns, with_voice
from reader.transcript.model import Cue, Transcript


def write(transcript: Transcript) -> str:
    """The transcript as the JSON that podcast apps show; a cue is a segment."""
    segments = []
    voice = ""
    for start, end, cue in timed(transcript):
        speaker, body, voice = _spoken(cue, voice)
        named = {"speaker": speaker} if speaker else {}
        segment = {**named, "startTime": start / 1000, "endTime": end / 1000, "body": body}
        segments.append(json.dumps(segment, ensure_ascii=False))
    lines = ",\n".join(segments)
    return f'{{"version": "1.0.0", "segments": [\n{lines}\n]}}\n'


def _spoken(cue: Cue, voice: str) -> tuple[str, str, str]:
    """The voice that opens the cue, the text without its name, and the voice that ends the cue."""
    first, *others = turns(cue)
    speaker = voice if first.voice is None else first.voice
    if first.voice and first.text.strip():
        first = Turn(None, "", first.text)
    body, last = with_voice([first, *others], speaker)
    return speaker, body, last
