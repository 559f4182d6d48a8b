"""Who speaks when: the turns of a talk with their times, and each voice's share. All in ms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.transcript.model import Cue, CueKind, Transcript
from reader.transcript.reading_text import Place


class SpokenTurn(NamedTuple):
    """What one voice says in a row; without a name the voice is empty. `is_guess` as the text
    has it."""

    voice: str
    is_guess: bool
    start: int
    end: int
    place: Place


class Lane(NamedTuple):
    """All turns of one voice; `number` is that of its colour and sign, -1 for those without a
    name, and `share` from 0 to 1 is of all that is said."""

    voice: str
    number: int
    turns: tuple[SpokenTurn, ...]
    share: float

    @property
    def is_guess(self) -> bool:
        """Whether nothing of it is sure."""
        return all(turn.is_guess for turn in self.turns)


def spoken_turns(transcript: Transcript) -> list[SpokenTurn]:
    """All turns that have times, in the order of the text."""
    found: list[SpokenTurn] = []
    for part in _parts(transcript):
        last = found[-1] if found else None
        if last is not None and not part.opens and part.start >= last.start:
            found[-1] = last._replace(end=max(last.end, part.end))
        else:
            found.append(SpokenTurn(part.voice, part.is_guess, part.start, part.end, part.place))
    return found


def lanes(turns: Sequence[SpokenTurn]) -> list[Lane]:
    """The voices in the order in which they begin to speak; those without a name come last."""
    of_voice: dict[str, list[SpokenTurn]] = {}
    for turn in turns:
        of_voice.setdefault(turn.voice, []).append(turn)
    whole = sum(turn.end - turn.start for turn in turns) or 1
    names = [voice for voice in of_voice if voice]
    ordered = [*enumerate(names), *((-1, voice) for voice in of_voice if not voice)]
    return [
        Lane(
            voice,
            number,
            tuple(of_voice[voice]),
            sum(turn.end - turn.start for turn in of_voice[voice]) / whole,
        )
        for number, voice in ordered
    ]


def turn_after(turns: Sequence[SpokenTurn], voice: str, time: int) -> SpokenTurn | None:
    """The next turn of a voice that begins after `time`."""
    return next((each for each in turns if each.voice == voice and each.start > time), None)


def turn_before(turns: Sequence[SpokenTurn], voice: str, time: int) -> SpokenTurn | None:
    """The last turn of a voice that begins before `time`."""
    before = (each for each in reversed(turns) if each.voice == voice and each.start < time)
    return next(before, None)


class _Part(NamedTuple):
    voice: str
    is_guess: bool
    start: int
    end: int
    place: Place
    opens: bool


def _parts(transcript: Transcript) -> Iterator[_Part]:
    """What each voice says in each cue."""
    voice, is_guess, opens = "", False, True
    for cue in transcript.cues:
        if cue.kind is CueKind.BLANK or cue.start is None:
            continue
        offset = 0
        for change in cue.voices:
            if cue.text[offset : change.offset - change.mark].strip():
                yield _part(cue, (offset, change.offset), voice, is_guess, opens=opens)
                opens = False
            name, guessed = change.guess or change.voice, bool(change.guess)
            opens = opens or not name or (name, guessed) != (voice, is_guess)
            voice, is_guess, offset = name, guessed, change.offset
        if cue.text[offset:].strip():
            yield _part(cue, (offset, len(cue.text)), voice, is_guess, opens=opens)
            opens = False


def _part(cue: Cue, span: tuple[int, int], voice: str, is_guess: bool, *, opens: bool) -> _Part:
    start = cue.start or 0
    length, letters = max(0, (cue.end or start) - start), len(cue.text) or 1
    first = start if not cue.text[: span[0]].strip(" -–") else start + length * span[0] // letters
    last = start + length * span[1] // letters
    return _Part(voice, is_guess, first, last, Place(cue.index, span[0]), opens)
