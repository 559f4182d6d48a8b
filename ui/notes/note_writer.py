"""Writing notes: beside the text or in a dialog, with drafts that outlive a crash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.annotation import Annotation, NoteDraft
from reader.notes.note_drafts import NoteDrafts
from ui.notes.note_dialog import NoteDialog
from ui.notes.note_editor import NoteEditor


class NoteWriter(QObject):
    """Writes on one annotation at a time, in the editor of the panel or, where that has no room, in
    a dialog; reports what an earlier start left unsaved."""

    saved = Signal(str, str, tuple)  # id, Markdown, tags
    left_changed = Signal()  # there are drafts of an earlier start
    typed = Signal()
    ended = Signal()  # what was written is done, or put away

    def __init__(self, drafts: NoteDrafts, editor: NoteEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts, self._editor, self._page = drafts, editor, parent
        self._left: dict[str, NoteDraft] = {}
        self._connect(editor)
        drafts.kept.connect(editor.show_draft_kept)
        drafts.loaded.connect(self._take)
        drafts.load()

    @cached_property
    def _dialog(self) -> NoteDialog:
        """Made when it is first needed; either goes on with what was written in the other."""
        dialog = NoteDialog(self._page)
        dialog.fields.drafts = self._editor.fields.drafts
        self._connect(dialog)
        return dialog

    def _connect(self, place: NoteDialog | NoteEditor) -> None:
        place.saved.connect(self.saved)
        place.draft_changed.connect(self._drafts.keep)
        place.typed.connect(self.typed)
        place.finished.connect(self.ended)

    def edit(self, annotation: Annotation, known_tags: Sequence[str]) -> None:
        """Open its note in the dialog."""
        self._editor.finish()
        quote = annotation.selector.quote.exact
        self._dialog.edit(annotation.id, quote, annotation.note, annotation.tags, known_tags)

    def take_left(self, annotation_ids: Iterable[str]) -> tuple[str, NoteDraft] | None:
        """The last of these that was being written when Earmark ended; returned once."""
        found = [each for each in annotation_ids if each in self._left]
        if not found:
            return None
        draft = self._left[found[-1]]
        self._left.clear()
        return found[-1], draft

    def finish(self) -> None:
        """Save what is being written beside the text; what stands in the dialog is a draft."""
        self._editor.finish()
        if "_dialog" in self.__dict__:  # else it was never needed
            self._dialog.keep_draft()

    def _take(self, drafts: Mapping[str, NoteDraft]) -> None:
        self._left = dict(drafts)
        self._editor.fields.drafts.update(drafts)
        self.left_changed.emit()
