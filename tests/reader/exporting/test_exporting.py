from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from reader import exporting, formats
from reader.errors import ReaderError
from reader.transcript.model import Cue, Transcript

TALK = Transcript((Cue(0, 0, 900, "Été."),))
UNTIMED = Transcript((Cue(0, None, None, "Read me."),))
SRT = exporting.writer_named("srt")


@pytest.mark.parametrize("writer", exporting.WRITERS, ids=lambda writer: writer.name)
def test_every_format_is_saved_and_read_again(writer: exporting.Writer, tmp_path: Path) -> None:
    path = tmp_path / f"talk{writer.suffix}"
    exporting.save(TALK, path, writer)
    assert [cue.text.rpartition("] ")[2] for cue in formats.load(path).cues] == ["Été."]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("writer", exporting.WRITERS, ids=lambda writer: writer.name)
def test_an_empty_transcript_can_be_written(writer: exporting.Writer) -> None:
    assert exporting.written(Transcript(()), writer).strip() in {"", "WEBVTT"} or (
        writer.suffix.endswith("json")
    )


@pytest.mark.parametrize(
    ("name", "writer"),
    [
        ("a.vtt", "vtt"),
        ("a.SRT", "srt"),
        ("a.txt", "txt"),
        ("a.md", "md"),
        ("a.json", "podcast-json"),
        ("a.earmark.json", "earmark-json"),
    ],
)
def test_a_name_asks_for_a_format(name: str, writer: str) -> None:
    found = exporting.writer_for(Path(name))
    assert found is not None
    assert found.name == writer


def test_other_names_ask_for_none() -> None:
    assert exporting.writer_for(Path("a.pdf")) is None


@pytest.mark.parametrize("writer", exporting.WRITERS, ids=lambda writer: writer.name)
def test_text_without_times_is_refused_where_times_are_needed(writer: exporting.Writer) -> None:
    if not writer.needs_times:
        assert "Read me." in exporting.written(UNTIMED, writer)
        return
    with pytest.raises(ReaderError, match=f"no times, and {writer.title}"):
        exporting.written(UNTIMED, writer)


def test_a_file_is_replaced_only_if_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ReaderError, match=r"talk\.srt exists already"):
        exporting.save(TALK, path, SRT)
    assert path.read_text(encoding="utf-8") == "mine"
    path.chmod(0o640)
    exporting.save(TALK, path, SRT, may_replace=True)
    assert "Été" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "real.srt", tmp_path / "link.srt"
    path.touch()
    link.symlink_to(path)
    exporting.save(TALK, link, SRT, may_replace=True)
    assert link.is_symlink()
    assert path.read_bytes()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "talk.srt"
    path.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match=r"talk\.srt cannot be written: No space left on device"):
        exporting.save(TALK, path, SRT, may_replace=True)
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["mine"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such device")
def test_what_is_no_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "talk.srt", "there is no folder"),
        (Path("/dev/null"), "is a device"),
        (tmp_path / ("x" * 300), "cannot be written"),
    ):
        with pytest.raises(ReaderError, match=words) as refusal:
            exporting.save(TALK, path, SRT, may_replace=True)
        assert path.name in refusal.value.message
        assert refusal.value.path is not None


@pytest.mark.parametrize("writer", exporting.WRITERS, ids=lambda writer: writer.name)
def test_more_than_a_hundred_hours_are_written_and_read(writer: exporting.Writer) -> None:
    late = Transcript(
        (Cue(0, 359_999_000, 360_000_000, "On."), Cue(1, 360_001_000, 500_000_000, "Off."))
    )
    read = formats.read(exporting.written(late, writer).encode(), f"talk{writer.suffix}")
    if read.is_timed:
        assert [cue.start for cue in read.cues] == [359_999_000, 360_001_000]
