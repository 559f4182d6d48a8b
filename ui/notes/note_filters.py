"""What narrows a list of notes: words, tags, colours, with a note, in the inbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QWidget,
)

from reader.annotation import COLOURS
from ui.appearance.swatch import SWATCH, swatch
from ui.appearance.theme import Theme
from ui.notes.notes_model import NoteFilter

_ONE_ROW = 520  # px it takes
_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class NoteFilters(QWidget):
    """Tells when something else is chosen; wide, it is one row where there is room."""

    changed = Signal()
    list_requested = Signal()  # Down or Enter in the field

    def __init__(self, *, is_wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wide = is_wide
        self.field = TagCompletingField()
        self._swatches = [QToolButton() for _ in range(COLOURS + 1)]
        self._noted, self._inbox = QToolButton(), QToolButton()
        self._lay_out(is_wide=is_wide)
        self._name_controls()
        self.field.textChanged.connect(self.changed)
        self.field.list_requested.connect(self.list_requested)
        for button in self._buttons:
            button.toggled.connect(self.changed)

    @property
    def chosen(self) -> NoteFilter:
        """What is let through now."""
        colours = frozenset(k for k, button in enumerate(self._swatches) if button.isChecked())
        words = self.field.text().strip()
        return NoteFilter(words, colours, self._noted.isChecked(), self._inbox.isChecked())

    def clear(self) -> None:
        """Let everything through; `changed` is told once, if it was not so."""
        was_open = self.chosen.is_open
        for button in self._buttons:
            with QSignalBlocker(button):
                button.setChecked(False)
        with QSignalBlocker(self.field):
            self.field.clear()
        if not was_open:
            self.changed.emit()

    def show_inbox(self) -> None:
        """Only what was not looked at yet, or all where that is nothing."""
        self.clear()
        if self._inbox.isVisibleTo(self):
            self._inbox.click()

    def set_tags(self, tags: Sequence[str]) -> None:
        """What is completed after a #."""
        self.field.set_tags(tags)

    def set_untidied(self, count: int) -> None:
        """How many wait to be looked at."""
        self._inbox.setText(self.tr("Inbox {count}").format(count=count))
        self._inbox.setVisible(count > 0 or self._inbox.isChecked())

    def set_colour_names(self, name_of: Callable[[int], str]) -> None:
        """What the colours are called."""
        for colour, button in enumerate(self._swatches):
            name = name_of(colour) if colour else self.tr("Bookmarks")
            button.setAccessibleName(self.tr("Only {name}").format(name=name))
            button.setToolTip(self.tr("Show only {name} (Space)").format(name=name))

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        for colour, button in enumerate(self._swatches):
            button.setIcon(swatch(theme, colour, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, in two rows after all."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_one_row = self._is_wide and event.size().width() >= _ONE_ROW
        self._rows.setDirection(direction.LeftToRight if is_one_row else direction.TopToBottom)

    @property
    def _buttons(self) -> list[QToolButton]:
        return [*self._swatches, self._noted, self._inbox]

    def _lay_out(self, *, is_wide: bool) -> None:
        for button in self._buttons:
            button.setCheckable(True)
            button.setIconSize(QSize(SWATCH, SWATCH))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words, toggles = QHBoxLayout(), QHBoxLayout()
        toggles.setSpacing(0)
        words.addWidget(self.field, 1)
        words.addWidget(self._inbox)
        for button in (*self._swatches, self._noted):
            toggles.addWidget(button)
        toggles.addStretch(0 if is_wide else 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(10, 0, 10, 6)
        self._rows.setSpacing(4)
        self._rows.addLayout(words, 1 if is_wide else 0)
        self._rows.addLayout(toggles)

    def _name_controls(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter: words or #tag"))
        self.field.setAccessibleName(self.tr("Filter notes by words or tags"))
        self.field.setToolTip(self.tr("Show only what has these words or tags (Esc shows all)"))
        self._noted.setText("✎")
        self._noted.setAccessibleName(self.tr("Only with a note"))
        self._noted.setToolTip(self.tr("Show only what has a note (Space)"))
        self._inbox.setToolTip(self.tr("Show only what you have not looked at yet (Space)"))
        self.set_colour_names(str)


class TagCompletingField(QLineEdit):
    """Words to look for; one that begins with # is completed from the tags in use."""

    list_requested = Signal()  # Down or Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._tags = QStringListModel(self)
        self._completer = QCompleter(self._tags, self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(lambda _: self._complete())

    def set_tags(self, tags: Sequence[str]) -> None:
        """What may be completed."""
        if self._tags.stringList() != list(tags):
            self._tags.setStringList(list(tags))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter lead to the list; in the open list of tags they choose one."""
        if self._popup.isVisible() and event.key() in _TAKING:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def _start(self) -> int:
        """Where the word at the caret begins."""
        return self.text().rfind(" ", 0, self.cursorPosition()) + 1

    def _complete(self) -> None:
        word = self.text()[self._start() : self.cursorPosition()]
        if not word.startswith("#"):
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(word[1:])
        if self._completer.completionCount() and self._completer.currentCompletion() != word[1:]:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, tag: str) -> None:
        start, caret = self._start(), self.cursorPosition()
        text = self.text()
        self.setText(f"{text[:start]}#{tag}{text[caret:]}")
        self.setCursorPosition(start + 1 + len(tag))
