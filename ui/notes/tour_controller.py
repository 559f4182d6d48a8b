"""Notes of several episodes, played one after the other: each episode is opened for its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from reader.annotation import Annotation
from reader.session.note_opener import NoteOpener
from reader.session.reading_session import ReadingSession
from ui.notes.notes_controller import NotesController


class TourController(QObject):
    """An episode at a time. Whatever else the listener opens, plays or seeks ends it."""

    def __init__(
        self, session: ReadingSession, opener: NoteOpener, notes: NotesController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._opener, self._notes = session, opener, notes
        self._stops: list[list[Annotation]] = []
        self.is_on = False
        notes.all_played.connect(self._played)
        session.failed.connect(self.end)

    def start(self, notes: Iterable[Annotation]) -> None:
        """Open the episode of the first, and so on."""
        self._notes.stop_all()  # else its end would be taken for that of the first stop
        self.end()
        self._stops, self.is_on = by_episode(notes), True
        self.go_on()

    def go_on(self) -> None:
        """Leave out what could not be opened."""
        if not self._stops:
            self.end()
            return
        stop = self._stops.pop(0)
        self._opener.open([each.id for each in stop], stop[0].episode_id)

    def play(self, ids: list[str]) -> None:
        """Their episode is open; one without a recording has nothing to be heard."""
        if not self._notes.play_all(ids):
            self.go_on()

    def end(self) -> None:
        """Open no more."""
        if self.is_on:
            self._stops, self.is_on = [], False
            self._opener.give_up()

    def _played(self, is_whole: bool) -> None:
        if self.is_on and is_whole and self._stops:
            self._session.navigator.go_back()  # an episode keeps the place where it was left
            self.go_on()
        else:
            self.end()


def by_episode(notes: Iterable[Annotation]) -> list[list[Annotation]]:
    """Those of one episode together, in the order in which the episodes first come."""
    stops: dict[str, list[Annotation]] = {}
    for each in notes:
        stops.setdefault(each.episode_id, []).append(each)
    return list(stops.values())
