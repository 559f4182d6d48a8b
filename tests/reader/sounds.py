"""Ears for the tests: decodes audio, and finds the time in `tests/data/audio` by its pitch."""

from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path

import av

AUDIO = Path(__file__).parents[1] / "data" / "audio"
RATE = 44_100


def samples_of(path: Path, channels: int = 1) -> array[int]:
    """What is heard of a file at `RATE`, interleaved: no longer than the file says it is."""
    layout = "mono" if channels == 1 else "stereo"
    resampler = av.AudioResampler(format="s16", layout=layout, rate=RATE)
    heard = array("h")
    with av.open(str(path)) as source:
        stream = source.streams.audio[0]
        for frame in [*source.decode(stream), None]:
            for piece in resampler.resample(frame):
                heard.frombytes(bytes(piece.planes[0])[: 2 * channels * piece.samples])
        if path.suffix == ".m4a":  # its edit list ends within the last block
            assert stream.duration is not None
            assert stream.time_base is not None
            del heard[channels * round(stream.duration * stream.time_base * RATE) :]
    return heard


def length_of(samples: array[int]) -> float:
    """In ms."""
    return len(samples) * 1_000 / RATE


def time_at(samples: array[int], ms: float, width: float = 60) -> float:
    """The time, in ms, of the tone that rises by 300 Hz a second from 300 Hz."""
    first, last = (round((ms + side * width / 2) * RATE / 1_000) for side in (-1, 1))
    crossings = _rising(samples[first:last])
    pitch = (len(crossings) - 1) * RATE / (crossings[-1] - crossings[0])
    middle = (crossings[0] + crossings[-1]) / 2 / RATE * 1_000
    return (pitch - 300) / 0.3 - (middle - width / 2)


def loudness(samples: array[int], ms: float, width: float = 10) -> float:
    """The mean of the samples' sizes around `ms`."""
    first, last = (max(0, round((ms + side * width / 2) * RATE / 1_000)) for side in (-1, 1))
    return sum(map(abs, samples[first:last])) / (last - first)


def _rising(samples: array[int]) -> list[float]:
    return [
        index - after / (after - before)
        for index, (before, after) in enumerate(pairwise(samples), 1)
        if before < 0 <= after
    ]
