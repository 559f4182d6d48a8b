"""Whether a text is a JSON transcript, by its first lines. That is asked of most texts: what reads
one is loaded for those that are like it."""

from __future__ import annotations

import re

from reader.errors import TranscriptError
from reader.formats import json_document
from reader.formats.source import Source, unwatched
from reader.transcript.model import Transcript

_START = re.compile(r"\s*(?:\{\s*[\"'}]|\[\s*(?:[\[{\"'\]]|\Z))")
_KEYS = re.compile(
    r"""["'](?:segments|transcription|utterances|chunks|monologues|events|cues|captions|subtitles|words'
    r'|word_segments|results?|transcripts?|startTime|start|tStartMs|text|body)["']\s*:"""
)


def is_like(head: list[str]) -> bool:
    """Whether it is JSON with a key that transcripts have, or with rows of timed texts."""
    text = json_document.unwrapped("\n".join(head)).lstrip("\ufeff")
    if not _START.match(text):
        return False
    return bool(_KEYS.search(text)) or _has_rows(text)


def _has_rows(text: str) -> bool:
    from reader.formats.json_understanding import find

    try:
        found = find(json_document.read(Source("head", text, watch=unwatched)).value)
    except TranscriptError:
        return False
    return found is not None and found.is_timed


def read(source: Source) -> Transcript:
    """The transcript in it. Raises TranscriptError."""
    from reader.formats.json_transcript import read

    return read(source)
