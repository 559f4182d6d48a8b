"""What can be asked of a transcript that is ready to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import OpeningCancelled, TranscriptError
from reader.library.script_reader import read_script
from reader.overlays.overlays import scripted
from reader.transcript.model import Cue, Transcript, Word
from reader.transcript.reading_text import Place
from reader.transcript.script import ReadingOptions, Script
from tests.conftest import WriteTalk

BLANK = "WEBVTT\n\n00:00.000 --> 00:02.000\n[BLANK_AUDIO]\n\n00:02.000 --> 00:04.000\nMoře.\n"


@pytest.fixture
def script(write_talk: WriteTalk) -> Script:
    return read_script(write_talk("talk.vtt"))


@pytest.fixture
def untimed() -> Script:
    return scripted(Path("a.txt"), Transcript((Cue(0, None, None, "Good day."),)))


def span_of(script: Script, first: str, last: str) -> tuple[int, int]:
    text = script.reading.text
    return text.index(first), text.index(last) + len(last)


def test_a_script_is_ready_to_be_followed(write_talk: WriteTalk) -> None:
    shares: list[float] = []
    script = read_script(write_talk("a.vtt"), progress=shares.append)
    assert shares[-1] == 1.0
    assert script.timeline.current(1_500) == (0,)
    assert script.reading.text.startswith("Mara\nThe harbour")
    with pytest.raises(OpeningCancelled):
        read_script(script.path, is_cancelled=lambda: True)
    script.path.write_bytes(b"")
    with pytest.raises(TranscriptError, match=r"a.vtt is empty"):
        read_script(script.path)


def test_a_script_is_read_as_the_options_say(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_bytes(BLANK.encode("cp1250"))
    read = read_script(path, ReadingOptions(encoding="cp1250"))
    assert read.reading.text == "Moře."
    shown = read_script(path, ReadingOptions(are_blanks_shown=True, encoding="cp1250"))
    assert shown.reading.text == "[BLANK_AUDIO] Moře."
    assert "WEBVTT" in read_script(path, ReadingOptions(format="plain")).reading.text


def test_a_script_has_the_title_that_the_file_gives() -> None:
    named = scripted(Path("a"), Transcript((), metadata={"title": "Boats"}))
    assert named.title == "Boats"
    assert scripted(Path("a"), Transcript(())).title == ""


def test_a_header_of_one_word_is_no_title() -> None:
    phrase = Transcript((), metadata={"header": "A tour of Earmark"})
    assert scripted(Path("a"), phrase).title == "A tour of Earmark"
    assert scripted(Path("a"), Transcript((), metadata={"header": "FILE"})).title == ""


def test_views_change_what_is_shown_and_not_the_source() -> None:
    cues = tuple(Cue(k, k * 1_000, k * 1_000 + 900, "you") for k in range(5))
    viewed = scripted(Path("a"), Transcript(cues), ReadingOptions(views=frozenset({"loops"})))
    assert len(viewed.source.cues) == 5
    assert viewed.reading.text.count("you") < 5


def test_the_line_at_a_time(script: Script) -> None:
    assert script.line_at(3_500) == "Gulls quarrel over the nets."
    assert script.line_at(0) == ""
    assert script.line_at(19_000) == ""  # too long a silence


def test_the_time_of_a_word(script: Script) -> None:
    assert script.time_of(Place(1, 0)) == 3_000
    within = script.time_of(Place(1, "Gulls quarrel".index("quarrel")))
    assert within is not None
    assert 3_000 < within < 4_000


def test_words_are_estimated_unless_that_is_not_wanted(script: Script) -> None:
    assert [word.length for word in script.words_of(1)] == [5, 7, 4, 3, 5]
    assert script.words_of(1, is_estimated=False) == ()


def test_the_times_of_a_selection(script: Script) -> None:
    assert script.times_between(*span_of(script, "The", "again.")) == (1_000, 24_000)
    assert script.times_between(*span_of(script, "Gulls", "nets.")) == (3_000, 5_000)
    turn = span_of(script, "Jon", "They do.")  # with the name before it
    assert script.times_between(*turn) == (6_000, 7_000)


def timed(*cues: Cue) -> Script:
    return scripted(Path("a.vtt"), Transcript(cues))


def test_a_selection_is_timed_to_its_very_last_word() -> None:
    words = tuple(Word(k * 100, k * 100 + 90, at, n) for k, (at, n) in enumerate([(0, 2), (3, 2)]))
    script = timed(Cue(0, 0, 900, "so am I", words=(*words, Word(400, 600, 6, 1))))
    assert script.times_between(0, 2) == (0, 90)
    assert script.times_between(3, 7) == (100, 600)
    assert script.times_between(3, 6) == (100, 190)


def test_a_line_of_marks_alone_has_the_times_of_the_line() -> None:
    script = timed(Cue(0, 100, 900, "♪ …"))
    assert script.words_of(0) == ()
    assert script.times_between(0, 3) == (100, 900)
    assert script.time_of(Place(0, 2)) == 100


@pytest.mark.parametrize(("start", "end"), [(None, 900), (100, None), (900, 900), (900, 100)])
def test_a_line_with_half_a_time_or_none_has_no_times(start: int | None, end: int | None) -> None:
    assert timed(Cue(0, start, end, "♪ …")).times_between(0, 3) is None


def test_without_times_there_are_none_to_report(untimed: Script) -> None:
    assert untimed.times_between(0, 9) is None
    assert untimed.time_of(Place(0, 5)) is None
    assert untimed.line_at(0) == ""
    empty = scripted(Path("a"), Transcript(()))
    assert empty.times_between(0, 10) is None
