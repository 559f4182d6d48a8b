"""All episodes of the library with what is known of them, and the watched folders they lie in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.episode import Episode, show_by_folder
from reader.paths import is_book_sound
from reader.store.library_records import LibraryRecords
from reader.store.rows import (
    episode_in,
    episode_row,
    moment_column,
    new_id,
    path_column,
)

if TYPE_CHECKING:
    from sqlite_utils import Database


class StoredFolder(NamedTuple):
    """A watched folder. `is_away`: it was not there, or did not answer, when it was scanned."""

    id: str
    path: Path
    is_away: bool = False
    scanned_at: datetime | None = None
    episodes: int = 0


class StoredFile(NamedTuple):
    """A file in a watched folder as the last scan saw it; `size` in bytes, `modified` in ns.

    `part` is "recording" or "transcript"; `episode_id` is empty for one that is of no episode.
    """

    id: str
    folder_id: str
    path: Path
    part: str
    key: str
    size: int
    modified: int
    episode_id: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueEpisode:
    """An episode with what its row on the library's page needs."""

    episode: Episode
    is_finished: bool = False
    notes: int = 0
    cover: Path | None = None
    folder_id: str = ""
    missing: frozenset[Path] = frozenset()


class ShelfTitle(NamedTuple):
    """What an episode on the shelf is called, and whether there is a transcript of it."""

    id: str
    title: str
    show: str
    date: str
    has_transcript: bool


class Catalogue(LibraryRecords):
    """Reads and writes them in the library at `place`; on one thread. May raise StoreError."""

    # Episodes

    def episodes(self) -> list[CatalogueEpisode]:
        """All that are not forgotten."""
        with self._file.reading() as database:
            notes = _counts(database, "annotations", "deleted_at IS NULL")
            folders, missing = _files_by_episode(database)
            rows = database.table("episodes").rows_where("deleted_at IS NULL")
            return [
                CatalogueEpisode(
                    episode=episode_in(row),
                    is_finished=bool(row["is_finished"]),
                    notes=notes.get(row["id"], 0),
                    cover=_path_in(row["cover_path"]),
                    folder_id=folders.get(row["id"], ""),
                    missing=frozenset(missing.get(row["id"], ())),
                )
                for row in rows
            ]

    def titles(self) -> list[ShelfTitle]:
        """Of all that are not forgotten; quick, since it is asked with each key of a search."""
        with self._file.reading() as database:
            rows = database.execute(
                """
                SELECT id, title, show, date, recording_path, transcript_path, (
                    SELECT folder_path FROM files JOIN folders ON folders.id = folder_id
                    WHERE episode_id = episodes.id LIMIT 1
                )
                FROM episodes WHERE deleted_at IS NULL
                """
            ).fetchall()
            return [
                ShelfTitle(key, title, show or _show_by_folder(files, folder), date, bool(files[1]))
                for key, title, show, date, *files, folder in rows
            ]

    def forget(self, episode_ids: Iterable[str]) -> None:
        """Take episodes off the page and drop their places; their notes stay."""
        now = moment_column(self._now())
        with self._file.writing() as database:
            for key in episode_ids:
                database.execute(
                    """
                    UPDATE episodes SET deleted_at = ?, updated_at = ?,
                        position_ms = 0, rate = NULL, scroll_offset = 0
                    WHERE id = ?
                    """,
                    [now, now, key],
                )

    def restore(self, episodes: Iterable[Episode]) -> None:
        """Undo `forget`: they are back as they were."""
        rows = [episode_row(replace(each, updated_at=self._now())) for each in episodes]
        with self._file.writing() as database:
            database.table("episodes").upsert_all(rows, pk="id")

    def set_finished(self, episode_ids: Iterable[str], is_finished: bool) -> None:
        """Mark episodes as heard, wherever they were left, or take that back."""
        now = moment_column(self._now())
        with self._file.writing() as database:
            for key in episode_ids:
                database.execute(
                    "UPDATE episodes SET is_finished = ?, updated_at = ? WHERE id = ?",
                    [int(is_finished), now, key],
                )

    def write(
        self, episodes: Iterable[tuple[Episode, Path | None]], files: Iterable[StoredFile]
    ) -> None:
        """Keep episodes that a scan found or changed, with their covers, and what it saw."""
        now = moment_column(self._now())
        rows = [
            {**episode_row(each), "cover_path": _column(cover), "updated_at": now}
            for each, cover in episodes
        ]
        with self._file.writing() as database:
            database.table("episodes").upsert_all(rows, pk="id")
            database.table("files").upsert_all((_file_row(each, now) for each in files), pk="id")

    def every(self) -> list[tuple[Episode, bool]]:
        """All episodes, each with whether it was forgotten.

        One that lies nowhere is not: it was taken in from elsewhere, and waits for its files.
        """
        with self._file.reading() as database:
            rows = list(map(dict, database.table("episodes").rows))
        episodes = [(episode_in(row), row["deleted_at"] is not None) for row in rows]
        return [(each, is_forgotten and bool(each.files)) for each, is_forgotten in episodes]

    def chosen_recordings(self) -> dict[Path, Path]:
        """The recordings that the listener chose, by the transcripts."""
        with self._file.reading() as database:
            rows = database.execute(
                "SELECT transcript_path, recording_path FROM pairings ORDER BY updated_at"
            ).fetchall()
        found = [(_path_in(one), _path_in(other)) for one, other in rows]
        return {one: other for one, other in found if one and other}

    # Folders

    def folders(self) -> list[StoredFolder]:
        """Those that are watched, in the order in which they came, with their episodes' number."""
        with self._file.reading() as database:
            counts = dict(
                database.execute(
                    """
                    SELECT folder_id, count(DISTINCT episode_id) FROM files
                        JOIN episodes ON episodes.id = episode_id
                    WHERE deleted_at IS NULL GROUP BY folder_id
                    """
                ).fetchall()
            )
            rows = database.table("folders").rows_where(order_by="added_at")
            return [_folder_in(row, counts.get(row["id"], 0)) for row in rows]

    def watch(self, path: Path) -> StoredFolder:
        """Remember a folder; one that is watched already stays as it is."""
        known = {each.path: each for each in self.folders()}
        if path in known:
            return known[path]
        folder, now = StoredFolder(new_id(), path), moment_column(self._now())
        row = {
            "id": folder.id,
            "folder_path": path_column(path),
            "is_away": 0,
            "added_at": now,
            "scanned_at": None,
            "updated_at": now,
        }
        with self._file.writing() as database:
            database.table("folders").insert(row)
        return folder

    def unwatch(self, folder_id: str, *, forget: bool = False) -> list[Episode]:
        """Watch a folder no more; with `forget` its episodes go too, and are returned.

        Those that were opened stay: they are the listener's.
        """
        gone = [
            each.episode
            for each in (self.episodes() if forget else ())
            if each.folder_id == folder_id and not each.episode.is_opened and not each.notes
        ]
        self.forget(each.id for each in gone)
        with self._file.writing() as database:
            database.execute("DELETE FROM files WHERE folder_id = ?", [folder_id])
            database.execute("DELETE FROM folders WHERE id = ?", [folder_id])
        return gone

    def note_scan(self, folder_id: str, *, is_away: bool) -> None:
        """A folder was looked at to its end, or was not there."""
        now = moment_column(self._now())
        with self._file.writing() as database:
            database.execute(
                """
                UPDATE folders SET is_away = :is_away, updated_at = :now,
                    scanned_at = CASE WHEN :is_away THEN scanned_at ELSE :now END
                WHERE id = :id
                """,
                {"is_away": int(is_away), "now": now, "id": folder_id},
            )

    def files(self, folder_id: str) -> list[StoredFile]:
        """What the last scans saw in a folder, the missing too."""
        with self._file.reading() as database:
            rows = database.table("files").rows_where("folder_id = ?", [folder_id])
            return [_file_in(row) for row in rows]

    def drop_files(self, file_ids: Iterable[str]) -> None:
        """Know nothing more of files that lie elsewhere now."""
        with self._file.writing() as database:
            for key in file_ids:
                database.execute("DELETE FROM files WHERE id = ?", [key])

    def set_missing(self, file_ids: Iterable[str], is_missing: bool) -> None:
        """Files that are gone, or back."""
        now = moment_column(self._now())
        with self._file.writing() as database:
            for key in file_ids:
                database.execute(
                    "UPDATE files SET is_missing = ?, updated_at = ? WHERE id = ?",
                    [int(is_missing), now, key],
                )


def _counts(database: Database, table: str, condition: str) -> dict[str, int]:
    rows = database.execute(
        f"SELECT episode_id, count(*) FROM {table} WHERE {condition} GROUP BY episode_id"
    )
    return dict(rows.fetchall())


def _files_by_episode(database: Database) -> tuple[dict[str, str], dict[str, list[Path]]]:
    """The folder of each episode, and those of its files that are missing."""
    folders: dict[str, str] = {}
    missing: dict[str, list[Path]] = {}
    rows = database.execute(
        "SELECT episode_id, folder_id, file_path, is_missing FROM files WHERE episode_id != ''"
    )
    for key, folder, path, is_missing in rows.fetchall():
        folders[key] = folder
        if is_missing:
            missing.setdefault(key, []).append(Path(os.fsdecode(path)))
    return folders, missing


def _show_by_folder(files: Iterable[str | None], folder: str | None) -> str:
    parts = (os.fsdecode(each).rpartition(os.sep)[0] for each in files if each)
    shows = (_show_of(each, folder) for each in parts) if folder else ()
    return next((each for each in shows if each is not None), "")


@lru_cache(maxsize=4096)
def _show_of(parent: str, folder: str) -> str | None:
    """The show of files in one folder; None of sounds of books, which count for none."""
    file = Path(parent) / "any"
    return None if is_book_sound(file) else show_by_folder([file], Path(os.fsdecode(folder)))


def _folder_in(row: dict[str, Any], count: int) -> StoredFolder:
    scanned = row["scanned_at"]
    return StoredFolder(
        row["id"],
        Path(os.fsdecode(row["folder_path"])),
        bool(row["is_away"]),
        datetime.fromisoformat(scanned) if scanned else None,
        count,
    )


def _file_in(row: dict[str, Any]) -> StoredFile:
    return StoredFile(
        row["id"],
        row["folder_id"],
        Path(os.fsdecode(row["file_path"])),
        row["part"],
        row["content_key"] or "",
        row["size"],
        row["modified_ns"],
        row["episode_id"] or "",
        bool(row["is_missing"]),
    )


def _file_row(file: StoredFile, now: str) -> dict[str, Any]:
    return {
        "id": file.id,
        "folder_id": file.folder_id,
        "file_path": path_column(file.path),
        "part": file.part,
        "content_key": file.key or None,
        "size": file.size,
        "modified_ns": file.modified,
        "episode_id": file.episode_id or None,
        "is_missing": int(file.is_missing),
        "updated_at": now,
    }


def _path_in(stored: str | bytes | None) -> Path | None:
    return Path(os.fsdecode(stored)) if stored else None


def _column(path: Path | None) -> str | bytes | None:
    return None if path is None else path_column(path)
