"""SubRip (.srt) in all its dialects: with and without index, hours, milliseconds, blank lines."""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.times import BROKEN_TIMES, TIMES, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder, read_lines
from reader.message import message
from reader.transcript.model import Transcript

_EXACT = r"\d{2,10}:[0-5]\d:[0-5]\d,\d{3}"
_WELL_FORMED = re.compile(rf"({_EXACT}) --> ({_EXACT})[ \t]*")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_LAYOUT = re.compile(
    r"(?:(?:[XY][12]|align|position|line|size|vertical|region):\S{1,40}+\s*+)*+", re.IGNORECASE
)
"""Where a cue is drawn, as some write it after the times."""


def is_like(head: list[str]) -> bool:
    """Whether any of the first lines opens with two times and an arrow between them."""
    return any(TIMES.match(line) for line in head if ">" in line or "→" in line)


def read(source: Source) -> Transcript:
    """A cue runs from its line of times to the next one's, without that one's index."""
    return read_lines(source, _Reading(source))


class _Reading:
    """Gathers the lines under one line of times until the next."""

    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("SubRip", source)
        self._lines: list[str] = []
        self._line = 1
        self._times: re.Match[str] | None = None
        self._stamp = ""
        self._index: int | None = None
        self._is_indexed: bool | None = None

    def take(self, number: int, line: str) -> None:
        if (">" in line or "→" in line) and self._is_new_cue(number, line):
            return
        self._lines.append(line)

    def transcript(self) -> Transcript:
        self._finish()
        return self._draft.transcript()

    def _is_new_cue(self, number: int, line: str) -> bool:
        if found := _WELL_FORMED.fullmatch(line):
            self._open(number, line, found)
        elif found := TIMES.match(line):
            self._open(number, line, found)
            rest = line[found.end() :].strip()
            if rest and not _LAYOUT.fullmatch(rest):
                self._lines.append(rest)
        elif BROKEN_TIMES.match(line):
            self._open(number, line, None)
        else:
            return False
        return True

    def _open(self, number: int, line: str, times: re.Match[str] | None) -> None:
        index = self._take_index()
        if self._is_indexed is None and times:
            self._is_indexed = index is not None
        self._finish()
        self._index = index
        self._line, self._stamp, self._times = number, line, times

    def _take_index(self) -> int | None:
        """The number that announces the next cue, taken from under the text of this one.

        After a blank line, or in a file that numbers its cues, a number just above the times is
        one; with a blank line in between, only the number that is due. Else it is spoken.
        """
        lines = self._lines
        last = len(lines) - 1
        while last >= 0 and not lines[last].strip():
            last -= 1
        if last < 0 or not lines[last].strip().isdecimal() or len(lines[last]) > 12:
            return None
        index = int(lines[last].strip())
        is_apart = last == 0 or not lines[last - 1].strip()
        is_above = last == len(lines) - 1
        is_due = self._index is None or index == self._index + 1
        if not ((is_above and (is_apart or self._is_indexed)) or (is_apart and is_due)):
            return None
        del lines[last:]
        return index

    def _finish(self) -> None:
        lines, self._lines = self._lines, []
        if self._times is None:
            self._skip("\n".join(lines).strip())
            return
        start, end = milliseconds(self._times[1]), milliseconds(self._times[2])
        raw = "\n".join(lines).strip()
        text = self._closed_up(raw) if "\n\n" in raw or "\n " in raw else raw
        self._draft.add_subtitle(self._line, start, end, text, raw or self._stamp)

    def _closed_up(self, raw: str) -> str:
        """`raw` without blank lines: the text after one belongs to the cue all the same."""
        text = _BLANK_LINES.sub("\n", raw)
        if text != raw:
            self._draft.repair(self._line, message("a blank line inside the text"), raw)
        return text

    def _skip(self, raw: str) -> None:
        if self._stamp:
            text = f"{self._stamp}\n{raw}".strip()
            self._draft.skip(self._line, message("times that cannot be read"), text)
        elif raw:
            self._draft.skip(self._line, message("text before the first time"), raw)
