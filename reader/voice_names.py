"""Who speaks in a transcript, as its listener says: names for turns, and for the file's voices.

The file may name its voices, or say no more than that another one goes on: then two that take
turns can be named, and who speaks each turn is a guess until it is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

if TYPE_CHECKING:
    from reader.annotation import Selector

_CONTROLS = frozenset(("Cc", "Cs", "Zl", "Zp"))
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST_NAME = 120
"""Characters of a voice's name; the rest of a longer one is cut off."""


class NamedTurn(NamedTuple):
    """Who speaks the turn that begins at `offset` of a cue, as the file has both.

    Without a `voice` nobody knows. `other` takes turns with it from here on: of the unnamed turns
    after this one, every second is guessed to be the other's. `is_guess`: the two may take turns
    so, but nobody has confirmed this turn. `selector` finds the turn in another transcript.
    """

    cue: int
    offset: int
    voice: str
    other: str = ""
    is_guess: bool = False
    selector: Selector | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins: cue and offset."""
        return self.cue, self.offset


class NamedVoice(NamedTuple):
    """What the listener calls a voice that the file calls `said`; `selector` finds a turn of it."""

    said: str
    voice: str
    selector: Selector | None = None


@dataclass(frozen=True)
class VoiceNames:
    """All that a listener said of the voices of one transcript.

    `turns` are in the order of the text. `waiting` were named in another transcript of the
    recording, and have no place in this one.
    """

    turns: tuple[NamedTurn, ...] = ()
    voices: tuple[NamedVoice, ...] = ()
    waiting: tuple[NamedTurn, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.turns or self.voices or self.waiting)

    def says_as(self, other: VoiceNames) -> bool:
        """Whether it says the same, wherever that may be found again in another transcript."""
        return self._bare == other._bare

    @cached_property
    def _bare(self) -> tuple[object, ...]:
        turns = tuple(turn[:-1] for turn in self.turns)
        return turns, tuple(voice[:-1] for voice in self.voices), self.waiting

    @cached_property
    def by_place(self) -> dict[tuple[int, int], NamedTurn]:
        """The turns by where they begin."""
        return {turn.place: turn for turn in self.turns}

    @cached_property
    def by_said(self) -> dict[str, str]:
        """The names of voices by what the file calls them."""
        return {each.said: each.voice for each in self.voices}

    def name_of(self, said: str) -> str:
        """What a voice is called that the file calls `said`."""
        return self.by_said.get(said, said)

    @property
    def names(self) -> tuple[str, ...]:
        """All names that were given, each once."""
        said = [name for turn in self.turns for name in (turn.voice, turn.other)]
        return tuple(dict.fromkeys(filter(None, [*said, *(each.voice for each in self.voices)])))

    def with_turns(self, *turns: NamedTurn) -> VoiceNames:
        """With these in the places of those that are there."""
        placed = self.by_place | {turn.place: turn for turn in turns}
        return replace(self, turns=tuple(placed[place] for place in sorted(placed)))

    def without_turns(self, places: Iterable[tuple[int, int]]) -> VoiceNames:
        """Without what was said of the turns at these places."""
        gone = frozenset(places)
        return replace(self, turns=tuple(each for each in self.turns if each.place not in gone))

    def with_voice(self, voice: NamedVoice) -> VoiceNames:
        """With this name for a voice; one that is the file's own is none."""
        others = [each for each in self.voices if each.said != voice.said]
        kept = [voice] if voice.voice != voice.said else []
        return replace(self, voices=tuple(sorted([*others, *kept], key=lambda each: each.said)))


NO_VOICES = VoiceNames()
"""What the file itself says."""


def decent_name(text: str) -> str:
    """A name as it is kept: one line, single blanks, no marks that turn the direction of others."""
    plain = (letter for letter in text if letter not in _DIRECTIONS)
    shown = (" " if category(letter) in _CONTROLS else letter for letter in plain)
    return " ".join("".join(shown).split())[:LONGEST_NAME].rstrip()
