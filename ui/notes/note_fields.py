"""The two fields in which a note is written, beside the text and in a dialog alike."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reader.annotation import NoteDraft
from ui.notes.tag_field import TagField

_KEPT_AFTER = 700  # ms of writing that a crash may lose


class NoteFields(QObject):
    """The words and tags of one note at a time; what is typed is a draft within a moment.

    `drafts` are by the ids of their notes; several places to write may share them.
    """

    draft_changed = Signal(str, object)  # id, NoteDraft | None: words unsaved, or saved

    def __init__(self, text: QPlainTextEdit, tags: TagField, parent: QObject) -> None:
        super().__init__(parent)
        self._text, self._tags = text, tags
        self.annotation_id = ""
        """What is being written on; empty while nothing is."""
        self.original = NoteDraft("", ())
        self.drafts: dict[str, NoteDraft] = {}
        self._soon = QTimer(self, interval=_KEPT_AFTER, singleShot=True)
        self._soon.timeout.connect(self.keep)

    @property
    def written(self) -> NoteDraft:
        """What stands in the fields."""
        return NoteDraft(self._text.toPlainText().strip(), self._tags.tags)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not a draft yet."""
        return self._soon.isActive()

    def begin(self, annotation_id: str, original: NoteDraft) -> bool:
        """Write on a note, going on with its draft; whether it has one."""
        self.annotation_id, self.original = annotation_id, original
        draft = self.drafts.get(annotation_id)
        self.fill(draft or original)
        self._soon.stop()
        return draft is not None

    def fill(self, draft: NoteDraft) -> None:
        """Show these words and tags."""
        self._text.setPlainText(draft.text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._tags.setText(", ".join(draft.tags))

    def keep_soon(self) -> None:
        """Make a draft of what is typed, also while one writes on and on."""
        if not self._soon.isActive():
            self._soon.start()

    def keep(self) -> None:
        """Make a draft of what is written, if it is not one already."""
        self._soon.stop()
        known = self.drafts.get(self.annotation_id, self.original)
        if self.annotation_id and self.written != known:
            self.drafts[self.annotation_id] = self.written
            self.draft_changed.emit(self.annotation_id, self.written)

    def take(self) -> NoteDraft:
        """What is written, now that it becomes the note; it is not a draft any more."""
        self._soon.stop()
        self.original = self.written
        return self.original

    def drop_draft(self) -> bool:
        """Forget the draft, without a word of it; whether there was one."""
        return self.drafts.pop(self.annotation_id, None) is not None
