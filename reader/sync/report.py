"""What a check of a recording against its text has found: what the listener sees before anything
is changed, and what is laid over the transcript if they want it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.message import Message
from reader.sync_map import ONE_CLOCK, Span, SyncMap
from reader.transcript.spoken_times import SpokenTimes


@dataclass(frozen=True)
class SyncReport:
    """All times are ms. Where there is a `refusal`, nothing was found that could be applied.

    `sync_map` has the found points of a text with times; that of a text without times is empty.
    `times` are those of its lines, and of the words that were timed. `offset` is by how much later
    the first line is heard than the text says, `drift` by which share the recording runs slower
    (0.01: 1 %). `adverts` are spans of the recording that the text does not have, `lines_not_heard`
    indices of cues that the recording does not have. `sure_words` of the `words` that were tried so
    far have times of their own; the rest stays estimated.
    """

    had_times: bool
    sync_map: SyncMap = ONE_CLOCK
    times: SpokenTimes = ()
    refusal: Message | None = None
    offset: int = 0
    drift: float = 0.0
    adverts: tuple[Span, ...] = ()
    lines_not_heard: tuple[int, ...] = ()
    lines: int = 0
    words: int = 0
    sure_words: int = 0
    all_words: int = 0
    length: int = 0
    is_complete: bool = False

    @property
    def unsure_words(self) -> int:
        """How many of the words that were listened for were not found."""
        return self.words - self.sure_words

    @property
    def is_useful(self) -> bool:
        """Whether there is anything to apply."""
        return self.refusal is None and bool(self.sync_map or self.times)
