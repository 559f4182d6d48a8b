"""Who speaks each turn, by the file and by its listener."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.correction import Correction
from reader.notes.anchoring import selector_for
from reader.overlays import naming
from reader.overlays.overlays import Overlays, scripted, with_voices
from reader.overlays.voices import VoiceTurn, named, source_place, turn_at, turns_of
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import ReadingOptions
from reader.transcript.spoken_text import SpokenText
from reader.voice_names import LONGEST_NAME, NO_VOICES, VoiceNames, decent_name
from tests.reader.strategies import transcripts

NAMES = st.sampled_from(["Ann", "Bo", "Cy"])


def talk(*lines: str) -> Transcript:
    """Lines; one that opens with `- ` changes the voice, one with `Name: ` names it."""
    return Transcript(tuple(_cue(k, line) for k, line in enumerate(lines)))


def _cue(k: int, line: str) -> Cue:
    name, colon, text = line.partition(": ")
    if colon:
        return Cue(k, k * 1_000, k * 1_000 + 900, text, (VoiceChange(0, name),))
    voices = (VoiceChange(2, "", 2),) if line.startswith("- ") else ()
    return Cue(k, k * 1_000, k * 1_000 + 900, line, voices)


DASHES = talk("- One.", "- Two.", "goes on.", "- Three.", "- Four.", "- Five.")


def shown(transcript: Transcript, names: VoiceNames) -> list[str]:
    """The voices of all turns; a guess with its mark."""
    return [
        f"{each.voice}?" if each.is_guess else each.voice for each in turns_of(transcript, names)
    ]


def turn(transcript: Transcript, names: VoiceNames, number: int) -> VoiceTurn:
    return turns_of(transcript, names)[number]


def test_a_name_given_once_is_that_of_its_turn_alone() -> None:
    names = naming.name_turn(NO_VOICES, turn(DASHES, NO_VOICES, 1), "Bo")
    assert shown(DASHES, names) == ["", "Bo", "", "", ""]
    reading = ReadingText(named(DASHES, names))
    assert [reading.text[slice(*reading.block_span(k))] for k in range(4)] == [
        *("–", "One.", "Bo", "Two. goes on."),
    ]


def taking() -> VoiceNames:
    return naming.take_turns(NO_VOICES, turn(DASHES, NO_VOICES, 0), "Ann", "Bo")


def test_two_take_turns_as_a_guess_until_it_is_confirmed() -> None:
    names = taking()
    assert shown(DASHES, names) == ["Ann", "Bo?", "Ann?", "Bo?", "Ann?"]
    confirmed = naming.confirm(names, turns_of(DASHES, names)[:2])
    assert shown(DASHES, confirmed) == ["Ann", "Bo", "Ann?", "Bo?", "Ann?"]
    every = naming.confirm(confirmed, turns_of(DASHES, confirmed))
    assert shown(DASHES, every) == ["Ann", "Bo", "Ann", "Bo", "Ann"]


def test_a_guess_is_no_voice_for_anything_else() -> None:
    guessed = named(DASHES, taking())
    assert [cue.voice for cue in guessed.cues] == ["Ann", "", "", "", "", ""]
    reading = ReadingText(guessed)
    assert "Bo?" in reading.text.split("\n")
    block = reading.text.split("\n").index("Two. goes on.")
    assert (reading.voice_name(block), reading.guessed_name(block)) == ("", "Bo")
    assert reading.is_guess(block)


def test_guesses_after_a_turn_that_was_named_follow_from_it() -> None:
    names = taking()
    said = naming.name_turn(names, turn(DASHES, names, 2), "Bo")
    assert shown(DASHES, said) == ["Ann", "Bo?", "Bo", "Ann?", "Bo?"]
    third = naming.name_turn(names, turn(DASHES, names, 2), "Cy")
    assert shown(DASHES, third) == ["Ann", "Bo?", "Cy", "Bo?", "Ann?"]


def test_swapping_from_here_twice_is_not_swapping() -> None:
    names = taking()
    swapped = naming.swap_from(names, turn(DASHES, names, 2))
    assert shown(DASHES, swapped) == ["Ann", "Bo?", "Bo?", "Ann?", "Bo?"]
    assert naming.swap_from(swapped, turn(DASHES, swapped, 2)) == names
    sure = turn(DASHES, names, 0)
    assert naming.swap_from(names, sure) == names


def test_guessing_ends_where_the_listener_says_so() -> None:
    names = taking()
    stopped = naming.stop_guessing(names, turn(DASHES, names, 2))
    assert shown(DASHES, stopped) == ["Ann", "Bo?", "", "", ""]
    never = naming.stop_guessing(names, turn(DASHES, names, 0))
    assert shown(DASHES, never) == ["Ann", "", "", "", ""]


CALLED = talk("S1: One.", "S2: Two.", "S1: Three.", "S1: and on.", "S3: Four.", "S2: Five.")


def test_voices_of_the_file_are_renamed_everywhere_and_made_one() -> None:
    turns = turns_of(CALLED, NO_VOICES)
    assert [each.said for each in turns] == ["S1", "S2", "S1", "S3", "S2"]
    names = naming.call_everywhere(NO_VOICES, turns, "S1", "Ann")
    assert shown(CALLED, names) == ["Ann", "S2", "Ann", "S3", "S2"]
    one = naming.call_everywhere(names, turns_of(CALLED, names), "S3", "S2")
    assert shown(CALLED, one) == ["Ann", "S2", "Ann", "S2", "S2"]
    assert ReadingText(named(CALLED, one)).voices == ("Ann", "S2")


def test_of_one_voice_become_two_from_a_turn_on() -> None:
    turns = turns_of(CALLED, NO_VOICES)
    names = naming.call_from(NO_VOICES, turns, turns[2], "Bo")
    assert shown(CALLED, names) == ["S1", "S2", "Bo", "S3", "S2"]
    assert [cue.voice for cue in named(CALLED, names).cues][2:4] == ["Bo", "Bo"]


def test_a_guessed_voice_becomes_two_from_a_turn_on() -> None:
    names = naming.call_from(taking(), turns_of(DASHES, taking()), turn(DASHES, taking(), 2), "Cy")
    assert shown(DASHES, names) == ["Ann", "Bo?", "Cy", "Bo?", "Cy?"]


def test_renaming_takes_the_guesses_along() -> None:
    names = naming.call_everywhere(taking(), turns_of(DASHES, taking()), "Bo", "swyx")
    assert shown(DASHES, names) == ["Ann", "swyx?", "Ann?", "swyx?", "Ann?"]


def test_a_text_without_voices_gets_them_turn_by_turn() -> None:
    silent = talk("One.", "Two.", "Three.")
    assert [each.place for each in turns_of(silent, NO_VOICES)] == [(0, 0)]
    names = naming.begin_turn(NO_VOICES, (1, 0), "Bo")
    assert shown(silent, names) == ["", "Bo"]
    assert [cue.voice for cue in named(silent, names).cues] == ["", "Bo", ""]
    back = naming.as_file_says(names, turns_of(silent, names)[1:])
    assert named(silent, back) is silent


def test_places_that_are_not_in_the_text_say_nothing() -> None:
    names = naming.begin_turn(naming.begin_turn(NO_VOICES, (1, 99), "Bo"), (77, 0), "Cy")
    assert named(DASHES, names) == DASHES


def test_twenty_voices_stay_twenty() -> None:
    crowd = talk(*(f"- Line {k}." for k in range(20)))
    names = NO_VOICES
    for each in turns_of(crowd, NO_VOICES):
        names = naming.name_turn(names, each, f"Voice {each.number}")
    assert len(ReadingText(named(crowd, names)).voices) == 20


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ann \n B. ", "Ann B."),
        ('O\'Neil, "Shaq"', 'O\'Neil, "Shaq"'),
        ("\u202eمريم\u202c", "مريم"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\x00\t", ""),
        ("x" * 500, "x" * LONGEST_NAME),
    ],
)
def test_a_name_is_kept_in_decent_form(typed: str, name: str) -> None:
    assert decent_name(typed) == name


Said = Sequence[tuple[str, int, str, str]]
COMMANDS = (
    *("name", "rename", "rename from", "take turns", "swap", "confirm", "stop", "begin"),
    "as file",
)
said = st.lists(st.tuples(st.sampled_from(COMMANDS), st.integers(0, 60), NAMES, NAMES), max_size=8)


def after(transcript: Transcript, commands: Said) -> VoiceNames:
    names = NO_VOICES
    for command, number, voice, other in commands:
        turns = turns_of(transcript, names)
        if turns:
            names = done(command, names, turns[number % len(turns)], (voice, other), turns)
    return names


def done(
    command: str, names: VoiceNames, at: VoiceTurn, pair: tuple[str, str], turns: list[VoiceTurn]
) -> VoiceNames:
    voice, other = pair
    match command:
        case "name":
            return naming.name_turn(names, at, voice)
        case "rename" if at.voice:
            return naming.call_everywhere(names, turns, at.voice, voice)
        case "rename from" if at.voice:
            return naming.call_from(names, turns, at, voice)
        case "take turns":
            return naming.take_turns(names, at, voice, other)
        case "swap":
            return naming.swap_from(names, at)
        case "confirm":
            return naming.confirm(names, turns)
        case "stop":
            return naming.stop_guessing(names, at)
        case "begin":
            return naming.begin_turn(names, (at.cue, at.offset + 1), voice)
        case "as file":
            return naming.as_file_says(names, [at])
    return names


@given(transcripts(), said)
def test_whatever_is_said_only_voices_change(transcript: Transcript, commands: Said) -> None:
    names = after(transcript, commands)
    laid = named(transcript, names)
    assert [cue.with_voices(()) for cue in laid.cues] == [
        cue.with_voices(()) for cue in transcript.cues
    ]
    for cue in laid.cues:
        offsets = [change.offset for change in cue.voices]
        assert offsets == sorted(set(offsets))
        assert not any(change.voice and change.guess for change in cue.voices)
    ReadingText(laid)


@given(transcripts(), said)
def test_a_turn_that_is_named_has_that_name(transcript: Transcript, commands: Said) -> None:
    names = after(transcript, commands)
    for at in turns_of(transcript, names)[:3]:
        then = naming.name_turn(names, at, "Dora")
        assert (
            next(each for each in turns_of(transcript, then) if each.place == at.place).voice
            == "Dora"
        )


@given(transcripts(), said)
def test_renaming_leaves_none_of_the_old_name(transcript: Transcript, commands: Said) -> None:
    names = after(transcript, commands)
    turns = turns_of(transcript, names)
    for before in {each.voice for each in turns} - {""}:
        then = turns_of(transcript, naming.call_everywhere(names, turns, before, "Dora"))
        assert before not in {each.voice for each in then}
        assert [each.voice for each in then] == [
            "Dora" if each.voice == before else each.voice for each in turns
        ]


@given(transcripts(), said)
def test_confirming_all_leaves_no_guess_and_changes_no_name(
    transcript: Transcript, commands: Said
) -> None:
    names = after(transcript, commands)
    turns = turns_of(transcript, names)
    then = turns_of(transcript, naming.confirm(names, turns))
    assert [each.voice for each in then] == [each.voice for each in turns]
    assert not any(each.is_guess for each in then)


@given(transcripts(), said)
def test_taking_back_all_gives_the_file_back(transcript: Transcript, commands: Said) -> None:
    names = after(transcript, commands)
    assert named(transcript, naming.without_any(names)) is transcript


@given(transcripts(), said, said, st.booleans())
@settings(max_examples=25)
def test_other_names_are_shown_as_if_all_was_set_again(
    transcript: Transcript, first: Said, second: Said, is_corrected: bool
) -> None:
    options = ReadingOptions(views=frozenset({"loops"}))
    corrections = _first_word_corrected(transcript) if is_corrected else ()
    names = [NO_VOICES, after(transcript, first), after(transcript, [*first, *second])]
    laid = [
        scripted(Path("a.vtt"), transcript, options, Overlays(each, corrections=corrections))
        for each in names
    ]
    for before, wanted, again in zip(laid, names[1:], laid[1:], strict=False):
        quick = with_voices(before, wanted)
        if quick is not None:
            assert quick.effective == again.effective
            assert quick.transcript == again.transcript
            assert quick.reading.has_text_of(again.reading)
            assert quick.reading.has_guesses == again.reading.has_guesses
            assert quick.reading.text == again.reading.text


def _first_word_corrected(transcript: Transcript) -> tuple[Correction, ...]:
    spoken = SpokenText(transcript)
    end = next((k for k, letter in enumerate(spoken.text) if letter == " "), len(spoken.text))
    if not end:
        return ()
    made = selector_for(spoken, 0, end)
    return (Correction("1", "e", made, "Quite other words", datetime.now(UTC)),)


def test_a_name_given_or_taken_back_leaves_all_paragraphs() -> None:
    script = scripted(Path("a.vtt"), DASHES)
    first, *_ = turns_of(DASHES, NO_VOICES)
    names = naming.take_turns(NO_VOICES, first, "Ann", "Bo")
    quick = with_voices(script, names)
    assert quick is not None
    assert quick.reading.is_rewritten_from(script.reading)
    back = with_voices(quick, NO_VOICES)
    assert back is not None
    assert back.reading.has_text_of(script.reading)


@pytest.mark.parametrize("lines", [("One.", "Two."), ("One.", "- Two.")])
def test_of_a_text_that_begins_without_a_voice_nothing_is_known_at_first(
    lines: Sequence[str],
) -> None:
    first = turn(talk(*lines), NO_VOICES, 0)
    assert first == VoiceTurn(0, 0, 0, "", "", False, None, False, False)


def test_who_goes_on_does_not_change_whose_turn_is_next() -> None:
    said = talk("- One.", "S1: Two.", "S1: goes on.", "- Three.")
    names = naming.take_turns(NO_VOICES, turn(said, NO_VOICES, 0), "Ann", "Bo")
    assert shown(said, names) == ["Ann", "S1", "Ann?"]


def test_a_place_belongs_to_the_turn_of_the_file_that_holds_it() -> None:
    voices = (VoiceChange(7, "", 2), VoiceChange(13, "", 2))
    said = Transcript((Cue(0, 0, 1, "Yes. - No. - Why?", voices), Cue(1, 1, 2, "One.")))
    one, other = said.cues
    offsets = (0, 4, 5, 8, 11, 16)
    found = [source_place(said, NO_VOICES, one, offset) for offset in offsets]
    assert found == [(0, -1), (0, -1), (0, 7), (0, 7), (0, 13), (0, 13)]
    assert source_place(said, NO_VOICES, other, 2) == (1, -1)


def test_a_turn_that_the_listener_began_is_found_too() -> None:
    said = talk("One two.")
    names = naming.begin_turn(NO_VOICES, (0, 4), "Bo")
    cue = named(said, names).cues[0]
    assert [source_place(said, names, cue, offset) for offset in (3, 4, 6)] == [
        *((0, -1), (0, 4), (0, 4)),
    ]


def test_a_text_without_words_has_no_turns() -> None:
    assert turn_at([], (0, 0)) is None
