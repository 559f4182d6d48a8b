from __future__ import annotations

import re
from pathlib import Path

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.formats import source
from reader.formats import webvtt as reading
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange

DATA = Path(__file__).parents[2] / "data" / "transcripts"


def read(text: str) -> Transcript:
    return formats.read(text.encode(), "talk.vtt")


def only_cue(text: str) -> Cue:
    (cue,) = read(f"WEBVTT\n\n00:01.000 --> 00:05.000\n{text}\n").cues
    return cue


def word_texts(cue: Cue) -> list[tuple[str, int, int]]:
    return [
        (cue.text[word.offset : word.offset + word.length], word.start, word.end)
        for word in cue.words
    ]


def test_reads_a_well_formed_file() -> None:
    transcript = formats.load(DATA / "talk.vtt")
    first, second, third, fourth = transcript.cues
    assert (first.start, first.end, first.line, first.id) == (500, 3000, 12, "intro")
    assert first.text == "Welcome to the harbour, everyone."
    assert first.raw == "<v Mara>Welcome to the <i>harbour</i>, everyone.</v>"
    assert second.text == "Salt & wind. And gulls!"
    assert second.voices == (VoiceChange(0, "Mara"), VoiceChange(13, "Jon"))
    assert word_texts(third) == [("One", 5250, 6000), ("two", 6000, 7000), ("three", 7000, 8000)]
    assert third.end is not None
    assert fourth.start is not None
    assert fourth.start < third.end  # overlaps stay
    assert fourth.kind is CueKind.SOUND
    assert fourth.raw == ""
    assert transcript.metadata == {
        "kind": "captions",
        "language": "en",
        "header": "The harbour",
        "notes": "Made by hand\nfor the tests",
        "styles": "::cue { color: lime }",
    }
    assert transcript.problems == ()


def test_damage_is_repaired_or_listed_with_line_reason_and_text() -> None:
    transcript = formats.load(DATA / "damaged.vtt")
    assert [(cue.start, cue.end, cue.text) for cue in transcript.cues] == [
        (1000, 2000, "Commas."),
        (3500, 4250, "Seconds only."),
        (8000, 7000, "Reversed."),
        (9000, 10000, "Before the blank line."),
        (4_501_000, 4_502_000, "Many minutes."),
        (11000, 12000, "Press File --> Open now"),
    ]
    assert [(problem.line, problem.is_repaired) for problem in transcript.problems] == [
        (3, True),
        (6, True),
        (9, False),
        (12, True),
        (18, False),
        (20, True),
    ]
    assert all(problem.reason for problem in transcript.problems)
    assert "Times that nobody can read." in transcript.problems[2].text
    assert transcript.problems[4].text == "After the blank line."


def test_rolling_captions_time_only_the_new_line() -> None:
    cue = only_cue("so the first thing\ntalk<00:02.000><c> about</c><00:03.500><c> it</c>")
    assert cue.text == "so the first thing\ntalk about it"
    assert word_texts(cue) == [("talk", 1000, 2000), ("about", 2000, 3500), ("it", 3500, 5000)]


def test_word_times_stay_inside_the_cue_and_in_order() -> None:
    cue = only_cue("<00:04.000>late<00:02.000>early<00:59.000>never")
    assert word_texts(cue) == [
        ("late", 4000, 4000),
        ("early", 4000, 5000),
        ("never", 5000, 5000),
    ]


def test_entities_are_decoded_and_known_tags_taken_out() -> None:
    assert only_cue("R&amp;D &lt;tag&gt; &#233;&bogus; AT&T").text == "R&D <tag> é&bogus; AT&T"
    assert only_cue("<b>bold</b> <ruby>a<rt>b</rt></ruby> 3 < 4").text == "bold ab 3 < 4"
    assert only_cue("<v.loud Ann &amp; Bob>Hi").voice == "Ann & Bob"


def test_names_that_recur_are_voices() -> None:
    cues = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nSarah: Hi.\n\n00:02.000 --> 00:03.000\nNote: once.\n\n"
        "00:03.000 --> 00:04.000\n- Leo Dion (host): No.\n- Sarah: Yes.\n\n"
        "00:04.000 --> 00:05.000\nLeo Dion (host): It is 10:30: late.\n"
    ).cues
    assert [cue.voice for cue in cues] == ["Sarah", "", "Leo Dion (host)", "Leo Dion (host)"]
    assert cues[0].text == "Sarah: Hi."
    assert cues[0].voices == (VoiceChange(7, "Sarah", 7),)
    assert [change.voice for change in cues[2].voices] == ["Leo Dion (host)", "Sarah"]


def test_a_header_without_cues_opens_and_says_so() -> None:
    transcript = read("WEBVTT\n")
    assert transcript.cues == ()
    assert transcript.problems[0].reason == "no cue in this file"


def test_times_end_a_block_they_cannot_belong_to() -> None:
    transcript = read(
        "WEBVTT\n00:01.000 --> 00:02.000\nAlpha\n00:02.000 --> 00:03.000\nBeta\n\n"
        "stray\nlines\n00:03.000 --> 00:04.000\nGamma\n"
    )
    assert [cue.text for cue in transcript.cues] == ["Alpha", "Beta", "Gamma"]
    assert [(problem.line, problem.text) for problem in transcript.problems] == [
        (7, "stray\nlines")
    ]


def test_text_in_the_line_of_times_is_listed() -> None:
    transcript = read("WEBVTT\n\n00:01.000 --> 00:02.000 align:start Hello there\nHi\n")
    assert transcript.problems[0].text == "align:start Hello there"


_times = st.integers(0, 400_000_000)
_texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)


@given(st.lists(st.tuples(_times, _times, _texts), max_size=20))
def test_agrees_with_webvtt_py_on_what_it_can_read(rows: list[tuple[int, int, str]]) -> None:
    blocks = [
        f"{_stamp(min(a, b))} --> {_stamp(max(a, b))}\n{text.replace('-->', '')}x\n"
        for a, b, text in rows
    ]
    source = "WEBVTT\n\n" + "\n".join(blocks)
    theirs = [
        (caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds(), caption.raw_text)
        for caption in webvtt.from_string(source).captions
    ]
    cues = read(source).cues
    assert [(cue.start, cue.end, cue.raw or cue.text) for cue in cues] == theirs


_some_times = st.sampled_from(
    (
        *("01:00:01.000 --> 01:00:02.500", "00:01.000 --> 00:02.000\t", "00:01 --> 00:03.000"),
        *("00:03.000 --> 00:04.000 align:start", "00:05.000 -> 00:06.000", "00:07.000 --> soon"),
    )
)
_some_lines = st.sampled_from(
    ["", "", "7", "NOTE seen", "STYLE", "Aye. ", "<v Mara>Aye", "a -> b", "x > y", " ", "{}"]
)
_some_blocks = st.builds(
    "\n".join,
    st.one_of(
        st.tuples(_some_times, _some_lines, st.just("")),
        st.tuples(_some_lines, _some_times, _some_lines, st.just("")),
        st.tuples(_some_times, _some_lines, _some_times, _some_lines, st.just("")),
        st.lists(_some_lines | _some_times, max_size=4),
    ),
)


@given(st.lists(_some_blocks, max_size=12), st.integers(1, 80))
def test_usual_cues_are_read_as_they_are_line_by_line(blocks: list[str], piece: int) -> None:
    text = "\n".join(["WEBVTT", *blocks])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_CHUNK", piece)
        found = read(text)
        patch.setattr(reading, "_USUAL", re.compile(r"(?!)"))
        assert read(text) == found


def _stamp(time: int) -> str:
    return f"{time // 3_600_000:02}:{time // 60_000 % 60:02}:{time / 1000 % 60:06.3f}"


def test_a_voice_speaks_from_the_first_letter_after_its_mark() -> None:
    transcript = read("WEBVTT\n\n00:00.000 --> 00:01.000\n<v A> <v B>  a <v C> <v D> b\n")
    assert transcript.cues[0].voices == tuple(map(VoiceChange, (0, 0, 4, 4), "ABCD"))


def test_an_object_in_place_of_a_text_is_understood() -> None:
    said = (
        '{"startDateTime":"2026-01-02T10:00:00Z","speakerName":"Jo O\'Dea",'
        '"spokenText":"Agreed \\"fully\\".","spokenLanguage":"en-us"}'
    )
    head = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    transcript = formats.read(
        f'{head}{said}\n\n00:03.000 --> 00:04.000\n{{"a":1}}\n'.encode(), "a.vtt"
    )
    assert [(cue.voice, cue.text) for cue in transcript.cues] == [
        ("Jo O'Dea", 'Agreed "fully".'),
        ("", '{"a":1}'),
    ]
    assert transcript.cues[0].raw == said
    assert transcript.metadata["spokenLanguage"] == "en-us"
