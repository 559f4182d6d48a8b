"""Sync maps to rows and back, each by the content keys of the two files that it is for."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.store.rows import moment_column
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap, SyncPoint

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

    from reader.episode import Episode


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


def read_sync_map(database: Database | Connection, keys: SyncKeys) -> SyncMap:
    """The map of two files; that without points where there is none, or a damaged one."""
    rows = database.execute("SELECT points FROM sync_maps WHERE id = ?", [keys.row_id])
    row = rows.fetchone()
    try:
        return sync_map_in(row[0]) if row else ONE_CLOCK
    except ValueError:  # `earmark check` reports it
        return ONE_CLOCK


def write_points(database: Database, row_id: str, points: str, now: datetime) -> None:
    """Keep a map's points in place of those that are there."""
    recording, _, transcript = row_id.partition(" ")
    row = {
        "id": row_id,
        "recording_key": recording,
        "transcript_key": transcript,
        "points": points,
        "updated_at": moment_column(now),
    }
    database.table("sync_maps").upsert(row, pk="id")


def _point(row: object) -> SyncPoint:
    match row:
        case [int(transcript), int(recording), str(source), (0 | 1) as is_after_break]:
            return SyncPoint(transcript, recording, PointSource(source), bool(is_after_break))
    raise ValueError(f"{row} is not a point.")
