"""The episodes that a listener queued, in the order in which they will be played."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.episode import Episode
from reader.store.library_records import LibraryRecords
from reader.store.rows import episode_in, moment_column

if TYPE_CHECKING:
    from sqlite_utils import Database


def queued(database: Database) -> list[Episode]:
    """What is queued, the next first; forgotten episodes are left out."""
    rows = database.query(
        """
        SELECT episodes.* FROM up_next JOIN episodes ON episodes.id = episode_id
        WHERE deleted_at IS NULL ORDER BY number
        """
    )
    return list(map(episode_in, rows))


class UpNext(LibraryRecords):
    """Kept in the library at `place`; for one thread. Each call may raise StoreError."""

    def episodes(self) -> list[Episode]:
        """What is queued, the next first; forgotten episodes are left out."""
        with self._file.reading() as database:
            return queued(database)

    def put(self, episode_ids: Sequence[str]) -> None:
        """Let this be the whole queue, each episode once."""
        now = moment_column(self._now())
        rows = [
            {"number": number, "episode_id": key, "updated_at": now}
            for number, key in enumerate(dict.fromkeys(episode_ids), start=1)
        ]
        with self._file.writing() as database:
            database.execute("DELETE FROM up_next")
            database.table("up_next").insert_all(rows)
