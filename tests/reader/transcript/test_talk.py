"""Who speaks when, and how much."""

from __future__ import annotations

from hypothesis import given

from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import Place
from reader.transcript.talk import lanes, spoken_turns, turn_after, turn_before
from tests.reader.strategies import transcripts


def cue(k: int, text: str, *voices: VoiceChange) -> Cue:
    return Cue(k, k * 1_000, k * 1_000 + 900, text, voices)


TALK = Transcript(
    (
        cue(0, "One.", VoiceChange(0, "Ann")),
        cue(1, "goes on.", VoiceChange(0, "Ann")),
        cue(2, "- Two.", VoiceChange(2, "", 2, "Bo")),
        cue(3, "- Three.", VoiceChange(2, "", 2)),
        cue(4, "Yes. - No.", VoiceChange(0, "Ann"), VoiceChange(7, "", 2)),
    )
)


def test_turns_with_their_times() -> None:
    found = spoken_turns(TALK)
    assert [(each.voice, each.is_guess, each.start, each.end) for each in found] == [
        ("Ann", False, 0, 1_900),
        ("Bo", True, 2_000, 2_900),
        ("", False, 3_000, 3_900),
        ("Ann", False, 4_000, 4_630),
        ("", False, 4_630, 4_900),
    ]
    assert found[1].place == Place(2, 2)


def test_a_lane_for_each_voice_with_its_share() -> None:
    found = lanes(spoken_turns(TALK))
    assert [(lane.voice, lane.number, len(lane.turns)) for lane in found] == [
        ("Ann", 0, 2),
        ("Bo", 1, 1),
        ("", -1, 2),
    ]
    assert sum(lane.share for lane in found) == 1
    assert [lane.is_guess for lane in found] == [False, True, False]


def test_steps_from_turn_to_turn_of_a_voice() -> None:
    turns = spoken_turns(TALK)
    assert turn_after(turns, "Ann", 100) == turns[3]
    assert turn_after(turns, "Ann", 4_000) is None
    assert turn_before(turns, "Ann", 4_000) == turns[0]
    assert turn_before(turns, "Bo", 2_000) is None


@given(transcripts())
def test_every_turn_begins_and_ends(transcript: Transcript) -> None:
    found = spoken_turns(transcript)
    assert all(turn.start <= turn.end for turn in found)
    assert 0 <= sum(lane.share for lane in lanes(found)) <= 1 + 1e-9
