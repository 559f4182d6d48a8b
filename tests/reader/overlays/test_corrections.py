"""Corrections laid over a transcript, as a listener would see them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.correction import LONGEST, Correction, CorrectionScope, replacement_in
from reader.errors import ReaderError
from reader.overlays.corrections import (
    PhraseIndex,
    corrected,
    edits_of,
    edits_with,
    hits,
    places_of,
    stands,
    with_edits,
)
from reader.overlays.overlays import Overlays, scripted, with_corrections, with_voices
from reader.transcript.file_offsets import as_said, file_offset, file_text, shown_offset
from reader.transcript.model import Cue, CueKind, Edits, Transcript, VoiceChange, Word
from reader.transcript.script import Script
from reader.transcript.spoken_text import SpokenText
from reader.voice_names import NamedTurn, VoiceNames
from tests.reader.corrections import at, at_span, everywhere, talk

TALK = talk("my host, Zwickz,", "and zwickz said", "LLAMA index, ZWICKZ.", "Lama", "Index is out")


def texts(transcript: Transcript) -> list[str]:
    return [cue.text for cue in transcript.cues]


def test_the_words_chosen_alone_are_replaced() -> None:
    found = corrected(TALK, [at(TALK, "Zwickz", "swyx")])
    assert texts(found) == ["my host, swyx,", *texts(TALK)[1:]]
    assert found.cues[0].corrected == ((9, 4, "Zwickz", "one"),)
    assert all(a is b for a, b in zip(found.cues[1:], TALK.cues[1:], strict=True))


def test_everywhere_whole_words_in_any_case_and_the_case_kept() -> None:
    found = corrected(TALK, [everywhere("Zwickz", "swyx"), everywhere("Lama", "Llama")])
    assert texts(found)[:4] == ["my host, swyx,", "and swyx said", "LLAMA index, SWYX.", "Llama"]


@pytest.mark.parametrize(
    ("said", "words", "text", "shown"),
    [
        ("LAMA", "Lama", "Llama", "LLAMA"),
        ("lama", "Lama", "Llama", "Llama"),
        ("Hey you", "hey you", "hi you", "Hi you"),
        ("A", "a", "one", "One"),
        ("AI", "AI", "artificial intelligence", "artificial intelligence"),
        ("C++ is", "C++", "C#", "C# is"),
        ("C++11 is", "C++", "C#", "C#11 is"),
        ("日本語です", "日本", "中国", "中国語です"),
        ("在日本語", "日本", "中国", "在中国語"),
        ("在日a b", "日a", "中a", "在中a b"),
        ("scat cat.", "cat", "dog", "scat dog."),
        ("co-host", "host", "guest", "co-guest"),
    ],
)
def test_case_and_whole_words(said: str, words: str, text: str, shown: str) -> None:
    assert texts(corrected(talk(said), [everywhere(words, text)])) == [shown]


def test_words_over_two_lines_keep_their_lines() -> None:
    found = corrected(TALK, [at(TALK, "Lama Index", "Llama-Index one")])
    assert texts(found)[3:] == ["Llama-Index", "one is out"]


@pytest.mark.parametrize(
    ("lines", "words", "text", "shown"),
    [
        # As many words as before keep their lines, however long they are.
        (
            ("so a b", "internationalization is"),
            *("a b internationalization", "one or two"),
            ["so one or", "two is"],
        ),
        # The first line keeps a word, and the last one keeps one before its mark.
        (
            ("so a", "internationalization is"),
            *("a internationalization", "one two three"),
            ["so one", "two three is"],
        ),
        (
            ("the (internationalization", "a. And"),
            *("internationalization a", "one two three"),
            ["the (one two", "three. And"],
        ),
        # A line that begins with a blank still does.
        (("the Lama", " Index is"), "Lama Index", "LlamaIndex", ["the LlamaIndex", " is"]),
    ],
)
def test_words_over_two_lines_are_shared_out(
    lines: tuple[str, ...], words: str, text: str, shown: list[str]
) -> None:
    said = talk(*lines)
    assert texts(corrected(said, [at(said, words, text)])) == shown


def test_the_blank_with_which_another_voice_begins_is_left() -> None:
    first, second = talk("the Lama", "Index you").cues
    said = Transcript((first, second._replace(voices=(VoiceChange(5, "Bo"),))))
    found = corrected(said, [at(said, "Lama Index", "LlamaIndex")])
    assert texts(found) == ["the LlamaIndex", " you"]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("the Lama", "Index. And"), ["the", "LlamaIndex. And"]),
        (("the Lama", "Index and"), ["the LlamaIndex", "and"]),
        (("the (Lama", "Index. And"), ["the (LlamaIndex", ". And"]),
        (("Lama", "Index. And"), ["", "LlamaIndex. And"]),
    ],
)
def test_no_line_begins_with_the_mark_after_a_word(lines: list[str], shown: list[str]) -> None:
    said = talk(*lines)
    here = SpokenText(said).text.index("Lama")
    assert texts(corrected(said, [at_span(said, here, here + 10, "LlamaIndex")])) == shown


def test_a_line_left_without_words_is_folded_and_its_time_is_the_last_ones() -> None:
    said = talk("the Lama", "Index", "is out")
    found = corrected(said, [at(said, "Lama Index", "LlamaIndex")])
    assert texts(found) == ["the LlamaIndex", "", "is out"]
    assert found.cues[0].end == said.cues[1].end
    assert found.cues[1].start is None and found.cues[1].kind is CueKind.BLANK
    rest = talk("the Lama", "Index is out")
    found = corrected(rest, [at(rest, "Lama Index", "LlamaIndex")])
    assert texts(found) == ["the LlamaIndex", "is out"]
    assert [file_text(cue) for cue in found.cues] == texts(rest)


def test_what_is_longer_comes_first_and_the_place_before_the_rule() -> None:
    said = talk("Lama Index and Lama")
    rules = [everywhere("Lama", "Llama"), everywhere("Lama Index", "LlamaIndex", key="longer")]
    assert texts(corrected(said, rules)) == ["LlamaIndex and Llama"]
    here = at(said, "Lama Index", "Llama Index")
    assert texts(corrected(said, [*rules, here])) == ["Llama Index and Llama"]
    show = everywhere("Lama", "Alpaca", CorrectionScope.SHOW, key="show")
    assert texts(corrected(said, [show, *rules])) == ["LlamaIndex and Llama"]


def test_the_last_words_of_a_text_are_others_where_it_goes_on() -> None:
    said = talk("my host, Zwickz")
    made = at(said, "Zwickz", "swyx")
    assert stands(SpokenText(said), made.selector)
    assert not stands(SpokenText(talk("my host, Zwickz", "and I")), made.selector)


def test_as_the_file_says_in_one_place() -> None:
    said = talk("Lama and Lama")
    rule = everywhere("Lama", "Llama")
    assert texts(corrected(said, [rule, at(said, "Lama", "Lama")])) == ["Lama and Llama"]


def test_the_later_of_two_at_the_same_words_counts() -> None:
    one, other = at(TALK, "Zwickz", "swyx"), at(TALK, "host, Zwickz", "guest, Swyx", "two")
    assert texts(corrected(TALK, [one, other]))[0] == "my guest, Swyx,"
    assert texts(corrected(TALK, [other, one]))[0] == "my host, swyx,"


def test_a_loop_ends() -> None:
    said = talk("a b a")
    assert texts(corrected(said, [everywhere("a", "aa")])) == ["aa b aa"]
    assert texts(corrected(said, [everywhere("a", "a a a")])) == ["a a a b a a a"]


def test_words_over_lines_in_which_a_voice_begins_again_are_left_alone() -> None:
    first, second = talk("the Lama", "Index of").cues
    voices = VoiceChange(0, "Ann"), VoiceChange(6, "Ann")
    said = Transcript((first._replace(voices=voices[:1]), second._replace(voices=voices[1:])))
    assert corrected(said, [at(said, "Lama Index of", "LlamaIndex")]) is said


def test_words_of_two_voices_are_left_alone() -> None:
    said = Transcript((Cue(0, 0, 1, "Yes. - No.", (VoiceChange(7, "", 2),)),))
    assert corrected(said, [everywhere("Yes. No.", "Well.")]) == said
    found = corrected(said, [everywhere("Yes", "Indeed"), everywhere("No", "Never", key="2")])
    assert found.cues[0].text == "Indeed. - Never."
    assert found.cues[0].voices == (VoiceChange(10, "", 2),)


def test_the_time_of_a_word_is_spread_over_those_in_its_place() -> None:
    words = (Word(0, 400, 0, 3), Word(400, 1000, 4, 9), Word(1000, 1500, 14, 4))
    said = Transcript((Cue(0, 0, 1500, "and MixedRaw, then", (), words),))
    found = corrected(said, [at(said, "MixedRaw", "Mixtral of experts")]).cues[0]
    assert found.text == "and Mixtral of experts, then"
    shown = [found.text[word.offset : word.offset + word.length] for word in found.words]
    assert shown == ["and", "Mixtral", "of", "experts,", "then"]
    assert found.words[1].start == 400 and found.words[3].end == 1000
    assert found.words[0] == words[0] and found.words[4].start == 1000
    times = [word.start for word in found.words]
    assert times == sorted(times)


def test_what_does_not_stand_in_the_file_waits() -> None:
    other = talk("somebody else says other things")
    assert corrected(other, [at(TALK, "Zwickz", "swyx")]) is not None
    assert texts(corrected(other, [at(TALK, "Zwickz", "swyx")])) == texts(other)


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u200f", "..."])
def test_nothing_is_no_correction(text: str) -> None:
    with pytest.raises(ReaderError, match="cannot be empty"):
        replacement_in(text)


def test_a_replacement_is_one_line_of_bounded_length_without_hidden_marks() -> None:
    assert replacement_in(" one\ntwo\u202e\u200f\tthree ") == "one two three"
    assert replacement_in("שלום\u200f") == "שלום"
    with pytest.raises(ReaderError, match=f"{LONGEST} characters at most, and this one has 10000"):
        replacement_in("x" * 10_000)


def test_hits_are_whole_words_of_one_voice() -> None:
    assert hits(SpokenText(TALK), "zwickz") == [(9, 15), (21, 27), (46, 52)]


LETTERS = "ab é.,-\n日0"


@st.composite
def corrected_talks(draw: st.DrawFn) -> tuple[Transcript, list[Correction]]:
    """Short lines of odd letters with turns anywhere, and corrections of any words of them."""
    random = draw(st.randoms(use_true_random=False))
    cues = []
    for number in range(random.randint(1, 5)):
        line = "".join(random.choices(LETTERS, k=random.randint(0, 16)))
        turns = sorted({random.randint(0, len(line)) for _ in range(random.randint(0, 2))})
        voices = tuple(VoiceChange(at, random.choice(["", "Ann", "Bo"])) for at in turns)
        kind = CueKind.BLANK if random.random() < 0.1 else CueKind.SPEECH
        cues.append(Cue(number, number, number + 1, line, voices, kind=kind))
    said = Transcript(tuple(cues))
    text = SpokenText(said).text
    return said, [
        _any_correction(random, said, text, str(number))
        for number in range(random.randint(0, 5) if text else 0)
    ]


def _any_correction(random: Random, said: Transcript, text: str, key: str) -> Correction:
    start = random.randrange(len(text))
    end = random.randint(start + 1, min(len(text), start + 12))
    new = " ".join("".join(random.choices("xé 語b", k=random.randint(1, 9))).split()) or "y"
    words = text[start:end].strip()
    if words and random.random() < 0.5:
        return everywhere(
            words, new, random.choice([CorrectionScope.EPISODE, CorrectionScope.SHOW]), key
        )
    return at_span(said, start, end, new, key)


@given(corrected_talks())
def test_the_files_text_its_voices_and_its_offsets_come_back(
    talk_and_corrections: tuple[Transcript, list[Correction]],
) -> None:
    said, corrections = talk_and_corrections
    found = corrected(said, corrections)
    assert len(found.cues) == len(said.cues)
    for before, cue, again in zip(said.cues, found.cues, as_said(found).cues, strict=True):
        assert cue.index == before.index
        if cue.kind is not before.kind:
            continue  # left without words
        assert file_text(cue) == again.text == before.text
        assert again.voices == before.voices or not all(one.length for one in cue.corrected)
        for one in cue.corrected:
            start = file_offset(cue, one.offset)
            end = file_offset(cue, one.offset + one.length, is_end=True)
            assert not one.length or before.text[start:end].endswith(one.said)
            assert shown_offset(cue, start) <= one.offset


@given(corrected_talks())
@settings(max_examples=40)
def test_places_never_overlap(
    talk_and_corrections: tuple[Transcript, list[Correction]],
) -> None:
    said, corrections = talk_and_corrections
    places = places_of(SpokenText(said), corrections)
    assert all(a.end <= b.start for a, b in pairwise(places))
    for edits in edits_of(SpokenText(said), corrections).values():
        assert all(a.end <= b.start for a, b in pairwise(edits))


@given(corrected_talks())
@settings(max_examples=40)
def test_a_text_changed_by_its_cues_is_the_same_as_one_set_again(
    talk_and_corrections: tuple[Transcript, list[Correction]],
) -> None:
    said, corrections = talk_and_corrections
    script = scripted(Path("a.vtt"), said)
    for count in (1, len(corrections), 0):
        wanted = Overlays(corrections=tuple(corrections[:count]))
        again = scripted(Path("a.vtt"), said, overlays=wanted)
        changed = with_corrections(script, wanted.edits(script.spoken))
        if changed is None:
            script = again
            continue
        assert changed.effective == again.effective
        assert changed.transcript == again.transcript
        if changed.reading.block_count == again.reading.block_count:
            assert changed.reading.has_text_of(again.reading)
        script = changed
    assert script.reading.text == scripted(Path("a.vtt"), said).reading.text


def test_each_text_keeps_its_cues_whichever_is_changed_next() -> None:
    first, *others = talk("- one fish", "two fish", "red fish").cues
    said = Transcript((first._replace(voices=(VoiceChange(2, "", 2),)), *others))
    made = [everywhere(word, word.upper(), key=word) for word in ("one", "two", "red")]
    one, two, red = (edits_of(SpokenText(said), [each]) for each in made)
    script = scripted(Path("a.vtt"), said)
    later = with_corrections(script, one)
    assert later is not None
    voiced = with_voices(later, VoiceNames((NamedTurn(0, 2, "Ann"),)))
    assert voiced is not None

    def changed(script: Script, edits: Edits) -> list[tuple[str, str]]:
        found = with_corrections(script, edits)
        assert found is not None
        return [(cue.voice, cue.text) for cue in found.effective.cues]

    assert changed(voiced, {**one, **two}) == [
        ("Ann", "- ONE fish"),
        ("", "TWO fish"),
        ("", "red fish"),
    ]
    assert changed(later, {**one, **red}) == [
        ("", "- ONE fish"),
        ("", "two fish"),
        ("", "RED fish"),
    ]
    assert changed(later, {**one, **two}) == [
        ("", "- ONE fish"),
        ("", "TWO fish"),
        ("", "red fish"),
    ]
    assert changed(script, two) == [("", "- one fish"), ("", "TWO fish"), ("", "red fish")]


def test_letters_that_are_two_in_small_are_not_counted_as_one() -> None:
    assert hits(SpokenText(talk("Straße x. STRASSE y")), "strasse") == [(10, 17)]


@given(
    st.text("aAbBsSßſ -é", max_size=40),
    st.lists(st.text("aAbBsSßſ -é", min_size=1, max_size=4), min_size=6, max_size=8),
)
@example("ss\u00df", ["\u00dfss"] * 6)
def test_few_phrases_are_found_as_many_are(text: str, phrases: list[str]) -> None:
    spoken = " ".join(text.split())
    words = [shown for each in phrases if (shown := " ".join(each.split()))]
    many = PhraseIndex(spoken)
    together = [list(many.spans(each)) for each in words]
    assert together == [list(PhraseIndex(spoken).spans(each)) for each in words]


def test_one_more_correction_leaves_those_beside_it() -> None:
    said = talk("日本語です")
    made = [at(said, each, new, each) for each, new in (("日", "一"), ("語", "三"), ("本", "二"))]
    spoken = SpokenText(said)
    found = edits_with(spoken, edits_of(spoken, made[:2]), made[2])
    assert found == edits_of(spoken, made)
    assert texts(with_edits(said, found)) == ["一二三です"]


def test_one_more_takes_the_place_of_what_it_touches_and_of_what_it_is_instead_of() -> None:
    spoken = SpokenText(TALK)
    before = [at(TALK, "host, Zwickz", "guest"), at(TALK, "index", "list", "gone")]
    found = edits_with(spoken, edits_of(spoken, before), at(TALK, "Zwickz", "swyx", "2"), ["gone"])
    assert found == edits_of(spoken, [at(TALK, "Zwickz", "swyx", "2")])


@pytest.mark.parametrize("words", ["Lama", "Index"])
def test_where_another_reaches_on_all_is_asked_again(words: str) -> None:
    spoken = SpokenText(TALK)
    over_two = edits_of(spoken, [at(TALK, "Lama Index", "Llama List")])
    assert edits_with(spoken, over_two, at(TALK, words, "other", "2")) is None


def test_without_edits_a_transcript_is_itself() -> None:
    assert with_edits(TALK, {}) is TALK


def test_no_words_stand_nowhere() -> None:
    assert hits(SpokenText(TALK), "") == []


def test_a_line_left_with_its_dash_keeps_the_blank_after_it() -> None:
    said = Transcript(
        (Cue(0, 0, 1, "- Lama", (VoiceChange(2, "", 2),)), Cue(1, 1, 2, "Index. And"))
    )
    found = corrected(said, [at(said, "Lama Index", "LlamaIndex")])
    assert texts(found) == ["- ", "LlamaIndex. And"]
    assert [file_text(cue) for cue in found.cues] == texts(said)


def test_before_a_line_left_without_words_one_may_have_no_end() -> None:
    said = Transcript((Cue(0, 0, None, "the Lama"), Cue(1, 1_000, 2_000, "Index")))
    found = corrected(said, [at(said, "Lama Index", "LlamaIndex")])
    assert (found.cues[0].text, found.cues[0].end) == ("the LlamaIndex", 2_000)


def test_of_two_corrections_in_a_line_each_has_the_time_of_its_words() -> None:
    words = (Word(0, 400, 0, 4), Word(400, 900, 5, 3), Word(900, 1_500, 9, 5))
    said = Transcript((Cue(0, 0, 1_500, "Lama and index", (), words),))
    made = [at(said, "Lama", "LlamaIndex, once"), at(said, "index", "list", "2")]
    found = corrected(said, made).cues[0]
    assert found.text == "LlamaIndex, once and list"
    assert found.words[0].start == 0 and found.words[1].end == 400
    assert found.words[2:] == (Word(400, 900, 17, 3), Word(900, 1_500, 21, 4))
