"""How far recordings were checked against their texts, kept until it is of no use any more."""

from __future__ import annotations

from reader.store.library_records import LibraryRecords
from reader.store.rows import moment_column
from reader.store.sync_maps import SyncKeys, sync_map_in
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap


class SyncChecks(LibraryRecords):
    """The states of checks, by the two files that each is about, in the library at `place`.

    For one thread. A write is on the disk when its call returns. Every call may raise StoreError.
    """

    def is_known(self, keys: SyncKeys) -> bool:
        """Whether a check of these files was begun, or offered, ever."""
        return self._state(keys) is not None

    def state(self, keys: SyncKeys) -> str:
        """How far a check of these files came; empty where none was begun, or it is done."""
        return self._state(keys) or ""

    def _state(self, keys: SyncKeys) -> str | None:
        with self._file.reading() as database:
            rows = database.execute("SELECT state FROM sync_checks WHERE id = ?", [keys.row_id])
            row = rows.fetchone()
            return None if row is None else str(row[0])

    def keep(self, keys: SyncKeys, state: str = "") -> None:
        """In place of an earlier state. Without one: it was offered, or is done."""
        row = {
            "id": keys.row_id,
            "recording_key": keys.recording,
            "transcript_key": keys.transcript,
            "state": state,
            "updated_at": moment_column(self._now()),
        }
        with self._file.writing() as database:
            database.table("sync_checks").upsert(row, pk="id")

    def map_of_another_copy(self, keys: SyncKeys) -> SyncMap:
        """The newest map of this transcript in another recording, as a guess: nobody set its
        points for this one."""
        with self._file.reading() as database:
            rows = database.execute(
                "SELECT points FROM sync_maps WHERE transcript_key = ? AND recording_key <> ?"
                " ORDER BY updated_at DESC",
                [keys.transcript, keys.recording],
            )
            maps = [_map_or_none(str(row[0])) for row in rows]
        found = next(filter(None, maps), ONE_CLOCK)
        return SyncMap(tuple(each._replace(source=PointSource.FOUND) for each in found.points))


def _map_or_none(points: str) -> SyncMap | None:
    try:
        return sync_map_in(points)
    except ValueError:  # `earmark check` reports it
        return None
