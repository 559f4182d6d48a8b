"""How named turns find their place in another transcript: by their words, as notes do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from reader.annotation import Selector
from reader.notes.anchoring import Anchor, anchor, selector_for
from reader.overlays.voices import VoiceTurn, turns_of
from reader.transcript.model import Transcript
from reader.transcript.reading_text import Place
from reader.transcript.spoken_text import SpokenText
from reader.voice_names import NO_VOICES, NamedTurn, NamedVoice, VoiceNames

_QUOTED = 160  # characters of a turn that are kept to find it again
_SNAP = 12  # characters around an anchor within which a turn of the text begins where it does


class TurnWords:
    """The words of a transcript as its file has them. What takes time is done when first asked."""

    def __init__(self, source: Transcript) -> None:
        self.source = source

    def described(self, names: VoiceNames) -> VoiceNames:
        """The same, so that each turn can be found in another transcript."""
        return replace(
            names,
            turns=tuple(
                each if each.selector else each._replace(selector=self._selector(*each.place))
                for each in names.turns
            ),
            voices=tuple(
                each if each.selector else each._replace(selector=self._of_voice(each.said))
                for each in names.voices
            ),
        )

    def carried(self, names: VoiceNames) -> VoiceNames:
        """What was said of another transcript, in the places of this one; the rest waits."""
        turns = [*names.turns, *names.waiting]
        found = iter(self._anchors([*turns, *names.voices]))
        placed: dict[tuple[int, int], NamedTurn] = {}
        waiting: list[NamedTurn] = []
        for turn, place in zip(turns, found, strict=False):
            if place is None or place in placed:
                waiting.append(turn)
            else:
                placed[place] = turn._replace(cue=place[0], offset=place[1], selector=None)
        carried = VoiceNames(waiting=tuple(waiting)).with_turns(*placed.values())
        for voice, place in zip(names.voices, found, strict=True):
            said = self._said_at(place) if place else ""
            if said:
                carried = carried.with_voice(NamedVoice(said, voice.voice))
        return self.described(carried)

    # Its own work

    @cached_property
    def _spoken(self) -> SpokenText:
        return SpokenText(self.source)

    @cached_property
    def _turns(self) -> list[VoiceTurn]:
        return turns_of(self.source, NO_VOICES)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the turns begin in the spoken text; -1 before the first words."""
        found = (self._spoken.position_of(Place(*turn.place)) for turn in self._turns)
        return [-1 if position is None else position for position in found]

    def _selector(self, cue: int, offset: int) -> Selector | None:
        start = self._spoken.position_of(Place(cue, offset))
        if start is None:
            return None
        following = bisect_right(self._starts, start)
        limit = self._starts[following] if following < len(self._starts) else len(self._spoken)
        end = min(start + _QUOTED, max(limit, start + 1))
        return selector_for(self._spoken, start, end)

    def _of_voice(self, said: str) -> Selector | None:
        found = (turn for turn in self._turns if turn.said == said)
        return next((self._selector(*turn.place) for turn in found), None)

    def _anchors(self, named: Sequence[NamedTurn | NamedVoice]) -> Iterator[tuple[int, int] | None]:
        known = [each.selector for each in named if each.selector is not None]
        anchors = iter(anchor(known, self._spoken) if known else ())
        for each in named:
            yield self._place(next(anchors)) if each.selector is not None else None

    def _place(self, found: Anchor) -> tuple[int, int] | None:
        """Where the turn of an anchor begins; None where that is not sure."""
        if found.span is None or not self._starts:
            return None
        start = found.span[0]
        at = bisect_right(self._starts, start)
        around = [k for k in (at - 1, at) if 0 <= k < len(self._starts)]
        nearest = min(around, key=lambda k: abs(self._starts[k] - start))
        if abs(self._starts[nearest] - start) <= _SNAP:
            return self._turns[nearest].place
        place = self._spoken.place_at(start)
        return None if place is None else (place.cue, place.offset)

    def _said_at(self, place: tuple[int, int]) -> str:
        at = bisect_right(self._turns, place, key=lambda turn: turn.place) - 1
        return self._turns[at].said if at >= 0 else ""
