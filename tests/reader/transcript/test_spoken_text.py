"""The words alone, with the way back to cues and times."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange, Word
from reader.transcript.spoken_text import SpokenText
from tests.reader.strategies import transcripts


def spoken_of(*texts: str) -> SpokenText:
    cues = (Cue(k, k * 1_000, k * 1_000 + 1_000, text) for k, text in enumerate(texts))
    return SpokenText(Transcript(tuple(cues)))


@given(transcripts())
def test_every_letter_leads_to_its_cue_and_back(transcript: Transcript) -> None:
    spoken = SpokenText(transcript)
    seen = 0
    for piece in spoken.pieces():
        assert not spoken.text[seen : piece.start].strip()
        for position in range(piece.start, piece.end):
            place = spoken.place_at(position)
            assert place is not None
            assert transcript.cues[place.cue].text[place.offset] == spoken.text[position]
            assert spoken.position_of(place) == position
        seen = piece.end
    assert seen == len(spoken)


@given(transcripts())
def test_nothing_said_is_lost_and_blanks_are_single(transcript: Transcript) -> None:
    text = SpokenText(transcript).text
    said = "".join(cue.text for cue in transcript.cues if cue.kind is not CueKind.BLANK)
    assert "".join(text.split()) == "".join(said.split())
    assert "  " not in text
    assert text == text.strip()


@given(transcripts(), st.integers(-10, 12_000))
def test_what_is_heard_at_a_time_has_begun(transcript: Transcript, time: int) -> None:
    spoken = SpokenText(transcript)
    position = spoken.position_at(time)
    assert (position is None) == (not spoken.is_timed)
    if position:
        began = spoken.time_at(position)
        assert began is not None
        assert began <= time


@given(transcripts(), st.data())
def test_a_span_has_a_start_and_an_end(transcript: Transcript, data: st.DataObject) -> None:
    spoken = SpokenText(transcript)
    start = data.draw(st.integers(0, len(spoken)))
    times = spoken.times(start, data.draw(st.integers(start, len(spoken))))
    assert times is not None or not spoken.is_timed
    assert times is None or times[0] <= times[1]


def test_lines_are_joined_whatever_stands_between_them() -> None:
    assert spoken_of("We  went\tthere ", "\n", "on foot.").text == "We went there on foot."
    assert spoken_of("日本", "語。", "OK").text == "日本語。 OK"


def test_marks_of_voices_are_not_said() -> None:
    cues = (
        Cue(0, 0, 1, "ANN: Yes. - No.", (VoiceChange(5, "ANN", 5), VoiceChange(12, "", 2))),
        Cue(1, 1, 2, "ANN: Well.", (VoiceChange(5, "ANN", 5),)),
    )
    spoken = SpokenText(Transcript(cues))
    assert spoken.text == "Yes. No. Well."
    assert [spoken.voice_at(position) for position in (0, 5, 9)] == ["ANN", "", "ANN"]
    assert [piece.turn for piece in spoken.pieces()] == [1, 2, 3]


def test_a_voice_that_goes_on_takes_no_turn() -> None:
    cues = tuple(Cue(k, k, k + 1, "Well.", (VoiceChange(0, "Ann"),)) for k in range(3))
    assert {piece.turn for piece in SpokenText(Transcript(cues)).pieces()} == {1}


def test_blank_cues_are_left_out_sounds_stay() -> None:
    cues = (
        Cue(0, 0, 1, "[BLANK_AUDIO]", kind=CueKind.BLANK),
        Cue(1, 1, 2, "(laughing)", kind=CueKind.SOUND),
    )
    assert SpokenText(Transcript(cues)).text == "(laughing)"


def test_own_words_give_times() -> None:
    words = (Word(100, 200, 0, 3), Word(700, 900, 4, 3))
    spoken = SpokenText(Transcript((Cue(0, 0, 1_000, "one two", words=words),)))
    assert [spoken.position_at(time) for time in (0, 150, 699, 700, 5_000)] == [0, 0, 0, 4, 4]
    assert spoken.time_at(5) == 700
    assert spoken.times(0, 7) == (100, 900)
    assert spoken.times(3, 7) == (700, 900)


def test_a_text_without_times_has_none() -> None:
    spoken = SpokenText(Transcript((Cue(0, None, None, "Well."),)))
    assert (spoken.is_timed, spoken.position_at(5), spoken.times(0, 4)) == (False, None, None)


def test_a_line_without_times_borrows_none() -> None:
    cues = (Cue(0, None, None, "Title"), Cue(1, 1_000, 2_000, "One"), Cue(2, None, None, "End"))
    spoken = SpokenText(Transcript(cues))
    assert spoken.times(0, len(spoken)) == (1_000, 2_000)
    assert spoken.times(0, 5) is None


def test_an_empty_transcript_has_no_places_or_times() -> None:
    spoken = SpokenText(Transcript(()))
    assert (spoken.text, spoken.place_at(0), spoken.voice_at(0)) == ("", None, "")
    assert spoken.times(0, 0) is None
