"""`earmark sync`: a report, a file that fits, and plain words where there is neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import formats
from reader.exporting import save, writer_named
from reader.sync import engine
from reader.transcript.model import Transcript
from tests.reader.sync.spoken_sample import sample_cues, write_later
from tests.ui.shell import Shell

END = 20_000
LATER = 5_000


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    writer = writer_named("vtt")
    assert writer
    save(Transcript(sample_cues(END)), tmp_path / "talk.vtt", writer)
    return tmp_path / "talk.vtt"


def test_a_text_is_written_as_the_recording_runs(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pocketsphinx")
    recording = write_later(tmp_path / "talk.wav", LATER, END)
    target = tmp_path / "fits.vtt"
    said = earmark("sync", talk, recording, "--output", target, "--report", "json")
    assert said.code == 0, said.complaint
    assert "looking for the text" in said.complaint
    assert "timing words" not in said.complaint
    assert json.loads(said.out)["offset"] == pytest.approx(LATER, abs=200)
    fits = formats.load(target)
    for cue, before in zip(fits.cues, sample_cues(END), strict=True):
        assert cue.start == pytest.approx((before.start or 0) + LATER, abs=250)


def test_where_nothing_can_listen_it_says_how_to_get_it(
    earmark: Shell, talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    said = earmark("sync", talk, tmp_path / "talk.wav")
    assert said.code == 1
    assert "earmark-sync" in said.complaint


def test_a_file_that_is_there_stays(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    said = earmark("sync", talk, tmp_path / "talk.wav", "--output", talk)
    assert said.code == 1
    assert "--force" in said.complaint
    said = earmark("sync", talk, tmp_path / "talk.wav", "--output", tmp_path / "odd.xyz")
    assert said.code == 2


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("gone.mp3", "gone.mp3 was not found; was it moved or renamed?"),
        ("empty.mp3", "empty.mp3 is empty."),
        ("folder.mp3", "folder.mp3 is a folder."),
        ("talk.vtt", "talk.vtt has no sound."),
    ],
)
def test_what_cannot_be_heard_is_said_in_plain_words(
    earmark: Shell, talk: Path, tmp_path: Path, name: str, complaint: str
) -> None:
    pytest.importorskip("pocketsphinx")
    (tmp_path / "empty.mp3").touch()
    (tmp_path / "folder.mp3").mkdir()
    said = earmark("sync", talk, tmp_path / name)
    assert said.code == 1
    assert said.complaint.strip() == f"earmark: {complaint}"


def test_a_folder_that_is_not_there_is_said_before_it_listens(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    recording = write_later(tmp_path / "talk.wav", LATER, END)
    said = earmark("sync", talk, recording, "--output", tmp_path / "none" / "fits.vtt")
    assert said.code == 1
    assert "there is no folder" in said.complaint
    assert "reading" not in said.complaint
