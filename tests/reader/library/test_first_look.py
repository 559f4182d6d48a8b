"""The first look: files sorted by content, read on a thread of its own; faults wait till asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from reader import formats
from reader.errors import OpeningCancelled, ReaderError
from reader.library import first_look
from reader.library.first_look import HeadStart
from reader.transcript.model import Transcript
from reader.transcript.script import AS_GUESSED, ReadingOptions
from tests.conftest import WriteTalk


def test_a_transcript_is_read_as_the_reader_wants_it(write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    look = HeadStart([transcript]).first_look(ReadingOptions(views=frozenset({"sentences"})))
    assert look.files == (None, transcript)
    assert look.title == "talk"
    assert look.script is not None
    assert look.script.options.views == {"sentences"}
    assert "Gulls quarrel" in look.script.reading.text


@pytest.mark.parametrize("names", [(), ("gone.vtt",), ("empty.vtt",)])
def test_what_cannot_be_read_is_reported_when_asked(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "empty.vtt").write_text("")
    begun = HeadStart([tmp_path / name for name in names])
    with pytest.raises(ReaderError):
        begun.first_look(AS_GUESSED)


def test_what_takes_its_time_is_left_to_an_opening_that_can_be_cancelled(
    write_talk: WriteTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_look, "_LARGE", 100)
    with pytest.raises(ReaderError, match="large"):
        HeadStart([write_talk("talk.vtt")]).first_look(AS_GUESSED)


def test_it_can_be_ended(write_talk: WriteTalk, monkeypatch: pytest.MonkeyPatch) -> None:
    is_let_go, load = Event(), formats.load

    def load_when_let_go(path: Path, *, is_cancelled: Callable[[], bool]) -> Transcript:
        is_let_go.wait()
        return load(path, is_cancelled=is_cancelled)

    monkeypatch.setattr(formats, "load", load_when_let_go)
    begun = HeadStart([write_talk("talk.vtt")])
    begun.cancel()
    is_let_go.set()
    with pytest.raises(OpeningCancelled):
        begun.first_look(AS_GUESSED)
