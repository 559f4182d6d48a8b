from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from reader import formats
from reader.exporting import markdown, text
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.reader.exporting import odd

EPISODE = Path(__file__).parents[4] / "shared" / "data" / "episode"
TALK = Transcript(
    (
        Cue(0, 3_723_004, 3_725_000, "Ann: Hi *there*.", (VoiceChange(5, "Ann", 5),)),
        Cue(1, 3_725_000, 3_726_000, "Welcome."),
        Cue(2, 3_726_000, 3_727_000, "- Hello. [x]", (VoiceChange(2, "", 2),)),
    )
)


def lines_of(written: str) -> list[str]:
    """The cues that a reader finds again."""
    return [cue.text for cue in formats.read(written.encode(), "talk.txt").cues]


def test_plain_text_is_what_is_said() -> None:
    assert text.write(TALK) == "Hi *there*. Welcome.\n\nHello. [x]\n"


def test_voices_open_their_turns() -> None:
    assert text.write_with_voices(TALK) == "[Ann]: Hi *there*. Welcome.\n\n– Hello. [x]\n"


def test_times_are_those_of_each_line() -> None:
    assert text.write_with_times(TALK) == (
        "[01:02:03.004 --> 01:02:05.000]   Ann: Hi *there*.\n"
        "[01:02:05.000 --> 01:02:06.000]   Welcome.\n"
        "[01:02:06.000 --> 01:02:07.000]   - Hello. [x]\n"
    )


def test_markdown_shows_who_and_when_and_every_character() -> None:
    assert markdown.write(TALK) == (
        "[01:02:03] **Ann:** Hi \\*there\\*. Welcome.\n\n[01:02:06] – Hello. \\[x\\]\n"
    )


@pytest.mark.parametrize(
    ("said", "written"), [("- a", "\\- a"), ("1. a", "1\\. a"), ("+ a", "\\+ a"), ("# a", "\\# a")]
)
def test_markdown_without_times_opens_no_list(said: str, written: str) -> None:
    assert markdown.write(Transcript((Cue(0, None, None, said),))) == f"{written}\n"


def test_markdown_is_read_with_its_voices_and_times() -> None:
    talk = Transcript(
        tuple(
            Cue(at, at * 61_000, at * 61_000 + 900, "Well said.", (VoiceChange(0, voice),))
            for at, voice in enumerate(("Ann", "Bo", "Ann", "Bo"))
        )
    )
    back = formats.read(markdown.write(talk).encode(), "talk.md").cues
    assert [(cue.start, cue.voice) for cue in back] == [
        (0, "Ann"),
        (61_000, "Bo"),
        (122_000, "Ann"),
        (183_000, "Bo"),
    ]
    assert all("Well said." in cue.text for cue in back)


@given(odd.transcripts())
def test_text_with_times_comes_back(transcript: Transcript) -> None:
    rows = [
        (cue.start, cue.end, " ".join(odd.kept(cue.text).split()))
        for cue in transcript.cues
        if odd.kept(cue.text)
    ]
    if rows:
        back = formats.read(text.write_with_times(transcript).encode(), "talk.txt").cues
        assert [(cue.start, cue.end, cue.text) for cue in back] == rows


@given(odd.transcripts() | odd.talks())
def test_plain_text_holds_every_character(transcript: Transcript) -> None:
    said = "".join(odd.kept(cue.text) for cue in transcript.cues)
    assert letters(text.write(transcript)) == letters(said)


def letters(text: str) -> str:
    """All but blanks and marks that nobody sees or could read."""
    return "".join(text.split()).translate({0xFEFF: None, 0xFFFD: None})


@given(odd.talks())
def test_plain_paragraphs_come_back_without_times(transcript: Transcript) -> None:
    written = text.write(transcript)
    if written.strip():
        assert " ".join(lines_of(written)).split() == written.split()


def test_the_real_episode_comes_back_byte_for_byte() -> None:
    if not EPISODE.is_dir():
        pytest.skip("no ../shared/data/episode")
    path = next(EPISODE.glob("*.txt"))
    written = text.write_with_times(formats.load(path))
    assert written.encode() == path.read_bytes().strip() + b"\n"
