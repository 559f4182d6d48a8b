"""A recording of which it is known when each word is said, and an engine that hears it so."""

from __future__ import annotations

import json
import random
from bisect import bisect_left
from collections.abc import Sequence

from reader.sync.engine import HeardWord
from reader.transcript.model import Cue

WORD = 350  # ms
WORDS_IN_A_LINE = 8


def lines(count: int, seed: int = 1, *, is_timed: bool = True) -> tuple[Cue, ...]:
    """So many lines of eight words of 350 ms each, of a vocabulary of 400 words."""
    chance = random.Random(seed)
    names = [f"{a}{b}{c}" for a in "bdfgklmn" for b in "aeiou" for c in "bdfgklmnpt"]
    length = WORD * WORDS_IN_A_LINE
    return tuple(
        Cue(
            number,
            number * length if is_timed else None,
            (number + 1) * length if is_timed else None,
            " ".join(chance.choices(names, k=WORDS_IN_A_LINE)),
        )
        for number in range(count)
    )


class KnownSound:
    """Its samples are no samples, but say from when to when they are asked for."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.listened = 0  # ms

    def between(self, start: int, end: int) -> bytes:
        """What `KnowingEngine` understands."""
        self.listened += end - start
        return json.dumps([max(0, start), min(end, self.length)]).encode()


class KnowingEngine:
    """Hears what is said, given as words and when they begin in order; one of `deaf` words not.

    As a real one it hears words of the text where it is not said, too.
    """

    def __init__(self, said: Sequence[tuple[str, int]], keys: Sequence[str], deaf: int = 6) -> None:
        self._said, self._keys, self._chance, self._deaf = said, keys, random.Random(7), deaf

    def recognise(self, sound: bytes, first: int, last: int) -> list[HeardWord]:
        """All that it hears, babble where it is not of these words."""
        start, end = json.loads(sound)
        known = self._keys[first:last]
        vocabulary = set(known)
        at, until = (bisect_left(self._said, at, key=lambda each: each[1]) for at in (start, end))
        heard = []
        for key, time in self._said[at:until]:
            if self._chance.randrange(self._deaf) == 0:
                continue
            word = key if key in vocabulary else self._chance.choice(known)
            heard.append(HeardWord(word, time - start, time - start + WORD))
        return heard

    def align(self, sound: bytes, first: int, last: int) -> list[tuple[int, int] | None]:
        """Those that are said there."""
        start, end = json.loads(sound)
        said = iter([each for each in self._said if start <= each[1] < end])
        found: list[tuple[int, int] | None] = []
        for key in self._keys[first:last]:
            time = next((time for word, time in said if word == key), None)
            found.append(None if time is None else (time - start, time - start + WORD))
        return found
