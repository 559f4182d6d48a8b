from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.errors import OpeningCancelled, TranscriptError
from reader.formats.decoding import ENCODINGS
from reader.formats.source import LONGEST_LINE, MOST_LINES
from reader.time_bounds import LATEST
from reader.transcript.model import Cue, Transcript
from tests.conftest import MakePipe

DATA = Path(__file__).parents[2] / "data" / "transcripts"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nAlpha\n"


def message(data: bytes, name: str) -> str:
    with pytest.raises(TranscriptError) as caught:
        formats.read(data, name)
    assert name in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("talk.txt", "whisper.cpp"), ("talk.vtt", "WebVTT"), ("talk.srt", "SubRip")],
)
def test_the_content_decides_the_format_whatever_the_name(name: str, format_name: str) -> None:
    data = (DATA / name).read_bytes()
    for suffix in (".txt", ".vtt", ".srt", ".doc", ""):
        assert formats.read(data, f"talk{suffix}").format == format_name


def test_an_mp3_given_as_transcript_is_recognised() -> None:
    assert message(b"ID3\x04" + bytes(99), "talk.mp3") == (
        "talk.mp3 is an MP3 recording, not a transcript."
    )


def test_messages_name_the_file_and_what_was_expected() -> None:
    assert message(b"", "talk.vtt") == "talk.vtt is empty."
    assert "empty" in message(b" \n\n", "talk.vtt")
    reported = message(b"<?xml version='1.0'?><diary/>\n", "diary.txt")
    assert "WebVTT" in reported
    assert "“<?xml version='1.0'?><diary/>”" in reported


def test_faults_of_the_file_system(tmp_path: Path) -> None:
    for path, words in [
        (tmp_path / "gone.vtt", "not found"),
        (tmp_path, "folder"),
        (Path(os.devnull), "device"),
        (Path("nul\0.vtt"), "cannot be read"),
    ]:
        with pytest.raises(TranscriptError, match=words) as caught:
            formats.load(path)
        assert caught.value.path == path


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_bytes(SRT)
    path.chmod(0)
    with pytest.raises(TranscriptError, match="permission"):
        formats.load(path)


def test_a_huge_file_is_refused_unread_but_a_huge_recording_is_named(tmp_path: Path) -> None:
    for name, head, words in [("a.srt", SRT * 2000, "too large"), ("a.mp3", b"ID3\x04", "MP3")]:
        with (tmp_path / name).open("wb") as file:
            file.write(head)
            file.truncate(formats.LARGEST + 1)
        with pytest.raises(TranscriptError, match=words):
            formats.load(tmp_path / name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<" * 10_000_000, "no transcript"),
        (SRT + b"word " * (LONGEST_LINE // 4), "line 4"),
        (SRT + b"<a\n" * (LONGEST_LINE // 2), "cue"),
        (SRT + b"\n" * (MOST_LINES + 1), "lines"),
        (b'"ooTextFile"\n"TextGrid"\n' + b"a " * LONGEST_LINE, "line 3"),
        (b"\0" * 1000, "binary"),
        (b"<tt>" + b"<p begin='1s' end='2s'/>" * 300_001, "too many elements"),
        (b"<tt><body><p begin='1s'>" + b"a b\n" * (LONGEST_LINE // 3), "characters"),
        (b'{"format":"earmark-transcript","cues":[' + b"1," * 3_000_000, "too large"),
        (b"a 1 0.5 1.5 b\n" * 300_001, "300,000 words with times (to line 300001)"),
        (b"start,end,text\n" + b'0,1,"a\n' * 700_000, "300,000 words with times (to line 600"),
    ],
)
def test_hostile_files_end_with_a_message(data: bytes, words: str) -> None:
    assert words in message(data, "talk.srt")


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_bytes(SRT * 20_000)
    reported: list[float] = []
    formats.load(path, progress=reported.append)
    assert reported[-1] == 1.0
    assert len(reported) > 5
    assert all(0 <= share <= 1 for share in reported)
    assert reported == sorted(reported)


def test_cancel_ends_the_loading(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_bytes(SRT * 20_000)
    request = threading.Event()
    with pytest.raises(OpeningCancelled):
        formats.load(path, progress=lambda _: request.set(), is_cancelled=request.is_set)


def test_unreadable_characters_are_listed() -> None:
    transcript = formats.read("1\n00:01,000 --> 00:02,000\nČau\0 světe\n".encode(), "a.srt")
    assert transcript.cues[0].text == "Čau\ufffd světe"
    assert transcript.problems[0].reason == "a character could not be read"


def test_files_dropped_are_told_apart_by_content(tmp_path: Path) -> None:
    contents = {
        "a.vtt": SRT,
        "b.mp3": b"ID3\x04" + bytes(99),
        "c.txt": b"Dear diary,\n",
        "c.lrc": b"[00:01.00]Ahoy\n",
        "c.json": b'{"segments": [{"start": 1, "end": 2, "text": "a"}]}',
        "package.json": b'{"name": "a", "version": "1"}',
        "d.srt": b"ID3\x04" + bytes(99),
        "e.xm": b"Extended Module: something",
        "f.png": b"\x89PNG\r\n\x1a\n",
        "g.mp3": b"",
        "h.txt": b"\xff\xfe" + SRT.decode().encode("utf-16-le") * 2000,
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.vtt").mkdir()
    names = [*contents, "folder.vtt", "gone.vtt"]
    assert [n for n in names if formats.is_transcript(tmp_path / n)] == [
        *("a.vtt", "c.lrc", "c.json", "h.txt"),
    ]
    assert [n for n in names if formats.is_recording(tmp_path / n)] == ["b.mp3", "d.srt", "e.xm"]


_PARTS = st.sampled_from(
    [
        *(
            "0:00:01.0,0:00:02.0",
            "[Script Info]",
            "[Events]",
            "Dialogue: 0,0:00:01.0,0:00:02.0,,A,",
        ),
        *(",,,,{\\k50}a{\\p1}m 0 0", "Format: Start, End, Text", "[00:01.00]<00:01.50>a", "[ti:b]"),
        *('{"segments": [', '{"start": 1, "end": 2, "text": "a"}', "]}", '"words":[{"word":"a"}]'),
        *(
            "<tt><body><div>",
            '<p begin="1s" end="2f">a',
            "</p></div></body></tt>",
            "<cite>A:</cite>",
        ),
        *(
            "<time>0:05</time>",
            "<script>",
            "Ann  0:05",
            "Ann (0:05): a",
            "**[0:05]**",
            "0:05",
            "5\t6\ta",
        ),
        *("start\tend\ttext", "start,end,text", '1000,2000,"a', "1.0,2.0,b", "\\\t1\t2"),
        *("WEBVTT", "NOTE a", "STYLE", "REGION", "1", "2", "1984", "-->", "(", "♪", "\t", "\ufeff"),
        *("00:00:01.000 --> 00:00:02.000", "00:01,5 --> 0:02", "9:99:99.9 --> -1:0.5"),
        *("[00:00:01.000 --> 00:00:02.000] - Hi. - Yes.", "[0:0x --> 1]", "[BLANK_AUDIO]"),
        *("<v Ann>a", "</v>", "<00:00:01.500>b", "- Ann: c", "Ann: d", "{\\an8}", "\x1b[0m"),
        *("&amp;&#x;&#99999999;", "[SPEAKER_TURN]", "0:1 -> 0:3 align:start text"),
        "99999999999:00:00.000 --> 1:0",
    ]
)
_LINES = st.one_of(_PARTS, st.text(max_size=20), st.tuples(_PARTS, _PARTS).map("".join))
_TEXTS = st.tuples(st.lists(_LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))


@given(_TEXTS, st.sampled_from(["a.vtt", "a.csv", "a.txt"]))
def test_any_text_opens_or_is_refused_in_words(parts: tuple[list[str], str], name: str) -> None:
    lines, line_break = parts
    data = line_break.join(lines).encode("utf-8", "surrogatepass")
    try:
        transcript = formats.read(data, name)
    except TranscriptError as error:
        assert name in error.message
    else:
        _assert_sound(transcript)


@given(st.binary(max_size=300), st.sampled_from([b"", b"WEBVTT\n\n", SRT, b"\xff\xfe", b"PK"]))
def test_any_bytes_open_or_are_refused(data: bytes, head: bytes) -> None:
    try:
        _assert_sound(formats.read(head + data, "a.vtt"))
    except TranscriptError as error:
        assert error.message.startswith("a.vtt ")


def _assert_sound(transcript: Transcript) -> None:
    assert [cue.index for cue in transcript.cues] == list(range(len(transcript.cues)))
    for cue in transcript.cues:
        _assert_cue_sound(cue)
    assert all(problem.line > 0 and problem.reason for problem in transcript.problems)


def _assert_cue_sound(cue: Cue) -> None:
    assert cue.text.strip()
    assert (cue.start is None) == (cue.end is None)
    start, end = cue.start or 0, cue.end or 0
    assert 0 <= start <= LATEST
    assert 0 <= end <= LATEST
    offsets = [change.offset for change in cue.voices]
    assert offsets == sorted(offsets)
    assert all(0 <= change.mark <= change.offset <= len(cue.text) for change in cue.voices)
    times = [time for word in cue.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(start <= time <= max(start, end) for time in times)
    for word in cue.words:
        assert cue.text[word.offset : word.offset + word.length].strip()


_WORDS = st.integers(0, 10**6).map("word{}".format)
_CLEAN_LINES = st.one_of(
    _WORDS,
    st.sampled_from(
        [
            *("", "", "NOTE", "STYLE", "-->", "00:01.000 --> 00:02.000", "0:03,0 -> 0:02"),
            *("[00:00:01.000 --> 00:00:02.000]", "[0:01 -> 0:02", "0:0x --> 1", "7", "1"),
        ]
    ),
    st.tuples(
        st.sampled_from(
            ["NOTE ", "- ", "Ann: ", "[00:01.0 --> 00:02.0] ", "0:01 --> 0:02 ", "<i>"]
        ),
        _WORDS,
    ).map("".join),
)
_HEADS = st.sampled_from(["WEBVTT\n\n", "1\n0:01 --> 0:02\na\n", "[0:01 --> 0:02] a\n"])


@given(st.lists(_CLEAN_LINES, max_size=20), _HEADS)
def test_no_word_is_lost_in_silence(lines: list[str], head: str) -> None:
    """Each word is in a cue, in a problem or in the metadata."""
    transcript = formats.read((head + "\n".join(lines)).encode(), "a.vtt")
    shown = [f"{cue.text} {cue.voice} {cue.id}" for cue in transcript.cues]
    listed = [problem.text for problem in transcript.problems]
    everything = " ".join([*shown, *listed, *transcript.metadata.values()])
    words = {found[0] for found in re.finditer(r"word\d+", " ".join(lines))}
    assert words == {word for word in words if word in everything}


def test_an_encoding_that_was_chosen_overrules_the_guess() -> None:
    data = "1\n00:01,000 --> 00:02,000\nПривет\n".encode("koi8-r")
    assert formats.read(data, "a.srt", encoding="koi8-r").cues[0].text == "Привет"
    chosen = formats.read(data, "a.srt", encoding="cp1251")
    assert (chosen.encoding, chosen.cues[0].text) == ("cp1251", "рТЙЧЕФ")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_offered_is_known_and_overrules(encoding: str) -> None:
    data = "1\n00:01,000 --> 00:02,000\nAhoy\n".encode(encoding)
    assert formats.read(data, "a.srt", encoding=encoding).cues[0].text == "Ahoy"


def test_a_chosen_encoding_drops_its_byte_order_mark() -> None:
    data = b"\xff\xfe" + "1\n00:01,000 --> 00:02,000\n世界\n".encode("utf-16-le")
    assert formats.read(data, "a.srt", encoding="utf-16-le").cues[0].text == "世界"


def test_a_binary_look_is_no_hindrance_once_the_encoding_is_given() -> None:
    text = "1\n00:01,000 --> 00:02,000\n" + "世界和平\n" * 500
    assert formats.read(text.encode("utf-16-be"), "a.srt", encoding="utf-16-be").cues


def test_an_unknown_encoding_or_format_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_bytes(SRT)
    with pytest.raises(TranscriptError, match="no such encoding"):
        formats.load(tmp_path / "a.srt", encoding="klingon")
    with pytest.raises(TranscriptError, match="There is no format called klingon"):
        formats.load(tmp_path / "a.srt", format="klingon")


def test_a_format_that_was_chosen_overrules_the_guess(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(SRT)
    assert formats.load(path, format="plain").format == "Plain text"
    with pytest.raises(TranscriptError, match="Expected Audacity labels;"):
        formats.load(path, format="audacity")


@pytest.mark.parametrize("row", formats.FORMATS, ids=lambda row: row.name)
def test_any_format_may_be_chosen_for_any_file(row: formats.Format) -> None:
    for path in sorted(DATA.iterdir()):
        try:
            _assert_sound(formats.load(path, format=row.name))
        except TranscriptError as error:
            assert error.message.startswith(path.name)


def test_formats_have_names_of_their_own() -> None:
    assert len({row.name for row in formats.FORMATS}) == len(formats.FORMATS)
    assert formats.TRANSCRIPT_SUFFIXES[0] == ".vtt"
    assert ".docx" in formats.TRANSCRIPT_SUFFIXES[-6:]
    assert {".sbv", ".ass", ".ttml", ".lrc", ".json", ".html"} <= set(formats.TRANSCRIPT_SUFFIXES)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 3_000_000,
        b"[[[" * 100_000,
        b'{"a":' * 500_000,
        b'{"segments": [' + b"[]," * 3_000_000,
        b"<?xml version='1.0'?><tt>" + b"<p>" * 400_000,
        b"<tt><!--" + b"a" * 3_000_000,
        b"<tt><body><div><p begin='1s'>" + b"a\n" * 990_000,
        b"<tt " + b"a" * 20_000_000,
        b"<tt><body><div><p>" + b"<span begin='1s' end='2s'>a</span>" * 100_000 + b"</p></div>",
        b"<tt><body><div><p begin='1s'>"
        + b"<span agent='a'>a</span><span agent='b'>b</span>" * 50_000,
        b"<!DOCTYPE tt [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><tt><p>&b;</p></tt>",
        b"<html>" + b"<!--" * 1_000_000,
        b"<html>" + b"<script>" * 300_000,
        b"<html>" + b"<time>" * 300_000,
        b"<html>" + b"<a " * 1_000_000,
        b"[Events]\nDialogue: 0,0:00:01.0,0:00:02.0,,,,,,," + b"{" * 1_000_000,
        b"[Events]\nDialogue: 0,0:00:01.0,0:00:02.0,,,,,,," + b"{\\p0}" * 200_000,
        b"[00:01.00]" + b"[00:01.00]" * 100_000,
        b"[00:01.00]" + b"<00:01.00>" * 150_000 + b"a",
        b"[00:01.00]" * 50_000 + b"<00:01.00>a" * 50_000,
        b"[00:01.00]a\n" + b"one more line\n" * 90_000,
        (b"[00:01.00]" * 50_000 + b"\n") * 20,
        b"start\tend\ttext\n" + b'1,2,"' * 300_000,
        b"start,end,text\n" + b'1,2,"\n' * 200_000,
        b"Ann" + b" " * 1_000_000 + b"0:05",
        b"0:05\n" * 500_000,
        b"\t" * 2_000_000 + b"a",
        b'{"text": "<span class=timestamp data-timestamp=1>0</span>' + b"<span " * 300_000 + b'"}',
    ],
    ids=lambda data: data[:16].decode(),
)
def test_hostile_input_ends_soon(data: bytes) -> None:
    """Each takes under two seconds here; the timeout of all tests stands behind."""
    try:
        _assert_sound(formats.read(data, "talk.txt"))
    except TranscriptError as error:
        assert "talk.txt" in error.message


def test_a_pipe_is_no_transcript_and_is_not_waited_for(make_pipe: MakePipe, tmp_path: Path) -> None:
    pipe = make_pipe(tmp_path / "pipe.vtt")
    assert not formats.is_transcript(pipe)
    assert not formats.is_recording(pipe)
    with pytest.raises(TranscriptError, match=r"pipe\.vtt is a pipe or a device, not a file"):
        formats.load(pipe)


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:02,000\nNear.\n\n2\n9999:00:00,000 --> 9999:00:01,000\nFar.\n",
        '[{"start": 1, "end": 2, "text": "Near."}, {"start": 9e6, "end": 1e7, "text": "Far."}]',
    ],
)
def test_a_line_later_than_any_recording_is_shown_without_a_time(text: str) -> None:
    transcript = formats.read(text.encode(), "a.txt")
    assert [(cue.text, cue.start) for cue in transcript.cues] == [("Near.", 1_000), ("Far.", None)]
    assert "later than any recording ends" in [each.reason for each in transcript.problems]


def test_a_late_end_is_inferred_and_late_words_have_no_time() -> None:
    words = '[{"word": "Near", "start": 1, "end": 2}, {"word": "far", "start": 9e6, "end": 9e6}]'
    text = f'[{{"start": 1, "end": 9e6, "text": "Near far", "words": {words}}}]'
    (cue,) = formats.read(text.encode(), "a.json").cues
    assert cue.start == 1_000
    assert 1_000 < (cue.end or 0) < 10_000
    assert [word.start for word in cue.words] == [1_000]


def test_a_late_time_in_our_own_json_is_listed() -> None:
    cue = '{"start": 1, "end": 2, "text": "Near."}, {"start": 1, "end": 9999999999, "text": "Far."}'
    text = f'{{"format": "earmark", "version": 1, "cues": [{cue}]}}'
    transcript = formats.read(text.encode(), "a.json", format="earmark")
    assert [cue.text for cue in transcript.cues] == ["Near."]
    assert "Far." in transcript.problems[0].text
