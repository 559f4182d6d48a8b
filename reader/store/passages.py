"""A transcript cut into passages of some thirty cues, as the index of words holds them."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind

LENGTH = 1_150
"""Characters from which on a passage ends with its cue: some 30 cues, or 70 s of speech."""

AHEAD = 160
"""Characters of what follows that are indexed with a passage too: what is said within so many
is found together, also where a passage ends in between."""

CHUNK = 8
"""Passages that are stored in one row: together they are packed a fifth smaller."""

_UNTIMED = -1
_LATEST = 2**30  # ms
_LEVEL = 5
_CUES, _PASSAGES = "\n", "\x1e"  # stand between two in what is stored
_SPOILT = "These are no passages."
_CONTROLS = str.maketrans({_CUES: " ", _PASSAGES: " ", "\0": " "})


class IndexedPassage(NamedTuple):
    """Some neighbouring cues: their texts with a line break between two.

    `first` is the index of the first cue; `starts` are when each is said, in ms, -1 for not known.
    From each place of `turns` on, the voice of that number speaks; an episode numbers its voices.
    """

    first: int
    text: str
    starts: tuple[int, ...]
    turns: tuple[tuple[int, int], ...]

    def voice_at(self, place: int) -> int:
        """The number of the voice that speaks there."""
        turn = bisect_right(self.turns, (place, _LATEST)) - 1
        return self.turns[turn][1] if turn >= 0 else 0


class Voices:
    """Numbers the voices of one episode in the order in which they speak; 0 is nobody known."""

    def __init__(self) -> None:
        self._numbers = {"": 0}

    def number(self, voice: str) -> int:
        """That of a voice."""
        return self._numbers.setdefault(voice, len(self._numbers))

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, in order of their numbers."""
        return tuple(self._numbers)


def passages(cues: Sequence[Cue], voices: Voices) -> Iterator[IndexedPassage]:
    """All that is said in a transcript, piece by piece; each cue is in one."""
    texts = [_text(cue) for cue in cues]
    places = list(accumulate((len(text) + 1 for text in texts), initial=0))
    begin, speaking = 0, 0
    while begin < len(texts):
        end = min(bisect_left(places, places[begin] + LENGTH), len(texts))
        among = cues[begin:end]
        turns = list(_turns(among, places[begin:end], speaking, voices))
        starts = tuple(_UNTIMED if cue.start is None else cue.start for cue in among)
        yield IndexedPassage(begin, _CUES.join(texts[begin:end]), starts, tuple(turns))
        speaking = turns[-1][1]
        begin = end


def ahead_of(text: str) -> str:
    """What of a passage's text is indexed with the one before it: whole words, if they are
    parted by blanks."""
    end = AHEAD
    while end < min(len(text), 2 * AHEAD) and not text[end].isspace():
        end += 1
    return text[:end]


def packed(chunk: Sequence[IndexedPassage]) -> bytes:
    """Passages as they are stored."""
    starts = [start for each in chunk for start in each.starts]
    if not -_LATEST <= min(starts) <= max(starts) <= _LATEST:
        starts = [max(-_LATEST, min(start, _LATEST)) for start in starts]
    delays = list(map(sub, starts[1:], starts))
    kind = "H" if not delays or (min(delays) >= 0 and max(delays) < 65_536) else "i"
    heads = [number for each in chunk for number in (each.first, len(each.starts), len(each.turns))]
    turns = [number for each in chunk for turn in each.turns for number in turn]
    numbers = array("i", [len(chunk), int(kind == "H"), starts[0], *heads, *turns])
    text = _PASSAGES.join(each.text for each in chunk).encode("utf-8", "replace")
    return zlib.compress(numbers.tobytes() + array(kind, delays).tobytes() + text, _LEVEL)


class Chunk:
    """What `packed` made; each passage is read when it is asked for.

    Raises ValueError or zlib.error for anything else.
    """

    def __init__(self, stored: bytes) -> None:
        reader = _Reader(zlib.decompress(stored))
        count, is_short, start = reader.take("i", 3)
        self._heads = reader.take("i", 3 * count)
        cues, turns = self._heads[1::3], self._heads[2::3]
        self._turns = reader.take("i", 2 * sum(turns))
        delays = reader.take("H" if is_short else "i", sum(cues) - 1)
        self._starts = tuple(accumulate(delays, initial=start))
        self._texts = reader.texts()
        if not len(self._texts) == len(turns) == count or len(self._starts) != sum(cues):
            raise ValueError(_SPOILT)
        self._first_cues = list(accumulate(cues, initial=0))
        self._first_turns = list(accumulate(turns, initial=0))

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> IndexedPassage:
        text = self._texts[place].decode()
        begin, end = self._first_turns[place : place + 2]
        flat = self._turns[2 * begin : 2 * end]
        turns = tuple(zip(flat[::2], flat[1::2], strict=True))
        begin, end = self._first_cues[place : place + 2]
        return IndexedPassage(self._heads[3 * place], text, self._starts[begin:end], turns)

    def __iter__(self) -> Iterator[IndexedPassage]:
        return map(self.__getitem__, range(len(self)))


class _Reader:
    """Takes numbers from the front of some bytes, then the texts that are left."""

    def __init__(self, content: bytes) -> None:
        self._content, self._place = content, 0

    def take(self, kind: str, count: int) -> array[int]:
        numbers = array(kind)
        end = self._place + count * numbers.itemsize
        numbers.frombytes(self._content[self._place : end])
        self._place = end
        return numbers

    def texts(self) -> list[bytes]:
        return self._content[self._place :].split(_PASSAGES.encode())


def _text(cue: Cue) -> str:
    if cue.kind is CueKind.BLANK:
        return ""
    text = cue.text
    return text if text.isprintable() else text.translate(_CONTROLS)


def _turns(
    cues: Sequence[Cue], places: Sequence[int], speaking: int, voices: Voices
) -> Iterator[tuple[int, int]]:
    """Where another voice begins to speak, and at the beginning who does."""
    yield 0, speaking
    voice = None
    for cue, place in zip(cues, places, strict=True):
        for change in cue.voices:
            if change.voice != voice:  # the next line is mostly of the same
                voice = change.voice
                number = voices.number(voice)
                if number != speaking:
                    yield place - places[0] + change.offset, number
                    speaking = number
