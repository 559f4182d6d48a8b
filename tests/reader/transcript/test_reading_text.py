"""The running text: nothing lost, every character found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.reading_text import UNNAMED, Place, ReadingText
from tests.reader.strategies import transcripts

ANN, BO = VoiceChange(0, "Ann"), VoiceChange(0, "Bo")


def reading(*cues: Cue, **options: bool) -> ReadingText:
    numbered = tuple(cue._replace(index=i) for i, cue in enumerate(cues))
    return ReadingText(Transcript(numbered), **options)


def cue(text: str, *voices: VoiceChange, kind: CueKind = CueKind.SPEECH) -> Cue:
    return Cue(0, 0, 1_000, text, voices, kind=kind)


@given(transcripts())
def test_every_word_of_every_shown_cue_is_in_its_ranges(transcript: Transcript) -> None:
    text = ReadingText(transcript)
    for each in transcript.cues:
        shown = "".join(text.text[a:b] for a, b in text.ranges(each.index))
        expected = "" if each.kind is CueKind.BLANK else each.text
        assert "".join(shown.split()) == "".join(expected.split())


@given(transcripts())
def test_every_character_finds_its_cue_and_the_way_back(transcript: Transcript) -> None:
    text = ReadingText(transcript)
    for each in transcript.cues:
        for start, end in text.ranges(each.index):
            for position in range(start, end):
                place = text.place_at(position)
                assert place is not None
                assert place.cue == each.index
                assert text.position_of(place) == position


@given(transcripts())
def test_blocks_cover_the_text_without_line_breaks_inside(transcript: Transcript) -> None:
    text = ReadingText(transcript)
    blocks = [text.text[slice(*text.block_span(k))] for k in range(text.block_count)]
    assert "\n".join(blocks) == text.text
    assert all(block and "\n" not in block for block in blocks)
    assert list(text.block_lengths) == [len(block) for block in blocks]


@given(transcripts(), st.data())
def test_cues_between_agrees_with_a_naive_scan(transcript: Transcript, data: st.DataObject) -> None:
    text = ReadingText(transcript)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    touched = [
        each.index
        for each in transcript.cues
        if any(a < end and b > start for a, b in text.ranges(each.index))
    ]
    assert text.cues_between(start, end) == touched


def test_cues_of_one_turn_make_one_paragraph_under_the_name() -> None:
    text = reading(cue("Hello", ANN), cue("there."), cue("Hi.", BO))
    assert text.text == "Ann\nHello there.\nBo\nHi."
    assert [text.is_voice(k) for k in range(4)] == [True, False, True, False]
    assert [text.voice_name(k) for k in range(4)] == ["Ann", "Ann", "Bo", "Bo"]


def test_the_same_voice_again_opens_no_new_turn() -> None:
    assert reading(cue("Hello", ANN), cue("there.", ANN)).text == "Ann\nHello there."


def test_one_cue_can_hold_two_turns_and_their_dashes_are_not_read() -> None:
    two = cue("- Yes. - Killing", VoiceChange(2, "", 2), VoiceChange(9, "", 2))
    text = reading(two)
    assert text.text == f"{UNNAMED}\nYes.\n{UNNAMED}\nKilling"
    assert [text.text[a:b] for a, b in text.ranges(0)] == ["Yes.", "Killing"]
    assert (text.voice_number(0), text.voice_number(2)) == (-1, -2)


def test_a_paragraph_ends_at_a_sentence_and_never_grows_beyond_the_cap() -> None:
    text = reading(*(cue("word " * 20 + "end.") for _ in range(40)))
    lengths = list(text.block_lengths)
    assert len(lengths) > 5
    assert max(lengths) <= 1_400
    assert all(text.text[text.block_span(k)[1] - 1] == "." for k in range(text.block_count))


def test_a_line_of_ten_thousand_words_is_cut_into_paragraphs() -> None:
    text = reading(cue(" ".join(f"word{n}" for n in range(10_000))))
    assert max(text.block_lengths) <= 1_400
    assert text.text.replace("\n", " ").split() == [f"word{n}" for n in range(10_000)]


def test_chinese_joins_without_a_space_and_english_with_one() -> None:
    assert reading(cue("今天"), cue("很好")).text == "今天很好"
    assert reading(cue("so"), cue("what")).text == "so what"


def test_blank_audio_is_hidden_unless_asked_for() -> None:
    cues = cue("Hi."), cue("[BLANK_AUDIO]", kind=CueKind.BLANK), cue("Bye.")
    assert reading(*cues).text == "Hi. Bye."
    assert reading(*cues).ranges(1) == []
    assert reading(*cues).position_of(Place(1, 0)) is None
    assert reading(*cues, are_blanks_shown=True).text == "Hi. [BLANK_AUDIO] Bye."


def test_an_empty_transcript_has_no_place() -> None:
    assert reading().place_at(0) is None
    assert reading().text == ""
