"""Names B to who has listened for a while and never pressed it: one quiet line, once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader import settings as prefs
from reader.notes.notebook import Notebook
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from ui.widgets.message_bar import MessageKind
from ui.window.messages_controller import MessagesController

LISTENED = 600_000  # ms of playing without a B


class KeepHintController(QObject):
    """Counts the time that plays until something is kept; whoever kept anything needs no hint."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        messages: MessagesController,
        *,
        after: int = LISTENED,
    ) -> None:
        super().__init__(messages)
        self._settings, self._messages = session.settings, messages
        self._left = after
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_hint)
        session.transport.state_changed.connect(self._count)
        notebook.changed.connect(self._look)
        self._count(session.transport.state)

    def _count(self, state: PlayerState) -> None:
        """Only what plays counts."""
        is_playing = state is PlayerState.PLAYING
        if self._timer.isActive() and not is_playing:
            self._left = self._timer.remainingTime()
            self._timer.stop()
        elif is_playing and not self._timer.isActive() and self._is_due:
            self._timer.start(self._left)

    def _look(self, kept: tuple[object, ...]) -> None:
        if kept and self._is_due:
            self._end()

    @property
    def _is_due(self) -> bool:
        return not self._settings.get(prefs.IS_KEEPING_KNOWN)

    def _end(self) -> None:
        self._timer.stop()
        self._settings.set(prefs.IS_KEEPING_KNOWN, True)

    def _show_hint(self) -> None:
        self._end()
        text = self.tr("Press B to keep the sentence you just heard; the sound goes on.")
        self._messages.report(MessageKind.INFO, text)
