"""What the loudness of the sound says of a word that an engine heard beside a pause."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate
from statistics import fmean

from reader.sync.engine import BYTES_PER_MS
from reader.sync_map import Span

_FRAME = 30  # ms in which loudness is measured
_EVERY = 3  # samples of which one is looked at
_RUMBLE = 22  # of those, 4 ms: what swings slower, as from wind or a moved table, is not a voice
_QUIET = 0.12**2  # of the loudest frame's power; an "f" may be as weak, but lasts less long than
_PAUSE = 210  # ms
_LOUDEST_AT_LEAST = 200**2  # power; a word below it cannot be distinguished from noise


def from_onset(sound: bytes, word: Span) -> Span:
    """The word, in ms from the start of `sound`, without a pause at its beginning."""
    if word[1] - word[0] <= _PAUSE + 2 * _FRAME:
        return word
    powers = list(_powers(sound, word))
    loudest = max(powers, default=0.0)
    if loudest < _LOUDEST_AT_LEAST:
        return word
    quiet = next(at for at, power in enumerate(powers) if power >= _QUIET * loudest) * _FRAME
    return (word[0] + quiet, word[1]) if quiet >= _PAUSE else word


def is_louder(sound: bytes, pause: Span, word: Span) -> bool:
    """Whether what was taken for a long pause holds something louder than the word beside it."""
    if pause[1] - pause[0] < 2 * _PAUSE:
        return False
    powers, frames = list(_powers(sound, pause)), _PAUSE // _FRAME
    loudest = max(
        (fmean(powers[at : at + frames]) for at in range(len(powers) - frames + 1)), default=0.0
    )
    return loudest > fmean([*_powers(sound, word)] or [loudest])


def _powers(sound: bytes, word: Span) -> Iterator[float]:
    heard = sound[word[0] * BYTES_PER_MS : word[1] * BYTES_PER_MS]
    samples = _without_rumble(array("h", heard[: len(heard) // 2 * 2])[::_EVERY])
    length = _FRAME * BYTES_PER_MS // 2 // _EVERY
    for start in range(0, len(samples) - length + 1, length):
        yield sum(each * each for each in samples[start : start + length]) / length


def _without_rumble(samples: array[int]) -> list[float]:
    """Less the mean of those around each."""
    half = _RUMBLE // 2
    padded = (*samples[:1] * half, *samples, *samples[-1:] * half)
    sums = list(accumulate(padded, initial=0))
    around = zip(sums, sums[_RUMBLE:], strict=False)
    return [each - (b - a) / _RUMBLE for each, (a, b) in zip(samples, around, strict=False)]
