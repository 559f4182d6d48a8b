"""Notes going out: the wires from where that is requested; what does it is loaded when it is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.notes.note_exporter import NoteExporter
from reader.session.reading_session import ReadingSession
from ui.notes.all_notes_controller import AllNotesController
from ui.notes.notes_controller import NotesController
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.sharing.export_controller import ExportController


class ExportWires(QObject):
    """Connects lists and menus with the exporter."""

    def __init__(
        self,
        session: ReadingSession,
        exporter: NoteExporter,
        notes: NotesController,
        all_notes: AllNotesController,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._exporter, self._window = session, exporter, window
        self._notes, self._all_notes = notes, all_notes
        notes.copy_requested.connect(self._copy)
        notes.export_requested.connect(self.show)
        notes.links_requested.connect(exporter.find_links)
        window.closing.connect(exporter.close)

    def show(self, ids: list[str] | None = None) -> None:
        """Ask which notes are to be exported, and how; `ids` are those that are meant."""
        self.controller.show(ids)

    def ask_for_import(self) -> None:
        """Ask which file of notes is to be taken in."""
        self.controller.ask_for_import()

    def _copy(self, ids: list[str]) -> None:
        self.controller.copy(ids)

    @cached_property
    def controller(self) -> ExportController:
        """Made when something is first taken out."""
        from ui.sharing.export_controller import ExportController

        return ExportController(
            self._session, self._exporter, self._notes, self._all_notes, self._window
        )
