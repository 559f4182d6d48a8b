"""The sentence being heard, across lines, and ranges that grow and shrink by sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notes.sentences import LAST_HOLD, LONGEST, LONGEST_TIME, Sentences
from reader.transcript import spoken_text
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange, Word
from reader.transcript.spoken_text import SpokenText
from reader.transcript.timeline import HOLD
from reader.transcript.word_timing import words_of
from tests.reader.strategies import transcripts


def spoken_of(*texts: str) -> SpokenText:
    cues = (Cue(k, k * 1_000, k * 1_000 + 1_000, text) for k, text in enumerate(texts))
    return SpokenText(Transcript(tuple(cues)))


def sentences_in(spoken: SpokenText) -> list[str]:
    return [spoken.text[start:end] for start, end in Sentences(spoken)]


@pytest.mark.parametrize(
    "text",
    [
        "I met Mr. Smith and Dr. No. |They were there.",
        "It is e.g. this one, i.e. that one. |Well.",
        "It grew by 3.5 percent in v2.0. |So what?",
        "Well... maybe not. |Then... |Maybe.",
        "“Is it?” he asked. |“It is!” |She left.",
        "By J. K. Rowling. |So do I. |And you?",
        "In the U.S. Senate it failed. |We left the U.S. |The end.",
        "At 5 p.m. we left. |We met at 5 p.m. |Good.",
        "No. 5 is alive. |No. |It is not.",
        "So did I. |They left.",
        "It was plan b. |Then we left.",
        "We took 5. |5 of them came. |9.",
        "See vol. 3 and fig. 4, vs. 5.",
        "She met St. John. |It rained.",
        "It is an s.o.s. Call. |Now.",
        "He said so.) |“(Well.)” |It is.",
        "What?! |No…! |Go.",
        "It works. |iPhone sales grew.",
        "我来了。|你呢？|好！|走吧",
        "क्या है। |ठीक है।",
        "all in small letters. |still sentences. |are they not?",
        "no punctuation at all",
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str) -> None:
    assert sentences_in(spoken_of(text.replace("|", ""))) == [
        part.strip() for part in text.split("|")
    ]


def test_a_sentence_runs_over_lines() -> None:
    spoken = spoken_of("It is done. And so", "we go", "home. Good", "night.")
    assert sentences_in(spoken) == ["It is done.", "And so we go home.", "Good night."]


def test_a_pause_a_turn_and_a_sound_end_a_sentence() -> None:
    cues = (
        Cue(0, 0, 1_000, "we were"),
        Cue(1, 1_200, 2_000, "there"),
        Cue(2, 3_500, 4_000, "and then"),
        Cue(3, 4_000, 5_000, "- who", (VoiceChange(2, "", 2),)),
        Cue(4, 5_000, 6_000, "(laughing)", kind=CueKind.SOUND),
        Cue(5, 6_000, 7_000, "us"),
    )
    spoken = SpokenText(Transcript(cues))
    assert sentences_in(spoken) == ["we were there", "and then", "who", "us"]


def test_a_pause_within_a_line_counts_where_words_have_times() -> None:
    words = (Word(0, 500, 0, 2), Word(600, 900, 3, 4), Word(3_000, 3_500, 8, 3))
    spoken = SpokenText(Transcript((Cue(0, 0, 3_500, "we went and", words=words),)))
    assert sentences_in(spoken) == ["we went", "and"]


@pytest.mark.parametrize(("pause", "is_end"), [(1_499, False), (1_500, True)])
def test_how_long_a_pause_ends_a_sentence(pause: int, is_end: bool) -> None:
    apart = ["we went", "and"] if is_end else ["we went and"]
    words = (Word(0, 500, 0, 2), Word(600, 900, 3, 4), Word(900 + pause, 9_000, 8, 3))
    within = Cue(0, 0, 9_000, "we went and", words=words)
    assert sentences_in(SpokenText(Transcript((within,)))) == apart
    before, after = Cue(0, 0, 900, "we went"), Cue(1, 900 + pause, 9_000, "and")
    assert sentences_in(SpokenText(Transcript((before, after)))) == apart


def test_the_words_of_a_later_line_pause_too() -> None:
    words = (Word(2_000, 2_500, 0, 2), Word(5_000, 5_500, 3, 4), Word(9_000, 9_500, 8, 3))
    cues = Cue(0, 0, 2_000, "and so"), Cue(1, 2_000, 9_500, "we went and", words=words)
    assert sentences_in(SpokenText(Transcript(cues))) == ["and so we", "went", "and"]


def test_between_lines_it_is_the_words_that_pause() -> None:
    cues = (
        Cue(0, 0, 2_000, "we", words=(Word(0, 400, 0, 2),)),
        Cue(1, 2_000, 4_000, "went", words=(Word(2_000, 3_900, 0, 4),)),
        Cue(2, 4_000, 6_000, "and", words=(Word(5_300, 5_500, 0, 3),)),
    )
    assert sentences_in(SpokenText(Transcript(cues))) == ["we", "went and"]


def test_a_line_without_a_time_parts_nothing() -> None:
    cues = Cue(0, 0, 900, "we"), Cue(1, None, None, "went"), Cue(2, 90_000, 91_000, "home")
    assert sentences_in(SpokenText(Transcript(cues))) == ["we went home"]


def test_a_turn_within_a_line_ends_a_sentence() -> None:
    two = Cue(0, 0, 900, "- so it - was", (VoiceChange(2, "", 2), VoiceChange(10, "", 2)))
    assert sentences_in(SpokenText(Transcript((two,)))) == ["so it", "was"]
    gap = Cue(0, 0, 900, "so  it was")  # of two pieces, and one voice
    assert sentences_in(SpokenText(Transcript((gap,)))) == ["so it was"]


@given(transcripts())
def test_sentences_hold_all_that_is_said_and_no_sound(transcript: Transcript) -> None:
    spoken = SpokenText(transcript)
    spans = list(Sentences(spoken))
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    held = {position for start, end in spans for position in range(start, end)}
    for piece in spoken.pieces():
        is_said = transcript.cues[piece.cue].kind is CueKind.SPEECH
        letters = {p for p in range(piece.start, piece.end) if spoken.text[p] != " "}
        assert letters <= held if is_said else not letters & held


@given(st.integers(200, 3_000), st.sampled_from(["word", "語", "one, two"]), st.integers(50, 9_000))
def test_no_sentence_is_longer_than_the_cap(count: int, word: str, length: int) -> None:
    cues = (Cue(k, k * length, (k + 1) * length, " ".join([word] * 5)) for k in range(count // 5))
    spoken = SpokenText(Transcript(tuple(cues)))
    for start, end in Sentences(spoken):
        times = spoken.times(start, end)
        assert times is not None
        assert end - start <= LONGEST
        assert times[1] - times[0] <= LONGEST_TIME + length


@pytest.mark.parametrize("gap", [" ", "  "])
def test_the_words_of_a_long_line_are_timed_once_for_all_its_sentences(
    gap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(cue: Cue) -> tuple[Word, ...]:
        asked.append(cue.index)
        return words_of(cue)

    monkeypatch.setattr(spoken_text, "words_of", counted)
    spoken = SpokenText(Transcript((Cue(0, 0, 3_000_000, gap.join(["word"] * 8_000)),)))
    assert len(Sentences(spoken)) > 60
    assert asked == [0]


@pytest.mark.parametrize(
    ("time", "heard"),
    [
        (1_500, "First one."),
        (2_500, "First one."),  # pressed half a second after it ended
        (3_100, "Second one here."),
        (4_900, "Second one here."),
        (4_000 + 999, "Second one here."),
        (4_000 + HOLD, "Second one here."),
    ],
)
def test_the_sentence_heard_a_reaction_before(time: int, heard: str) -> None:
    spoken = spoken_of("First", "one.", "Second one", "here.")
    found = Sentences(spoken).sentence_at(time, lead=1_000)
    assert found is not None
    assert spoken.text[slice(*found)] == heard


def test_no_sentence_before_the_first_word_or_long_after_the_last() -> None:
    cues = (Cue(0, 5_000, 6_000, "Hello there."),)
    sentences = Sentences(SpokenText(Transcript(cues)))
    assert sentences.sentence_at(4_900) is None
    assert sentences.sentence_at(5_400) == (0, 12)  # the first word, pressed at once
    assert sentences.sentence_at(6_000 + LAST_HOLD - 1) == (0, 12)
    assert sentences.sentence_at(6_000 + LAST_HOLD) is None


def test_the_last_sentence_is_kept_in_the_music_after_it_and_none_in_a_gap() -> None:
    words = Cue(0, 0, 2_000, "The end."), Cue(1, 40_000, 42_000, "Cool.")
    music = Cue(2, 42_000, 80_000, "(upbeat music)", kind=CueKind.SOUND)
    sentences = Sentences(SpokenText(Transcript((*words, music))))
    assert sentences.sentence_at(2_000 + HOLD + 1_000) is None
    assert sentences.sentence_at(42_000 + LAST_HOLD - 1) == (9, 14)
    assert sentences.sentence_at(42_000 + LAST_HOLD) is None


def test_no_sentence_by_time_without_times() -> None:
    assert Sentences(SpokenText(Transcript((Cue(0, None, None, "Hi."),)))).sentence_at(5) is None
    assert Sentences(SpokenText(Transcript(()))).sentence_at(5) is None


def test_a_selection_widens_to_whole_sentences() -> None:
    spoken = spoken_of("One two.", "Three four.", "Five.")
    sentences = Sentences(spoken)
    assert sentences.sentence_span_of(5, 10) == (0, 20)
    assert sentences.sentence_span_of(10, 10) == (9, 20)


def test_a_sound_is_not_widened() -> None:
    cues = (Cue(0, 0, 9, "Ha."), Cue(1, 9, 19, "(laughing)", kind=CueKind.SOUND))
    assert Sentences(SpokenText(Transcript(cues))).sentence_span_of(5, 9) == (5, 9)


@given(transcripts(), st.data())
def test_growing_and_shrinking_undo_each_other(transcript: Transcript, data: st.DataObject) -> None:
    sentences = Sentences(SpokenText(transcript))
    spans = list(sentences)
    if not spans:
        return
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    span = spans[first][0], spans[last][1]
    earlier, later = sentences.with_sentence_before(span), sentences.with_sentence_after(span)
    assert earlier == (span if first == 0 else (spans[first - 1][0], span[1]))
    assert later == (span if last + 1 == len(spans) else (span[0], spans[last + 1][1]))
    assert earlier == span or sentences.without_first_sentence(earlier) == span
    assert later == span or sentences.without_last_sentence(later) == span


def test_the_last_sentence_is_never_taken_away() -> None:
    sentences = Sentences(spoken_of("One.", "Two."))
    assert sentences.without_first_sentence((0, 4)) == (0, 4)
    assert sentences.without_last_sentence((5, 9)) == (5, 9)
    assert sentences.without_first_sentence((5, 9)) == (5, 9)
    assert sentences.without_last_sentence((0, 4)) == (0, 4)


def test_a_part_of_a_sentence_grows_to_its_boundary_first() -> None:
    sentences = Sentences(spoken_of("One two three.", "Four."))
    assert sentences.with_sentence_before((4, 7)) == (0, 7)
    assert sentences.with_sentence_after((4, 7)) == (4, 14)
