"""Small recordings, and files that are none."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

AUDIO = Path(__file__).parents[2] / "data" / "audio"


@pytest.fixture
def recording(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of a small recording, to be broken at will."""

    def copy(name: str, to: str = "") -> Path:
        target = tmp_path / (to or name)
        target.write_bytes((AUDIO / name).read_bytes())
        return target

    return copy


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], Path]:
    """A file that cannot be played, by its kind."""
    pixel = (
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    contents = {
        "empty": b"",
        "text": b"Not a recording at all.\n" * 200,
        "garbage": random.Random(7).randbytes(60_000),
        "picture": bytes.fromhex(pixel),
        "cut off": (AUDIO / "tone.m4a").read_bytes()[:2_000],
    }

    def write(kind: str) -> Path:
        path = tmp_path / f"{kind}.mp3"
        if kind != "missing":
            path.write_bytes(contents[kind])
        return path

    return write
