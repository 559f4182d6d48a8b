"""What episodes are called: asked for with F2, changed in the library, shown wherever they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode, Names
from reader.session.reading_session import ReadingSession
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook


class NamesController(QObject):
    """All wires of names; changes are commands of the notebook, which undoes them."""

    notebook_needed = Signal()  # there is none yet

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._notebook: Notebook | None = None
        window.commands.on("rename_episode", self._ask_for_open)
        session.renamed.connect(self._show)

    def open_notebook(self, notebook: Notebook) -> None:
        """Change names there, and show what they are after each change and each undo."""
        self._notebook = notebook
        notebook.names_read.connect(self._session.take_names)
        notebook.undo_changed.connect(self._list_again)

    def ask(self, episode: Episode) -> None:
        """Ask what an episode is to be called."""
        from ui.library.names_dialog import NamesDialog

        dialog = NamesDialog(episode.names, episode.found, self._window)
        dialog.chosen.connect(partial(self._rename, episode))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_open(self) -> None:
        if self._session.episode is not None:
            self.ask(self._session.episode)

    def _rename(self, episode: Episode, names: Names) -> None:
        if episode.called(names).names == episode.names:
            return
        if self._notebook is None:
            self.notebook_needed.emit()
        if self._notebook is not None:
            self._notebook.rename_episode(episode.id, names)
            self._session.recent.load()

    def _show(self, episode: Episode) -> None:
        if self._window.is_reading:
            self._window.show_title(episode.title)
        self._session.recent.load()

    def _list_again(self) -> None:
        if not self._window.is_reading:
            self._session.recent.load()
