from __future__ import annotations

from pathlib import Path

import pytest

from reader.session.true_length import length_of
from tests.reader import sounds
from tests.reader.sounds import AUDIO


def test_length_comes_from_the_packets() -> None:
    recording = AUDIO / "no-xing.mp3"
    assert length_of(recording) == pytest.approx(
        sounds.length_of(sounds.samples_of(recording)), abs=30
    )


@pytest.mark.parametrize("name", ["constant.mp3", "variable.mp3", "tone.m4a", "tone.opus"])
def test_who_reports_the_length_is_believed(name: str) -> None:
    assert length_of(AUDIO / name) is None


def test_a_cover_before_the_sound_is_passed_over(tmp_path: Path) -> None:
    size = 50_000
    cover = b"ID3\x04\x00\x00" + bytes((0, size >> 14, size >> 7 & 0x7F, size & 0x7F)) + bytes(size)
    for name, is_reported in (("variable.mp3", True), ("no-xing.mp3", False)):
        path = tmp_path / name
        path.write_bytes(cover + (AUDIO / name).read_bytes())
        assert (length_of(path) is None) == is_reported
