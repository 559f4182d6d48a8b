"""Notes being written, kept until they are saved or put away: a crash loses none."""

from __future__ import annotations

import json

from reader.annotation import NoteDraft
from reader.store.library_records import LibraryRecords
from reader.store.rows import moment_column, text_column


class Drafts(LibraryRecords):
    """Drafts by the ids of their annotations, in the library at `place`.

    For one thread. A write is on the disk when its call returns. Every call may raise StoreError.
    """

    def keep(self, annotation_id: str, draft: NoteDraft) -> None:
        """In place of an earlier one."""
        row = {
            "annotation_id": annotation_id,
            "note": text_column(draft.text),
            "tags": json.dumps([text_column(tag) for tag in draft.tags], ensure_ascii=False),
            "updated_at": moment_column(self._now()),
        }
        with self._file.writing() as database:
            database.table("drafts").upsert(row, pk="annotation_id")

    def drop(self, annotation_id: str) -> None:
        """It was saved, or put away."""
        with self._file.writing() as database:
            database.execute("DELETE FROM drafts WHERE annotation_id = ?", [annotation_id])

    def all(self) -> dict[str, NoteDraft]:
        """The ones for notes that are still kept, the newest last."""
        with self._file.reading() as database:
            rows = database.execute(
                """
                SELECT annotation_id, drafts.note, tags FROM drafts
                JOIN annotations ON annotations.id = annotation_id AND deleted_at IS NULL
                ORDER BY drafts.updated_at
                """
            )
            return {key: NoteDraft(note, tuple(json.loads(tags))) for key, note, tags in rows}
