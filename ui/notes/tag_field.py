"""Tags with commas between them, as they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


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
