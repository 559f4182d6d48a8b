"""Files to choose from, distinguished by length and date."""

from __future__ import annotations

import os
from pathlib import Path

from reader.jobs import Job
from reader.library.candidates import Candidate, described
from tests.conftest import WriteTalk
from tests.reader.sounds import AUDIO


def test_recordings_and_transcripts_have_lengths_and_dates(
    tmp_path: Path, write_talk: WriteTalk
) -> None:
    transcript, tone = write_talk("talk.vtt"), AUDIO / "tone.m4a"
    os.utime(transcript, (1_700_000_000, 1_700_000_000))
    read, heard, gone = described([transcript, tone, tmp_path / "gone.mp3"], Job(lambda *_: None))
    assert read.length
    assert read.changed is not None
    assert (read.changed.year, read.changed.month) == (2023, 11)
    assert heard.length
    assert gone == Candidate(tmp_path / "gone.mp3")
