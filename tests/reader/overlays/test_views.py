from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reader import formats
from reader.overlays import views
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange, Word
from reader.transcript.reading_text import ReadingText
from reader.transcript.timeline import Timeline
from tests.reader.strategies import transcripts

DATA = Path(__file__).parents[2] / "data" / "transcripts"


def made(*texts: str, seconds: int = 2) -> Transcript:
    """Cues one after the other, each `seconds` long."""
    length = seconds * 1000
    return Transcript(
        tuple(Cue(i, i * length, (i + 1) * length, text) for i, text in enumerate(texts))
    )


def shown(transcript: Transcript) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start, cue.end, cue.text) for cue in transcript.cues if cue.text]


def words_in(cue: Cue) -> list[str]:
    return [cue.text[word.offset : word.offset + word.length] for word in cue.words]


def test_captions_that_roll_up_are_shown_line_by_line() -> None:
    rolled = formats.load(DATA / "rolling.vtt")
    collapsed = views.without_rolls(rolled)
    assert shown(collapsed) == [
        (500, 2810, "so this is the"),
        (2810, 5110, "harbour where gulls"),
        (5110, 7010, "fly all day"),
        (7010, 9000, "over the boats"),
    ]
    assert words_in(collapsed.cues[2]) == ["harbour", "where", "gulls"]
    assert len(collapsed.cues) == len(rolled.cues)


def test_two_lines_that_roll_are_found_as_well() -> None:
    rolled = made("one", "one\ntwo", "two\nthree", "three\nfour")
    assert [text for _, _, text in shown(views.without_rolls(rolled))] == [
        *("one", "two", "three", "four"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Yes.", "Yes.", "Yes.", "Yes."),
        ("a", "a\nb", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
        ("- one\n- two", "three", "four"),
    ],
)
def test_what_does_not_roll_up_stays(texts: tuple[str, ...]) -> None:
    transcript = made(*texts)
    assert views.without_rolls(transcript) is transcript


def test_lines_far_apart_do_not_roll() -> None:
    cues = made("a", "a\nb", "b\nc", "c\nd").cues
    apart = tuple(cue._replace(start=cue.index * 9000, end=cue.index * 9000 + 10) for cue in cues)
    transcript = Transcript(apart)
    assert views.without_rolls(transcript) is transcript


def test_equal_cues_in_a_row_are_folded_with_a_count() -> None:
    looped = views.without_loops(made("Ahoy.", "you", "You!", "you", "you", "Gulls."))
    assert shown(looped) == [
        (0, 2000, "Ahoy."),
        (2000, 10000, "you (×4)"),
        (10000, 12000, "Gulls."),
    ]


def test_two_equal_cues_are_no_loop_and_neither_are_two_voices() -> None:
    twice = made("Yes.", "Yes.", "No.")
    assert views.without_loops(twice) == twice
    talk = made("Yes.", "Yes.", "Yes.")
    voiced = [cue._replace(voices=(VoiceChange(0, "AB"[cue.index % 2]),)) for cue in talk.cues]
    assert len(shown(views.without_loops(Transcript(tuple(voiced))))) == 3


def test_a_phrase_said_over_and_over_within_a_cue_is_shown_once() -> None:
    text = "Well, I am the one, I am the one, I am the one. I am the one who is"
    looped = views.without_loops(made(text)).cues[0]
    assert looped.text == "Well, I am the one, (×4) who is"


def test_words_and_voices_move_along_with_a_folded_loop() -> None:
    text = "a you you you you b"
    words = tuple(
        Word(i * 10, i * 10 + 10, at, n)
        for i, (at, n) in enumerate([(0, 1), (2, 3), (6, 3), (10, 3), (14, 3), (18, 1)])
    )
    cue = Cue(0, 0, 60, text, (VoiceChange(0, "A"), VoiceChange(18, "B")), words)
    looped = views.without_loops(Transcript((cue,))).cues[0]
    assert looped.text == "a you (×4) b"
    assert words_in(looped) == ["a", "you", "b"]
    assert [(word.start, word.end) for word in looped.words] == [(0, 10), (10, 50), (50, 60)]
    assert [looped.text[change.offset :] for change in looped.voices] == ["a you (×4) b", "b"]


def test_three_times_is_emphasis() -> None:
    transcript = made("no no no, very very very well")
    assert views.without_loops(transcript) == transcript


def test_cues_are_joined_to_sentences() -> None:
    joined = views.in_sentences(made("This is", "the harbour.", "Where", "gulls fly!", "Ahoy"))
    assert shown(joined) == [
        (0, 4000, "This is the harbour."),
        (4000, 8000, "Where gulls fly!"),
        (8000, 10000, "Ahoy"),
    ]
    assert words_in(joined.cues[0]) == ["This", "is", "the", "harbour."]
    assert joined.cues[0].words[2].start == 2000


def test_words_are_not_estimated_where_that_is_switched_off() -> None:
    assert views.in_sentences(made("This is", "it."), is_estimated=False).cues[0].words == ()


def test_a_sentence_ends_with_its_voice_a_sound_or_a_pause() -> None:
    cues = list(made("one", "two", "(laughs)", "three", "four").cues)
    cues[1] = cues[1]._replace(voices=(VoiceChange(0, "Mara"),))
    cues[2] = cues[2]._replace(kind=CueKind.SOUND)
    cues[4] = cues[4]._replace(start=20_000, end=21_000)
    transcript = Transcript(tuple(cues))
    assert views.in_sentences(transcript) == transcript


@pytest.mark.parametrize(("later", "count"), [(2_000, 1), (2_001, 2), (-1, 2), (-2_000, 1)])
def test_how_long_a_pause_ends_a_sentence(later: int, count: int) -> None:
    """A line may begin before the one before it has ended, but not before it began."""
    before, after = made("This is", "it").cues
    start = 0 if later == -2_000 else -1 if later == -1 else 2_000 + later
    moved = after._replace(start=start, end=9_000)
    assert len(shown(views.in_sentences(Transcript((before, moved))))) == count


@pytest.mark.parametrize(("letters", "count"), [(200, 1), (201, 2)])
def test_how_long_a_sentence_may_be(letters: int, count: int) -> None:
    assert len(shown(views.in_sentences(made("a" * 200, "b" * letters)))) == count


@pytest.mark.parametrize("has_start", [True, False])
@pytest.mark.parametrize("which", [0, 1])
def test_a_line_with_half_a_time_is_joined_to_none(has_start: bool, which: int) -> None:
    cues = list(made("This is", "it").cues)
    cue = cues[which]
    cues[which] = cue._replace(end=None) if has_start else cue._replace(start=None)
    assert len(shown(views.in_sentences(Transcript(tuple(cues))))) == 2


def test_a_line_without_words_is_not_carried_along_unless_it_was_folded() -> None:
    cues = made("This is", "", "it").cues
    assert len(shown(views.in_sentences(Transcript(cues)))) == 2
    folded = cues[1]._replace(start=None, end=None)
    joined = views.in_sentences(Transcript((cues[0], folded, cues[2])))
    assert shown(joined) == [(0, 6_000, "This is it")]
    first = Transcript((folded._replace(index=0), cues[2]._replace(index=1)))
    assert shown(views.in_sentences(first)) == [(4_000, 6_000, "it")]


def test_between_two_scripts_a_joined_sentence_has_a_blank() -> None:
    assert views.in_sentences(made("世界a", "和平。")).cues[0].text == "世界a 和平。"
    assert views.in_sentences(made("世界", "a和平。")).cues[0].text == "世界 a和平。"


def test_words_of_lines_that_overlap_follow_each_other() -> None:
    cues = Cue(0, 0, 3_000, "This is"), Cue(1, 1_000, 2_000, "it.")
    words = views.in_sentences(Transcript(cues)).cues[0].words
    assert [(word.start, word.end) for word in words][1:] == [(words[0].end, 3_000), (3_000, 3_000)]


def test_a_voice_at_the_start_of_the_new_line_stays() -> None:
    cues = list(made("a", "a\nb", "b\nc", "c\nd").cues)
    cues[1] = cues[1]._replace(voices=(VoiceChange(2, "Mara"),))
    cues[2] = cues[2]._replace(text="b\n- c", voices=(VoiceChange(0, "Jon"), VoiceChange(4, "", 2)))
    cues[3] = cues[3]._replace(text="- c\nd")
    collapsed = views.without_rolls(Transcript(tuple(cues))).cues
    assert [cue.text for cue in collapsed] == ["a", "b", "- c", "d"]
    assert collapsed[1].voices == (VoiceChange(0, "Mara"),)
    assert collapsed[2].voices == (VoiceChange(2, "", 2),)


@pytest.mark.parametrize(("gap", "rolls"), [(250, True), (251, False)])
def test_how_near_captions_that_roll_follow_each_other(gap: int, rolls: bool) -> None:
    texts = ("a", "a\nb", "b\nc", "c\nd")
    cues = (Cue(k, k * 1_000, (k + 1) * 1_000 - gap, text) for k, text in enumerate(texts))
    transcript = Transcript(tuple(cues))
    assert (views.without_rolls(transcript) is not transcript) is rolls


@pytest.mark.parametrize(("others", "rolls"), [(8, True), (9, False)])
def test_how_many_captions_must_roll(others: int, rolls: bool) -> None:
    plain = (f"other {k}" for k in range(others))
    transcript = made("a", "a\nb", "b\nc", "c\nd", *plain)
    assert (views.without_rolls(transcript) is not transcript) is rolls


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("you you you you", "you (×4)"),
        ("you you you you b", "you (×4) b"),
        ("a you you you you you", "a you (×5)"),
        ("a b a b a b a b", "a b (×4)"),
        ("you,you,you,you", "you,you,you,you"),  # one word, as far as can be seen
        ("a a a a b b b b", "a (×4) b (×4)"),
        ("… … … … …", "… … … … …"),
        ("you you you. You, you!", "you (×5)"),
    ],
)
def test_loops_within_a_line(text: str, reported: str) -> None:
    assert views.without_loops(made(text)).cues[0].text == reported


def test_a_phrase_of_a_dozen_words_is_the_longest_that_loops() -> None:
    twelve = " ".join(f"w{k}" for k in range(12))
    assert views.without_loops(made(" ".join([twelve] * 4))).cues[0].text == f"{twelve} (×4)"
    longer = " ".join([f"{twelve} w12"] * 4)
    assert views.without_loops(made(longer)).cues[0].text == longer


def test_a_line_like_a_book_is_not_searched_for_loops() -> None:
    for count, is_said_once in ((5_000, True), (5_001, False)):
        text = "you " * count
        reported = views.without_loops(made(text)).cues[0].text
        assert (reported != text) is is_said_once


def test_chinese_is_joined_without_blanks() -> None:
    assert views.in_sentences(made("世界", "和平。")).cues[0].text == "世界和平。"


def test_text_without_times_is_left_alone() -> None:
    untimed = formats.load(DATA / "notes.txt")
    for view in views.VIEWS:
        assert view.apply(untimed) == untimed


def test_each_view_can_be_switched_off() -> None:
    looped = made("you", "you", "you", "and", "more.")
    assert views.viewed(looped, ()) is looped
    assert len(shown(views.viewed(looped, ["loops"]))) == 3
    assert len(shown(views.viewed(looped, ["loops", "sentences"]))) == 1


def test_views_come_one_after_the_other() -> None:
    rolled = formats.load(DATA / "rolling.vtt")
    both = views.viewed(rolled, ["rolls", "sentences"])
    assert shown(both) == [
        (500, 9000, "so this is the harbour where gulls fly all day over the boats")
    ]
    assert words_in(both.cues[0])[:5] == ["so", "this", "is", "the", "harbour"]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(transcripts(most=10))
def test_any_view_of_any_transcript_can_be_read_and_followed(transcript: Transcript) -> None:
    for names in (["rolls"], ["loops"], ["sentences"], ["rolls", "loops", "sentences"]):
        viewed = views.viewed(transcript, names)
        assert [cue.index for cue in viewed.cues] == list(range(len(transcript.cues)))
        assert replace(viewed, cues=()) == replace(transcript, cues=())
        reading, timeline = ReadingText(viewed), Timeline(viewed.cues)
        for cue, before in zip(viewed.cues, transcript.cues, strict=True):
            assert cue.start in (None, before.start)
            assert (cue.line, cue.raw) == (before.line, before.raw)
            places = [change.offset for change in cue.voices]
            assert places == sorted(places)
            assert all(0 <= place <= len(cue.text) for place in places)
            assert all(word.offset + word.length <= len(cue.text) for word in cue.words)
            assert all(start <= end for start, end in reading.ranges(cue.index))
        for time in range(0, 9_000, 700):
            assert all(viewed.cues[i].start is not None for i in timeline.current(time))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(transcripts(most=10))
def test_joining_loses_no_word(transcript: Transcript) -> None:
    said = " ".join(cue.text for cue in transcript.cues).split()
    joined = " ".join(cue.text for cue in views.in_sentences(transcript).cues).split()
    assert "".join(said) == "".join(joined)
