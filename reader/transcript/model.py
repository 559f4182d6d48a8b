"""What was said and when: frozen values that every format yields and every view shows.

All times are integer milliseconds from the start of the recording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class CueKind(Enum):
    """What a cue holds."""

    SPEECH = "speech"
    SOUND = "sound"  # "(laughing)", "[Music]": something heard, not said
    BLANK = "blank"  # "[BLANK_AUDIO]": the recogniser heard nothing


class Word(NamedTuple):
    """One word with its own time; `offset` and `length` place it in its cue's text.

    `probability` is how sure the recogniser was, from 0 to 1, where it says so.
    """

    start: int
    end: int
    offset: int
    length: int
    probability: float | None = None


class VoiceChange(NamedTuple):
    """From `offset` in the cue's text on, somebody else speaks.

    An empty `voice` is an unnamed change ("- "); `mark` counts the characters just before
    `offset` that only say so, such as the dash, and are not spoken. `guess` is who may speak where
    nobody knows: it is shown as a guess, and nothing else takes it for a voice.
    """

    offset: int
    voice: str
    mark: int = 0
    guess: str = ""


class Corrected(NamedTuple):
    """Words of a cue that the listener put right: where they are in its text, what the file says
    there, and the id of the correction. One that spans lines leaves no words in some of them."""

    offset: int
    length: int
    said: str
    correction: str


class WordEdit(NamedTuple):
    """Characters [start, end) of a cue of the file, what is put there, and by which correction."""

    start: int
    end: int
    text: str
    correction: str


Edits = Mapping[int, tuple[WordEdit, ...]]
"""By cue, in order; cues without any are not in it."""


class Cue(NamedTuple):
    """One timed piece of text, in the file's order.

    `text` is plain (no markup, entities decoded) and keeps what the file said, dashes included.
    A cue without a voice change is spoken by the voice before it. `start` and `end` are None
    in a text without times. `line` is the source line, from 1; `raw` the source text where it
    differs from `text`. `corrected` are the words in which it is not the file's, in order.
    """

    index: int  # type: ignore[assignment]  # a tuple has a method of this name
    start: int | None
    end: int | None
    text: str
    voices: tuple[VoiceChange, ...] = ()
    words: tuple[Word, ...] = ()
    kind: CueKind = CueKind.SPEECH
    line: int = 0
    raw: str = ""
    id: str = ""
    corrected: tuple[Corrected, ...] = ()

    @property
    def voice(self) -> str:
        """The first voice this cue names, or an empty string."""
        return next((change.voice for change in self.voices if change.voice), "")

    # `_replace` takes four times as long: it matters where all cues of a file are changed.

    def with_voices(self, voices: tuple[VoiceChange, ...]) -> Cue:
        """The same with other changes of voice."""
        index, start, end, text, _, words, kind, line, raw, id, corrected = self
        return Cue(index, start, end, text, voices, words, kind, line, raw, id, corrected)

    def with_text(self, text: str, corrected: tuple[Corrected, ...]) -> Cue:
        """The same in other words, of which some are corrected."""
        index, start, end, _, voices, words, kind, line, raw, id, _ = self
        return Cue(index, start, end, text, voices, words, kind, line, raw, id, corrected)

    def ending_at(self, end: int) -> Cue:
        """The same with another end, in milliseconds."""
        index, start, _, text, voices, words, kind, line, raw, id, corrected = self
        return Cue(index, start, end, text, voices, words, kind, line, raw, id, corrected)


class Problem(NamedTuple):
    """Something in the source that was repaired or skipped: where, why and the text itself."""

    line: int
    reason: str
    text: str
    is_repaired: bool = True


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues of one source with what its header said and what had to be repaired.

    `other_encoding` is one in which the source reads nearly as well, where it was guessed.
    """

    cues: tuple[Cue, ...]
    format: str = ""
    encoding: str = "utf-8"
    metadata: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    other_encoding: str = ""

    @property
    def is_timed(self) -> bool:
        """Whether any cue can be followed."""
        return any(cue.start is not None for cue in self.cues)

    @property
    def end(self) -> int:
        """When the last cue ends; 0 without times."""
        return max((cue.end for cue in self.cues if cue.end is not None), default=0)
