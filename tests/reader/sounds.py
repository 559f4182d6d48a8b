"""Ears for the tests: decodes audio, and finds the time in `tests/data/audio` by its pitch."""

from __future__ import annotations

import io
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


class Pipe(io.RawIOBase):
    """Where nothing can be gone back to, as for a browser that records."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.content += piece
        return len(piece)


def copied(
    target: Path,
    container: str,
    *,
    offset: float = 0.0,
    until: float = 60.0,
    is_pipe: bool = False,
) -> Path:
    """The packets of tone.opus to `until` in another container, `offset` seconds late."""
    pipe = Pipe()
    with (
        av.open(str(AUDIO / "tone.opus")) as source,
        av.open(pipe if is_pipe else str(target), "w", format=container) as written,
    ):
        tone = source.streams.audio[0]
        stream = written.add_stream_from_template(tone)
        for packet in source.demux(tone):
            if packet.pts is None or packet.dts is None:
                continue
            if packet.pts * (packet.time_base or 1) < until:
                late = round(offset / (packet.time_base or 1))
                packet.pts, packet.dts = packet.pts + late, packet.dts + late
                packet.stream = stream
                written.mux(packet)
    if is_pipe:
        target.write_bytes(pipe.content)
    return target
