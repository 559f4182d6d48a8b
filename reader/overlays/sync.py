"""The sync map laid over a transcript: its times become those of the recording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.sync_map import SyncMap
from reader.transcript.model import Cue, Transcript, Word


def synced(transcript: Transcript, sync_map: SyncMap) -> Transcript:
    """The transcript by the recording's clock; what is not in the recording has no times."""
    if not sync_map:
        return transcript
    return replace(transcript, cues=tuple(_synced(cue, sync_map) for cue in transcript.cues))


def _synced(cue: Cue, sync_map: SyncMap) -> Cue:
    if cue.start is None:
        return cue
    end = cue.start if cue.end is None else max(cue.start, cue.end)
    span = sync_map.span_in_recording((cue.start, end))
    if span is None or (cue.start == end and sync_map.to_recording(cue.start) is None):
        return cue._replace(start=None, end=None, words=())
    words = tuple(synced_words(cue.words, sync_map))
    return cue._replace(start=span[0], end=None if cue.end is None else span[1], words=words)


def synced_words(words: tuple[Word, ...], sync_map: SyncMap) -> Iterator[Word]:
    """Words by the recording's clock, without those that are not in the recording."""
    if not sync_map:
        yield from words
        return
    for word in words:
        span = sync_map.span_in_recording((word.start, max(word.start, word.end)))
        if span is not None:
            yield word._replace(start=span[0], end=span[1])
