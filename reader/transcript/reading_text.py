"""The transcript as one running text: speaker turns in paragraphs, and where each cue lies in it.

The text is a row of blocks joined by line breaks. A speaker turn is one block with the voice's
name, then its paragraphs. Positions are code points from the start of the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, chain
from typing import Any, NamedTuple
from weakref import ReferenceType, ref

from reader.transcript.file_offsets import file_offset, shown_offset
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.paragraphs import (
    MOST_LETTERS,
    Habits,
    TurnPart,
    between,
    is_joined,
    paragraphs,
    word_count,
)
from reader.transcript.shifted import ShiftedArray
from reader.transcript.spans import trimmed
from reader.transcript.word_timing import WordTimes, words_of

UNNAMED = "–"
"""Stands for a voice that the transcript does not name."""

GUESSED = "?"
"""Follows a name that is a guess."""

_SAMPLE = 500  # cues that show whether sentences begin with capitals
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x00\x1c\x1d\x1e\x85\u2028\u2029", " "))


_BLOCKS = ("block_start", "_block_voice", "block_is_voice", "_block_is_guess")
_LIST = "_cue_list"
_NOT_WORKED_OUT = frozenset(
    ("transcript", "_word_times", "rewritten", "_before", "_change_places", _LIST)
)
_PIECES = ("_piece_start", "_piece_length", "_piece_offset", "_piece_cue", "_first_piece")


class Place(NamedTuple):
    """A character of a cue."""

    cue: int
    offset: int


class Piece(NamedTuple):
    """A cue's share of a block: [start, end) of the text, from `offset` in the cue."""

    start: int
    end: int
    cue: int
    offset: int


class Rewritten(NamedTuple):
    """A piece with other words: its number, its block, where it lay, what it says now, and where
    in its cue that begins. Of a name with other letters, `number` is the piece before it."""

    number: int
    block: int
    start: int
    end: int
    text: str
    offset: int

    @property
    def growth(self) -> int:
        """By how many characters it became longer."""
        return len(self.text) - (self.end - self.start)


class ReadingText:
    """The running text of a transcript with its blocks and the pieces of its cues.

    A cue has one piece for each block it reaches into: `- Yes. - Killing` has two. What takes
    time in a long text is worked out here, off the GUI thread: `end` is when the last cue ends,
    `sounds` are the cues heard and not said, `block_lengths` counts the characters of each block,
    `letters` are those of the blocks that are not in ASCII alone.
    """

    def __init__(self, transcript: Transcript, *, are_blanks_shown: bool = False) -> None:
        self.transcript = transcript
        self._are_blanks_shown = are_blanks_shown
        flow = _Flow(Habits.seen_in(_sample(transcript)))
        sounds: list[int] = []
        for cue in transcript.cues:
            if cue.kind is not CueKind.SPEECH:
                sounds.append(cue.index)
            if are_blanks_shown or cue.kind is not CueKind.BLANK:
                flow.add(cue)
        flow.end_turn()
        self.text = "\n".join(flow.blocks)
        beyond_ascii = (block for block in flow.blocks if not block.isascii())
        self.letters = frozenset(chain.from_iterable(beyond_ascii))
        self.end = transcript.end
        self.sounds = frozenset(sounds)
        self.voices = tuple(flow.voices.numbers)
        self.block_lengths = array("i", map(len, flow.blocks))
        self.block_start: array[int] | ShiftedArray = flow.block_start
        self._block_voice = flow.block_voice
        self.block_is_voice = flow.is_voice
        self._block_is_guess = flow.is_guess
        self.has_guesses = any(flow.is_guess)
        self._piece_start: array[int] | ShiftedArray = flow.piece_start
        self._piece_length = flow.piece_length
        self._piece_offset = flow.piece_offset
        self._piece_cue = flow.piece_cue
        self._first_piece = _first_pieces(flow.piece_cue, len(transcript.cues))
        self._word_times = -1, WordTimes(())  # of the cue that was last asked for
        self.corrected = frozenset(cue.index for cue in transcript.cues if cue.corrected)
        self.rewritten: tuple[Rewritten, ...] = ()
        self._before: ReferenceType[ReadingText] | None = None

    @property
    def state(self) -> dict[str, Any]:
        """All that was worked out of the transcript, for `of_state`."""
        return {
            name: array("i", value) if isinstance(value, ShiftedArray) else value
            for name, value in vars(self).items()
            if name not in _NOT_WORKED_OUT
        }

    @classmethod
    def of_state(cls, transcript: Transcript, state: Mapping[str, Any]) -> ReadingText:
        """The text that had this state, without working it out again."""
        made = cls.__new__(cls)
        vars(made).update(state)
        made.transcript = transcript
        made._word_times = -1, WordTimes(())
        made.rewritten, made._before = (), None
        return made

    def is_rewritten_from(self, other: ReadingText) -> bool:
        """Whether it is another text with some words or names put right, as `rewritten` says."""
        return self._before is not None and self._before() is other

    def position_from(self, before: ReadingText, position: int, *, is_end: bool = False) -> int:
        """Where a position of the text lies that this one was rewritten from."""
        place = before.place_at(position - is_end)
        if place is None:
            return position
        one, other = before.transcript.cues[place.cue], self.transcript.cues[place.cue]
        if one is other:
            found = self.position_of(place)
            return position if found is None else found + is_end
        offset = file_offset(one, place.offset + is_end, is_end=is_end)
        shown = shown_offset(other, offset, is_end=is_end)
        found = self.position_of(Place(place.cue, shown - is_end))
        return position if found is None else found + is_end

    def with_cues(self, changes: Mapping[int, Cue]) -> ReadingText | None:
        """The same text with other words in some cues, set in the same paragraphs.

        The cues are those that are shown, with other corrections. Takes no longer for a long text
        than to copy it. None where the words do not fit the paragraphs.
        """
        rewritten = rewritten_pieces(self, changes)
        return None if rewritten is None else self._rewritten(rewritten, changes)

    def with_voices(self, transcript: Transcript) -> ReadingText | None:
        """The same text of a transcript that differs in who speaks its turns alone.

        None where other turns begin in it: then their paragraphs are others, too.
        """
        changes, voices = _changes(transcript, are_blanks_shown=self._are_blanks_shown)
        places = [each.place for each in changes]
        if places != self._change_places:
            return None
        turns = [each for each in changes if each.opens_turn]
        names = [k for k, is_name in enumerate(self.block_is_voice) if is_name]
        renamed = []
        for block, turn in zip(names, turns, strict=True):
            start, end = self.block_span(block)
            if self.text[start:end] != turn.name:
                piece = bisect_left(self._piece_start, end) - 1
                renamed.append(Rewritten(piece, block, start, end, turn.name, 0))
        made = self._reworded(renamed, transcript)
        made.voices, made.has_guesses = voices, any(each.is_guess for each in turns)
        made._change_places = places
        made._block_voice, made._block_is_guess = self._block_voice[:], self._block_is_guess[:]
        ends = [*names[1:], self.block_count][: len(names)]
        for first, after, turn in zip(names, ends, turns, strict=True):
            made._block_voice[first:after] = array("i", [turn.number]) * (after - first)
            made._block_is_guess[first:after] = array("b", [turn.is_guess]) * (after - first)
        return made

    @cached_property
    def _change_places(self) -> list[tuple[int, int, int, bool]]:
        changes, _ = _changes(self.transcript, are_blanks_shown=self._are_blanks_shown)
        return [each.place for each in changes]

    def _rewritten(self, pieces: Sequence[Rewritten], changes: Mapping[int, Cue]) -> ReadingText:
        # The list goes on with the latest text, so that a long one is copied once for many changes.
        # Taken at once: a worker may set this text otherwise at the same time.
        cues = vars(self).pop(_LIST, None) or list(self.transcript.cues)
        for number, cue in changes.items():
            cues[number] = cue
        made = self._reworded(pieces, replace(self.transcript, cues=tuple(cues)))
        vars(made)[_LIST] = cues
        vars(made).pop("_change_places", None)  # offsets may have moved
        made._piece_length, made._piece_offset = self._piece_length[:], self._piece_offset[:]
        for each in pieces:
            made._piece_length[each.number] = len(each.text)
            made._piece_offset[each.number] = each.offset
        changed = {number for number, cue in changes.items() if cue.corrected}
        made.corrected = self.corrected.difference(changes).union(changed)
        return made

    def _reworded(self, pieces: Sequence[Rewritten], transcript: Transcript) -> ReadingText:
        """The same blocks, of which some are longer or shorter."""
        made = copy(self)
        vars(made).pop(_LIST, None)  # it has the cues of the other
        made.transcript = transcript
        made.text = _rewritten_text(self.text, pieces)
        made.letters = self.letters.union(
            *(each.text for each in pieces if not each.text.isascii())
        )
        made.block_lengths = self.block_lengths[:]
        for each in pieces:
            made.block_lengths[each.block] += each.growth
        made._piece_start = ShiftedArray.of(
            self._piece_start, [(each.number + 1, each.growth) for each in pieces]
        )
        starts: Counter[int] = Counter()
        for each in pieces:
            starts[each.block + 1] += each.growth
        made.block_start = ShiftedArray.of(self.block_start, starts.items())
        made._word_times = -1, WordTimes(())
        made.rewritten, made._before = tuple(pieces), ref(self)
        return made

    def piece(self, number: int) -> Piece:
        """Where a piece lies, and of which cue it is what."""
        start, length = self._piece_start[number], self._piece_length[number]
        return Piece(start, start + length, self._piece_cue[number], self._piece_offset[number])

    def pieces_of(self, cue: int) -> range:
        """The numbers of a cue's pieces; none for a hidden one."""
        return range(self._first_piece[cue], self._first_piece[cue + 1])

    @property
    def piece_count(self) -> int:
        """How many pieces there are."""
        return len(self._piece_cue)

    def __len__(self) -> int:
        return len(self.text)

    def goes_on_from(self, beginning: ReadingText) -> bool:
        """Whether another text is the beginning of this one, or all of it, but for its end."""
        last = beginning.block_start[beginning.block_count - 1]
        return self is beginning or self.text.startswith(beginning.text[:last])

    def has_text_of(self, other: ReadingText) -> bool:
        """Whether both are the same text, made of the same cues: only times may differ."""
        return (
            self.text == other.text
            and self.voices == other.voices
            and self.sounds == other.sounds
            and all(getattr(self, name) == getattr(other, name) for name in _BLOCKS + _PIECES)
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

    def name_of(self, place: Place) -> int | None:
        """The block with the name of the turn at a place; None where it has none, or is hidden."""
        position = self.position_of(place)
        if position is None:
            return None
        block = self.block_at(position)
        while block > 0 and not self.is_voice(block):
            block -= 1
        return block if self.is_voice(block) else None

    def voice_number(self, block: int) -> int:
        """Which voice speaks a block: counts named voices; unnamed ones take turns as -1 and -2."""
        return self._block_voice[block]

    def is_guess(self, block: int) -> bool:
        """Whether it is a guess who speaks a block."""
        return bool(self._block_is_guess[block])

    def voice_name(self, block: int) -> str:
        """The name of the voice that speaks a block; empty where it has none, or only a guess."""
        number = self._block_voice[block]
        return self.voices[number] if number >= 0 and not self._block_is_guess[block] else ""

    def guessed_name(self, block: int) -> str:
        """The same, with what is guessed."""
        number = self._block_voice[block]
        return self.voices[number] if number >= 0 else ""

    def time_at(self, position: int) -> int | None:
        """When the words at `position` are spoken, estimated within a long line; None without."""
        place = self.place_at(position)
        if place is None:
            return None
        cue = self.transcript.cues[place.cue]
        if place.offset <= _first_offset(cue):
            return cue.start
        if self._word_times[0] != place.cue:
            self._word_times = place.cue, WordTimes(words_of(cue))
        time = self._word_times[1].start_from(place.offset)
        return cue.start if time is None else time

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
        """Where a character of a cue lies in the text; None for a hidden cue, or one not there."""
        if place.cue + 1 >= len(self._first_piece):
            return None
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

    def __init__(self, habits: Habits) -> None:
        self.blocks: list[str] = []
        self.voices = _Voices()
        self.block_start, self.block_voice = array("i"), array("i")
        self.is_voice, self.is_guess = array("b"), array("b")
        self.piece_start, self.piece_length = array("i"), array("i")
        self.piece_offset, self.piece_cue = array("i"), array("i")
        self._habits = habits
        self._position = 0
        self._turn: list[TurnPart] = []

    def add(self, cue: Cue) -> None:
        """Append a cue's text, turning the speaker where it says so."""
        text = _printable(cue.text)
        start = 0
        for change in cue.voices:
            end = change.offset - change.mark
            if start < end:
                self._add_text(cue, text, start, end)
            if self.voices.opens_turn(change):
                self._open_turn(change)
            start = change.offset
        self._add_text(cue, text, start, len(text))

    def end_turn(self) -> None:
        """Set what one voice said in paragraphs."""
        for paragraph in paragraphs(self._turn, self._habits):
            self._append_paragraph(paragraph)
        self._turn = []

    def _open_turn(self, change: VoiceChange) -> None:
        self.end_turn()
        self.voices.take(change)
        self._append_block(_name_of(change), is_voice=True)

    def _append_paragraph(self, parts: list[TurnPart]) -> None:
        texts: list[str] = []
        length = 0
        for cue, offset, text, *_ in parts:
            if texts and not is_joined(texts[-1], text):
                texts.append(" ")
                length += 1
            self.piece_cue.append(cue)
            self.piece_start.append(self._position + length)
            self.piece_length.append(len(text))
            self.piece_offset.append(offset)
            texts.append(text)
            length += len(text)
        self._append_block("".join(texts), is_voice=False)

    def _append_block(self, text: str, *, is_voice: bool) -> None:
        self.blocks.append(text)
        self.block_start.append(self._position)
        self.block_voice.append(-1 if self.voices.number is None else self.voices.number)
        self.is_voice.append(is_voice)
        self.is_guess.append(self.voices.is_guess)
        self._position += len(text) + 1

    def _add_text(self, cue: Cue, text: str, start: int, end: int) -> None:
        if start or end < len(text) or text[:1] == " " or text[-1:] == " ":
            start, end = trimmed(text, start, end)
        while end - start > MOST_LETTERS:
            cut = _cut(text, start)
            self._add_part(cue, text[start:cut].rstrip(), start)
            start, _ = trimmed(text, cut, end)
        if end > start:
            self._add_part(cue, text[start:end], start)

    def _add_part(self, cue: Cue, piece: str, offset: int) -> None:
        start, end, whole = cue.start, cue.end, len(cue.text)
        if len(piece) < whole:
            first, last = offset / whole, (offset + len(piece)) / whole
            start, end = between(start, end, first), between(start, end, last)
        self._turn.append(TurnPart(cue.index, offset, piece, word_count(piece), start, end))


class _Voices:
    """Who speaks after each change; `numbers` are those of the named voices, as they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.number: int | None = None
        self.is_guess = False

    def opens_turn(self, change: VoiceChange) -> bool:
        """Whether not the same voice goes on: then it is to be taken."""
        is_sure = not change.guess and not self.is_guess
        return not (is_sure and self._number(change) == self.number)

    def take(self, change: VoiceChange) -> None:
        """The next change."""
        self.number, self.is_guess = self._number(change), bool(change.guess)

    def _number(self, change: VoiceChange) -> int:
        voice = change.guess or change.voice
        if voice:
            return self.numbers.setdefault(voice, len(self.numbers))
        return -2 if self.number == -1 else -1


class _Change(NamedTuple):
    """A change of voice: where it is and whether a turn opens there, by what name, and whose."""

    place: tuple[int, int, int, bool]
    name: str
    number: int
    is_guess: bool

    @property
    def opens_turn(self) -> bool:
        return self.place[-1]


def _changes(
    transcript: Transcript, *, are_blanks_shown: bool
) -> tuple[list[_Change], tuple[str, ...]]:
    """The changes of voice in a transcript, and the names of its voices."""
    voices, found = _Voices(), []
    for cue in transcript.cues:
        if cue.voices and (are_blanks_shown or cue.kind is not CueKind.BLANK):
            for change in cue.voices:
                place = cue.index, change.offset, change.mark, voices.opens_turn(change)
                voices.take(change)
                number = voices.number if voices.number is not None else -1
                found.append(_Change(place, _name_of(change), number, voices.is_guess))
    return found, tuple(voices.numbers)


def _name_of(change: VoiceChange) -> str:
    name = f"{change.guess}{GUESSED}" if change.guess else change.voice
    return name.translate(_BREAKS) or UNNAMED


def rewritten_pieces(reading: ReadingText, changes: Mapping[int, Cue]) -> list[Rewritten] | None:
    """The pieces of some cues with other corrections, in order; None where they do not fit."""
    found: list[Rewritten] = []
    for number in sorted(changes):
        for piece in reading.pieces_of(number):
            rewritten = _rewritten_piece(reading, piece, changes[number])
            if rewritten is None:
                return None
            found.append(rewritten)
    found.sort()
    return found if _are_joined_alike(reading, found) else None


def _rewritten_piece(reading: ReadingText, number: int, cue: Cue) -> Rewritten | None:
    start, end, _, offset = reading.piece(number)
    before = reading.transcript.cues[cue.index]
    first = file_offset(before, offset)
    last = file_offset(before, offset + end - start, is_end=True)
    now, after = shown_offset(cue, first), shown_offset(cue, last, is_end=True)
    is_whole = file_offset(cue, now) == first and file_offset(cue, after, is_end=True) == last
    text = _printable(cue.text)[now:after]
    if not is_whole or not text or text.strip() != text:
        return None
    return Rewritten(number, reading.block_at(start), start, end, text, now)


def _are_joined_alike(reading: ReadingText, pieces: Sequence[Rewritten]) -> bool:
    """Whether blanks stand between pieces where they stood before."""
    texts = {each.number: each.text for each in pieces}

    def text_of(number: int) -> str:
        start, end, *_ = reading.piece(number)
        return texts.get(number) or reading.text[start:end]

    for each in pieces:
        for one in (each.number - 1, each.number):
            if one >= 0 and one + 1 < reading.piece_count:
                gap = reading.text[reading.piece(one).end : reading.piece(one + 1).start]
                if gap in ("", " ") and (gap == "") != is_joined(text_of(one), text_of(one + 1)):
                    return False
    return True


def _rewritten_text(text: str, pieces: Sequence[Rewritten]) -> str:
    """Built up in place: a long text is copied once and a half."""
    made, position = "", 0
    for each in pieces:
        made += text[position : each.start]
        made += each.text
        position = each.end
    made += text[position:]
    return made


def _printable(text: str) -> str:
    return text if text.isprintable() else text.translate(_BREAKS)


def _sample(transcript: Transcript) -> str:
    return " ".join(cue.text[:MOST_LETTERS] for cue in transcript.cues[:_SAMPLE])


def _first_offset(cue: Cue) -> int:
    """Where the spoken text of a cue begins, after the mark of who speaks."""
    return cue.voices[0].offset if cue.voices and cue.voices[0].offset <= 4 else 0


def _first_pieces(piece_cue: array[int], count: int) -> array[int]:
    """The number of the first piece of each cue, and of what would come after the last."""
    counts = [0] * (count + 1)
    for cue in piece_cue:
        counts[cue + 1] += 1
    return array("i", accumulate(counts))


def _cut(text: str, start: int) -> int:
    """Where a line longer than any paragraph is parted: at a blank, or anywhere."""
    blank = text.rfind(" ", start + 1, start + MOST_LETTERS)
    return blank if blank > 0 else start + MOST_LETTERS
