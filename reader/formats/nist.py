"""What NIST's tools for scoring speech recognition write: CTM, STM and RTTM.

https://github.com/usnistgov/SCTK/blob/master/doc/infmts.htm: words with channel, start and
duration (CTM), or turns with speaker, start, end and text (STM). RTTM has turns without words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.formats.json_sentences import sentences
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, joined, placed
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_NUMBER = r"\d{1,9}(?:\.\d{0,9})?"
_CTM = re.compile(
    rf"(\S{{1,200}})\s++(\S{{1,20}})\s++({_NUMBER})\s++({_NUMBER})\s++(\S{{1,200}})"
    r"(?:\s++(-?\d(?:\.\d{1,9})?(?:[eE]-?\d{1,2})?|NA))?"
    r"(?:\s++(\S{1,40})(?:\s++(\S{1,40}))?)?\s*+"
)
_STM = re.compile(
    rf"(\S{{1,200}})\s++(\S{{1,20}})\s++(\S{{1,200}})\s++({_NUMBER})\s++({_NUMBER})"
    r"(?:\s++<([^<>]{0,200})>)?(?:\s++(.*))?"
)
_RTTM = re.compile(
    rf"([A-Z][A-Z-]{{2,20}})\s++(\S{{1,200}})\s++(\S{{1,20}})\s++({_NUMBER}|<NA>)\s++({_NUMBER}|<NA>)"
    r"\s++(\S{1,200})\s++(\S{1,60})\s++(\S{1,200})(?:\s++\S{1,40}){0,2}+\s*+"
)
_TURNS = frozenset(("SPEAKER",))
_NONE = frozenset(("NA", "<NA>", "null"))
_TYPES = _NONE | {"lex", "frag", "fp", "un-lex", "for-lex", "non-lex", "misc", "noscore"}
_INFO = "SPKR-INFO"
_NOT_SAID = re.compile(r"(?i)ignore_time_segment_in_scoring")
_SEVERAL = message("several recordings in one file; those after the first are read after it")


def _is_mostly(pattern: re.Pattern[str], head: list[str]) -> bool:
    lines = [line for line in head if line.strip() and not line.startswith(";;")]
    whole = lines[:-1] if len(lines) > 1 else lines  # the last may be cut off
    return bool(whole) and sum(map(bool, map(pattern.fullmatch, whole))) > 0.9 * len(whole)


def is_rttm(head: list[str]) -> bool:
    """Whether the lines are RTTM's, of which some are turns."""
    return _is_mostly(_RTTM, head) and any(line.startswith("SPEAKER ") for line in head)


def is_stm(head: list[str]) -> bool:
    """Whether the lines are turns with a file, a channel, a speaker, a start and a later end."""
    if not _is_mostly(_STM, head):
        return False
    found = [each for line in head if (each := _STM.fullmatch(line))]
    is_rising = all(float(each[4]) <= float(each[5]) for each in found)
    return is_rising and not _is_mostly(_CTM, head) and any(each[7] for each in found)


def is_ctm(head: list[str]) -> bool:
    """Whether the lines are words with a file, a channel, a start and a duration."""
    return _is_mostly(_CTM, head)


def read_rttm(source: Source) -> Transcript:
    """A cue without words for each turn: who speaks when."""
    draft = TranscriptBuilder("RTTM", source)
    turns, names = [], dict[str, None]()
    for number, line in enumerate(source.lines(), 1):
        found = _RTTM.fullmatch(line)
        if found and found[1] in _TURNS and "<NA>" not in (found[4], found[5]):
            turns.append((_time(found[4]), _time(found[5]), found[8], number))
            names[found[2]] = None
        elif found and found[1] == _INFO:
            draft.add_metadata("speakers", line.strip())
        elif not _takes_comment(draft, line):
            draft.skip(number, message("no turn in this line"), line)
    _add_recordings(draft, names)
    for start, length, voice, number in sorted(turns):
        draft.add(number, start, start + length, "…", voices=(VoiceChange(0, voice),))
    return draft.transcript()


def read_stm(source: Source) -> Transcript:
    """A cue for each turn, with its speaker as the voice."""
    draft = TranscriptBuilder("STM", source)
    labels, names = dict[str, None](), dict[str, None]()
    for number, line in enumerate(source.lines(), 1):
        found = _STM.fullmatch(line)
        text = (found[7] or "").strip() if found else ""
        if found is None:
            if not _takes_comment(draft, line):
                draft.skip(number, message("no turn in this line"), line)
            continue
        names[found[1]] = None
        if _NOT_SAID.fullmatch(text) or not text:
            draft.stop(number, _time(found[4]))
        else:
            voices = (VoiceChange(0, found[3].replace("_", " ")),)
            labels[found[6] or ""] = None
            draft.add(number, _time(found[4]), _time(found[5]), text, voices=voices, raw=line)
    _add_recordings(draft, names)
    for label in filter(None, labels):
        draft.add_metadata("labels", label)
    return draft.transcript()


class _Spoken(NamedTuple):
    """A word of a CTM, with what its line says of it."""

    recording: str
    channel: str
    piece: WordPiece
    line: int


def read_ctm(source: Source) -> Transcript:
    """Words with their times, joined to sentences; each speaker is a voice, or each channel."""
    draft = TranscriptBuilder("CTM", source)
    spoken: list[_Spoken] = []
    for number, line in enumerate(source.lines(), 1):
        if found := _CTM.fullmatch(line):
            spoken.append(_spoken(found, number))
            draft.bound_words(number, len(spoken))
            if found[7] and found[7] not in _TYPES:
                draft.skip(number, message("a column that is not shown"), line[found.start(7) :])
        elif not _takes_comment(draft, line):
            draft.skip(number, message("no word in this line"), line)
    names = dict.fromkeys(word.recording for word in spoken)
    _add_recordings(draft, names)
    if len(names) > 1:
        draft.repair(1, _SEVERAL, ", ".join(names)[:1000])
    _add_words(draft, [word.line for word in spoken], _voiced(spoken))
    return draft.transcript()


def _spoken(found: re.Match[str], line: int) -> _Spoken:
    start = _time(found[3])
    sure = float(found[6]) if found[6] and found[6] != "NA" else None
    known = sure if sure is not None and 0 <= sure <= 1 else None
    speaker = found[8] if found[7] in _TYPES and found[8] and found[8] not in _NONE else ""
    piece = WordPiece(f"{found[5]} ", start, start + _time(found[4]), known, speaker)
    return _Spoken(found[1], found[2], piece, line)


def _voiced(spoken: list[_Spoken]) -> list[WordPiece]:
    """The words with their speakers; where no line names one, several channels stand for them."""
    pieces = [word.piece for word in spoken]
    if any(piece.speaker for piece in pieces) or len({word.channel for word in spoken}) < 2:
        return pieces
    return [word.piece._replace(speaker=word.channel) for word in spoken]


def _add_words(draft: TranscriptBuilder, lines: list[int], pieces: list[WordPiece]) -> None:
    place = 0
    for group in sentences(pieces):
        line = lines[min(place, len(lines) - 1)]
        place += len(group)
        text = joined(group)
        start, end = group[0].start or 0, max(piece.end or 0 for piece in group)
        voices = (VoiceChange(0, group[0].speaker),) if group[0].speaker and text else ()
        words = placed(text, tuple(group), start, end)
        draft.add(line, start, end, text, voices=voices, words=words)


def _add_recordings(draft: TranscriptBuilder, names: dict[str, None]) -> None:
    """What the lines call the recordings that they are about."""
    if names:
        draft.add_metadata("recording", ", ".join(names)[:1000])


def _takes_comment(draft: TranscriptBuilder, line: str) -> bool:
    """Whether there is nothing to read in a line; what a comment says is kept."""
    if line.startswith(";;"):
        draft.add_metadata("comment", line.strip("; "))
    return not line.strip() or line.startswith(";;")


def _time(seconds: str) -> int:
    return round(1000 * float(seconds))
