"""Writes a note and its tags, beside the playing recording."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import NoteDraft
from ui.appearance.theme import SERIF, text_font
from ui.notes.note_delegate import wrapped
from ui.notes.note_fields import NoteFields
from ui.notes.tag_field import TagField
from ui.widgets.focus import ShortcutGuard, to_front

_QUOTE_LINES = 3
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NoteDialog(QDialog):
    """One window for all notes. What is left unsaved stays a draft and is there the next time.

    It does not stop the window behind it: the recording can be stopped and sought meanwhile.
    """

    saved = Signal(str, str, tuple)  # id, Markdown, tags
    draft_changed = Signal(str, object)  # id, NoteDraft | None: words unsaved, or saved
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self, _is_save)  # here and in the fields
        self._quote, self._hint = QLabel(), QLabel()
        self._text, self._tags = QPlainTextEdit(), TagField()
        self.fields = NoteFields(self._text, self._tags, self)
        self._again = QPushButton(self.tr("Start From the Saved Note"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self._connect()

    def edit(
        self,
        annotation_id: str,
        quote: str,
        text: str,
        tags: Sequence[str] = (),
        known_tags: Sequence[str] = (),
    ) -> None:
        """Open for a note; what was being written on another stays its draft."""
        if self.isVisible() and annotation_id == self.fields.annotation_id:
            self.activateWindow()
            return
        self.keep_draft()
        self._quote.setText(self._fitted(quote))
        self._quote.setVisible(bool(quote.strip()))
        self._tags.set_known(known_tags)
        has_draft = self.fields.begin(annotation_id, NoteDraft(text, tuple(tags)))
        self._again.setVisible(has_draft)
        self._text.setFocus()
        to_front(self)

    def sizeHint(self) -> QSize:
        """A card."""
        return QSize(440, 330)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc closes."""
        if _is_save(event):
            self.accept()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Save."""
        annotation_id, (text, tags) = self.fields.annotation_id, self.fields.take()
        self.fields.drop_draft()
        super().accept()
        self.saved.emit(annotation_id, text, tags)
        self.draft_changed.emit(annotation_id, None)

    def reject(self) -> None:
        """Close; what was written stays as a draft."""
        self.keep_draft()
        super().reject()

    def keep_draft(self) -> None:
        """Make a draft of what is written; not of what still stands in the fields of a closed
        dialog: it may be saved elsewhere."""
        if self.isVisible():
            self.fields.keep()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Note"))
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setFont(text_font(SERIF, self.font().pointSizeF() * 1.06))
        for label in (self._quote, self._hint):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setText(self.tr("Ctrl+Enter saves. Esc closes and keeps what you wrote."))
        self._hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&Tags"), self._tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._quote)
        column.addWidget(self._text, 1)
        column.addLayout(form)
        column.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self._buttons)
        self._name_controls()

    def _name_controls(self) -> None:
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setPlaceholderText(self.tr("What you think of it. Markdown is kept as it is."))
        self._text.setTabChangesFocus(True)
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("Separated by commas"))
        self._tags.setToolTip(self.tr("Tags, separated by commas; Down shows those in use"))
        self._again.setToolTip(self.tr("Put this draft away and show what was saved (Space)"))
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        save.setDefault(True)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setToolTip(self.tr("Close and keep what you wrote as a draft (Esc)"))

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._again.clicked.connect(self._start_again)
        self.fields.draft_changed.connect(self.draft_changed)
        self._text.textChanged.connect(self._keep_soon)
        self._tags.textChanged.connect(self._keep_soon)

    def _fitted(self, quote: str) -> str:
        shown = " ".join(quote.split())
        room = self.sizeHint().width() - 40
        return "\n".join(wrapped(shown, self._quote.font(), room, _QUOTE_LINES))

    def _keep_soon(self) -> None:
        if self.isVisible():
            self.typed.emit()
            self.fields.keep_soon()

    def _start_again(self) -> None:
        self.fields.drop_draft()
        self.draft_changed.emit(self.fields.annotation_id, None)
        self.fields.fill(self.fields.original)
        self._again.hide()
        self._text.setFocus()


def _is_save(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier
