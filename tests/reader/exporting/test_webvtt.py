from __future__ import annotations

import webvtt as webvtt_py
from hypothesis import example, given

from reader import exporting, formats
from reader.exporting import webvtt
from reader.transcript.model import Cue, Transcript, VoiceChange, Word
from tests.reader.exporting import odd


def read_back(transcript: Transcript) -> Transcript:
    return formats.read(webvtt.write(transcript).encode(), "talk.vtt")


def payload(cue: Cue) -> str:
    return webvtt.write(Transcript((cue,))).split("\n", 3)[3].strip()


@given(odd.transcripts())
@example(Transcript((Cue(0, 0, 1, "a\n\n\nb --> c"),)))
def test_every_character_comes_back(transcript: Transcript) -> None:
    spoken = [cue for cue in transcript.cues if odd.kept(cue.text)]
    back = read_back(transcript)
    assert [(cue.start, cue.end, cue.text) for cue in back.cues] == [
        (cue.start, cue.end, odd.kept(cue.text)) for cue in spoken
    ]
    assert not spoken or all(problem.is_repaired for problem in back.problems)


@given(odd.transcripts())
def test_webvtt_py_reads_as_many_cues(transcript: Transcript) -> None:
    text = webvtt.write(transcript)
    back = webvtt_py.from_string(text)
    assert len(back.captions) == sum(bool(odd.kept(cue.text)) for cue in transcript.cues)


@given(odd.talks())
def test_what_each_voice_said_comes_back(transcript: Transcript) -> None:
    assert [odd.said(cue) for cue in read_back(transcript).cues] == [
        odd.said(cue) for cue in transcript.cues
    ]


@given(odd.timed_words())
def test_word_times_come_back(cue: Cue) -> None:
    (back,) = read_back(Transcript((cue,))).cues
    assert back.text == cue.text
    assert back.words == cue.words


def test_ids_notes_styles_and_header_come_back() -> None:
    metadata = {
        "header": "The harbour",
        "kind": "captions",
        "language": "en",
        "notes": "One\nline\n\nand --> another",
        "styles": "::cue { color: lime }",
    }
    cue = Cue(0, 0, 1, "Hi", id="NOTE  -->\nx")
    back = read_back(Transcript((cue,), metadata=metadata))
    assert back.metadata == {**metadata, "notes": "One\nline\n\nand → another"}
    assert back.cues[0].id == "NOTE -→ x"


def test_a_name_in_the_text_becomes_the_voice() -> None:
    cue = Cue(0, 0, 9, "Ann: Yes. - No.", (VoiceChange(5, "Ann", 5), VoiceChange(12, "", 2)))
    assert payload(cue) == "<v Ann>Yes. </v>- No."


def test_an_unnamed_voice_without_a_dash_gets_one() -> None:
    assert payload(Cue(0, 0, 9, "Yes.", (VoiceChange(0, ""),))) == "- Yes."


def test_word_times_only_grow_and_stay_inside_the_cue() -> None:
    words = (Word(5, 5, 0, 1), Word(5, 9_000, 2, 1), Word(4, 3, 4, 1))
    cue = Cue(0, 5, 2_000, "a b c", words=words)
    assert payload(cue) == "a b c"


def test_text_without_times_stands_where_the_line_before_ended() -> None:
    cues = (Cue(0, 0, 900, "a"), Cue(1, None, None, "b"), Cue(2, 1_000, None, "c"))
    back = read_back(Transcript(cues)).cues
    assert [(cue.start, cue.end) for cue in back] == [(0, 900), (900, 900), (1_000, 1_000)]


def test_its_row_needs_times() -> None:
    assert exporting.writer_named("vtt").needs_times
