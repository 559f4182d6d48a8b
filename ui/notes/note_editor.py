"""Writes a note where it stands in the list, beside the text: saved as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import Annotation, NoteDraft
from ui.notes.note_fields import NoteFields
from ui.notes.tag_field import TagField
from ui.widgets.focus import ShortcutGuard, has_focus_within

_FEWEST_LINES, _MOST_LINES = 2, 8


class NoteEditor(QWidget):
    """One for all notes of a list. Esc is done; so is whatever takes it out of view.

    What is typed is a draft within a moment; when it is done, or the keyboard goes elsewhere, it is
    the note.
    """

    saved = Signal(str, str, tuple)  # id, Markdown, tags
    draft_changed = Signal(str, object)  # id, NoteDraft | None: words unsaved, or saved
    typed = Signal()
    finished = Signal(str)  # id
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self, _is_done)  # here and in the fields
        self._came_from: QWidget | None = None
        self._text, self._tags = _NoteText(), TagField()
        self.fields = NoteFields(self._text, self._tags, self)
        self._state, self._done = QLabel(), QToolButton()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def annotation_id(self) -> str:
        """What is being written on; empty while nothing is."""
        return self.fields.annotation_id

    def begin(self, annotation: Annotation, known_tags: Sequence[str]) -> None:
        """Write on a note; what was being written on another is saved. It is shown by its list."""
        if annotation.id == self.annotation_id:
            return
        came_from = self._came_from if self.annotation_id else _focused(self)
        self.save()
        self._came_from = came_from
        self._tags.set_known(known_tags)
        self.fields.begin(annotation.id, NoteDraft(annotation.note, tuple(annotation.tags)))
        self._state.clear()

    def take_focus(self) -> None:
        """Put the keyboard where one writes."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Make a note of what is written, if it is not one already."""
        fields = self.fields
        before, had_draft = fields.original, fields.drop_draft()
        if not self.annotation_id:
            return
        written = fields.take()
        if written != before:
            self.saved.emit(self.annotation_id, written.text, written.tags)
        if had_draft:
            self.draft_changed.emit(self.annotation_id, None)

    def finish(self) -> None:
        """Save, go, and give the keyboard back."""
        if not self.annotation_id:
            return
        self.save()
        done, self.fields.annotation_id = self.annotation_id, ""
        came_from, self._came_from = self._came_from, None
        # Before it goes: Qt hands on the keyboard of what is hidden as Tab would, with a caret.
        if has_focus_within(self) and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.finished.emit(done)

    def show_draft_kept(self, annotation_id: str) -> None:
        """A draft is on the disk: say so, unless more was written since."""
        if annotation_id == self.annotation_id and not self.fields.is_waiting:
            self._state.setText(self.tr("Saved"))

    def sizeHint(self) -> QSize:
        """As high as its lines, between two and eight."""
        return QSize(220, self._text.height_of_lines() + self._foot_height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter are done; no key of it is one of the list's around it."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or is_enter:
            self.finish()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list or the window goes: what is written is saved."""
        super().hideEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self._finish_unseen)
            self.save()

    def _finish_unseen(self) -> None:
        if not self.isVisible():
            self.finish()

    def _lay_out(self) -> None:
        self.setObjectName("note-editor")
        self.setAccessibleName(self.tr("Note"))
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setPlaceholderText(self.tr("What you think of it; saved as you type"))
        self._tags.setObjectName("note-tags")
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("Tags, with commas"))
        self._tags.setToolTip(self.tr("Tags, separated by commas; Down shows those in use"))
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._done.setText(self.tr("Done"))
        self._done.setToolTip(self.tr("Done; what you wrote is saved (Esc or Ctrl+Enter)"))
        self._done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(4)
        self._foot.addWidget(self._tags, 1)
        self._foot.addWidget(self._state)
        self._foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._text, 1)
        column.addLayout(self._foot)
        self.setTabOrder(self._text, self._tags)
        self.setTabOrder(self._tags, self._done)

    def _connect(self) -> None:
        self.fields.draft_changed.connect(self.draft_changed)
        self._text.textChanged.connect(self._note_typing)
        self._text.lines_changed.connect(self.height_changed)
        self._text.left.connect(self._save_if_left)
        self._tags.textEdited.connect(self._note_typing)
        self._tags.editingFinished.connect(self._save_if_left)
        self._done.clicked.connect(self.finish)

    def _foot_height(self) -> int:
        return self._foot.sizeHint().height()

    def _note_typing(self) -> None:
        if self.isVisible():
            self._state.clear()
            self.typed.emit()
            self.fields.keep_soon()

    def _save_if_left(self) -> None:
        if not has_focus_within(self):
            self.save()


class _NoteText(QPlainTextEdit):
    """As high as what is written."""

    lines_changed = Signal()
    left = Signal()  # the keyboard went elsewhere

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lines = _FEWEST_LINES
        self.document().documentLayout().documentSizeChanged.connect(self._count_lines)

    def height_of_lines(self) -> int:
        """In pixels, with the frame."""
        return self._lines * self.fontMetrics().lineSpacing() + 24

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()

    def _count_lines(self) -> None:
        found = int(self.document().size().height())  # of a plain text, in lines
        lines = max(_FEWEST_LINES, min(_MOST_LINES, found))
        if lines != self._lines:
            self._lines = lines
            self.lines_changed.emit()


def _is_done(event: QKeyEvent) -> bool:
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (is_enter and is_ctrl)


def _focused(editor: QWidget) -> QWidget | None:
    focused = QApplication.focusWidget()
    return None if focused is None or editor.isAncestorOf(focused) else focused
