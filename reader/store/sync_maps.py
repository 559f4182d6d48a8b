"""What brings texts in sync, to rows and back: each by the content keys of its two files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reader.store.rows import later_moment, moment_column
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap, SyncPoint
from reader.transcript.model import Word
from reader.transcript.spoken_times import CueTimes, SpokenTimes
from reader.transcript.text_sync import NO_SYNC, TextSync

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

    from reader.episode import Episode

T = TypeVar("T")


class SyncKeys(NamedTuple):
    """The `content_key`s of a recording and of a transcript."""

    recording: str
    transcript: str

    @classmethod
    def of(cls, episode: Episode) -> SyncKeys | None:
        """Those of its files; None where it lacks one, or one could not be read."""
        keys = cls(episode.recording_key, episode.transcript_key)
        return keys if all(keys) else None

    @property
    def row_id(self) -> str:
        """By which the library knows their map."""
        return f"{self.recording} {self.transcript}"


def points_column(sync_map: SyncMap) -> str:
    """A JSON array; of each point both times, its source, and whether it follows a break."""
    return json.dumps(
        [
            [point.transcript, point.recording, point.source.value, int(point.is_after_break)]
            for point in sync_map.points
        ]
    )


def sync_map_in(points: str) -> SyncMap:
    """The map that a row holds. Raises ValueError for one that holds none."""
    match json.loads(points):
        case [*rows]:
            return SyncMap(tuple(map(_point, rows)))
    raise ValueError("A sync map is a list of points.")


def times_column(times: SpokenTimes) -> str:
    """A JSON array; of each cue its index, both times and the words, of these all but the sureness.

    An hour of talk takes some 300 kB.
    """
    rows = [
        [cue, start, end, [[w.start, w.end, w.offset, w.length] for w in words]]
        for cue, start, end, words in times
    ]
    return json.dumps(rows, separators=(",", ":"))


def times_in(column: str) -> SpokenTimes:
    """What `times_column` gave. Raises ValueError for another text."""
    match json.loads(column):
        case [*rows]:
            return tuple(map(_cue_times, rows))
    raise ValueError("Spoken times are a list of cues.")


def sync_columns(sync: TextSync) -> dict[str, str]:
    """The columns of a row that say when the words are heard."""
    return {"points": points_column(sync.sync_map), "times": times_column(sync.times)}


def stored_sync(database: Database | Connection, keys: SyncKeys) -> dict[str, str]:
    """The same columns as they are, also where there is no row yet."""
    rows = database.execute("SELECT points, times FROM sync_maps WHERE id = ?", [keys.row_id])
    row = rows.fetchone()
    return dict(zip(("points", "times"), row, strict=True)) if row else sync_columns(NO_SYNC)


def read_sync(database: Database | Connection, keys: SyncKeys) -> TextSync:
    """When the words of a transcript are heard in a recording; NO_SYNC where nobody knows.

    Of a damaged row, what can be read: `earmark check` reports the rest.
    """
    return _sync_in(**stored_sync(database, keys))


@lru_cache(maxsize=2)
def _sync_in(points: str, times: str) -> TextSync:
    """Read once: whatever is kept, the row is looked at again, and it may be half a megabyte."""
    return TextSync(_read_or(sync_map_in, points, ONE_CLOCK), _read_or(times_in, times, ()))


def _read_or(read: Callable[[str], T], column: str, default: T) -> T:
    try:
        return read(column)
    except ValueError:
        return default


def write_sync(database: Database, row_id: str, columns: Mapping[str, Any], now: datetime) -> None:
    """Write those columns of the row of two files, which may be new."""
    recording, _, transcript = row_id.partition(" ")
    row = {"id": row_id, "recording_key": recording, "transcript_key": transcript}
    stamp = {"updated_at": moment_column(later_moment(database, "sync_maps", row_id, now))}
    new = {**row, **sync_columns(NO_SYNC), **columns, **stamp}
    table = database.table("sync_maps")
    table.insert(new, pk="id", ignore=True)
    table.update(row_id, {**columns, **stamp})


def _point(row: object) -> SyncPoint:
    match row:
        case [int(transcript), int(recording), str(source), (0 | 1) as is_after_break]:
            return SyncPoint(transcript, recording, PointSource(source), bool(is_after_break))
    raise ValueError(f"{row} is not a point.")


def _cue_times(row: object) -> CueTimes:
    match row:
        case [int(cue), int(start), int(end), [*words]]:
            return CueTimes(cue, start, end, tuple(map(_word, words)))
    raise ValueError(f"{row} is not a cue with its times.")


def _word(row: object) -> Word:
    match row:
        case [int(start), int(end), int(offset), int(length)]:
            return Word(start, end, offset, length)
    raise ValueError(f"{row} is not a word with its times.")
