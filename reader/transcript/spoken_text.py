"""The transcript as the words alone: what quotes are cut from, whatever the file's lines were.

Cue texts in order, without the marks that only name a voice, white space collapsed, joined by a
blank (by nothing between scripts that have none). Blank cues are left out. Positions are code
points from the start; times are the transcript's, in ms.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind, Transcript
from reader.transcript.reading_text import Place
from reader.transcript.timeline import Timeline
from reader.transcript.word_timing import WordTimes, words_of
from reader.transcript.writing import is_unspaced

_RUN = re.compile(r"\S+(?: \S+)*")


class SpokenPiece(NamedTuple):
    """A part of a cue that stands in the text as it is: [start, end), from `offset` in the cue.

    `turn` counts the changes of voice before it.
    """

    start: int
    end: int
    cue: int
    offset: int
    turn: int


class SpokenText:
    """What is said in a transcript, as one text, and when. All is built when first asked for."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self._last_times = -1, WordTimes(())

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._flow.parts)

    @property
    def is_timed(self) -> bool:
        """Whether any of its words has a time."""
        return len(self._timeline) > 0

    def pieces(self, start: int = 0, end: int | None = None) -> Iterator[SpokenPiece]:
        """The pieces that [start, end) touches, in order; all of them by default."""
        flow = self._flow
        last = len(flow.start) if end is None else bisect_left(flow.start, max(end, start + 1))
        return map(self._piece, range(max(0, bisect_right(flow.start, start) - 1), last))

    def place_at(self, position: int) -> Place | None:
        """The cue and the character in it at `position`, or just before; None in an empty text."""
        if not self._flow.start:
            return None
        piece = self.piece_at(position)
        within = min(max(0, position - piece.start), piece.end - piece.start)
        return Place(piece.cue, piece.offset + within)

    def position_of(self, place: Place) -> int | None:
        """Where a character of a cue stands in the text; None where none of the cue is in it."""
        first, after = self._flow.first_piece[place.cue : place.cue + 2]
        if first == after:
            return None
        k = max(first, bisect_right(self._flow.offset, place.offset, first, after) - 1)
        piece = self._piece(k)
        return min(max(piece.start, piece.start + place.offset - piece.offset), piece.end)

    def voice_at(self, position: int) -> str:
        """The name of the voice that speaks at `position`; empty where it has none."""
        return self._flow.voices[self.piece_at(position).turn] if self._flow.start else ""

    def position_at(self, time: int) -> int | None:
        """Where the word starts that is heard at `time`, or was heard last; 0 before the first.

        None in a text without times.
        """
        if not self.is_timed:
            return None
        number = self._timeline.cue_at_or_before(time)
        if number is None:
            return 0
        return self.position_of(Place(number, self._word_times(number).offset_at(time)))

    def time_at(self, position: int) -> int | None:
        """When the word at `position`, or the next in its cue, is heard; None without a time."""
        place = self.place_at(position)
        return None if place is None else self._start_of(*place)

    def times(self, start: int, end: int) -> tuple[int, int] | None:
        """When the words in [start, end) start and end; None where none of them has a time."""
        start, end = self._without_blanks(start, end)
        if start == end:
            time = self.time_at(start)
            return None if time is None else (time, time)
        pieces = list(self.pieces(start, end))
        starts = (self._start_of(p.cue, p.offset + max(0, start - p.start)) for p in pieces)
        ends = (self._end_of(p.cue, p.offset + min(p.end, end) - p.start) for p in reversed(pieces))
        first = next((time for time in starts if time is not None), None)
        last = next((time for time in ends if time is not None), None)
        return None if first is None or last is None else (first, max(first, last))

    @cached_property
    def _flow(self) -> _Flow:
        return _Flow(self.transcript.cues)

    @cached_property
    def _timeline(self) -> Timeline:
        first_piece = self._flow.first_piece
        has_pieces = (first_piece[k] < first_piece[k + 1] for k in range(len(first_piece) - 1))
        return Timeline(list(compress(self.transcript.cues, has_pieces)))

    def _start_of(self, cue: int, offset: int) -> int | None:
        time = self._word_times(cue).start_from(offset)
        return self.transcript.cues[cue].start if time is None else time

    def _end_of(self, cue: int, offset: int) -> int | None:
        time = self._word_times(cue).end_before(offset)
        return self.transcript.cues[cue].end if time is None else time

    def _word_times(self, cue: int) -> WordTimes:
        """Those of the last cue are remembered: a long one is asked for sentence by sentence."""
        number, times = self._last_times
        if number != cue:
            times = WordTimes(words_of(self.transcript.cues[cue]))
            self._last_times = cue, times
        return times

    def _piece(self, k: int) -> SpokenPiece:
        flow = self._flow
        start = flow.start[k]
        return SpokenPiece(start, start + flow.length[k], flow.cue[k], flow.offset[k], flow.turn[k])

    def part_at(self, start: int, end: int) -> tuple[int, int, int] | None:
        """The cue that has all of [start, end), and from where to where; None for several."""
        flow = self._flow
        k = bisect_right(flow.start, start) - 1
        within = flow.start[k]
        if end > within + flow.length[k]:
            return None
        away = flow.offset[k] - within
        return flow.cue[k], start + away, end + away

    def piece_at(self, position: int) -> SpokenPiece:
        """The piece that holds a position of a text that is not empty, or lies just before it."""
        return self._piece(max(0, bisect_right(self._flow.start, position) - 1))

    def _without_blanks(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return start, end


class _Flow:
    """The parts of the text, one cue after the other, with where each comes from."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.parts: list[str] = []
        self.voices = [""]
        self.start, self.length, self.cue = array("i"), array("i"), array("i")
        self.offset, self.turn, self.first_piece = array("i"), array("i"), array("i")
        self._position, self._turn, self._last = 0, 0, ""
        for cue in cues:
            self.first_piece.append(len(self.start))
            if cue.kind is not CueKind.BLANK and cue.text:
                self._add(cue)
        self.first_piece.append(len(self.start))

    def _add(self, cue: Cue) -> None:
        text = cue.text
        if not cue.voices and _is_plain(text):
            self._append(text, cue.index, 0)
            return
        start = 0
        for change in cue.voices:
            self._add_runs(text, cue.index, start, change.offset - change.mark)
            self._turn_to(change.voice)
            start = change.offset
        self._add_runs(text, cue.index, start, len(text))

    def _add_runs(self, text: str, cue: int, start: int, end: int) -> None:
        for run in _RUN.finditer(text, start, max(start, end)):
            self._append(run[0], cue, run.start())

    def _append(self, part: str, cue: int, offset: int) -> None:
        last, length = self._last, len(part)
        if last and (last.isascii() or not (is_unspaced(last) and is_unspaced(part[0]))):
            self.parts.append(" ")
            self._position += 1
        self.parts.append(part)
        self.start.append(self._position)
        self.length.append(length)
        self.cue.append(cue)
        self.offset.append(offset)
        self.turn.append(self._turn)
        self._position += length
        self._last = part[-1]

    def _turn_to(self, voice: str) -> None:
        if not voice or voice != self.voices[-1]:
            self.voices.append(voice)
            self._turn += 1


def _is_plain(text: str) -> bool:
    return text.isprintable() and text[0] != " " != text[-1] and "  " not in text
