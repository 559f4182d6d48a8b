"""The transcript as one running text: speaker turns in paragraphs, and where each cue lies in it.

The text is a row of blocks joined by line breaks. A speaker turn is one block with the voice's
name, then its paragraphs. Positions are code points from the start of the text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind, Transcript
from reader.transcript.spans import trimmed
from reader.transcript.writing import CLOSING, ENDS, UNSPACED_ENDS, ends_sentence, is_unspaced

UNNAMED = "–"
"""Stands for a voice that the transcript does not name."""

_SOFT, _HARD = 520, 1_400  # characters: a paragraph ends at a sentence beyond the first
_INNER_END = re.compile(rf"[{ENDS}{UNSPACED_ENDS}][{CLOSING}]*(?=\s)|[{UNSPACED_ENDS}]")
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x00\x1c\x1d\x1e\x85\u2028\u2029", " "))


_PIECES = ("_piece_start", "_piece_length", "_piece_offset", "_piece_cue", "_first_piece")


class Place(NamedTuple):
    """A character of a cue."""

    cue: int
    offset: int


class ReadingText:
    """The running text of a transcript with its blocks and the pieces of its cues.

    A cue has one piece for each block it reaches into: `- Yes. - Killing` has two. What takes
    time in a long text is worked out here, off the GUI thread: `end` is when the last cue ends,
    `sounds` are the cues heard and not said, `block_lengths` counts the characters of each block.
    """

    def __init__(self, transcript: Transcript, *, are_blanks_shown: bool = False) -> None:
        self.transcript = transcript
        flow = _Flow()
        sounds: list[int] = []
        for cue in transcript.cues:
            if cue.kind is not CueKind.SPEECH:
                sounds.append(cue.index)
            if are_blanks_shown or cue.kind is not CueKind.BLANK:
                flow.add(cue)
            else:
                flow.skip()
        flow.end_paragraph()
        self.text = "\n".join(flow.blocks)
        self.end = transcript.end
        self.sounds = frozenset(sounds)
        self.voices = tuple(flow.voices)
        self.block_lengths = array("i", map(len, flow.blocks))
        self.block_start = flow.block_start
        self._block_voice = flow.block_voice
        self.block_is_voice = flow.is_voice
        self._piece_start = flow.piece_start
        self._piece_length = flow.piece_length
        self._piece_offset = flow.piece_offset
        self._piece_cue = flow.piece_cue
        self._first_piece = flow.first_piece
        self._first_piece.append(len(flow.piece_cue))

    def __len__(self) -> int:
        return len(self.text)

    def has_text_of(self, other: ReadingText) -> bool:
        """Whether both are the same text, made of the same cues: only times may differ."""
        return (
            self.text == other.text
            and self.voices == other.voices
            and self.sounds == other.sounds
            and all(
                getattr(self, name) == getattr(other, name)
                for name in ("block_start", "_block_voice", "block_is_voice", *_PIECES)
            )
        )

    @property
    def block_count(self) -> int:
        """How many blocks (names and paragraphs) there are."""
        return len(self.block_start)

    def block_at(self, position: int) -> int:
        """The block that holds `position`."""
        return max(0, bisect_right(self.block_start, position) - 1)

    def block_span(self, block: int) -> tuple[int, int]:
        """Where a block starts and ends."""
        is_last = block + 1 >= len(self.block_start)
        end = len(self.text) if is_last else self.block_start[block + 1] - 1
        return self.block_start[block], end

    def is_voice(self, block: int) -> bool:
        """Whether a block is a voice's name and not a paragraph."""
        return bool(self.block_is_voice[block])

    def voice_number(self, block: int) -> int:
        """Which voice speaks a block: counts named voices; unnamed ones take turns as -1 and -2."""
        return self._block_voice[block]

    def voice_name(self, block: int) -> str:
        """The name of the voice that speaks a block; empty where it has none."""
        number = self._block_voice[block]
        return self.voices[number] if number >= 0 else ""

    def first_cue(self, block: int) -> int | None:
        """The first cue of a paragraph, or of the paragraph under a voice's name."""
        piece = bisect_left(self._piece_start, self.block_start[block])
        return self._piece_cue[piece] if piece < len(self._piece_cue) else None

    def ranges(self, cue: int) -> list[tuple[int, int]]:
        """Where a cue lies in the text; empty for a hidden one."""
        if not 0 <= cue < len(self._first_piece) - 1:
            return []
        pieces = range(self._first_piece[cue], self._first_piece[cue + 1])
        return [
            (self._piece_start[k], self._piece_start[k] + self._piece_length[k]) for k in pieces
        ]

    def place_at(self, position: int) -> Place | None:
        """The cue and the character in it at `position`, or just before; None in an empty text."""
        if not self._piece_cue:
            return None
        k = max(0, bisect_right(self._piece_start, position) - 1)
        within = min(max(0, position - self._piece_start[k]), self._piece_length[k])
        return Place(self._piece_cue[k], self._piece_offset[k] + within)

    def position_of(self, place: Place) -> int | None:
        """Where a character of a cue lies in the text; None for a hidden cue."""
        first, after = self._first_piece[place.cue : place.cue + 2]
        if first == after:
            return None
        k = max(first, bisect_right(self._piece_offset, place.offset, first, after) - 1)
        within = min(max(0, place.offset - self._piece_offset[k]), self._piece_length[k])
        return self._piece_start[k] + within

    def cues_between(self, start: int, end: int) -> list[int]:
        """The cues that [start, end) touches, in order of the text, each once."""
        first = max(0, bisect_right(self._piece_start, start) - 1)
        pieces = range(first, bisect_left(self._piece_start, end))
        touched = (k for k in pieces if self._piece_start[k] + self._piece_length[k] > start)
        return list(dict.fromkeys(self._piece_cue[k] for k in touched))


class _Flow:
    """Fills blocks with the pieces of one cue after the other."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.voices: dict[str, int] = {}
        self.block_start, self.block_voice = array("i"), array("i")
        self.is_voice = array("b")
        self.piece_start, self.piece_length = array("i"), array("i")
        self.piece_offset, self.piece_cue = array("i"), array("i")
        self.first_piece = array("i")
        self._position = 0
        self._paragraph: list[str] = []
        self._length = 0
        self._voice: int | None = None

    def skip(self) -> None:
        """A hidden cue: it has no pieces."""
        self.first_piece.append(len(self.piece_cue))

    def add(self, cue: Cue) -> None:
        """Append a cue's text, turning the speaker where it says so."""
        self.first_piece.append(len(self.piece_cue))
        text = cue.text if cue.text.isprintable() else cue.text.translate(_BREAKS)
        start = 0
        for change in cue.voices:
            self._add_text(cue.index, text, start, change.offset - change.mark)
            self._turn_to(change.voice)
            start = change.offset
        self._add_text(cue.index, text, start, len(text))

    def end_paragraph(self) -> None:
        if self._paragraph:
            self._append_block("".join(self._paragraph), is_voice=False)
            self._paragraph, self._length = [], 0

    def _turn_to(self, voice: str) -> None:
        number = self._number(voice)
        if number == self._voice:
            return
        self.end_paragraph()
        self._voice = number
        self._append_block(voice.translate(_BREAKS) or UNNAMED, is_voice=True)

    def _number(self, voice: str) -> int:
        if voice:
            return self.voices.setdefault(voice, len(self.voices))
        return -2 if self._voice == -1 else -1

    def _append_block(self, text: str, *, is_voice: bool) -> None:
        self.blocks.append(text)
        self.block_start.append(self._position)
        self.block_voice.append(-1 if self._voice is None else self._voice)
        self.is_voice.append(is_voice)
        self._position += len(text) + 1

    def _add_text(self, cue: int, text: str, start: int, end: int) -> None:
        if start or end < len(text) or text[:1] == " " or text[-1:] == " ":
            start, end = trimmed(text, start, end)
        while end - start > _HARD:
            cut = _cut(text, start)
            self._add_piece(cue, text[start:cut].rstrip(), start)
            start, _ = trimmed(text, cut, end)
        if end > start:
            self._add_piece(cue, text[start:end], start)

    def _add_piece(self, cue: int, piece: str, offset: int) -> None:
        paragraph = self._paragraph
        if paragraph and self._is_full(len(piece)):
            self.end_paragraph()
            paragraph = self._paragraph
        if paragraph and not (is_unspaced(piece[0]) and is_unspaced(paragraph[-1][-1])):
            paragraph.append(" ")
            self._length += 1
        self.piece_cue.append(cue)
        self.piece_start.append(self._position + self._length)
        self.piece_length.append(len(piece))
        self.piece_offset.append(offset)
        paragraph.append(piece)
        self._length += len(piece)

    def _is_full(self, coming: int) -> bool:
        if self._length + coming >= _HARD:  # a blank may come between
            return True
        return self._length >= _SOFT and ends_sentence(self._paragraph[-1])


def _cut(text: str, start: int) -> int:
    """Where a piece beyond the hard cap is cut: after a sentence, at a blank, or anywhere."""
    window = text[start + _SOFT : start + _HARD]
    ends = [found.end() for found in _INNER_END.finditer(window)]
    blank = window.rfind(" ")
    return start + _SOFT + (ends[0] if ends else blank if blank >= 0 else len(window))
