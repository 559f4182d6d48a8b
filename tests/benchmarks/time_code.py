"""Audio that says what time it is, and the ear that reads it.

The left channel sweeps from 400 to 4400 Hz every two seconds, the right one holds a tone whose
pitch numbers the sweep. Pitch survives compression and time stretching, so a window of 40 ms
of what is heard shows its media time to a few milliseconds, wherever playback has got to.
"""

from __future__ import annotations

import math
import random
import shutil
import subprocess
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

SAMPLE_RATE = 44_100
SWEEP_MS = 2_000
SWEEP_FROM, SWEEP_TO = 400.0, 4_400.0
MARK_FROM, MARK_STEP = 500.0, 40.0
SILENCE = 2_000  # of 32768: crossings count only where the wave leaves this band

ENCODINGS = {
    "mp3": ("mp3", ("-c:a", "libmp3lame", "-b:a", "128k")),
    "mp3 VBR": ("mp3", ("-c:a", "libmp3lame", "-q:a", "4")),
    "mp3 VBR, no Xing": ("mp3", ("-c:a", "libmp3lame", "-q:a", "4", "-write_xing", "0")),
    "m4a": ("m4a", ("-c:a", "aac", "-b:a", "128k")),
    "opus": ("opus", ("-c:a", "libopus", "-b:a", "96k")),
}


def write_recording(folder: Path, encoding: str, seconds: int) -> Path:
    """Time-coded audio of this length in one of `ENCODINGS`, made by ffmpeg."""
    suffix, arguments = ENCODINGS[encoding]
    source = folder / f"time-code-{seconds}.wav"
    if not source.exists():
        _write_wave(source, seconds)
    target = folder / f"{encoding.replace(' ', '-').replace(',', '')}.{suffix}"
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(source), "-map_metadata", "-1"]
    subprocess.run([*command, *arguments, str(target)], check=True)
    return target


def can_write() -> bool:
    """Whether ffmpeg is there to encode."""
    return shutil.which("ffmpeg") is not None


def offset(recording: Path) -> float:
    """How much later than its source this recording plays, in ms, negated.

    Without a Xing header nobody knows of the encoder's delay: it becomes part of the recording.
    """
    decode = ["ffmpeg", "-v", "error", "-i", str(recording), "-t", "1", "-ac", "2"]
    raw = subprocess.run(
        [*decode, "-ar", str(SAMPLE_RATE), "-f", "s16le", "-"], check=True, capture_output=True
    ).stdout
    first, last = (2 * SAMPLE_RATE * ms // 1000 for ms in (480, 520))
    heard = heard_time(array("h", raw)[first:last])
    if heard is None:
        raise ValueError(f"no time code in {recording}")
    return heard - 500


def heard_time(samples: Sequence[int]) -> float | None:
    """The media time, in ms, in the middle of these interleaved stereo samples; None if unsure."""
    sweep, mark = _pitch(samples[0::2], slope=True), _pitch(samples[1::2], slope=False)
    if sweep is None or mark is None:
        return None
    number, distance = divmod((mark - MARK_FROM) / MARK_STEP + 0.5, 1)
    part = (sweep - SWEEP_FROM) / (SWEEP_TO - SWEEP_FROM)
    if number < 0 or not 0.2 < distance < 0.8 or not 0.04 < part < 0.96:
        return None
    return (number + part) * SWEEP_MS


def _write_wave(path: Path, seconds: int) -> None:
    """The time code, with a hiss in its middle third that makes a variable bit rate vary."""
    frames = array("h")
    hiss = random.Random(1)
    sweep = mark = 0.0
    per_sweep = SAMPLE_RATE * SWEEP_MS // 1000
    total = SAMPLE_RATE * seconds
    for index in range(total):
        number, place = divmod(index, per_sweep)
        pitch = SWEEP_FROM + (SWEEP_TO - SWEEP_FROM) * place / per_sweep
        sweep = (sweep + pitch / SAMPLE_RATE) % 1
        mark = (mark + (MARK_FROM + MARK_STEP * number) / SAMPLE_RATE) % 1
        noise = hiss.gauss(0, 300) if 3 * index // total == 1 else 0.0
        frames.append(int(12_000 * math.sin(math.tau * sweep) + noise))
        frames.append(int(12_000 * math.sin(math.tau * mark) + noise))
    with wave.open(str(path), "wb") as target:
        target.setnchannels(2)
        target.setsampwidth(2)
        target.setframerate(SAMPLE_RATE)
        target.writeframes(frames.tobytes())


def _pitch(samples: Sequence[int], *, slope: bool) -> float | None:
    """The mean pitch of a nearly pure tone, from its rising crossings; None where it leaps."""
    crossings = _rising_crossings(samples)
    if len(crossings) < 6:
        return None
    half = len(crossings) // 2
    first = _rate(crossings[: half + 1])
    second = _rate(crossings[half:])
    if abs(second - first) > (250 if slope else 30):
        return None
    # The sweep is linear: its pitch in the middle of the samples is on the line through the halves.
    if not slope:
        return _rate(crossings)
    middle = len(samples) / 2
    centre_1 = (crossings[0] + crossings[half]) / 2
    centre_2 = (crossings[half] + crossings[-1]) / 2
    return first + (second - first) * (middle - centre_1) / (centre_2 - centre_1)


def _rate(crossings: Sequence[float]) -> float:
    return (len(crossings) - 1) * SAMPLE_RATE / (crossings[-1] - crossings[0])


def _rising_crossings(samples: Sequence[int]) -> list[float]:
    """Where the wave rises through zero, in samples, after having been clearly below it."""
    found: list[float] = []
    is_armed = False
    before = 0
    for index, sample in enumerate(samples):
        if sample < -SILENCE:
            is_armed = True
        elif is_armed and before < 0 <= sample:
            found.append(index - sample / (sample - before))
            is_armed = False
        before = sample
    return found
