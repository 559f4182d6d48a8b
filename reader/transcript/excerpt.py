"""A part of a transcript, its times counted from where the part begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.transcript.model import Cue, Transcript, VoiceChange, Word
from reader.transcript.word_timing import words_of

Span = tuple[int, int]


def excerpt(transcript: Transcript, start: int, end: int) -> Transcript:
    """What is said from `start` to `end`: of cues that reach beyond, the words in between.

    Its first cue names its voice, also where that was named before.
    """
    cues = (cue._replace(index=k) for k, cue in enumerate(_cues(transcript, start, end)))
    return replace(transcript, cues=tuple(cues), metadata={}, problems=())


def _cues(transcript: Transcript, start: int, end: int) -> Iterator[Cue]:
    voice, is_first = "", True
    for cue in transcript.cues:
        span = _words_between(cue, start, end)
        if span is not None:
            yield _cut(cue, span, voice if is_first else "", start, end)
            is_first = False
        voice = cue.voices[-1].voice if cue.voices else voice


def _words_between(cue: Cue, start: int, end: int) -> Span | None:
    """Which of a cue's characters are said from `start` to `end`; None where there are none."""
    if cue.start is None or cue.end is None or not cue.start < end or cue.end < start:
        return None
    if start <= cue.start and cue.end <= end:
        return 0, len(cue.text)
    words = words_of(cue)
    kept = [k for k, word in enumerate(words) if start <= (word.start + word.end) / 2 < end]
    if not kept:
        return None
    first, after = kept[0], kept[-1] + 1
    return (
        words[first].offset if first else 0,
        words[after].offset if after < len(words) else len(cue.text),
    )


def _cut(cue: Cue, span: Span, voice: str, start: int, end: int) -> Cue:
    """The part `span` of a cue, spoken by `voice` where it does not say by whom."""
    first, last = span
    text = cue.text[first:last]
    return cue._replace(
        start=max(start, cue.start or 0) - start,
        end=min(end, cue.end or 0) - start,
        text=text.rstrip() if last < len(cue.text) else text,
        raw="",
        voices=tuple(_voices(cue, span, voice)),
        words=tuple(
            _rebased(word, first, start, end) for word in cue.words if _lies_in(word, span)
        ),
    )


def _voices(cue: Cue, span: Span, voice: str) -> Iterator[VoiceChange]:
    first, last = span
    limit = last + 1 if last == len(cue.text) else last
    before = [change.voice for change in cue.voices if change.offset < first]
    inside = [change for change in cue.voices if first <= change.offset < limit]
    opening = before[-1] if before else voice
    if opening and not any(change.offset - change.mark <= first for change in inside):
        yield VoiceChange(0, opening)
    for change in inside:
        offset = change.offset - first
        yield VoiceChange(offset, change.voice, min(change.mark, offset))


def _lies_in(word: Word, span: Span) -> bool:
    return span[0] <= word.offset and word.offset + word.length <= span[1]


def _rebased(word: Word, offset: int, start: int, end: int) -> Word:
    first, last = (min(max(time, start), end) - start for time in (word.start, word.end))
    return word._replace(start=first, end=last, offset=word.offset - offset)
