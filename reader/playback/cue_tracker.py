"""What to highlight at a time; reports only changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from reader.transcript.model import Word
from reader.transcript.timeline import Timeline


class Highlight(NamedTuple):
    """What is being spoken: the indices of the current cues, the leading one last, and the
    index of the word in the leading cue; -1 before its first word and after its last."""

    cues: tuple[int, ...] = ()
    word: int = -1

    @property
    def cue(self) -> int:
        """The leading cue, -1 for none."""
        return self.cues[-1] if self.cues else -1


class CueTracker:
    """Follows the time through a timeline; `words_of` gives the words of a cue by its index."""

    def __init__(self, timeline: Timeline, words_of: Callable[[int], tuple[Word, ...]]) -> None:
        self._timeline = timeline
        self._words_of = words_of
        self._highlight = Highlight()
        self._time = 0
        self._cue = -1
        self._words: tuple[Word, ...] = ()
        self._starts: list[int] = []

    @property
    def highlight(self) -> Highlight:
        """What was reported last."""
        return self._highlight

    def at(self, time: int) -> Highlight:
        """What is spoken at `time`."""
        cues = self._timeline.current(time)
        return Highlight(cues, self._word_at(cues[-1], time)) if cues else Highlight()

    def follow(self, time: int) -> Highlight | None:
        """The new highlight if it changed; a step back of less than a cue changes nothing."""
        if self._is_jitter(time):
            return None
        return self.jump(time)

    def jump(self, time: int) -> Highlight | None:
        """The new highlight if it changed, wherever a seek has led."""
        self._time = time
        highlight = self.at(time)
        if highlight == self._highlight:
            return None
        self._highlight = highlight
        return highlight

    def next_boundary(self, time: int) -> int | None:
        """The first moment after `time` when the highlight may change."""
        boundaries = [
            boundary for boundary in (self._timeline.next_boundary(time),) if boundary is not None
        ]
        cues = self._timeline.current(time)
        if cues:
            boundaries += self._word_boundaries(cues[-1], time)
        return min(boundaries, default=None)

    def _is_jitter(self, time: int) -> bool:
        span = self._timeline.span(self._highlight.cue) if self._highlight.cues else None
        return span is not None and 0 < self._time - time < span[1] - span[0]

    def _word_at(self, cue: int, time: int) -> int:
        """The last word begun, also between two words; none after the end of the last one."""
        self._read(cue)
        word = bisect_right(self._starts, time) - 1
        is_over = word == len(self._words) - 1 and word >= 0 and time >= self._words[word].end
        return -1 if is_over else word

    def _word_boundaries(self, cue: int, time: int) -> list[int]:
        self._read(cue)
        after = bisect_right(self._starts, time)
        boundaries = self._starts[after : after + 1]
        last = self._words[-1].end if self._words else time
        return [*boundaries, last] if last > time else boundaries

    def _read(self, cue: int) -> None:
        if cue != self._cue:
            self._cue = cue
            self._words = self._words_of(cue)
            self._starts = [word.start for word in self._words]
