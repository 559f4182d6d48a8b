"""Scenarist closed captions (.scc): the bytes of CEA-608 as they are sent, two in each frame.

A caption is built out of sight and then shown (pop-on), or each line is shown as it comes and
rolls up. What the bytes mean is ttconv's; its own reader loses a file at the first damaged byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

if TYPE_CHECKING:
    from ttconv.scc.word import SccWord

_HEADER = re.compile(r"\s*+Scenarist_SCC V\d", re.IGNORECASE)
_LINE = re.compile(
    r"\s{0,9}(\d\d):(\d\d):(\d\d)([:;.,])(\d\d)\s++((?:[0-9a-fA-F]{4}(?:\s++|\Z))++)"
)
_LONGEST = 20_000  # characters of a line; the bytes of a caption are some hundred
_RATE = 30000 / 1001
_BLANKS = re.compile(r"[^\S\n]+")
_FIRST_ROW = 15


def is_like(head: list[str]) -> bool:
    """Whether its first line says so."""
    return bool(_HEADER.match("\n".join(head).lstrip("\ufeff")))


def read(source: Source) -> Transcript:
    """The captions of the first channel, each as long as it is shown; rolling ones by line."""
    from ttconv.scc.word import SccWord

    draft = TranscriptBuilder("SCC", source)
    screen = _Screen(draft)
    for number, line in enumerate(source.lines(), 1):
        found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
        if found:
            words = [SccWord.from_str(word) for word in found[6].split()]
            screen.take(number, _time(found), words)
        elif line.strip() and not _HEADER.match(line):
            draft.skip(number, message("no captions in this line"), line)
    screen.finish()
    return draft.transcript()


def _time(found: re.Match[str]) -> float:
    """Milliseconds: a semicolon drops numbers of frames to keep to the clock, a colon does not."""
    hours, minutes, seconds, frame = map(int, found.group(1, 2, 3, 5))
    whole = 3600 * hours + 60 * minutes + seconds
    return 1000 * (whole if found[4] in ";," else whole * 30 / _RATE) + 1000 * frame / _RATE


class _Screen:
    """What is shown, and what is being built out of sight: rows by their numbers."""

    def __init__(self, draft: TranscriptBuilder) -> None:
        self._draft = draft
        self._mode = ""
        self._shown: dict[int, str] = {}
        self._hidden: dict[int, str] = {}
        self._row = _FIRST_ROW
        self._since: float | None = None
        self._line = self._number = 1
        self._last: int | None = None
        self._is_first_channel = True

    def take(self, number: int, time: float, words: list[SccWord]) -> None:
        """The words of a line, each a frame later than the one before."""
        self._number = number
        for count, word in enumerate(words):
            moment = time + 1000 * count / _RATE
            is_again = word.is_code() and word.value == self._last
            self._last = None if is_again else word.value  # codes are sent twice
            if is_again or not word.value:
                continue
            if word.is_code():
                self._take_code(word, moment)
            elif self._is_first_channel:
                self._write(word.to_text(), moment)

    def finish(self) -> None:
        """Add what is still shown."""
        self._add(None)

    def _take_code(self, word: SccWord, moment: float) -> None:
        channel = word.get_channel()
        if channel is not None:
            self._is_first_channel = channel.name == "CHANNEL_1"
        code = word.get_code()
        if code is None or not self._is_first_channel:
            return
        kind = type(code).__name__
        if kind == "SccControlCode":
            self._obey(getattr(code, "name", ""), moment)
        elif kind == "SccPreambleAddressCode":
            self._move(code.get_row())
        elif kind in ("SccSpecialCharacter", "SccExtendedCharacter"):
            if kind == "SccExtendedCharacter":
                self._write("\b", moment)
            self._write(code.get_unicode_value(), moment)
        else:
            self._write(" ", moment)

    def _obey(self, code: str, moment: float) -> None:
        if code == "RCL":
            self._mode = "pop"
        elif code in ("RU2", "RU3", "RU4", "RDC"):
            if self._mode not in ("roll", "") or code == "RDC":
                self._add(moment)
            self._mode = "paint" if code == "RDC" else "roll"
        elif code == "EOC":
            self._add(moment)
            self._shown, self._hidden = self._hidden, {}
            self._since, self._line = moment, self._number
        elif code == "EDM" or (code == "CR" and self._mode == "roll"):
            self._add(moment)
        elif code == "ENM":
            self._hidden = {}
        elif code == "BS":
            self._write("\b", moment)
        elif code in ("TR", "RTD"):
            self._mode = "text"  # pages of teletext, not captions

    def _move(self, row: int) -> None:
        self._row = row if self._mode != "roll" else _FIRST_ROW

    def _write(self, text: str, moment: float) -> None:
        if self._mode == "pop":
            rows = self._hidden
        elif self._mode in ("paint", "roll"):
            rows = self._shown
            if self._since is None:
                self._since, self._line = moment, self._number
        else:
            return
        before = rows.get(self._row, "")
        rows[self._row] = before[:-1] if text == "\b" else before + text

    def _add(self, end: float | None) -> None:
        rows, self._shown = self._shown, {}
        since, self._since = self._since, None
        lines = (_BLANKS.sub(" ", rows[row]).strip() for row in sorted(rows))
        text = "\n".join(filter(None, lines))
        if text and since is not None:
            until = None if end is None else round(end)
            self._draft.add(self._line, round(since), until, text)
