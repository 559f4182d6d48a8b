"""One command on its way: it changes rows and notes each change, to be undone later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotation import Annotation
from reader.correction import Correction
from reader.episode import Episode, Names
from reader.store import history
from reader.store.annotation_rows import (
    StoredRow,
    annotation_columns,
    insert_annotation,
    stamp_annotation,
    stored_rows,
    update_annotation,
)
from reader.store.change_names import RENAME_EPISODE
from reader.store.corrections import put_correction, with_own_id, write_correction
from reader.store.history import Change
from reader.store.rows import Columns, episode_in, later_moment, moment_column, name_columns
from reader.store.sync_maps import SyncKeys, stored_sync, sync_columns, write_sync
from reader.store.voice_rows import Said, read_said, write_said
from reader.transcript.text_sync import TextSync

if TYPE_CHECKING:
    from sqlite_utils import Database


class Command(NamedTuple):
    """What was done, undone or redone: its name for the menu, such as "Delete Highlight", and
    all annotations it was about, as they are now."""

    name: str
    annotations: tuple[Annotation, ...]


class Edit:
    """Changes of one command, within a transaction."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._now = now
        self._changes: list[Change] = []
        self._keys: dict[str, None] = {}

    def annotation(self, key: str) -> Annotation:
        """As it is now. Raises KeyError if it was never kept here."""
        return self._row(key).annotation

    def find(self, key: str) -> Annotation | None:
        """As it is now, deleted or not; None if it was never kept here."""
        row = self._row_or_none(key)
        return row and row.annotation

    def put(self, annotation: Annotation) -> None:
        """Keep a new one; one that was deleted comes back as given, a living one stays."""
        columns = annotation_columns(annotation)
        row = self._row_or_none(annotation.id)
        if row is None:
            insert_annotation(self._database, columns, self._now)
            self._note("annotations", annotation.id, self._deletion, {"deleted_at": None})
        elif row.annotation.is_deleted:
            self.change(annotation.id, columns)
        self._keys[annotation.id] = None

    def change_to(self, annotation: Annotation) -> None:
        """Keep it as given, in place of what there is."""
        self.change(annotation.id, annotation_columns(annotation))

    def delete(self, key: str) -> None:
        """Leave a tombstone. Raises KeyError as `annotation`."""
        if self.annotation(key).is_deleted:
            self._keys[key] = None
        else:
            self.change(key, self._deletion)

    def change(self, key: str, columns: Mapping[str, Any]) -> None:
        """Write those columns that differ from what is there. Raises KeyError as `annotation`."""
        row = self._row(key).columns
        after = {name: value for name, value in columns.items() if row[name] != value}
        self._keys[key] = None
        if after:
            update_annotation(self._database, key, after, self._now)
            self._note("annotations", key, {name: row[name] for name in after}, after)

    def stamp(self, key: str, moment: datetime) -> None:
        """Let it have been changed then; after all changes to it."""
        stamp_annotation(self._database, key, moment)

    def change_colour(self, number: int, columns: Mapping[str, Any]) -> None:
        """The same for the name or the hex value of a colour."""
        rows = self._database.execute("SELECT * FROM colours WHERE number = ?", [number])
        names = [name for name, *_ in rows.description]
        row = rows.fetchone()
        if row is None:
            raise KeyError(number)
        stored = dict(zip(names, row, strict=True))
        after = {name: value for name, value in columns.items() if stored[name] != value}
        if after:
            self._write_colour(str(number), after)
            self._note("colours", str(number), {name: stored[name] for name in after}, after)

    def change_sync(self, keys: SyncKeys, sync: TextSync) -> None:
        """The same for the sync of two files."""
        stored = stored_sync(self._database, keys)
        after = {name: each for name, each in sync_columns(sync).items() if stored[name] != each}
        if after:
            self._write_sync(keys.row_id, after)
            self._note("sync_maps", keys.row_id, {name: stored[name] for name in after}, after)

    def change_voices(self, transcript_key: str, said: Said) -> None:
        """The same for what was said of a transcript's voices, by `voice_rows.changed_rows`."""
        for name, after in said.items():
            key = f"{transcript_key} {name}"
            before = read_said(self._database, key)
            if after != before:
                self._write_voice(key, {"said": after})
                self._note("voice_names", key, {"said": before}, {"said": after})

    def put_correction(self, correction: Correction) -> None:
        """Keep one as given; one that was taken away comes back."""
        now = self._now.astimezone(UTC)
        before, after = put_correction(self._database, correction, now)
        if after:
            self._note("corrections", correction.id, before, after)

    def take_correction(self, correction: Correction) -> None:
        """The same for one of a file; what another episode has under its id stays as it is."""
        self.put_correction(with_own_id(self._database, correction))

    def drop_correction(self, key: str) -> None:
        """Take one away, until undone."""
        self._write_correction(key, self._deletion)
        self._note("corrections", key, {"deleted_at": None}, self._deletion)

    def change_names(self, episode_id: str, columns: Mapping[str, str]) -> None:
        """The same for what an episode is called. Raises KeyError."""
        stored = self._episode(episode_id)
        after = {name: value for name, value in columns.items() if stored[name] != value}
        if after:
            self._write_episode(episode_id, after)
            self._note("episodes", episode_id, {name: stored[name] for name in after}, after)

    def episode(self, episode_id: str) -> Episode:
        """As it is now. Raises KeyError."""
        return episode_in(self._episode(episode_id))

    def write_back(self, change: Change, values: Mapping[str, Any]) -> None:
        """One side of a change that was noted earlier; nothing is noted again."""
        writers = {
            "annotations": self._write_annotation,
            "colours": self._write_colour,
            "episodes": self._write_episode,
            "sync_maps": self._write_sync,
            "voice_names": self._write_voice,
            "corrections": self._write_correction,
        }
        writers[change.table](change.key, values)

    def finish(self, name: str) -> Command:
        """Write the command down, unless it changed nothing."""
        if self._changes:
            history.record(self._database, name, self._changes, self._now.astimezone(UTC))
        return Command(name, self.annotations())

    def annotations(self) -> tuple[Annotation, ...]:
        """All that the command was about, as they are now."""
        return tuple(self.annotation(key) for key in self._keys)

    @property
    def _deletion(self) -> Columns:
        return {"deleted_at": moment_column(self._now.astimezone(UTC))}

    def _note(self, table: str, key: str, before: Columns, after: Columns) -> None:
        self._changes.append(Change(table, key, before, after))

    def _write_annotation(self, key: str, columns: Mapping[str, Any]) -> None:
        update_annotation(self._database, key, columns, self._now)
        self._keys[key] = None

    def _write_sync(self, key: str, columns: Mapping[str, Any]) -> None:
        write_sync(self._database, key, columns, self._now.astimezone(UTC))

    def _write_voice(self, key: str, columns: Mapping[str, Any]) -> None:
        write_said(self._database, key, columns["said"], self._now.astimezone(UTC))

    def _write_correction(self, key: str, columns: Mapping[str, Any]) -> None:
        write_correction(self._database, key, columns, self._now.astimezone(UTC))

    def _write_colour(self, number: str, columns: Mapping[str, Any]) -> None:
        holes = ", ".join(f"{name} = :{name}" for name in columns)
        now = later_moment(self._database, "colours", number, self._now, by="number")
        self._database.execute(
            f"UPDATE colours SET {holes}, updated_at = :now WHERE number = :number",
            {**columns, "now": moment_column(now.astimezone(UTC)), "number": number},
        )

    def _write_episode(self, key: str, columns: Mapping[str, Any]) -> None:
        now = later_moment(self._database, "episodes", key, self._now)
        row = {**columns, "updated_at": moment_column(now.astimezone(UTC))}
        self._database.table("episodes").update(key, row)

    def _episode(self, key: str) -> dict[str, Any]:
        found = self._database.table("episodes").rows_where("id = ?", [key])
        row = next(iter(found), None)
        if row is None:
            raise KeyError(key)
        return row

    def _row(self, key: str) -> StoredRow:
        row = self._row_or_none(key)
        if row is None:
            raise KeyError(key)
        return row

    def _row_or_none(self, key: str) -> StoredRow | None:
        return next(iter(stored_rows(self._database, "id = ?", [key])), None)


def rename_episode(edit: Edit, episode_id: str, names: Names) -> Command:
    """Call an episode so; without a title it has the one that was found. Raises KeyError."""
    renamed = edit.episode(episode_id).called(names)
    edit.change_names(episode_id, name_columns(renamed))
    return edit.finish(RENAME_EPISODE)
