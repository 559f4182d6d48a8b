"""The running text: nothing lost, every character found again."""

from __future__ import annotations

import pytest
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
    for block in range(text.block_count):
        start, end = text.block_span(block)
        assert {text.block_at(position) for position in (start, end)} == {block}


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


@pytest.mark.parametrize(
    ("first", "second"), [("今天", "OK"), ("OK", "今天"), ("안녕", "今天"), ("今天", "안녕")]
)
def test_between_two_scripts_stands_a_space(first: str, second: str) -> None:
    assert reading(cue(first), cue(second)).text == f"{first} {second}"


@pytest.mark.parametrize("text", ["Hi ", " Hi", "  Hi  ", "\tHi\n"])
def test_blanks_around_a_line_are_left_out(text: str) -> None:
    assert reading(cue(text), cue("there.")).text == "Hi there."


def test_blanks_before_the_words_of_a_second_voice_are_left_out() -> None:
    two = cue("Yes,  no", ANN, VoiceChange(4, "Bo"))
    assert reading(two).text == "Ann\nYes,\nBo\nno"


@pytest.mark.parametrize(("second", "lengths"), [(699, [1_400]), (700, [700, 700])])
def test_the_blank_between_two_lines_counts_for_the_cap(second: int, lengths: list[int]) -> None:
    assert list(reading(cue("a" * 700), cue("b" * second)).block_lengths) == lengths


@pytest.mark.parametrize(
    ("first", "lengths"),
    [("a" * 518 + ".", [524]), ("a" * 519 + ".", [520, 4]), ("a" * 600, [605])],
)
def test_a_paragraph_ends_at_a_sentence_once_it_is_long_enough(
    first: str, lengths: list[int]
) -> None:
    assert list(reading(cue(first), cue("next")).block_lengths) == lengths


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("a" * 3_000, [1_400, 1_400, 200]),
        ("a" * 520 + " " + "b" * 1_300, [520, 1_300]),
        ("a" * 700 + " " + "b" * 200 + " " + "c" * 700, [901, 700]),
        ("a" * 700 + ". " + "b" * 200 + ". " + "c" * 700, [701, 902]),
        ("今" * 700 + "。" + "天" * 300, [238, 238, 225, 238, 62]),
    ],
)
def test_where_a_line_beyond_the_cap_is_cut(text: str, lengths: list[int]) -> None:
    assert list(reading(cue(text)).block_lengths) == lengths


def test_what_is_heard_and_not_said_is_known() -> None:
    kinds = CueKind.SPEECH, CueKind.SOUND, CueKind.BLANK
    assert reading(*(cue("x", kind=kind) for kind in kinds)).sounds == {1, 2}


def test_a_cue_that_is_not_there_lies_nowhere() -> None:
    text = reading(cue("Hi."), cue("Bye."))
    assert [text.ranges(k) for k in (-1, 0, 1, 2)] == [[], [(0, 3)], [(4, 8)], []]


def test_a_place_beyond_the_words_of_a_line_is_at_their_edge() -> None:
    text = reading(cue("  Hi.  "), cue("Bye."))
    assert [text.position_of(Place(0, offset)) for offset in (0, 2, 3, 6)] == [0, 0, 1, 3]
    assert text.place_at(-1) == Place(0, 2)
    assert text.place_at(99) == Place(1, 4)


def test_blank_audio_is_hidden_unless_asked_for() -> None:
    cues = cue("Hi."), cue("[BLANK_AUDIO]", kind=CueKind.BLANK), cue("Bye.")
    assert reading(*cues).text == "Hi. Bye."
    assert reading(*cues).ranges(1) == []
    assert reading(*cues).position_of(Place(1, 0)) is None
    assert reading(*cues, are_blanks_shown=True).text == "Hi. [BLANK_AUDIO] Bye."


def test_an_empty_transcript_has_no_place() -> None:
    assert reading().place_at(0) is None
    assert reading().text == ""


def test_a_cue_of_another_text_lies_nowhere() -> None:
    reading = ReadingText(Transcript((Cue(0, 0, 1_000, "Salt."),)))
    assert reading.position_of(Place(0, 0)) == 0
    assert reading.position_of(Place(1, 0)) is None
    assert reading.position_of(Place(7, 0)) is None
