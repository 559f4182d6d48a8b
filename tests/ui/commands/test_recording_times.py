"""What commands say of a text that the listener brought in sync with a recording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import paths
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.sync_maps import SyncKeys
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.shell import Shell

LATER = SyncMap((SyncPoint(0, 60_000),))


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    """A transcript that is a minute late in its recording, with a note in it."""
    path = write_talk("talk.vtt", "talk.mp3")
    library, annotations = Library(paths.library()), Annotations(paths.library())
    episode = library.record_opened(path.with_suffix(".mp3"), path, "Harbour Talk")
    keys = SyncKeys.of(episode)
    assert keys is not None
    annotations.change_sync(keys, TextSync(LATER), name="Move Text")
    annotations.add(a_note(episode.id, start=61_000))
    annotations.close()
    library.close()
    return path


def starts(document: dict[str, list[dict[str, float]]]) -> list[float]:
    return [cue["start"] for cue in document["cues"]]


def test_cues_have_the_times_of_the_recording_and_say_so(earmark: Shell, talk: Path) -> None:
    answer = earmark("cues", talk)
    assert starts(answer.json)[:2] == [61.0, 63.0]
    assert answer.complaint == (
        "earmark: times as in talk.mp3; --file-times keeps those of talk.vtt\n"
    )
    own = earmark("cues", talk, "--file-times")
    assert (starts(own.json)[:2], own.complaint) == ([1.0, 3.0], "")


def test_convert_writes_either_clock(earmark: Shell, talk: Path) -> None:
    assert "00:01:01,000 -->" in earmark("convert", talk, "-", "--to", "srt").out
    own = earmark("convert", talk, "-", "--to", "srt", "--file-times")
    assert own.out.startswith("1\n00:00:01,000 -->")


def test_a_text_or_recording_that_changed_has_its_own_times(earmark: Shell, talk: Path) -> None:
    talk.write_text(talk.read_text() + "\n00:09.000 --> 00:10.000\nMore.\n")
    answer = earmark("cues", talk)
    assert (starts(answer.json)[0], answer.complaint) == (1.0, "")


@pytest.mark.parametrize("content", [b"", b"no library at all" * 400])
def test_a_broken_library_leaves_the_file_its_times(
    earmark: Shell, talk: Path, content: bytes
) -> None:
    paths.library().write_bytes(content)
    assert starts(earmark("cues", talk).json)[0] == 1.0


def test_the_captions_of_a_clip_are_what_is_heard(earmark: Shell, talk: Path) -> None:
    arguments = ("--from", "0", "--to", "4", "--captions", "--output")
    heard, own = talk.parent / "heard.m4a", talk.parent / "own.m4a"
    assert earmark("clip", talk, *arguments, heard).code == 0
    assert not heard.with_suffix(".vtt").exists()  # nothing of the text is said there
    assert earmark("clip", talk, *arguments, own, "--file-times").code == 0
    assert "Mara" in own.with_suffix(".vtt").read_text()


def test_notes_have_the_times_of_the_recording(earmark: Shell, talk: Path) -> None:
    assert "01:01.000 --> 00:01:03.000" in earmark("notes", "--format", "vtt").out
    own = earmark("notes", "--format", "vtt", "--file-times")
    assert "01:00.500 --> 00:01:02.500" in own.out
    markdown = earmark("notes", "--file-times").out
    assert "1:00" in markdown and "earmark://" not in markdown


@pytest.mark.parametrize("arguments", [("--format", "json"), ("--clips", "clips")])
def test_what_plays_notes_needs_the_times_of_the_recording(
    earmark: Shell, talk: Path, arguments: tuple[str, str]
) -> None:
    answer = earmark("notes", *arguments, "--file-times")
    assert answer.code == 2
    assert "leave out --file-times" in answer.complaint


def test_the_sound_of_notes_is_told_apart_in_json(earmark: Shell, talk: Path) -> None:
    text = json.dumps(earmark("notes", "--format", "json").json)
    assert "t=61,63" in text and "t=60.5,62.5" in text
