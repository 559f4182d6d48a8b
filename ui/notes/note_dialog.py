"""Writes a note and its tags, beside the playing recording."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import NoteDraft
from ui.appearance.theme import SERIF, text_font
from ui.notes.note_delegate import wrapped
from ui.widgets.focus import ShortcutGuard

_QUOTE_LINES = 3
_KEPT_AFTER = 700  # ms of writing that a crash may lose
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
        self._id = ""
        self._original = NoteDraft("", ())
        self.drafts: dict[str, NoteDraft] = {}
        """By the ids of their notes; another place to write may share them."""
        self._keeping = QTimer(self, interval=_KEPT_AFTER, singleShot=True)
        self._quote, self._hint = QLabel(), QLabel()
        self._text, self._tags = QPlainTextEdit(), TagField()
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
        if self.isVisible() and annotation_id == self._id:
            self.activateWindow()
            return
        self._keep_draft()
        self._id, self._original = annotation_id, NoteDraft(text, tuple(tags))
        self._quote.setText(self._fitted(quote))
        self._quote.setVisible(bool(quote.strip()))
        self._tags.set_known(known_tags)
        draft = self.drafts.get(annotation_id)
        self._fill(draft or self._original)
        self._again.setVisible(draft is not None)
        self._text.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

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
        self._keeping.stop()
        text, tags = self._written()
        self.drafts.pop(self._id, None)
        self._original = NoteDraft(text, tags)
        super().accept()
        self.saved.emit(self._id, text, tags)
        self.draft_changed.emit(self._id, None)

    def reject(self) -> None:
        """Close; what was written stays as a draft."""
        self._keep_draft()
        super().reject()

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
        self._keeping.timeout.connect(self._keep_draft)
        self._text.textChanged.connect(self._keep_soon)
        self._tags.textChanged.connect(self._keep_soon)

    def _fitted(self, quote: str) -> str:
        shown = " ".join(quote.split())
        room = self.sizeHint().width() - 40
        return "\n".join(wrapped(shown, self._quote.font(), room, _QUOTE_LINES))

    def _fill(self, draft: NoteDraft) -> None:
        self._text.setPlainText(draft.text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._tags.setText(", ".join(draft.tags))

    def _written(self) -> NoteDraft:
        return NoteDraft(self._text.toPlainText().strip(), self._tags.tags)

    def _keep_soon(self) -> None:
        """Also while one writes on and on."""
        if self.isVisible():
            self.typed.emit()
        if not self._keeping.isActive():
            self._keeping.start()

    def _keep_draft(self) -> None:
        self._keeping.stop()
        written = self._written()
        known = self.drafts.get(self._id, self._original)
        if self.isVisible() and written != known:
            self.drafts[self._id] = written
            self.draft_changed.emit(self._id, written)

    def _start_again(self) -> None:
        self.drafts.pop(self._id, None)
        self.draft_changed.emit(self._id, None)
        self._fill(self._original)
        self._again.hide()
        self._text.setFocus()


class TagField(QLineEdit):
    """Tags separated by commas; the one being typed is completed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(lambda _: self._complete())

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, without blanks and leading #, each once."""
        found = (part.strip().lstrip("#").strip() for part in self.text().split(","))
        return tuple(dict.fromkeys(tag for tag in found if tag))

    def set_known(self, tags: Sequence[str]) -> None:
        """What may be completed."""
        self._known.setStringList(list(tags))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down shows all tags; in their list Enter takes one, and never saves."""
        if self._popup.isVisible() and event.key() in _ENTER | {Qt.Key.Key_Tab}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down:
            self._complete(is_asked_for=True)
        else:
            super().keyPressEvent(event)

    def _span(self) -> tuple[int, int]:
        """Where the tag at the caret is."""
        text, caret = self.text(), self.cursorPosition()
        start = text.rfind(",", 0, caret) + 1
        end = text.find(",", caret)
        return start, end if end >= 0 else len(text)

    def _complete(self, *, is_asked_for: bool = False) -> None:
        start, end = self._span()
        prefix = self.text()[start:end].strip().lstrip("#")
        self._completer.setCompletionPrefix(prefix)
        has_others = self._completer.completionCount() > 0
        if has_others and (prefix or is_asked_for):
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, tag: str) -> None:
        start, end = self._span()
        text = self.text()
        before = f"{text[:start].rstrip()} " if start else ""
        rest = text[end:].lstrip(", ")
        self.setText(f"{before}{tag}, {rest}")
        self.setCursorPosition(len(f"{before}{tag}, "))


def _is_save(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier
