"""What a listener says of voices: names, who takes turns, what is confirmed; all pure.

Each command takes what was said so far, and `turns_of` the transcript with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.overlays.voices import VoiceTurn
from reader.voice_names import NO_VOICES, NamedTurn, NamedVoice, VoiceNames


def name_turn(names: VoiceNames, turn: VoiceTurn, voice: str) -> VoiceNames:
    """This turn is spoken by `voice`; this also says who takes turns after it."""
    said = names.by_place.get(turn.place)
    other = said.other if said is not None else ""
    if said is not None and voice == other:
        other = said.voice
    return names.with_turns(NamedTurn(*turn.place, voice, other))


def begin_turn(names: VoiceNames, place: tuple[int, int], voice: str) -> VoiceNames:
    """From a place within a turn on, somebody else speaks."""
    return names.with_turns(NamedTurn(*place, voice))


def call_everywhere(
    names: VoiceNames, turns: Sequence[VoiceTurn], before: str, voice: str
) -> VoiceNames:
    """A voice is called so everywhere; by the name of another one, the two become one."""
    points = [_renamed(each, before, voice) for each in names.turns]
    renamed = replace(names, turns=tuple(points))
    for said in dict.fromkeys(turn.said for turn in turns if turn.said):
        if names.name_of(said) == before:
            renamed = renamed.with_voice(NamedVoice(said, voice))
    return renamed


def call_from(
    names: VoiceNames, turns: Sequence[VoiceTurn], turn: VoiceTurn, voice: str
) -> VoiceNames:
    """From this turn on, its voice is another one: of one voice become two."""
    before, after = turn.voice, [each for each in turns if each.number >= turn.number]
    points = {
        each.place: _renamed(names.by_place[each.place], before, voice)
        for each in after
        if each.is_named
    }
    for each in after:
        if each.voice == before and each.said and not each.is_named:
            points[each.place] = NamedTurn(*each.place, voice)
    if turn.pair and turn.place not in points:
        one, other = turn.pair
        points[turn.place] = NamedTurn(*turn.place, voice, one if before == other else other)
    elif turn.place not in points:
        points[turn.place] = NamedTurn(*turn.place, voice)
    return names.with_turns(*points.values())


def take_turns(names: VoiceNames, turn: VoiceTurn, voice: str, other: str) -> VoiceNames:
    """This turn is spoken by `voice`, and from here on the two take turns, as is guessed."""
    return names.with_turns(NamedTurn(*turn.place, voice, other))


def swap_from(names: VoiceNames, turn: VoiceTurn) -> VoiceNames:
    """From this guess on, the two take turns the other way round; twice is not at all."""
    said = names.by_place.get(turn.place)
    if said is not None and said.is_guess:
        return names.without_turns([turn.place])
    if turn.pair is None or not turn.is_guess:
        return names
    one, other = turn.pair if turn.voice == turn.pair[1] else turn.pair[::-1]
    return names.with_turns(NamedTurn(*turn.place, one, other, is_guess=True))


def confirm(names: VoiceNames, turns: Iterable[VoiceTurn]) -> VoiceNames:
    """Of these turns, the guesses are right."""
    return names.with_turns(*(_confirmed(names, turn) for turn in turns if turn.is_guess))


def stop_guessing(names: VoiceNames, turn: VoiceTurn) -> VoiceNames:
    """From here on nobody knows who takes turns; what was confirmed stays."""
    said = names.by_place.get(turn.place)
    if said is not None and said.voice and not said.is_guess:
        return names.with_turns(said._replace(other=""))
    return names.with_turns(NamedTurn(*turn.place, ""))


def as_file_says(names: VoiceNames, turns: Iterable[VoiceTurn]) -> VoiceNames:
    """Take back what was said of these turns."""
    return names.without_turns(turn.place for turn in turns)


def without_any(names: VoiceNames) -> VoiceNames:
    """Take back all that was said; what waits for its place goes too."""
    return NO_VOICES if names else names


def _renamed(turn: NamedTurn, before: str, voice: str) -> NamedTurn:
    if before not in (turn.voice, turn.other):
        return turn
    one, other = (voice if each == before else each for each in (turn.voice, turn.other))
    return turn._replace(voice=one, other=other)


def _confirmed(names: VoiceNames, turn: VoiceTurn) -> NamedTurn:
    said = names.by_place.get(turn.place)
    if said is not None:
        return said._replace(is_guess=False)
    return NamedTurn(*turn.place, turn.voice)
