"""How exact and how quick clips are, in every container and every format, and a card beside them.

Made of ten minutes that say what time it is (`time_code`), heard again through FFmpeg. The aim of
20 ms is the issue's; a card has to follow a click.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from reader import paths
from reader.recording.av_audio import length_by_packets
from reader.recording.clip_format import CLIP_FORMATS, AudioClip, ClipFormat, Passage
from reader.recording.clips import cut
from tests.benchmarks import time_code
from tests.benchmarks.table import Row, Skipped
from tests.reader.sounds import RATE, length_of, samples_of
from ui.appearance.theme import load_fonts
from ui.sharing.quote_card import CardShape, CardStyle, Quote, painted

SECONDS = 600
PASSAGES = ((0, 1_500), (31_234, 33_777), (305_017, 307_201), (590_400, 591_000))
EXACT = 20  # ms
SOON = 1.0  # seconds for ten of them
CARD = 100  # ms


def rows() -> Iterator[Row | Skipped]:
    """Each container: the worst start and length of all its clips, and the time they took."""
    if not time_code.can_write():
        yield Skipped("clips", "there is no ffmpeg to make recordings")
    else:
        with TemporaryDirectory() as folder:
            for encoding in time_code.ENCODINGS:
                yield from _of_recording(Path(folder), encoding)
    yield from _cards()


def _of_recording(folder: Path, encoding: str) -> Iterator[Row]:
    recording = time_code.write_recording(folder, encoding, SECONDS)
    late = time_code.offset(recording)
    starts, lengths = [], []
    for format in CLIP_FORMATS:
        for span in PASSAGES:
            start, length = _errors(recording, folder, format, span, late)
            starts.append(start)
            lengths.append(length)
    yield Row(f"clips of {encoding}: start, the worst of {len(starts)}", max(starts), "ms", EXACT)
    yield Row("  length, the worst", max(lengths), "ms", EXACT)
    yield Row("  ten seconds of it near the end, as m4a", _seconds(recording, folder), "s", SOON)
    off = abs(length_by_packets(recording) - SECONDS * 1_000 + late)
    yield Row("  its length by packets is off by", off, "ms", 100)


def _errors(
    recording: Path, folder: Path, format: ClipFormat, span: tuple[int, int], late: float
) -> tuple[float, float]:
    target = folder / f"clip{format.suffix}"
    cut(AudioClip(recording, Passage(*span), format), target, may_replace=True)
    samples = samples_of(target, channels=2)
    start = min(abs(heard - span[0]) for heard in _starts(samples, late))
    return start, abs(length_of(samples) / 2 - (span[1] - span[0]))


def _starts(samples: array[int], late: float) -> Iterator[float]:
    """When the clip begins, by each of its places that shows the time for sure."""
    for ms in (100, 250, 400, 1_000, 1_300):
        first, last = (2 * RATE * (ms + side) // 1_000 for side in (-20, 20))
        heard = time_code.heard_time(samples[first:last])
        if heard is not None:
            yield heard - late - ms


def _seconds(recording: Path, folder: Path) -> float:
    before = time.perf_counter()
    cut(AudioClip(recording, Passage(580_000, 590_000)), folder / "clip.m4a", may_replace=True)
    return time.perf_counter() - before


def _cards() -> Iterator[Row]:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts(paths.resources() / "fonts")
    words = "The harbour wakes early today, and the gulls quarrel over the nets. "
    for name, count in (("one sentence", 1), ("ten sentences", 10), ("too long for it", 100)):
        quote = Quote(words * count, "Mara", "The Harbour", "12:34", "#1b7f88")
        painted(quote, CardStyle.NIGHT, CardShape.SQUARE)  # the first loads the fonts
        before = time.perf_counter()
        painted(quote, CardStyle.PAPER, CardShape.SQUARE)
        yield Row(f"a card painted, {name}", 1_000 * (time.perf_counter() - before), "ms", CARD)
    del application
