"""What the loudness of the sound says of a word that an engine heard beside a pause."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from statistics import fmean

from reader.sync.engine import BYTES_PER_MS
from reader.sync_map import Span

_FRAME = 30  # ms in which loudness is measured
_EVERY = 4  # samples of which one is looked at
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
    for start in range(word[0], word[1] - _FRAME + 1, _FRAME):
        end = (start + _FRAME) * BYTES_PER_MS
        if end <= len(sound):
            samples = array("h", sound[start * BYTES_PER_MS : end])[::_EVERY]
            yield sum(each * each for each in samples) / len(samples)
