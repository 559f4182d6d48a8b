"""WebVTT; what is not well formed is repaired and listed among the problems.

What webvtt-py reads whole is read alike, as the tests show. It drops blocks that it cannot read
without a word, and takes 35 ms to load, so the blocks are found here, with their line numbers.
They end as https://www.w3.org/TR/webvtt1/#file-parsing says: at an empty line, or at times that
cannot belong to the block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.markup import Plain, plain
from reader.formats.source import Source
from reader.formats.times import BROKEN_TIMES, GAP, TIMES, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

if TYPE_CHECKING:
    from reader.formats.json_cue import SpokenJson

_MOST_NOTED = 20  # values of a field that are kept: dates differ in each cue
_SIGNATURE = "WEBVTT"
_STAMP = r"(?:\d{1,10}:)?[0-5]?\d:[0-5]?\d\.\d{1,3}"
_WELL_FORMED = re.compile(rf"{GAP}({_STAMP}){GAP}-->{GAP}({_STAMP})(?![\d:])(.*)")
_EXACT = r"(?:\d\d:)?[0-5]\d:[0-5]\d\.\d{3}"
_USUAL = re.compile(
    rf"(?:([^\n>]++)\n)?+({_EXACT}) --> ({_EXACT})[ \t]*+\n([^\n]++(?:\n[^\n]++)*+)\n\n"
)
"""A cue, with or without an id, from one empty line to the next."""
_ASIDE = re.compile(r"(NOTE|STYLE|REGION)(?:\s|$)")
_ASIDE_NAMES = {"NOTE": "notes", "STYLE": "styles", "REGION": "regions"}
_SETTING = re.compile(r"(?:vertical|line|position|size|align|region):", re.IGNORECASE)
_HEADER_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})\s?[:=]\s?(.*)")


def is_like(head: list[str]) -> bool:
    """Whether the first line that is not blank carries WebVTT's signature."""
    first = next((line for line in head if line.strip()), "")
    return first.lstrip().startswith(_SIGNATURE)


def read(source: Source) -> Transcript:
    """Every cue with its id, voices and words; notes and header lines become metadata."""
    reading = _Reading(source)
    for number, piece in source.pieces():
        _take_lines(reading, number, piece)
    return reading.transcript()


def _take_lines(reading: _Reading, number: int, piece: str) -> None:
    """Nearly every cue is taken as a whole, all else line by line."""
    position = 0
    while position <= len(piece):
        found = _USUAL.match(piece, position) if reading.is_between_blocks else None
        if found and "->" not in found[4]:
            reading.take_usual(number, found)
            end = found.end()
            number += piece.count("\n", position, end)
            position = end
        else:
            end = piece.find("\n", position)
            end = end if end >= 0 else len(piece)
            reading.take_line(number, piece[position:end])
            number += 1
            position = end + 1


def _is_times(line: str) -> bool:
    return bool(TIMES.match(line) or BROKEN_TIMES.match(line))


class _Reading:
    """Gathers the lines of a block; all blocks but the first may be a cue."""

    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("WebVTT", source)
        self._asides: dict[str, list[str]] = {}
        self._noted: dict[str, set[str]] = {}
        self._block: list[str] = []
        self._first = 1  # the number of its first line
        self._is_header = True
        self._is_full = True  # the header has no times: the first ones open a block
        self._empty: tuple[int, int] | None = None  # the times of a cue without text just before

    @property
    def is_between_blocks(self) -> bool:
        """Whether a cue may begin, and the lines before it are done with."""
        return not self._block and not self._is_header

    def take_usual(self, number: int, found: re.Match[str]) -> None:
        """A cue between two blocks, as `_USUAL` finds it."""
        identifier, start, end, text = found.groups()
        line = number if identifier is None else number + 1
        self._add(line, milliseconds(start), milliseconds(end), text, identifier or "")

    def take_line(self, number: int, line: str) -> None:
        """The next line of a block; an empty one ends it."""
        if not line:
            self._end_block()
            return
        if "->" in line and _is_times(line):
            if self._is_full or len(self._block) > 1:
                self._end_block()
            self._is_full = True
        if not self._block:
            self._first = number
        self._block.append(line)

    def _end_block(self) -> None:
        block, self._block = self._block, []
        if block:
            self._is_full = False
            self._take(self._first, block)

    def _take(self, number: int, block: list[str]) -> None:
        if self._is_header:
            self._take_header(block)
            return
        if "->" in block[0] and (found := _WELL_FORMED.match(block[0])):
            self._take_cue(number, block, 0, found)
            return
        at = 1 if len(block) > 1 and not ("->" in block[0] and _is_times(block[0])) else 0
        line = block[at]
        if "->" not in line:
            self._take_aside(number, block)
        elif found := _WELL_FORMED.match(line):
            self._take_cue(number, block, at, found)
        elif found := TIMES.match(line):
            self._take_odd_cue(number, block, at, found)
        elif BROKEN_TIMES.match(line):
            self._draft.skip(number, message("times that cannot be read"), "\n".join(block))
        else:
            self._take_aside(number, block)

    def transcript(self) -> Transcript:
        """All that was taken."""
        self._end_block()
        if self._draft.is_empty:
            self._draft.skip(1, message("no cue in this file"), _SIGNATURE)
        for name, texts in self._asides.items():
            self._draft.metadata[name] = "\n\n".join(texts)
        return self._draft.transcript()

    def _take_header(self, block: list[str]) -> None:
        self._is_header = False
        title = block[0].strip().removeprefix(_SIGNATURE).lstrip(" \t-")
        if title:
            self._asides["header"] = [title]
        for line in block[1:]:
            if field := _HEADER_FIELD.fullmatch(line):
                self._draft.add_metadata(field[1].lower(), field[2])
            else:
                self._asides.setdefault("header", []).append(line)

    def _take_cue(self, number: int, block: list[str], at: int, found: re.Match[str]) -> None:
        start, end, rest = found.groups()
        layout = rest.strip()
        if layout and not all(map(_SETTING.match, layout.split())):
            self._draft.skip(number + at, message("more than times in this line"), layout)
        text = "\n".join(block[at + 1 :])
        self._add(number + at, milliseconds(start), milliseconds(end), text, block[0] if at else "")

    def _take_odd_cue(self, number: int, block: list[str], at: int, found: re.Match[str]) -> None:
        line = block[at]
        self._draft.repair(number + at, message("times not as WebVTT writes them"), line)
        if rest := line[found.end() :].strip():
            self._draft.skip(number + at, message("more than times in this line"), rest)
        start, end = milliseconds(found[1]), milliseconds(found[2])
        self._add(number + at, start, end, "\n".join(block[at + 1 :]), block[0] if at else "")

    def _add(self, line: int, start: int, end: int, raw: str, identifier: str) -> None:
        if raw.startswith("{") and (spoken := _spoken_json(raw)):
            self._add_spoken(line, start, end, raw, spoken)
            return
        bare = raw.strip()
        said = plain(raw, start, end) if "<" in raw or "&" in raw else Plain(bare)
        self._draft.skip_tags(line, said.unread)
        self._empty = None if bare else (start, end)
        self._draft.add(
            line,
            start,
            end,
            said.text,
            voices=said.voices,
            words=said.words,
            raw=raw if said.text != bare else "",
            id=identifier,
        )

    def _add_spoken(self, line: int, start: int, end: int, raw: str, spoken: SpokenJson) -> None:
        """What a program wrote as an object; the rest is noted, each value once."""
        voices = (VoiceChange(0, spoken.voice),) if spoken.voice and spoken.text else ()
        self._draft.add(line, start, end, spoken.text, voices=voices, raw=raw)
        for name, value in spoken.others.items():
            if (
                value not in self._noted.setdefault(name, set())
                and len(self._noted[name]) < _MOST_NOTED
            ):
                self._noted[name].add(value)
                self._draft.add_metadata(name, value)

    def _take_aside(self, number: int, block: list[str]) -> None:
        text = "\n".join(block)
        if found := _ASIDE.match(text):
            aside = text[found.end() :].strip()
            self._asides.setdefault(_ASIDE_NAMES[found[1]], []).append(aside)
        elif self._empty and text.strip():
            start, end = self._empty
            self._draft.repair(number, message("a blank line between times and text"), text)
            self._add(number, start, end, text, "")
        elif text.strip() and text.strip() != _SIGNATURE:
            self._draft.skip(number, message("text without times"), text)


def _spoken_json(raw: str) -> SpokenJson | None:
    from reader.formats.json_cue import spoken_json  # few captions are objects

    return spoken_json(raw.strip())
