"""Pauses the recording while a note is written, for those who want it, and plays on after."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader import settings as prefs
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from ui.notes.note_writer import NoteWriter


class WritingPauseController(QObject):
    """From the first letter until the note is done; whoever plays meanwhile is not paused again."""

    def __init__(self, session: ReadingSession, writer: NoteWriter) -> None:
        super().__init__(writer)
        self._settings, self._transport = session.settings, session.transport
        self._has_begun = self._has_paused = False
        writer.typed.connect(self._begin)
        writer.ended.connect(self._end)
        session.transport.state_changed.connect(self._look)
        session.opening_started.connect(self._forget)

    def _begin(self) -> None:
        if self._has_begun or not self._settings.get(prefs.IS_PAUSED_WHILE_WRITING):
            return
        self._has_begun = True
        if self._transport.state is PlayerState.PLAYING:
            self._has_paused = True
            self._transport.pause()

    def _end(self) -> None:
        has_paused = self._has_paused
        self._forget()
        if has_paused:
            self._transport.play()

    def _look(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING:
            self._has_paused = False

    def _forget(self) -> None:
        self._has_begun = self._has_paused = False
