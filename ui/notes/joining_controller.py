"""Joins notes that came without their files to an episode: the open one, or one that is chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.episode import Episode
from reader.notes.all_notes import AllNotes
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class JoiningController(QObject):
    """Asks which episode the notes are of, and moves them there. Quotes find their words by
    themselves; what does not is among the notes without a place."""

    def __init__(
        self,
        session: ReadingSession,
        all_notes: AllNotes,
        notebook: Notebook,
        window: MainWindow,
        notice: SingleMessage,
    ) -> None:
        super().__init__(window)
        self._session, self._all_notes, self._notebook = session, all_notes, notebook
        self._window, self._notice = window, notice
        self._waiting = ""  # whose notes are joined to what is opened next
        session.episode_opened.connect(self._join_waiting)
        session.failed.connect(self._forget)

    def ask(self, episode_id: str) -> None:
        """Ask which episode the notes of this one belong to."""
        self._all_notes.find_files(episode_id, lambda episode, _: self._ask(episode))

    def actions(self, episode: Episode) -> list[MessageAction]:
        """The answers: the open episode, if it is another one, and files."""
        opened = self._session.episode
        choose = MessageAction(self.tr("Choose Files…"), partial(self._choose, episode.id))
        if opened is None or opened.id == episode.id:
            return [choose]
        text = self.tr("Join to “{0}”").format(_shortened(self._session.title))
        return [MessageAction(text, partial(self._join, episode.id)), choose]

    def _ask(self, episode: Episode) -> None:
        text = self.tr("Which episode do the notes of “{0}” belong to?").format(episode.title)
        self._notice.report(MessageKind.INFO, text, *self.actions(episode))

    def _choose(self, episode_id: str) -> None:
        dialogs = FileDialogs(self._window, self._session.settings)
        dialogs.ask_for_episode(partial(self._open, episode_id))

    def _open(self, episode_id: str, *files: Path) -> None:
        self._waiting = episode_id
        self._session.open(*files)

    def _join_waiting(self) -> None:
        waiting, self._waiting = self._waiting, ""
        if waiting:
            self._join(waiting)

    def _forget(self) -> None:
        self._waiting = ""

    def _join(self, episode_id: str) -> None:
        opened = self._session.episode
        if opened is not None and opened.id != episode_id:
            self._notebook.join_episode(episode_id, opened.id)


def _shortened(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39]}…"
