"""Which files belong together, by what they hold and how they are called."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.file_pair import FilePair, Partner, checked, partner_of, sorted_out
from tests.conftest import MakePipe, WriteTalk


def test_files_are_told_apart_by_what_they_hold(write_talk: WriteTalk) -> None:
    transcript, recording = write_talk("a.vtt"), write_talk("b.mp3")
    assert sorted_out([transcript, recording]) == (recording, transcript)
    swapped = transcript.rename(transcript.with_name("c.mp3"))
    assert sorted_out([recording, swapped]) == (recording, swapped)


def test_the_first_of_a_kind_counts(write_talk: WriteTalk) -> None:
    one, two = write_talk("one.mp3"), write_talk("two.mp3")
    assert sorted_out([one, two]) == (one, None)


def test_what_cannot_be_read_is_left_out_unless_nothing_is_left(
    write_talk: WriteTalk, tmp_path: Path
) -> None:
    transcript, gone = write_talk("a.vtt"), tmp_path / "gone.mp3"
    assert sorted_out([gone, transcript]) == (None, transcript)
    with pytest.raises(ReaderError, match=r"“gone.mp3” was not found") as reported:
        sorted_out([gone])
    assert reported.value.path == gone
    with pytest.raises(ReaderError, match="is a folder"):
        sorted_out([tmp_path])


def test_a_pair_is_checked(write_talk: WriteTalk, tmp_path: Path) -> None:
    transcript, recording = write_talk("a.vtt"), write_talk("b.mp3")
    pair = FilePair(recording, transcript)
    assert checked(pair) is pair
    assert checked(FilePair(None, transcript)).recording is None
    with pytest.raises(ReaderError, match=r"“a.vtt” is a transcript, not a recording"):
        checked(FilePair(transcript, transcript))
    with pytest.raises(ReaderError, match="was not found"):
        checked(FilePair(recording, tmp_path / "gone.vtt"))
    picture = tmp_path / "picture.mp3"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    with pytest.raises(ReaderError, match=r"“picture.mp3” is not a recording"):
        checked(FilePair(picture, transcript))


def test_a_pair_knows_its_title_and_what_is_missing() -> None:
    recording, transcript = Path("/a/talk.mp3"), Path("/a/text.vtt")
    assert FilePair(recording, transcript).title == "talk"
    assert FilePair(None, transcript).title == "text"
    assert FilePair(None, None).title == ""
    assert FilePair(None, transcript).known == transcript
    assert FilePair(recording, None).known == recording
    assert FilePair(None, transcript).with_partner(recording) == (recording, transcript)
    assert FilePair(recording, None).with_partner(None) == (recording, None)


def test_what_was_chosen_goes_before_what_lies_beside(write_talk: WriteTalk) -> None:
    transcript = write_talk("a.vtt", "a.mp3")
    chosen = write_talk("z.mp3", folder="other")
    files = FilePair(None, transcript)
    assert partner_of(files, None) == Partner(transcript.with_suffix(".mp3"))
    assert partner_of(files, chosen) == Partner(chosen)
    assert partner_of(FilePair(chosen, transcript), None) == Partner(None)


def test_without_pyav_a_recording_is_taken_as_it_is(
    write_talk: WriteTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reader.recording.sound_check", None)
    recording = write_talk("b.mp3")
    recording.write_bytes(recording.read_bytes()[:3_000])
    assert sorted_out([recording]) == (recording, None)


@pytest.mark.parametrize("name", ["pipe.mp3", "pipe.vtt"])
def test_a_pipe_is_neither_and_is_not_waited_for(
    write_talk: WriteTalk, make_pipe: MakePipe, tmp_path: Path, name: str
) -> None:
    pipe, transcript = make_pipe(tmp_path / name), write_talk("a.vtt")
    with pytest.raises(ReaderError, match="is a pipe or a device, not a file") as reported:
        sorted_out([pipe])
    assert reported.value.path == pipe
    assert sorted_out([pipe, transcript]) == (None, transcript)
    with pytest.raises(ReaderError, match="is a pipe or a device, not a file"):
        checked(FilePair(pipe, transcript))
