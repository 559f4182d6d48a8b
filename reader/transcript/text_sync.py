"""What brings a text in sync with its recording: where it lies there, and when its words are said.

All times are milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.sync_map import ONE_CLOCK, SyncMap
from reader.transcript.model import Cue
from reader.transcript.spoken_times import CueTimes, SpokenTimes


class TextSync(NamedTuple):
    """A sync map, and over it the lines and words that were heard, of those that were."""

    sync_map: SyncMap = ONE_CLOCK
    times: SpokenTimes = ()

    def __bool__(self) -> bool:
        """Whether any time differs from what the file says."""
        return bool(self.sync_map or self.times)

    def heard_late(self, cue: int, start: int) -> int:
        """By how much later a line was heard than the map says, which starts at `start`."""
        heard = (each.start for each in self.times if each.cue == cue)
        expected = start + self.sync_map.shift_at(start)
        return next(heard, expected) - expected

    def with_map(self, sync_map: SyncMap, cues: Iterable[Cue]) -> TextSync:
        """With another map; what was heard of the file's cues moves as their lines do.

        A line that the recording does not have by the new map has not been heard in it either.
        """
        if not self.times:
            return TextSync(sync_map)
        starts = {cue.index: cue.start for cue in cues}
        moved = (_moved(each, starts.get(each.cue), self.sync_map, sync_map) for each in self.times)
        return TextSync(sync_map, tuple(each for each in moved if each is not None))


NO_SYNC = TextSync()
"""The text has the times that its file says."""


def _moved(times: CueTimes, start: int | None, before: SyncMap, after: SyncMap) -> CueTimes | None:
    if start is None:
        return times
    by = after.shift_at(start) - before.shift_at(start)
    if after.to_recording(start) is None or times.start + by < 0:
        return None
    if not by:
        return times
    words = tuple(word._replace(start=word.start + by, end=word.end + by) for word in times.words)
    return times._replace(start=times.start + by, end=times.end + by, words=words)
