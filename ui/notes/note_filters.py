"""What narrows a list of notes: words, tags, colours, with a note, new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import COLOURS
from ui.appearance.swatch import SWATCH, swatch
from ui.appearance.theme import Theme
from ui.notes.notes_model import NoteFilter
from ui.widgets.flow_layout import FlowLayout

_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class NoteFilters(QWidget):
    """Words to look for, then all else by name, in as many lines as it takes."""

    changed = Signal()
    list_requested = Signal()  # Down or Enter in the field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TagCompletingField()
        self._swatches = [QToolButton() for _ in range(COLOURS + 1)]
        self._noted, self._new = QToolButton(), QToolButton()
        self._names: Callable[[int], str] = str
        self._counts: Mapping[int, int] | None = None
        self._lay_out()
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
        return NoteFilter(words, colours, self._noted.isChecked(), self._new.isChecked())

    def clear(self) -> None:
        """Let everything through; `changed` is emitted once, if it was not so."""
        was_open = self.chosen.is_open
        for button in self._buttons:
            with QSignalBlocker(button):
                button.setChecked(False)
        with QSignalBlocker(self.field):
            self.field.clear()
        self._show_counts()
        if not was_open:
            self.changed.emit()

    def show_unreviewed(self) -> None:
        """Only what was not looked at yet, or all where that is nothing."""
        self.clear()
        if self._new.isVisibleTo(self):
            self._new.click()

    def set_tags(self, tags: Sequence[str]) -> None:
        """What is completed after a #."""
        self.field.set_tags(tags)

    def set_unreviewed(self, count: int) -> None:
        """How many wait to be looked at."""
        self._new.setText(_counted(self.tr("New"), count))
        self._new.setVisible(count > 0 or self._new.isChecked())

    def set_colour_names(self, name_of: Callable[[int], str]) -> None:
        """What the colours are called."""
        self._names = name_of
        self._show_counts()

    def set_counts(self, counts: Mapping[int, int], noted: int) -> None:
        """How many there are of each colour, and with a note; what there is none of is left out."""
        self._counts = counts
        self._noted.setText(_counted(self.tr("With a Note"), noted))
        self._noted.setVisible(noted > 0 or self._noted.isChecked())
        self._show_counts()

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        for colour, button in enumerate(self._swatches):
            button.setIcon(swatch(theme, colour, self.devicePixelRatioF()))

    def add_beside_field(self, button: QWidget) -> None:
        """Give something that acts on what is listed its place."""
        self._words.addWidget(button)

    @property
    def _buttons(self) -> list[QToolButton]:
        return [self._new, *self._swatches, self._noted]

    def _show_counts(self) -> None:
        for colour, button in enumerate(self._swatches):
            name = self._names(colour) if colour else self.tr("Bookmark")
            count = self._counts.get(colour, 0) if self._counts is not None else 0
            button.setText(_counted(name, count))
            button.setVisible(self._counts is None or count > 0 or button.isChecked())
            button.setAccessibleName(self.tr("Only {name}").format(name=name))
            button.setToolTip(self.tr("Show only {name} (Space)").format(name=name))

    def _lay_out(self) -> None:
        for button in self._buttons:
            button.setCheckable(True)
            button.setIconSize(QSize(SWATCH, SWATCH))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("chip", True)
        for button in self._swatches:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._words, toggles = QHBoxLayout(), FlowLayout(spacing=2)
        self._words.addWidget(self.field, 1)
        for button in self._buttons:
            toggles.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 0, 10, 6)
        rows.setSpacing(4)
        rows.addLayout(self._words)
        rows.addLayout(toggles)

    def _name_controls(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter: words or #tag"))
        self.field.setAccessibleName(self.tr("Filter notes by words or tags"))
        self.field.setToolTip(self.tr("Show only what has these words or tags (Esc shows all)"))
        self._noted.setText(self.tr("With a Note"))
        self._noted.setAccessibleName(self.tr("Only with a note"))
        self._noted.setToolTip(self.tr("Show only what has a note (Space)"))
        self._new.setToolTip(
            self.tr("Show only what is new: kept with B, and not looked at yet (Space)")
        )
        self.set_unreviewed(0)
        self._show_counts()


def _counted(name: str, count: int) -> str:
    return f"{name}  {count}" if count else name


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
