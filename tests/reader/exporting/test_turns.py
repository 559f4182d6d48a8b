from __future__ import annotations

import pytest
from hypothesis import given

from reader import formats
from reader.exporting import writer_named
from reader.exporting.turns import Turn, cleaned, turns, with_voices
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.reader.exporting import odd


@given(odd.texts)
def test_cleaned_text_is_as_long_and_can_be_written(text: str) -> None:
    clean = cleaned(text)
    assert len(clean) == len(text)
    assert not any(letter < " " and letter not in "\n\t" for letter in clean)
    clean.encode()


def test_turns_cut_a_cue_at_its_marks() -> None:
    cue = Cue(0, 0, 1, "So - Bo: Yes.", (VoiceChange(9, "Bo\n C", 6),))
    assert turns(cue) == [Turn(None, "", "So "), Turn("Bo C", "- Bo: ", "Yes.")]


def test_changes_that_do_not_fit_the_text_lose_none_of_it() -> None:
    cue = Cue(0, 0, 1, "abc", (VoiceChange(2, "A", 9), VoiceChange(1, "B"), VoiceChange(99, "C")))
    assert "".join(turn.mark + turn.text for turn in turns(cue)) == "abc"


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        (Cue(0, 0, 1, "Yes.", (VoiceChange(0, "Ann"),)), "[Ann]: Yes."),
        (Cue(0, 0, 1, "Ann: Yes.", (VoiceChange(5, "Ann", 5),)), "Ann: Yes."),
        (Cue(0, 0, 1, "[Ann] Yes.", (VoiceChange(6, "Ann", 6),)), "[Ann]: Yes."),
        (Cue(0, 0, 1, "- Yes.", (VoiceChange(2, "", 2),)), "- Yes."),
        (Cue(0, 0, 1, "Yes.", (VoiceChange(0, ""),)), "- Yes."),
        (Cue(0, 0, 1, "Yes. No.", (VoiceChange(5, "Bo"),)), "Yes. \n[Bo]: No."),
        (Cue(0, 0, 1, "Yes. - No.", (VoiceChange(7, "", 2),)), "Yes. - No."),
    ],
)
def test_voices_are_named_in_the_text(cue: Cue, text: str) -> None:
    assert list(with_voices([cue])) == [text]


def test_a_voice_is_named_again_only_after_another() -> None:
    voices = ("Ann", "Ann", "", "Ann")
    cues = [Cue(0, 0, 1, "Yes.", (VoiceChange(0, voice),)) for voice in voices]
    assert list(with_voices(cues)) == ["Ann: Yes.", "Yes.", "- Yes.", "Ann: Yes."]


ODD = ("Bob, Jr.", 'Zoë "Z" O\'Neil', "caller", "Ann")


@pytest.mark.parametrize("name", ["srt", "txt-times", "txt-voices", "md"])
def test_a_voice_that_speaks_once_and_an_odd_name_are_read_back(name: str) -> None:
    voices = ("Ann", *ODD, "Mara Lind")
    cues = tuple(
        Cue(k, 1000 * k, 1000 * k + 900, f"It is line {k}.", (VoiceChange(0, voice),))
        for k, voice in enumerate(voices)
    )
    writer = writer_named(name)
    written = writer.write(Transcript(cues))
    read = formats.read(written.encode(), f"talk{writer.suffix}")
    assert [cue.voice for cue in read.cues] == list(voices)


def test_names_that_are_read_anyway_want_no_brackets() -> None:
    cues = [Cue(0, 0, 1, "Yes.", (VoiceChange(0, voice),)) for voice in ("Ann", "Bo") * 2]
    assert list(with_voices(cues)) == ["Ann: Yes.", "Bo: Yes.", "Ann: Yes.", "Bo: Yes."]
