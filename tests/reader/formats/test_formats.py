from __future__ import annotations

import gc
import json
import os
import re
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.errors import OpeningCancelled, TranscriptError
from reader.formats.source import LONGEST_LINE, MOST_LINES
from reader.transcript import Cue, Transcript

DATA = Path(__file__).parents[2] / "data" / "transcripts"
CORPUS = Path(__file__).parents[4] / "shared" / "data" / "formats"
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
def test_the_content_tells_the_format_whatever_the_name(name: str, format_name: str) -> None:
    data = (DATA / name).read_bytes()
    for suffix in (".txt", ".vtt", ".srt", ".doc", ""):
        assert formats.read(data, f"talk{suffix}").format == format_name


def test_an_mp3_given_as_transcript_is_told_so() -> None:
    assert message(b"ID3\x04" + bytes(99), "talk.mp3") == (
        "talk.mp3 is an MP3 recording, not a transcript."
    )


def test_messages_name_the_file_and_what_was_expected() -> None:
    assert message(b"", "talk.vtt") == "talk.vtt is empty."
    assert "empty" in message(b" \n\n", "talk.vtt")
    told = message(b"Dear diary,\n", "diary.txt")
    assert "WebVTT" in told
    assert "“Dear diary,”" in told


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
        (b"\0" * 1000, "binary"),
    ],
)
def test_hostile_files_end_with_a_message(data: bytes, words: str) -> None:
    assert words in message(data, "talk.srt")


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_bytes(SRT * 20_000)
    told: list[float] = []
    formats.load(path, progress=told.append)
    assert told[-1] == 1.0
    assert len(told) > 5
    assert all(0 <= share <= 1 for share in told)
    assert told == sorted(told)


def test_cancel_ends_the_loading(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_bytes(SRT * 20_000)
    wish = threading.Event()
    with pytest.raises(OpeningCancelled):
        formats.load(path, progress=lambda _: wish.set(), is_cancelled=wish.is_set)


@pytest.mark.parametrize("was_enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(*, was_enabled: bool) -> None:
    (gc.enable if was_enabled else gc.disable)()
    try:
        formats.read(SRT, "a.srt")
        message(SRT + b"word " * (LONGEST_LINE // 4), "a.srt")
        assert gc.isenabled() == was_enabled
    finally:
        gc.enable()


def test_unreadable_characters_are_listed() -> None:
    transcript = formats.read("1\n00:01,000 --> 00:02,000\nČau\0 světe\n".encode(), "a.srt")
    assert transcript.cues[0].text == "Čau\ufffd světe"
    assert transcript.problems[0].reason == "a character could not be read"


def test_files_dropped_are_told_apart_by_content(tmp_path: Path) -> None:
    contents = {
        "a.vtt": SRT,
        "b.mp3": b"ID3\x04" + bytes(99),
        "c.txt": b"Dear diary,\n",
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
    assert [n for n in names if formats.is_transcript(tmp_path / n)] == ["a.vtt", "h.txt"]
    assert [n for n in names if formats.is_recording(tmp_path / n)] == ["b.mp3", "d.srt", "e.xm"]


_PARTS = st.sampled_from(
    [
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


@given(_TEXTS, st.sampled_from(["a.vtt", "a.srt", "a.txt"]))
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
    assert cue.start is not None
    assert cue.end is not None
    assert 0 <= cue.start <= cue.end
    offsets = [change.offset for change in cue.voices]
    assert offsets == sorted(offsets)
    assert all(0 <= change.mark <= change.offset <= len(cue.text) for change in cue.voices)
    times = [time for word in cue.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(cue.start <= time <= cue.end for time in times)
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
    shown = [f"{cue.text} {cue.raw} {cue.id}" for cue in transcript.cues]
    listed = [problem.text for problem in transcript.problems]
    everything = " ".join([*shown, *listed, *transcript.metadata.values()])
    words = {found[0] for found in re.finditer(r"word\d+", " ".join(lines))}
    assert words == {word for word in words if word in everything}


_OURS = {".vtt", ".srt"}


def _corpus() -> list[tuple[str, dict[str, object]]]:
    if not CORPUS.exists():
        return []
    entries = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))["files"]
    return sorted(
        (name, entry)
        for name, entry in entries.items()
        if Path(name).suffix in _OURS or name.startswith(("whisper.cpp/", "own-edge/whispercpp-"))
    )


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the repository")
def test_the_corpus_opens_with_the_expected_times() -> None:
    """What others' files must give; speakers and words are compared by the corpus's own tool."""
    wrong = [name for name, entry in _corpus() if not _is_as_expected(name, entry)]
    assert wrong == []
    assert len(_corpus()) > 200


def _is_as_expected(name: str, entry: dict[str, object]) -> bool:
    if entry.get("level", "must") != "must":
        return True
    expect = entry.get("expect", "cues")
    try:
        transcript = formats.load(CORPUS / name)
    except TranscriptError:
        return expect != "cues"
    lists = [entry.get("cues", []), *_lists(entry.get("accept"))]
    got = {(cue.start, cue.end) for cue in transcript.cues}
    return expect != "cues" or any(_wanted(cues) <= got for cues in lists)


def _lists(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _wanted(cues: object) -> set[tuple[int, int]]:
    rows = [cue for cue in _lists(cues) if isinstance(cue, dict) and cue["text"].strip()]
    return {(round(cue["start"] * 1000), round(cue["end"] * 1000)) for cue in rows}
