"""Who speaks, known by the text alone: whose words are in doubt are nobody's."""

from __future__ import annotations

import pytest

from reader import formats
from reader.transcript.model import Cue


def read(*texts: str) -> tuple[Cue, ...]:
    blocks = (
        f"{k}\n00:00:{k:02},000 --> 00:00:{k + 1:02},000\n{text}\n"
        for k, text in enumerate(texts, 1)
    )
    return formats.read("\n".join(blocks).encode(), "talk.srt").cues


def voices(*texts: str) -> list[list[tuple[str, str]]]:
    """Each change of voice with what is said from there on."""
    return [[(c.voice, cue.text[c.offset :]) for c in cue.voices] for cue in read(*texts)]


def test_a_name_that_opens_one_line_is_a_voice_where_the_file_writes_names_so() -> None:
    said = voices("ANN: Welcome.", "ANN: A call.", "CALLER: Not me.", "ANN: Thanks.")
    assert said[2] == [("CALLER", "Not me.")]
    said = voices("Ann: Welcome.", "Ann: A call.", "Caller: Not me.", "Ann: Thanks.")
    assert said[2] == [("Caller", "Not me.")]


def test_a_name_in_capitals_opens_a_turn_even_alone() -> None:
    assert voices("Welcome to us.", "MAN: Not me.") == [[], [("MAN", "Not me.")]]


def test_names_that_all_open_one_line_are_voices() -> None:
    assert voices("Ann: Hello.", "Bo: Good day.") == [[("Ann", "Hello.")], [("Bo", "Good day.")]]


@pytest.mark.parametrize(
    "text",
    ["Note: it rains.", "NOTE: it rains.", "What I mean is: no.", "10:30 is late.", "So: go"],
)
def test_what_opens_a_sentence_is_no_name(text: str) -> None:
    assert voices("ANN: Welcome.", "ANN: A call.", text)[2] == []


def test_a_doubtful_name_is_somebody_unnamed() -> None:
    """`Paris` may speak or be spoken of: the words are not given to Ann, nor to Paris."""
    lines = ["and so on."] * 8
    said = voices("Ann: Welcome.", *lines, "Ann: A call.", "Paris: of all places.")
    assert said[-1] == [("", "Paris: of all places.")]


def test_without_any_names_a_colon_says_nothing() -> None:
    assert voices("One thing I saw.", "Paris: of all places.", "And more.") == [[], [], []]


@pytest.mark.parametrize(
    "name", ["speaker 1", "Speaker 1", "SPEAKER_00", "spk_1", "ann@example.org", "Ann Lee-O'Hara"]
)
def test_names_of_every_kind(name: str) -> None:
    assert voices(f"{name}: Hello.", f"{name}: Yes.")[0] == [(name, "Hello.")]


def test_small_letters_are_names_where_the_file_writes_all_so() -> None:
    said = voices("ann: hi", "bo: hello", "ann: right", "bo: and so: no")
    assert [changes[0] for changes in said][3] == ("bo", "and so: no")
    assert voices("one thing.", "and: no", "and: yes") == [[], [], []]


def test_an_address_beside_a_name_and_an_address_that_is_spoken() -> None:
    assert voices("Ann <ann@example.org>: Hello.")[0] == []
    assert voices("Ann <a@example.org>: Hi.", "Ann <a@example.org>: Yes.")[0] == [("Ann", "Hi.")]
    assert voices("Ann: Hi.", "Ann: Write to ann@example.org: now.")[1][0][0] == "Ann"


def test_captions_of_broadcasts_mark_a_turn() -> None:
    said = voices(">> ANN: Good evening.", ">> Thanks.", ">>> In other news,", "and >> BO: No.")
    assert said == [
        [("ANN", "Good evening.")],
        [("", "Thanks.")],
        [("", "In other news,")],
        [("BO", "No.")],
    ]


def test_a_turn_within_a_line_and_a_sign_that_is_none() -> None:
    (cue,) = read("we are here. >> Right. >> Yes.")
    assert [cue.text[c.offset :] for c in cue.voices] == ["Right. >> Yes.", "Yes."]
    assert voices("a >>> b", "x>>y", ">>=") == [[("", "b")], [], []]


def test_an_aside_is_no_part_of_a_name_that_occurs_without_it() -> None:
    said = voices("ANN: Hello.", "ANN (laughs): Yes.", "ANN: No.", "BO (V.O.): Gulls.")
    assert [changes[0][0] for changes in said] == ["ANN", "ANN", "ANN", "BO (V.O.)"]


def test_a_number_in_brackets_names_a_speaker_without_a_colon() -> None:
    assert voices("[SPEAKER_01] Hello.", "[Music] plays")[0] == [("SPEAKER_01", "Hello.")]
    assert voices("[SPEAKER_01] Hello.", "[Music] plays")[1] == []


def test_an_aside_in_brackets_leaves_the_name() -> None:
    said = voices("ANN (to herself): Hm.", "ANN (aside): No.", "BO [on the phone]: So?", "BO: Yes.")
    assert [changes[0][0] for changes in said] == ["ANN", "ANN", "BO", "BO"]


def test_a_name_in_brackets_is_one_where_other_lines_have_it_before_a_colon() -> None:
    said = voices("BO: Well.", "(BO) No.", "[BO] Yes.", "(MUSIC) Louder.")
    assert said[1:] == [[("BO", "No.")], [("BO", "Yes.")], []]


def test_french_sets_a_blank_before_the_colon() -> None:
    said = voices("ANNE : Bonsoir.", "ANNE\u00a0: Oui.", "Exemple : rien.", "Exemple : tout.")
    assert said == [[("ANNE", "Bonsoir.")], [("ANNE", "Oui.")], [], []]


@pytest.mark.parametrize("name", ["MAN IN THE RED HAT", "WOMAN TWO", "CALLER ON LINE TWO"])
def test_people_whom_captions_describe(name: str) -> None:
    assert voices("ANN: Well?", "ANN: So?", f"{name}: No.")[2] == [(name, "No.")]


def test_a_second_voice_within_a_line_is_one_that_the_file_names_elsewhere() -> None:
    said = voices("ANN: Come in. BO: Thanks.", "ANN: Sit.", "BO: I will. Speaker 2: Here.")
    assert said[0] == [("ANN", "Come in. BO: Thanks."), ("BO", "Thanks.")]
    assert said[2] == [("BO", "I will. Speaker 2: Here."), ("Speaker 2", "Here.")]


def test_a_second_voice_may_be_the_first_name_of_its_line() -> None:
    said = voices("ANN: Come in.", "It is warm. ANN: Sit.", "DR. BO: I will.", "DR. BO: So.")
    assert said[1] == [("ANN", "Sit.")]
    assert said[2] == [("DR. BO", "I will.")]


def test_an_unknown_name_within_a_line_leaves_its_words_to_nobody() -> None:
    said = voices("ANN: Come in. CARL: Thanks.", "ANN: I know Dr. Ben: yes.", "ANN: Sit.")
    assert said[0][1] == ("", "CARL: Thanks.")
    assert said[1] == [("ANN", "I know Dr. Ben: yes.")]


def test_what_marks_a_voice_is_no_spoken_word() -> None:
    (cue,) = formats.read(
        b"WEBVTT\n\n00:01.000 --> 00:03.000\n>> who <00:02.000>goes\n", "talk.vtt"
    ).cues
    said = [(cue.text[w.offset : w.offset + w.length], w.start) for w in cue.words]
    assert said == [("who", 1000), ("goes", 2000)]
