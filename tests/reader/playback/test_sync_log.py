"""The record of every change of the highlight."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from reader.playback.cue_tracker import Highlight
from reader.playback.sync_log import SyncLog


def test_writes_a_line_per_change_at_once(tmp_path: Path) -> None:
    path = tmp_path / "sync.jsonl"
    log = SyncLog(path)
    before = time.monotonic()
    log.note(Highlight((3, 4), 2), 12_340, 1.5, "seek")
    log.note(Highlight(), 99_000, 1.5, "tick")
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert before - 0.001 <= first.pop("mono") <= time.monotonic() + 0.001
    assert first == {"media_ms": 12_340, "rate": 1.5, "cause": "seek", "cue": 4, "word": 2}
    assert (second["cue"], second["word"]) == (-1, -1)
    log.close()


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        SyncLog(tmp_path / "missing" / "sync.jsonl")
