"""Says in the toast what was done: deleted, merged, undone, copied, with a way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.annotation import AnnotationKind
from reader.notes.notebook import CommandKind, Notebook
from reader.store.edit import Command
from reader.time_text import clock_text
from ui.appearance.reader_texts import translated
from ui.notes.toast import Toast
from ui.reading.reading_page import ReadingPage


class NoteReports(QObject):
    """What is seen to have happened needs no words; what is gone from sight does."""

    def __init__(self, notebook: Notebook, page: ReadingPage, toast: Toast) -> None:
        super().__init__(page)
        self._toast = toast
        toast.redo_requested.connect(notebook.redo)
        notebook.commanded.connect(self._report)
        page.copied.connect(self._report_copied)

    def report_copied_notes(self, count: int) -> None:
        """So many notes are on the clipboard."""
        self._toast.report(self.tr("Copied %n note(s)", "", count))

    def _report(self, kind: CommandKind, command: Command) -> None:
        is_undo = kind is CommandKind.UNDO
        self._toast.report(self._text(kind, command), can_undo=not is_undo, can_redo=is_undo)

    def _text(self, kind: CommandKind, command: Command) -> str:
        count = len(command.annotations)
        match kind:
            case CommandKind.DELETE:
                return self._gone(command)
            case CommandKind.MERGE:
                return self.tr("Merged %n note(s)", "", count)
            case CommandKind.SPLIT:
                return self.tr("Split in two")
            case CommandKind.JOIN:
                return self.tr("Joined %n note(s) to this episode", "", count)
        if count and all(each.is_deleted for each in command.annotations):
            return self._gone(command)
        undone, redone = self.tr("Undone: {0}"), self.tr("Done again: {0}")
        text = undone if kind is CommandKind.UNDO else redone
        return text.format(translated(command.name))

    def _gone(self, command: Command) -> str:
        first, *others = command.annotations
        if others:
            return self.tr("Removed %n note(s)", "", len(command.annotations))
        is_bookmark = first.kind is AnnotationKind.BOOKMARK
        text = self.tr("Removed bookmark {0}") if is_bookmark else self.tr("Removed highlight {0}")
        return text.format(clock_text(first.selector.time[0]))

    def _report_copied(self, kind: str) -> None:
        texts = {
            "with times": self.tr("Copied with time and voice"),
            "quote": self.tr("Copied as a quote"),
        }
        self._toast.report(texts.get(kind) or self.tr("Copied"))
