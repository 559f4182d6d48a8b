"""Writing notes: the dialog, and the drafts that outlive a crash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.annotation import Annotation, NoteDraft
from reader.notes.note_drafts import NoteDrafts
from ui.notes.note_dialog import NoteDialog


class NoteWriter(QObject):
    """Opens the dialog for one annotation at a time; tells what an earlier start left unsaved."""

    saved = Signal(str, str, tuple)  # id, Markdown, tags
    left_changed = Signal()  # there are drafts of an earlier start

    def __init__(self, drafts: NoteDrafts, parent: QWidget) -> None:
        super().__init__(parent)
        self._dialog = NoteDialog(parent)
        self._left: dict[str, NoteDraft] = {}
        self._dialog.saved.connect(self.saved)
        self._dialog.draft_changed.connect(drafts.keep)
        drafts.loaded.connect(self._take)
        drafts.load()

    def edit(self, annotation: Annotation, known_tags: Sequence[str]) -> None:
        """Open its note."""
        quote = annotation.selector.quote.exact
        self._dialog.edit(annotation.id, quote, annotation.note, annotation.tags, known_tags)

    def take_left(self, annotation_ids: Iterable[str]) -> tuple[str, NoteDraft] | None:
        """The last of these that was being written when Earmark ended; told once."""
        found = [each for each in annotation_ids if each in self._left]
        if not found:
            return None
        draft = self._left[found[-1]]
        self._left.clear()
        return found[-1], draft

    def _take(self, drafts: Mapping[str, NoteDraft]) -> None:
        self._left = dict(drafts)
        self._dialog.set_drafts(self._left)
        self.left_changed.emit()
