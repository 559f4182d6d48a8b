"""SubViewer (.sbv as YouTube writes it, .sub): `0:00:01.000,0:00:02.000` above the text.

What is odd is repaired and listed.
"""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.times import GAP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder, read_lines
from reader.message import message
from reader.transcript.model import Transcript

_STAMP = r"-?\d{1,10}:\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"{GAP}({_STAMP}){GAP},{GAP}({_STAMP})(?![\d:])(.*)")
_HEADER = re.compile(r"\[(?!br\])([A-Za-z][A-Za-z ]{1,30})\](.*)", re.IGNORECASE)
_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")


def is_like(head: list[str]) -> bool:
    """Whether a line consists of two times and a comma between them."""
    return any(
        (found := _TIMES.match(line)) and not found[3].strip() for line in head if ":" in line
    )


def read(source: Source) -> Transcript:
    """A cue runs from its line of times to the next one's; `[br]` breaks a line."""
    return read_lines(source, _Reading(source))


class _Reading:
    """Gathers the lines under one line of times until the next."""

    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("SubViewer", source)
        self._stamps: re.Match[str] | None = None
        self._line = 1
        self._lines: list[str] = []

    def take(self, number: int, line: str) -> None:
        if found := _TIMES.match(line):
            self._finish()
            self._stamps, self._line = found, number
            if rest := found[3].strip():
                self._draft.repair(number, message("text in the line of its times"), line)
                self._lines.append(rest)
        else:
            self._lines.append(line)

    def transcript(self) -> Transcript:
        self._finish()
        return self._draft.transcript()

    def _finish(self) -> None:
        lines, self._lines = self._lines, []
        if self._stamps is None:
            self._take_header(lines)
            return
        start, end = milliseconds(self._stamps[1]), milliseconds(self._stamps[2])
        raw = "\n".join(lines).strip()
        text = _BREAK.sub("\n", raw)
        if _BLANK_LINES.search(text):
            self._draft.repair(self._line, message("a blank line inside the text"), raw)
            text = _BLANK_LINES.sub("\n", text)
        self._draft.add_subtitle(self._line, start, end, text, raw or self._stamps[0])

    def _take_header(self, lines: list[str]) -> None:
        """`[TITLE]Harbour` above the first time describes the file; other text is lost."""
        for number, line in enumerate(lines, 1):
            if field := _HEADER.match(line):
                if field[2].strip():
                    self._draft.metadata[field[1].strip().lower()] = field[2].strip()
            elif line.strip():
                self._draft.skip(number, message("text before the first time"), line)
