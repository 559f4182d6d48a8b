"""Voice names laid over a transcript: who speaks each turn, by the file and by its listener.

Only the voices of cues change; text, times and words stay. Places are those of the file's own
text, so these names are applied before anything that changes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.voice_names import NamedTurn, VoiceNames


class VoiceTurn(NamedTuple):
    """What one voice says in a row, from `offset` of a cue on; `number` counts all turns from 0.

    `said` is what the file calls its voice: empty where it only says that another one goes on.
    `voice` is its name, empty where nobody knows. `pair` are the two that take turns here by the
    listener's word. `is_named` where the listener said something of this very turn, `is_marked`
    where the file says that a turn begins here.
    """

    number: int
    cue: int
    offset: int
    said: str
    voice: str
    is_guess: bool
    pair: tuple[str, str] | None
    is_named: bool
    is_marked: bool

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins: cue and offset."""
        return self.cue, self.offset


def named(transcript: Transcript, names: VoiceNames) -> Transcript:
    """The transcript with its voices as the listener calls them; a guess is only marked as one."""
    if not names.turns and not names.voices:
        return transcript
    cues = list(transcript.cues)
    for index, steps in groupby(_steps(transcript, names), key=attrgetter("cue")):
        cues[index] = cues[index].with_voices(tuple(map(_change, steps)))
    return replace(transcript, cues=tuple(cues))


def turns_of(transcript: Transcript, names: VoiceNames) -> list[VoiceTurn]:
    """All turns of the file's transcript; the first begins with its text, whoever speaks it."""
    found: list[VoiceTurn] = []
    first = _first_place(transcript)
    for step in _steps(transcript, names):
        if not found and first is not None and step.place > first:
            found.append(VoiceTurn(0, *first, "", "", False, None, False, False))
        if step.opens_turn:
            voice, is_named = step.voice, step.point is not None
            is_marked = step.change is not None
            numbered = len(found), *step.place, step.said, voice, step.is_guess, step.pair
            found.append(VoiceTurn(*numbered, is_named, is_marked))
    if not found and first is not None:
        found.append(VoiceTurn(0, *first, "", "", False, None, False, False))
    return found


def source_place(source: Transcript, names: VoiceNames, shown: Cue, offset: int) -> tuple[int, int]:
    """Where a character of a shown cue belongs in the file's text, as far as turns go: the turn
    that holds it begins at this place or before."""
    turned = sum(change.offset - change.mark <= offset for change in shown.voices)
    changes = _laid(source.cues[shown.index], names).voices
    if not turned or not changes:
        return shown.index, -1
    return shown.index, changes[min(turned, len(changes)) - 1].offset


def turn_at(turns: Sequence[VoiceTurn], place: tuple[int, int]) -> VoiceTurn | None:
    """The turn that holds a place of the file's text; None in a text without words."""
    if not turns:
        return None
    return turns[max(0, bisect_right(turns, place, key=attrgetter("place")) - 1)]


def _laid(cue: Cue, names: VoiceNames) -> Cue:
    """A cue with as many changes of voice as `named` gives it."""
    offsets = {change.offset for change in cue.voices}
    offsets |= {each.offset for each in names.turns if each.cue == cue.index}
    kept = sorted(offset for offset in offsets if offset <= len(cue.text))
    return cue.with_voices(tuple(VoiceChange(offset, "") for offset in kept))


class _Step(NamedTuple):
    """A change of voice in the file, a word of the listener's, or both at one place."""

    cue: int
    offset: int
    change: VoiceChange | None
    point: NamedTurn | None
    said: str = ""
    voice: str = ""
    is_guess: bool = False
    pair: tuple[str, str] | None = None
    opens_turn: bool = True

    @property
    def place(self) -> tuple[int, int]:
        return self.cue, self.offset


def _change(step: _Step) -> VoiceChange:
    said, guess = ("", step.voice) if step.is_guess else (step.voice, "")
    if step.change is None:
        return VoiceChange(step.offset, said, 0, guess)
    return VoiceChange(step.offset, said, step.change.mark, guess)


def _steps(transcript: Transcript, names: VoiceNames) -> Iterator[_Step]:
    """All steps with who speaks from each on."""
    said = voice = ""
    is_guess, pair, following = False, None, ""
    for step in _bare_steps(transcript, names):
        change, point = step.change, step.point
        goes_on = change is not None and bool(change.voice) and change.voice == said
        opens_turn = point is not None or not goes_on
        if change is not None:
            said = change.voice
        if point is not None:
            voice, is_guess = point.voice, point.is_guess
            if point.other or not voice:
                pair = (voice, point.other) if point.other else None
        elif opens_turn and said:
            voice, is_guess = names.name_of(said), False
        elif opens_turn:
            voice, is_guess = (following, True) if pair else ("", False)
        if opens_turn and pair:
            following = _after(voice, following, pair)
        yield step._replace(
            said=said, voice=voice, is_guess=is_guess, pair=pair, opens_turn=opens_turn
        )


def _after(voice: str, expected: str, pair: tuple[str, str]) -> str:
    """Who of two is to be expected next; where a third has spoken, they go on by turns."""
    last = voice if voice in pair else expected
    return pair[1] if last == pair[0] else pair[0]


def _bare_steps(transcript: Transcript, names: VoiceNames) -> Iterator[_Step]:
    """All places where a voice may change, in the order of the text."""
    points: dict[int, dict[int, NamedTurn]] = {}
    for turn in names.turns:
        points.setdefault(turn.cue, {})[turn.offset] = turn
    for cue in transcript.cues:
        if cue.voices or cue.index in points:
            changes = {change.offset: change for change in cue.voices}
            said = points.get(cue.index, {})
            for offset in sorted({*changes, *said}):
                if offset <= len(cue.text):
                    yield _Step(cue.index, offset, changes.get(offset), said.get(offset))


def _first_place(transcript: Transcript) -> tuple[int, int] | None:
    """Where the first words are; None without any."""
    return next((_start_of(cue) for cue in transcript.cues if _is_said(cue)), None)


def _is_said(cue: Cue) -> bool:
    return cue.kind is not CueKind.BLANK and bool(cue.text.strip())


def _start_of(cue: Cue) -> tuple[int, int]:
    is_opened = bool(cue.voices) and cue.voices[0].offset - cue.voices[0].mark <= 0
    return cue.index, cue.voices[0].offset if is_opened else 0
