"""Tiers, as linguists annotate speech: rows on one clock, each for a voice, or for what it said.

Rows of utterances are the text; rows of words give their times, or, alone, are joined to
sentences. What else there is (sounds of speech, glosses, comments) is listed, not shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats.json_sentences import sentences, spelt
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, joined, placed
from reader.message import message
from reader.transcript.model import VoiceChange, Word

_WORDS = re.compile(r"(?:^|[\W_])(?:words?|tokens?|tx|ort|wort|wörter|mots?)(?:$|[\W_\d])", re.I)
_SOUNDS = re.compile(r"(?:^|[\W_])(?:phon\w*|segments?|syll\w*|mau|kan|ipa)(?:$|[\W_\d])", re.I)
_SINGLE = 0.9  # share of single words in a tier of words
_FEW = 8  # spans; below these a tier of single words may be one of short answers
_FOUND = 0.8  # share of words that must be in the utterances of their voice
_SILENCES = frozenset(("", "sil", "sp", "spn", "<sil>", "<eps>", "<p:>", "#", "_"))
_NOT_SHOWN = message("a tier that is not shown")
_MOST_TIERS = 1_000
_LONGEST_LISTED = 100_000  # characters


class Span(NamedTuple):
    """A text with its times in ms, where they are known."""

    start: int | None
    end: int | None
    text: str
    line: int = 0


class Tier(NamedTuple):
    """A row of spans in order of time; `voice` is who speaks, if the file says so."""

    name: str
    spans: tuple[Span, ...]
    voice: str = ""

    @property
    def is_of_words(self) -> bool:
        """Whether its spans are single words."""
        texts = [span.text for span in self.spans if span.text.strip().lower() not in _SILENCES]
        single = sum(len(text.split()) == 1 for text in texts)
        is_single = single >= _SINGLE * len(texts) and bool(texts)
        return is_single and (bool(_WORDS.search(self.name)) or len(texts) > _FEW)

    @property
    def is_of_sounds(self) -> bool:
        """Whether its name says that it holds the sounds of speech."""
        return bool(_SOUNDS.search(self.name))


class _Line(NamedTuple):
    """A cue to be."""

    span: Span
    voice: str
    words: tuple[Word, ...] = ()


def add_tiers(draft: TranscriptBuilder, tiers: Iterable[Tier]) -> None:
    """The cues of all tiers in order of time; a word belongs to the utterance it lies in.

    Tiers of sounds are listed, unless there are no others.
    """
    known = [tier for tier in tiers if any(span.text.strip() for span in tier.spans)]
    spoken = [tier for tier in known if not tier.is_of_sounds] or known
    for tier in known if len(spoken) < len(known) else ():
        if tier.is_of_sounds:
            list_tier(draft, tier)
    lines = sorted(_lines(spoken), key=lambda line: (line.span.start is None, line.span.start or 0))
    has_one_voice = len({line.voice for line in lines}) < 2
    for line in lines:
        span, text = line.span, line.span.text.strip()
        is_named = line.voice and text and not (has_one_voice and _is_no_name(line.voice))
        voices = (VoiceChange(0, line.voice),) if is_named else ()
        draft.add(span.line, span.start, span.end, text, voices=voices, words=line.words)


def _lines(tiers: Sequence[Tier]) -> Iterator[_Line]:
    """Of tiers of utterances, with the words that other tiers time; then of words alone."""
    are_words = [tier.is_of_words for tier in tiers]
    words = list(compress(tiers, are_words))
    used: set[int] = set()
    for tier, is_of_words in zip(tiers, are_words, strict=True):
        if not is_of_words:
            own = next((each for each in words if _are_words_of(each, tier)), None)
            used.update(() if own is None else (id(own),))
            yield from _with_words(tier, own)
    for tier in words:
        if id(tier) not in used:
            yield from _sentences(tier)


def refuse_many_tiers(source: Source, count: int) -> None:
    """Raise TranscriptError for a file with more tiers than people can have made."""
    if count > _MOST_TIERS:
        raise TranscriptError(
            message("{file} has too many tiers for a transcript.", file=source.name)
        )


def list_tier(draft: TranscriptBuilder, tier: Tier) -> None:
    """Say that a tier is not shown, with what it holds."""
    texts = (text for span in tier.spans if (text := span.text.strip()))
    line = tier.spans[0].line if tier.spans else 1
    text = f"{tier.name}: {' · '.join(texts)}"[:_LONGEST_LISTED]
    draft.skip(line or 1, _NOT_SHOWN, text)


def _is_no_name(voice: str) -> bool:
    return bool(_WORDS.search(voice)) or voice.lower() in _USUAL_NAMES


_USUAL_NAMES = frozenset(
    "utterance utterances sentence sentences phrase phrases text transcription transcript"
    " transcripts orthography default ort-mau kan-mau labels label".split()
)


def _are_words_of(words: Tier, tier: Tier) -> bool:
    """Whether most words are found in the utterances of a tier, each in its time."""
    held = _by_utterance(words, tier)
    texts = [span.text.lower() for span in tier.spans]
    inside = sum(
        word.text.strip().lower() in text
        for text, group in zip(texts, held, strict=True)
        for word in group
    )
    return inside >= _FOUND * max(1, _count(words))


def _count(words: Tier) -> int:
    return sum(span.text.strip().lower() not in _SILENCES for span in words.spans)


def _by_utterance(words: Tier, tier: Tier) -> list[list[WordPiece]]:
    pieces = [
        WordPiece(span.text.strip(), span.start, span.end)
        for span in words.spans
        if span.start is not None and span.text.strip().lower() not in _SILENCES
    ]
    pieces.sort(key=lambda piece: piece.start or 0)
    starts = [piece.start or 0 for piece in pieces]
    found: list[list[WordPiece]] = []
    for span in tier.spans:
        if span.start is None or span.end is None:
            found.append([])
        else:
            found.append(pieces[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
    return found


def _with_words(tier: Tier, words: Tier | None) -> list[_Line]:
    voice = tier.voice or tier.name
    if words is None:
        return [_Line(span, voice) for span in tier.spans if span.text.strip()]
    lines = []
    for span, pieces in zip(tier.spans, _by_utterance(words, tier), strict=True):
        text = span.text.strip()
        if text:
            timed = _timed(text, span, pieces) if pieces else ()
            lines.append(_Line(span, voice, timed))
    return lines


def _timed(text: str, span: Span, pieces: list[WordPiece]) -> tuple[Word, ...]:
    """The words of an utterance, as it writes them; none where they are other words."""
    found = spelt(text, tuple(pieces))
    if len(found) < min(2, len(pieces)):
        return ()
    return placed(text, found, span.start or 0, span.end or 0)


def _sentences(tier: Tier) -> list[_Line]:
    """Single words joined, with those that only stand for silence left out."""
    lines = []
    pieces = [
        (WordPiece(f"{span.text.strip()} ", span.start, span.end), span.line)
        for span in tier.spans
        if span.text.strip().lower() not in _SILENCES
    ]
    number = 0
    for group in sentences([piece for piece, _ in pieces]):
        line = pieces[number][1]
        number += len(group)
        start, end = group[0].start, group[-1].end
        text = joined(group)
        words = placed(text, tuple(group), start or 0, end or start or 0)
        lines.append(_Line(Span(start, end, text, line), tier.voice or tier.name, words))
    return lines
