"""Text with tags to plain text, with the voices and the word times that the tags give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.formats.times import GAP, STAMP, milliseconds
from reader.formats.word_pieces import whole_words
from reader.transcript.model import VoiceChange, Word
from reader.transcript.spans import trimmed

# A tag has no "<" inside: else each "<" of a hostile line would be read to its end.
ANY_TAG = re.compile(r"<([^<>]*)>")
SUBTITLE_TAG = re.compile(
    r"<(/?(?:[biusvcq]|em|strong|font|span|lang|ruby|rt|br|bold|italic|underline|strike)"
    rf"(?:[.\s][^<>]*|/)?|{STAMP})>|\{{(?:\\[^{{}}]*|/?[bius](?::[^{{}}]*)?)\}}",
    re.IGNORECASE,
)
"""Only the tags that subtitles know, and `{\\an8}`: other text in brackets was meant to be read."""

LONGEST = 100_000
"""Characters; no cue is as long, and reading marks in a hostile one would take minutes."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LEADING_ZEROS = re.compile(r"(&#[xX]?)0++(?=[0-9a-fA-F])")
_NO_CHARACTER = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);?")
_STAMP_STARTS = frozenset(" \t-0123456789")
_STAMP = re.compile(rf"{GAP}({STAMP}){GAP}")
_OPENING_VOICE = re.compile(r"<v[ \t]{1,9}([^<>&\s][^<>&]*)")
_VOICE = re.compile(r"v(?:\.\S*+)?\s++(.*\S)", re.DOTALL)
_USUAL = frozenset("b /b i /i u /u c /c v /v br br/ p /p ruby /ruby rt /rt lang /lang".split())
# The names of WebVTT and HTML with classes, then a language or attributes: nothing to be read.
_MARK = re.compile(
    r"/?+(?:[abipqsuvc]|br|em|strong|small|font|span|div|lang|ruby|rt|rp|bold|italic|underline"
    r"|strike)(?:\.[^\s\"'=]*+)?+(?:\s++[a-z]{2,3}(?:-\w{1,8}){0,3}+(?=\s*+$)"
    r"|\s++[\w:-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=]++))*+\s*+/?+",
    re.IGNORECASE,
)


class Plain(NamedTuple):
    """A text without its markup."""

    text: str
    voices: tuple[VoiceChange, ...] = ()
    words: tuple[Word, ...] = ()
    unread: tuple[str, ...] = ()
    """Tags that are no markup that is known: somebody may have meant them to be read."""


def plain(raw: str, start: int, end: int, tags: re.Pattern[str] = ANY_TAG) -> Plain:
    """`raw` without tags and with entities decoded; times inside it become words.

    `start` and `end` are the cue's, in milliseconds: the first word starts and the last one ends
    with the cue. What is longer than `LONGEST` stays as it is.
    """
    if len(raw) > LONGEST:
        return Plain(raw.strip())
    return _of_one_voice(raw) or _unmarked(raw, start, end, tags)


def _of_one_voice(raw: str) -> Plain | None:
    """What nearly every cue with a voice looks like: a tag that names it, and then no marks."""
    opening, _, said = raw.partition(">")
    text = said.removesuffix("</v>").strip()
    if not text or "<" in text or ">" in text or "&" in text:
        return None
    voices = _opening(opening)
    return Plain(text, voices) if voices else None


def _unmarked(raw: str, start: int, end: int, tags: re.Pattern[str]) -> Plain:
    pieces: list[str] = []
    voices: list[tuple[int, str]] = []
    stamps: list[tuple[int, int]] = []
    unread: list[str] = []
    position = length = 0
    for tag in tags.finditer(raw):
        pieces.append(_decoded(raw[position : tag.start()]))
        position = tag.end()
        length += len(pieces[-1])
        content = tag[1] or ""
        if content[:1] == "v" and (voice := _VOICE.match(content)):
            voices.append((length, _decoded(voice[1])))
        elif content[:1] in _STAMP_STARTS and (stamp := _STAMP.fullmatch(content)):
            stamps.append((length, milliseconds(stamp[1])))
        elif content and content not in _USUAL and not _MARK.fullmatch(content):
            unread.append(tag[0])
    pieces.append(_decoded(raw[position:]))
    whole = "".join(pieces)
    text = whole.strip()
    shift = len(whole) - len(whole.lstrip())
    return Plain(
        text,
        tuple(_changes(text, [(at - shift, voice) for at, voice in voices])),
        _words(
            text, [(min(max(0, at - shift), len(text)), time) for at, time in stamps], start, end
        ),
        tuple(unread),
    )


@lru_cache(maxsize=4096)
def _opening(tag: str) -> tuple[VoiceChange, ...]:
    """The voice that speaks from a tag at the beginning on, if it is one."""
    found = _OPENING_VOICE.fullmatch(tag)
    return (_change(0, found[1].rstrip()),) if found else ()


@lru_cache(maxsize=4096)
def _change(offset: int, voice: str) -> VoiceChange:
    """Most cues of a voice share one value: it saves a quarter of the memory."""
    return VoiceChange(offset, voice)


def unescaped(text: str) -> str:
    """HTML's entities as the characters they stand for; of no character, U+FFFD."""
    if "&" not in text:
        return text
    from html import unescape

    if "&#" in text:  # `unescape` raises ValueError for numbers of thousands of digits
        text = _NO_CHARACTER.sub("\ufffd", _LEADING_ZEROS.sub(r"\1", text))
    return unescape(text)


def _decoded(piece: str) -> str:
    if "&" not in piece:
        return piece
    from html import unescape

    return _ENTITY.sub(lambda found: unescape(found[0]), piece)


def _changes(text: str, voices: list[tuple[int, str]]) -> Iterator[VoiceChange]:
    """Each voice from the first letter on that follows; blanks are passed over once for all."""
    reached = -1
    for at, voice in voices:
        if max(0, at) > reached:
            reached = _skipped(text, at)
        yield _change(reached, voice)


def _skipped(text: str, offset: int) -> int:
    """`offset` moved over blanks to the first letter of what is said."""
    offset = min(max(0, offset), len(text))
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _words(text: str, stamps: list[tuple[int, int]], start: int, end: int) -> tuple[Word, ...]:
    """The words between times, each from its time to the next; without times, none.

    What stands before the first time starts with the cue, but only its last line: rolling
    captions repeat the line before without times.
    """
    if not stamps:
        return ()
    opening = text.rfind("\n", 0, stamps[0][0]) + 1
    marks = [(opening, start), *stamps, (len(text), end)]
    words = []
    earliest = start
    for (offset, time), (limit, until) in pairwise(marks):
        first, last = trimmed(text, offset, limit)
        earliest = max(earliest, min(time, end))
        if last > first:
            words.append(Word(earliest, max(earliest, min(until, end)), first, last - first))
    times = [time for _, time in marks]
    return whole_words(text, words) if times == sorted(times) else tuple(words)
