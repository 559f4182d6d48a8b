"""The text of a check: its spoken words, and when the transcript says that they are spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.sync.spoken_form import SpokenWord, fingerprint, spoken_words
from reader.transcript.model import Cue
from reader.transcript.word_timing import words_of

_LETTER = 65  # ms that a letter takes, in a text without times
_WORD = 60  # ms that each word takes besides


@dataclass(frozen=True)
class CheckedText:
    """`times` are ms of the transcript's clock; where it has none, of a clock that is made up.

    A word is named by its number in `words`.
    """

    cues: tuple[Cue, ...]
    words: tuple[SpokenWord, ...]
    times: tuple[int, ...]
    is_timed: bool

    @classmethod
    def of(cls, cues: Sequence[Cue]) -> CheckedText:
        """The words of these cues; of a text with times, those that have some."""
        is_timed = any(cue.start is not None for cue in cues)
        words = tuple(
            word for word in spoken_words(cues) if not is_timed or cues[word.cue].start is not None
        )
        times = _given_times(cues, words) if is_timed else _made_up_times(words)
        in_order = sorted(range(len(words)), key=times.__getitem__)  # lines may overlap
        return cls(
            tuple(cues),
            tuple(words[each] for each in in_order),
            tuple(times[each] for each in in_order),
            is_timed,
        )

    @cached_property
    def fingerprint(self) -> str:
        """What sets it apart from another text."""
        return fingerprint(self.words)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Those of all words."""
        return tuple(word.key for word in self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first word from one time of the text on, and the first from the other on."""
        return bisect_left(self.times, start), bisect_left(self.times, end)

    def starts_cue(self, word: int) -> bool:
        """Whether it is the first word of its cue."""
        return word == 0 or self.words[word - 1].cue != self.words[word].cue


def _given_times(cues: Sequence[Cue], words: Sequence[SpokenWord]) -> list[int]:
    """The file's own or estimated ones."""
    times: list[int] = []
    starts: list[tuple[int, int]] = []
    cue, latest = -1, 0
    for word in words:
        if word.cue != cue:
            cue = word.cue
            starts = sorted((each.offset, each.start) for each in words_of(cues[cue]))
            latest = cues[cue].start or 0
        at = bisect_left(starts, (word.offset + 1, 0)) - 1
        latest = max(latest, starts[at][1]) if at >= 0 else latest
        times.append(latest)
    return times


def _made_up_times(words: Sequence[SpokenWord]) -> list[int]:
    times, now = [], 0
    for word in words:
        times.append(now)
        now += _WORD + _LETTER * len(word.readings[0])
    return times
