"""What whisper.cpp and its kin print: `[00:00:00.920 --> 00:00:03.980]   - Hey everyone`."""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.times import ARROW, GAP, STAMP, TIMES, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder, read_lines
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_PLAIN = re.compile(
    r"\[(\d{2,4}):(\d\d):(\d\d)\.(\d{3}) --> (\d{2,4}):(\d\d):(\d\d)\.(\d{3})\][ \t]*(.*)"
)
_LOOSE = re.compile(
    rf"{GAP}\[{GAP}({STAMP}){GAP}(?:{ARROW}){GAP}({STAMP}){GAP}(\]?)\s*(.*)", re.DOTALL
)
_BROKEN = re.compile(rf"{GAP}\[[^\[\]]{{0,80}}(?:{ARROW})")
_COLOURS = re.compile(r"\x1b\[[\d;]{0,40}[A-Za-z]")
_SPEAKER = re.compile(r"\(speaker ([\d?]{1,3})\)\s*")
_TURN = "[SPEAKER_TURN]"
_CHATTER = re.compile(r"(?:whisper_|ggml_|main:|system_info|output_|load_backend|init:|log_mel_)")


def is_like(head: list[str]) -> bool:
    """Whether the first times of the file stand in brackets."""
    timed = (line for line in head if _LOOSE.match(line) or TIMES.match(line))
    return bool(_LOOSE.match(next(timed, "")))


def read(source: Source) -> Transcript:
    """Every line with times is a cue; a line without belongs to the one before."""
    return read_lines(source, _Reading(source))


class _Reading:
    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("whisper.cpp", source)
        self._loose: list[str] = []
        self._loose_line = 0
        self._is_turn_open = False
        self._is_waiting = False  # whether the next line of times has something to settle first

    def take(self, number: int, line: str) -> None:
        if found := _PLAIN.match(line):
            h, m, s, ms, h2, m2, s2, ms2, text = found.groups()
            start = ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms)
            end = ((int(h2) * 60 + int(m2)) * 60 + int(s2)) * 1000 + int(ms2)
            if not text or self._is_waiting or "[S" in text or "(s" in text or "\x1b" in text:
                self._add(number, start, end, text, line)
            else:
                self._draft.add(number, start, end, text.rstrip())
        elif line and not line.isspace():
            self._take_odd(number, line)

    def transcript(self) -> Transcript:
        self._flush()
        return self._draft.transcript()

    def _take_odd(self, number: int, line: str) -> None:
        if found := _LOOSE.match(_COLOURS.sub("", line[:200]) + line[200:]):
            if not found[3]:
                self._draft.repair(number, message("no closing bracket after the times"), line)
            start, end = milliseconds(found[1]), milliseconds(found[2])
            self._add(number, start, end, found[4], line)
        elif _BROKEN.match(line):
            self._draft.skip(number, message("times that cannot be read"), line)
        elif _CHATTER.match(line):
            self._draft.skip(number, message("a message of the program, not speech"), line)
        else:
            self._loose_line = self._loose_line or number
            self._loose.append(line.strip())
            self._is_waiting = True

    def _add(self, number: int, start: int, end: int, text: str, line: str) -> None:
        """A line that is empty, coloured or names its speaker, or follows one that matters here."""
        self._flush()
        raw = text if _COLOURS.search(text) else ""
        text = _COLOURS.sub("", text).rstrip()
        voices: tuple[VoiceChange, ...] = ()
        if self._is_turn_open:
            voices = (VoiceChange(0, ""),)
        elif (speaker := _SPEAKER.match(text)) and speaker[1] != "?":
            voices = (VoiceChange(speaker.end(), f"Speaker {speaker[1]}", speaker.end()),)
        self._is_waiting = self._is_turn_open = text.endswith(_TURN)
        if _TURN in text:
            raw, text = raw or text, text.replace(_TURN, " ")
        text = " ".join(text.split()) if raw else text
        self._draft.add(number, start, end, text, voices=voices, raw=raw if text else line)

    def _flush(self) -> None:
        """Hand lines without times to the cue before them."""
        if not self._loose:
            return
        text = "\n".join(self._loose)
        if self._draft.is_empty:
            self._draft.skip(self._loose_line, message("text before the first time"), text)
        else:
            self._draft.extend(text)
            self._draft.repair(
                self._loose_line, message("no times: added to the line before"), text
            )
        self._loose, self._loose_line = [], 0
