from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.errors import TranscriptError
from reader.exporting import earmark_json
from reader.transcript.model import Cue, CueKind, Problem, Transcript, Word
from tests.reader.exporting import odd

anything = st.text(max_size=8) | odd.texts


@st.composite
def whole_transcripts(draw: st.DrawFn) -> Transcript:
    """With everything that the model can hold."""
    cues = [*draw(odd.transcripts()).cues, *draw(odd.talks()).cues, draw(odd.timed_words())]
    cues.append(Cue(0, None, None, "(laughs)", kind=CueKind.SOUND, line=7, raw="<i>(laughs)</i>"))
    cues.append(Cue(0, 0, 9, "sure", words=(Word(0, 9, 0, 4, 0.25),)))
    return Transcript(
        tuple(cue._replace(index=at) for at, cue in enumerate(cues)),
        "WebVTT",
        draw(st.sampled_from(["utf-8", "cp1252"])),
        draw(st.dictionaries(anything, anything, max_size=3)),
        tuple(
            Problem(*row)
            for row in draw(st.lists(st.tuples(st.integers(0), anything, anything, st.booleans())))
        ),
    )


def read(text: str) -> Transcript:
    return formats.read(text.encode(), "talk.json")


@given(whole_transcripts())
def test_a_transcript_comes_back_as_it_was_written(transcript: Transcript) -> None:
    back = read(earmark_json.write(transcript))
    assert back.format == "Earmark JSON"
    assert dataclasses.replace(back, format=transcript.format) == transcript


def document(cues: str, version: str = "1") -> str:
    return f'{{"format": "earmark-transcript", "version": {version}, "cues": [{cues}]}}'


@pytest.mark.parametrize(
    "damaged",
    [
        "7",
        "null",
        '{"text": "no times"',
        '{"start": 5, "end": 4, "text": "backwards"}',
        '{"start": -1, "end": 4, "text": "early"}',
        '{"start": 1.5, "end": 4, "text": "broken"}',
        '{"start": 1, "end": 4, "text": 7}',
        '{"start": 1, "end": 4}',
        '{"start": 1, "end": 4, "text": "a", "voices": [{"offset": 2}]}',
        '{"start": 1, "end": 4, "text": "a", "words": [[1, 2, 0, 9]]}',
        '{"start": 1, "end": 4, "text": "a", "words": [[1, 2, 0, 1, "sure"]]}',
        '{"start": 1, "end": 4, "text": "a", "words": [[1]]}',
        '{"start": 1, "end": 4, "text": "a", "kind": "song"}',
    ],
)
def test_a_damaged_cue_is_listed_and_the_others_are_read(damaged: str) -> None:
    damaged += "}" * (damaged.count("{") - damaged.count("}"))
    damaged = damaged.replace('"no times"', "[]")
    back = read(document(damaged + ', {"start": 1, "end": 2, "text": "whole"}'))
    assert [cue.text for cue in back.cues] == ["whole"]
    (problem,) = back.problems
    assert problem.reason == "cue 1 cannot be read"
    assert not problem.is_repaired


@pytest.mark.parametrize(
    "text",
    [
        document("{"),
        document("[" * 200_000),
        document("", version="2"),
        document("", version='"x"'),
        document(f'{{"start": {"9" * 5000}}}'),
        document("7"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(text: str) -> None:
    with pytest.raises(TranscriptError) as refusal:
        read(text)
    assert "talk.json" in refusal.value.message
