"""Recordings that would take FFmpeg's memory, or never end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Cancelled, RecordingError
from reader.recording.artwork import save_artwork
from reader.recording.clip_format import AudioClip, Passage
from reader.recording.clips import cut
from reader.recording.sound_check import holds_sound
from reader.session.true_length import length_of
from tests.conftest import TONE, MakePipe

UNINDEXED = TONE.with_name("no-xing.mp3")
HOLE = 20_000_000_000  # bytes
MEASURED = """
import re, sys
from pathlib import Path
from reader.recording.sound_check import holds_sound
from reader.session.true_length import length_of
path = Path(sys.argv[1])
found = holds_sound(path), length_of(path)
# Not `ru_maxrss`: before its exec a child counts the memory of its parent, pytest.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(*found, peak[1])
"""


@pytest.fixture
def with_hole(tmp_path: Path) -> Callable[[bytes], Path]:
    def make(content: bytes) -> Path:
        path = tmp_path / "hole.mp3"
        with path.open("wb") as file:
            file.write(content)
            try:
                file.truncate(HOLE)
            except OSError:
                pytest.skip("no file with a hole here")
        return path

    return make


@pytest.fixture
def pipe(make_pipe: MakePipe, tmp_path: Path) -> Path:
    return make_pipe(tmp_path / "pipe.mp3")


@pytest.mark.parametrize("has_sound", [True, False])
def test_a_hole_takes_neither_memory_nor_time(
    with_hole: Callable[[bytes], Path], has_sound: bool
) -> None:
    path = with_hole(UNINDEXED.read_bytes() if has_sound else b"")
    command = [sys.executable, "-c", MEASURED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    sounds, length, kilobytes = done.stdout.split()
    assert sounds == str(has_sound)
    assert int(kilobytes) < 250_000
    if has_sound:
        assert int(length) == pytest.approx(length_of(UNINDEXED), abs=100)


def test_nothing_is_cut_out_of_a_hole(with_hole: Callable[[bytes], Path], tmp_path: Path) -> None:
    path = with_hole(UNINDEXED.read_bytes())
    with pytest.raises(RecordingError, match="has no sound at 11:06:40"):
        cut(AudioClip(path, Passage(40_000_000, 40_001_000)), tmp_path / "clip.wav")


def test_a_pipe_is_no_recording(pipe: Path, tmp_path: Path) -> None:
    assert not holds_sound(pipe)
    assert save_artwork(pipe, tmp_path / "art") is None
    with pytest.raises(OSError, match="a pipe or a device"):
        length_of(pipe)
    with pytest.raises(RecordingError, match=r"pipe\.mp3 cannot be read: a pipe or a device"):
        cut(AudioClip(pipe, Passage(0, 1_000)), tmp_path / "clip.wav")


def test_looking_for_the_length_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        length_of(UNINDEXED, lambda: True)
