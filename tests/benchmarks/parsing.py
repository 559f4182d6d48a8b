"""How fast transcripts are read, beside webvtt-py, and how much memory a cue takes."""

from __future__ import annotations

import gc
import io
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import NamedTuple

import webvtt

from reader import formats
from reader.transcript.model import Transcript

_SIZES = (2_000, 20_000, 200_000)
_STALL_CUES = 200_000
_MEMORY_CUES = 20_000


class _Kind(NamedTuple):
    title: str
    name: str
    make: Callable[[int], str]
    aim: float  # seconds for 200,000 cues
    peer: Callable[[str], object] | None = None


def rows() -> Iterator[tuple[str, str, str]]:
    """Name, value and aim of each measurement."""
    for kind in _KINDS:
        for count in _SIZES:
            yield from _speed(kind, count)
    for kind in _KINDS:
        yield _memory(kind)
        yield _stall(kind)


def _speed(kind: _Kind, count: int) -> Iterator[tuple[str, str, str]]:
    text = kind.make(count)
    data = text.encode()
    ours = _least_seconds(lambda: formats.read(data, kind.name), count)
    aim = f"<= {kind.aim * count / 200_000:.3g} s"
    yield f"read {kind.title}, {count:,} cues", f"{ours:.3f} s", aim
    if kind.peer:
        peer = kind.peer
        theirs = _least_seconds(lambda: peer(text), count)
        yield f"  beside webvtt-py ({theirs:.3f} s)", f"{ours / theirs:.2f} x", "<= 1 x"


def _memory(kind: _Kind) -> tuple[str, str, str]:
    data = kind.make(_MEMORY_CUES).encode()
    formats.read(data, kind.name)
    gc.collect()
    tracemalloc.start()
    transcript = formats.read(data, kind.name)
    gc.collect()
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    above = (used - sum(len(cue.text) for cue in transcript.cues)) / _MEMORY_CUES
    return f"memory of a cue above its text, {kind.title}", f"{above:.0f} bytes", "<= 600 bytes"


def _stall(kind: _Kind) -> tuple[str, str, str]:
    """The longest time another thread waits for its turn while a large file is read."""
    data = kind.make(_STALL_CUES).encode()
    gc.disable()  # as in the window
    kept: list[Transcript] = []
    reading = threading.Thread(target=lambda: kept.append(formats.read(data, kind.name)))
    longest, last = 0.0, time.perf_counter()
    reading.start()
    while reading.is_alive():
        time.sleep(0.005)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    gc.enable()
    return f"longest wait of another thread, {kind.title}", f"{longest * 1000:.0f} ms", "<= 50 ms"


def _least_seconds(work: Callable[[], object], count: int) -> float:
    return min(_seconds(work) for _ in range(max(2, min(7, 100_000 // count))))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _whisper(count: int) -> str:
    return "".join(
        f"[{_stamp(i * 2000)} --> {_stamp(i * 2000 + 2000)}]   {'' if i % 8 else '- '}{_said(i)}\n"
        for i in range(count)
    )


def _vtt(count: int) -> str:
    cues = (
        f"{_stamp(i * 2000)} --> {_stamp(i * 2000 + 1900)}\n<v Ann>{_said(i)}</v>\n"
        for i in range(count)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _srt(count: int) -> str:
    cues = (
        f"{i + 1}\n{_stamp(i * 2000, ',')} --> {_stamp(i * 2000 + 1900, ',')}\n{_said(i)}\n"
        for i in range(count)
    )
    return "\n".join(cues)


def _said(number: int) -> str:
    return f"What is said in line {number} of it, or nearly so"


def _stamp(milliseconds: int, mark: str = ".") -> str:
    seconds = milliseconds // 1000
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{clock}{mark}{milliseconds % 1000:03}"


_KINDS = (
    _Kind("whisper.cpp text", "a.txt", _whisper, 1.0),
    _Kind("WebVTT with voices", "a.vtt", _vtt, 6.0, webvtt.from_string),
    _Kind(
        "SubRip",
        "a.srt",
        _srt,
        6.0,
        lambda text: webvtt.from_buffer(io.StringIO(text), format="srt"),
    ),
)


if __name__ == "__main__":
    for name, value, aim in rows():
        print(f"{name:60} {value:>12}   {aim}")
