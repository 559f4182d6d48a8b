"""LRC lyrics, plain and enhanced: `[00:12.00]text`, `[00:12.00]<00:12.00>word <00:12.80>word`.

As https://en.wikipedia.org/wiki/LRC_(file_format) describes it: tags such as `[ti:Title]`, several
times before one line, minutes beyond 60, a positive `offset` that makes lines appear sooner.
"""

from __future__ import annotations

import re

from reader.formats.markup import LONGEST, SUBTITLE_TAG, plain
from reader.formats.source import Source
from reader.formats.times import GAP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder, read_lines
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_TIME = r"-?\d{1,5}:\d{1,2}(?:[.:,]\d{1,3})?"
_STAMP = re.compile(rf"{GAP}\[{GAP}({_TIME}){GAP}\]")
_SURE = re.compile(r"\s{0,9}\[\d{1,5}:\d{1,2}[.]\d{2,3}\]")
_INNER = re.compile(rf"<({_TIME})>")
_TAG = re.compile(r"\s{0,9}\[([A-Za-z#][\w ]{0,20}):(.*)\]\s*")
_BROKEN = re.compile(r"\s{0,9}\[[\d:.,x -]{1,20}\]?")
_VOICE = re.compile(r"([MFD]):\s{0,4}(?=\S)")
_FIELDS = {"ti": "title", "ar": "artist", "al": "album", "au": "author", "re": "program"}


def is_like(head: list[str]) -> bool:
    """Whether most lines that open with a bracket open with minutes, seconds and hundredths."""
    opened = [line for line in head if line.lstrip()[:1] == "[" and not _TAG.fullmatch(line)]
    sure = sum(bool(_SURE.match(line)) for line in opened)
    return sure > len(opened) / 2


def read(source: Source) -> Transcript:
    """A cue a line and time, in the file's order; it lasts until the next line's time."""
    return read_lines(source, _Reading(source))


class _Reading:
    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("LRC", source)
        self._offset = 0

    def take(self, number: int, line: str) -> None:
        stamps, position = [], 0
        while found := _STAMP.match(line, position):
            stamps.append(_time(found[1]) - self._offset)
            position = found.end()
        if stamps:
            self._add(number, stamps, line[position:].strip())
        elif tag := _TAG.fullmatch(line):
            self._take_tag(tag)
        elif line.strip():
            self._take_odd(number, line)

    def transcript(self) -> Transcript:
        return self._draft.transcript()

    def _add(self, number: int, stamps: list[int], raw: str) -> None:
        if not raw:
            for time in stamps:
                self._draft.stop(number, time)
            return
        if len(raw) * len(stamps) > LONGEST:
            self._draft.repair(
                number, message("too many times for one line: only the first is used"), raw
            )
            stamps = stamps[:1]
        inner = [_time(found) - self._offset for found in _INNER.findall(raw)]
        if len(inner) * len(stamps) > LONGEST:
            inner = []  # no song has as many words
        for start in stamps:
            shift = start - stamps[0]
            self._add_one(number, start, raw, [time + shift for time in inner])

    def _add_one(self, number: int, start: int, raw: str, inner: list[int]) -> None:
        if not inner:
            self._draft.add(number, start, None, raw, voices=_voice(raw))
            return
        times = iter(inner)
        marked = _INNER.sub(lambda _: f"<{_clock(next(times))}>", raw)
        said = plain(marked, start, max(start, *inner), SUBTITLE_TAG)
        text = said.text
        self._draft.skip_tags(number, said.unread)
        voices = said.voices or _voice(text)
        self._draft.add(number, start, None, text, words=said.words, voices=voices, raw=raw)

    def _take_tag(self, tag: re.Match[str]) -> None:
        name, value = tag[1].lower(), tag[2].strip()
        if name == "offset" and re.fullmatch(r"[+-]?\d{1,9}", value):
            self._offset = int(value)
        self._draft.add_metadata(_FIELDS.get(name, name), value)

    def _take_odd(self, number: int, line: str) -> None:
        if _BROKEN.match(line):
            self._draft.skip(number, message("times that cannot be read"), line)
        elif self._draft.is_empty:
            self._draft.skip(number, message("text before the first time"), line)
        else:
            self._draft.extend(line.strip())
            self._draft.repair(number, message("no times: added to the line before"), line)


def _voice(text: str) -> tuple[VoiceChange, ...]:
    """`M: ` and `F: ` (Walaoke) say who sings."""
    found = _VOICE.match(text)
    return (VoiceChange(found.end(), found[1], found.end()),) if found else ()


def _time(stamp: str) -> int:
    minutes, _, seconds = stamp.partition(":")
    return milliseconds(f"{minutes}:{seconds.replace(':', '.')}")


def _clock(time: int) -> str:
    """A time as `STAMP` reads it; what an offset moved before the start becomes the start."""
    return f"{max(0, time) // 60_000}:{max(0, time) % 60_000 / 1000:06.3f}"
