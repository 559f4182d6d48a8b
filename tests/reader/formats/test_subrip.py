from __future__ import annotations

import io
from pathlib import Path

import webvtt
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.transcript.model import Transcript, VoiceChange

DATA = Path(__file__).parents[2] / "data" / "transcripts"


def read(text: str) -> Transcript:
    return formats.read(text.encode(), "talk.srt")


def timed(transcript: Transcript) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start, cue.end, cue.text) for cue in transcript.cues]


def test_reads_a_usual_file() -> None:
    transcript = formats.load(DATA / "talk.srt")
    assert timed(transcript) == [
        (500, 3000, "Mara: Welcome to the harbour."),
        (3000, 5250, "- Salt & wind?\n- Gulls!"),
        (5250, 7000, "In the year\n1984"),
        (7000, 9000, "Mara: Farewell, <unknown>."),
    ]
    first, second, third, _ = transcript.cues
    assert (first.line, first.voice) == (2, "Mara")
    assert first.raw == "Mara: Welcome to the <i>harbour</i>."
    assert second.voices == (VoiceChange(2, "", 2), VoiceChange(17, "", 2))
    assert third.raw == "In the year\n\n1984"
    assert [(problem.line, problem.is_repaired) for problem in transcript.problems] == [(11, True)]


def test_reads_every_dialect() -> None:
    transcript = formats.load(DATA / "dialects.srt")
    assert timed(transcript) == [
        (1000, 2500, "No index, no milliseconds."),
        (3000, 4000, "Dots, no blank line."),
        (3_605_250, 3_606_500, "An hour later."),
        (9500, 10000, "Colons."),
    ]
    assert transcript.problems == ()


def test_numbers_are_spoken_unless_they_announce_a_cue() -> None:
    numbered = "1\n00:01,000 --> 00:02,000\nBeta\n1984\n2\n00:03,000 --> 00:04,000\nGamma\n"
    assert [cue.text for cue in read(numbered).cues] == ["Beta\n1984", "Gamma"]
    unnumbered = "00:01,000 --> 00:02,000\nIn\n1984\n00:03,000 --> 00:04,000\nGamma\n"
    assert [cue.text for cue in read(unnumbered).cues] == ["In\n1984", "Gamma"]
    apart = "1\n00:01,000 --> 00:02,000\nBeta\n\n2\n\n00:03,000 --> 00:04,000\nGamma\n"
    assert [cue.text for cue in read(apart).cues] == ["Beta", "Gamma"]
    not_due = apart.replace("\n2\n", "\n1984\n")
    assert [cue.text for cue in read(not_due).cues] == ["Beta\n1984", "Gamma"]


def test_damage_is_repaired_or_listed() -> None:
    transcript = read(
        "Made by nobody\n\n1\n00:00:05,000 --> 00:00:04,000\nreversed\n\n"
        "2\n-00:00:01,000 --> 00:00:01,000\nnegative\n\n3\n00:00:03,000 --> 00:0x\nbroken\n\n"
        "4\n00:00:06,000 --> 00:00:07,000\n\n5\n00:00:07,000 --> 00:00:08,000 spoken\nhere\n"
    )
    assert timed(transcript) == [
        (5000, 4000, "reversed"),
        (0, 1000, "negative"),
        (7000, 8000, "spoken\nhere"),
    ]
    assert [(problem.line, problem.is_repaired) for problem in transcript.problems] == [
        (1, False),
        (4, True),
        (8, True),
        (12, False),
        (16, False),
    ]
    assert "broken" in transcript.problems[3].text


def test_only_known_tags_are_markup() -> None:
    text = r"{\an8}<font color='red'>red</font> <b>bold</b> {i}it{/i} <laughs> {really} &amp;"
    (cue,) = read(f"1\n00:01,000 --> 00:02,000\n{text}\n").cues
    assert cue.text == "red bold it <laughs> {really} &"
    assert cue.raw == text


WORDS = st.text("abcdé 漢字.,!?'-", min_size=1, max_size=30).map(str.strip).filter(bool)
CUES = st.lists(
    st.tuples(
        st.integers(0, 400_000_000), st.integers(0, 60_000), st.lists(WORDS, min_size=1, max_size=3)
    ),
    min_size=1,
    max_size=8,
)


@given(CUES)
def test_a_well_formed_file_is_read_as_webvtt_py_reads_it(
    cues: list[tuple[int, int, list[str]]],
) -> None:
    text = "\n".join(
        f"{number}\n{_stamp(start)} --> {_stamp(start + length)}\n" + "\n".join(lines) + "\n"
        for number, (start, length, lines) in enumerate(cues, 1)
    )
    captions = webvtt.from_buffer(io.StringIO(text), format="srt").captions
    assert timed(read(text)) == [
        (c.start_time.in_milliseconds(), c.end_time.in_milliseconds(), c.raw_text) for c in captions
    ]
    assert read(text).problems == ()


def _stamp(time: int) -> str:
    seconds, milliseconds = divmod(time, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{milliseconds:03}"
