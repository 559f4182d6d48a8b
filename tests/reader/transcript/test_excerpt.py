from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.exporting import webvtt
from reader.transcript.excerpt import excerpt
from reader.transcript.model import Cue, Transcript, VoiceChange, Word
from tests.reader.strategies import transcripts

TALK = Transcript(
    (
        Cue(0, 1_000, 3_000, "Hello there.", (VoiceChange(0, "Ada"),)),
        Cue(1, 3_000, 5_000, "How are you?"),
        Cue(2, 5_000, 8_000, "Well, thank you. And you?", (VoiceChange(0, "Bo"),)),
        Cue(3, 8_000, 9_000, "Fine.", (VoiceChange(0, "Ada"),)),
    )
)


def shown(transcript: Transcript) -> list[tuple[int | None, int | None, str, str]]:
    return [(cue.start, cue.end, cue.voice, cue.text) for cue in transcript.cues]


def test_times_start_with_the_passage() -> None:
    assert shown(excerpt(TALK, 1_000, 5_000)) == [
        (0, 2_000, "Ada", "Hello there."),
        (2_000, 4_000, "", "How are you?"),
    ]


def test_first_cue_names_the_voice_that_was_named_before() -> None:
    assert shown(excerpt(TALK, 3_000, 8_000))[0] == (0, 2_000, "Ada", "How are you?")


def test_cue_that_reaches_beyond_is_cut_between_words() -> None:
    assert shown(excerpt(TALK, 6_700, 8_600)) == [
        (0, 1_300, "Bo", "And you?"),
        (1_300, 1_900, "Ada", "Fine."),
    ]


def test_own_words_keep_their_times() -> None:
    words = (Word(0, 400, 0, 3), Word(400, 900, 4, 3), Word(900, 1_500, 8, 5))
    cue = Cue(0, 0, 1_500, "One two three", words=words)
    (part,) = excerpt(Transcript((cue,)), 500, 1_000).cues
    assert part.text == "two"
    assert part.words == (Word(0, 400, 0, 3),)


def test_passage_between_lines_is_empty() -> None:
    assert excerpt(TALK, 20_000, 30_000).cues == ()
    assert excerpt(Transcript((Cue(0, None, None, "No times"),)), 0, 1_000).cues == ()


def test_written_as_webvtt_it_is_read_back() -> None:
    again = formats.read(webvtt.write(excerpt(TALK, 3_000, 8_600)).encode(), "a.vtt")
    assert shown(again) == [
        (0, 2_000, "Ada", "How are you?"),
        (2_000, 5_000, "Bo", "Well, thank you. And you?"),
        (5_000, 5_600, "Ada", "Fine."),
    ]


@given(transcripts(), st.integers(0, 8_000), st.integers(1, 4_000))
def test_all_of_it_lies_in_the_passage(whole: Transcript, start: int, length: int) -> None:
    for cue in excerpt(whole, start, start + length).cues:
        assert cue.start is not None
        assert cue.end is not None
        assert 0 <= cue.start <= cue.end <= length
        assert any(cue.text in each.text for each in whole.cues)
        assert all(0 <= change.offset - change.mark <= len(cue.text) for change in cue.voices)


@given(transcripts())
def test_whole_passage_is_the_whole_transcript(whole: Transcript) -> None:
    part = excerpt(whole, 0, 100_000)
    assert [cue[:6] for cue in part.cues] == [cue[:6] for cue in whole.cues]
