"""Opens the episode of notes that were found anywhere, and emits when they are there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.notes.all_notes import AllNotes
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession


class NoteOpener(QObject):
    """One request at a time; another takes its place, and so does whatever else is opened."""

    opened = Signal(list)  # ids of notes that are in the notebook now
    missing = Signal(object)  # Episode whose files are gone
    mistaken = Signal()  # its files hold another episode

    def __init__(
        self, session: ReadingSession, notebook: Notebook, all_notes: AllNotes, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._notebook, self._all_notes = session, notebook, all_notes
        self._wanted: Sequence[str] = ()  # ids, until their episode is open
        self._is_opened = False  # an episode, since then
        notebook.changed.connect(self._look)
        session.episode_opened.connect(self._expect)

    def open(self, ids: Sequence[str], episode_id: str) -> None:
        """Open the episode that these notes are of, unless it is open."""
        self._wanted, self._is_opened = ids, False
        if self._has_them():
            self._look()
        else:
            self._all_notes.find_files(episode_id, partial(self._open_files, ids))

    def give_up(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = ()

    def _open_files(self, ids: Sequence[str], episode: Episode, missing: frozenset[Path]) -> None:
        there = [file for file in episode.files if file not in missing]
        if ids is not self._wanted:
            return
        if there:
            self._session.open(*there)
        else:
            self.missing.emit(episode)

    def _expect(self) -> None:
        """What the notebook emits next is about the episode that was opened."""
        self._is_opened = True

    def _has_them(self) -> bool:
        return any(self._notebook.find(each) is not None for each in self._wanted)

    def _look(self) -> None:
        ids = self._wanted
        if self._has_them():
            self._wanted = ()
            self.opened.emit([each for each in ids if self._notebook.find(each) is not None])
        elif ids and self._is_opened:
            self._wanted = ()
            self.mistaken.emit()
