"""The first look: files sorted by content, read on a thread of its own; faults wait till asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from reader import formats
from reader.errors import OpeningCancelled, ReaderError
from reader.library import first_look
from reader.library.first_look import HeadStart
from reader.library.script_cache import ScriptCache
from reader.library.script_reader import read_script
from reader.store.library import Library
from reader.transcript.model import Transcript
from reader.transcript.script import AS_GUESSED, ReadingOptions
from tests.conftest import WriteTalk
from tests.reader.formats.test_beginning import LINES, subrip


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


@pytest.fixture
def long_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One of which the beginning is read alone."""
    monkeypatch.setattr(first_look, "_LONG", 100_000)
    path = tmp_path / "long.srt"
    path.write_text(subrip(), encoding="utf-8")
    return path


def test_of_a_long_text_the_beginning_is_there_first(long_talk: Path) -> None:
    look = HeadStart([long_talk]).first_look(AS_GUESSED)
    whole = read_script(long_talk).reading
    assert look.is_beginning
    assert look.script is not None
    assert whole.goes_on_from(look.script.reading)
    assert 600 < len(look.script.transcript.cues) < len(whole.transcript.cues)
    assert look.script.reading.end == whole.end


def test_one_that_was_left_in_its_midst_is_read_whole(long_talk: Path, tmp_path: Path) -> None:
    database = tmp_path / "earmark.db"
    with closing(Library(database)) as library:
        episode = library.record_opened(None, long_talk, "talk")
        library.remember_place(episode.id, 0, 0, 1.0, 100_000)
    look = HeadStart([long_talk], database).first_look(AS_GUESSED)
    assert not look.is_beginning
    assert look.scroll == 100_000
    assert look.script is not None
    assert len(look.script.transcript.cues) == LINES


def test_one_that_was_read_before_is_there_whole(long_talk: Path, tmp_path: Path) -> None:
    cache = ScriptCache(tmp_path / "texts")
    cache.keep(read_script(long_talk))
    look = HeadStart([long_talk], cache=cache).first_look(AS_GUESSED)
    assert not look.is_beginning
    assert look.script is not None
    assert len(look.script.transcript.cues) == LINES


def test_one_whose_rest_decides_about_its_beginning_is_read_whole(long_talk: Path) -> None:
    text = subrip(lambda k: f"Anna: line {k}" if k in (100, 2_900) else f"line {k} of it")
    long_talk.write_text(text + " " * 100_000, encoding="utf-8")
    look = HeadStart([long_talk]).first_look(AS_GUESSED)
    assert not look.is_beginning
    assert look.script is not None
    assert len(look.script.transcript.cues) == LINES
