"""Named turns find their place in another transcript of the recording."""

from __future__ import annotations

from dataclasses import replace

from reader.notes.turn_words import TurnWords
from reader.overlays import naming
from reader.overlays.voices import named, turns_of
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.voice_names import NO_VOICES, NamedTurn, VoiceNames
from tests.reader.notes.test_anchoring import talk as lines_of

SAID = lines_of(40)
TURN_AT = range(0, 40, 4)


def transcript(lines: list[str], turn_at: range = TURN_AT, said: str = "") -> Transcript:
    """Lines of four seconds each; at some, another voice goes on."""
    return Transcript(
        tuple(
            Cue(
                k,
                k * 4_000,
                (k + 1) * 4_000,
                f"- {line}" if k in turn_at and not said else line,
                _voices(k, turn_at, said),
            )
            for k, line in enumerate(lines)
        )
    )


def _voices(k: int, turn_at: range, said: str) -> tuple[VoiceChange, ...]:
    if k not in turn_at:
        return ()
    if said:
        return (VoiceChange(0, f"{said}{turn_at.index(k) % 2}"),)
    return (VoiceChange(2, "", 2),)


def confirmed(source: Transcript) -> VoiceNames:
    names = naming.take_turns(NO_VOICES, turns_of(source, NO_VOICES)[0], "Ann", "Bo")
    return TurnWords(source).described(naming.confirm(names, turns_of(source, names)))


def voices(source: Transcript, names: VoiceNames) -> list[str]:
    return [turn.voice for turn in turns_of(source, names)]


def test_turns_are_found_where_lines_were_put_before_them() -> None:
    source = transcript(SAID)
    later = transcript([*lines_of(8, seed=2), *SAID], range(0, 48, 4))
    carried = TurnWords(later).carried(confirmed(source))
    assert voices(later, carried) == ["", "", *["Ann", "Bo"] * 5]
    assert not carried.waiting


def test_a_turn_that_the_new_text_lost_waits() -> None:
    source = transcript(SAID)
    names = confirmed(source)
    shorter = transcript(SAID[:20], range(0, 20, 4))
    carried = TurnWords(shorter).carried(names)
    assert voices(shorter, carried) == ["Ann", "Bo", "Ann", "Bo", "Ann"]
    assert len(carried.waiting) == 5
    back = TurnWords(source).carried(carried)
    assert voices(source, back) == voices(source, names)
    assert not back.waiting


def test_a_turn_begins_where_it_did_though_the_new_text_marks_none() -> None:
    source = transcript(SAID)
    unmarked = transcript(SAID, range(0))
    carried = TurnWords(unmarked).carried(confirmed(source))
    assert [cue.voice for cue in named(unmarked, carried).cues if cue.voices] == ["Ann", "Bo"] * 5


def test_a_voice_keeps_its_name_where_the_new_text_calls_it_otherwise() -> None:
    source = transcript(SAID, said="SPEAKER_0")
    names = naming.call_everywhere(NO_VOICES, turns_of(source, NO_VOICES), "SPEAKER_00", "Ann")
    other = transcript(SAID, said="Voice ")
    carried = TurnWords(other).carried(TurnWords(source).described(names))
    assert voices(other, carried) == ["Ann", "Voice 1"] * 5


def test_what_was_never_described_waits() -> None:
    source = transcript(SAID)
    bare = VoiceNames((NamedTurn(0, 2, "Ann"),))
    carried = TurnWords(source).carried(bare)
    assert carried == replace(NO_VOICES, waiting=bare.turns)
